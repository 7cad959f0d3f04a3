"""How time and memory grow with the length of big and hostile texts.

``python benchmarks/growth.py`` prints, for each kind of text, what its longest one took, and the
exponent of growth: 1 for what grows in proportion to length, 2 for what takes four times as much
where the text is twice as long.  Three things are timed: reading the text as one report, reading
all reports in it, and everything that can be asked of a report afterwards.  Memory is the most
that was in use at a time, in bytes for each character.

``--full`` takes longer texts, and then some of a given count: a million pipes,
a table of 100,000 rows, a text of 10 MB.  Nothing is asserted.
"""

from __future__ import annotations

import argparse
import gc
import math
import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import linear_regression
from time import process_time

import attrs

from gov_disclosure import AnnualReport, parse, parse_all, to_json
from gov_disclosure.declare import Form
from gov_disclosure.display import show, show_findings
from gov_disclosure.forms import tables_of
from gov_disclosure.marks import MARKS
from gov_disclosure.outline import LINES
from gov_disclosure.tables import SECTIONS
from texts import made, read_everything

SIZES = (15_000, 45_000, 135_000)
FULL_SIZES = (50_000, 150_000, 450_000)
PATIENCE = 100.0
"""Seconds that a size may be expected to take; beyond that it is left out."""
_MOST_ROUNDS = 5
_ENOUGH = 1.0
"""Seconds after which nothing is timed again."""

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
STRANGE_ROW = "指标{} | 1 | 2 | 3\n"
ROW_OF_HTML = "<tr><td>规章</td><td>1</td></tr>"
TEN_MB = 10_000_000
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
    "rows that no form has": lambda size: HEADING + ROW + numbered(STRANGE_ROW)(size),
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
    "rows of a table in html": between("<table>", ROW_OF_HTML, "</table>"),
    "one label broken": lambda size: HEADING + _broken(LABEL, size),
    "numerals in Chinese": repeated("一百二十"),
    "surrogates": repeated("\ud800"),
    "nulls": repeated("\0"),
}


LITERAL: Mapping[str, tuple[str, int]] = {
    "a million pipes": ("pipes", 1_000_000),
    "a million digits": ("digits", 1_000_000),
    "a million line ends": ("line ends", 1_000_000),
    "headings 100,000 times": ("headings", 100_000 * len(HEADING)),
    "html nested 100,000 deep": ("nested html", 100_000 * len("<div>")),
    "tables nested 100,000 deep": ("nested tables", 200_000 * len("<table><tr><td>")),
    "one label broken 10,000 times": ("one label broken", 10_000),
    "10,000 labels broken everywhere": (
        "labels broken at every character",
        10_000 * 2 * len(LABEL),
    ),
    "a row of the form 100,000 times": ("a row of the form over and over", 100_000 * len(ROW)),
    "100,000 rows that no form has": ("rows that no form has", 100_000 * len(STRANGE_ROW)),
    "100,000 rows of html": ("rows of a table in html", 100_000 * len(ROW_OF_HTML)),
    "a line of 10 MB, prose": ("one line of prose", TEN_MB),
    "a line of 10 MB, pipes": ("reports on one line, pipes", TEN_MB),
    "a line of 10 MB, run together": ("reports on one line, run together", TEN_MB),
    "a text of 10 MB, prose": ("lines of prose", TEN_MB),
    "a text of 10 MB, pipes": ("reports, pipes", TEN_MB),
}
"""Texts of a given count: a kind of text, and the characters of the longest one."""


@attrs.frozen
class Task:
    """Something to do with a text: its name, what it needs beforehand, and what is measured."""

    name: str
    prepare: Callable[[str], object]
    do: Callable[[object], object]


def _all_that_follows(report: AnnualReport) -> object:
    """All that can be asked of a report."""
    findings = report.check()
    asked = report.figures, report.coverage, report.unread, report.measures
    return asked, to_json(report), show(report), show_findings(findings)


TASKS = (
    Task("parse", str, read_everything),
    Task("parse_all", str, parse_all),
    Task("then", parse, _all_that_follows),
)


@attrs.frozen
class Point:
    """A size, and the seconds or the bytes that it took."""

    size: int
    took: float


@attrs.frozen
class Growth:
    """How what a task takes grows; a remark says what went wrong, if anything did."""

    points: tuple[Point, ...]
    remark: str = ""

    @property
    def exponent(self) -> float:
        """The slope over size, both as logarithms."""
        return _slope(self.points) if len(self.points) > 1 else math.nan

    @property
    def last(self) -> float:
        """What the longest text took."""
        return self.points[-1].took if self.points else math.nan


