"""How time and memory grow with the length of big and hostile texts.

``python benchmarks/growth.py`` prints, for each kind of text, what its longest one took, and the
exponent of growth: 1 for what grows in proportion to length, 2 for what takes four times as much
where the text is twice as long.  Three things are timed: reading the text as one report, asking
that report everything there is to ask, and reading all reports in the text, where it holds
several.  Memory is the most that was in use at a time, in bytes for each character; its exponent
is that between the two longest texts, as shorter ones hold little but what any text needs.

The exponent is the slope of a line through the logarithms of four sizes and of their times, each
the shortest of some rounds, as whatever else a machine does can only add to it.  It is printed
twice: as measured, and behind it without the time that Python's collector of garbage took.  The
collector looks through all objects each time that there are a quarter more of them.  That is at
most five times as many as there are in the end, so its share has a bound; but it does not begin
before there are some ten thousand, so that its share grows at first.

First come the hostile texts of a given count, such as a million pipes.  ``--full`` takes longer
texts, and more of a given count: a table of 100,000 rows, a text of 10 MB.  Nothing is asserted.
"""

from __future__ import annotations

import argparse
import gc
import math
import sys
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from statistics import linear_regression
from time import process_time
from typing import TypeVar

import attrs

from gov_disclosure import AnnualReport, parse, parse_all, to_json
from gov_disclosure.declare import Form
from gov_disclosure.display import show, show_findings
from gov_disclosure.forms import tables_of
from gov_disclosure.labels.marks import MARKS
from gov_disclosure.tables import SECTIONS
from texts import made, read_everything

LONGEST = 80_000
LONGEST_FULL = 480_000
PARTS = (8, 4, 2, 1)
TASKS = ("parse", "then", "parse_all")
PATIENCE = 100.0
"""Seconds that a size may be expected to take; beyond that it is left out."""
_MOST_ROUNDS = 3
_ENOUGH = 1.0
"""Seconds after which nothing is timed again."""

_T = TypeVar("_T")

Make = Callable[[int], str]
"""A text of about that many characters."""


def repeated(unit: str) -> Make:
    """The unit over and over, twice at least: a single report is read in another way."""
    return lambda size: unit * max(2, size // len(unit))


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


def _within_report(layout: str, unit: str) -> Make:
    """A report with the unit over and over in the midst of its first table."""
    text = _made(layout)
    middle = text.index("信息内容") + len("信息内容")
    return between(text[:middle], unit, text[middle:])


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
STATISTICS = "政府信息公开情况统计表\n统计指标|单位|统计数\n"
GAPPED = f"{LABEL}  1  2   3  4  5  6  7\n{LABEL}   1   4\n"
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
    "blanks in a header": between(f"{HEADING}自然人", " ", "商业企业  总计\n"),
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
    "blanks within a report": _within_report("columns", " "),
    "line ends within a report": _within_report("spaced", "\n"),
    "borders within a report": _within_report("pipes_bordered", "| "),
    "digits within a report": _within_report("tabs", "0"),
    "brackets within a report": _within_report("pipes", "["),
    "strokes within a report": _within_report("simple_ruled", "_"),
    "tabs within a report": _within_report("items", "\t"),
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
    "a catalogue key above blanks": between("索引号\n", " \n", ""),
    "blanks behind a quote": between("'a',\n'b',\n'规章 1 2 3'", " ", "x"),
    "opening brackets": repeated("(("),
    "quotes": repeated('"'),
    "strokes of boxes": repeated("│─┼"),
    "rules of markdown": repeated("| --- "),
    "opening angles": repeated("<"),
    "open tables": repeated("<table><tr><td>"),
    "cells of html": between("<table><tr>", "<td>1</td>", "</tr></table>"),
    "wide cells of html": between(HEADING + "<table>", f'<tr><td colspan="20">{LABEL}', "</table>"),
    "high cells of html": between(HEADING + "<table>", f'<tr><td rowspan="20">{LABEL}', "</table>"),
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
    "rows with remarks for figures": between(
        "二、主动公开政府信息情况\n", "规章（1）" * 8 + "\n", ""
    ),
    "rows that may be one of two": between(STATISTICS, "（三）其他情形数|件|1\n", ""),
    "page breaks between numbers": between(HEADING + ROW, "3\n\f\n", ""),
    "rows between numbers of pages": between(HEADING, f"7\n{ROW}\n7\n\f", ""),
    "tabs behind a label": between(f"{HEADING}{LABEL}", "\t", "\n3"),
    "labels in two cells": between(STATISTICS, "4.不|同意公开答复数|", "3"),
    "a wide row of figures": between(HEADING, "12  ", "\n" + "12  " * 9),
    "columns with empty cells": between(
        HEADING, f"{LABEL}  1  2   3  4  5  6  7\n{LABEL}   1   4\n", ""
    ),
    "numerals in Chinese": repeated("一百二十"),
    "surrogates": repeated("\ud800"),
    "nulls": repeated("\0"),
}


