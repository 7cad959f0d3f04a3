"""Columns by tools that turn a gap into blanks as wide as the characters of the word behind it."""

import re
from collections.abc import Callable
from unicodedata import east_asian_width

import pytest

from generate.canvas import in_columns
from generate.printed import PrintedTable
from generate.render import Keeps, Rendering, render
from generate.reports import MANNERS, USUAL, MadeReport, make_report
from generate.styles import PLAIN, Style
from gov_disclosure import Form, parse
from gov_disclosure.layouts.shared.rulers import RULERS, Ruler
from gov_disclosure.values import Kind

SEEDS = (0, 5)


def wide(text: str) -> int:
    """How wide print sets a text, where dashes are as wide as Chinese characters."""
    return sum(2 if east_asian_width(letter) in "WFA" else 1 for letter in text)


def at_left(room: int) -> int:
    return 0


def in_the_middle(room: int) -> int:
    return room // 2


def at_right(room: int) -> int:
    return room


def with_blanks_like_words(line: str) -> str:
    """The line with each gap divided by the width of the characters behind it."""
    drawn, end = "", 0
    for word in re.finditer(r"\S+", line):
        start = wide(line[: word.start()])
        blanks = round((start - end) * len(word[0]) / wide(word[0]))
        drawn += " " * max(blanks, 1 if drawn else 0) + word[0]
        end = start + wide(word[0])
    return drawn


def drawn(report: MadeReport, place: Callable[[int], int], gap: int) -> str:
    """The report in columns, each cell somewhere in its column."""

    def aligned(text: str, size: int) -> str:
        before = place(size - wide(text))
        return " " * before + text + " " * (size - wide(text) - before)

    def draw(table: PrintedTable, _: Style) -> str:
        columns = in_columns(table, aligned, gap, measure=wide)
        return "\n".join(map(with_blanks_like_words, columns.splitlines()))

    return render(report, Rendering(name="by words", draw=draw, keeps=Keeps.PLACES), PLAIN)


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("place", [at_left, in_the_middle, at_right])
@pytest.mark.parametrize("gap", [2, 4])
def test_no_figure_is_read_beneath_the_label_of_another(
    form: Form, manner: str, place: Callable[[int], int], gap: int
) -> None:
    for seed in SEEDS:
        report = make_report(form, seed, manner, USUAL)
        for cell in parse(drawn(report, place, gap)).cells:
            if cell.value is not None:
                due = report.expected((cell.table, cell.row, cell.column))
                assert (due.kind, due.value) == (Kind.NUMBER, cell.value), cell


@pytest.mark.parametrize("manner", ["zeros", "blanks", "dashes"])
@pytest.mark.parametrize("form", [Form.F2019, Form.F2021])
def test_equally_wide_columns_are_all_found(form: Form, manner: str) -> None:
    for seed in SEEDS:
        report = make_report(form, seed, manner, USUAL)
        read = parse(drawn(report, at_left, 2))
        due = {
            where: expected.value
            for where in report.cells
            if where[0] == "applications"
            and (expected := report.expected(where)).kind is Kind.NUMBER
        }
        assert due == {where: read.cell(*where).value for where in due}


@pytest.mark.parametrize("ruler", RULERS)
def test_a_ruler_never_runs_backwards(ruler: Ruler) -> None:
    line = "(一)予以公开   ——  3 \u3000 12"
    places = ruler(line, range(len(line) + 1))
    assert list(places) == sorted(places)


def test_the_rarest_ruler_is_no_rival_where_it_sets_a_figure_below_no_label() -> None:
    """Two figures do not make the common one sure, and it alone sets both below labels."""
    table = """\
二、主动公开政府信息情况
第二十条第(一)项
信息内容       本年制发件数 本年废止件数 现行有效件数
规章                                     1
行政规范性文件
第二十条第(六)项
信息内容       本年处理决定数量
行政处罚       3
行政强制
"""
    report = parse(table)
    assert report.cell("proactive", "rules", "in_force").value == 1
    assert report.cell("proactive", "rules", "issued").value is None
    assert report.cell("proactive", "penalties", "decisions").value == 3
