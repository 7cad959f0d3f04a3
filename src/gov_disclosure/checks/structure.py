"""Whether a report has the parts and the tables that its notice prescribes, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..declare import Form
from ..findings import Finding, Status
from ..fold import fold, squeeze
from ..forms import FormTable, tables_of
from ..tables import SECTIONS, SectionDeclared, heading_of
from ..values import Kind, Section
from .rules import SECTION_FILLED, SECTION_ONCE, SECTION_PRESENT, TABLE_PRESENT
from .subject import Audited

_ORDINAL = re.compile(r"^\(?[一二三四五六七八九十\d]{1,3}[、.,:)]+")
_NOTHING = re.compile(r"(?:暂?无|没有|暂?无内容)[.。;；]?")
_ELSEWHERE = re.compile("附件|附表|附后|见表|如下图|下图")
_ENOUGH_SECTIONS = 4
_ENOUGH_LABELS = 2


def structure(report: Audited) -> Iterator[Finding]:
    """Findings on the parts and tables; none where the notice that prescribes them is not told."""
    form = _prescribing(report)
    if form is None:
        return
    for section in SECTIONS:
        if section.since is not None and section.since.value <= form.value:
            yield from _about(section, report)
    for table in tables_of(form):
        yield from _about_table(table, report)


def _prescribing(report: Audited) -> Form | None:
    """The form, or where no table tells it, the first whose headings the report has word by word."""
    if report.form is not None:
        return report.form
    printed = {_core(section.heading) for section in report.sections}
    for section in SECTIONS:
        ...
    return None
