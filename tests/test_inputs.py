"""Web pages, Word files, PDFs and bytes: every cell comes back from its own place."""

import io
import re
import sys
import zipfile
from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from generate.printed import PrintedCell, PrintedTable
from generate.render import Rendering, html, render, written
from generate.reports import MANNERS, MadeReport, made_reports, make_report
from generate.styles import PLAIN, styles
from gov_disclosure import AnnualReport, Kind, parse
from gov_disclosure.declare import Form
from gov_disclosure.files import parse_bytes, parse_file
from gov_disclosure.forms import Address
from gov_disclosure.inputs.docx import text_of_docx
from gov_disclosure.inputs.html import text_of_html
from gov_disclosure.inputs.markup import looks_like_html
from gov_disclosure.inputs.pdf import text_of_pdf
from gov_disclosure.inputs.spans import without_attributes
from gov_disclosure.tables import SECTIONS

every_form = pytest.mark.parametrize("form", Form)
every_manner = pytest.mark.parametrize("manner", MANNERS)

few = settings(max_examples=5)

HEADINGS = {section.key: section.heading for section in SECTIONS}


def title(report: MadeReport) -> str:
    return f"{report.agency}{report.year}年政府信息公开工作年度报告"


def tables(report: MadeReport) -> Iterable[tuple[str, PrintedTable]]:
    """The tables of a report, each with the heading above it."""
    return ((HEADINGS[table.key], table) for table in written(report, PLAIN))


def rows(table: PrintedTable) -> list[str]:
    """A table as it is to be drawn: merged cells in their first position."""
    grid = table.positions(lambda cell, row, column: "")
    return [f"| {' | '.join(line)} |" for line in grid]


def assert_read(read: AnnualReport, report: MadeReport) -> None:
    assert (read.title, read.year, read.form) == (title(report), report.year, report.form)
    for where in told(report):
        cell, expected = read.cell(*where), report.expected(where)
        assert (cell.kind, cell.value) == (expected.kind, expected.value), where
    assert read.unread == ()


def told(report: MadeReport) -> Iterable[Address]:
    """Every cell, but for those of a table whose only row has neither a label nor a figure."""
    said = {where[0] for where, figure in report.cells.items() if figure}
    return [where for where in report.cells if where[0] in said or where[0] != "proceedings"]


# Web pages


def page(report: MadeReport, blank: str = "") -> str:
    """A page as it is pasted from Word: every cell holds a paragraph."""

    def inside(cell: PrintedCell) -> str:
        return f"\n<p><span>{escape(cell.text) or blank}</span></p>\n"

    shown = "".join(
        f"<p>{heading}</p>\n{html(table.filled(inside), PLAIN)}"
        for heading, table in tables(report)
    )
    head = f'<head><meta charset="gb2312"><title>{title(report)}</title></head>'
    return f"<!DOCTYPE html>\n<html>{head}\n<body><h1>{title(report)}</h1>{shown}</body></html>"


class TestPages:
    @every_form
    @every_manner
    @pytest.mark.parametrize("blank", ["", "&nbsp;", "&#160;&emsp;", "<br>", "\n"])
    def test_every_cell_is_read(self, form: Form, manner: str, blank: str) -> None:
        report = make_report(form, 2, manner)
        assert_read(parse(page(report, blank)), report)

    @every_form
    def test_within_tables_that_lay_out_the_page(self, form: Form) -> None:
        report = make_report(form, 1, "mixed")
        opened = "<table><tr><td>&nbsp;</td><td><table><tr><td>"
        closed = "</td></tr></table></td><td>&nbsp;</td></tr></table>"
        source = page(report).replace("<body>", f"<body>{opened}")
        assert_read(parse(source.replace("</body>", f"{closed}</body>")), report)

    @every_form
    def test_without_the_end_tags_that_may_be_left_out(self, form: Form) -> None:
        report = make_report(form, 1, "mixed")
        assert_read(parse(re.sub("</(td|tr|p|body|html)>", "", page(report))), report)

    @every_form
    @few
    @given(data=st.data())
    def test_every_position_of_a_table_is_drawn(self, form: Form, data: st.DataObject) -> None:
        report = data.draw(made_reports(form, MANNERS["mixed"]))
        style = data.draw(styles((" ", "<br>")))
        for table in written(report, style):
            plain = table.filled(lambda cell: cell.text.replace("<br>", " "))
            assert text_of_html(html(table, style)).split("\n") == rows(plain)

    @every_form
    def test_tables_in_a_text_leave_its_lines_as_they_are(self, form: Form) -> None:
        report = make_report(form, 1, "mixed")
        drawn = render(report, Rendering(name="html", draw=html, keeps=None), PLAIN)
        assert text_of_html(drawn).split("\n")[:3] == drawn.split("\n")[:3]
        assert_read(parse(drawn), report)

    def test_the_report_holds_the_text_that_was_drawn(self) -> None:
        report = parse("<h1>示例镇2022年政府信息公开工作年度报告</h1><p>一、总体情况</p>")
        assert report.text == "示例镇2022年政府信息公开工作年度报告\n一、总体情况"


