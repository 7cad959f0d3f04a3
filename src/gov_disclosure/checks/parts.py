"""Check that a report has each part that its notice prescribes, once and with content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from more_itertools import duplicates_everseen

from ..findings import Finding, Status
from ..forms import tables_of
from ..tables import SECTIONS, SectionDeclared
from ..text.fold import fold
from ..values import Section
from .notices import form_to_follow, heading_core, heading_number, is_followed, parts_under
from .rules import SECTION_FILLED, SECTION_ONCE, SECTION_PRESENT
from .subject import Audited

_NUMBERED = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2}) ?[)、.,:][^。;\n]{0,20}"
_NOTHING = re.compile(r"(?:暂?无|没有)(?:内容)?[。.]?")
_ENOUGH_PARTS = 4
"""A text with fewer of the prescribed parts may be an extract."""


def findings_on_parts(report: Audited) -> Iterator[Finding]:
    """Findings on each part that the notice of the report's form prescribes."""
    form = form_to_follow(report)
    if form is None:
        return
    prescribed = (part for part in SECTIONS if part.since and part.since.value <= form.value)
    parts = sorted(prescribed, key=lambda part: heading_number(part.heading))
    with_tables = {table.key for table in tables_of(form)}
    for part in parts:
        found = parts_under(report, part.key)
        if not found:
            yield _missing(part, parts, report)
            continue
        yield _present(found)
        yield _once(found, report)
        if part.key not in with_tables:
            yield _filled(part, found, report)


def _present(found: Sequence[Section]) -> Finding:
    spans = [section.span for section in found]
    return SECTION_PRESENT.finding(Status.PASS, heading=found[0].heading, spans=spans)


def _missing(part: SectionDeclared, due: Sequence[SectionDeclared], report: Audited) -> Finding:
    """A part without a heading: absent if the text is a whole report and never names it.

    A heading that no form has may be this one in other words, and one that is glued to the text
    around it is no line of its own.
    """
    is_whole = sum(bool(parts_under(report, other.key)) for other in due) >= _ENOUGH_PARTS
    renamed = any(section.key is None for section in report.sections)
    absent = is_whole and not renamed and not _is_named(part, report.text)
    status = Status.FAIL if absent else Status.UNKNOWN
    return SECTION_PRESENT.finding(status, heading=part.heading)


def _is_named(part: SectionDeclared, text: str) -> bool:
    """Whether the text has the heading anywhere, or one of its words behind a number."""
    said = fold(text)
    words = "|".join(map(re.escape, part.words))
    return heading_core(part.heading) in said or bool(re.search(f"{_NUMBERED}(?:{words})", said))


def _once(found: Sequence[Section], report: Audited) -> Finding:
    """Whether a heading occurs only once with content, as in a table of contents it has none."""
    filled = [section for section in found if _holds_something(section, report)]
    doubled = list(duplicates_everseen(filled, key=lambda section: heading_core(section.heading)))
    status = Status.FAIL if doubled else Status.PASS
    heading = (doubled or found)[0].heading
    spans = [section.span for section in filled]
    return SECTION_ONCE.finding(status, heading=heading, times=len(doubled) + 1, spans=spans)


def _filled(part: SectionDeclared, found: Sequence[Section], report: Audited) -> Finding:
    """Whether a part has content; the last part of a text may have been cut off."""
    filled = [section for section in found if _holds_something(section, report)]
    said = "".join(section.text for section in filled).strip()
    if filled:
        only_nothing = not part.may_be_nothing and _NOTHING.fullmatch(said)
        status = Status.NOTICE if only_nothing else Status.PASS
    else:
        status = Status.FAIL if is_followed(found[-1], report) else Status.UNKNOWN
    spans = [section.span for section in filled or found]
    return SECTION_FILLED.finding(status, heading=found[0].heading, said=said, spans=spans)


def _holds_something(section: Section, report: Audited) -> bool:
    """Whether there is content below a heading, in prose or in a table."""
    beneath = report.text[section.span.start + len(section.heading) : section.span.end]
    return any(character.isalnum() for character in beneath)
