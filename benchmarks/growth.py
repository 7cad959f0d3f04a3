"""How the time of ``parse`` grows with the length of big and hostile texts.

``python benchmarks/growth.py`` prints, for each kind of text, the time at several sizes and the
exponent of growth: 1 for time in proportion to length, 2 for a text that takes four times as
long when it is twice as long.  ``--full`` goes up to 10 MB.  Nothing is asserted.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import linear_regression
from time import process_time

import attrs

from gov_disclosure.declare import Form
from gov_disclosure.forms import tables_of
from gov_disclosure.marks import MARKS
from gov_disclosure.outline import LINES
from gov_disclosure.tables import SECTIONS
from texts import made, read_everything

SIZES = (20_000, 40_000, 80_000, 160_000)
FULL_SIZES = (20_000, 200_000, 1_000_000, 10_000_000)
PATIENCE = 10.0
FULL_PATIENCE = 300.0
"""Seconds that a size may be expected to take; beyond that it is left out."""
_REPEATS = 5
_LONG = 0.3
"""Seconds after which a size is not timed again."""

Make = Callable[[int], str]
"""A text of about that many characters."""


def repeated(unit: str) -> Make:
    """The unit over and over."""
    return lambda size: unit * max(1, size // len(unit))


def between(before: str, unit: str, after: str) -> Make:
    """The unit over and over between two texts."""
    return lambda size: before + unit * (size // len(unit)) + after


def numbered(line: str) -> Make:
    """Lines that differ in a number."""
    return lambda size: "".join(line.format(at) for at in range(size // len(line)))


def _table_row() -> str:
    """The label of the first row of the table of applications, with figures behind it."""
    (table,) = (table for table in tables_of(Form.F2021) if table.key == "applications")
    return f"{table.rows[0].label} | 1 | 2 | 3 | 4 | 5 | 6 | 21\n"


def _made(layout: str, form: Form = Form.F2021) -> str:
    return made(form, layout).text


def _on_one_line(layout: str) -> str:
    return _made(layout).replace("\n", " ")


def _nested(unit: str, size: int) -> str:
    """The unit in itself, and closed again, as a page shows it."""
    depth = max(1, size // (2 * len(unit)))
    closing = "".join(f"</{name}>" for name in reversed(unit.strip("<>").split("><")))
    return f"<html>{unit * depth}{LABEL}{closing * depth}</html>"


def _broken(label: str, size: int) -> str:
    """The label with all line ends between two of its characters."""
    breaks = "\n" * max(1, size // len(label))
    return breaks.join(label) + " 1"


ROW = _table_row()
LABEL = ROW.partition(" |")[0]
HEADING = f"{SECTIONS[3].heading}\n"
TITLE = "示例镇2022年政府信息公开工作年度报告\n"

CASES: Mapping[str, Make] = {
    "reports, tabs": repeated(_made("tabs")),
    "reports, pipes": repeated(_made("pipes")),
    "reports, markdown": repeated(_made("markdown")),
    "reports, cells on lines": repeated(_made("stacked")),
    "reports, columns": repeated(_made("columns")),
    "reports, boxes": repeated(_made("drawn_boxes")),
    "reports, single spaces": repeated(_made("spaced")),
    "reports, run together": repeated(_made("run_together")),
    "reports, html": repeated(_made("html")),
    "reports of 2014, cells on lines": repeated(_made("stacked", Form.F2014)),
    "reports on one line, spaces": repeated(_on_one_line("spaced")),
    "reports on one line, pipes": repeated(_on_one_line("pipes")),
    "reports on one line, run together": repeated(_made("run_together").replace("\n", "")),
    "one line of prose": repeated("本单位全年答复咨询41次,发布消息1208条。"),
    "lines of prose": repeated("本单位全年答复咨询41次,发布消息1208条。\n"),
    "a row of the form over and over": between(HEADING, ROW, ""),
    "rows that no form has": lambda size: HEADING + ROW + numbered("指标{} | 1 | 2 | 3\n")(size),
    "a label over and over": between(HEADING, LABEL, ""),
    "a label on each line": between(HEADING, f"{LABEL}\n", ""),
    "half a label over and over": between(HEADING, LABEL[: len(LABEL) // 2], ""),
    "a label with spaces inside": between(HEADING + LABEL[:4], " ", LABEL[4:] + " 1"),
    "a label with line ends inside": between(HEADING + LABEL[:4], "\n", LABEL[4:] + " 1"),
    "labels broken at every character": between(HEADING, "\n".join(LABEL) + "\n", ""),
    "cells in one row": between(f"{HEADING}{LABEL}", " | 1", ""),
    "cells on lines behind a label": between(f"{HEADING}{LABEL}\n", "1\n", ""),
    "blank cells behind a label": between(f"{HEADING}{LABEL}", " |", ""),
    "pipes": repeated("|"),
    "lines of a pipe": repeated("|\n"),
    "digits": repeated("7"),
    "digits in a cell": between(f"{HEADING}{LABEL} | ", "7", " | 1 | 1 | 1 | 1 | 1 | 1"),
    "digits behind a label": between(f"{HEADING}{LABEL}", "0", ""),
    "numbers between spaces": repeated("7 "),
    "numbers between commas": repeated("777,"),
    "numbers between points": repeated("7."),
    "signs": repeated("-"),
    "line ends": repeated("\n"),
    "carriage returns": repeated("\r"),
    "spaces": repeated(" "),
    "lines of spaces": repeated("  \n"),
    "tabs only": repeated("\t"),
    "headings": repeated(HEADING),
    "headings glued together": repeated(HEADING.strip()),
    "headings that no form has": numbered("一、第{}部分\n"),
    "titles": repeated(TITLE),
    "years": repeated("2022年"),
    "dates": repeated("2022年1月1日至2022年12月31日"),
    "catalogue keys": repeated("索引号:"),
    "catalogue keys on lines": repeated("发布日期:2022-01-01\n"),
    "opening brackets": repeated("(("),
    "quotes": repeated('"'),
    "strokes of boxes": repeated("│─┼"),
    "rules of markdown": repeated("| --- "),
    "opening angles": repeated("<"),
    "open tables": repeated("<table><tr><td>"),
    "cells of html": between("<table><tr>", "<td>1</td>", "</tr></table>"),
    "a wide colspan": lambda size: f'{HEADING}<table><tr><td colspan="{size}">{LABEL}</table>',
    "a high rowspan": lambda size: f'{HEADING}<table><tr><td rowspan="{size}">{LABEL}</table>',
    "entities": repeated("&amp;"),
    "characters that fold to many": repeated("\ufdfa"),
    "full-width digits": repeated("７"),
    "combining marks in order": between("a", "\u0301", ""),
    "combining marks out of order": between("a", "\u0301\u0316", ""),
    "characters beyond the first plane": repeated("𠮷"),
    "nested html": repeated("<div>"),
    "nested tables": lambda size: HEADING + _nested("<table><tr><td>", size),
    "rows of a table in html": between("<table>", "<tr><td>规章</td><td>1</td></tr>", "</table>"),
    "one label broken": lambda size: HEADING + _broken(LABEL, size),
    "numerals in Chinese": repeated("一百二十"),
    "surrogates": repeated("\ud800"),
    "nulls": repeated("\0"),
}


@attrs.frozen
class Point:
    """A size and the seconds it took."""

    size: int
    seconds: float


@attrs.frozen
class Growth:
    """A kind of text, its points, and what went wrong if anything did."""

    name: str
    points: tuple[Point, ...]
    remark: str = ""

    @property
    def exponent(self) -> float:
        """The slope of time over size, both as logarithms."""
        return _slope(self.points) if len(self.points) > 1 else math.nan

    def line(self, sizes: Sequence[int]) -> str:
        """As it is printed."""
        took = {point.size: f"{point.seconds * 1e3:10.1f}" for point in self.points}
        times = "".join(took.get(size, f"{'':10}") for size in sizes)
        return f"{self.name:36}{times}{self.exponent:8.2f}  {self.remark}".rstrip()


def _slope(points: Sequence[Point]) -> float:
    sizes = [math.log(point.size) for point in points]
    return linear_regression(sizes, [math.log(point.seconds) for point in points]).slope


def grow(name: str, make: Make, sizes: Sequence[int], patience: float) -> Growth:
    """Time a kind of text at one size after the other, as long as that is bearable."""
    points: list[Point] = []
    for size in sizes:
        if _expected(points, size) > patience:
            return Growth(name, tuple(points), f"{size:,} would take too long")
        text = make(size)
        try:
            points.append(Point(size, _seconds(text)))
        except Exception as error:
            return Growth(name, tuple(points), f"raised {type(error).__name__} at {size:,}")
    return Growth(name, tuple(points))


def _seconds(text: str) -> float:
    """The shortest of several times; a long one is not repeated."""
    times = [_once(text)]
    while len(times) < _REPEATS and sum(times) < _LONG:
        times.append(_once(text))
    return min(times)


def _once(text: str) -> float:
    for remembered in (MARKS, LINES):
        remembered.clear()  # else a small text is known by heart, and a big one is not
    begun = process_time()
    read_everything(text)
    return process_time() - begun


def _expected(points: Sequence[Point], size: int) -> float:
    """How long a size will take if growth goes on as between the last two sizes."""
    if not points:
        return 0.0
    last = points[-1]
    slopes = (_slope(pair) for pair in pairwise(points[-2:]))
    return float(last.seconds * (size / last.size) ** max([1.0, *slopes]))


def measure(sizes: Sequence[int], patience: float, named: str) -> Iterator[Growth]:
    """Every kind of text whose name has that in it."""
    read_everything(_made("tabs"))
    for name, make in CASES.items():
        if named in name:
            yield grow(name, make, sizes, patience)


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    reader.add_argument("--full", action="store_true", help="sizes up to 10 MB")
    reader.add_argument("--case", default="", help="only kinds of text with this in their names")
    options = reader.parse_args()
    sizes, patience = (FULL_SIZES, FULL_PATIENCE) if options.full else (SIZES, PATIENCE)
    print(f"{'milliseconds at':36}{''.join(f'{size:10,}' for size in sizes)}{'exponent':>9}")
    for growth in measure(sizes, patience, options.case):
        print(growth.line(sizes), flush=True)


if __name__ == "__main__":
    main()
