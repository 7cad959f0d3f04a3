"""The way a text takes: source, parts, grids, readings, report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from .account import Known, account_of
from .binding import Binding, bind
from .choosing import Candidate, choose
from .front import Title, find_contacts, find_metadata, find_period, find_title, find_year
from .grid import stretch_of
from .inputs.html import looks_like_html, text_of_html
from .layouts import LAYOUTS
from .outline import Heading, headings, parts
from .problems import form_unclear, no_tables
from .report import AnnualReport
from .sections import sections_of
from .source import Place, Source, read_source
from .tables import STATISTICS
from .values import Contacts, LayoutRead, Metadata, Problem, Span


def parse(text: str) -> AnnualReport:
    """Read an annual report from its text, or from the source of its web page.

    Any string gives a report; one without tables says so in its problems.  Of a web page the
    text is drawn first, and stands on the report as ``text``.

    >>> report = parse('''示例镇2022年政府信息公开工作年度报告
    ... 二、主动公开政府信息情况
    ... 第二十条第(五)项
    ... 信息内容 | 本年处理决定数量
    ... 行政许可 | 29''')
    >>> report.year, report.agency, report.proactive.licensing.decisions
    (2022, '示例镇', 29)

    Raises:
        TypeError: if ``text`` is not a ``str``.
        ImportError: if it is the source of a web page, and the extra ``html`` is not installed.
    """
    if not isinstance(text, str):
        raise TypeError(_not_text(text))
    if looks_like_html(text):
        text = text_of_html(text)
    return _read_report(text)


def _read_report(text: str) -> AnnualReport:
    """The way itself, from the text to the report."""
    source = read_source(text)
    found = headings(source)
    read = tuple(_read(source, found))
    binding = bind(text, read)
    title = find_title(source, found[0].line if found else len(source.lines))
    body = found[0].place[0] if found else len(text)
    metadata, (catalogued, others) = find_metadata(text, (0, body))
    contacts, (named, _) = find_contacts(text, tuple(_around_statistics(read)))
    period = find_period(text)
    agency = _agency(title, contacts, metadata)
    account = account_of(
        Known(
            source=source,
            title=title.text if title else None,
            agency=agency,
            title_end=title.place[1] if title else 0,
            body=body,
            headings=[*([title.place] if title else []), *(heading.place for heading in found)],
            tables=[place for candidate in read for place in candidate.shown.used],
            pairs=[pair.place for pair in (*catalogued, *named)],
            likely_pairs=[pair.place for pair in others],
        ),
    )
    return AnnualReport(
        text=text,
        form=binding.form,
        year=find_year(text, title, period),
        title=title.text if title else None,
        agency=agency,
        period=period,
        metadata=metadata,
        contacts=contacts,
        sections=sections_of(text, found, account),
        layouts=tuple(_layout(candidate) for candidate in read),
        problems=(*_about_tables(read, binding), *binding.problems),
        account=account,
        readings=binding.readings,
    )


def _agency(title: Title | None, contacts: Contacts | None, metadata: Metadata) -> str | None:
    """The body that reports: as the title has it, else the table's footer, else the catalogue."""
    titled = title.agency if title else None
    signed = contacts.reporting_unit if contacts else None
    return titled or signed or metadata.agency


def _not_text(given: object) -> str:
    hints = {
        bytes: "; decode them first, for instance with data.decode('utf-8')",
        Path: "; read its text first, for instance with path.read_text(encoding='utf-8')",
    }
    hint = next((hint for kind, hint in hints.items() if isinstance(given, kind)), "")
    return f"parse() takes the text of a report as a str, not {type(given).__name__}{hint}"


def _read(source: Source, found: tuple[Heading, ...]) -> Iterator[Candidate]:
    """Every part of the report that shows rows of a form, as the layout that fits it reads it."""
    for heading, lines in parts(source, found):
        stretch = stretch_of(source, lines, heading.key if heading else None)
        candidate = choose(stretch, LAYOUTS) if stretch else None
        if candidate is not None:
            yield candidate


def _around_statistics(read: Sequence[Candidate]) -> Iterator[Place]:
    """Where a report on the form of 2014 names the people who answer for it."""
    for candidate in read:
        entries = [entry for entry in candidate.shown.entries if entry.table == STATISTICS.key]
        if entries:
            yield candidate.stretch.start, entries[0].place[0]
            yield entries[-1].place[1], candidate.stretch.end


def _layout(candidate: Candidate) -> LayoutRead:
    span = Span(candidate.stretch.start, candidate.stretch.end)
    return LayoutRead(candidate.layout.name, candidate.agreement.score, span)


def _about_tables(read: Sequence[Candidate], binding: Binding) -> Iterator[Problem]:
    if not read:
        yield no_tables()
    elif binding.form is None:
        yield form_unclear()
