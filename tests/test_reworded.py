"""Labels in other words than the forms', in whatever layout: the same rows and columns."""

import re
from collections.abc import Mapping, Sequence

import attrs
import pytest

from generate.applications import APPLICANTS, HEADING
from generate.printed import printed_tables
from generate.render import RENDERINGS, Rendering, render
from generate.reports import USUAL, make_report
from generate.styles import PLAIN
from gov_disclosure import Form, Kind, parse
from gov_disclosure.labels.marks import MARKS
from gov_disclosure.labels.reworded import reworded
from gov_disclosure.labels.vocabulary import vocabulary

LAYOUTS = [
    layout for layout in RENDERINGS if layout.name in ("pipes", "markdown", "tabs", "stacked")
]

YEARS = {
    "一、本年新收政府信息公开申请数量": "一、本年度新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量": "二、上一年度结转政府信息公开申请数量",
    "四、结转下年度继续办理": "四、结转下一年度继续办理",
    "上一年项目数量": "上年度项目数量",
    "本年制发件数": "今年制发件数",
}
TOTALS = {"(七)总计": "(七)合计", "总计": "合计"}
NUMBERS = {"(七)总计": "七、总计", "(一)予以公开": "1、予以公开", "3.其他": "(3)其他"}


OF_APPLICATIONS = {
    "一、本年新收政府信息公开申请数量": (
        *("一、本年新收到政府信息公开申请数量", "一、本年度新收政府信息公开申请数"),
        *("一、本年新收政府信息公开申请的数量", "一、本年新收申请数量"),
        "一、本年新受理政府信息公开申请数量",
    ),
    "二、上年结转政府信息公开申请数量": (
        *("二、上年度结转的政府信息公开申请数量", "二、上年结转政府信息公开申请件数"),
        *("二、上年结转申请数量", "二、上年接转政府信息公开申请数量"),
    ),
    "(一)予以公开": ("(一)给予公开",),
    "3.危及“三安全一稳定”": ("3.危机“三安全一稳定”", "3.危及“三个安全一个稳定”"),
    "4.无正当理由大量反复申请": ("4.没有正当理由大量反复申请",),
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": (
        *("1.申请人无正当理由逾期不补正", "1.申请人逾期不补正"),
    ),
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": (
        "2.申请人逾期未按收费通知要求缴纳费用",
    ),
    "2.其他法律行政法规禁止公开": (
        "2.其他法律、行政法规禁止公开的",
        *("2.其它法律和行政法规禁止公开", "2.法律行政法规禁止公开"),
    ),
    "4.保护第三方合法权益": (
        *("4.保护第三方合法权利", "4.保护第三方的合法权益", "4.保护第三人合法利益"),
        "4.损害第三方合法权益",
    ),
    "5.属于三类内部事务信息": ("5.三类内部事务信息", "5.属于三类内部事务信息的"),
    "7.属于行政执法案卷": ("7.属于行政执法案卷信息", "7.行政执法案卷", "7.属于执法案卷"),
    "8.属于行政查询事项": ("8.属于行政查询事项的", "8.属于行政查询"),
    "1.本机关不掌握相关政府信息": (
        *("1.本机关不掌握", "1.本机关不掌握相关政府信息的", "1.本单位不掌握相关信息"),
        "1.本行政机关不掌握相关政府信息",
    ),
    "2.没有现成信息需要另行制作": (
        *("2.没有现成信息", "2.没有现成信息、需要另行制作的", "2.需要另行制作"),
    ),
    "3.补正后申请内容仍不明确": (
        *("3.补正后仍不明确", "3.补正后申请的内容仍不明确", "3.补正后申请仍不明确"),
        "3.补证后申请内容仍不明确",
    ),
    "1.信访举报投诉类申请": (
        *("1.信访投诉举报类申请", "1.信访、举报、投诉类申请", "1.投诉举报信访类申请"),
        *("1.信访举报投诉类", "1.信访举报投诉"),
    ),
    "3.要求提供公开出版物": ("3.要求提供公开的出版物",),
    "5.要求行政机关确认或重新出具已获取信息": (
        *("5.要求行政机关确认或者重新出具已获取信息", "5.要求确认或重新出具"),
        *("5.要求行政机关确认或重新出具已获取的信息", "5.要求确认或重新出具已获取的政府信息"),
    ),
    "3.其他": ("3.其它", "3.其他原因"),
    "四、结转下年度继续办理": (
        *("四、结转下年度继续办理数量", "四、结转下年度继续办理的数量", "四、结转下年度"),
        *("四、结转到下一年度继续办理", "四、转结下年度继续办理"),
    ),
}
OF_STATISTICS = {
    "(一)收到申请数": ("(一)收到申请数量", "(一)收到的申请数"),
    "1.当面申请数": ("1.当面申请件数", "1.当面申请数量"),
    "1.属于已主动公开范围数": ("1.已主动公开范围数", "1.属于已主动公开范围的"),
    "6.申请信息不存在数": ("6.申请信息不存在的", "6.申请的信息不存在数量"),
    "9.劳动就业及社会保障": ("9.劳动就业和社会保障", "9.劳动就业、社会保障"),
    "六、举报投诉数量": ("六、举报投诉件数", "六、举报、投诉总数"),
    "(三)接受培训人员数": ("(三)接受培训的人员数量",),
}
OF_PROACTIVE = {
    "规章": ("政府规章", "部门规章"),
    "规范性文件": ("规范性文件数",),
    "行政许可": ("行政许可类", "行政许可事项", "行政许可决定"),
    "其他对外管理服务事项": (
        *("对外管理服务事项", "其他对外服务管理事项"),
        *("其他管理服务事项", "其他对外管理和服务事项"),
    ),
    "行政处罚": ("行政处罚类", "行政处罚事项", "行政处罚决定"),
    "行政强制": ("行政强制类", "行政强制措施"),
    "行政事业性收费": ("行政收费", "行政性收费", "行政事业性收费项目", "行政性事业收费"),
    "政府集中采购": ("政府采购", "集中采购"),
}
COLUMNS = {
    "本年制发件数": ("本年制发数量", "本年度制发数", "本年制定件数"),
    "本年废止件数": ("本年废止数量", "本年废止(失效)件数", "本年失效件数"),
    "现行有效件数": ("现行有效数量", "现行有效总数", "现行有效文件数"),
    "本年处理决定数量": ("本年处理决定件数", "本年处理决定总数", "本年处理绝对数量"),
    "本年收费金额(单位:万元)": ("收费金额(万元)", "本年收费总金额(单位:万元)"),
    "上一年项目数量": ("去年项目数量", "上年度项目数"),
    "本年增/减": ("本年增加/减少", "本年新增/减"),
    "处理决定数量": ("处理决定数", "处理决定件数"),
    "本年新制作数量": ("本年制作数量", "本年新制定数量", "本年新制发数量", "本年新增制作数量"),
    "本年新公开数量": ("本年公开数量", "本年新增公开数量"),
    "对外公开总数量": ("对外公开数量", "对外公开总数"),
    "采购项目数量": ("采购数量",),
    "采购总金额": ("总金额(万元)", "采购资金", "釆购总金额"),
    "自然人": ("公民",),
    "商业企业": ("商业机构", "商业公司"),
    "科研机构": ("科研企业", "科研组织", "科研院所", "研究机构"),
    "社会公益组织": ("社会公益机构", "社会公益性组织", "公益组织"),
    "法律服务机构": ("法律服务组织", "法律服务企业", "法律机构"),
}


