"""The tables of the statutory forms, as typed models that declare how they are printed."""

from .applications import (
    APPLICATIONS,
    Applications,
    Handling,
    NotProcessed,
    NotProvided,
    OtherHandling,
    Refused,
)
from .proactive import PROACTIVE, Decisions, Documents, Fees, Proactive, Procurement
from .proceedings import PROCEEDINGS, Cases, Proceedings
from .said import (
    CONCLUDED,
    HANDLED,
    PROCEEDINGS_SAID,
    PUBLISHED,
    RECEIVED,
    RECEIVED_BRIEFLY,
    SAID,
    Said,
)
from .sections import SECTIONS, SectionDeclared, heading_of
from .statistics import STATISTICS, Statistics

TABLES = (PROACTIVE, APPLICATIONS, PROCEEDINGS, STATISTICS)

__all__ = [
    "APPLICATIONS",
    "CONCLUDED",
    "HANDLED",
    "PROACTIVE",
    "PROCEEDINGS",
    "PROCEEDINGS_SAID",
    "PUBLISHED",
    "RECEIVED",
    "RECEIVED_BRIEFLY",
    "SAID",
    "SECTIONS",
    "STATISTICS",
    "TABLES",
    "Applications",
    "Cases",
    "Decisions",
    "Documents",
    "Fees",
    "Handling",
    "NotProcessed",
    "NotProvided",
    "OtherHandling",
    "Proactive",
    "Proceedings",
    "Procurement",
    "Refused",
    "Said",
    "SectionDeclared",
    "Statistics",
    "heading_of",
]
