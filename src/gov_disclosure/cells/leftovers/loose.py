"""Report figures that stand in no row of the form, or in a column that no form has.

Those of an extra row in the place of a missing one may be that row in other words.  They are not
given to the row of the form, as the words do not say so; but a user has to know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...declare import Form
from ...forms import FormTable, Line, tables_of
from ...grids.choosing import Candidate
from ...grids.entries import Beside, Entry
from ...labels.marks import Sort
from ...layouts.grid import Row, is_figure
from ...problems import STRANGE_COLUMN, figures_standing, loose_figures, row_unclear
from ...text.source import Place, tight
from ...values import Problem, Span
from ..rows.due_row import DueRow
from ..rows.readings import ResolvedRow

_MOST_NAMED = 20


def unnamed_figures(
    chosen: Iterable[Candidate], rows: Iterable[DueRow], titled: Place
) -> Iterator[Problem]:
    """A problem for the unlabelled figures outside of rows, one for each grid.

    Figures in the title are not reported, as they are its year.
    """
    loose = [(candidate, candidate.shown.loose) for candidate in chosen if candidate.shown.loose]
    found = {cell[0] for line in rows for cell in line.values} if loose else set()
    for candidate, cells in loose:
        named = found.union(cell[0] for _, row in candidate.shown.extra for cell in row)
        cells = [cell for cell in cells if not titled[0] <= cell[0] < titled[1]]
        if left := [cell for cell in cells if cell[0] not in named]:
            yield _loose_figures(candidate.stretch.text, left)


def strange_figures(lines: Sequence[ResolvedRow]) -> Iterator[Problem]:
    """A problem for figures in columns that the form does not have, one for each table."""
    cells: dict[str, Row] = defaultdict(list)
    for line in lines:
        if None in line.slots:
            table = next((slot.address[0] for slot in line.slots if slot), "")
            places = zip(line.slots, line.cells, strict=False)
            cells[table] += [cell for slot, cell in places if slot is None and is_figure(cell)]
    some = filter(None, cells.values())
    loose = (_loose_figures(lines[0].text, figures) for figures in some)
    yield from (figures_standing(STRANGE_COLUMN, problem) for problem in loose)


def _loose_figures(text: str, cells: Row) -> Problem:
    """The problem of figures outside of rows; it lists only the first if they are many."""
    raw = tuple([text[start:end].strip() for start, end, _ in cells[:_MOST_NAMED]])
    more = ("...",) if len(cells) > _MOST_NAMED else ()
    return loose_figures(raw + more, Span(*tight(text, cells[0][0], cells[-1][1])))


_Read = Entry | Beside


def rows_instead(chosen: Iterable[Candidate], form: Form | None) -> Iterator[Problem]:
    """A problem for each extra row that stands where just as many rows of the form are missing."""
    tables = {table.key: table for table in tables_of(form)} if form else {}
    for candidate in chosen:
        if any(candidate.shown.extra):
            for table, row, read in _instead(candidate.shown.reads, tables):
                yield _row_unclear(candidate.stretch.text, table, row, read)


def _instead(
    reads: Sequence[_Read], tables: Mapping[str, FormTable]
) -> Iterator[tuple[FormTable, Line, Beside]]:
    """The rows of the form missing between two others, each with the extra row in its place."""
    printed = {term.key for read in reads if isinstance(read, Entry) for term in read.terms}
    above: Entry | None = None
    between: list[Beside] = []
    for read in (*reads, None):
        if isinstance(read, Beside):
            between += [read] if read.is_extra_row else []
            continue
        if read and _is_heading(read, tables):
            continue
        table = tables.get(between[0].context.table) if between else None
        missing = _rows_between(table, above, read) if table else ()
        if table and len(missing) == len(between) and printed.isdisjoint(r.key for r in missing):
            yield from ((table, *pair) for pair in zip(missing, between, strict=True))
        above, between = read, []


def _is_heading(read: Entry, tables: Mapping[str, FormTable]) -> bool:
    """Whether a label without figures is a row of another form, and only heads rows in this one."""
    table = tables.get(read.table)
    return table is not None and not (read.filled or _keys(table, read))


def _rows_between(table: FormTable, above: Entry | None, below: Entry | None) -> Sequence[Line]:
    """The rows of the form between two others; all before or behind one if there is no other."""
    keys = [row.key for row in table.rows]
    first, last = (_keys(table, read) for read in (above, below))
    start = max((keys.index(key) + 1 for key in first), default=0)
    end = min((keys.index(key) for key in last), default=len(keys))
    return table.rows[start:end]


def _keys(table: FormTable, read: Entry | None) -> Sequence[str]:
    """The keys of the rows of a table that an entry can mean."""
    terms = read.terms if read and read.table == table.key else ()
    return [term.key for term in terms if any(term.key == row.key for row in table.rows)]


def _row_unclear(text: str, table: FormTable, row: Line, read: Beside) -> Problem:
    """The problem of an extra row that may be a missing row of the form."""
    figures = (cell for cell in read.own_values if cell[2].sort is not Sort.UNIT)
    label, *cells = (tight(text, start, end) for start, end, _ in figures)
    raw = tuple(filter(None, (text[slice(*cell)] for cell in cells)))
    span = Span(label[0], cells[-1][1])
    said = text[slice(*label)]
    return row_unclear(said, row.label, raw, span, table=table.key, row=row.key)
