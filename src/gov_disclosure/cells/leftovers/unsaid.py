"""Figures of tables of which nothing else is said: they are told, so that none ends nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...forms import Address
from ...grids.lost import known_places, without_known
from ...later import Later
from ...problems import figures_unread
from ...text.source import Place
from ...values import Belonging, Part, Problem, Reading, Severity
from .echoes import without_read_runs


def told_as_lost(
    lost: Sequence[Sequence[Sequence[Place]]],
    text: str,
    told: Sequence[Problem],
    account: Later[tuple[Part, ...]],
    readings: Later[Mapping[Address, Reading]],
) -> Iterator[Problem]:
    """What is said of lost figures, without those that a warning or the account tells of already.

    Nor of those that only stand in the text once more.
    """
    if not lost:
        return
    spans = [problem.span for problem in told if problem.severity is not Severity.INFO]
    spans += [part.span for part in account.value if part.belonging is Belonging.UNREAD]
    known = known_places((span.start, span.end) for span in spans if span is not None)
    for runs in lost:
        places = ((run[0][0], run[-1][1]) for run in runs)
        left = filter(None, (without_known(text, place, known) for place in places))
        if unread := without_read_runs(text, left, readings):
            yield figures_unread(text, unread)
