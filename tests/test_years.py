"""Tables of other years stand beside the report's; no figure of theirs is given as its own."""

from collections.abc import Sequence

import pytest

from gov_disclosure import AnnualReport, parse

TITLE = "示例县{}年政府信息公开工作年度报告\n"
HEADING = "二、主动公开政府信息情况\n"
TABLE = """\
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | {} | 1 | 13
行政规范性文件 | {} | 4 | 52
"""
PROCEEDINGS = """\
四、政府信息公开行政复议、行政诉讼情况
行政复议 | | | | | 行政诉讼 | | | | | | | | |
| | | | | 未经复议直接起诉 | | | | | 复议后起诉 | | | |
"""
OUTCOMES = " | ".join(["结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计"] * 3)
LINE = " | ".join(["3 | 1 | 2 | 0 | 6"] * 3)


def made(report: AnnualReport) -> Sequence[object]:
    """How many documents of each kind were made, as far as the report has such rows."""
    return [cell.value for cell in report.cells if cell.column == "issued" and cell.span]


def of_proceedings(report: AnnualReport) -> Sequence[object]:
    return [cell.value for cell in report.cells if cell.table == "proceedings" and cell.span]


def codes(report: AnnualReport) -> set[str]:
    return {problem.code for problem in report.problems}


@pytest.mark.parametrize(
    "caption",
    [
        "2020年",
        "2022年",
        "2020 年报告",
        "二〇二〇年",
        "２０２０年度",
        "2020年度",
        "（2020年）",
        "**2020年数据**",
        "2020年度报告：",
        "上年",
        "上年度数据",
        "上一年度",
        "去年情况",
        "附：2020年政府信息公开情况表",
        "附件1：上年度统计表",
        "表1 2020年主动公开情况",
        "2020年度主动公开政府信息情况如下：",
        "| 2020年 |  |  |  |",
        "2020年\n\n单位：件\n",
        "去年同期：",
        "以下为2020年数据",
        "（一）2020年情况",
        "(1)2020年",
        "注：以下为上年数据",
    ],
)
class TestACaption:
    def test_of_another_year_leaves_open_what_stands_beneath(self, caption: str) -> None:
        report = parse(TITLE.format(2021) + HEADING + caption + "\n" + TABLE.format(7, 8))
        assert made(report) == []
        (problem,) = report.problems
        assert (problem.code, problem.table) == ("other-year", "proactive")
        assert problem.span is not None
        told = report.text[problem.span.start : problem.span.end]
        assert told.startswith(caption.strip("附件表1一注以下为：（()）*| \n")[:2])
        assert told.endswith("52")

    def test_may_stand_above_the_heading(self, caption: str) -> None:
        report = parse(TITLE.format(2021) + caption + "\n" + HEADING + TABLE.format(7, 8))
        assert made(report) == []
        assert codes(report) == {"other-year"}

    def test_leaves_what_the_report_says_of_its_own_year(self, caption: str) -> None:
        own = "2021年\n" + TABLE.format(5, 6)
        other = caption + "\n" + TABLE.format(7, 8)
        for tables in (own + other, other + own):
            report = parse(TITLE.format(2021) + HEADING + tables)
            assert made(report) == [5, 6]
            assert codes(report) == {"other-year"}

    def test_reaches_no_further_than_its_section(self, caption: str) -> None:
        report = parse(
            TITLE.format(2021)
            + HEADING
            + f"{caption}\n{TABLE.format(7, 8)}{PROCEEDINGS}{OUTCOMES}\n{LINE}"
        )
        assert made(report) == []
        assert of_proceedings(report) == [3, 1, 2, 0, 6] * 3


@pytest.mark.parametrize(
    "caption", ["2020年工作情况", "上年工作情况如下：", "2022年工作打算及有关情况"]
)
def test_what_heads_prose_is_no_caption_of_the_next_heading(caption: str) -> None:
    report = parse(TITLE.format(2021) + caption + "\n" + HEADING + TABLE.format(7, 8))
    assert made(report) == [7, 8]
    assert codes(report) == set()


@pytest.mark.parametrize("delimiter", [" | ", "\t", "   ", "\n"])
@pytest.mark.parametrize("year", ["2020年", "2020年度", "上年", "2020 年"])
def test_a_line_of_proceedings_may_be_that_of_another_year(year: str, delimiter: str) -> None:
    line = f"{year} | {LINE}".replace(" | ", delimiter)
    header = (PROCEEDINGS + OUTCOMES).replace(" | ", delimiter)
    report = parse(f"{TITLE.format(2021)}{header}\n{line}\n")
    assert of_proceedings(report) == []
    assert "other-year" in codes(report)