_PUNCTUATION = re.compile(r"[^\w]")


def without_punctuation(said: str) -> str:
    """A label as those print it who lose punctuation; figures and marks for none keep theirs."""
    return _PUNCTUATION.sub("", said) if len(said) > 3 else said


def cases(*tables: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    return [(label, words) for table in tables for label in table for words in table[label]]


def reworded_text(form: Form, layout: Rendering, words: Mapping[str, str]) -> str:
    """A report with some labels in other words."""
    style = attrs.evolve(PLAIN, spell=lambda said: words.get(said, said))
    return render(make_report(form, 7, "zeros", USUAL), layout, style)


def left_open(form: Form, layout: Rendering, words: Mapping[str, str]) -> set[tuple[str, str]]:
    """The rows, by table, of which a figure is not told, where labels are reworded."""
    report = parse(reworded_text(form, layout, words))
    made = make_report(form, 7, "zeros", USUAL)
    for cell in report.cells:
        address = (cell.table, cell.row, cell.column)
        if cell.kind is not Kind.MISSING:
            assert cell.value == made.expected(address).value, cell
    missing = (cell for cell in report.cells if cell.kind is Kind.MISSING)
    return {(cell.table, cell.row) for cell in missing}


@pytest.mark.parametrize("words", [YEARS, TOTALS, NUMBERS], ids=["years", "totals", "numbers"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize("form", [Form.F2019, Form.F2021])
def test_such_labels_are_known(form: Form, layout: Rendering, words: Mapping[str, str]) -> None:
    assert not left_open(form, layout, words)


def prints(form: Form, label: str) -> bool:
    return any(cell.text == label for table in printed_tables(form) for cell in table.cells)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize(
    ("label", "words"), cases(OF_APPLICATIONS, OF_STATISTICS, OF_PROACTIVE, COLUMNS)
)
def test_a_label_in_other_words_is_known_in_its_place(
    label: str, words: str, layout: Rendering
) -> None:
    for form in Form:
        if prints(form, label):
            assert not left_open(form, layout, {label: words}), form


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize("form", Form)
def test_so_are_many_of_them_together(form: Form, layout: Rendering) -> None:
    words = {
        label: some[0]
        for label, some in (OF_APPLICATIONS | COLUMNS | OF_STATISTICS).items()
        if some
    }
    assert not left_open(form, layout, words)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_labels_without_any_punctuation_are_known(layout: Rendering) -> None:
    labels = {c.text for table in printed_tables(Form.F2014) for c in table.cells if not c.address}
    words = {label: without_punctuation(label) for label in labels}
    assert not left_open(Form.F2014, layout, words)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize("sign", ["#", "*", "※"])
def test_a_sign_before_a_part_is_no_part_of_a_label(sign: str, layout: Rendering) -> None:
    label = "其中:主动公开规范性文件数"
    assert not left_open(Form.F2014, layout, {label: f"{sign}{label}"})


def test_a_label_before_a_mark_for_none_is_not_without_punctuation() -> None:
    assert not vocabulary().meanings("本年新制作数量：-")


@pytest.mark.parametrize(
    "words",
    [
        *("2.同意公开件数", "1.属于主动公开范围", "6.申请信息存在的", "5.属于本行政机关公开的"),
        *("3.补正申请仍不明确", "4.大量反复申请", "不予处理决定数量", "行政处罚听证"),
    ],
)
def test_words_that_lack_what_tells_others_apart_are_none(words: str) -> None:
    assert not {term.key for term in reworded(words)} - {"requests.answered.granted"}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("其他对外管理服务事项", "公共服务事项"),
        ("行政强制", "行政检查"),
        ("7.属于行政执法案卷", "7.属于国家安全事项"),
        ("14.行政处罚", "14.行政执法"),
        ("四、结转下年度继续办理", "四、转入以后办理"),
        ("5.要求行政机关确认或重新出具已获取信息", "5.要求其他机关说明情况"),
        ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.申请人撤回"),
    ],
)
def test_other_words_where_a_row_is_due_are_told(label: str, words: str, layout: Rendering) -> None:
    for form in filter(lambda one: prints(one, label), Form):
        report = parse(reworded_text(form, layout, {label: words}))
        codes = {problem.code for problem in report.problems}
        assert codes & {"row-unclear", "loose-figures", "unplaced-value"}
        rows = {problem.row for problem in report.problems if problem.code == "row-unclear"}
        assert all(cell.kind is Kind.MISSING for cell in report.cells if cell.row in rows)


@pytest.mark.parametrize("between", ["|", "\t", "\n"])
def test_so_is_the_row_that_they_may_be(between: str) -> None:
    columns = ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量")
    rows = (columns, ("行政许可", "40", "3", "50"), ("公共服务事项", "83", "0", "12"))
    lines = map(between.join, (*rows, ("第二十条第（六）项",), columns, ("行政处罚", *"123")))
    report = parse("\n".join(("第二十条第（五）项", *lines)))
    (problem,) = report.problems
    assert (problem.code, problem.row) == ("row-unclear", "other_services")
    assert problem.raw == ("83", "0", "12")
    assert report.text[problem.span.start : problem.span.end].startswith("公共服务事项")


def test_a_row_that_is_added_to_those_of_the_form_stands_for_none_of_them() -> None:
    rows = ["信息内容|本年处理决定数量", "行政处罚|5", "行政检查|3", "行政强制|7"]
    report = parse("\n".join(("二、主动公开政府信息情况", "第二十条第（六）项", *rows)))
    assert [row.label for row in report.extra_rows] == ["行政检查"]
    assert not report.problems


@pytest.mark.parametrize(
    ("printed", "keys"),
    [
        ("2.其他法律巳政法规禁止公开", ["refused.prohibited_by_law"]),
        ("2.没有现戍信息需要另行制作", ["not_provided.requires_creation"]),
        ("其他法律巳政法规禁止公开", []),
        ("3.其他法律巳政法规禁止公开", []),
        ("4.政务微视公开政府信息数", []),
        ("一、本年新增政府信息公开申请数量", []),
        ("一、本月新收政府信息公开申请数量", []),
    ],
)
def test_one_letter_of_a_long_label_may_be_misread(printed: str, keys: list[str]) -> None:
    """The number of the row has to be its own, and no other label may be as near."""
    assert [term.key for term in MARKS[printed].terms] == keys


@pytest.mark.parametrize("corner", ["项目", "类别", ""])
def test_columns_in_other_words_are_those_that_they_name_in_whatever_order(corner: str) -> None:
    columns = ("个人", "科研企业", "商业机构", *APPLICANTS[3:])
    row = ("一、本年新收政府信息公开申请数量", *map(str, (1, 2, 3, 4, 5, 6, 21)))
    lines = (HEADING, "|".join((corner, *columns)), "|".join(row))
    told = {cell.column: cell.value for cell in parse("\n".join(lines)).cells if cell.row == "new"}
    assert (told["natural_person"], told["research"], told["business"]) == (1, 2, 3)
