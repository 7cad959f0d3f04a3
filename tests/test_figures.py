"""The narrative's figures: what is one, what is none, what it counts, and where it stands."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure import AnnualReport, Figure, Section, Span, from_json, parse, to_json
from gov_disclosure.text.chinese import read_chinese

HEADING = "一、总体情况\n"
LARGEST_IN_CHINESE = 99_999
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def narrating(said: str) -> AnnualReport:
    """A report whose only narrative is this."""
    return parse(f"示例局2023年政府信息公开工作年度报告\n{HEADING}{said}")


def figures(said: str) -> tuple[Figure, ...]:
    return narrating(said).figures


def numbers(said: str) -> list[tuple[int | Decimal, str]]:
    return [(figure.number, figure.unit) for figure in figures(said)]


def words(said: str) -> list[str]:
    return [figure.words for figure in figures(said)]


def in_chinese(number: int) -> str:
    """A number below a hundred million as it is read aloud, place by place."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        link = "零" if 0 < low < 1_000 else ""
        return f"{in_chinese(high)}万{link}{spoken(low) if low else ''}"
    said = spoken(number)
    return said.removeprefix("一") if 10 <= number < 20 else said


def spoken(number: int) -> str:
    for worth, place in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= worth:
            digit, rest = divmod(number, worth)
            link = "零" if 0 < rest < worth // 10 else ""
            return f"{'零一二三四五六七八九'[digit]}{place}{link}{spoken(rest) if rest else ''}"
    return "零一二三四五六七八九"[number]


class TestNumbers:
    @given(st.integers(1, LARGEST_IN_CHINESE))
    def test_chinese_numerals_are_read_back(self, number: int) -> None:
        said = in_chinese(number)
        assert read_chinese(said) == number
        for place in "百千万":
            assert read_chinese(said.replace(f"二{place}", f"两{place}")) == number

    @given(st.text(alphabet="零〇一二两三九十百千万", max_size=8))
    def test_other_strings_of_numerals_are_refused(self, said: str) -> None:
        number = read_chinese(said)
        if number is not None:
            spelled = in_chinese(number)
            alike = {spelled, f"一{spelled}", spelled.replace("十万", "十万零")}
            assert said.replace("两", "二") in alike

    @given(
        number=st.integers(3, LARGEST_IN_CHINESE),
        printed=st.sampled_from([str, "{:,}".format, in_chinese]),
        wide=st.booleans(),
        gap=st.sampled_from(["", " ", "\u3000"]),
        unit=st.sampled_from(["件", "条", "次", "人次", "个", "篇"]),
        around=st.sampled_from(["全年公开信息{}，", "收到{}申请。", "其中：{}；", "（{}）"]),
    )
    def test_a_count_is_read_back_however_it_is_printed(
        self,
        number: int,
        printed: Callable[[int], str],
        wide: bool,
        gap: str,
        unit: str,
        around: str,
    ) -> None:
        said = f"{printed(number)}{gap}{unit}"
        said = said.translate(FULL_WIDTH) if wide else said
        report = narrating(around.format(said))
        (figure,) = report.figures
        assert (figure.number, figure.unit) == (number, unit)
        assert report.text[figure.span.start : figure.span.end] == said

    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            ("支出12.5万元", [(Decimal("12.5"), "万元")]),
            ("支出三千万元", [(Decimal(3000), "万元")]),
            ("投入3.2亿元", [(Decimal("3.2"), "亿元")]),
            ("办结率99.1%", [(Decimal("99.1"), "%")]),
            ("办结率99.1％", [(Decimal("99.1"), "%")]),
            ("满意度达百分之九十八", [(Decimal(98), "%")]),
            ("提高3.5个百分点", [(Decimal("3.5"), "个百分点")]),
            ("接待3.2万人次", [(32_000, "人次")]),
            ("日均受理7.5件", [(Decimal("7.5"), "件")]),
            ("收到三件，办结两件", [(3, "件"), (2, "件")]),
            ("收到一件，指定一名工作人员负责", [(1, "件"), (1, "名")]),
            ("公开一百二十条", [(120, "条")]),
            ("收到0件", [(0, "件")]),
            ("主動公開信息301條", [(301, "条")]),
            ("由3件增加到5件", [(3, "件"), (5, "件")]),
            ("1.收到3件", [(3, "件")]),
            ("公开信息4250\n条", [(4250, "条")]),
            ("召开3次会议，制定12项目标任务", [(3, "次"), (12, "项")]),
        ],
    )
    def test_these_are_figures(self, said: str, expected: list[tuple[int, str]]) -> None:
        assert numbers(f"去年以来我局认真落实各项要求，{said}") == expected

    @pytest.mark.parametrize(
        "said",
        [
            *("80余篇", "十余件", "数十件", "几十件", "三五件", "1.5万余条", "近100条", "约30件"),
            *("超过100条", "不少于3次", "100条以上", "3至5件", "3—5件", "三到五件", "3、5件"),
            *("2020年", "2020年1-12月份", "2020-01-05", "9:00", "12月31日", "二〇二〇年"),
            *("第3次", "第 3 次", "第十条", "前3名", "条例二十条规定", "〔2019〕60号", "711号令"),
            *("20个工作日", "24小时", "3个月", "三个年度", "十天", "1.", "(一)", "3.其他"),
            *("12345热线", "0911-7112744件", "A4件", "“100件实事”", "《三十条措施》", "“12345”"),
            *("四个意识", "两个维护", "五公开", "三位一体", "一次性告知", "办好一件事", "八项规定"),
            *("作为一项重要工作", "二次供水", "十部门联合", "3条件", "五处理", "各单位", "万件"),
            *(
                "1，234件",
                "1,23件",
                "007件",
                "7.5件",
                "1.2.3件",
                "2,3件",
                "1e400件",
                f"{'9' * 30}件",
            ),
            *(
                "百分之三点五",
                "百分之百以上",
                "-3件",
                "5³件",
                "99·1%",
                "4 250条",
                "42\n50条",
                "99.\n1%",
            ),
        ],
    )
    def test_these_are_none(self, said: str) -> None:
        assert numbers(f"我局认真落实，{said}") == []