SPANS = {
    "both": ("<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c", "| a | b |\n|  | c |"),
    "to the end of its group": (
        "<tbody><tr><td rowspan=0>a<td>b<tr><td>c</tbody><tbody><tr><td>d<td>e</tbody>",
        "| a | b |\n|  | c |\n| d | e |",
    ),
    "not beyond the table": ("<tr><td rowspan=9>a<td>b<tr><td>c", "| a | b |\n|  | c |"),
    "no number": ("<tr><td rowspan=x colspan=-2>a<td colspan='2px'>b", "| a | b |"),
    "each column in several": (
        "<tr><td colspan=3>a<td colspan=2>b<tr><td rowspan=2 colspan=3>c<td colspan=2>d"
        "<tr><td colspan=2>e<tr><td>f<td colspan=2>g<td colspan=2>h",
        "| a |  | b |\n| c |  | d |\n|  |  | e |\n| f | g | h |",
    ),
    "columns of another width in one row": (
        "<tr><td>a<td>b<td colspan=2>c<td>d<tr><td>e<td colspan=2>f<td>g<td>h"
        "<tr><td>i<td>j<td colspan=2>k<td>l<tr><td colspan=4>m<td>n",
        "| a | b | c | d |\n| e | f | g | h |\n| i | j | k | l |\n| m |  |  | n |",
    ),
    "a row that lacks a cell": (
        "<tr><td>a<td>b<td>c<tr><td colspan=2>d<td>e<tr><td>f<td>g",
        "| a | b | c |\n| d |  | e |\n| f | g |  |",
    ),
    "over a shorter row": ("<tr><td>a<td rowspan=2>b<tr><td>c<td>d", "| a | b |  |\n| c |  | d |"),
    "short rows": ("<tr><td>a<tr><td>b<td>c", "| a |  |\n| b | c |"),
    "rows that do not begin": ("<tr><td>a<td>b</tr><td>c<td>d", "| a | b |\n| c | d |"),
    "a figure over columns": (
        "<tr><td>a<td>b<td>c<td>d<tr><td>e<td colspan=2>3<td>0",
        "| a | b | c | d |\n| e | 3〔合并〕 | 〔合并〕 | 0 |",
    ),
    "a figure over columns of two headers": (
        "<tr><td rowspan=2>a<td rowspan=2>b<td colspan=2>c<tr><td>d<td>e<tr><td>f<td colspan=3>0",
        "| a | b | c |  |\n|  |  | d | e |\n| f | 0〔合并〕 | 〔合并〕 | 〔合并〕 |",
    ),
    "a mark over columns": (
        "<tr><td>a<td>b<td>c<tr><td>d<td colspan=2>无",
        "| a | b | c |\n| d | 无 | 无 |",
    ),
    "a figure as wide as its header": (
        "<tr><td>a<td>b<td>c<tr><td>d<td>1<td>2<tr><td>e<td colspan=2>f<tr><td>g<td colspan=2>3",
        "| a | b | c |\n| d | 1 | 2 |\n| e | f |  |\n| g | 3 |  |",
    ),
    "a figure below words where others are due": (
        "<tr><td>a<td>b<td>c<tr><td>d<td>0<td>不涉及"
        "<tr><td>e<td colspan=2>f<tr><td>g<td colspan=2>3",
        "| a | b | c |\n| d | 0 | 不涉及 |\n| e | f |  |\n| g | 3 |  |",
    ),
    "a figure over the remark on its label": (
        "<tr><td>a<td>b<tr><td>c<td rowspan=2>3<tr><td>（含d）",
        "| a | b |\n| c | 3 |\n| （含d） |  |",
    ),
    "a figure over rows": (
        "<tr><td>a<td>b<td>c<tr><td>d<td>1<td rowspan=2>3件<tr><td>e<td>2",
        "| a | b | c |\n| d | 1 | 3件〔合并〕 |\n| e | 2 | 〔合并〕 |",
    ),
    "a figure as high as its label": (
        "<tr><td>a<td>b<tr><td rowspan=2>c<td rowspan=2>3<td>4<tr><td>5",
        "| a | b |  |\n| c | 3 | 4 |\n|  |  | 5 |",
    ),
    "no figure over columns": (
        "<tr><td>a<td>b<td>c<tr><td>d<td colspan=2>e<tr><td>f<td colspan=2>",
        "| a | b | c |\n| d | e |  |\n| f |  |  |",
    ),
    "forms between": ("<form><tr><td>a<td>b</tr></form>", "| a | b |"),
    "hidden cells": (
        '<tr style="DISPLAY: none"><td>x<td>y<tr><td>a<td style="display:none">x<td>b',
        "| a | b |",
    ),
    "cells marked as hidden": (
        '<tr style="visibility:collapse"><td>x<td>y<tr><td>a<td hidden>x<td>b',
        "| a | b |",
    ),
    "hidden words": (
        '<tr><td>a<td><span style="display:none">0</span>5'
        '<td><span style="visibility:hidden">0</span>6',
        "| a | 5 | 6 |",
    ),
    "fields of a form": (
        '<tr><td>a<td><input value=5><td><input type="text" value="6">件<td>'
        "<input type=hidden value=7><input type=radio value=8>",
        "| a | 5 | 6 件 |  |",
    ),
    "captions": ("<caption>t</caption><tr><th>a<th>b", "t\n| a | b |"),
    "pipes": ("<tr><td>a|b<td>|", "| a¦b | ¦ |"),
    "one column": ("<tr><td>a<tr><td>b", "a\nb"),
    "nothing": ("<tr><td>&nbsp;<td><tr><td><td>", ""),
}

WITHIN = {
    "all in one cell": ("<p>t<table><tr><td>a<td>b</table>u", "t\n| a | b |\nu"),
    "a figure": ("<table><tr><td>29</table>", "| x | 29 |\n| 1 | 2 |"),
    "some small cells": ("<table><tr><td>2<td>9</table>", "| x | ¦ 2 ¦ 9 ¦ |\n| 1 | 2 |"),
    "a page": ("<p>t<table><tr><td>a<td>b<td>c</table>", "x\nt\n| a | b | c |\n1\n2"),
}

