"""Parse a text: from its tables to the report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs
from more_itertools import peekable

from .cells.binding import Binding, bind
from .cells.leftovers.echoes import is_echo, problems_of_lost_figures, without_echoes
from .document.account import account_of
from .document.front import Front, front_of
from .document.known import Known
from .document.sections import sections_of
from .document.years import captioned_otherwise
from .drafting import Draft, drafts_of, grid_of
from .grids.choosing import Candidate
from .inputs.given import drawn
from .later import Later
from .layouts.grid import Row
from .problems import (
    ABOUT_PLACED_CELLS,
    form_unclear,
    no_tables,
    several_reports,
    table_unread,
    unread_rows,
)
from .report import AnnualReport
from .tables import STATISTICS
from .text.source import Place, tight
from .values import ExtraRow, LayoutRead, Part, Problem, Span


def parse(text: str) -> AnnualReport:
    """Read an annual report from its text, the source of its web page, or JSON.

    Any string gives a report; one without tables has the problem ``no-tables``.  From the source
    of a web page, JSON, LaTeX tables, text in the strings of a program, and lines behind line
    numbers or quotation marks, plain text is made first; it is ``report.text``.

    >>> report = parse('''示例镇2022年政府信息公开工作年度报告
    ... 二、主动公开政府信息情况
    ... 第二十条第(五)项
    ... 信息内容 | 本年处理决定数量
    ... 行政许可 | 29''')
    >>> report.year, report.agency, report.proactive.licensing.decisions
    (2022, '示例镇', 29)

    Raises:
        TypeError: if ``text`` is not a ``str``.
        ImportError: if it is the source of a web page and the extra ``html`` is not installed.
    """
    return report_of(drafts_of(drawn(text)))


def parse_all(text: str) -> tuple[AnnualReport, ...]:
    """Read every report in a text that may hold several, such as an archive or a yearbook.

    Each report has its own stretch of the text as ``report.text``; its spans count in that, and
    its ``offset`` is the place where it begins.  The stretches together are the whole text.  For a
    text with at most one report, the result is that of :func:`parse`.  A report begins where
    sections or rows of a report are repeated, not at a title that is merely quoted, listed, or
    printed on every page.

    >>> first, second = parse_all('''甲镇2021年政府信息公开工作年度报告
    ... 第二十条第(六)项
    ... 信息内容 | 本年处理决定数量
    ... 行政许可 | 2
    ... 行政处罚 | 5
    ... 行政强制 | 0
    ... 乙镇2021年政府信息公开工作年度报告
    ... 第二十条第(六)项
    ... 信息内容 | 本年处理决定数量
    ... 行政许可 | 3
    ... 行政处罚 | 8
    ... 行政强制 | 0''')
    >>> first.proactive.penalties.decisions, second.proactive.penalties.decisions
    (5, 8)
    >>> second.agency, second.offset == len(first.text)
    ('乙镇', True)

    Raises:
        TypeError: if ``text`` is not a ``str``.
        ImportError: if it is the source of a web page, and the extra ``html`` is not installed.
    """
    drafts = peekable(drafts_of(drawn(text)))
    first = drafts.peek()
    if not first.begins:
        return (report_of(drafts),)
    whole = first.source.text
    return tuple(
        attrs.evolve(report_of(drafts_of(whole[start:end])), offset=start)
        for start, end in pairwise((0, *first.begins, len(whole)))
    )


def report_of(drafts: Iterable[Draft]) -> AnnualReport:
    """The report on the first draft that leaves no doubt, or on the last draft."""
    return next(filter(None, map(_report_on, drafts)))


def _report_on(draft: Draft) -> AnnualReport | None:
    """The report on a draft; None if it has whole tables, but something in the text is in doubt.

    The next draft then reads these tables by layout.
    """
    front = front_of(draft.source, draft.first_line, tuple(_around_statistics(draft)))
    text = draft.source.text
    others = captioned_otherwise(text, draft.headings, draft.tables, front)
    binding = bind(text, draft.grids, others, draft.whole, front.year, front.titled)
    if draft.whole and (others or _is_in_doubt(draft, binding)):
        return None
    return _report(draft, front, binding)


def _is_in_doubt(draft: Draft, binding: Binding) -> bool:
    """Whether a figure outside the whole tables has no certain place."""
    whole = {table.key for table in draft.whole}
    others = (problem for problem in binding.problems if problem.table not in whole)
    return bool(binding.mixed) or any(problem.code not in ABOUT_PLACED_CELLS for problem in others)


def _report(draft: Draft, front: Front, binding: Binding) -> AnnualReport:
    """Make the report; sections, layouts and account are only made when they are first used."""
    text = draft.source.text
    account = Later(account_of, (_known(draft, front),))
    return AnnualReport(
        text=text,
        form=binding.form,
        year=front.year,
        title=front.title.text if front.title else None,
        agency=front.agency,
        period=front.period,
        metadata=front.metadata,
        contacts=front.contacts,
        sections=Later(sections_of, (text, draft.headings, account)),
        extra_rows=tuple(_extra_rows(draft)),
        layouts=Later(_layouts_of, (draft,)),
        problems=tuple(_problems(draft, binding, account)),
        account=account,
        readings=binding.readings,
    )


def _known(draft: Draft, front: Front) -> Known:
    """The findings that the account uses."""
    titles = [front.title.place, *front.title.repeats] if front.title else []
    return Known(
        source=draft.source,
        front=front,
        body=draft.body,
        headings=[*titles, *(heading.place for heading in draft.headings)],
        tables=draft.tables,
    )


def _around_statistics(draft: Draft) -> Iterator[Place]:
    """The places above and below the tables of 2014, where reports name the responsible people."""
    tables = [(w.stretch, w.places[-1]) for w in draft.whole if w.key == STATISTICS.key]
    for candidate in draft.grids:
        entries = [entry for entry in candidate.shown.entries if entry.table == STATISTICS.key]
        if entries:
            tables.append((candidate.stretch, (entries[0].place[0], entries[-1].place[1])))
    for stretch, (start, end) in tables:
        yield stretch.start, start
        yield end, stretch.end


def _extra_rows(draft: Draft) -> Iterator[ExtraRow]:
    """The rows that the form does not have."""
    for candidate in draft.grids:
        for table, row in candidate.shown.extra:
            yield _extra_row(draft.source.text, table, row)


def _extra_row(text: str, table: str, row: Row) -> ExtraRow:
    label, *cells = (tight(text, start, end) for start, end, _ in row)
    raw = tuple(text[slice(*cell)].strip() for cell in cells)
    last = max(cell[1] for cell, said in zip(cells, raw, strict=True) if said)
    return ExtraRow(table, text[slice(*label)], raw, Span(label[0], last))


def _layouts_of(draft: Draft) -> tuple[LayoutRead, ...]:
    """The layouts of all parts; whole tables are read by layout here for the first time."""
    whole = (table.stretch.once(grid_of) for table in draft.whole)
    grids = sorted((*draft.grids, *filter(None, whole)), key=lambda one: one.stretch.start)
    return tuple(map(_layout, grids))


def _layout(candidate: Candidate) -> LayoutRead:
    span = Span(candidate.stretch.start, candidate.stretch.end)
    return LayoutRead(candidate.layout.name, candidate.agreement.score, span)


def _problems(
    draft: Draft, binding: Binding, account: Later[tuple[Part, ...]]
) -> Iterator[Problem]:
    """The problems of the text, of its cells, and of figures that no other problem names."""
    text, readings = draft.source.text, binding.readings
    about_cells = (problem for problem in binding.problems if not is_echo(problem, readings))
    problems = [*_about_text(draft, binding), *about_cells]
    yield from problems
    yield from problems_of_lost_figures(draft.lost, text, problems, account, readings)


def _about_text(draft: Draft, binding: Binding) -> Iterator[Problem]:
    """The problems that concern the text as a whole, or lines in which no row was read."""
    if draft.begins:
        start = draft.begins[0]
        line = draft.source.lines[bisect_left(draft.source.places, (start, 0))]
        yield several_reports(len(draft.begins) + 1, Span(start, start + len(line.rstrip())))
    else:
        yield from binding.mixed
    for candidate in draft.rowless:
        if table := candidate.unread_table:
            stretch = candidate.stretch
            yield table_unread(table, Span(*tight(draft.source.text, stretch.start, stretch.end)))
    for lines in draft.slipped:
        if left := without_echoes(draft.source.text, lines, binding.readings):
            yield unread_rows(draft.source.text, left)
    if not (draft.whole or draft.grids) or not (binding.has_readings or binding.problems):
        yield no_tables(draft.source.text)
    elif binding.form is None:
        yield form_unclear()
