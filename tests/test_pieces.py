"""Labels and figures in pieces: what goes on below is put together, or nothing is told of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random

import pytest

from generate.printed import printed_tables
from generate.render import RENDERINGS, Rendering, render
from generate.reports import make_report
from generate.styles import PLAIN
from gov_disclosure import Form, Kind, parse
from gov_disclosure.forms import Address

DRAW = {rendering.name: rendering for rendering in RENDERINGS}
SHORT = (0, 1, 9)
"""Figures of one digit, which are told apart where they run together."""
BREAKS = {
    "a line end": "\n",
    "an empty line": "\n\n",
    "the number of a page": "\n- 3 -\n",
    "an indent": "\n  ",
}
_LONG = re.compile(r"(?<![\w.,(])\d[\d.]*\d(?![\w.,)])")

every_form = pytest.mark.parametrize("form", Form, ids=lambda form: form.name)
every_layout = pytest.mark.parametrize("layout", RENDERINGS, ids=lambda layout: layout.name)

Told = Mapping[Address, tuple[Kind, object]]


def told(text: str) -> Told:
    """All that is told of cells: their kinds, and the values of numbers."""
    cells = (cell for cell in parse(text).cells if cell.kind not in (Kind.MISSING, Kind.TEXT))
    return {(cell.table, cell.row, cell.column): (cell.kind, cell.value) for cell in cells}


def labels_of_rows(form: Form) -> Sequence[str]:
    """Labels of rows that can be broken, and of which the tables have but one."""
    rows = (row for table in printed_tables(form) for row in table.rows())
    labels = [
        max((cell.text for cell in row if not cell.address), key=len, default="")
        for row in rows
        if any(cell.address for cell in row)
    ]
    return [label for label in labels if len(label) > 6 and labels.count(label) == 1]


def printed(form: Form, layout: str, manner: str = "zeros") -> str:
    """A report with short figures."""
    return render(make_report(form, 5, manner, SHORT), DRAW[layout], PLAIN)


def with_a_broken_label(text: str, form: Form, between: str) -> Iterator[str]:
    """The text with one label broken, some in turn."""
    for label in labels_of_rows(form)[::3]:
        at = max(4, len(label) // 2)
        if text.count(label) == 1:
            yield text.replace(label, label[:at] + between + label[at:])


@every_form
@pytest.mark.parametrize("between", BREAKS)
class TestABrokenLabelLosesNoFigure:
    def test_where_a_wide_blank_parts_cells(self, form: Form, between: str) -> None:
        whole = printed(form, "spaced").replace(" ", "\u3000")
        read = [told(text) for text in with_a_broken_label(whole, form, BREAKS[between])]
        assert all(one.items() <= told(whole).items() for one in read)
        assert sum(one == told(whole) for one in read) >= len(read) - 1

    @pytest.mark.parametrize("manner", ["zeros", "dashes"])
    def test_where_cells_run_together_or_none_is_told(
        self, form: Form, between: str, manner: str
    ) -> None:
        text = printed(form, "run_together", manner)
        whole = told(text)
        for one in with_a_broken_label(text, form, BREAKS[between]):
            assert told(one).items() <= whole.items()


def test_the_rest_of_a_label_may_go_over_several_lines_itself() -> None:
    text = printed(Form.F2019, "run_together")
    read = told(text.replace("其他对外管理服务事项", "其他对外\n管理服务\n事项"))
    assert read == told(text)


def test_words_behind_the_end_of_a_label_are_not_its_rest() -> None:
    lines = ("第二十条第(六)项", "信息内容本年处理决定数量", "行政处罚5", "行政强制", "说明12")
    read = parse("\n".join(("二、主动公开政府信息情况", *lines)))
    assert read.cell("proactive", "coercive_measures", "decisions").value is None


@every_form
@every_layout
def test_of_a_figure_that_goes_on_below_no_piece_is_told(form: Form, layout: Rendering) -> None:
    whole = render(make_report(form, 3), layout, PLAIN)
    begins = whole.index("\n", 60)
    chance = Random(7)
    figures = [found.span() for found in _LONG.finditer(whole, begins)]
    for start, end in chance.sample(figures, min(4, len(figures))):
        at = chance.randrange(start + 1, end)
        assert told(f"{whole[:at]}\n{whole[at:]}").items() <= told(whole).items()


class TestWhatGoesOnBelowAFigureIsItsRest:
    """None of these is told as a figure by itself; what sums hold is."""

    STATISTICS = "政府信息公开情况统计表\n"
    BELOW: Mapping[str, object] = {"requests.subjects.social_assistance": 473}

    def read(self, *lines: str) -> Mapping[str, object]:
        text = self.STATISTICS + "\n".join(lines)
        return {cell.row: cell.value for cell in parse(text).cells if cell.value is not None}

    @pytest.mark.parametrize(
        "pieces",
        [
            ("5", "障                        26"),
            ("5", "障", "                          26"),
            ("5", "                          .26", "障"),
            ("5", "                          026", "障"),
        ],
    )
    def test_in_its_column_on_a_screen(self, pieces: Sequence[str]) -> None:
        figure, *rest = pieces
        read = self.read(
            "统计指标            单位  统计数",
            "7.环境保护          件    40199",
            f"9.劳动就业及社会保  件    {figure}",
            *rest,
            "10.社会救助及扶贫   件    473",
        )
        assert read.items() <= {"requests.subjects.environment": 40199, **self.BELOW}.items()

    @pytest.mark.parametrize("rest", ["84 |", "８４ |", "7.\n84 |", ".84 |", "84件 |", "84"])
    def test_where_other_rows_end_in_a_border(self, rest: str) -> None:
        read = self.read(
            "| 统计指标 | 单位 | 统计数 |",
            "| 7.环境保护 | 件 | 43 |",
            "| 8.公共资源监管 | 件 | 187",
            rest,
            "| 10.社会救助及扶贫 | 件 | 473 |",
        )
        assert read.items() <= {"requests.subjects.environment": 43, **self.BELOW}.items()

    def test_or_the_figure_begins_above_its_row(self) -> None:
        read = self.read(
            "统计指标            单位  统计数",
            "7.环境保护          件    40199",
            "9.劳动就业                39,6",
            "及社会保障          件    48",
        )
        assert "requests.subjects.employment_and_social_security" not in read

    def test_though_it_looks_like_the_next_cell(self) -> None:
        lines = ("信息内容 | 采购项目数量 | 采购总金额 |", "政府集中采购 | 323.", "43 |")
        assert not told("第二十条第(九)项\n" + "\n".join(lines))


class TestANumberOnALineOfItsOwn:
    """It may be a page's, or a label's, where all others stand behind words."""

    ROWS = (
        "12.教育信息  件  3",
        "13.统计信息  件  1",
        "14.行政处罚  件",
        "15",
        "16.价格收费  件  1",
    )

    @pytest.mark.parametrize("gap", [" ", "  ", "        ", "\t", "\u3000"])
    def test_is_no_figure_of_the_row_above(self, gap: str) -> None:
        text = "政府信息公开情况统计表\n" + "\n".join(self.ROWS).replace("  ", gap)
        assert not [where for where in told(text) if where[1] == "requests.subjects.penalties"]

    @pytest.mark.parametrize("number", ["15", "9", "  13"])
    def test_nor_one_behind_others_of_its_row(self, number: str) -> None:
        lines = (
            "信息内容             上一年项目数量 本年增/减      处理决定数量",
            "行政处罚             94             0              2",
            "行政强制             6              -25            1",
            "第二十条第(八)项",
            "信息内容             上一年项目数量 本年增/减",
            "行政事业性收费                      13",
        )
        read = told("\n".join(("第二十条第(六)项", *lines, number)))
        assert not [where for where in read if where[1] == "fees"]

    def test_is_one_where_it_stands_in_the_column_of_others(self) -> None:
        lines = (
            "统计指标      单位  统计数",
            "7.环境保护    件    199",
            "9.劳动就业及社",
            "              件    526",
        )
        text = "政府信息公开情况统计表\n" + "\n".join((*lines, "会保障", "13.统计信息   件    18"))
        assert parse(text).cell("statistics", "requests.subjects.statistics").value == 18


@pytest.mark.parametrize("figures", ["11\n\f1", "11\n\f\n2"])
def test_of_numbers_on_both_sides_of_a_page_break_none_is_told(figures: str) -> None:
    lines = ("(二)举办各类培训班数", "次", "0", "(三)接受培训人员数", "人次", figures)
    read = told("政府信息公开情况统计表\n" + "\n".join(lines))
    assert [where[1] for where in read] == ["meetings.training_sessions"]


@pytest.mark.parametrize("dash", ["-", "—", "/", "－"])
def test_dashes_that_run_together_on_one_line_are_no_empty_cells(dash: str) -> None:
    header = "第二十条第(一)项信息内容本年制发件数本年废止件数现行有效件数"
    rows = f"规章{dash * 3}行政规范性文件217第二十条第(六)项信息内容本年处理决定数量行政处罚4"
    text = f"二、主动公开政府信息情况{header}{rows}"
    assert not [where for where in told(text) if where[1] == "rules"]


@pytest.mark.parametrize("between", ["3", "12"])
def test_figures_behind_the_beginning_of_a_label_are_those_of_its_row(between: str) -> None:
    rows = ("3.规划计划|件|2|", "4.重大|件|1", between, "建设项目审批及实施||", "5.工商管理|件|4|")
    read = told("政府信息公开情况统计表\n统计指标|单位|统计数|\n" + "\n".join(rows))
    assert not [where for where in read if where[1] == "requests.subjects.major_projects"]


@every_form
def test_bullets_of_a_list_that_a_line_breaks_are_no_dashes(form: Form) -> None:
    lines = render(make_report(form, 3), DRAW["items"], PLAIN).splitlines()
    figures = [at for at, line in enumerate(lines) if re.fullmatch(r"- \d{2,}", line)]
    at = figures[len(figures) // 2]
    broken = [*lines[:at], lines[at][:-1], lines[at][-1:], *lines[at + 1 :]]
    assert told("\n".join(broken)).items() <= told("\n".join(lines)).items()