LINES = {
    "lines of the source": ("<p>政府\n  信息 a\n\tb<p>c", "政府信息 a b\nc"),
    "breaks": ("a<br>b<div>c</div>d<hr>e<ul><li>f<li>g</ul>", "a\nb\nc\nd\ne\nf\ng"),
    "kept lines": ("<p>a<pre>b\n c\n</pre>d", "a\nb\n c\nd"),
    "hard blanks": ("<p>&nbsp;&nbsp;a&nbsp; b&#160;</p>", "a  b"),
    "entities": ("<p>&lt;5 &amp; &ldquo;a&rdquo; &#x89c4;", "<5 & “a” 规"),
    "footnotes": ("<p>5<sup>1</sup> 6<sub>2</sub>", "5¹ 6₂"),
    "struck figures": ("<p><del>5</del>6<s>7</s>", "~~5~~ 6 ~~7~~"),
    "what is not shown": (
        "<head><style>p{}</style></head><p>a<script>'<p>b'</script><svg><title>t</title></svg>"
        "<noscript>c</noscript><!--d--><select><option>e</select><template>f</template>",
        "a",
    ),
    "the name of a page": ("<title>a\nb</title><svg><title>c</title></svg>d", "a b\nd"),
    "a name that the page shows": ("<title>甲县年报_甲县</title><p>x<p>甲县年报", "x\n甲县年报"),
    "what Word puts there": (
        "<?xml version='1.0' encoding='gb2312'?><p><![if !x]>a<![endif]><o:p>&nbsp;</o:p>",
        "a",
    ),
    "prose in a table": (
        f"<table><tr><td>a<td>b<tr><td colspan=2><p>{'长' * 99}<p>{'文' * 99}</table>",
        f"| a | b |\n{'长' * 99}\n{'文' * 99}",
    ),
    "tags in a text": ("a\tb \n\nc</p>\nd | e\n", "a\tb \n\nc\nd | e"),
    "tags behind a text": ("<table><tr><td>a<td>b</table>\nc\n\nd", "| a | b |\n\nc\n\nd"),
    "nothing": ("", ""),
}

PLAIN_TEXTS = ("", "规章 3 < 5 > 4", "《<规章>》", "a<br>b", "| a<br>b | c |", "<5万元", "a <- b")


class TestDrawnPages:
    @pytest.mark.parametrize("case", SPANS)
    def test_merged_cells(self, case: str) -> None:
        source, drawn = SPANS[case]
        assert text_of_html(f"<table>{source}</table>") == drawn

    @pytest.mark.parametrize("case", WITHIN)
    def test_tables_within_a_cell(self, case: str) -> None:
        source, drawn = WITHIN[case]
        around = "<tr><td>{}" if case == "all in one cell" else "<tr><td>x<td>{}<tr><td>1<td>2"
        assert text_of_html(f"<table>{around.format(source)}</table>") == drawn

    @pytest.mark.parametrize("case", LINES)
    def test_lines(self, case: str) -> None:
        source, drawn = LINES[case]
        assert text_of_html(source) == drawn

    @given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1))
    def test_no_letter_is_lost(self, text: str) -> None:
        assert text_of_html(f"<b>{escape(text)}</b>") == text
        shown = text.replace("|", "¦")
        assert text_of_html(f"<td>{escape(text)}</td>") == text
        cells = f"<table><tr><td>{escape(text)}<td>b</table>"
        assert text_of_html(cells) == f"| {shown} | b |"

    @given(st.lists(st.sampled_from((*"<>/= a", "<table>", "<tr>", "<td>", "</table>", "<pre>"))))
    def test_no_page_is_too_broken(self, pieces: list[str]) -> None:
        assert not looks_like_html(text_of_html("".join(pieces)))
        assert "甲" in text_of_html("".join(["甲\ud800\0<p>", *pieces]))

    @pytest.mark.parametrize("opened", ["<div>", "<table><tr><td>", "<b>", "<ul><li>"])
    def test_nothing_is_nested_too_deep(self, opened: str) -> None:
        assert text_of_html(opened * 5000 + "规章") == "规章"

    def test_no_span_is_too_large(self) -> None:
        source = "<table>" + "<tr><td colspan=1000 rowspan=65534>a" * 2000
        assert text_of_html(source) == "\n".join("a" * 2000)

    def test_nothing_but_the_page_is_read(self, tmp_path: Path) -> None:
        secret = tmp_path / "secret"
        secret.write_text("secret", encoding="utf-8")
        source = f'<!DOCTYPE html [<!ENTITY s SYSTEM "{secret.as_uri()}">]><p>&s;</p>'
        assert "secret" not in text_of_html(source)


def test_a_figure_in_merged_cells_is_that_of_none() -> None:
    """Nor are the others of them empty, though nothing stands in them."""
    header = "<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数"
    rows = "<tr><td>规章<td>1<td>2<td>3<tr><td>行政规范性文件<td colspan=2>7<td>5"
    report = parse(f"第二十条第(一)项<table>{header}{rows}</table>")
    row = [
        report.cell("proactive", "normative_documents", column)
        for column in ("issued", "repealed", "in_force")
    ]
    assert [(cell.kind.value, cell.raw) for cell in row] == [
        ("text", "7〔合并〕"),
        ("text", "〔合并〕"),
        ("number", "5"),
    ]


def beside_a_figure(cell: str) -> str:
    """A row of a page with something in its second cell."""
    return f"<table><tr><td>规章<td>{cell}<td>5<tr><td>a<td>b<td>c</table>"


LABELS, FIGURES = "信息内容<br>行政处罚<br>行政强制", "本年处理决定数量<br>3<br>-"


class TestRowsOfSeveralLines:
    """A page may hold a table in one row, with a line in each cell for each of its rows."""

    def test_each_line_of_them_is_a_row(self) -> None:
        page = f"<table><tr><td>{LABELS}<td>{FIGURES}<tr><td>行政许可<td>7</table>"
        drawn = (
            "| 信息内容 | 本年处理决定数量 |\n| 行政处罚 | 3 |\n| 行政强制 | - |\n| 行政许可 | 7 |"
        )
        assert text_of_html(page) == drawn
        paragraphs = page.replace("<br>", "<p>")
        assert text_of_html(paragraphs) == drawn

    @pytest.mark.parametrize(
        "row",
        [
            f"<td>{LABELS}<td>本年处理决定数量<br>3",
            f"<td>{LABELS}<td>本年处理<br>决定<br>数量",
            f"<td>{LABELS}<td>本年处理决定数量<br>3<br>见附件",
            "<td>其他方式公开<br>政府信息数<td>条<br>3",
            "<td>行政<br>处罚<br>数量<td>12<br>34<br>5",
            f"<td>{LABELS}<td>a{FIGURES}<td><img>",
            f"<td>{LABELS}",
        ],
        ids=["fewer", "words", "remark", "unit", "figures", "picture", "alone"],
    )
    def test_labels_are_broken_over_lines_otherwise(self, row: str) -> None:
        page = f"<table><tr>{row}<tr><td>a<td>b</table>"
        assert text_of_html(page).count("\n") == 1


