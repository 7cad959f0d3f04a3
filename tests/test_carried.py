"""Texts as programs carry them: escaped in a string, quoted, numbered line by line."""

import json
from collections.abc import Callable
from functools import partial
from html import escape

import pytest

from generate.render import RENDERINGS, Rendering, render
from generate.reports import make_report
from generate.styles import PLAIN
from gov_disclosure import AnnualReport, Form, parse

Carry = Callable[[str], str]


def by_line(form: str) -> Carry:
    """Each line in a form, with its number."""
    return lambda text: "\n".join(
        form.format(number, line) for number, line in enumerate(text.split("\n"), 1)
    )


CARRIERS: dict[str, Carry] = {
    "escaped line ends": lambda text: text.replace("\n", "\\n"),
    "escaped ends as on Windows": lambda text: text.replace("\n", "\\r\\n"),
    "a string of JSON": lambda text: json.dumps(text, ensure_ascii=False),
    "an ASCII string of JSON": json.dumps,
    "an ASCII string without quotes": lambda text: json.dumps(text)[1:-1],
    "a string of a program": repr,
    "pages of a string of JSON": lambda text: json.dumps(text.replace("\n二、", "\n\f二、")),
    "numbers before tabs": by_line("{}\t{}"),
    "numbers with gaps": lambda text: "\n".join(
        f"{7 * number}\t{line}" for number, line in enumerate(text.split("\n"), 1)
    ),
    "numbers before points": by_line("{}. {}"),
    "numbers before blanks": by_line("{} {}"),
    "numbers before colons": by_line("{}: {}"),
    "numbers on the right": by_line("{:6}  {}"),
    "a quotation": by_line("> {1}"),
    "a comment": by_line("# {1}"),
    "blanks of HTML": lambda text: escape(text).replace(" ", "&nbsp;"),
}
LAYOUTS = [one for one in RENDERINGS if one.name in ("tabs", "markdown", "stacked", "columns")]


def seen(report: AnnualReport) -> object:
    cells = {(c.table, c.row, c.column): (c.kind, c.value, c.origin) for c in report.cells}
    return cells, report.title, [section.key for section in report.sections]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("carry", CARRIERS.values(), ids=list(CARRIERS))
def test_a_text_is_read_however_it_is_carried(layout: Rendering, form: Form, carry: Carry) -> None:
    text = render(make_report(form, 5, "mixed"), layout, PLAIN)
    assert seen(parse(carry(text))) == seen(parse(text))


def test_numbers_that_are_figures_are_no_prefixes() -> None:
    """Some lines begin with a number that counts on, but not all."""
    lines = ["二、主动公开政府信息情况", "信息内容", "本年处理决定数量"]
    lines += ["行政许可", "1", "行政处罚", "2", "行政强制", "3"]
    report = parse("\n".join(lines))
    assert report.text == "\n".join(lines)
    assert report.proactive is not None
    assert report.proactive.coercive_measures.decisions == 3


@pytest.mark.parametrize("printed", [repr, partial(json.dumps, ensure_ascii=False)])
def test_what_is_escaped_in_the_cells_of_lists_ends_no_row(
    printed: Callable[[object], str],
) -> None:
    """So programs print the tables of a page, the last of them on one line each."""
    rows = [
        ["信息内容", "本年处理\n决定数量"],
        ["行政\n许可", "3"],
        ["行政\n处罚", "5"],
        ["行政\n强制", "0"],
    ]
    report = parse(f"第1页\n{printed(rows)}")
    assert report.proactive is not None
    assert report.proactive.licensing.decisions == 3
    assert report.proactive.coercive_measures.decisions == 0