def _slope(points: Sequence[Point]) -> float:
    sizes = [math.log(point.size) for point in points]
    return linear_regression(sizes, [math.log(point.took) for point in points]).slope


def grow(task: Task, make: Make, sizes: Sequence[int]) -> Growth:
    """Time a task with texts of all sizes, and again while that is quick; the shortest time counts.

    Each round goes through all sizes, so that what else the machine does slows none by itself.
    """
    growth = _round(task, make, sizes)
    spent = sum(point.took for point in growth.points)
    rounds = min(_MOST_ROUNDS, int(_ENOUGH / spent)) if spent else 1
    sizes = [point.size for point in growth.points]
    again = [growth.points, *(_round(task, make, sizes).points for _ in range(1, rounds))]
    points = (
        Point(size, min(point.took for point in timed))
        for size, *timed in zip(sizes, *again, strict=True)
    )
    return Growth(tuple(points), growth.remark)


def _round(task: Task, make: Make, sizes: Sequence[int]) -> Growth:
    """Time a task with texts of one size after the other, as long as that is bearable."""
    points: list[Point] = []
    for size in sizes:
        if _expected(points, size) > PATIENCE:
            return Growth(tuple(points), f"{task.name}: {size:,} would take too long")
        try:
            points.append(Point(size, _once(task, make(size))))
        except Exception as error:
            return Growth(tuple(points), f"{task.name}: {type(error).__name__} at {size:,}")
    return Growth(tuple(points))


def _once(task: Task, text: str) -> float:
    _forget()
    given = task.prepare(text)
    gc.collect()
    begun = process_time()
    task.do(given)
    return process_time() - begun


def _forget() -> None:
    """Else a small text is known by heart, and a big one is not."""
    for remembered in (MARKS, LINES):
        remembered.clear()


def _expected(points: Sequence[Point], size: int) -> float:
    """How long a size will take if growth goes on as between the last two sizes."""
    if not points:
        return 0.0
    slopes = (_slope(pair) for pair in pairwise(points[-2:]))
    return float(points[-1].took * (size / points[-1].size) ** max([1.0, *slopes]))


def grow_in_memory(make: Make, sizes: Sequence[int]) -> Growth:
    """The bytes that are in use while texts are read, the texts themselves left out."""
    return Growth(tuple(Point(size, _bytes(make(size))) for size in sizes))


def _bytes(text: str) -> int:
    _forget()
    tracemalloc.start()
    report = read_everything(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del report
    return most


def line_of(name: str, make: Make, sizes: Sequence[int]) -> str:
    """What is printed of a kind of text."""
    timed = [grow(task, make, sizes) for task in TASKS]
    times = "".join(f"{growth.last * 1e3:10,.0f}{growth.exponent:6.2f}" for growth in timed)
    memory = grow_in_memory(make, (sizes[0], sizes[-1]))
    bytes_each = f"{memory.last / sizes[-1]:10,.0f}{memory.exponent:6.2f}"
    remarks = "; ".join(filter(None, (growth.remark for growth in timed)))
    return f"{name:36}{sizes[-1]:10,}{times}{bytes_each}  {remarks}".rstrip()


def kinds(*, full: bool) -> Iterator[tuple[str, Make, Sequence[int]]]:
    """The kinds of texts, each with its sizes."""
    for name, make in CASES.items():
        yield name, make, FULL_SIZES if full else SIZES
    for name, (kind, size) in LITERAL.items() if full else ():
        yield name, CASES[kind], (size // 9, size // 3, size)


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    reader.add_argument("--full", action="store_true", help="longer texts, up to 10 MB")
    reader.add_argument("--case", default="", help="only kinds of text with this in their names")
    options = reader.parse_args()
    read_everything(_made("tabs"))
    gc.collect()
    gc.freeze()  # what this program itself keeps in memory is not to be looked through
    tasks = "".join(f"{task.name:>10} ms   exp"[-16:].rjust(16) for task in TASKS)
    print(f"{'':36}{'characters':>10}{tasks}{'bytes   exp':>16}")
    for name, make, sizes in kinds(full=options.full):
        if options.case in name:
            print(line_of(name, make, sizes), flush=True)


if __name__ == "__main__":
    main()