def of_divs(rows: Iterable[Iterable[str]], table: str, row: str, cell: str) -> str:
    """A table of elements that have no names of tables, with these attributes."""
    lines = ("".join(f"<div {cell}><p>{said}</p></div>" for said in line) for line in rows)
    return f"<section {table}>{''.join(f'<div {row}>{line}</div>' for line in lines)}</section>"


AS_TABLES = {
    "style": [
        f'style="color:red; display:{kind}"' for kind in ("table", "table-row", "table-cell")
    ],
    "upper case": [
        'STYLE="DISPLAY: TABLE"',
        'style="DISPLAY: TABLE-ROW;"',
        'style="display:table-cell!important"',
    ],
    "roles": ['role="table"', 'role="row"', 'role="cell"'],
    "grids": ['role="grid"', 'role="row"', 'role="gridcell"'],
}


class TestTablesOfOtherElements:
    """What a page shows as rows and cells is drawn as such, whatever the elements are called."""

    ROWS = (("规章", "0", "", "5"), ("行政规范性文件", "", "", "14"))

    @pytest.mark.parametrize("attributes", AS_TABLES.values(), ids=AS_TABLES)
    def test_empty_cells_keep_their_places(self, attributes: Sequence[str]) -> None:
        drawn = text_of_html(of_divs(self.ROWS, *attributes))
        assert drawn == "| 规章 | 0 |  | 5 |\n| 行政规范性文件 |  |  | 14 |"

    def test_cells_may_go_on_over_columns(self) -> None:
        wide = '<div role="row"><div role="columnheader" aria-colspan="2">a</div></div>'
        rows = of_divs([("b", "c")], *AS_TABLES["roles"])
        assert text_of_html(rows.replace("<div", f"{wide}<div", 1)) == "| a |  |\n| b | c |"

    def test_what_only_lays_out_the_page_is_no_table(self) -> None:
        """A block in the middle of another, and columns of a page, are set that way too."""
        one = of_divs([(f"a{DECISIONS.format('行政许可', 7)}b",)], *AS_TABLES["style"])
        two = of_divs([("menu", DECISIONS.format("行政许可", 7))], *AS_TABLES["style"])
        table = "| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 7 |"
        assert text_of_html(one) == f"a\n{table}\nb"
        assert text_of_html(two) == f"menu\n{table}"

    def test_cells_in_no_table_are_lines(self) -> None:
        assert text_of_html('<div role="cell">a</div><div role="row">b</div>') == "a\nb"

    def test_tables_with_roles_stay_what_they_are(self) -> None:
        page = (
            '<table role="grid"><tr role="row"><td role="gridcell">a<td style="display:table-row">b'
        )
        assert text_of_html(page) == "| a | b |"


DECISIONS = "<table><tr><td>信息内容<td>本年处理决定数量<tr><td>{}<td>{}</table>"


class TestWhatAPageCloses:
    """Blocks that a page does not show may be copies of what it shows, or stand behind its tabs."""

    @pytest.mark.parametrize(
        "block",
        [
            '<div style="display: none">{}</div>',
            '<section style="color:red;DISPLAY:NONE"><p>2019</p><div>{}</div></section>',
            "<div hidden>{}</div>",
            '<ul><li style="visibility:hidden">{}</li></ul>',
        ],
    )
    @pytest.mark.parametrize("order", ["{closed}{shown}", "{shown}{closed}"])
    def test_a_table_of_the_same_rows_is_left_out(self, block: str, order: str) -> None:
        closed = block.format(DECISIONS.format("行政处罚", 9))
        shown = DECISIONS.format("行政处罚", 3) + DECISIONS.format("行政强制", 0)
        page = order.format(closed=closed, shown=shown)
        assert text_of_html(page).replace("2019\n", "").replace("\n2019", "") == text_of_html(shown)
        assert parse(page).cell("proactive", "penalties", "decisions").value == 3

    def test_so_is_a_table_that_is_closed_itself(self) -> None:
        shown = DECISIONS.format("行政处罚", 3)
        closed = DECISIONS.format("行政处罚", 9).replace("<table", "<table hidden")
        assert text_of_html(closed + shown) == text_of_html(shown)

    def test_one_with_figures_is_read_where_the_other_has_none(self) -> None:
        """As where a page shows the form first, and a script the figures."""
        shown, closed = DECISIONS.format("行政处罚", ""), DECISIONS.format("行政处罚", 9)
        report = parse(f"{shown}<div hidden>{closed}</div>")
        assert report.cell("proactive", "penalties", "decisions").value == 9

    def test_a_table_that_stands_nowhere_else_is_read(self) -> None:
        """As each behind a tab but the first."""
        first, other = DECISIONS.format("行政处罚", 3), DECISIONS.format("行政许可", 7)
        page = f'<div class="tab">{first}</div><div class="tab" style="display:none">{other}</div>'
        report = parse(page)
        assert report.cell("proactive", "penalties", "decisions").value == 3
        assert report.cell("proactive", "licensing", "decisions").value == 7

    def test_so_are_the_only_tables_of_a_page(self) -> None:
        tables = [DECISIONS.format("行政处罚", 3), DECISIONS.format("行政许可", 7)]
        page = "".join(f"<div hidden>{table}</div>" for table in tables)
        assert text_of_html(page) == text_of_html("".join(tables))

    def test_what_stands_behind_a_closed_block_is_shown(self) -> None:
        closed = f"<div hidden><p>a<b>b</b></div>{DECISIONS.format('行政许可', 7)}"
        assert text_of_html(closed + closed).count("行政许可") == 2


