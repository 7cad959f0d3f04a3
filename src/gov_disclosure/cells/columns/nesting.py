"""Headers on two lines, where the lower line names the columns of a group in the upper one."""

from __future__ import annotations

from collections.abc import Sequence

from more_itertools import all_unique, lstrip, rstrip, strip

from ...labels.marks import Sort
from ...labels.strangers import FOR_WORDS
from ...layouts.grid import Located, is_blank
from ...text.fold import squeeze
from ..standing import by_line
from .above import FEWEST_KNOWN, Above
from .orders import SHORTEST_WORD
from .places import Option

_LINES = 2


def keys_in_place(above: Above, option: Option) -> Sequence[str | None] | None:
    """The keys of the columns beneath such a header, if they are not those of the form.

    It may have further columns, or fewer, if empty cells show that no label is lost.  None if it is
    not certain which columns it has, or in which order.  A column that is not of the form has None.
    """
    columns, is_whole = _labels_in_place(above.cells, above.text)
    keys = [_key_of_column(cell) for cell in columns]
    named = [key for key in keys if key]
    if len(named) < FEWEST_KNOWN or not all_unique(named) or not set(named) <= set(option.keys):
        return None
    if tuple(keys) == option.keys or not all(
        _names_column(cell, option, above) for cell in columns
    ):
        return None
    if len(named) < len(option.keys) and not is_whole:
        return None
    return [key or None for key in keys]


def regrouped(option: Option, group: Sequence[Located]) -> Sequence[str]:
    """The keys of the form, those of a group of columns in the order of the group's labels."""
    keys = [cell[2].terms[0].key for cell in group]
    places = iter(keys)
    return [next(places) if key in keys else key for key in option.keys]


def names_own_columns(above: Above, option: Option) -> bool:
    """Whether a header names columns of the agency's own beside those of the form.

    At most one of the form's columns may be missing; if more are, the unknown words are likely
    pieces of broken labels.
    """
    named = {_key_of_column(cell) for cell in above.cells}.intersection(option.keys)
    is_whole = len(named) >= len(option.keys) - 1
    own = (cell for cell in above.cells if _names_own_column(cell, option, above))
    return is_whole and any(above.words(cell) not in FOR_WORDS for cell in own)


def _labels_in_place(cells: Sequence[Located], text: str) -> tuple[Sequence[Located], bool]:
    """The labels of columns side by side, those of the group in its place.

    The label of the group stands in one cell, or in a cell above each of its columns, all but one
    of them empty.  The second value is whether it is spread like that, so that no label is lost.
    There are no labels if there are not two lines, or the place of the group is not certain.
    """
    lines = [line for line in by_line(cells, text) if not all(map(is_blank, line))]
    if len(lines) != _LINES:
        return (), False
    upper, lower = list(rstrip(lines[0], is_blank)), list(strip(lines[1], is_blank))
    starts = [*(cell[0] for cell in lines[0][1:]), text.find("\n", lines[0][-1][1])]
    gaps = [text[cell[1] : start] for cell, start in zip(upper, starts, strict=False)]
    groups = [at for at, gap in enumerate(gaps, 1) if any(map(str.isalpha, gap))]
    if len(groups) != 1:
        return (), False
    before, behind = upper[: groups[0]], list(lstrip(upper[groups[0] :], is_blank))
    merged = len(upper) - len(before) - len(behind)
    is_spread = 0 < merged == len(lower) - 1
    fits = is_spread or merged == 0 or not behind
    return ([*before, *lower, *behind] if fits else ()), is_spread


def _key_of_column(cell: Located) -> str:
    """The key of the column that a cell names; empty if it names none."""
    return cell[2].terms[0].key if cell[2].names_column else ""


def _names_column(cell: Located, option: Option, above: Above) -> bool:
    """Whether a cell names a column of a form or of the agency's own."""
    return cell[2].names_column or _names_own_column(cell, option, above)


def _names_own_column(cell: Located, option: Option, above: Above) -> bool:
    """Whether a cell names a column of the agency's own.

    Words that are a part of a label of the form may be broken off from it.
    """
    if cell[2].sort is not Sort.TEXT:
        return False
    words = above.words(cell)
    labels = (squeeze(name) for line in option.columns for name in (line.label, *line.aliases))
    return len(words) >= SHORTEST_WORD and not any(words in label for label in labels)
