"""Find the notice that a report has to follow, and compare its headings."""

from __future__ import annotations

import re

from ..declare import Form
from ..forms import tables_of
from ..tables import heading_of
from ..text.chinese import ORDINAL, read_chinese
from ..text.fold import squeeze
from ..values import Section
from .subject import Audited

_ORDINAL = re.compile(rf"\(?(?:{ORDINAL}|\d){{1,3}}[、.,:)]+")
_NUMERAL = re.compile(f"{ORDINAL}*")


def form_to_follow(report: Audited) -> Form | None:
    """The form that is printed, else the first form whose tables all have their headings.

    The headings identify the form of a report whose tables are pictures.
    """
    if report.form is not None:
        return report.form
    printed = set(map(heading_core, {section.heading for section in report.sections}))
    return next((form for form in Form if _headings(form) <= printed), None)


def _headings(form: Form) -> set[str]:
    return {heading_core(heading_of(table.key)) for table in tables_of(form)}


def heading_core(heading: str) -> str:
    """A heading as headings are compared: without blanks and ordinal.

    >>> heading_core("2、 主动公开政府信息情况") == heading_core("二、主动公开政府信息情况")
    True
    """
    return _ORDINAL.sub("", squeeze(heading), count=1)


def parts_under(report: Audited, key: str) -> tuple[Section, ...]:
    """The sections of a report with a key."""
    return tuple(section for section in report.sections if section.key == key)


def is_followed(section: Section, report: Audited) -> bool:
    """Whether the next heading is that of the next part, by its key and its number.

    A numbered line below a heading may look like a heading, and the last part of a text may be
    cut off.
    """
    behind = (other for other in report.sections if other.span.start > section.span.start)
    following = next(behind, None)
    if following is None or following.key in (None, section.key):
        return False
    number = heading_number(section.heading)
    return number > 0 and heading_number(following.heading) == number + 1


def heading_number(heading: str) -> int:
    """The Chinese numeral before a heading, as a number; 0 without one.

    >>> [heading_number(said) for said in ("二、主动公开", "十一、附件", "主动公开")]
    [2, 11, 0]
    """
    numeral = _NUMERAL.match(heading)
    return (read_chinese(numeral[0]) if numeral else None) or 0
