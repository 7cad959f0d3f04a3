"""Check that the tables of the form are present, and filled in as the form asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding, Status
from ..forms import FormTable, tables_of
from ..tables import heading_of
from ..text.fold import squeeze
from ..values import Cell, Kind, Section
from .notices import form_to_follow, is_followed, parts_under
from .rules import TABLE_PRESENT, ZEROS_PRINTED
from .subject import Audited

_ELSEWHERE = re.compile("附件|附表|附后|见表")
_FILLING = " \t\r\n\u3000\xa0|"
_FIGURE = re.compile(r"\d+")
_ENOUGH_LABELS = 2
_ENOUGH_FIGURES = 5
"""With so many labels or figures below its heading, a table is likely present but unread."""


def findings_on_tables(report: Audited) -> Iterator[Finding]:
    """Findings on each table of the report's form."""
    form = form_to_follow(report)
    for table in tables_of(form) if form else ():
        beneath = parts_under(report, table.key)
        if _is_read(table, report):
            yield TABLE_PRESENT.finding(Status.PASS, heading=heading_of(table.key))
            if table.declared.asks_for_zeros:
                yield _zeros(table, report)
        elif beneath:
            yield _absent(table, beneath, report)


def _is_read(table: FormTable, report: Audited) -> bool:
    return any(cell.table == table.key and cell.kind is not Kind.MISSING for cell in report.cells)


def _absent(table: FormTable, beneath: tuple[Section, ...], report: Audited) -> Finding:
    """A heading without rows that were read; the table is absent if nothing looks like one."""
    said = "\n".join(report.text[part.span.start : part.span.end] for part in beneath)
    surely = not _may_be_there(table, said) and is_followed(beneath[-1], report)
    status = Status.FAIL if surely else Status.UNKNOWN
    spans = [part.span for part in beneath]
    return TABLE_PRESENT.finding(status, heading=beneath[0].heading, spans=spans)


def _may_be_there(table: FormTable, said: str) -> bool:
    """Whether a text has labels of the table, many figures, or a reference to the table."""
    lines = [line for block in table.blocks for line in (*block.rows, *block.columns)]
    words = squeeze(said)
    labels = sum(label in words for label in {squeeze(line.label) for line in lines})
    figures = len(_FIGURE.findall(said))
    elsewhere = _ELSEWHERE.search(words) is not None
    return labels >= _ENOUGH_LABELS or figures >= _ENOUGH_FIGURES or elsewhere


def _zeros(table: FormTable, report: Audited) -> Finding:
    """Whether cells are blank where the form wants a zero.

    What the text does not show may be, and so may what stands at its end: rows are cut off there.
    """
    end = len(report.text.rstrip(_FILLING))
    cells = [cell for cell in report.cells if cell.table == table.key]
    blank = [cell for cell in cells if cell.kind is Kind.BLANK and _ends_before(end, cell)]
    not_shown = [cell for cell in cells if cell.kind in (Kind.MISSING, Kind.BLANK)]
    status = Status.NOTICE if blank else Status.UNKNOWN if not_shown else Status.PASS
    found = blank or not_shown
    heading = heading_of(table.key)
    return ZEROS_PRINTED.finding(status, heading=heading, count=len(found), cells=found)


def _ends_before(end: int, cell: Cell) -> bool:
    return cell.span is not None and cell.span.end < end