class TestWhatIsNoText:
    """A cell is not empty because what it shows has no letters."""

    @pytest.mark.parametrize(
        "cell",
        [
            '<img src="60.png">',
            '<p><img alt=""><br></p>',
            "<table><tr><td><img></table>",
            '<script>document.write("60")</script>',
            "<svg><title>60</title><text>60</text></svg>",
            "<canvas></canvas>",
            "<object>60</object>",
            '<iframe src="60.html"></iframe>',
            "<noscript>60</noscript>",
            "<template>60</template>",
        ],
    )
    def test_it_has_a_mark(self, cell: str) -> None:
        assert text_of_html(beside_a_figure(cell)).startswith("| 规章 | 〔图〕 | 5 |")

    @pytest.mark.parametrize(
        "cell",
        [
            '<img alt="60">',
            '<a href="#"><img alt=" 60 "></a>',
            '60 <img src="up.png" alt="up">',
            "60<svg><text>↑</text></svg>",
            '60<script>count("60")</script>',
        ],
    )
    def test_its_words_count_if_there_are_no_others(self, cell: str) -> None:
        assert text_of_html(beside_a_figure(cell)).startswith("| 规章 | 60 | 5 |")

    @pytest.mark.parametrize(
        "cell",
        [
            "<!-- 60 -->",
            '<span style="display:none"><img></span>',
            "<span hidden><svg><text>60</text></svg></span>",
            '<svg style="display: none"><text>60</text></svg>',
            '<img src="spacer.gif" width="1" height="20">',
            "<style>td {}</style>",
        ],
    )
    def test_what_is_not_seen_leaves_a_cell_empty(self, cell: str) -> None:
        assert text_of_html(beside_a_figure(cell)).startswith("| 规章 |  | 5 |")

    def test_pictures_are_told_where_figures_are_due_only(self) -> None:
        page = "<table><tr><td><img><td>规章<td>5<tr><td><img><td><img><td><img></table>"
        assert text_of_html(page) == "|  | 规章 | 5 |\n|  |  |  |"

    def test_such_a_cell_is_told(self) -> None:
        header = "<tr><td>信息内容<td>本年处理决定数量"
        read = parse(f"<table>{header}<tr><td>行政许可<td><img src='60.png'></table>")
        assert read.cell("proactive", "licensing", "decisions").kind is Kind.TEXT
        assert [problem.code for problem in read.problems] == ["not-a-number"]


class TestWhatLooksLikeAPage:
    @pytest.mark.parametrize("text", PLAIN_TEXTS)
    def test_signs_make_no_page(self, text: str) -> None:
        assert not looks_like_html(text)

    @pytest.mark.parametrize(
        "text", ["<TABLE border=1>", "a\n<td>", "<p\nclass=a>b", "<html>", "<!doctype HTML>", "<p>"]
    )
    def test_tags_do(self, text: str) -> None:
        assert looks_like_html(text)

    def test_a_page_about_tags_is_read_once(self) -> None:
        assert not looks_like_html(text_of_html("<p>&lt;table&gt;</p>"))


# Word files


def word_file(report: MadeReport) -> bytes:
    document = docx.Document()
    document.add_heading(title(report), 0)
    for heading, table in tables(report):
        document.add_paragraph(heading)
        grid = document.add_table(rows=table.height, cols=table.width)
        places = grid._cells  # python-docx finds them anew for every look at a cell
        for cell in table.cells:
            first = places[cell.top * table.width + cell.left]
            last = places[(cell.bottom - 1) * table.width + cell.right - 1]
            whole = first if first is last else first.merge(last)
            whole.paragraphs[0].text = cell.text
    return saved(document)


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def with_body(body: str) -> bytes:
    """A Word file with these elements in its body."""
    spaces = f'xmlns="{W}" xmlns:w="{W}" xmlns:mc="{MC}"'
    document = docx.Document()
    document.element.replace(document.element.body, parse_xml(f"<body {spaces}>{body}</body>"))
    return saved(document)


def p(text: str, look: str = "") -> str:
    return f"<p><r><rPr>{look}</rPr><t>{text}</t></r></p>"


def tc(text: str, look: str = "") -> str:
    return f"<tc><tcPr>{look}</tcPr>{p(text)}</tc>"


def repacked(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A Word file with a change in its text."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part) if name == "word/document.xml" else part)
    return stream.getvalue()


def zipped_bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(65 << 20))
    return stream.getvalue()


TWO, FIRST, ON = '<gridSpan w:val="2"/>', '<vMerge w:val="restart"/>', "<vMerge/>"

