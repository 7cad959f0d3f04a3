"""Reads the statutory tables of Chinese government-information-disclosure annual reports.

One call, :func:`parse`, turns the extracted text of a 政府信息公开工作年度报告 into an
:class:`AnnualReport`.  See the README for a first example.
"""

from .declare import Form
from .files import parse_bytes, parse_file
from .parser import parse, parse_all
from .report import AnnualReport
from .serialize import from_dict, from_json, to_dict, to_json
from .tables import Applications, Proactive, Proceedings, Statistics
from .values import (
    Belonging,
    Cell,
    Contacts,
    Kind,
    LayoutRead,
    Metadata,
    Origin,
    Part,
    Period,
    Problem,
    ReportError,
    Section,
    Severity,
    Span,
)

__all__ = [
    "AnnualReport",
    "Applications",
    "Belonging",
    "Cell",
    "Contacts",
    "Form",
    "Kind",
    "LayoutRead",
    "Metadata",
    "Origin",
    "Part",
    "Period",
    "Proactive",
    "Problem",
    "Proceedings",
    "ReportError",
    "Section",
    "Severity",
    "Span",
    "Statistics",
    "from_dict",
    "from_json",
    "parse",
    "parse_all",
    "parse_bytes",
    "parse_file",
    "to_dict",
    "to_json",
]
