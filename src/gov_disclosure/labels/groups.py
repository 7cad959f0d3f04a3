"""The labels of groups of rows, which narrow columns print in pieces beside their rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from ..declare import Form
from ..forms import tables_of
from ..text.fold import squeeze
from .vocabulary import OF_CELLS, Role, Term, vocabulary

_LEAST_PIECE = 2
"""A single letter is a piece of too many labels."""


def is_part_of_heading(text: str, row: Sequence[Term]) -> bool:
    """Whether a text is a part of the label of a group that a row stands in, and not all of it.

    >>> refused, handled = map(vocabulary().spelled, ("1.属于国家秘密", "(七)总计"))
    >>> is_part_of_heading("予公开", refused), is_part_of_heading("予公开", handled)
    (True, False)
    >>> is_part_of_heading("度", refused), is_part_of_heading("度", handled)
    (True, True)
    """
    said = squeeze(text)
    above = map(_above, row)
    return any(said in heading and said != heading for headings in above for heading in headings)


def goes_on_from(text: str, row: Sequence[Term]) -> bool:
    """Whether a text is a part of the label of a row, but not its beginning.

    >>> row = vocabulary().spelled("行政规范性文件")
    >>> [goes_on_from(text, row) for text in ("性文件", "件", "行政规范", "文", "")]
    [True, True, False, False, False]
    """
    said = squeeze(text)
    rests = [term.label[1:] for term in row]
    if len(said) < _LEAST_PIECE:
        return said != "" and any(rest.endswith(said) for rest in rests)
    return any(said in rest for rest in rests)


def begins_one_of(text: str, row: Sequence[Term]) -> bool:
    """Whether a text is the beginning of the label of a row, and not all of it.

    >>> row = vocabulary().spelled("行政规范性文件")
    >>> [begins_one_of(text, row) for text in ("行政规范", "行", "性文件", "行政规范性文件")]
    [True, False, False, False]
    """
    said = squeeze(text)
    wholes = [squeeze(term.label) for term in row]
    return (
        len(said) >= _LEAST_PIECE
        and said not in wholes
        and any(whole.startswith(said) for whole in wholes)
    )


def behind_headings(text: str) -> tuple[Term, ...]:
    """What a label means that groups' labels, or pieces of these, stand before in its cell.

    >>> [term.key for term in behind_headings("(四)无 1.本机关不掌握相关政府信息")]
    ['not_provided.not_held']
    >>> behind_headings("其中 1.本机关不掌握相关政府信息")
    ()
    >>> [term.key for term in behind_headings("法人或其他组织 商业企业")]
    ['business']
    """
    pieces = text.split()
    for at in range(1, len(pieces)):
        told = vocabulary().spelled("".join(pieces[at:]))
        if told and told[0].role in OF_CELLS:
            is_above = _is_above if told[0].role is Role.ROW else _is_above_columns
            return told if all(is_above(piece, told) for piece in pieces[:at]) else ()
    return ()


def stand_beside_rows(text: str) -> bool:
    """Whether a text begins a group's label, and goes on with pieces of labels beside that.

    So a line looks that narrow columns print in the midst of rows; no section has such a heading.

    >>> stand_beside_rows("三、本 提供 另行制作"), stand_beside_rows("三、本 年 工作")
    (True, False)
    """
    first, *others = map(squeeze, text.split())
    begins = any(heading.startswith(first) for heading in _all_headings())
    return begins and bool(others) and all(map(_is_piece, others))


def _is_piece(said: str) -> bool:
    return len(said) >= _LEAST_PIECE and any(said in label for label in vocabulary().exact)


def _is_above(piece: str, row: Sequence[Term]) -> bool:
    said = squeeze(piece)
    return any(said in heading for headings in map(_above, row) for heading in headings)


def _is_above_columns(piece: str, column: Sequence[Term]) -> bool:
    """Whether a piece is the label of a group of columns, and one of them stands below it."""
    table, key = column[0].table, column[0].key
    above = vocabulary().spelled(piece)
    is_heading = any(term.role is Role.HEADING and term.table == table for term in above)
    return is_heading and (table, key) in _summed()


@cache
def _summed() -> frozenset[tuple[str, str]]:
    """The columns, by table and key, that sums are made of; a sum itself stands in no group."""
    tables = (table for form in Form for table in tables_of(form))
    parts = ((table.key, one.right) for table in tables for one in table.row_equations)
    return frozenset((table, key) for table, keys in parts for key in keys)


@lru_cache(maxsize=1 << 12)
def headings_above(rows: tuple[Term, ...], label: tuple[Term, ...]) -> tuple[Term, ...]:
    """What a label means that is that of a group, below which a label with these rows stands."""
    headings = [term for term in label if term.role is Role.HEADING]
    above = [_above(row) for row in rows] if headings else []
    return tuple([term for term in headings if any(squeeze(term.label) in one for one in above)])


@cache
def _all_headings() -> frozenset[str]:
    return frozenset().union(*_headings().values())


def _above(row: Term) -> frozenset[str]:
    return _headings().get((row.table, row.key), frozenset())


@cache
def _headings() -> Mapping[tuple[str, str], frozenset[str]]:
    """The labels that stand above each row of each table, in all forms."""
    found: dict[tuple[str, str], frozenset[str]] = defaultdict(frozenset)
    for table in (table for form in Form for table in tables_of(form)):
        above: dict[str, frozenset[str]] = defaultdict(frozenset)
        for row in (row for block in table.blocks for row in block.rows):
            group = row.key.rpartition(".")[0]
            above[group] |= frozenset(map(squeeze, row.headings))
            found[table.key, row.key] |= above[group] | above[""]
    return found
