"""Figures behind the names of their cells.

``规章.本年制发件数：3``, ``规章（本年制发件数3件）``, or ``{"本年制发件数": 3}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from ..labels.marks import FIGURES, Sort
from ..text.fold import fold
from ..text.source import BULLETS, HAN, LINE_ENDS, blanks
from .grid import IMPOSSIBLE, TYPICAL, Grid, Located, Row, Stretch, Words
from .shared.parts import PUNCTUATION, CellPart

_QUOTED = r"'(?:[^'\\\n]|\\.)*+'|\"(?:[^\"\\\n]|\\.)*+\""
_PAIR = re.compile(
    rf"(?P<key>{_QUOTED})\s*:[^\S\n]*(?P<value>{_QUOTED}|[^\s,{{}}\[\]\"']+)?", re.DOTALL
)
_SIGNS = ":="
_PRINTED_SIGNS = ":：=＝"
_BRACKETS = re.compile(r"\([^()]*\)")
_IN_BRACKETS = re.compile(
    rf"(?<!\()\(((?:[^()\n]|\([^()\n]*\))*+(?<=[\d{HAN}-]))\)[。;]?\s*$", re.MULTILINE
)
"""What stands in brackets at the end of a line, perhaps with brackets within it."""

_MOST_NAMES = 3
_BEFORE_NAMES = f" \t{BULLETS}{PUNCTUATION}"
_BETWEEN_NAMES = re.compile(r"[\s./>_、,:*`-]*")
_ENDS = " \t。；;"
_BETWEEN_VALUES = re.compile(r"\s*(?:[，、；;|]|,(?!\d)|(?<!\d),)\s*|\s{2,}|\t")
"""A comma between digits may separate thousands."""

_BEHIND_NAME = re.compile(r"\s*(?:为|有)?\s*([^\s。;]+)\s*[。;]?")


@attrs.frozen(eq=False)
class Keyed:
    """A row for each line: the labels before its last colon, and the values behind it.

    The values may also stand in brackets, each behind its name.  If labels are in quotes, a row for
    each that has a colon behind it.
    """

    name: str = "keys and values"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Typical if a third of the lines have a colon or an equals sign, or end with brackets.

        Each may stand beneath the name of its row, and that beneath the caption of a block.
        """
        signs = sum(map(stretch.content.count, _PRINTED_SIGNS))
        brackets = sum(_IN_BRACKETS.search(line) is not None for line in stretch.folded)
        filled = sum(not line.isspace() for line in stretch.lines)
        return TYPICAL if 3 * max(signs, brackets) >= filled else IMPOSSIBLE

    def read(self, stretch: Stretch) -> Grid:
        """The names of cells, and their figures, as labels and values side by side."""
        quoted = _PAIR.search(stretch.content) is not None
        rows: Grid = []
        lines = zip(stretch.lines, stretch.folded, stretch.places, strict=True)
        for line, folded, (start, _) in lines:
            rows += (
                _quoted_pairs(line, start, stretch.words)
                if quoted
                else [_row(line, folded, start, stretch.words)]
            )
        return [row for row in rows if row]


def _quoted_pairs(line: str, start: int, words: Words) -> Iterator[Row]:
    """The quoted labels of a line, each with its value if it has one."""
    for pair in _PAIR.finditer(line):
        yield [
            _cell(_without_quotes(said), start + pair.start(group), words)
            for group, said in pair.groupdict().items()
            if said is not None
        ]


def _without_quotes(said: str) -> str:
    """The text within quotes, with a blank instead of each quote."""
    return f" {said[1:-1]} " if said[0] in "'\"" else said


def _row(line: str, folded: str, start: int, words: Words) -> Row:
    """The labels of a line, and its values."""
    said = line.rstrip(LINE_ENDS)
    shown = _BRACKETS.sub(blanks, folded) if "(" in folded else folded
    at = max(map(shown.rfind, _SIGNS))
    if at < 0:
        return _bracketed(said, folded, start, words) or (
            [_name_alone(said, start, words)] if said.strip() else []
        )
    names = _names(said[:at], folded[:at], start, words)
    return [*names, *_values(said[at + 1 :], start + at + 1, words)]


def _bracketed(said: str, folded: str, start: int, words: Words) -> Row:
    """The labels of a line and the names and figures in brackets behind; empty if it has none."""
    found = _IN_BRACKETS.search(folded)
    if found is None:
        return []
    begin, end = found.span(1)
    values = _values(said[begin:end], start + begin, words)
    names = _names(said[: begin - 1], folded[: begin - 1], start, words)
    is_row = len(values) > 1 and all(name[2].terms for name in names)
    return [*names, *values] if is_row else []


def _name_alone(said: str, start: int, words: Words) -> Located:
    """A line as one cell; if it is a label, without a bullet or the mark of a heading."""
    bare = said.lstrip(f"#{_BEFORE_NAMES}")
    name = _cell(bare, start + len(said) - len(bare), words)
    return name if name[2].sort is Sort.LABEL else _cell(said, start, words)


def _names(said: str, folded: str, start: int, words: Words) -> Row:
    """The labels side by side that make up a text, or all of it as one cell."""
    names: Row = []
    at = len(said) - len(said.lstrip(_BEFORE_NAMES))
    while at < len(said) and len(names) < _MOST_NAMES:
        end = _end_of_name(folded, at, words)
        if end is None:
            return [_cell(said, start, words)]
        names.append(_cell(said[at:end], start + at, words))
        between = _BETWEEN_NAMES.match(folded, end)
        at = between.end() if between else end
    return names if at == len(said) else [_cell(said, start, words)]


def _end_of_name(folded: str, at: int, words: Words) -> int | None:
    """The end of a label, with a remark behind it."""
    end = words.end_of_label(folded, at)
    if end is not None and folded[end : end + 1] == "(" and words.end_of_label(folded, end) is None:
        closing = folded.find(")", end)
        return closing + 1 if closing > 0 else end
    return end


def _values(said: str, start: int, words: Words) -> Row:
    """The cells behind a colon: none, one, or several with signs between them."""
    said = said.rstrip(_ENDS)
    whole = _cell(said, start, words)
    if not said.strip() or whole[2].number is not None:
        return [whole]
    between = [found.span() for found in _BETWEEN_VALUES.finditer(said)]
    begins = [0, *(end for _, end in between)]
    ends = [*(begin for begin, _ in between), len(said)]
    cells = [_cell(said[a:b], start + a, words) for a, b in zip(begins, ends, strict=True)]
    if not any(cell[2].terms or cell[2].sort is Sort.TEXT for cell in cells):
        return cells
    pairs = [_name_and_figure(cell, said, start, words) for cell in cells]
    return [cell for pair in pairs for cell in pair] if all(pairs) else [whole]


def _name_and_figure(cell: Located, said: str, start: int, words: Words) -> Row:
    """The label that a cell begins with, and the figure behind it; empty if it has none."""
    begin, until = cell[0] - start, cell[1] - start
    folded = fold(said)
    end = words.end_of_label(folded, begin)
    if end is None:
        return []
    figure = _BEHIND_NAME.fullmatch(folded, end, until)
    if figure is None or words.marks[figure[1]].sort not in FIGURES:
        return []
    at = start + figure.start(1)
    name = (cell[0], start + end, words.marks[said[begin:end]])
    return [name, (at, at + len(figure[1]), words.marks[figure[1]])]


def _cell(said: str, start: int, words: Words) -> Located:
    part = CellPart.of(said, start)
    return part.start, part.end, words.marks[part.said]