def test_then_an_empty_line_of_its_header_is_none_of_the_own_year() -> None:
    empty = "| " * 14
    for above in (f"{empty}\n上年\n", f"上年\n{empty}\n"):
        report = parse(f"{TITLE.format(2021)}{PROCEEDINGS}{OUTCOMES}\n{above}{LINE}\n")
        assert of_proceedings(report) == []
        assert "other-year" in codes(report)


@pytest.mark.parametrize("year", ["2021年", "2021年度", "本年", "本年度"])
def test_that_of_the_own_year_is_read_beside_it(year: str) -> None:
    lines = f"上年 | {LINE.replace('2', '4')}\n{year} | {LINE}\n"
    report = parse(f"{TITLE.format(2021)}{PROCEEDINGS}单位 | {OUTCOMES}\n{lines}")
    assert of_proceedings(report) == [3, 1, 2, 0, 6] * 3


def test_rows_of_another_year_are_left_open() -> None:
    lines = [f"{year}年 | {line}" for year in (2020, 2021) for line in TABLE.splitlines()[1:]]
    header = "年份 | " + TABLE.splitlines()[0]
    report = parse(TITLE.format(2021) + HEADING + "\n".join([header, *lines]).format(7, 8, 5, 6))
    assert made(report) == [5, 6]
    assert codes(report) == {"other-year"}


class TestColumnsOfYears:
    """Beside the column of the report's own year stand those of others, and of what has changed."""

    ROWS = (
        "1.政府公报公开政府信息数\t条",
        "2.政府网站公开政府信息数\t条",
        "制发规范性文件总数\t件",
    )

    def figures(self, columns: str, *rows: str) -> list[object]:
        header = f"政府信息公开情况统计表\n统计指标\t单位\t{columns}"
        table = "\n".join((header, *map("\t".join, zip(self.ROWS, rows, strict=True))))
        report = parse(f"示例县2017年政府信息公开工作年度报告\n{table}")
        return [cell.value for cell in report.cells if cell.value is not None]

    @pytest.mark.parametrize(
        "columns",
        [
            "2016年\t2017年",
            "2016年度\t2017年度",
            "上年数\t本年数",
            "去年\t本年",
            "同比增减\t本年统计数",
        ],
    )
    def test_that_of_the_report_is_read(self, columns: str) -> None:
        assert sorted(self.figures(columns, "3\t5", "10\t20", "1\t2"), key=str) == [2, 20, 5]

    def test_wherever_it_stands(self) -> None:
        found = self.figures("2017年\t2016年\t同比增长", "3\t5\t-4%", "10\t20\t5%", "1\t2\t")
        assert sorted(found, key=str) == [1, 10, 3]

    def test_no_figure_of_another_year_is_its_own(self) -> None:
        assert 9 not in self.figures("2016年\t2017年", "9\t", "9\t", "9\t")

    @pytest.mark.parametrize("columns", ["2015年\t2016年", "2016年\t上年数", "2018年\t2016年"])
    def test_where_none_is_the_report_s_own_nothing_is_told(self, columns: str) -> None:
        assert not self.figures(columns, "3\t5", "10\t20", "1\t2")

    def test_a_column_of_the_form_beside_the_years_is_its_own(self) -> None:
        header = "信息内容\t本年处理决定数量\t2020年\t2021年"
        report = parse(f"{TITLE.format(2021)}{HEADING}{header}\n行政处罚\t3\t4\t5")
        assert report.proactive is not None
        assert report.proactive.penalties.decisions == 3

    @pytest.mark.parametrize("between", [" | ", "\t", "\n"])
    @pytest.mark.parametrize("years", [("2021年", "2020年"), ("2020年度", "2021年度")])
    def test_years_may_stand_in_the_label(self, years: tuple[str, str], between: str) -> None:
        header = ("信息内容", *(f"{year}处理决定数量" for year in years))
        rows = (header, ("行政处罚", "7", "8"), ("行政强制", "3", "4"))
        cells = "\n".join(map(between.join, rows))
        report = parse(f"{TITLE.format(2021)}{HEADING}{cells}")
        told = [c.value for c in report.cells if c.row == "coercive_measures" and c.value]
        assert told in ([3 if years[0].startswith("2021") else 4], [])
        assert told or between == "\n"

    def test_other_columns_tell_nothing(self) -> None:
        assert not self.figures("县本级\t乡镇", "3\t5", "10\t20", "1\t2")

    def test_years_may_stand_below_the_label(self) -> None:
        header = "| 信息内容 | 本年处理决定数量 |  |\n|  | 2020年 | 2021年 |"
        table = f"{header}\n| 行政处罚 | 25 |  |\n| 行政强制 | 3 | 4 |"
        report = parse(f"{TITLE.format(2021)}{HEADING}{table}")
        assert report.proactive is not None
        assert report.proactive.penalties.decisions is None
        assert report.proactive.coercive_measures.decisions == 4