HOSTILE: Mapping[str, tuple[str, int]] = {
    "a million pipes": ("pipes", 1_000_000),
    "a million digits": ("digits", 1_000_000),
    "a million line ends": ("line ends", 1_000_000),
    "headings 100,000 times": ("headings", 100_000 * len(HEADING)),
    "html nested 100,000 deep": ("nested html", 100_000 * len("<div>")),
    "one label broken 10,000 times": ("one label broken", 10_000 * len(LABEL)),
}
"""Texts of a given count: a kind of text, and the characters of the longest one."""

LONG: Mapping[str, tuple[str, int]] = {
    "tables nested 100,000 deep": ("nested tables", 200_000 * len("<table><tr><td>")),
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
"""More of them, which take some minutes."""


@attrs.frozen
class Took:
    """Seconds: all in all, and without those of the collector of garbage."""

    whole: float
    without_collector: float


def timed(do: Callable[[], _T]) -> tuple[_T, Took]:
    """What came of doing something, and how long that took."""
    gc.collect()
    collected: list[float] = []
    gc.callbacks.append(lambda *_: collected.append(process_time()))
    begun = process_time()
    made = do()
    whole = process_time() - begun
    gc.callbacks.pop()
    return made, Took(whole, whole - (sum(collected[1::2]) - sum(collected[::2])))


def _read(text: str) -> AnnualReport:
    report = parse(text)
    tables = report.proactive, report.applications, report.proceedings, report.statistics
    assert len((report.cells, *tables)) > 1
    return report


def _all_that_follows(report: AnnualReport) -> object:
    """All that can be asked of a report."""
    findings = report.check()
    asked = report.figures, report.coverage, report.unread, report.measures
    return asked, to_json(report), show(report), show_findings(findings)


def _steps(text: str, *, several: bool) -> Iterator[Took]:
    """What each task takes with a text, in the order of the tasks."""
    _forget()
    report, took = timed(partial(_read, text))
    yield took
    yield timed(partial(_all_that_follows, report))[1]
    del report
    if several:
        _forget()
        yield timed(partial(parse_all, text))[1]


def _forget() -> None:
    """Clear the caches of the package that are limited: they hold a small text, and no big one."""
    MARKS.clear()
    modules = [module for name, module in sys.modules.items() if name.startswith("gov_disclosure")]
    for function in (value for module in modules for value in vars(module).values()):
        if hasattr(function, "cache_clear") and function.cache_parameters()["maxsize"]:
            function.cache_clear()


@attrs.frozen
class Point:
    """A size, and the seconds or the bytes that it took."""

    size: int
    took: float


def slope(points: Sequence[Point]) -> float:
    """The exponent of growth: the slope of what was taken over size, both as logarithms."""
    sizes = [math.log(point.size) for point in points]
    if len(set(sizes)) < 2:
        return math.nan
    return linear_regression(sizes, [math.log(point.took) for point in points]).slope


@attrs.frozen
class Growth:
    """What a task took with texts of several sizes, each in some rounds; the shortest counts."""

    runs: Mapping[int, Sequence[Took]]

    @property
    def points(self) -> list[Point]:
        """As measured."""
        return [Point(size, min(took.whole for took in runs)) for size, runs in self.runs.items()]

    @property
    def without_collector(self) -> list[Point]:
        """Without what the collector of garbage took."""
        return [
            Point(size, min(took.without_collector for took in runs))
            for size, runs in self.runs.items()
        ]


def grow(texts: Sequence[str]) -> tuple[dict[str, Growth], str]:
    """How long each task takes with texts of growing length, and what went wrong, if anything.

    Where all of it together is quick, it is done again.  Each round goes through all lengths, so
    that what else the machine does slows none by itself.
    """
    runs: dict[str, dict[int, list[Took]]] = {task: defaultdict(list) for task in TASKS}
    several = len(parse_all(texts[0])) > 1
    begun = process_time()
    remark = ""
    for _ in range(_MOST_ROUNDS):
        remark = _round(texts, runs, several=several)
        if remark or process_time() - begun > _ENOUGH:
            break
    return {task: Growth(of_task) for task, of_task in runs.items()}, remark


def _round(
    texts: Sequence[str], runs: Mapping[str, dict[int, list[Took]]], *, several: bool
) -> str:
    """Time every task with one text after the other, as long as that is bearable."""
    spent: list[Point] = []
    for text in texts:
        size, begun = len(text), process_time()
        if _expected(spent, size) > PATIENCE:
            return f"{size:,} would take too long"
        try:
            for task, took in zip(TASKS, _steps(text, several=several), strict=False):
                runs[task][size].append(took)
        except Exception as error:
            return f"{type(error).__name__} at {size:,}"
        spent.append(Point(size, process_time() - begun))
    return ""


def _expected(points: Sequence[Point], size: int) -> float:
    """How long a size will take if growth goes on as between the last two sizes."""
    if not points:
        return 0.0
    slopes = (slope(pair) for pair in pairwise(points[-2:]))
    return float(points[-1].took * (size / points[-1].size) ** max([1.0, *slopes]))


def bytes_for(text: str) -> int:
    """The most bytes in use while a text is read, the text itself left out."""
    _forget()
    tracemalloc.start()
    report = read_everything(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del report
    return most


def line_of(name: str, texts: Sequence[str]) -> str:
    """What is printed of a kind of text."""
    growths, remark = grow(texts)
    times = "".join(map(_time, growths.values()))
    memory = [Point(len(text), bytes_for(text)) for text in texts[-2:]]
    each = memory[-1].took / memory[-1].size
    of_memory = f"{each:9,.0f}{slope(memory):6.2f}"
    return f"{name:36}{len(texts[-1]):11,}{times}{of_memory}  {remark}".rstrip()


def _time(growth: Growth) -> str:
    points = growth.points
    if not points:
        return " " * 22
    exponents = f"{slope(points):6.2f}{slope(growth.without_collector):6.2f}"
    return f"{points[-1].took * 1e3:10,.0f}{exponents}"


def kinds(*, full: bool) -> Iterator[tuple[str, Make, int]]:
    """The kinds of texts, each with the characters of its longest one."""
    for name, (kind, size) in {**HOSTILE, **LONG}.items() if full else HOSTILE.items():
        yield name, CASES[kind], size
    for name, make in CASES.items():
        yield name, make, LONGEST_FULL if full else LONGEST


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    reader.add_argument("--full", action="store_true", help="longer texts, up to 10 MB")
    reader.add_argument("--case", default="", help="only kinds of text with this in their names")
    options = reader.parse_args()
    read_everything(_made("tabs"))
    gc.collect()
    gc.freeze()  # what this program itself keeps in memory is not to be looked through
    heads = "".join(f"{task + ' ms':>10}   exp no gc" for task in TASKS)
    print(f"{'':36}{'characters':>11}{heads}{'bytes':>9}   exp")
    for name, make, size in kinds(full=options.full):
        if options.case in name:
            longest = max(size, PARTS[0] * len(make(0)))
            print(line_of(name, [make(longest // part) for part in PARTS]), flush=True)


if __name__ == "__main__":
    main()
