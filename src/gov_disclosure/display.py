"""Reports for people to read on a screen: aligned tables, and the problems at the end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, zip_longest

import attrs
from more_itertools import intersperse

from .declare import Form, declared_fields
from .findings import Finding, Status
from .forms import Address, Block, FormTable, Line, tables_of
from .labelled import Contacts, Metadata
from .report import AnnualReport
from .tables import heading_of
from .text.width import width
from .values import Cell, Kind, Origin, Period, Problem, Span

_EMPTY = {Kind.BLANK: "_", Kind.DASH: "-", Kind.MISSING: "?"}
_LEGEND = {
    Kind.BLANK: "_  printed, and empty",
    Kind.DASH: "-  a dash or the like is printed",
    Kind.MISSING: "?  the text does not show what stands here",
    Kind.TEXT: '""  words, or no sure number, are printed',
    Origin.INFERRED: "*  not printed here, but the form's arithmetic leaves only this",
}
_SHOWN = frozenset({Status.FAIL, Status.NOTICE})
_WIDEST_LABEL = 32
_WIDEST_HEADING = 16
_WIDEST_WORDS = 12
_CLOSING = frozenset(")》”、,")
_GAP = "  "
_INDENT = "  "

_Lines = Sequence[str]
"""The lines of one cell."""

_Row = Sequence[_Lines]
"""The cells of one row, its label first."""


def show(report: AnnualReport) -> str:
    r"""Format a report for people: front matter, tables and problems.

    >>> from gov_disclosure import parse
    >>> text = "信息内容 | 本年处理决定数量\n行政许可 | 29\n行政处罚 | -\n行政强制 | |"
    >>> print(show(parse(text)).split("\n\n")[3])
      第二十条第(六)项  本年处理决定数量
                                    (件)
      行政处罚                         -
      行政强制                         _
    """
    tables = list(_tables(report))
    parts = [_front(report), *tables, _legend(report.cells), _problems(report), _unread(report)]
    return "\n".join(map(_harmless, "\n\n".join(filter(None, parts)).splitlines()))


def show_findings(findings: Iterable[Finding]) -> str:
    """Format the findings that failed or are worth a look, in English and Chinese.

    >>> show_findings([])
    'checked: nothing wrong was found'
    """
    shown = [finding for finding in findings if finding.status in _SHOWN]
    if not shown:
        return "checked: nothing wrong was found"
    lines = chain.from_iterable(
        (f"{found.status.value}  {found.code}: {found.message}", f"{_INDENT}{found.message_zh}")
        for found in shown
    )
    return "\n".join(map(_harmless, lines))


def _harmless(line: str) -> str:
    """A line without control characters."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)


# Front matter


def _front(report: AnnualReport) -> str:
    named = {
        "title": report.title,
        "agency": report.agency,
        "year": report.year,
        "form": report.form and f"{report.form.value} ({report.form.notice})",
    }
    said = {name: value or "not found in the text" for name, value in named.items()}
    period = {"period": _days(report.period)} if report.period else {}
    return _pairs({**said, **period, **_given(report.metadata), **_given(report.contacts)})


def _days(period: Period) -> str:
    return f"{period.first or '?'} to {period.last or '?'}"


def _given(data: Metadata | Contacts | None) -> dict[str, object]:
    """The values of labelled data, under their printed labels."""
    fields = declared_fields(type(data)) if data is not None else ()
    found = ((declared.label or name, getattr(data, name)) for name, declared in fields)
    return {label: value for label, value in found if value is not None}


def _pairs(pairs: Mapping[str, object]) -> str:
    wide = max(map(width, pairs))
    return "\n".join(left(name, wide) + _GAP + _one_line(str(pairs[name])) for name in pairs)


# Tables


def _tables(report: AnnualReport) -> Iterator[str]:
    """The tables of the report's form, then the cells that only other forms have."""
    open_cells = {(cell.table, cell.row, cell.column): cell for cell in report.cells}
    others = [form for form in reversed(Form) if form is not report.form]
    for form in ([report.form] if report.form else []) + others:
        for table in tables_of(form):
            addresses = (where for where in table.addresses() if where in open_cells)
            cells = {where: open_cells.pop(where) for where in addresses}
            if cells:
                yield "\n".join(_table(table, cells, known=report.form in (form, None)))


def _table(table: FormTable, cells: Mapping[Address, Cell], *, known: bool) -> Iterator[str]:
    yield heading_of(table.key) + ("" if known else f" (as on the form of {table.form.value})")
    if all(cell.kind is Kind.MISSING for cell in cells.values()):
        yield _INDENT + "not in this text"
        return
    blocks = [list(_rows(block, table.key, cells)) for block in table.blocks]
    yield from _aligned(list(chain.from_iterable(intersperse([[[""]]], filter(None, blocks)))))


