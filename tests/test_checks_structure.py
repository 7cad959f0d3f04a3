"""An audit of a report's parts and tables, and of its year and its charges."""

import pytest

from generate.render import RENDERINGS, render
from generate.reports import make_report
from generate.styles import PLAIN
from gov_disclosure import Finding, Form, Status, parse
from gov_disclosure.checks import rules
from gov_disclosure.checks.notices import heading_number
from gov_disclosure.tables import heading_of

KEYS = ("overview", "proactive", "applications", "proceedings", "problems", "other_matters")
OVERVIEW, PROACTIVE, APPLICATIONS, PROCEEDINGS, PROBLEMS, OTHER = map(heading_of, KEYS)
(PIPES,) = (layout for layout in RENDERINGS if layout.name == "pipes")

TITLE = "示例镇人民政府2022年政府信息公开工作年度报告"
PROSE = {
    OVERVIEW: "2022年，本镇主动公开信息若干条。",
    PROBLEMS: "公开的内容还不够丰富，将继续改进。",
    OTHER: "本年度未收取信息处理费。",
}


def tables(form: Form, blanks: str = "zeros") -> dict[str, str]:
    """What stands beneath the headings of tables."""
    whole = render(make_report(form, 0, blanks), PIPES, PLAIN)
    headings = [PROACTIVE, APPLICATIONS, PROCEEDINGS, PROBLEMS]
    places = [whole.index(heading) for heading in headings]
    return {
        heading: whole[begin + len(heading) : end]
        for heading, begin, end in zip(headings, places, places[1:], strict=False)
    }


TABLES = tables(Form.F2021)


def written(**changes: str | None) -> str:
    """A whole report with other words in some of its parts; None leaves a part out."""
    parts = {**PROSE, **TABLES}
    for key, said in changes.items():
        parts[heading_of(key)] = said  # type: ignore[assignment]
    headings = map(heading_of, KEYS)
    return "\n".join((TITLE, *(f"{h}\n{parts[h]}" for h in headings if parts[h] is not None)))


def found(text: str, rule: rules.ReportRule, words: str = "") -> Finding:
    """The one finding on that rule that speaks of these words."""
    findings = [finding for finding in parse(text).check() if finding.code == rule.code]
    (one,) = (finding for finding in findings if words in finding.message)
    assert words in one.message_zh
    return one


def status(text: str, rule: rules.ReportRule, words: str = "") -> Status:
    return found(text, rule, words).status


def test_a_whole_report_keeps_every_rule() -> None:
    findings = parse(written()).check()
    assert {finding.status for finding in findings} == {Status.PASS}
    assert {finding.code for finding in findings} == {
        "row-sum",
        "column-sum",
        *(
            rule.code
            for rule in (
                rules.SECTION_PRESENT,
                rules.SECTION_ONCE,
                rules.SECTION_FILLED,
                rules.TABLE_PRESENT,
                rules.ZEROS_PRINTED,
                rules.YEAR_OF_PROSE,
                rules.FEES_EXPLAINED,
            )
        ),
    }


# Parts


@pytest.mark.parametrize("key", ["problems", "other_matters", "proceedings"])
def test_a_part_that_is_named_nowhere_is_absent(key: str) -> None:
    assert status(written(**{key: None}), rules.SECTION_PRESENT, heading_of(key)) is Status.FAIL


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("五、亮点和打算", "公开的内容还不够丰富。"),
        ("（五）存在的问题", "公开的内容还不够丰富。"),
        ("五、存在的问题和打算：公开的内容还不够丰富，将继续改进，", "并加强培训。"),
    ],
)
def test_a_part_under_another_heading_may_be_there(heading: str, said: str) -> None:
    text = written(problems=None).replace(OTHER, f"{heading}\n{said}\n{OTHER}")
    assert status(text, rules.SECTION_PRESENT, PROBLEMS) is Status.UNKNOWN


def test_an_extract_need_not_have_all_parts() -> None:
    text = f"{PROACTIVE}\n{TABLES[PROACTIVE]}"
    codes = {finding.status for finding in parse(text).check()}
    assert Status.FAIL not in codes
    assert status(text, rules.SECTION_PRESENT, PROBLEMS) is Status.UNKNOWN


def test_a_part_that_stands_twice_is_doubled() -> None:
    once = f"{PROBLEMS}\n{PROSE[PROBLEMS]}\n"
    text = written().replace(OTHER, once + OTHER)
    doubled = found(text, rules.SECTION_ONCE, PROBLEMS)
    assert doubled.status is Status.FAIL
    assert [text[span.start : span.end] for span in doubled.spans] == [once.strip()] * 2


def test_a_table_of_contents_doubles_nothing() -> None:
    contents = "\n".join(map(heading_of, KEYS))
    text = written().replace(OVERVIEW, f"{contents}\n{OVERVIEW}", 1)
    statuses = {f.status for f in parse(text).check() if f.code.startswith("section")}
    assert statuses == {Status.PASS}


def test_a_part_of_two_headings_is_not_doubled() -> None:
    text = written().replace(OTHER, f"五、问题和打算\n将继续改进。\n{OTHER}")
    assert status(text, rules.SECTION_ONCE, PROBLEMS) is Status.PASS


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", Status.FAIL),
        ("无", Status.NOTICE),
        ("没有。", Status.NOTICE),
        ("无人申请。", Status.PASS),
    ],
)
def test_a_part_should_say_something(said: str, expected: Status) -> None:
    assert status(written(problems=said), rules.SECTION_FILLED, PROBLEMS) is expected


