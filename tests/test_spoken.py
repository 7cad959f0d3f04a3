"""Words in the place of a figure, in rows whose cells have lines of their own."""

from collections.abc import Iterable, Sequence

import pytest

from gov_disclosure import AnnualReport, Kind, parse

COLUMNS = ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量")
LICENSING = ("行政许可", "23", "6", "2215")
SERVICES = ("其他对外管理服务事项", "5", "0", "0")
PENALTIES = ("行政处罚", "56", "0", "43")
COERCION = ("行政强制", "44", "4", "98")
SAID = (
    *("增2减1", "增加2项，减少1项", "取消2项", "下放1项", "同上年", "12余件", "按权责清单执行"),
    *("本局无此项", "较上年增加2项", "详见清单"),
)


def stacked(rows: Iterable[Sequence[str]], between: str = "\n") -> AnnualReport:
    """A report on its rows of 第二十条第（五）项 and of 第（六）项, a cell on each line."""
    licensing, services, *others = rows
    blocks = ("第二十条第（五）项", *COLUMNS, *licensing, *services)
    more = ("第二十条第（六）项", *COLUMNS, *(cell for row in others for cell in row))
    return parse(between.join(("二、主动公开政府信息情况", *blocks, *more)))


def values(report: AnnualReport, row: str) -> list[object]:
    cells = [cell for cell in report.cells if cell.row == row]
    return [cell.raw if cell.kind is Kind.TEXT else cell.value for cell in cells]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("said", SAID)
def test_a_row_that_has_just_its_cells_with_them_is_one(said: str, between: str) -> None:
    report = stacked((LICENSING, SERVICES, ("行政处罚", "56", said, "43"), COERCION), between)
    assert values(report, "penalties") == [56, said, 43]
    assert values(report, "coercive_measures") == [44, 4, 98]
    assert [problem.code for problem in report.problems] == ["not-a-number"]


@pytest.mark.parametrize(
    "rows",
    [
        # with them the row has more cells than columns
        (LICENSING, SERVICES, ("行政处罚", "56", "0", "行政征收", "43"), COERCION),
        (LICENSING, SERVICES, (*PENALTIES[:3], "土地征收", "1", "2", "43"), COERCION),
        # empty cells are gone elsewhere, so that each of two rows may have lost some
        (LICENSING, SERVICES[:2], ("行政处罚", "56", "土地征收", "43"), COERCION),
        # they do not speak of a figure: one is lost, and a page prints them
        (LICENSING, SERVICES, ("行政处罚", "56", "加入收藏", "43"), COERCION),
        (LICENSING, SERVICES, ("行政处罚", "56", "无障碍阅读", "43"), COERCION),
        (LICENSING, SERVICES, ("行政处罚", "56", "见义勇为", "43"), COERCION),
        # they are called like other rows
        (LICENSING, SERVICES, ("行政处罚", "56", "行政征收", "43"), COERCION),
        (LICENSING, SERVICES, ("行政处罚", "56", "便民服务", "43"), COERCION),
    ],
)
def test_they_may_begin_another_row_otherwise(rows: Sequence[Sequence[str]]) -> None:
    assert 43 not in values(stacked(rows), "penalties")


@pytest.mark.parametrize("said", ["12 余件", "12 多件", "12余件"])
def test_about_so_many_is_no_figure_along_a_line_either(said: str) -> None:
    lines = ("第二十条第(五)项", "信息内容 本年处理决定数量", f"行政许可 {said}", "")
    report = parse("\n".join(("二、主动公开政府信息情况", *lines)))
    assert report.cell("proactive", "licensing", "decisions").kind is Kind.TEXT
