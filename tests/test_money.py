"""The unit of an amount, wherever a table names it and however it is spelled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from gov_disclosure import Cell, Kind, parse
from gov_disclosure.text.numerals import MONEY

SEPARATORS = {"pipes": "|", "tabs": "\t", "stacked": "\n", "columns": "      ", "spaced": " "}
TITLE = "石桥县教育局2021年政府信息公开工作年度报告\n二、主动公开政府信息情况"
CAPTION, HEADER, ROW = "第二十条第(八)项", "信息内容§本年收费金额", "行政事业性收费§25"
BELOW = "第二十条第(五)项\n信息内容§本年处理决定数量\n行政许可§7"

NOTES: Sequence[Callable[[str], str]] = [
    lambda unit: f"单位：{unit}",
    lambda unit: " ".join(f"单位：{unit}"),
    lambda unit: f"（单位:{' '.join(unit)}）",
    lambda unit: f"单位（{unit}）",
    lambda unit: f"金额单位：人民币{unit}",
    lambda unit: f"单位：{unit}（人民币）",
    lambda unit: f"[单位：{unit}]",
    lambda unit: f"单位：（{unit}）",
    lambda unit: f"*单位：{unit}",
    lambda unit: f"（金额：{unit}）",
    lambda unit: f"金额以{unit}计",
    lambda unit: f"单位：件、{unit}",
    lambda unit: f"（以{unit}为单位）",
    lambda unit: f"注：1.金额单位均为{unit}",
]
LABELS: Sequence[Callable[[str], str]] = [
    lambda unit: f"本年收费金额（{unit}）",
    lambda unit: f"本年收费金额（{' '.join(f'单位：{unit}')}）",
    lambda unit: f"{' '.join('本年收费金额')} （单位:{unit} ）",
    lambda unit: f"本年收费金额[{unit}]",
    lambda unit: f"本年收费金额，单位：{unit}",
    lambda unit: f"本年收费金额（单位/{unit}）",
]


def amount(*lines: str, separator: str) -> Cell:
    """The amount of the charges in a table of these lines."""
    report = parse("\n".join([TITLE, *lines, BELOW]).replace("§", separator))
    cell = report.cell("proactive", "fees", "amount")
    assert report.cell("proactive", "licensing", "decisions").value == 7
    return cell


@pytest.mark.parametrize("separator", SEPARATORS.values(), ids=SEPARATORS)
@pytest.mark.parametrize("unit", MONEY)
class TestUnits:
    @pytest.mark.parametrize("note", NOTES)
    @pytest.mark.parametrize("at", [0, 1, 2])
    def test_a_line_above_the_row_names_it(
        self, note: Callable[[str], str], at: int, unit: str, separator: str
    ) -> None:
        lines = [CAPTION, HEADER, ROW]
        lines.insert(at, note(unit))
        assert amount(*lines, separator=separator).value == 25 * MONEY[unit]

    @pytest.mark.parametrize("label", LABELS)
    def test_the_label_names_it(
        self, label: Callable[[str], str], unit: str, separator: str
    ) -> None:
        header = HEADER.replace("本年收费金额", label(unit))
        assert amount(CAPTION, header, ROW, separator=separator).value == 25 * MONEY[unit]

    @pytest.mark.parametrize("figure", ["25{}", "25 {}", "25({})", "￥25{}", "人民币25{}整"])
    def test_the_figure_names_it(self, figure: str, unit: str, separator: str) -> None:
        row = ROW.replace("25", figure.format(unit))
        assert amount(CAPTION, HEADER, row, separator=separator).value == 25 * MONEY[unit]

    @pytest.mark.parametrize("note", NOTES)
    def test_a_line_between_two_tables_may_be_of_either(
        self, note: Callable[[str], str], unit: str, separator: str
    ) -> None:
        cell = amount(CAPTION, HEADER, ROW, note(unit), separator=separator)
        assert cell.value in (None, Decimal(25)) if unit == "万元" else cell.value is None


@pytest.mark.parametrize("unit", MONEY)
def test_a_label_that_names_its_unit_needs_no_note(unit: str) -> None:
    header = HEADER.replace("本年收费金额", "本年收费金额(单位:万元)")
    assert amount(CAPTION, header, ROW, f"单位:{unit}", separator="|").value == 25


@pytest.mark.parametrize("unit", ["公元", "万x元", "方元", "元元", "万、元", "元、万元"])
@pytest.mark.parametrize("label", LABELS[:3])
def test_a_misprinted_unit_is_none(label: Callable[[str], str], unit: str) -> None:
    header = HEADER.replace("本年收费金额", label(unit))
    cell = amount(CAPTION, header, ROW, separator="|")
    assert (cell.kind, cell.raw) == (Kind.TEXT, "25")


def test_two_units_are_none() -> None:
    cell = amount("单位:元、万元", CAPTION, HEADER, ROW, separator="|")
    assert (cell.kind, cell.value) == (Kind.TEXT, None)


@pytest.mark.parametrize("separator", SEPARATORS.values(), ids=SEPARATORS)
@pytest.mark.parametrize("unit", ["千件", "万件"])
def test_counts_in_a_unit_that_stands_for_many_are_left_open(unit: str, separator: str) -> None:
    lines = [TITLE, f"单位：{unit}", BELOW.replace("§", separator)]
    cell = parse("\n".join(lines)).cell("proactive", "licensing", "decisions")
    assert (cell.kind, cell.raw) == (Kind.TEXT, "7")


class TestAnAmountWithoutAUnit:
    """The form of 2019 prints none in 采购总金额, and agencies write 元 there as well as 万元."""

    HEADER = "信息内容 | 采购项目数量 | 采购总金额"
    ROW = "政府集中采购 | 2 | {}"

    def told(self, *lines: str) -> Sequence[str]:
        report = parse("\n".join((TITLE, *lines)))
        assert report.cell("proactive", "procurement", "amount").value is not None
        return [problem.code for problem in report.problems if problem.column == "amount"]

    def test_is_told(self) -> None:
        report = parse("\n".join((TITLE, self.HEADER, self.ROW.format("8,450"))))
        assert report.cell("proactive", "procurement", "amount").value == 8450
        (problem,) = [problem for problem in report.problems if problem.code == "unit-unclear"]
        assert (problem.table, problem.row, problem.column) == (
            "proactive",
            "procurement",
            "amount",
        )
        assert problem.raw == ("8,450",)
        assert problem.span is not None
        assert report.text[problem.span.start : problem.span.end] == "8,450"

    @pytest.mark.parametrize("figure", ["0", "0.00", "8450元", "8.45万元", "￥8450元"])
    def test_is_none_if_it_is_nothing_or_names_its_unit(self, figure: str) -> None:
        assert self.told(self.HEADER, self.ROW.format(figure)) == []

    @pytest.mark.parametrize("unit", ["元", "万元"])
    def test_is_none_if_the_table_names_one(self, unit: str) -> None:
        row = self.ROW.format(8450)
        assert self.told(f"{self.HEADER}（{unit}）", row) == []
        assert self.told(f"单位：{unit}", self.HEADER, row) == []
        assert self.told(self.HEADER, row, f"注：金额单位均为{unit}") == []
        assert self.told(self.HEADER, row.replace("采购", f"采购（{unit}）")) == []

    def test_is_none_where_the_form_prints_one(self) -> None:
        report = parse("\n".join((TITLE, CAPTION, HEADER, ROW)).replace("§", "|"))
        assert report.cell("proactive", "fees", "amount").value == 25
        assert "unit-unclear" not in [problem.code for problem in report.problems]
