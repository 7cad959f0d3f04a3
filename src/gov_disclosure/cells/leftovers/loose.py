"""Report figures that stand in no row, or in a column that no form has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ...grids.choosing import Candidate
from ...grids.shown import is_figure
from ...layouts.grid import Row
from ...problems import in_strange_columns, loose_figures
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
    yield from (in_strange_columns(_loose_figures(lines[0].text, figures)) for figures in some)


def _loose_figures(text: str, cells: Row) -> Problem:
    """The problem of figures outside of rows; it lists only the first if they are many."""
    raw = tuple([text[start:end].strip() for start, end, _ in cells[:_MOST_NAMED]])
    more = ("...",) if len(cells) > _MOST_NAMED else ()
    return loose_figures(raw + more, Span(*tight(text, cells[0][0], cells[-1][1])))
