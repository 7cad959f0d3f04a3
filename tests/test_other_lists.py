"""Lists that are none of the form's, though rows of theirs are called as those of the form."""

import pytest
from more_itertools import interleave_longest

from gov_disclosure import parse

TITLE = "示例县水利局2023年政府信息公开工作年度报告"
PROACTIVE = "二、主动公开政府信息情况"
WEB = [("公开栏目", "条数"), ("机构职能", "12"), ("行政许可", "120"), ("行政处罚", "35")]
POWERS = [
    ("权力类别", "数量"),
    ("行政许可", "12"),
    ("行政处罚", "35"),
    ("行政征收", "1"),
    ("合计", "48"),
]
SUBJECTS = [("公开类别", "数量"), ("行政处罚", "12"), ("价格收费", "3"), ("人事信息", "9")]
ISSUED = [
    ("文件类型", "备案", "修改", "废止"),
    ("规章", "3", "4", "5"),
    ("规范性文件", "5", "6", "7"),
]
HALVES = [("项目", "上半年", "下半年"), ("行政事业性收费", "3", "4"), ("政府集中采购", "5", "6")]


def told(text: str) -> tuple[set[object], set[str]]:
    """The figures that are told, and the codes of problems."""
    report = parse(text)
    return {cell.value for cell in report.cells} - {None}, {p.code for p in report.problems}


def read(*lines: str) -> tuple[set[object], set[str]]:
    """Those of lines in the section of 主动公开."""
    return told("\n".join((TITLE, PROACTIVE, *lines, "三、收到和处理政府信息公开申请情况")))


@pytest.mark.parametrize("delimiter", ["|", "\t", "  ", "\n"])
@pytest.mark.parametrize("rows", [WEB, POWERS, SUBJECTS, ISSUED, HALVES])
def test_no_figure_of_such_a_list_is_told(rows: list[tuple[str, ...]], delimiter: str) -> None:
    figures, codes = read(*map(delimiter.join, rows))
    assert not figures
    assert codes


@pytest.mark.parametrize(
    "lines",
    [
        ("图1 各类信息公开数量（单位：条）", "行政许可 120", "财政信息 99", "行政处罚 35"),
        ("（一）主动公开情况。", "行政许可120条", "行政处罚35条"),
        ("其中行政许可", "120", "件，行政处罚", "35", "件。"),
    ],
)
def test_nor_of_a_chart_or_of_prose(lines: tuple[str, ...]) -> None:
    assert read(*lines)[0] == set()


def test_one_above_the_table_leaves_the_table_as_it_is() -> None:
    table = ["信息内容|本年处理决定数量", "行政许可|100"]
    assert read(*map("|".join, POWERS), *table)[0] == {100}


@pytest.mark.parametrize("head", ["第二十条第（五）项", "信息内容", "本年处理决定数量"])
def test_any_label_of_its_own_above_them_makes_rows_those_of_the_form(head: str) -> None:
    rows = interleave_longest(["行政许可", "行政处罚"], ["3", "5"])
    assert read(head, *rows)[0] == {3, 5}


def test_so_do_rows_of_several_groups_or_all_rows_of_a_form() -> None:
    title = "示例县2016年政府信息公开工作年度报告\n项目|数量"
    channels = ["政府公报", "政府网站", "政务微博", "政务微信", "其他方式"]
    rows = [f"{at}.{name}公开政府信息数" for at, name in enumerate(channels, 1)]
    rows += ["3.政策解读稿件发布数", "4.微博微信回应事件数", "5.其他方式回应事件数"]
    for many, due in ((8, {5, 8, 2, 0, 3, 4, 6, 1}), (4, set())):
        table = map("|".join, zip(rows[:many], "58203461", strict=False))
        assert told("\n".join((title, *table)))[0] == due
    subjects = ("行政处罚|5", "价格收费|8", "人事信息|2", "企业信用|3", "教育信息|9")
    assert told("\n".join((title, *subjects)))[0] == set()
    decisions = ("行政许可|5", "行政处罚|8", "行政强制|2", "行政事业性收费|3")
    documents = ("规章|0|1|7", "行政规范性文件|4|6|9")
    assert told("\n".join((TITLE, PROACTIVE, *documents, *decisions)))[0] >= {5, 8, 2, 3}
    assert told("\n".join((TITLE, PROACTIVE, *decisions)))[0] == set()


CASES = "四、政府信息公开行政复议、行政诉讼情况"
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


@pytest.mark.parametrize("delimiter", ["|", "\t", "\n"])
@pytest.mark.parametrize(
    "names", [("县本级", "乡镇", "合计"), ("上半年", "下半年", "全年"), "一二三"]
)
def test_rows_with_words_of_their_own_are_no_parts_of_a_line(
    names: tuple[str, ...], delimiter: str
) -> None:
    figures = (("1", "0", "0", "0", "1"), ("2", "0", "0", "0", "2"), ("3", "0", "0", "0", "3"))
    rows = [(f"{name}审", *some) for name, some in zip(names, figures, strict=True)]
    table = map(delimiter.join, [("单位", *OUTCOMES), *rows])
    figures_told, codes = told("\n".join((TITLE, CASES, *table)))
    assert not figures_told
    assert codes


def test_nor_are_those_of_which_the_first_is_another_row_of_the_form() -> None:
    litigation = ("未经复议直接起诉", "复议后起诉", *OUTCOMES, *OUTCOMES, *"0401560107")
    review = ("行政复议情况", *OUTCOMES, *"12003")
    assert not told("\n".join((TITLE, CASES, "行政诉讼情况", *litigation, *review)))[0]


