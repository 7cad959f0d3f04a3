"""Columns in another order than the form's, or others than it has, where a header says so."""

from collections.abc import Mapping

import pytest

from gov_disclosure import AnnualReport, parse

APPLICATIONS = "三、收到和处理政府信息公开申请情况"
PROCEEDINGS = "四、政府信息公开行政复议、行政诉讼情况"
FIGURES: Mapping[str, int] = {
    "自然人": 31,
    "商业企业": 7,
    "科研机构": 5,
    "社会公益组织": 3,
    "法律服务机构": 2,
    "其他": 11,
    "总计": 59,
}
KEYS = ("natural_person", "business", "research", "nonprofit", "legal_service", "other", "total")
LABELS = tuple(FIGURES)
ROWS = ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "(一)予以公开")
OTHERS = {"上年数": 40, "备注": 6, "合计": 59}
DELIMITERS = ("|", "\t", " ", "\n")


def read(columns: tuple[str, ...], delimiter: str) -> AnnualReport:
    """A table with these columns, each with its own figure in all rows."""
    figures = [str({**FIGURES, **OTHERS}[column]) for column in columns]
    lines = [("项目", *columns), *((row, *figures) for row in ROWS)]
    return parse("\n".join([APPLICATIONS, *map(delimiter.join, lines)]))


def told(report: AnnualReport) -> list[int | None]:
    cells = [report.cell("applications", "granted", key) for key in KEYS]
    return [None if cell.value is None else int(cell.value) for cell in cells]


@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize(
    "columns",
    [
        LABELS,
        (*LABELS[1::-1], *LABELS[2:]),
        (LABELS[0], *LABELS[2:0:-1], *LABELS[3:]),
        (*LABELS[:5], *LABELS[:4:-1]),
    ],
)
def test_all_columns_are_read_in_whatever_order(columns: tuple[str, ...], delimiter: str) -> None:
    assert told(read(columns, delimiter)) == list(FIGURES.values())


@pytest.mark.parametrize("delimiter", DELIMITERS[:2])
def test_a_column_that_no_form_has_beside_all_others(delimiter: str) -> None:
    assert told(read((*LABELS, "上年数"), delimiter)) == list(FIGURES.values())


@pytest.mark.parametrize("delimiter", DELIMITERS[:3])
@pytest.mark.parametrize("columns", [(*LABELS[:6], "上年数"), (*LABELS[1:], "备注")])
def test_a_column_that_no_form_has_is_not_that_of_another(
    columns: tuple[str, ...], delimiter: str
) -> None:
    assert told(read(columns, delimiter)) == [
        FIGURES[label] if label in columns else None for label in LABELS
    ]


def test_another_word_for_the_sum_is_no_other_column() -> None:
    assert told(read((*LABELS[:6], "合计"), "|")) == list(FIGURES.values())


@pytest.mark.parametrize("delimiter", ["|", "\n"])
def test_outcomes_in_another_order(delimiter: str) -> None:
    outcomes = ["总计", "结果维持", "结果纠正", "其他结果", "尚未审结"] * 3
    figures = ["6", "1", "2", "3", "0", "10", "1", "4", "5", "0", "3", "0", "2", "1", "0"]
    groups = ["行政复议", "未经复议直接起诉", "复议后起诉"]
    report = parse("\n".join([PROCEEDINGS, *map(delimiter.join, (groups, outcomes, figures))]))
    found = report.proceedings
    assert (found.review.total, found.review.upheld, found.review.pending) == (6, 1, 0)
    assert (found.litigation_direct.total, found.litigation_after_review.corrected) == (10, 2)