def test_a_numbered_line_beneath_a_heading_is_no_next_part() -> None:
    text = written(problems="一、主动公开的内容不够丰富\n将继续改进。")
    assert status(text, rules.SECTION_FILLED, PROBLEMS) is Status.UNKNOWN


def test_the_last_part_may_say_that_there_is_nothing() -> None:
    assert status(written(other_matters="无。"), rules.SECTION_FILLED, OTHER) is Status.PASS


def test_an_empty_part_at_the_end_may_be_cut_off() -> None:
    assert status(written(other_matters=""), rules.SECTION_FILLED, OTHER) is Status.UNKNOWN


# Tables


@pytest.mark.parametrize("key", ["proactive", "applications", "proceedings"])
def test_a_heading_without_its_table_is_told(key: str) -> None:
    text = written(**{key: "[图片]"})
    assert status(text, rules.TABLE_PRESENT, heading_of(key)) is Status.FAIL


def test_tables_that_are_all_pictures_are_told_by_their_headings() -> None:
    text = written(proactive="[图片]", applications="[图片]", proceedings="[图片]")
    assert parse(text).form is None
    found_ = [f.status for f in parse(text).check() if f.code == rules.TABLE_PRESENT.code]
    assert found_ == [Status.FAIL] * 3


@pytest.mark.parametrize(
    "said",
    [
        "详见附件。",
        "申请人情况 自然人 法人或其他组织 商业企业 科研机构 其他",
        "新收 3 结转 0 公开 2 其他 1 总计 3",
    ],
)
def test_a_table_may_be_elsewhere_or_in_no_known_layout(said: str) -> None:
    text = written(applications=said)
    assert status(text, rules.TABLE_PRESENT, APPLICATIONS) is Status.UNKNOWN


def test_a_heading_at_the_end_may_be_cut_off_from_its_table() -> None:
    text = f"{PROACTIVE}\n{TABLES[PROACTIVE]}{APPLICATIONS}\n"
    assert status(text, rules.TABLE_PRESENT, APPLICATIONS) is Status.UNKNOWN


def test_the_form_of_2014_has_no_tables_beneath_those_headings() -> None:
    text = render(make_report(Form.F2014, 0), PIPES, PLAIN)
    assert [f.message for f in parse(text).check() if f.status is not Status.PASS] == []


def test_blanks_are_named_where_the_form_wants_zeros() -> None:
    blank = found(
        written(applications=tables(Form.F2021, "blanks")[APPLICATIONS]),
        rules.ZEROS_PRINTED,
        APPLICATIONS,
    )
    assert blank.status is Status.NOTICE
    assert {cell.kind.value for cell in blank.cells} == {"blank"}
    assert str(len(blank.cells)) in blank.message


def test_a_row_that_is_cut_off_is_not_blank() -> None:
    row = TABLES[APPLICATIONS].index("1.属于国家秘密")
    text = written(applications=TABLES[APPLICATIONS][:row] + "1.属于国家秘密")
    text = text[: text.index(PROCEEDINGS)]
    assert status(text, rules.ZEROS_PRINTED, APPLICATIONS) is Status.UNKNOWN


# Year and charges


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("2022年12月31日", Status.PASS),
        ("2021年12月31日", Status.FAIL),
        ("2023年1月20日", Status.UNKNOWN),
    ],
)
def test_title_and_statistics_are_of_one_year(last: str, expected: Status) -> None:
    text = written(overview=f"2022年，数据统计期限截至{last}。")
    assert status(text, rules.YEAR_OF_PERIOD) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2022年，本镇公开信息9条，比2021年多。", [Status.PASS]),
        ("2021年，本镇公开信息9条。", [Status.NOTICE]),
        ("现将示例镇2021年政府信息公开情况报告如下。", [Status.NOTICE]),
        ("本镇公开信息9条，比2021年多3条。", []),
        ("2019年以来，本镇公开信息9条。", []),
        ("本镇公开信息9条。", []),
    ],
)
def test_title_and_prose_are_of_one_year(said: str, expected: list[Status]) -> None:
    report = parse(written(overview=said))
    findings = [f.status for f in report.check() if f.code == rules.YEAR_OF_PROSE.code]
    assert findings == expected


@pytest.mark.parametrize(
    ("said", "amount", "expected"),
    [
        ("无。", "12.5", Status.NOTICE),
        ("本年度未收取信息处理费。", "12.5", Status.PASS),
        ("无。", "0", Status.PASS),
    ],
)
def test_charges_come_with_a_word_on_those_for_disclosure(
    said: str, amount: str, expected: Status
) -> None:
    row = "行政事业性收费 | "
    table = TABLES[PROACTIVE]
    changed = table[: table.index(row)] + row + amount + "\n"
    text = written(other_matters=said, proactive=changed)
    assert status(text, rules.FEES_EXPLAINED, amount) is expected


def test_headings_are_counted_beyond_ten() -> None:
    assert [heading_number(f"{n}、附则") for n in ("十", "十一", "二十")] == [10, 11, 20]