@pytest.mark.parametrize("words", ["附表2", "第二部分", "（续表）", "三、收到的申请"])
def test_words_that_follow_a_short_row_are_no_cell_of_it(words: str) -> None:
    header = ("第二十条第（九）项", "信息内容", "采购项目数量", "采购总金额", "政府集中采购")
    lines = (TITLE, PROACTIVE, *header, "3", words)
    assert not told("\n".join(lines))[0]
    assert not told(" ".join(lines))[0]


def test_a_garbled_header_tells_no_other_list_where_nearly_all_rows_of_a_form_are() -> None:
    documents = ("内容 | 制发 | 废止 | 现行有效", "规章 | 0 | 1 | 7", "行政规范性文件 | 4 | 6 | 9")
    others = ("第20条第（五）项", "行政许可 | 5", "行政处罚 | 8", "行政事业性收费 | 3")
    assert read(*documents, *others)[0] == {0, 1, 7, 4, 6, 9, 5, 8, 3}


def test_values_that_count_on_along_a_line_are_figures_without_a_number_before_them() -> None:
    channels = ["政府公报", "政府网站", "政务微博", "政务微信", "其他方式"]
    rows = (f"{at}.{name}公开政府信息数 条 {at + 1}" for at, name in enumerate(channels, 1))
    text = " ".join(("统计指标 单位 统计数", *rows))
    assert told(text)[0] == {2, 3, 4, 5, 6}


CATALOGUE = {
    "规章": "5",
    "行政规范性文件": "102",
    "行政许可": "88",
    "行政处罚": "41",
    "行政强制": "0",
    "行政事业性收费": "6",
}
OVERVIEW = "一、总体情况\n分类如下:"


@pytest.mark.parametrize("delimiter", [" | ", "\t", ":", "\n"])
@pytest.mark.parametrize(
    "above", ["主动公开信息分类统计", "政务公开工作考核", f"{TITLE}\n{OVERVIEW}"]
)
@pytest.mark.parametrize("without", ["", "规章", "行政强制"])
def test_one_count_for_each_category_is_no_table_of_the_form(
    without: str, above: str, delimiter: str
) -> None:
    """The form has three figures for 规章 and 行政规范性文件."""
    rows = [delimiter.join(row) for row in CATALOGUE.items() if row[0] != without]
    figures, codes = told("\n".join((above, *rows)))
    assert not figures
    assert codes


@pytest.mark.parametrize("delimiter", [" | ", "\t", "\n"])
def test_nor_does_it_hide_the_table_below_it(delimiter: str) -> None:
    listed = map(delimiter.join, [("栏目", "公开数"), *list(CATALOGUE.items())[1:]])
    head = ("信息内容", "本年处理决定数量")
    rows = [("第二十条第(五)项",), head, ("行政许可", "172"), ("第二十条第(六)项",), head]
    rows += [("行政处罚", "33"), ("行政强制", "4")]
    table = map(delimiter.join, rows)
    text = "\n".join((TITLE, "一、总体情况", *listed, PROACTIVE, *table))
    assert told(text)[0] == {172, 33, 4}


@pytest.mark.parametrize("delimiter", [" | ", "\t", "\n"])
def test_units_beside_the_figures_make_rows_those_of_the_form(delimiter: str) -> None:
    """The name of the table stands above them, and the header alone is lost."""
    labels = ("(一)收到申请数", "1.当面申请数", "2.传真申请数", "3.网络申请数", "4.信函申请数")
    rows = [(label, "件", figure) for label, figure in zip(labels, "93150", strict=True)]
    lines = ("政府信息公开情况统计表", "(2017年度)", *map(delimiter.join, rows))
    assert told("\n".join(lines))[0] == {9, 3, 1, 5, 0}


@pytest.mark.parametrize("delimiter", [" | ", "\t", "\n"])
@pytest.mark.parametrize(
    ("rows", "due"),
    [
        ([("行政强制执行", "4"), ("行政强制措施", "3")], {7}),
        ([("行政强制措施", "1"), ("行政强制执行", "2"), ("行政强制合计", "3")], {7}),
        ([("行政强制(县级)", "1"), ("行政强制(乡镇)", "2")], {7}),
        ([("行政强制措施", "3")], {7, 3}),
        ([("行政强制(件)", "3")], {7, 3}),
    ],
)
def test_a_part_of_what_a_row_counts_is_not_the_row(
    rows: list[tuple[str, ...]], due: set[int], delimiter: str
) -> None:
    table = [("信息内容", "本年处理决定数量"), ("行政处罚", "7"), *rows]
    assert read("第二十条第(六)项", *map(delimiter.join, table))[0] == due


@pytest.mark.parametrize("delimiter", [" | ", "\t", "\n"])
@pytest.mark.parametrize(
    ("label", "due"),
    [
        ("行政事业性收费项目数", set()),
        ("行政事业性收费(减免)", set()),
        ("行政事业性收费(免征)", set()),
        ("行政事业性收费项目", {9}),
        ("行政事业性收费", {9}),
    ],
)
def test_what_is_counted_or_waived_is_no_amount_that_is_charged(
    label: str, due: set[int], delimiter: str
) -> None:
    table = [("信息内容", "本年收费金额(单位:万元)"), (label, "9")]
    assert read("第二十条第(八)项", *map(delimiter.join, table))[0] == due
