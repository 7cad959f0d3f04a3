"""Labels in other words than the forms', in whatever layout: the same rows and columns."""

from collections.abc import Mapping

import attrs
import pytest

from generate.render import RENDERINGS, Rendering, render
from generate.reports import USUAL, make_report
from generate.styles import PLAIN
from gov_disclosure import Form, Kind, parse

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


def left_open(form: Form, layout: Rendering, words: Mapping[str, str]) -> set[tuple[str, str]]:
    """The rows, by table, of which a figure is not told, where labels are reworded."""
    made = make_report(form, 7, "zeros", USUAL)
    style = attrs.evolve(PLAIN, spell=lambda said: words.get(said, said))
    report = parse(render(made, layout, style))
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