class TestNothingIsLost:
    """A year above a table is mostly the report's, whatever its title says, or no caption."""

    @pytest.mark.parametrize(
        "above",
        [
            "2021年\n",
            "2021年度\n",
            "（2021年度）\n",
            "2023年\n2022年\n2021年\n2020年\n",
            "2020年 | 2021年 | 2022年\n",
            "2020年1月4日\n",
            "发布日期：2022年\n",
            "与2020年\n",
            "注：不含2020年\n",
            "上一年\n",
            "本年\n",
            "2020年\n全年公开信息若干条，没有别的情况要说明。\n",
            "2020年" + HEADING,
        ],
    )
    def test_beneath_what_is_no_caption_of_another_year(self, above: str) -> None:
        report = parse(TITLE.format(2021) + HEADING + above + TABLE.format(5, 6))
        assert made(report) == [5, 6]
        assert "other-year" not in codes(report)

    @pytest.mark.parametrize(
        "said",
        [
            "统计期限为2021年1月1日至2021年12月31日。",
            "2021年，全县公开信息30条。2021年底有人5名。",
        ],
    )
    def test_where_the_title_names_the_year_of_publication(self, said: str) -> None:
        text = TITLE.format(2022) + f"一、总体情况\n{said}\n{HEADING}2021年度\n{TABLE.format(5, 6)}"
        assert made(parse(text)) == [5, 6]

    def test_where_nothing_tells_the_year_of_the_report(self) -> None:
        assert made(parse(HEADING + "2021年\n" + TABLE.format(5, 6))) == [5, 6]

    def test_where_the_form_prints_a_year(self) -> None:
        rows = "统计指标 | 单位 | 统计数\n（一）主动公开政府信息数 | 条 | 41\n"
        head = "政府信息公开情况统计表\n（2015年度）\n"
        report = parse(TITLE.format(2016) + head + rows)
        assert report.cell("statistics", "proactive.total", "value").value == 41


@pytest.mark.parametrize(
    ("above", "caption"),
    [
        ("", "上年"),
        ("", "去年数据"),
        ("统计指标 | 单位 | 统计数 | 同比\n（一）主动公开政府信息数 | 条 | 7 | 8 | 9\n", "2015年"),
    ],
)
def test_nor_where_the_table_of_this_year_is_missing_or_left_open(above: str, caption: str) -> None:
    rows = "统计指标 | 单位 | 统计数\n（一）主动公开政府信息数 | 条 | 41\n"
    report = parse(TITLE.format(2016) + f"政府信息公开情况统计表\n{above}{caption}\n{rows}")
    assert [cell for cell in report.cells if cell.value is not None] == []
    assert "other-year" in codes(report)


class TestTablesThatStandTwice:
    def test_are_those_of_several_reports_if_they_mostly_differ(self) -> None:
        report = parse(TITLE.format(2021) + HEADING + TABLE.format(5, 6) + TABLE.format(7, 8))
        assert made(report) == []
        assert "several-reports" in codes(report)

    def test_are_of_one_that_was_corrected_if_they_hardly_do(self) -> None:
        report = parse(TITLE.format(2021) + HEADING + TABLE.format(5, 6) + TABLE.format(5, 8))
        assert made(report) == [5]
        assert "several-reports" not in codes(report)


def test_the_beginning_of_a_broken_label_is_no_caption() -> None:
    columns = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    rows = (("一、本年新收政府信息公开申请数量",), ("二、上年", "结转政府信息公开申请数量"))
    lines = (*columns, *(part for row in rows for part in (*row, *"1000001")))
    heading = "三、收到和处理政府信息公开申请情况"
    report = parse("\n".join((TITLE.format(2021).strip(), heading, *lines)))
    assert report.cell("applications", "carried_over", "total").value == 1


def test_the_caption_of_this_year_ends_what_stands_beneath_another() -> None:
    last, own = TABLE.format(3, 5), TABLE.format(7, 9)
    report = parse(f"{TITLE.format(2021)}{HEADING}上年度情况\n{last}本年度情况\n{own}")
    assert made(report) == [7, 9]
