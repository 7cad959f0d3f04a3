"""What is checked of a report, and of the reports of several years.

A check looks at a report through :class:`subject.Audited` and gives findings; none knows
another.  What the forms prescribe is declared with them, what else is demanded in
:mod:`gov_disclosure.checks.rules`.
"""

from __future__ import annotations

from itertools import chain

from ..findings import Finding
from .consistency import consistency
from .parts import parts
from .printed import tables
from .prose import prose
from .series import findings_over
from .subject import Audited
from .sums import sums_within
from .wholes import wholes

CHECKS = (sums_within, parts, tables, consistency, prose, wholes)
"""Everything that is looked at in one report, in the order of the findings."""


__all__ = ["CHECKS", "findings_on", "findings_over"]


def findings_on(report: Audited) -> tuple[Finding, ...]:
    """What every check finds."""
    return tuple(chain.from_iterable(look(report) for look in CHECKS))