def _rows(block: Block, table: str, cells: Mapping[Address, Cell]) -> Iterator[_Row]:
    """The header and the rows of a block, without rows and columns that have no cells."""
    here = [
        (row, column) for _, row, column in block.addresses(table) if (table, row, column) in cells
    ]
    columns = [column for column in block.columns if column.key in {key for _, key in here}]
    rows = [row for row in block.rows if row.key in {key for key, _ in here}]
    if rows:
        yield [wrapped(block.caption or "", _WIDEST_LABEL), *map(_heading, columns)]
    for row in rows:
        found = (cells.get((table, row.key, column.key)) for column in columns)
        yield from ([wrapped(heading, _WIDEST_LABEL)] for heading in row.headings)
        yield [_labelled(row), *([_said(cell)] for cell in found)]


def _labelled(row: Line) -> _Lines:
    """The label of a row with its unit, which gets its own line if it does not fit."""
    *lines, last = wrapped(row.label, _WIDEST_LABEL)
    unit = _unit(row)
    fits = width(f"{last} {unit}") <= _WIDEST_LABEL
    return [*lines, f"{last} {unit}".rstrip()] if fits or not unit else [*lines, last, unit]


def _heading(column: Line) -> _Lines:
    """The label of a column, with its remark in brackets, or its unit, on its own line."""
    words, bracket, inside = column.label.partition("(")
    return [*wrapped(words, _WIDEST_HEADING), *filter(None, [bracket + inside, _unit(column)])]


def _unit(line: Line) -> str:
    """The unit of a row's or column's figures, in brackets, unless its label names it."""
    return f"({line.unit})" if line.unit and line.unit not in line.label else ""


def _said(cell: Cell | None) -> str:
    """The text shown for a cell."""
    if cell is None:
        return ""
    if cell.kind is Kind.TEXT:
        return f'"{shortened(_one_line(cell.raw or ""), _WIDEST_WORDS)}"'
    return _EMPTY.get(cell.kind, str(cell.value)) + "*" * (cell.origin is Origin.INFERRED)


def _aligned(rows: Sequence[_Row]) -> Iterator[str]:
    """The rows with aligned cells: labels to the left, the others to the right."""
    columns = zip_longest(*rows, fillvalue=[""])
    label_wide, *wide = [max(width(line) for cell in column for line in cell) for column in columns]
    for row in rows:
        for label, *cells in zip_longest(*row, fillvalue=""):
            figures = (_GAP + right(cell, size) for cell, size in zip(cells, wide, strict=False))
            yield (_INDENT + left(label, label_wide) + "".join(figures)).rstrip()


def _legend(cells: Iterable[Cell]) -> str:
    """The meanings of the marks used in the tables."""
    shown = {mark for cell in cells for mark in (cell.kind, cell.origin)}
    return "\n".join(meaning for mark, meaning in _LEGEND.items() if mark in shown)


# Problems


def _problems(report: AnnualReport) -> str:
    printed = _Printed(report.text)
    return "\n".join(_problem(problem, printed) for problem in report.problems)


def _problem(problem: Problem, printed: _Printed) -> str:
    where = f" {printed.lines(problem.span)}" if problem.span else ""
    return f"{problem.severity.value}{where}: {_one_line(problem.message)} ({problem.code})"


def _unread(report: AnnualReport) -> str:
    places = ", ".join(map(_Printed(report.text).lines, report.unread))
    return f"not read, as it belongs to no known part of a report: {places}" if places else ""


@attrs.frozen
class _Printed:
    """A text whose lines are counted from 1, as editors do."""

    text: str

    def lines(self, span: Span) -> str:
        """The numbers of the lines of a span."""
        end = span.start + len(self.text[span.start : span.end].rstrip())
        first, last = (bisect_left(self._ends, place) + 1 for place in (span.start, end))
        return f"line {first}" if first == last else f"lines {first}-{last}"

    @cached_property
    def _ends(self) -> list[int]:
        """The places of the line ends."""
        return [end.start() for end in re.finditer("\n", self.text)]


# Text on a screen


def left(text: str, wide: int) -> str:
    """The text, padded to the left of a column."""
    return text + " " * (wide - width(text))


def right(text: str, wide: int) -> str:
    """The text, padded to the right of a column."""
    return " " * (wide - width(text)) + text


def wrapped(text: str, wide: int) -> list[str]:
    """Wrap a text to a width; closing marks may exceed it.

    >>> wrapped("收费金额(万元)", 8)
    ['收费金额', '(万元)']
    """
    lines = [""]
    for char in text:
        if width(lines[-1] + char) > wide and char not in _CLOSING:
            lines.append("")
        lines[-1] += char
    return lines


def shortened(text: str, wide: int) -> str:
    """Cut a text to a width, with two dots at its end if it was longer.

    >>> shortened("本局未制定规章", 12)
    '本局未制定..'
    """
    return text if width(text) <= wide else wrapped(text, wide - 2)[0] + ".."


def _one_line(text: str) -> str:
    return " ".join(text.split())