BODIES = {
    "lines and tabs": ("<p><r><t>a</t><tab/><t>b</t><br/><t>c</t></r></p><p/>", "a\tb\nc"),
    "merged cells": (
        f"<tbl><tr>{tc('a', TWO + FIRST)}{tc('b')}</tr><tr>{tc('', TWO + ON)}{tc('c')}</tr>"
        f"<tr>{tc('d')}{tc('e', TWO)}</tr></tbl>",
        "| a | b |\n|  | c |\n| d | e |",
    ),
    "a figure in merged cells": (
        f"<tbl><tr>{tc('a')}{tc('b')}{tc('c')}</tr><tr>{tc('d')}{tc('1')}{tc('2', FIRST)}</tr>"
        f"<tr>{tc('e')}{tc('3')}{tc('', ON)}</tr><tr>{tc('f')}{tc('4', TWO)}</tr></tbl>",
        "| a | b | c |\n| d | 1 | 2〔合并〕 |\n| e | 3 | 〔合并〕 |\n| f | 4〔合并〕 | 〔合并〕 |",
    ),
    "indented and short rows": (
        f"<tbl><tr>{tc('a')}{tc('b')}{tc('c')}</tr>"
        f'<tr><trPr><gridBefore w:val="1"/></trPr>{tc("d")}</tr></tbl>',
        "| a | b | c |\n|  | d |  |",
    ),
    "several paragraphs in a cell": (
        f"<tbl><tr><tc>{p('a')}{p('b')}</tc>{tc('c|d')}</tr></tbl>",
        "| a b | c¦d |",
    ),
    "tables within a table": (
        f"<tbl><tr><tc>{p('a')}</tc><tc><tbl><tr>{tc('b')}{tc('c')}</tr></tbl></tc></tr></tbl>",
        "a\n| b | c |",
    ),
    "content controls": (
        f"<sdt><sdtContent>{p('a')}<tbl><tr>{tc('b')}<sdt><sdtContent>{tc('c')}</sdtContent></sdt>"
        f"</tr></tbl></sdtContent></sdt>{p('d')}",
        "a\n| b | c |\nd",
    ),
    "tracked changes": (
        "<p><ins><r><t>1</t></r></ins><del><r><delText>9</delText></r></del>"
        "<hyperlink><r><t>2</t></r></hyperlink><moveFrom><r><t>8</t></r></moveFrom></p>",
        "12",
    ),
    "deleted rows": (
        f"<tbl><tr>{tc('a')}{tc('b')}</tr><tr><trPr><del/></trPr>{tc('c')}{tc('d')}</tr></tbl>",
        "| a | b |",
    ),
    "text boxes": (
        f"<p><r><t>a</t><mc:AlternateContent><mc:Choice><txbxContent>{p('b')}</txbxContent>"
        f"</mc:Choice><mc:Fallback><txbxContent>{p('b')}</txbxContent></mc:Fallback>"
        "</mc:AlternateContent></r></p>",
        "a\nb",
    ),
    "pictures": (
        f"<tbl><tr>{tc('a')}<tc><p><r><drawing/></r></p></tc>{tc('b')}</tr></tbl>",
        "| a | 〔图〕 | b |",
    ),
    "footnotes": (p("1", '<vertAlign w:val="superscript"/>'), "¹"),
    "struck figures": (
        "<p><r><t>1</t></r><r><rPr><strike/></rPr><t>2</t></r>"
        '<r><rPr><strike w:val="0"/></rPr><t>3</t></r></p>',
        "1 ~~2~~ 3",
    ),
    "nothing": ("", ""),
}

DEEP = b"<w:r>" * 3000 + b"</w:r>" * 3000
ENTITY = b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "figure",
    [
        "<del>3</del>",
        "<s><b>3</b></s>",
        '<p style="color: red; text-decoration: line-through">3</p>',
        '<span style="text-decoration:underline line-through">3</span>',
    ],
)
def test_a_figure_that_is_struck_out_is_none(figure: str) -> None:
    row = f"<tr><td>行政处罚</td><td>{figure}</td></tr><tr><td>行政强制</td><td>7</td></tr>"
    header = "<tr><td>信息内容</td><td>本年处理决定数量</td></tr>"
    report = parse(f"<table>{header}{row}</table>")
    cell = report.cell("proactive", "penalties", "decisions")
    assert (cell.kind, cell.raw) == (Kind.TEXT, "~~3~~")
    assert report.cell("proactive", "coercive_measures", "decisions").value == 7


class TestWordFiles:
    @every_form
    @every_manner
    def test_every_cell_is_read(self, form: Form, manner: str, tmp_path: Path) -> None:
        report = make_report(form, 2, manner)
        path = tmp_path / "report.docx"
        path.write_bytes(word_file(report))
        assert_read(parse_file(path), report)

    @every_form
    def test_every_position_of_a_table_is_drawn(self, form: Form) -> None:
        report = make_report(form, 3, "mixed")
        drawn = text_of_docx(word_file(report)).split("\n")
        for heading, table in tables(report):
            at = drawn.index(heading) + 1
            assert drawn[at : at + table.height] == rows(table)

    @pytest.mark.parametrize("case", BODIES)
    def test_drawn(self, case: str) -> None:
        body, drawn = BODIES[case]
        assert text_of_docx(with_body(body)) == drawn

    @pytest.mark.parametrize(
        ("data", "told"),
        [
            (b"", "no Word file"),
            (b"PK\3\4", "no Word file"),
            (with_body("")[:-9], "no Word file"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted"),
            (zipped_bomb(), "larger"),
            (with_body("").replace(b"document.xml", b"document.txt"), "broken"),
            (repacked(with_body(""), lambda part: part[:-9]), "broken"),
            (repacked(with_body(p("a")), lambda part: part.replace(b"<w:t>", DEEP, 1)), "broken"),
            (
                repacked(with_body(""), lambda part: part.replace(b"<w:doc", ENTITY + b"<w:doc")),
                "broken",
            ),
        ],
        ids=["empty", "short", "cut", "encrypted", "bomb", "parts", "xml", "deep", "entity"],
    )
    def test_what_cannot_be_read(self, data: bytes, told: str) -> None:
        with pytest.raises(ValueError, match=told):
            text_of_docx(data)


# PDFs

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
STYLE = ParagraphStyle("cell", fontName=FONT, fontSize=8, leading=10, wordWrap="CJK")
WIDTHS = {
    "proactive": [150, 80, 80, 80],
    "applications": [45, 60, 147, *[34] * 7],
    "proceedings": [33] * 15,
    "statistics": [330, 60, 100],
}


def pdf_file(report: MadeReport) -> bytes:
    """A PDF with narrow columns, tables that go over pages, and page numbers."""
    flow: list[Any] = [Paragraph(title(report), STYLE)]
    for heading, table in tables(report):
        flow += [Paragraph(heading, STYLE), pdf_table(table)]
    stream = io.BytesIO()
    SimpleDocTemplate(stream).build(flow, onFirstPage=numbered, onLaterPages=numbered)
    return stream.getvalue()


def numbered(canvas: Canvas, _: SimpleDocTemplate) -> None:
    canvas.drawCentredString(300, 40, f"- {canvas.getPageNumber()} -")


def pdf_table(table: PrintedTable) -> Table:
    grid: list[list[Any]] = [[""] * table.width for _ in range(table.height)]
    merged = []
    for cell in table.cells:
        grid[cell.top][cell.left] = Paragraph(escape(cell.text), STYLE)
        last = (cell.right - 1, cell.bottom - 1)
        merged.append(("SPAN", (cell.left, cell.top), last))
    ruled = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    padded = [(f"{side}PADDING", (0, 0), (-1, -1), 2) for side in ("LEFT", "RIGHT")]
    return Table(grid, colWidths=WIDTHS[table.key], style=[*ruled, *padded, *merged])


def drawn_by(draw: Callable[[Canvas], None], **options: Any) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(400, 400), **options)
    canvas.setFont(FONT, 10)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def ruled(canvas: Canvas) -> None:
    """Two rows of two cells between two lines of text, and a number at the foot."""
    canvas.grid([50, 150, 250], [300, 320, 340])
    for left, base, text in (
        (50, 360, "甲"),
        (60, 325, "行政许可"),
        (160, 325, "29"),
        (60, 305, "行政处罚"),
        (50, 280, "乙"),
        (190, 20, "第 1 页 共 3 页"),
    ):
        canvas.drawString(left, base, text)


