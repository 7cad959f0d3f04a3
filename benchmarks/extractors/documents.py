"""Made-up reports as documents: web pages, Word files and PDFs with ruled, merged tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs

from generate.printed import PrintedCell, PrintedTable
from generate.render import written
from generate.reports import MadeReport
from generate.styles import NARRATIVES, Style
from gov_disclosure.declare import Form
from gov_disclosure.tables import SECTIONS

_STYLE = Style(narrative=NARRATIVES[0], empty="")
_PARTS_OF_2014 = ("overview", "proactive", "fees", "problems", "statistics")
_PARTS = ("overview", "proactive", "applications", "proceedings", "problems", "other_matters")

Part = tuple[str, PrintedTable | None]
"""A heading, and the table beneath it if there is one."""


@attrs.frozen
class Content:
    """What a document shows: its title, and its parts in order."""

    title: str
    parts: tuple[Part, ...]

    @property
    def narrative(self) -> str:
        """What stands beneath headings without a table."""
        return _STYLE.narrative[0]


def content(report: MadeReport) -> Content:
    """The report as headings, sentences and tables."""
    tables = {table.key: table for table in written(report, _STYLE)}
    headings = {section.key: section.heading for section in SECTIONS}
    keys = _PARTS_OF_2014 if report.form is Form.F2014 else _PARTS
    title = f"{report.agency}{report.year}年政府信息公开工作年度报告"
    return Content(title, tuple((headings[key], tables.get(key)) for key in keys))


# Web pages


def write_html(shown: Content, path: Path) -> None:
    """A page whose cells hold bare text."""
    path.write_text(_page(shown, lambda text: text), encoding="utf-8")


def write_word_html(shown: Content, path: Path) -> None:
    """A page as it is pasted from Word: every cell holds a paragraph, empty ones a hard space."""
    path.write_text(
        _page(shown, lambda text: f"\n<p><span>{text or '&nbsp;'}</span></p>\n"), encoding="utf-8"
    )


def _page(shown: Content, inside: Callable[[str], str]) -> str:
    parts = "\n".join(
        f"<p>{escape(heading)}</p>\n"
        + (_html_table(table, inside) if table else f"<p>{shown.narrative}</p>")
        for heading, table in shown.parts
    )
    title = escape(shown.title)
    return (
        f'<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>{title}</title>'
        f'</head>\n<body>\n<div class="article">\n<h1>{title}</h1>\n{parts}\n</div>\n</body></html>'
    )


def _html_table(table: PrintedTable, inside: Callable[[str], str]) -> str:
    rows = "\n".join(
        "<tr>" + "".join(f"\n{_html_cell(cell, inside)}" for cell in row) + "\n</tr>"
        for row in table.rows()
    )
    return f'<table border="1">\n<tbody>\n{rows}\n</tbody>\n</table>'


def _html_cell(cell: PrintedCell, inside: Callable[[str], str]) -> str:
    spans = f' rowspan="{cell.down}"' if cell.down > 1 else ""
    spans += f' colspan="{cell.across}"' if cell.across > 1 else ""
    return f"<td{spans}>{inside(escape(cell.text))}</td>"


# Word files


def write_docx(shown: Content, path: Path) -> None:
    """A Word file whose tables have merged cells."""
    document = import_module("docx").Document()
    document.add_heading(shown.title, 0)
    for heading, table in shown.parts:
        document.add_paragraph(heading)
        if table:
            _add_table(document, table)
        else:
            document.add_paragraph(shown.narrative)
    document.save(str(path))


def _add_table(document: Any, table: PrintedTable) -> None:
    grid = document.add_table(rows=table.height, cols=table.width)
    grid.style = "Table Grid"
    places = grid._cells  # python-docx finds them anew for every look at a cell
    for cell in table.cells:
        first = places[cell.top * table.width + cell.left]
        last = places[(cell.bottom - 1) * table.width + cell.right - 1]
        whole = first if first is last else first.merge(last)
        whole.paragraphs[0].text = cell.text


# PDFs

_FONT = "STSong-Light"
_POINTS = 8
_PADDING = 2
_WIDTHS: Mapping[str, list[int]] = {
    "proactive": [190, 100, 100, 100],
    "applications": [45, 60, 147, *[34] * 7],
    "proceedings": [33] * 15,
    "statistics": [330, 60, 100],
}
_CLOSE_WIDTHS: Mapping[str, list[int]] = {
    "proactive": [90, 60, 60, 60],
    "applications": [30, 50, 110, *[30] * 7],
    "proceedings": [28] * 15,
    "statistics": [220, 40, 60],
}
_NARROW_WIDTHS: Mapping[str, list[int]] = {
    "proactive": [60, 30, 30, 30],
    "applications": [30, 40, 80, *[20] * 7],
    "proceedings": [20] * 15,
    "statistics": [110, 30, 30],
}


def write_pdf(shown: Content, path: Path) -> None:
    """A PDF with ruled tables, long labels on several lines, page numbers, tables cut by pages."""
    _write_pdf(shown, path, _WIDTHS)


def write_close_pdf(shown: Content, path: Path) -> None:
    """The same with columns as close as most agencies have them: labels take several lines."""
    _write_pdf(shown, path, _CLOSE_WIDTHS)


def write_narrow_pdf(shown: Content, path: Path) -> None:
    """The same with columns so narrow that long figures take several lines too."""
    _write_pdf(shown, path, _NARROW_WIDTHS)


def _write_pdf(shown: Content, path: Path, widths: Mapping[str, list[int]]) -> None:
    platypus = import_module("reportlab.platypus")
    fonts = import_module("reportlab.pdfbase.cidfonts")
    import_module("reportlab.pdfbase.pdfmetrics").registerFont(fonts.UnicodeCIDFont(_FONT))
    pages = platypus.SimpleDocTemplate(
        str(path), title=shown.title, leftMargin=50, rightMargin=50, topMargin=50, bottomMargin=60
    )
    flow = list(_flowables(shown, platypus, widths))
    pages.build(flow, onFirstPage=_number_page, onLaterPages=_number_page)


def _number_page(canvas: Any, pages: Any) -> None:
    canvas.setFont(_FONT, 9)
    canvas.drawCentredString(pages.pagesize[0] / 2, 40, f"- {canvas.getPageNumber()} -")


def _flowables(shown: Content, platypus: Any, widths: Mapping[str, list[int]]) -> Iterator[Any]:
    yield platypus.Paragraph(escape(shown.title), _paragraph_style(16))
    for heading, table in shown.parts:
        yield platypus.Paragraph(escape(heading), _paragraph_style(11))
        if table:
            yield _pdf_table(table, platypus, widths[table.key])
        else:
            yield platypus.Paragraph(shown.narrative, _paragraph_style(10))


def _paragraph_style(points: int) -> Any:
    styles = import_module("reportlab.lib.styles")
    return styles.ParagraphStyle(
        f"cjk{points}",
        fontName=_FONT,
        fontSize=points,
        leading=points * 1.3,
        wordWrap="CJK",
        spaceAfter=4,
    )


def _pdf_table(table: PrintedTable, platypus: Any, widths: list[int]) -> Any:
    style = _paragraph_style(_POINTS)
    grid: list[list[Any]] = [[""] * table.width for _ in range(table.height)]
    for cell in table.cells:
        grid[cell.top][cell.left] = platypus.Paragraph(escape(cell.text), style)
    drawn = platypus.Table(grid, colWidths=widths)
    drawn.setStyle(platypus.TableStyle([*_RULED, *_spans(table)]))
    return drawn


_RULED: tuple[tuple[Any, ...], ...] = (
    ("GRID", (0, 0), (-1, -1), 0.5, "black"),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
    ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
)


def _spans(table: PrintedTable) -> Iterator[tuple[Any, ...]]:
    merged = (cell for cell in table.cells if cell.down * cell.across > 1)
    for cell in merged:
        yield "SPAN", (cell.left, cell.top), (cell.right - 1, cell.bottom - 1)


WRITERS: Mapping[str, Callable[[Content, Path], None]] = {
    "html": write_html,
    "word.html": write_word_html,
    "docx": write_docx,
    "pdf": write_pdf,
    "close.pdf": write_close_pdf,
    "narrow.pdf": write_narrow_pdf,
}
"""The kinds of documents, by the suffix of their files."""
