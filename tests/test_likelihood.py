"""What readers share of a stretch, and in which order layouts are tried."""

import pytest

from gov_disclosure import parse
from gov_disclosure.grids.glance import WORDS
from gov_disclosure.layouts import LAYOUTS
from gov_disclosure.layouts.grid import Stretch, stretch_of
from gov_disclosure.layouts.shared.stacks import stacked_cells
from gov_disclosure.text.source import read_source

STACK = "规章\n3\n行政规范性文件\n—\n行政许可\n12件\n"
SENTENCES = "规章 3\n行政规范性文件 —\n3.其他：12\n"


def stretch(text: str) -> Stretch:
    made = stretch_of(read_source(text), slice(None), WORDS)
    assert made is not None
    return made


def order(text: str) -> list[str]:
    """The names of the layouts that are possible, the likeliest first."""
    seen = stretch(text)
    ranked = sorted(LAYOUTS, key=lambda layout: -layout.likelihood(seen))
    return [layout.name for layout in ranked if layout.likelihood(seen) > 0]


def test_what_readers_share_is_told_once() -> None:
    told: list[Stretch] = []

    def tell(seen: Stretch) -> int:
        told.append(seen)
        return len(stacked_cells(seen))

    seen, other = stretch(STACK), stretch(SENTENCES)
    assert [seen.once(tell), seen.once(tell)] == [6, 6]
    assert other.once(tell) == 3
    assert told == [seen, other]


@pytest.mark.parametrize("figure", ["3", "—", "3 件", "12.5万元", "(3)", "无", "3\t-"])
def test_a_stack_is_likely_where_a_figure_stands_alone(figure: str) -> None:
    assert order(f"行政许可\n{figure}\n行政处罚 7\n")[0] == "stacked"


@pytest.mark.parametrize("text", [SENTENCES, "规章3\n行政许可12\n", "行政许可：3\n\n行政处罚：5\n"])
def test_a_stack_without_figures_by_themselves_is_tried_last(text: str) -> None:
    assert order(text)[-1] in ("stacked", "columns one after another")


def test_boxes_without_upright_lines_are_tried_behind_columns() -> None:
    ruled = "--------  ----\n行政许可     3\n行政处罚    12\n--------  ----\n"
    upright = ruled.replace("  ", "| ")
    assert order(ruled).index("columns under labels") < order(ruled).index("boxes")
    assert order(upright).index("boxes") < order(upright).index("stacked")


@pytest.mark.parametrize("ends", ["\n", "\r\n", " \n"])
def test_lines_at_one_distance_are_not_spread(ends: str) -> None:
    lines = ["规章", "3", "", "行政许可", "12", "行政处罚", "5"]
    assert any("spread" in name for name in order(ends.join(lines)))
    assert not any("spread" in name for name in order(ends.join(filter(None, lines))))


@pytest.mark.parametrize("between", ["", "\n"])
def test_boxes_right_below_each_other_are_tables_of_their_own(between: str) -> None:
    """Each has its own columns; that its lines are rows is told by its rules alone."""
    rules = """\
+----------------+--------------+--------------+--------------+
| 信息内容       | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章           | 0            | 0            | 3            |
| 行政规范性文件 | 0            | 1            | 12           |
+----------------+--------------+--------------+--------------+
"""
    decisions = """\
+----------+------------------+
| 信息内容 | 本年处理决定数量 |
| 行政处罚 | 7                |
| 行政强制 | 0                |
+----------+------------------+
"""
    report = parse(f"{rules}{between}{decisions}")
    read = [cell.value for cell in report.cells if cell.value is not None]
    assert read == [0, 0, 3, 0, 1, 12, 7, 0]