RULED = "甲\n| 行政许可 | 29 |\n| 行政处罚 |  |\n乙"


def printed_twice(canvas: Canvas) -> None:
    ruled(canvas)
    canvas.drawString(160.4, 325, "29")


def stamped(canvas: Canvas) -> None:
    ruled(canvas)
    canvas.translate(60, 250)
    canvas.rotate(30)
    canvas.drawString(0, 0, "123456789012345678901234567890")


def with_a_footnote(canvas: Canvas) -> None:
    ruled(canvas)
    canvas.setFont(FONT, 6)
    canvas.drawString(170, 330, "12")


def framed(canvas: Canvas) -> None:
    ruled(canvas)
    canvas.rect(30, 10, 300, 380)


def without_sides(canvas: Canvas) -> None:
    for height in (300, 320, 340):
        canvas.line(50, height, 350, height)
    for left in (150, 250):
        canvas.line(left, 300, left, 340)
    for base, texts in ((325, "a12"), (305, "b34")):
        for left, text in zip((60, 160, 260), texts, strict=True):
            canvas.drawString(left, base, text)


def broken_over_lines(canvas: Canvas) -> None:
    """A number in a cell too narrow for it, and two in one that is wide enough for both."""
    canvas.grid([50, 78, 178, 300], [300, 340])
    for left, base, text in (
        (54, 325, "1234"),
        (54, 310, "5"),
        (90, 325, "3"),
        (90, 310, "5"),
        (190, 325, "行政规范、"),
        (190, 310, "性文件"),
    ):
        canvas.drawString(left, base, text)


DRAWINGS = {
    ruled: RULED,
    printed_twice: RULED,
    stamped: RULED,
    framed: RULED,
    with_a_footnote: RULED.replace("29", "29¹²"),
    without_sides: "| a | 1 | 2 |\n| b | 3 | 4 |",
    broken_over_lines: "| 12345 | 3 5 | 行政规范、性文件 |",
    Canvas.showPage: "",
}


class TestPdfs:
    @every_form
    def test_every_cell_is_read(self, form: Form, tmp_path: Path) -> None:
        report = make_report(form, 2, "mixed")
        path = tmp_path / "report.PDF"
        path.write_bytes(pdf_file(report))
        assert_read(parse_file(path), report)

    @pytest.mark.parametrize("draw", DRAWINGS)
    def test_drawn(self, draw: Callable[[Canvas], None]) -> None:
        assert text_of_pdf(drawn_by(draw)) == DRAWINGS[draw]

    @pytest.mark.parametrize(
        ("data", "told"),
        [
            (b"", "broken"),
            (b"%PDF-1.7\n", "broken"),
            (drawn_by(ruled)[:500], "broken"),
            (drawn_by(ruled, encrypt=StandardEncryption("secret", strength=128)), "encrypted"),
        ],
        ids=["empty", "short", "cut", "encrypted"],
    )
    def test_what_cannot_be_read(self, data: bytes, told: str) -> None:
        with pytest.raises(ValueError, match=told):
            text_of_pdf(data)


# Markdown made of pages

SPANNED = {
    "language": '[{}]{{lang="EN-US"}}',
    "class": "[{}]{{.underline}}",
    "several": '[{}]{{#a .b style="font-size:12pt; color: red"}}',
    "nested": '[[{}]{{.mark}}]{{lang="EN-US"}}',
}


def spanned(span: str, gap: str) -> str:
    """Rows with what stands in each cell set off, parts of labels too; one cell is empty."""
    rows = (
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        (f"规{span.format('章')}", "0", "", "5"),
        ("行政规范性文件", "2", "1", "14"),
    )
    cells = ([span.format(cell) if cell else cell for cell in row] for row in rows)
    return "\n".join(gap.join(["", *row, ""]) for row in cells)


class TestWhatMarkdownSetsOff:
    @pytest.mark.parametrize("span", SPANNED.values(), ids=SPANNED)
    @pytest.mark.parametrize("gap", ["|", " | ", "\t"])
    def test_its_attributes_are_no_part_of_a_cell(self, span: str, gap: str) -> None:
        report = parse(spanned(span, gap))
        row = [report.cell("proactive", "rules", c) for c in ("issued", "repealed", "in_force")]
        assert [(cell.kind, cell.value) for cell in row] == [
            (Kind.NUMBER, 0),
            (Kind.BLANK, None),
            (Kind.NUMBER, 5),
        ]

    def test_columns_of_blanks_stay_where_they_are(self) -> None:
        row = "规[章]{.x}        [0]{.x}           [5]{.x}"
        shown = without_attributes(row)
        assert shown.split() == ["规章", "0", "5"]
        assert [shown.index(figure) for figure in "05"] == [row.index(f"[{n}]") for n in "05"]

    @pytest.mark.parametrize(
        ("set_off", "shown"),
        [
            ('[3]{style="text-decoration:line-through"}', "~~3~~"),
            ('5[3]{style="display:none"}', "5"),
            ("[3]", "[3]"),
            ("[3]{3}", "[3]{3}"),
            ("[3](a){.b}", "[3](a){.b}"),
        ],
        ids=["struck", "hidden", "brackets", "braces", "link"],
    )
    def test_what_it_shows_is_told(self, set_off: str, shown: str) -> None:
        assert without_attributes(set_off).rstrip() == shown


