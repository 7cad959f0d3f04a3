"""What single cells say: labels and their misprints, numbers as people print them, other marks."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure import Kind, parse
from gov_disclosure.labels.cores import Core
from gov_disclosure.labels.marks import MARKS, Sort
from gov_disclosure.labels.misprints import are_alike, faults, tells_words_apart
from gov_disclosure.labels.spelling import end_of_label
from gov_disclosure.labels.vocabulary import Role, Term, vocabulary
from gov_disclosure.text.fold import FOLD, NOT_IN_LABELS, fold, squeeze
from gov_disclosure.text.numerals import MONEY, read_number

WORDED_FREELY = {Role.SECTION, Role.HEADING, Role.CORNER}
TERMS = [
    (core, term)
    for cores in vocabulary().by_core.values()
    for core, term in cores
    if term.role not in WORDED_FREELY
]
LETTERS = sorted({letter for core, _ in TERMS for letter in core.words if letter > "一"})

# Labels

OTHER_THINGS = {
    "逾期办结数": "延期办结数",
    "信访申请数": "信函申请数",
    "上年处理决定数量": "本年处理决定数量",
    "上年制发件数": "本年制发件数",
    "废止规范性文件总数": "制发规范性文件总数",
    "属于本行政机关公开数": "不属于本行政机关公开数",
    "申请信息存在数": "申请信息不存在数",
    "本机关已掌握相关政府信息": "本机关不掌握相关政府信息",
    "经复议直接起诉": "未经复议直接起诉",
    "对内公开总数量": "对外公开总数量",
    "补正前申请内容仍不明确": "补正后申请内容仍不明确",
    "本年新收政府信息公示申请数量": "本年新收政府信息公开申请数量",
    "政府公告公开政府信息数": "政府公报公开政府信息数",
    "被动公开规范性文件数": "主动公开规范性文件数",
    "非行政规范性文件": "行政规范性文件",
    "法律法规规定的情形": "法律法规规定的其他情形",
}


@pytest.mark.parametrize("printed", OTHER_THINGS)
def test_another_thing_is_no_misprint(printed: str) -> None:
    labels = {term.label for term in vocabulary().meanings(printed)}
    assert not labels, f"{printed} is read as {labels}"


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("现行有效件", "现行有效件数"),
        ("第二十条(五)项", "第二十条第(五)项"),
        ("本年增/", "本年增/减"),
        ("本年增（+）/减（-）", "本年增/减"),
        ("现行有郊件数", "现行有效件数"),
        ("现行有效件教", "现行有效件数"),
        ("本年处里决定数量", "本年处理决定数量"),
        ("其他法律法规禁止公开", "2.其他法律行政法规禁止公开"),
        ("末经复议直接起诉", "未经复议直接起诉"),
        ("信涵申请数", "4.信函申请数"),
        ("主动公开政务信息情况", "二、主动公开政府信息情况"),
        ("五、存在的主要问题及改进措施", "五、存在的主要问题及改进情况"),
        ("1.收到申请数", "(一)收到申请数"),
        ("其中:1.涉及国家秘密", "其中:涉及国家秘密"),
        ("行政诉讼(复议后起诉)", "行政诉讼复议后起诉"),
        ("行政诉讼（未经复议直接起诉）", "行政诉讼未经复议直接起诉"),
        ("现行有效件数[1]", "现行有效件数"),
        ("现行有效件数①②", "现行有效件数"),
        ("现行有效件数¹", "现行有效件数"),
    ],
)
def test_a_misprint_is_the_label(printed: str, label: str) -> None:
    assert {term.label for term in vocabulary().meanings(printed)} == {label}


@pytest.mark.parametrize(
    "label", ["3.危及“三安全一稳定”", '3.危及"三安全一稳定"', "3.危及「三安全一稳定」"]
)
def test_the_quotes_that_end_with_a_label_are_a_part_of_it(label: str) -> None:
    assert end_of_label(f"{label}\u30002", 0) == len(label)


def test_a_quote_behind_a_label_without_another_is_no_part_of_it() -> None:
    assert end_of_label('行政许可"', 0) == len("行政许可")


def replaced(core: Core, term: Term) -> Iterator[tuple[str, Term]]:
    """A label with each of its characters replaced by each that stands in any label."""
    for at, here in enumerate(core.words):
        for letter in LETTERS:
            if letter != here and not are_alike(letter, here):
                yield core.words[:at] + letter + core.words[at + 1 :], term


def test_no_character_of_a_label_may_be_any_other() -> None:
    """Whatever word the forms' own characters make of a label, it is not read as that label."""
    wrong = [
        (words, term.label)
        for core, term in TERMS
        for words, term in replaced(core, term)
        if (missed := faults(words, core.words)) is not None and missed > 0
    ]
    assert not wrong


