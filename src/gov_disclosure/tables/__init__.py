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
    HANDLED,
    LEFT_OVER,
    PROCEEDINGS_SAID,
    PUBLISHED,
    RECEIVED,
    RECEIVED_BRIEFLY,
    SAID,
    Reach,
    Said,
)
from .sections import MATTERS, NOUNS, SECTIONS, SectionDeclared, heading_of
from .statistics import STATISTICS, Statistics

TABLES = (PROACTIVE, APPLICATIONS, PROCEEDINGS, STATISTICS)

__all__ = [
    "APPLICATIONS",
    "HANDLED",
    "LEFT_OVER",
    "MATTERS",
    "NOUNS",
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
    "Reach",
    "Refused",
    "Said",
    "SectionDeclared",
    "Statistics",
    "heading_of",
]
