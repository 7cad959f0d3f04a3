"""Read the statutory tables of Chinese annual reports on government information disclosure.

:func:`parse` turns the extracted text of a 政府信息公开工作年度报告 into an :class:`AnnualReport`.
The README has a first example.
"""

from .audit import check, check_series
from .checks.measures import Measures
from .declare import Form
from .files import parse_bytes, parse_file, text_of_bytes, text_of_file
from .findings import Finding, Status
from .labelled import Contacts, Metadata
from .parser import parse, parse_all
from .report import AnnualReport
from .serialize import from_dict, from_json, to_dict, to_json
from .tables import Applications, Proactive, Proceedings, Statistics
from .values import (
    Belonging,
    Cell,
    Code,
    ExtraRow,
    Figure,
    Kind,
    LayoutRead,
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
    "Code",
    "Contacts",
    "ExtraRow",
    "Figure",
    "Finding",
    "Form",
    "Kind",
    "LayoutRead",
    "Measures",
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
    "Status",
    "check",
    "check_series",
    "from_dict",
    "from_json",
    "parse",
    "parse_all",
    "parse_bytes",
    "parse_file",
    "text_of_bytes",
    "text_of_file",
    "to_dict",
    "to_json",
]
