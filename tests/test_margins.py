"""The labels of groups beside their rows, upright or broken: in pieces on the lines of the rows."""

from collections.abc import Mapping, Sequence

import pytest

from generate.applications import HEADER, HEADING
from gov_disclosure import AnnualReport, Kind, parse

NEW = "一、本年新收政府信息公开申请数量 5 4 0 0 1 0 10"
SECURITY = "3.危及“三安全一稳定”"
RIGHTS = "4.保护第三方合法权益"
AFFAIRS = "5.属于三类内部事务信息"
FIGURES = "7 1 0 0 0 0 8"
READ = [7, 1, 0, 0, 0, 0, 8]
OTHERS = f"{AFFAIRS} 9 0 0 0 0 0 9"


def report(*lines: str) -> AnnualReport:
    """What is read of lines beneath the heading of the table and the names of its columns."""
    return parse("\n".join((HEADING, " ".join(HEADER), NEW, *lines)))


def rows(*lines: str) -> Mapping[str, Sequence[int]]:
    """The numbers that are read in each row of the lines, as far as it has any."""
    read: dict[str, list[int]] = {}
    for cell in report(*lines).cells:
        if cell.kind is Kind.NUMBER:
            read.setdefault(cell.row, []).append(int(cell.value or 0))
    return read


def told(*lines: str) -> Sequence[str]:
    """The figures that are told to stand in no row of the form."""
    read = report(*lines)
    loose = [raw for p in read.problems if p.code == "loose-figures" for raw in p.raw]
    return [*loose, *(raw for row in read.extra_rows for raw in row.raw)]


@pytest.mark.parametrize(
    "lines",
    [
        (f"办 (三)不 {RIGHTS} {FIGURES}", "理", "予公开"),
        (f"{RIGHTS} {FIGURES} (三)不", "予公开"),
        ("(三)不", f"{RIGHTS} {FIGURES}", "予公开"),
        (f"办 {RIGHTS}", f"理 {FIGURES}"),
        (f"办 (三)不 {RIGHTS}", f"予公开 {FIGURES}"),
        (f"办        {RIGHTS}", "理                        7   1   0   0   0   0   8"),
    ],
)
def test_pieces_of_a_group_s_label_leave_the_row_its_figures(lines: Sequence[str]) -> None:
    read = rows(*lines, OTHERS)
    assert read["refused.third_party_rights"] == READ
    assert read["refused.internal_affairs"] == [9, 0, 0, 0, 0, 0, 9]
    assert not told(*lines, OTHERS)


@pytest.mark.parametrize(
    "lines",
    [
        (SECURITY, "度 7 1 0 0 0 0 8", RIGHTS, OTHERS),
        (SECURITY, "余 7 1 0 0 0 0 8", f"{RIGHTS} 2 0 0 0 0 0 2", OTHERS),
        (f"{SECURITY} (三)不", FIGURES, f"{RIGHTS[:4]}", RIGHTS[4:], "予公开", OTHERS),
    ],
    ids=["the next row has none either", "no piece of its group's label", "of several rows"],
)
def test_figures_that_may_be_another_row_s_are_told(lines: Sequence[str]) -> None:
    read = rows(*lines)
    assert {"refused.security_stability", "refused.third_party_rights"}.isdisjoint(
        key for key, figures in read.items() if figures == READ
    )
    assert set(told(*lines)) >= {"7", "1", "8"}


@pytest.mark.parametrize("heading", ["(三)不予公开", "(三)不\n予公开", "三、本年度办理结果"])
def test_figures_behind_the_label_of_a_group_are_told(heading: str) -> None:
    assert set(told(f"{heading} {FIGURES}", OTHERS)) >= {"7", "1", "8"}


def test_figures_behind_a_label_that_may_be_the_group_s_of_a_bare_row_are_told() -> None:
    """The form of 2019 has a row of that name, that of 2021 rows beneath it."""
    lines = ("3.其他", f"(六)其他处理 {FIGURES}", "(七)总计 16 1 0 0 0 0 17")
    assert set(told(OTHERS, *lines)) >= {"7", "1", "8"}
    assert "other_handling" not in rows(OTHERS, *lines)
    assert rows(OTHERS, *lines[1:])["other_handling"] == READ


def test_figures_beside_the_beginning_of_a_label_make_it_no_heading() -> None:
    carried_over = ("二、上年结转政府", f"信息公开申请数量 {FIGURES}")
    beside = ("二、上年结转政府 2 0 0 0 0 0 2", "信息公开申请数量")
    assert rows(*carried_over, OTHERS)["carried_over"] == READ
    assert rows(*beside, OTHERS)["carried_over"] == [2, 0, 0, 0, 0, 0, 2]


def test_a_label_with_the_number_of_another_that_begins_so_is_a_piece_of_that() -> None:
    """``2.其他`` is no ``3.其他``, though that row may be printed with any number."""
    figures = ["4", "1", "0", "0", "0", "0", "5"]
    lines = ("1.属于国家秘密", *["0"] * 7, "2.其他", *figures, "法律行政法规禁止公开")
    report = parse("\n".join((HEADING, *HEADER, *lines)))
    read = {cell.row for cell in report.cells if cell.value}
    assert read <= {"refused.prohibited_by_law"}