def without_telling(label: str) -> Iterator[str]:
    """A label without any one of the characters that tell words apart, but for a last one."""
    for at, (letter, following) in enumerate(pairwise(label)):
        if tells_words_apart(letter) and letter != following:
            yield label[:at] + label[at + 1 :]


def test_no_character_that_tells_words_apart_may_be_lost() -> None:
    wrong = [
        (words, term.label)
        for core, term in TERMS
        for words in without_telling(core.words)
        if faults(words, core.words) is not None
    ]
    assert not wrong


def test_no_misprint_makes_another_label() -> None:
    cores = [core.words for core, _ in TERMS]
    alike = [
        (one, other)
        for one in cores
        for other in cores
        if len(one) == len(other) and one != other and faults(one, other) is not None
    ]
    assert not alike


# Characters


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(st.characters(exclude_characters="&<專資線")))
def test_but_for_tags_and_words_of_taiwan_characters_fold_one_by_one(text: str) -> None:
    assert fold(text) == text.translate(FOLD)


@given(st.text(st.sampled_from("&<nbsp;#160x3/ br>行１")))
def test_blanks_of_html_are_as_many_blanks(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    changed = {plain for plain, char in zip(folded, text, strict=True) if plain != char}
    assert changed <= {" ", "1"}


def test_dashes_of_html_are_no_blanks() -> None:
    assert [fold(said) for said in ("&#8211;", "&#x2014;", "&mdash;")] == [
        "&#8211;",
        "&#x2014;",
        "&mdash;",
    ]


@given(st.text())
def test_nothing_that_is_passed_over_is_left_in_a_squeezed_label(text: str) -> None:
    assert NOT_IN_LABELS.isdisjoint(squeeze(text))


# Numbers

FULL_WIDTH = str.maketrans({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
SIGNS = {"": 1, "+": 1, "-": -1, "增": 1, "增加": 1, "增加 ": 1, "减": -1, "减少": -1, "−": -1}
UNITS = {
    "": None,
    "件": "件",
    " 项": "项",
    "（条）": "条",
    "人次": "人次",
    "万元": "万元",
    "(元)": "元",
}
WRAPPINGS: tuple[Callable[[str], str], ...] = (
    str,
    lambda said: f"\u3000{said}\xa0",
    lambda said: f"&nbsp;{said}&nbsp; ",
    lambda said: f"**{said}**",
    lambda said: f"*{said}*",
    lambda said: f"`{said}`",
    lambda said: f'"{said}",',
    "\u200b".join,
    lambda said: f"\ufeff{said}",
    lambda said: said.translate(FULL_WIDTH),
)


@given(
    digits=st.decimals(0, 10**9, places=2) | st.integers(0, 10**12).map(Decimal),
    grouped=st.booleans(),
    sign=st.sampled_from(list(SIGNS)),
    unit=st.sampled_from(list(UNITS)),
    wrap=st.sampled_from(WRAPPINGS),
)
def test_a_number_is_read_however_it_is_printed(
    digits: Decimal, grouped: bool, sign: str, unit: str, wrap: Callable[[str], str]
) -> None:
    printed = wrap(sign + (f"{digits:,}" if grouped else f"{digits}") + unit)
    number = MARKS[printed].number
    assert number is not None, printed
    assert (number.amount, number.unit) == (SIGNS[sign] * digits, UNITS[unit]), printed


PIECES = """
    0 1 12 305 1,234 ， , . 。 ； ; 、 - − — + ±
    / ( ) （ ） 增 减少 约 余 万 亿 万元 元 件 项 % 年 月
"""


@given(
    st.lists(st.sampled_from([*PIECES.split(), " ", "\u2009", "\u202f", "\u200b", "1"]), max_size=6)
)
def test_what_is_read_as_a_number_prints_just_its_digits(pieces: list[str]) -> None:
    """One run of digits, with separators where they belong, and nothing that makes it another."""
    said = fold("".join(pieces)).strip()
    number = read_number(said)
    if number is not None:
        (digits,) = re.findall(r"[\d,.]+", said)
        assert abs(number.amount) == Decimal(digits.replace(",", ""))
        assert (number.amount < 0) == (said[0] in "-减" and number.amount != 0)
        assert re.fullmatch(r"\d+|\d{1,3}(,\d{3})+", digits.partition(".")[0])
        assert not set(said) & set("约余%年月/。;、")
        assert number.unit is None or number.unit in said or number.unit[:-1] in said


@pytest.mark.parametrize(
    ("printed", "amount", "unit"),
    [
        ("１，２３４．５万元", "1234.5", "万元"),
        ("12.50 万", "12.50", "万元"),
        ("1.2亿", "1.2", "亿元"),
        ("±0", "0", None),
        ("-0", "0", None),
        ("减少0项", "0", "项"),
        ("3件次", "3", "件次"),
        ("7 项 次", "7", "项次"),
        ("0.00", "0.00", None),
    ],
)
def test_a_number_with_its_unit(printed: str, amount: str, unit: str | None) -> None:
    number = MARKS[printed].number
    assert number is not None
    assert (str(number.amount), number.unit) == (amount, unit)


NO_NUMBERS = """
    000 007 〇 O 零 五 5³ ① 5① 5[1] 5* 3. 3。 3； 3, 3) (3) 3( 3(件 3(增2) 0(无) 约3 80余件
    5万余元 近百 3-5 3/5 3~5 1.2.3 1,23 1,2345 12,34,567 .5 5. 2021-03-04 2021年 3月 45% 45％ ￥12.5
    ±3 --3 +-3 ↑3 ↓3 ▲3 5:3 1e3 0x1F NaN ∞ ½ ٣ ３·５ 持平 不变 增 减
"""


@pytest.mark.parametrize(
    "printed", [*NO_NUMBERS.split(), "1 234", "1\u2009234", "1\u202f234", "3 3"]
)
def test_what_is_not_surely_one_number_is_none(printed: str) -> None:
    assert MARKS[printed].number is None


def test_ten_thousands_are_money_and_no_count() -> None:
    mark = MARKS["3万"]
    assert mark.number is not None
    assert mark.number.unit in MONEY
    assert mark.count is None


# Dashes, blanks and words

DASHES = r"- -- —— — – ― ─ － ﹣ − / ／ \ ＼ ~ ～ × _ ＿ __ * 无 N/A n/a ‐ ‑ ‒"
NO_BREADTH = ["", " ", "\u3000", "\t", "\u200b", "\ufeff\xa0"]
BLANKS = """&nbsp; &#160;&nbsp; <br> <br/> "" "", \'\' nan None NULL <NA>"""
WORDS = """
    空 暂无 没有 未发生 不涉及 未涉及 不适用 无此项 本局未制定 持平 详见附件 同上 XX #REF! 0（无）
"""


@pytest.mark.parametrize("printed", DASHES.split())
def test_a_mark_for_nothing_is_a_dash(printed: str) -> None:
    assert MARKS[printed].sort is Sort.DASH


@pytest.mark.parametrize("printed", [*NO_BREADTH, *BLANKS.split()])
def test_a_cell_that_prints_nothing_is_blank(printed: str) -> None:
    assert MARKS[printed].sort is Sort.BLANK


@pytest.mark.parametrize("printed", WORDS.split())
def test_words_are_kept_as_words(printed: str) -> None:
    """Only 无 alone is a mark; what else says that there is nothing, says more than that."""
    assert MARKS[printed].sort is Sort.TEXT


# In a report


@pytest.mark.parametrize("between", [" | ", "\t", "\n"], ids=["pipes", "tabs", "stacked"])
@pytest.mark.parametrize("printed", ["3.", "3*", "(3)", "①", "3、", "三、", "（一）", "2.5."])
def test_the_number_of_a_label_is_no_label_and_no_figure(printed: str, between: str) -> None:
    rows = (("信息内容", "本年处理决定数量"), ("行政许可", printed))
    caption = "第二十条第（六）项"
    more = (caption, between.join(rows[0]), f"行政处罚{between}7", f"行政强制{between}8")
    report = parse("\n".join(("第二十条第（五）项", *map(between.join, rows), *more)))
    cell = report.cell("proactive", "licensing", "decisions")
    assert (cell.kind, cell.raw) == (Kind.TEXT, printed)
    assert [problem.code for problem in report.problems if problem.row] == ["not-a-number"]


WRAPPED_NUMBERS = (
    "$60$",
    "$ 60 $",
    "<u>60</u>",
    '<span style="color: red">60</span>',
    "<b><font size=2>60</font></b>",
    "[60](javascript:;)",
    "[60](/a.html)",
    "60[^1]",
    "**60**[^注]",
    "***60***",
)
NOT_ONLY_WRAPPED = (
    "<s>60</s>",
    "60<sup>1</sup>",
    "<b>6</b><b>0</b>",
    '<span style="display:none">60</span>',
    '<span style="text-decoration:line-through">60</span>',
    '<a href="#fn3">60</a>',
    "[60](#note)",
    "[60](增2)",
    "[^60]",
    "$60",
    "$6$0$",
    r"\60",
)


@pytest.mark.parametrize("between", [" | ", "\t", "\n"], ids=["pipes", "tabs", "stacked"])
@pytest.mark.parametrize("printed", [*WRAPPED_NUMBERS, *NOT_ONLY_WRAPPED])
def test_a_number_is_read_in_what_only_wraps_it(printed: str, between: str) -> None:
    rows = (("信息内容", "本年处理决定数量"), ("行政处罚", printed), ("行政强制", "3"))
    report = parse("第二十条第（六）项\n" + "\n".join(map(between.join, rows)))
    cell = report.cell("proactive", "penalties", "decisions")
    assert cell.raw == printed
    assert cell.value == (60 if printed in WRAPPED_NUMBERS else None)


def test_what_wraps_a_cell_is_no_part_of_what_it_says() -> None:
    text = """
| **第二十条第（一）项** | | | |
| --- | --- | --- | --- |
| **信息内容** | **本年制发<br>件数** | **本年废止<br/>件数** | 现行&nbsp;有效件数 |
| 规章 | **0** | &nbsp; | 1\u200b8 |
"""
    report = parse(text)
    rules = [report.cell("proactive", "rules", key) for key in ("issued", "repealed", "in_force")]
    assert [(cell.kind, cell.value) for cell in rules] == [
        (Kind.NUMBER, 0),
        (Kind.BLANK, None),
        (Kind.NUMBER, 18),
    ]
    for cell in rules:
        assert cell.span is not None
        assert report.text[cell.span.start : cell.span.end] == cell.raw


@pytest.mark.parametrize("between", [" | ", "\t", "\n"], ids=["pipes", "tabs", "stacked"])
@pytest.mark.parametrize("printed", ["{{ row.n }}", "{{count}}", "{{ v }}", "{{ a.b }} {{ a.c }}"])
def test_a_template_in_a_cell_is_not_blank_for_nobody_knows_what_fills_it(
    printed: str, between: str
) -> None:
    rows = (("信息内容", "本年处理决定数量"), ("行政处罚", printed), ("行政强制", "3"))
    report = parse("第二十条第（六）项\n" + "\n".join(map(between.join, rows)))
    cell = report.cell("proactive", "penalties", "decisions")
    assert (cell.kind, cell.raw) == (Kind.TEXT, printed)
    assert [problem.code for problem in report.problems] == ["not-a-number"]


# Remarks


@pytest.mark.parametrize(
    "remark", ["上年", "去年数", "历年累计", "同比增长", "占比", "万件", "千件", "计划数", "%"]
)
@pytest.mark.parametrize("delimiter", ["|", "\t", "\n", " "])
def test_a_label_whose_remark_is_about_other_figures_is_another(
    remark: str, delimiter: str
) -> None:
    lines = [("信息内容", "本年处理决定数量"), (f"行政处罚（{remark}）", "5"), ("行政强制", "3")]
    report = parse("二、主动公开政府信息情况\n" + "\n".join(map(delimiter.join, lines)))
    assert report.proactive is not None
    assert report.proactive.penalties.decisions is None
    assert report.proactive.coercive_measures.decisions == 3


@pytest.mark.parametrize("unit", ["千元", "百万元", "百万", "角", "美元"])
def test_amounts_in_units_that_none_is_converted_from_are_left_open(unit: str) -> None:
    header = f"信息内容|本年收费金额（单位：{unit}）"
    report = parse(f"二、主动公开政府信息情况\n{header}\n行政事业性收费|40")
    cell = report.cell("proactive", "fees", "amount")
    assert (cell.kind, cell.raw) == (Kind.TEXT, "40")
