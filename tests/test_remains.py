"""What tools leave around cells and in their place: no value, and a reason to place none."""

from collections.abc import Mapping

from gov_disclosure import AnnualReport, Kind, parse

PROCEEDINGS = "四、政府信息公开行政复议、行政诉讼情况\n\n"
PROACTIVE = "二、主动公开政府信息情况\n\n"


def read(report: AnnualReport) -> Mapping[str, str]:
    """What is read in each cell, by row and column: the number, else the kind."""
    return {
        f"{cell.row}.{cell.column}": (
            str(cell.value) if cell.kind is Kind.NUMBER else cell.kind.value
        )
        for cell in report.cells
        if cell.kind is not Kind.MISSING
    }


def codes(report: AnnualReport) -> list[str]:
    """The codes of the problems."""
    return [problem.code for problem in report.problems]


COLUMNS = "结果\n维持 |结果\n纠正 |其他\n结果 |尚未\n审结 |总计 |"


def test_an_empty_cell_behind_the_header_is_no_value_where_the_row_goes_on_below() -> None:
    """Which of both is one too many, the sums tell."""
    behind = "|4 |0 |1 |2 |7 |30 |11 |5 |8 |54 |0 |0 |2 |1\n|3 | |五、存在的主要问题及改进情况\n"
    header = f"{COLUMNS}未经复议直接起诉 |复议后起诉 | | | | | | |{COLUMNS}{COLUMNS} "
    report = parse(PROCEEDINGS + header + behind)
    assert not read(report)
    assert {"loose-figures", "unplaced-value"} <= {*codes(report)}
