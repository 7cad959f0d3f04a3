"""All checks of a report, one behind the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from ..figures.mentions import Paragraph
from ..findings import Finding
from .consistency import findings_on_consistency
from .parts import findings_on_parts
from .placing import findings_on_placing
from .printed import findings_on_tables
from .prose import findings_in_prose
from .subject import Audited
from .sums import findings_on_sums
from .wholes import findings_on_wholes

CHECKS = (
    findings_on_sums,
    findings_on_placing,
    findings_on_parts,
    findings_on_tables,
    findings_on_consistency,
)
"""The checks of one report, in the order of the findings."""

CHECKS_OF_NARRATIVE = (findings_in_prose, findings_on_wholes)
"""The checks of its narrative, behind the others."""


def findings_on(report: Audited, narrative: Sequence[Paragraph]) -> tuple[Finding, ...]:
    """The findings of all checks on a report and the paragraphs of its narrative."""
    of_report = (look(report) for look in CHECKS)
    of_narrative = (look(report, narrative) for look in CHECKS_OF_NARRATIVE)
    return tuple(chain.from_iterable(chain(of_report, of_narrative)))