class TestWords:
    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            ("2023年，通过网站主动公开信息4250条，", ["通过网站主动公开信息"]),
            ("其中要闻1395条、通知750条", ["要闻", "通知"]),
            ("共收到3件政府信息公开申请，均已办结", ["政府信息公开申请"]),
            ("其中依法予以公开的2件", ["依法予以公开的"]),
            ("其他栏目共1025条", ["其他栏目"]),
            ("办结率为99.1%", ["办结率"]),
            ("主动公开信息：120条", ["主动公开信息"]),
            ("受理“市长信箱”33件", ["受理“市长信箱”"]),
            ("收到申请10件办结9件", ["收到申请", "办结"]),
            ("公开总数1,234件", ["公开总数"]),
            ("求助类12件，占80%", ["求助类", ""]),
            ("及时公开信息12条，共享数据统计3条", ["及时公开信息", "共享数据统计"]),
            ("行政复议1件（撤回）、行政诉讼0件", ["行政复议", "行政诉讼"]),
            ("120条", [""]),
        ],
    )
    def test_they_are_cut_from_the_clause(self, said: str, expected: list[str]) -> None:
        assert words(said) == expected

    def test_they_are_as_printed(self) -> None:
        assert words("主動公開　信息12条") == ["主動公開　信息"]

    def test_a_broken_line_does_not_end_a_clause_but_a_short_one_does(self) -> None:
        broken = "我局按照条例要求全面梳理公开事项并在门户网站主动公开\n政府信息12条"
        assert words(broken)[0].endswith("主动公开\n政府信息")
        assert words("主动公开情况\n政府信息12条") == ["政府信息"]


@given(
    st.text(
        alphabet="收到申请其中信息三十百一两0123,，、；。：（）()%条件元万第\n |\t“”", max_size=80
    )
)
def test_every_figure_stands_where_it_says(said: str) -> None:
    report = narrating(said)
    reached = 0
    for figure in report.figures:
        assert reached <= figure.span.start < figure.span.end <= len(report.text)
        assert report.text[figure.words_span.start : figure.words_span.end] == figure.words
        assert figure.section == "overview"
        assert isinstance(figure.number, int) == (figure.unit not in ("元", "万元", "%"))
        reached = figure.span.end


class TestWhereTheyAreFrom:
    def test_each_section_has_its_own_and_tables_have_none(self) -> None:
        report = parse(
            f"{HEADING}公开信息3条。\n二、主动公开政府信息情况\n第二十条第(五)项\n"
            "信息内容 | 本年处理决定数量\n行政许可 | 29件\n六、其他需要报告的事项\n收取费用2元。"
        )
        found = [(figure.section, figure.number, figure.unit) for figure in report.figures]
        assert found == [("overview", 3, "条"), ("other_matters", Decimal(2), "元")]

    def test_a_text_without_narrative_has_none(self) -> None:
        assert parse("").figures == ()

    def test_they_survive_json(self) -> None:
        report = narrating("公开信息3条，支出1.5万元。")
        assert from_json(to_json(report)).figures == report.figures

    def test_they_are_looked_for_only_when_asked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: Any) -> tuple[Figure, ...]:
            raise AssertionError("a parse looks for no figures")

        monkeypatch.setattr("gov_disclosure.figures.sentences.paragraphs", refuse)
        assert narrating("公开信息3条。").sections


@pytest.mark.parametrize(
    "said",
    [
        "1" * 100_000,
        "其中" * 50_000,
        "“" * 100_000,
        "3件（其中" * 2_000,
        "收到申请3件，" * 5_000,
        f"9件，其中{'3件、' * 5_000}",
        f"{'共' * 50_000}3件",
        f"3{' ' * 50_000}件",
    ],
    ids=lambda said: said[:6],
)
def test_what_means_harm_is_read_to_its_end(said: str) -> None:
    start = len(HEADING)
    section = Section("overview", HEADING, said, Span(0, start), (Span(start, start + len(said)),))
    report = attrs.evolve(parse(""), text=HEADING + said, sections=(section,))
    assert len(report.figures) <= len(said)
    assert report.check() is not None
