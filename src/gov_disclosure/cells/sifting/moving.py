"""Rows whose figures may have moved: from other rows, or as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import partial
from itertools import pairwise, zip_longest
from operator import attrgetter

from more_itertools import map_reduce

from ...declare import Form
from ...grids.choosing import Candidate
from ...labels.marks import FIGURES, MARKS, Sort
from ...labels.vocabulary import Role, Term
from ...layouts.grid import Located
from ...problems import FIGURES_MOVED, table_unclear
from ...text.source import Place
from ...values import Problem, Span
from ..columns.orders import has_words, is_scrambled
from ..columns.places import Slots, nested_tables, options_of
from ..columns.slots import in_printed_order
from ..rows.balances import adds_up, columns_add_up, has_column_rules, has_rules, keeps_rules
from ..rows.due_row import DueRow, unplaced
from .bordered import bordered_rows
from .extras import divided_rows
from .following import rows_that_follow
from .narrow import are_broken, are_out_of_order
from .once import drops_repeated_lines
from .sifted import Setting, Sifted, parted

_FEW_ROWS = 2
_BESIDE = 2
_TABLE = attrgetter("table")
_ABOVE_NO_ROWS = frozenset({Role.CAPTION, Role.SECTION})


def without_others(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """The lines without those whose figures may be those of other rows.

    So it is in a table of which rows lack cells, while figures stand outside of rows: those may
    be the lacking ones, and then others may have moved as well.  Captions that have moved tell
    the same, as figures may have moved like them; so does a row with figures too many, and then
    rows without any are not empty.  Rows that a row is divided into have their own; and where lines
    are dropped, none have moved.
    """
    text, chosen, form = setting.text, setting.chosen, setting.form
    lacking = [line for line in lines if lacks_cells(line)]
    crowded = _crowded_tables(lines) | _tables_in_blocks(text, lines) if lacking else frozenset()
    moved = {*crowded, *(term.table for term in _moved_captions(chosen))} if lacking else set()
    strays = _rows_with_strays(lacking)
    scattered = {
        line.table for line in lacking if line.table in moved or line.entry.place in strays
    }
    if not scattered:
        return Sifted(lines)
    own = set[int]() if moved else _rows_that_follow(chosen, form)
    others = [
        line.table in scattered
        and not (line.is_full and line.entry.place[0] in own)
        and _may_be_others(text, line, form)
        for line in lines
    ]
    left, problems = parted(lines, others, lambda line: unplaced(text, line, line.entry.values))
    return Sifted([line for line in left if line.filled or line.table not in crowded], problems)


def _rows_that_follow(chosen: Sequence[Candidate], form: Form | None) -> Set[int]:
    """Where the labels stand behind whose figures no others can have come, as lines are dropped."""
    some = (candidate for candidate in chosen if drops_repeated_lines([candidate]))
    return set[int]().union(*(rows_that_follow(candidate, form) for candidate in some))


def _rows_with_strays(lines: Sequence[DueRow]) -> Set[Place]:
    """The rows, by their place, for which figures stand outside, unless these divide rows."""
    some = {id(line.candidate): line.candidate.shown for line in lines if line.loose}
    divided = set[Place]().union(*map(divided_rows, some.values()))
    return {line.entry.place for line in lines if line.loose} - divided


def lacks_cells(line: DueRow) -> bool:
    """Whether a row has fewer cells than are due, or none where one is due."""
    entry = line.entry
    return not entry.values or (
        len(line.slots) > 1 and bool(entry.filled) and len(entry.values) < len(line.slots)
    )


def _crowded_tables(lines: Iterable[DueRow]) -> frozenset[str]:
    """The tables with rows that have figures too many, some of which are others'.

    Where one is due, a second in a single row may just be beside it.
    """
    counted = ((line, sum(mark.sort in FIGURES for _, _, mark in line.filled)) for line in lines)
    crowded = [(line, count) for line, count in counted if count > line.due]
    several = Counter(line.table for line, _ in crowded)
    sure = {line.table for line, count in crowded if count > _BESIDE}
    return frozenset(table for table in several if table in sure or several[table] > 1)


def _tables_in_blocks(text: str, lines: Iterable[DueRow]) -> frozenset[str]:
    """The tables whose lines are no cells, but parts of a page in whatever order a tool found them.

    The rest of a label stands among the figures of its row there, or labels of columns share a
    line while others have their own.
    """
    rows = [line for line in lines if line.due > 1 and line.filled]
    return frozenset(
        line.table
        for line in rows
        if _holds_words_between(text, line) or _is_strewn(text, line.entry.header.cells)
    )


def _is_strewn(text: str, labels: Sequence[Located]) -> bool:
    """Whether labels of a header stand on several lines, and two of columns share one of them."""
    apart = any("\n" in text[one[1] : other[0]] for one, other in pairwise(labels))
    return apart and any(
        sum(MARKS[word].names_column for word in text[start:end].split()) > 1
        for start, end, mark in labels
        if mark.sort is Sort.TEXT
    )


def _holds_words_between(text: str, line: DueRow) -> bool:
    """Whether words stand between the first two figures of a row, which are on different lines."""
    if len(line.filled) == 1:
        return False
    gap = text[line.filled[0][1] : line.filled[1][0]]
    return "\n" in gap and any(map(str.isalpha, gap))


def _moved_captions(chosen: Iterable[Candidate]) -> Iterator[Term]:
    """The captions with nothing beneath them that stand below rows which they belong above."""
    for candidate in chosen:
        labels = candidate.shown.labels
        lowest: dict[str, int] = {}
        for term, below in zip_longest(labels, labels[1:]):
            if term.role is Role.ROW:
                lowest[term.table] = max(term.order, lowest.get(term.table, 0))
            bare = below is None or below.role in _ABOVE_NO_ROWS
            if bare and term.role is Role.CAPTION and term.order < lowest.get(term.table, 0):
                yield term


def _may_be_others(text: str, line: DueRow, form: Form | None) -> bool:
    """Whether a row's figures may be those of another row, where figures have moved.

    They are its own if they stand on the line of its label, or are held by sums.
    """
    filled = line.entry.filled
    if not filled or len(text[line.entry.place[1] : filled[0][0] + 1].splitlines()) == 1:
        return False
    return not has_rules(line.as_it_stands, form)


def without_moved(lines: Sequence[DueRow], setting: Setting) -> Sifted:
    """The lines without those of tables whose figures seem to have moved.

    Columns that seem to be out of order may just stand as their header names them.
    """
    kept: list[DueRow] = []
    problems: list[Problem] = []
    for table, some in map_reduce(lines, _TABLE).items():
        in_place, is_whole = _in_place(some, setting)
        kept += in_place
        if not is_whole:
            span = Span(some[0].entry.place[0], some[-1].entry.place[1])
            problems.append(table_unclear(table, FIGURES_MOVED, span))
    return Sifted(kept, problems)


def _in_place(lines: Sequence[DueRow], setting: Setting) -> tuple[Sequence[DueRow], bool]:
    """The lines of a table in the order of their columns, and whether none may have moved.

    Where some have, the others are left that surely have not.
    """
    text, form = setting.text, setting.form
    scrambled = _is_out_of_order(text, lines, form)
    ordered = _in_the_order_that_adds_up(lines, form) if scrambled else lines
    cells = [(line.due, line.filled) for line in ordered if not line.is_full]
    if not ordered or are_out_of_order(text, cells):
        return (), False
    if _stand_apart_from_rows(ordered, form):
        return bordered_rows(text, ordered), False
    return ordered, True


def _in_the_order_that_adds_up(lines: Sequence[DueRow], form: Form | None) -> Sequence[DueRow]:
    """The lines with their columns as the header names them, or as the form has them.

    One of these must make all sums along rows hold, and the other not; else there are none.
    """
    if not all(line.row for line in lines):
        return ()
    ways = [_ordered(lines, _as_named), _ordered(lines, partial(_as_in_form, form=form))]
    proved = [way for way in ways if way and _is_proved(way, form)]
    return proved[0] if len(proved) == 1 else ()


def _ordered(lines: Sequence[DueRow], order: Callable[[DueRow], Slots | None]) -> Sequence[DueRow]:
    """The lines with their places in an order, if it tells those of each."""
    orders = list(map(order, lines))
    pairs = zip(lines, orders, strict=True)
    return [line._replace(slots=slots) for line, slots in pairs if slots] if all(orders) else ()


def _as_named(line: DueRow) -> Slots | None:
    return in_printed_order(line.entry.header, line.slots)


def _as_in_form(line: DueRow, form: Form | None) -> Slots | None:
    slots = options_of(line.table, line.row, form)[0].slots
    return slots if len(slots) == len(line.slots) else None


def _is_proved(lines: Sequence[DueRow], form: Form | None) -> bool:
    """Whether the sums hold along all rows that count something, several of them."""
    counting = [line.as_it_stands for line in lines if _counts_something(line)]
    adding = all(keeps_rules(row, form) for row in counting)
    return adding and len(counting) >= _FEW_ROWS


def _stand_apart_from_rows(lines: Sequence[DueRow], form: Form | None) -> bool:
    """Whether figures stand outside rows, or behind other labels, and no sums down columns hold."""
    rows_stand_outside = 1 < len(lines[0].slots) <= max(line.loose for line in lines)
    summed = rows_stand_outside and has_column_rules(lines[0].as_it_stands, form)
    if not summed and not _stand_behind_others(lines):
        return False
    return not columns_add_up([line.as_it_stands for line in lines], form)


def _stand_behind_others(lines: Sequence[DueRow]) -> bool:
    """Whether the figures of a row stand behind the label of the next one."""
    labels = [line.entry.place[0] for line in lines]
    figures = [line.entry.filled[0][0] if line.entry.filled else 0 for line in lines]
    nexts = zip(labels, labels[1:], figures, strict=False)
    return any(here < there < figure for here, there, figure in nexts)


def _is_out_of_order(text: str, lines: Sequence[DueRow], form: Form | None) -> bool:
    """Whether columns are out of order and a row does not add up, or strange ones and none does.

    So it can be in tables whose labels of columns stand on several lines.  Where no row shows
    that it adds up, columns out of order are others.  Zeros tell nothing.
    """
    if lines[0].table not in nested_tables():
        return False
    header = lines[0].entry.header
    scrambled = is_scrambled(header) or _has_own_order(lines[0], form)
    if not (scrambled or has_words(header)):
        return False
    if scrambled:
        rows = [
            line.as_it_stands for line in without_pieces(text, lines, form) if _counts_some(line)
        ]
        kept = [adds_up(row, form) for row in rows if row.settled]
        return not all(kept) or (bool(rows) and not kept)
    counting = [line for line in without_pieces(text, lines, form) if _counts_something(line)]
    kept = [adds_up(line.as_it_stands, form) for line in counting]
    return len(kept) >= _FEW_ROWS and not any(kept)


def _has_own_order(line: DueRow, form: Form | None) -> bool:
    """Whether the columns of a row stand in another order than the form's."""
    own = [slot for slot in line.slots if slot]
    known = options_of(line.table, line.row, form)[0].slots
    return own != [slot for slot in known if slot in own]


def without_pieces(text: str, lines: Sequence[DueRow], form: Form | None) -> Sequence[DueRow]:
    """The lines of a table without those of which figures may be pieces of others."""
    broken = are_broken(text, [line.as_it_stands for line in lines], form)
    return [line for line, is_broken in zip(lines, broken, strict=True) if not is_broken]


def _counts_something(line: DueRow) -> bool:
    """Whether a row is full, and not just of zeros."""
    return line.is_full and _counts_some(line)


def _counts_some(line: DueRow) -> bool:
    return any(mark.count for _, _, mark in line.entry.filled)
