"""Reports for people to read on a screen: aligned tables, and the problems at the end."""

from __future__ import annotations

from .report import AnnualReport
from .values import Kind

_MARKS = {Kind.BLANK: "_", Kind.DASH: "-", Kind.MISSING: "?"}
_INFERRED = "*"
_LONGEST_WORDS = 12
_WIDEST_LABEL = 36
_WIDEST_HEADING = 12
_GAP = "  "


def show(report: AnnualReport) -> str:
    """The report as lines for a person to read.

    >>> from gov_disclosure import parse
    >>> print(show(parse("信息内容 | 本年处理决定数量\\n行政许可 | 29\\n行政处罚 | -")))
    """
