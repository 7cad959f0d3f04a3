"""Several reports in one text: each is read by itself, and one report is never taken apart."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generate.render import RENDERINGS, Rendering, render
from generate.reports import MANNERS, make_report
from generate.styles import styles
from gov_disclosure import AnnualReport, Form, parse, parse_all
from shared_files import Sample, needs_shared, samples

READ_AS_TEXT = [layout for layout in RENDERINGS if layout.name != "html"]
few = settings(max_examples=settings().max_examples // 33)

ROWS = """\
信息内容 | 本年处理决定数量
行政许可 | {}
行政处罚 | {}
行政强制 | {}
"""
PROSE = "全年公开信息若干条，接待来访群众二十六人次，没有别的情况要说明。\n"


def title(agency: str = "甲镇", year: int = 2021) -> str:
    return f"{agency}{year}年政府信息公开工作年度报告\n"


def rows(*figures: int) -> str:
    return ROWS.format(*figures)


def body(*figures: int) -> str:
    """Sections of a report, one of them with a table."""
    return (
        f"一、总体情况\n{PROSE}二、主动公开政府信息情况\n{rows(*figures)}"
        f"三、收到和处理政府信息公开申请情况\n{PROSE}六、其他需要报告的事项\n无。\n"
    )


def decisions(report: AnnualReport) -> Sequence[object]:
    cells = (report.cell("proactive", row, "decisions") for row in ("licensing", "penalties"))
    return [cell.value for cell in cells]


def assert_they_are_the_text(reports: Sequence[AnnualReport], text: str) -> None:
    assert "".join(report.text for report in reports) == text
    assert all(text.startswith(report.text, report.offset) for report in reports)


class TestEachIsReadByItself:
    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (title("甲镇"), title("乙镇")),
            (title(year=2021), title(year=2022)),
            (title(), title()),
            ("", title()),
            (title(), "甲镇\n2022年政府信息公开工作年度报告\n"),
        ],
        ids=["two agencies", "two years", "printed twice", "the first without title", "two lines"],
    )
    @pytest.mark.parametrize("shown", [body, rows], ids=["sections", "tables alone"])
    def test_where_a_title_stands_between(self, shown: type, first: str, second: str) -> None:
        one, other = first + shown(1, 2, 3), second + shown(4, 5, 6)
        reports = parse_all(one + other)
        assert [report.text for report in reports] == [one, other]
        assert list(map(decisions, reports)) == [[1, 2], [4, 5]]
        assert [report.offset for report in reports] == [0, len(one)]

    def test_where_no_title_does(self) -> None:
        one, other = body(1, 2, 3), body(4, 5, 6)
        assert [report.text for report in parse_all(one + other)] == [one, other]

    def test_also_on_a_web_page(self) -> None:
        pytest.importorskip("lxml")
        one, other = (f"{title(name)}{body(1, 2, 3)}" for name in ("甲镇", "乙镇"))
        page = "".join(f"<p>{line}</p>" for line in (one + other).splitlines())
        reports = parse_all(f"<html><body>{page}</body></html>")
        assert [report.agency for report in reports] == ["甲镇", "乙镇"]

    def test_by_their_years_where_each_is_but_a_row(self) -> None:
        row = "二、主动公开政府信息情况\n信息内容 | 本年处理决定数量\n行政许可 | 2\n"
        one, other = title(year=2021) + row, title(year=2022) + row
        assert [report.text for report in parse_all(one + other)] == [one, other]

    def test_with_what_the_catalogue_says_of_it(self) -> None:
        other = f"索引号：乙-2\n发布日期：2022-01-02\n\n{title('乙镇')}{body(4, 5, 6)}"
        _, second = parse_all(title() + body(1, 2, 3) + other)
        assert second.text == other
        assert second.metadata.index_number == "乙-2"

    def test_also_of_a_page_whose_titles_stand_twice(self) -> None:
        one, other = (title(name) * 2 + body(1, 2, 3) for name in ("甲镇", "乙镇"))
        assert [report.text for report in parse_all(one + other)] == [one, other]

    def test_behind_a_list_of_them(self) -> None:
        listed = title("甲镇") + title("乙镇")
        one, other = title("甲镇") + body(1, 2, 3), title("乙镇") + body(4, 5, 6)
        assert [report.text for report in parse_all(listed + one + other)] == [listed + one, other]

    def test_each_page_of_which_repeats_the_title(self) -> None:
        one, other = (
            body(1, 2, 3).replace("二、", f"{name}二、").replace("六、", f"{name}六、")
            for name in (title("甲镇"), title("乙镇"))
        )
        whole = title("甲镇") + one + title("乙镇") + other
        assert [report.agency for report in parse_all(whole)] == ["甲镇", "乙镇"]

    @pytest.mark.parametrize("layout", READ_AS_TEXT, ids=lambda layout: layout.name)
    @few
    @given(data=st.data())
    def test_in_any_layout(self, layout: Rendering, data: st.DataObject) -> None:
        forms = data.draw(st.lists(st.sampled_from(Form), min_size=1, max_size=3))
        texts = []
        for seed, form in enumerate(forms):
            manner = data.draw(st.sampled_from(sorted(MANNERS)))
            style = data.draw(styles(layout.breaks))
            texts.append(render(make_report(form, seed, manner), layout, style) + "\n")
        reports = parse_all("".join(texts))
        assert [report.text for report in reports] == texts
        for report, text in zip(reports, texts, strict=True):
            assert report.readings == parse(text).readings
            assert parse_all(text) == (parse(text),)


class TestOneIsNotTakenApart:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            title(),
            title("甲镇") + title("乙镇") + title("丙镇"),
            title() + body(1, 2, 3),
            title() + body(1, 2, 3).replace("二、", f"{title()}二、"),
            title()
            + f"一、总体情况\n{PROSE}二、主动公开\n{PROSE}三、依申请公开\n{PROSE}"
            + title()
            + f"二、主动公开政府信息情况\n{rows(1, 2, 3)}",
            title() + body(1, 2, 3).replace("二、", f"{title('甲镇人民政府')}二、"),
            title() + body(1, 2, 3) + title("乙镇") + title("丙镇"),
            title() + body(1, 2, 3).replace("三、", f"{title(year=2020)}三、"),
            title() + title(year=2020) + body(1, 2, 3).replace("三、", f"{title()}三、"),
            title()
            + "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
            + title()
            + body(1, 2, 3),
            title() + body(1, 2, 3).replace("无。", f"依据{title('乙镇').strip()}所述，无。"),
            title() + body(1, 2, 3) + f"上一篇：{title('乙镇')}下一篇：{title('丙镇')}",
            title()
            + body(1, 2, 3).replace("行政处罚", f"{title('甲镇政府')}行政许可 | 1\n行政处罚"),
            title() + body(1, 2, 3).replace("三、", rows(1, 2, 3) + "三、"),
            title()
            + body(1, 2, 3).replace(
                "三、", "二、主动公开政府信息情况(续)\n" + rows(1, 2, 3) + "三、"
            ),
        ],
        ids=[
            "empty",
            "a title alone",
            "a list of titles",
            "one report",
            "a title on each page",
            "a section headed twice, and a title on each page",
            "another wording on each page",
            "a list behind it",
            "a link to another year in its middle",
            "a link to another year above it, and a title on each page",
            "a table of contents",
            "a title that is quoted",
            "links to others",
            "a table parted by a page",
            "a table printed twice",
            "a table printed twice beneath its heading",
        ],
    )
    def test_by_a_title_that_begins_nothing(self, text: str) -> None:
        (report,) = parse_all(text)
        assert report == parse(text)
        assert "several-reports" not in [problem.code for problem in report.problems]

    @needs_shared
    @pytest.mark.parametrize(
        "sample", samples("reports") + samples("wild"), ids=lambda s: s.name[:4]
    )
    def test_that_someone_published(self, sample: Sample) -> None:
        assert parse_all(sample.text) == (sample.report,)


def test_read_as_one_they_are_told_to_be_several() -> None:
    text = title("甲镇") + body(1, 2, 3) + title("乙镇") + body(1, 5, 6)
    report = parse(text)
    problem, *others = report.problems
    assert problem.code == "several-reports"
    assert problem.span is not None
    assert text[problem.span.start : problem.span.end] == title("乙镇").strip()
    assert {other.code for other in others} == {"conflicting-values"}
    assert decisions(report) == [1, None]


def test_rows_of_zeros_tell_nothing_of_several_reports_where_all_others_differ() -> None:
    both = "".join(
        f"行政许可 | {licensing}\n行政处罚 | {penalties}\n行政强制 | 0\n行政事业性收费 | 0\n"
        "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 0 | 0 | 0\n"
        "行政规范性文件 | 0 | 0 | 0\n信息内容 | 本年处理决定数量\n"
        for licensing, penalties in ((3, 4), (5, 9))
    )
    report = parse(f"{title()}二、主动公开政府信息情况\n信息内容 | 本年处理决定数量\n{both}")
    assert "several-reports" in {problem.code for problem in report.problems}


@given(
    st.lists(
        st.sampled_from([title("甲镇"), title("乙镇"), rows(1, 2, 3), body(1, 2, 3), PROSE, "\n"])
    )
)
def test_whatever_is_put_together_nothing_is_lost_or_taken_apart_again(pieces: list[str]) -> None:
    text = "".join(pieces)
    reports = parse_all(text)
    assert_they_are_the_text(reports, text)
    for report in reports:
        assert len(parse_all(report.text)) == 1


@needs_shared
@pytest.mark.parametrize("sample", samples("reports"), ids=lambda s: s.name[:3])
def test_a_report_reads_the_same_behind_another(sample: Sample) -> None:
    one = title() + body(1, 2, 3)
    _, report = parse_all(one + sample.text)
    assert [cell.value for cell in report.cells] == [cell.value for cell in sample.report.cells]


BODIES = ("甲镇", "乙镇")


@pytest.mark.parametrize("delimiter", ["|", "\t", "\n"])
def test_of_tables_of_two_bodies_only_what_both_print_alike_is_told(delimiter: str) -> None:
    """An empty cell, or a row that one table lacks, is not to be filled from the other."""
    header = ("信息内容", "本年处理决定数量")
    first = (("行政许可", "0"), ("行政处罚", "无"), ("行政强制", "3"))
    second = (("行政许可", "0"), ("行政处罚", "6"), ("行政强制", "9"), ("行政处罚", "6"))
    parts = [
        line
        for body, rows in zip(BODIES, (first, second), strict=True)
        for line in (body, *map(delimiter.join, (header, *rows)))
    ]
    report = parse(
        "\n".join(("青柳镇2022年政府信息公开工作年度报告\n二、主动公开政府信息情况", *parts))
    )
    values = {cell.row: cell.value for cell in report.cells if cell.value is not None}
    assert values == {"licensing": 0}
    assert "conflicting-values" in {problem.code for problem in report.problems}