# Bytes and files

SAID = "示例镇2022年政府信息公开工作年度报告"


def declaring(charset: str, encoding: str) -> bytes:
    return f"<html><head>{charset}</head><p>{SAID}</p>".encode(encoding)


def file_with(data: bytes, path: Path) -> Path:
    path.write_bytes(data)
    return path


class TestBytes:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
    def test_a_text_in_any_encoding(self, encoding: str) -> None:
        assert parse_bytes(SAID.encode(encoding)).text == SAID

    @pytest.mark.parametrize(
        ("charset", "encoding"),
        [
            ('<meta charset="gbk">', "gbk"),
            ('<META http-equiv=Content-Type content="text/html; charset=gb2312">', "gb18030"),
            ("<meta charset=utf-8>", "utf-8"),
            ("<meta charset=x-nothing>", "gbk"),
            ("<meta charset=utf-8>", "gbk"),
            ("<meta charset=gb2312>", "utf-8"),
            ("<meta charset=gb2312>", "utf-16"),
        ],
    )
    def test_a_page_whatever_it_declares(self, charset: str, encoding: str) -> None:
        assert parse_bytes(declaring(charset, encoding)).text == SAID

    def test_a_page_in_an_encoding_that_only_it_tells(self) -> None:
        data = "<meta charset=big5><p>政府資訊公開</p>".encode("big5")
        assert parse_bytes(data).text == "政府資訊公開"

    def test_what_is_no_text(self) -> None:
        with pytest.raises(ValueError, match="not text"):
            parse_bytes(b"\0\0\0\1")
        with pytest.raises(TypeError):
            parse_bytes("text")


def take_away(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a library missing, also for the modules that read documents with it."""
    for module in (library, *(one for one in sys.modules if one.startswith(f"{library}."))):
        monkeypatch.setitem(sys.modules, module, None)
    for reader in ("colors", "docx", "pages.drawn", "pages.tree", "pdf", "word_styles"):
        monkeypatch.delitem(sys.modules, f"gov_disclosure.inputs.{reader}", raising=False)


class TestFiles:
    @pytest.mark.parametrize("name", ["r.txt", "r.md", "r.TXT"])
    def test_texts(self, name: str, tmp_path: Path) -> None:
        path = file_with(SAID.encode("gbk"), tmp_path / name)
        assert parse_file(path) == parse_file(str(path)) == parse(SAID)

    @pytest.mark.parametrize("name", ["r.html", "r.htm"])
    def test_pages(self, name: str, tmp_path: Path) -> None:
        path = file_with(declaring("<meta charset=gbk>", "gbk"), tmp_path / name)
        assert parse_file(path) == parse(SAID)

    def test_a_page_without_known_tags_is_one_by_its_suffix(self, tmp_path: Path) -> None:
        path = file_with(f"<b>{SAID}</b>&nbsp;".encode(), tmp_path / "r.html")
        assert parse_file(path).text == SAID

    @pytest.mark.parametrize("cell", ["cell", "entry"])
    def test_tables_of_xml_are_tables(self, cell: str) -> None:
        rows = (("信息内容", "本年处理决定数量"), ("行政许可", "29"), ("行政处罚", ""))
        drawn = "".join(
            f"<row>{''.join(f'<{cell}>{said}</{cell}>' for said in row)}</row>" for row in rows
        )
        report = parse(f"<doc><table>{drawn}</table></doc>")
        assert report.cell("proactive", "licensing", "decisions").value == 29
        assert report.cell("proactive", "penalties", "decisions").kind is Kind.BLANK

    def test_blocks_around_plain_lines_leave_them_as_they_are(self) -> None:
        table = "信息内容 | 本年处理决定数量\n行政许可 | 29\n行政处罚 | 3"
        report = parse(f'<div class="content">\n{table}\n</div>')
        assert table in report.text
        assert report.proactive is not None
        assert report.proactive.licensing.decisions == 29

    def test_another_kind_is_refused_and_the_known_ones_are_named(self, tmp_path: Path) -> None:
        path = file_with(b"", tmp_path / "r.xls")
        with pytest.raises(
            ValueError, match=r"\.docx, \.htm, \.html, \.json, \.md, \.pdf, \.txt.*\.xls"
        ):
            parse_file(path)

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            parse_file(tmp_path / "r.pdf")

    @pytest.mark.parametrize(
        ("library", "extra", "name"),
        [
            *(("lxml", "html", "r.html"), ("lxml", "docx", "r.docx")),
            *(("tinycss2", "docx", "r.docx"), ("pdfplumber", "pdf", "r.pdf")),
        ],
    )
    def test_a_missing_extra_is_told_with_the_command(
        self,
        library: str,
        extra: str,
        name: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        take_away(library, monkeypatch)
        path = file_with(b"", tmp_path / name)
        command = re.escape(f'pip install "gov-disclosure[{extra}]"')
        with pytest.raises(ImportError, match=command):
            parse_file(path)

    def test_a_text_needs_no_extra(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for library in ("lxml", "docx", "pdfplumber"):
            take_away(library, monkeypatch)
        assert parse_bytes(SAID.encode()).title == SAID
        with pytest.raises(ImportError, match="html"):
            parse("<p>规章</p>")


@pytest.mark.parametrize(
    "page", ["<h1>报告</h1>\n{}", "<h1>报告</h1>\n{}<hr>", "<div><p>报告</p><pre>{}</pre></div>"]
)
def test_the_last_line_of_text_that_keeps_its_lines_keeps_its_blanks_too(page: str) -> None:
    lines = ("统计指标\t\t单位\t\t统计数", "(二)举办各类培训班数\t\t次\t\t4")
    assert text_of_html(page.format("\n".join(lines))).splitlines()[-2:] == list(lines)
