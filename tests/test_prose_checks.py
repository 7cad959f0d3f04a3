"""What the narrative says, held against the tables and against itself; no false alarm."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure import AnnualReport, Finding, Form, Status, parse
from gov_disclosure.forms import FormTable, tables_of
from gov_disclosure.tables import SAID
from shared_files import Sample, needs_shared, samples

PASS, FAIL, UNKNOWN = Status.PASS, Status.FAIL, Status.UNKNOWN

TABLE, SUM = "prose-table", "prose-sum"
GOLDEN = tomllib.loads(
    (Path(__file__).parent / "golden" / "prose.toml").read_text(encoding="utf-8")
)

TOTALS = {
    "new": 10,
    "carried_over": 2,
    "granted": 5,
    "partially_granted": 1,
    "refused.state_secret": 1,
    "refused.internal_affairs": 1,
    "not_provided.not_held": 2,
    "not_processed.repeated": 1,
    "total_handled": 11,
    "carried_forward": 1,
}
OUTCOMES = (2, 1, 0, 0, 3), (1, 0, 0, 0, 1), (1, 0, 0, 0, 1)
STATISTICS = {
    "proactive.total": 120,
    "channels.website": 110,
    "requests.received.total": 8,
    "requests.received.online": 6,
    "requests.concluded.total": 8,
    "requests.answered.granted": 5,
    "review.total": 1,
    "litigation.total": 0,
}


def report_of_2021(said: str, totals: Mapping[str, object] = TOTALS, **around: str) -> AnnualReport:
    """A report of 2023 on the form of 2021, whose overview says this."""
    heading = around.get("heading", "一、总体情况")
    title = around.get("title", "示例县水利局2023年政府信息公开工作年度报告")
    _, applications, proceedings = tables_of(Form.F2021)
    cases = (str(figure) for row in OUTCOMES for figure in row)
    rows = [*_rows(applications, totals), "四、政府信息公开行政复议、行政诉讼情况"]
    rows += [*_header(proceedings), "|".join(cases)]
    return parse("\n".join([title, heading, said, "三、收到和处理政府信息公开申请情况", *rows]))


def report_of_2014(said: str, values: Mapping[str, object] = STATISTICS) -> AnnualReport:
    """A report of 2017 on the form of 2014, whose overview says this."""
    (statistics,) = tables_of(Form.F2014)
    rows = [f"{row.label}|{row.unit}|{values.get(row.key, 0)}" for row in statistics.rows]
    top = ["示例局2017年政府信息公开工作年度报告", "一、概述", said, "政府信息公开情况统计表"]
    return parse("\n".join([*top, "统计指标|单位|统计数", *rows]))


def _rows(table: FormTable, totals: Mapping[str, object]) -> list[str]:
    (block,) = table.blocks
    *others, _ = block.columns
    header = "|".join(column.label for column in block.columns)
    return [f"申请人情况|{header}"] + [
        "|".join([*row.headings, row.label, *("" for _ in others), str(totals.get(row.key, 0))])
        for row in block.rows
    ]


def _header(table: FormTable) -> list[str]:
    (block,) = table.blocks
    outcomes = [column.label for column in block.columns]
    review, *lawsuits = (row.label for row in block.rows)
    return [
        f"{review}|行政诉讼",
        "|".join([*outcomes, *lawsuits]),
        "|".join(outcomes * len(lawsuits)),
    ]


def found(report: AnnualReport, code: str) -> list[Finding]:
    return [finding for finding in report.check() if finding.code == code]


def verdicts(report: AnnualReport) -> list[tuple[Status, object, object]]:
    return [(one.status, one.left, one.right) for one in found(report, TABLE)]


def test_the_made_up_tables_are_read() -> None:
    report = report_of_2021("")
    assert report.form is Form.F2021
    assert {row: report.cell("applications", row, "total").value for row in TOTALS} == TOTALS
    assert report.cell("proceedings", "litigation_after_review", "total").value == 1
    report = report_of_2014("")
    assert {row: report.cell("statistics", row).value for row in STATISTICS} == STATISTICS


class TestAgainstTables:
    def test_a_whole_account_is_held_against_its_rows(self) -> None:
        report = report_of_2021(
            "全年共收到政府信息公开申请10件，上年结转2件，办结11件，其中予以公开5件、部分公开1件、"
            "不予公开2件、无法提供2件、不予处理1件，结转下年度继续办理1件。"
            "因政府信息公开引发行政复议3件，行政诉讼2件。"
        )
        findings = found(report, TABLE)
        assert {finding.status for finding in findings} == {PASS}
        assert [finding.left for finding in findings] == [10, 2, 11, 5, 1, 2, 2, 1, 1, 3, 2]

    def test_what_stands_in_brackets_does_not_hide_what_follows(self) -> None:
        report = report_of_2021("政府信息公开行政复议3件（申请人撤回1件）、行政诉讼2件。")
        assert [(status, said) for status, said, _ in verdicts(report)] == [(PASS, 3), (PASS, 2)]

    def test_a_finding_says_what_is_said_and_what_is_printed_and_where(self) -> None:
        report = report_of_2021("收到9件政府信息公开申请。")
        (finding,) = found(report, TABLE)
        assert (finding.status, finding.left, finding.right) == (FAIL, 9, 10)
        assert finding.difference == -1
        assert finding.cells == (report.cell("applications", "new", "total"),)
        (span,) = finding.spans
        assert report.text[span.start : span.end] == "9件"
        assert finding.rule == "figure = applications.new.total"
        assert "9件" in finding.message
        assert "9件" in finding.message_zh

    @given(said=st.integers(3, 3000), printed=st.integers(0, 3000))
    def test_what_is_received_is_equal_or_it_is_not(self, said: int, printed: int) -> None:
        report = report_of_2021(f"收到依申请公开政府信息{said:,}件。", {"new": printed})
        assert verdicts(report) == [(PASS if said == printed else FAIL, said, printed)]

    @pytest.mark.parametrize(
        ("said", "status"),
        [
            ("2023年，我局共收到依申请公开申请9件，同比增长25%，已全部办结。", FAIL),
            ("示例县水利局2023年共收到信息公开申请10件。", PASS),
            ("收到政府信息公开申请10件，比上年增加2件。", PASS),
            ("新接收政府信息公开申请11件。", FAIL),
            ("收到公民、法人或其他组织提交的政府信息公开申请9件。", FAIL),
            ("今年以来收到政府信息公开申请十件。", PASS),
            ("1月1日至12月31日，收到政府信息公开申请10件。", PASS),
            ("依申请公开情况。收到申请9件。", FAIL),
            ("收到10件政府信息公开申请均按时办结，按时办结率100%。", PASS),
            ("（二）收到政府信息公开申请：10件。", PASS),
            ("上年结转政府信息公开申请3件。", FAIL),
            ("被申请政府信息公开行政复议4件。", FAIL),
            ("有关政府信息公开的行政复议案共3起。", PASS),
        ],
    )
    def test_these_name_a_quantity(self, said: str, status: Status) -> None:
        assert [one.status for one in found(report_of_2021(said), TABLE)] == [status]

    @pytest.mark.parametrize(
        "said",
        [
            *("2022年收到政府信息公开申请8件。", "2022年工作回顾。收到政府信息公开申请8件。"),
            *("去年收到政府信息公开申请8件。", "上半年收到政府信息公开申请4件。"),
            *("12月收到政府信息公开申请1件。", "每月收到政府信息公开申请1件。"),
            *("计划收到政府信息公开申请20件。", "收到政府信息公开申请10余件。"),
            "自2008年以来累计收到政府信息公开申请100件。",
            "截至2023年底，累计收到政府信息公开申请100件。",
            *("县自然资源局收到政府信息公开申请4件。", "各单位收到政府信息公开申请40件。"),
            *("全县共收到政府信息公开申请50件。", "我局收到县政府转来的政府信息公开申请3件。"),
            *("其中网上申请8件，予以公开4件。", "通过信函收到政府信息公开申请3件。"),
            "依申请公开情况。收到网上申请3件。其中予以公开2件。",
            "收到自然人申请8件，予以公开4件；收到商业企业申请2件，予以公开1件。",
            "收到政府信息公开申请12件（含上年结转）。",
            *("收到行政许可申请300件，办结300件。", "收到申请300件。", "不予公开3件。"),
            *("受理行政复议案件30件。", "被申请行政复议30件。", "政府信息公开行政复议维持1件。"),
            "发生行政复议案件30件，其中涉及政府信息公开3件。",
            "政府信息公开行政复议、行政诉讼案件共5件。",
            "政府信息公开行政复议和行政诉讼案件各4件。",
            "较上年的8件，今年政府信息公开申请增加2件。",
        ],
    )
    def test_these_name_none(self, said: str) -> None:
        assert found(report_of_2021(said), TABLE) == []

    @pytest.mark.parametrize("heading", ["五、存在的主要问题及改进情况", "六、其他需要报告的事项"])
    def test_nor_do_sections_on_other_matters(self, heading: str) -> None:
        assert not found(report_of_2021("收到政府信息公开申请9件。", heading=heading), TABLE)

    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            ("收到政府信息公开申请10件，办结9件。", [PASS, UNKNOWN]),
            ("收到政府信息公开申请10件，办结12件。", [PASS, FAIL]),
            ("收到政府信息公开申请10件，不予公开3件。", [PASS, UNKNOWN]),
            ("受理政府信息公开申请9件。", [UNKNOWN]),
            ("受理政府信息公开申请11件。", [FAIL]),
            ("收到政府信息公开申请10件。收到政府信息公开申请9件。", [UNKNOWN, UNKNOWN]),
        ],
        ids=["of this year's", "too much", "loosely", "accepted", "too many", "two things"],
    )
    def test_words_that_may_mean_less_only_ever_say_too_much(
        self, said: str, expected: list[Status]
    ) -> None:
        assert [one.status for one in found(report_of_2021(said), TABLE)] == expected

    def test_without_leftovers_results_are_of_all_applications(self) -> None:
        report = report_of_2021(
            "收到政府信息公开申请10件，办结9件。", {"new": 10, "total_handled": 10}
        )
        assert [one.status for one in found(report, TABLE)] == [PASS, FAIL]

    @pytest.mark.parametrize(("printed", "right"), [("", None), ("/", None), ("无", None)])
    def test_a_cell_without_a_figure_does_not_tell(self, printed: str, right: None) -> None:
        report = report_of_2021("收到政府信息公开申请3件。", {**TOTALS, "new": printed})
        assert verdicts(report) == [(UNKNOWN, 3, right)]

    def test_a_report_without_the_table_has_no_findings(self) -> None:
        report = parse(
            "示例局2023年政府信息公开工作年度报告\n一、总体情况\n收到政府信息公开申请3件。"
        )
        assert found(report, TABLE) == []

    def test_the_form_of_2014_counts_what_was_made_public(self) -> None:
        report = report_of_2014(
            "2017年主动公开政府信息120条，通过政府网站公开政府信息111条。"
            "收到政府信息公开申请8件，其中网络申请6件，办结8件，同意公开4件。行政复议1件。"
        )
        expected = [(PASS, 120), (FAIL, 111), (PASS, 8), (PASS, 6), (PASS, 8), (UNKNOWN, 4)]
        assert [(status, said) for status, said, _ in verdicts(report)] == expected


class TestPartsAndWholes:
    @pytest.mark.parametrize(
        ("said", "parts"),
        [
            ("公开信息4250 条，其中要闻1395条，政务750条，专栏1080条，其他1025条。", 4),
            ("发布信息18439条，其中：概况69条、动态8043条、目录10327条；维护13个专栏", 3),
            ("公开规章13件（含新制定5件，修改4件，废止4件），公开文件42件", 3),
            ("公开信息100条，其中政策50条，解读50条，办结10条。", 2),
            ("公开信息100条，其中政策50条（其中国家20条、省级10条）、解读50条。", 2),
            ("办理20件，其中，按性质分：求助12件，占60%；咨询8件，占40%。", 2),
            ("召开会议12次，含培训三次、座谈九次。", 2),
            ("收到3件政府信息公开申请，其中予以公开2件，部分公开和不予公开1件。", 2),
            ("公开信息100条，其中政策50条、解读30条和通知20条。", 3),
            ("复议35件，其中维持7件，纠正6件，其他结果17件，尚未审结5件。", 4),
            ("公开信息100条，其中政策50条、其他文件20条；公报20条、解读10条。", 4),
            ("公开信息100条，内容涵盖政策50条、解读30条以及通知20条。", 3),
        ],
    )
    def test_these_add_up(self, said: str, parts: int) -> None:
        (finding,) = found(report_of_2021(said), SUM)
        assert (finding.status, finding.left) == (PASS, finding.right)
        assert len(finding.spans) == 1 + parts

    @pytest.mark.parametrize(
        ("said", "left", "right"),
        [
            ("公开信息343条，包括：人事12条，动态174条，公告225条，其他类信息18条。", 343, 429),
            ("公开信息100条，其中政策50条、解读60条。", 100, 110),
            ("公开信息100条，其中政策50条，解读30条，其他10条。", 100, 90),
            ("公开信息100条，分别为政策50条、解读30条。", 100, 80),
            ("公开信息100条，其中政策150条。", 100, 150),
            ("办理30件，其中，按性质分：求助12件，占60%；咨询8件，占40%。", 30, 20),
        ],
    )
    def test_these_do_not(self, said: str, left: int, right: int) -> None:
        (finding,) = found(report_of_2021(said), SUM)
        assert (finding.status, finding.left, finding.right) == (FAIL, left, right)

    @pytest.mark.parametrize(
        "said",
        [
            "公开信息100条，其中政策50条，解读30条。",
            "公开信息100条，其中政策50条，其他文件20条，解读10条。",
            "公开信息100条，其中政策50条、其他文件20条；解读10条。",
            "公开信息100条，其中政策50条，解读60条。",
            "公开信息100条，其中政策50条，解读80余条，其他10条。",
            "公开信息100条，分别为政策50条、解读30条，等等若干条。",
            "公开信息100条，其中政策50条，其中国家30条，省级30条，解读50条。",
            "收到申请10件，其中自然人8件，网上申请7件，信函3件。",
            "收到申请10件，其中自然人8件、网上7件、信函3件。",
            "收到100件，上年结转2件，其中予以公开50件。",
            "运行新媒体9家，其中官方微博、微信各1个，部门运行的7家。",
            "发布微博、微信各10条，其中原创15条。",
            "比上年增加35件，其中网上申请50件。",
            "收到申请10件，其中较上年减少20件。",
            "公开信息100条，其中网站公开90条、微信公开60条。",
            "办结18件。其中，按性质分：求助12件；咨询8件。",
            "召开会议3次，其中参加人数50人。",
        ],
    )
    def test_of_these_nothing_is_said(self, said: str) -> None:
        assert found(report_of_2021(said), SUM) == []

    @given(
        parts=st.lists(st.integers(3, 999), min_size=2, max_size=8),
        surplus=st.integers(-2, 2),
        mark=st.sampled_from("、，；"),
    )
    def test_a_division_adds_up_or_it_does_not(
        self, parts: list[int], surplus: int, mark: str
    ) -> None:
        listed = mark.join(f"第{chr(0x7532 + at)}类{part}条" for at, part in enumerate(parts))
        report = report_of_2021(f"公开信息{sum(parts) + surplus}条，分为：{listed}。")
        (finding,) = found(report, SUM)
        assert finding.status is (FAIL if surplus else PASS)
        assert finding.difference == surplus


def test_every_quantity_that_is_looked_for_is_of_some_form() -> None:
    rows = {
        (table.key, row.key, column.key)
        for form in Form
        for table in tables_of(form)
        for block in table.blocks
        for row in block.rows
        for column in block.columns
    }
    for said in SAID:
        for table, row, column in said.terms:
            assert any(
                (table, column) == where[::2] and f"{where[1]}.".startswith(f"{row}.")
                for where in rows
            ), (table, row, column)


@needs_shared
@pytest.mark.parametrize("sample", samples("reports"), ids=lambda sample: sample.name[:3])
class TestRealReports:
    """Read by eye: ``golden/prose.toml`` has every figure, and a reason for every finding."""

    def test_their_figures_are_those_a_person_finds(self, sample: Sample) -> None:
        read = [
            f"{figure.section} {figure.number} {figure.unit}" for figure in sample.report.figures
        ]
        assert read == golden(sample)["figures"]

    def test_their_findings_are_those_a_person_makes(self, sample: Sample) -> None:
        findings = [
            {
                "code": finding.code,
                "status": finding.status.value,
                "rule": finding.rule,
                "left": finding.left,
                "right": finding.right,
            }
            for code in (TABLE, SUM)
            for finding in found(sample.report, code)
        ]
        expected = [
            {key: value for key, value in entry.items() if key != "reason"}
            for entry in golden(sample)["findings"]
        ]
        assert findings == expected
        assert all(entry["reason"] for entry in golden(sample)["findings"])


def golden(sample: Sample) -> Any:
    return GOLDEN[sample.name[:3]]


@needs_shared
@pytest.mark.parametrize("sample", samples("wild"), ids=lambda sample: sample.name)
def test_there_is_no_false_alarm_in_the_wild(sample: Sample) -> None:
    assert [*found(sample.report, TABLE), *found(sample.report, SUM)] == []
