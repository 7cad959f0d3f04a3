"""Report figures of tables that ended in no reading, but for those that merely repeat others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...forms import Address
from ...grids.unclaimed import known_places, rows_of_line, without_known
from ...labels.marks import MARKS
from ...later import Later
from ...problems import figures_unread
from ...text.source import Place
from ...values import Belonging, Code, Kind, Part, Problem, Reading, Severity

_Readings = Mapping[Address, Reading]


def is_echo(problem: Problem, readings: Later[_Readings]) -> bool:
    """Whether a problem is about a row with unclear columns whose figures were read elsewhere."""
    if problem.code != Code.COLUMNS_UNCLEAR:
        return False
    figures = [MARKS[figure].count for printed in problem.raw for figure in printed.split()]
    return _are_figures_of_a_row(
        figures, [(problem.table or "", problem.row or "")], readings.value
    )


def without_echoes(
    text: str, lines: Iterable[Place], readings: Later[_Readings]
) -> Sequence[Place]:
    """Drop lines that look like rows if all their figures were read."""
    return [place for place in lines if not _is_read(text[slice(*place)], readings.value)]


def _without_read_runs(
    text: str, runs: Iterable[Sequence[Place]], readings: Later[_Readings]
) -> Sequence[Sequence[Place]]:
    """Drop runs of figures that are just the figures read of some row."""
    rows = {address[:2] for address in readings.value}
    read = [_figures(row, readings.value) for row in rows]
    return [run for run in runs if [MARKS[text[slice(*one)]].count for one in run] not in read]


def _is_read(line: str, readings: _Readings) -> bool:
    rows, printed = rows_of_line(line)
    return _are_figures_of_a_row([MARKS[figure].count for figure in printed], rows, readings)


def _are_figures_of_a_row(
    figures: Sequence[int | None], rows: Iterable[tuple[str, str]], readings: _Readings
) -> bool:
    """Whether one of the rows has just the given figures, in this order."""
    return bool(figures) and any(figures == _figures(row, readings) for row in rows)


def _figures(row: tuple[str, str], readings: _Readings) -> Sequence[object]:
    return [
        reading.value
        for address, reading in readings.items()
        if address[:2] == row and reading.kind is Kind.NUMBER
    ]


def problems_of_lost_figures(
    lost: Sequence[Sequence[Sequence[Place]]],
    text: str,
    known: Sequence[Problem],
    account: Later[tuple[Part, ...]],
    readings: Later[Mapping[Address, Reading]],
) -> Iterator[Problem]:
    """A problem for lost figures that no warning and no unread part of the account reports.

    Figures that merely repeat those of a row that was read are left out.
    """
    if not lost:
        return
    spans = [problem.span for problem in known if problem.severity is not Severity.INFO]
    spans += [part.span for part in account.value if part.belonging is Belonging.UNREAD]
    reported = known_places((span.start, span.end) for span in spans if span is not None)
    for runs in lost:
        places = ((run[0][0], run[-1][1]) for run in runs)
        left = filter(None, (without_known(text, place, reported) for place in places))
        if unread := _without_read_runs(text, left, readings):
            yield figures_unread(text, unread)
