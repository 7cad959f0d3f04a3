"""Report figures of tables that ended in no reading and in no other problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...forms import Address
from ...grids.unread import known_places, without_known
from ...later import Later
from ...problems import figures_unread
from ...text.source import Place
from ...values import Belonging, Part, Problem, Reading, Severity
from .echoes import without_read_runs


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
        if unread := without_read_runs(text, left, readings):
            yield figures_unread(text, unread)
