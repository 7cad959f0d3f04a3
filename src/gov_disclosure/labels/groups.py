"""The labels of groups of rows, which narrow columns break into pieces beside the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from ..declare import Form
from ..forms import tables_of
from ..text.fold import squeeze
from .vocabulary import OF_CELLS, Role, Term, vocabulary

_LEAST_PIECE = 2
"""A single character is a piece of too many labels."""


def is_part_of_heading(text: str, row: Sequence[Term]) -> bool:
    """Whether a text is a proper part of the label of a group around a row.

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
    """Whether a text is a part of the label of a row, other than its beginning.

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
    """Whether a text is a proper beginning of the label of a row.

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
    """The meanings of a label behind groups' labels, or pieces of them, in the same cell.

    >>> [term.key for term in behind_headings("(四)无 1.本机关不掌握相关政府信息")]
    ['not_provided.not_held']
    >>> behind_headings("其中 1.本机关不掌握相关政府信息")
    ()
    >>> [term.key for term in behind_headings("法人或其他组织 商业企业")]
    ['business']
    """
    pieces = text.split()
    for at in range(1, len(pieces)):
        terms = vocabulary().spelled("".join(pieces[at:]))
        if terms and terms[0].role in OF_CELLS:
            heads = _heads_rows if terms[0].role is Role.ROW else _heads_columns
            return terms if all(heads(piece, terms) for piece in pieces[:at]) else ()
    return ()


def stand_beside_rows(text: str) -> bool:
    """Whether a text begins with the beginning of a group's label and continues with pieces.

    Narrow columns print such lines among the rows of a table; no heading of a section looks so.

    >>> stand_beside_rows("三、本 提供 另行制作"), stand_beside_rows("三、本 年 工作")
    (True, False)
    """
    first, *others = map(squeeze, text.split())
    begins = any(heading.startswith(first) for heading in _all_headings())
    return begins and bool(others) and all(map(_is_piece, others))


def _is_piece(said: str) -> bool:
    return len(said) >= _LEAST_PIECE and any(said in label for label in vocabulary().exact)


def _heads_rows(piece: str, row: Sequence[Term]) -> bool:
    """Whether a piece is part of the label of a group that a row stands in."""
    said = squeeze(piece)
    return any(said in heading for headings in map(_above, row) for heading in headings)


def _heads_columns(piece: str, column: Sequence[Term]) -> bool:
    """Whether a piece is the label of a group of columns that a column belongs to."""
    table, key = column[0].table, column[0].key
    above = vocabulary().spelled(piece)
    is_heading = any(term.role is Role.HEADING and term.table == table for term in above)
    return is_heading and (table, key) in _summed()


@cache
def _summed() -> frozenset[tuple[str, str]]:
    """The columns, by table and key, that are parts of sums; a sum itself belongs to no group."""
    tables = (table for form in Form for table in tables_of(form))
    parts = ((table.key, one.right) for table in tables for one in table.row_equations)
    return frozenset((table, key) for table, keys in parts for key in keys)


@lru_cache(maxsize=1 << 12)
def headings_above(rows: tuple[Term, ...], label: tuple[Term, ...]) -> tuple[Term, ...]:
    """The meanings of a label as that of a group around one of the rows."""
    headings = [term for term in label if term.role is Role.HEADING]
    above = [_above(row) for row in rows] if headings else []
    return tuple([term for term in headings if any(squeeze(term.label) in one for one in above)])


@cache
def _all_headings() -> frozenset[str]:
    return frozenset().union(*_headings().values())


def _above(row: Term) -> frozenset[str]:
    """The labels of the groups around a row."""
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
