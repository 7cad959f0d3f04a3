"""Reports with lines and characters lost, doubled, moved or put in: never an error."""

from collections.abc import Callable, Mapping
from random import Random

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from generate.render import RENDERINGS, Rendering, render
from generate.reports import MANNERS, make_report
from generate.styles import PLAIN, random_style
from gov_disclosure import Form, from_json, parse, parse_all, to_json

Edit = Callable[[list[str], Random], None]
"""Something done to the lines of a text."""

STRAY = (
    "3",
    "- 3 -",
    "第 3 页",
    "\f",
    "",
    "1 2 3 4 5 6 7",
    "00",
    "99999999999999999999",
    "无",
    "|",
)
SEPARATORS = ("|", "\t", "  ", "\n", "：", " ", ",", "；", '"')


def lose(lines: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines))
    del lines[at : at + chance.randint(1, 3)]


def double(lines: list[str], chance: Random) -> None:
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(lines))


def move(lines: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines))
    some = lines[at : at + chance.randint(1, 20)]
    del lines[at : at + len(some)]
    to = chance.randrange(len(lines) + 1)
    lines[to:to] = some


def put_in(lines: list[str], chance: Random) -> None:
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(STRAY))


def cut(lines: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = lines[at][: chance.randint(0, len(lines[at]))]


def split(lines: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines))
    to = chance.randint(0, len(lines[at]))
    lines[at : at + 1] = [lines[at][:to], lines[at][to:]]


def join(lines: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines))
    lines[at : at + 2] = [chance.choice(("", " ", "|", "\t")).join(lines[at : at + 2])]


def replace(lines: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines))
    to = chance.randint(0, len(lines[at]))
    behind = lines[at][to + chance.randint(0, 2) :]
    lines[at] = lines[at][:to] + chance.choice((*STRAY, *SEPARATORS)) + behind


def part_otherwise(lines: list[str], chance: Random) -> None:
    one, other = chance.sample(SEPARATORS, 2)
    lines[:] = "\n".join(lines).replace(one, other).split("\n")


EDITS: tuple[Edit, ...] = (
    *(lose, double, move, put_in, cut, split, join, replace),
    part_otherwise,
)


def damaged(text: str, chance: Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.randint(1, 8)):
        chance.choice(EDITS)(lines, chance)
        lines = lines or [""]
    return "\n".join(lines)


@given(
    layout=st.sampled_from(RENDERINGS),
    form=st.sampled_from(Form),
    manner=st.sampled_from(list(MANNERS)),
    seed=st.integers(0, 10**6),
)
def test_whatever_is_done_to_a_report_gives_one(
    layout: Rendering, form: Form, manner: str, seed: int
) -> None:
    chance = Random(seed)
    style = chance.choice((PLAIN, random_style(layout.breaks, chance)))
    text = damaged(render(make_report(form, seed, manner), layout, style), chance)
    note(text)
    report = parse(text)
    assert from_json(to_json(report)) == report
    assert all(report.text[c.span.start : c.span.end] == c.raw for c in report.cells if c.span)
    assert isinstance(report.check(), tuple)
    assert parse_all(text)


FOUND: Mapping[str, str] = {
    "a row that two tables have, below one that has it not": "\n".join(
        (
            "信息内容\t本年收费金额(单位:万元)\t\t",
            "行政事业性收费\t578.14\t\t",
            "\t(五)不予处理\t1.信访举报投诉类申请\t0\t无\t6\t9\t195\t3\t213",
            "行政处罚\t6\t\t",
        )
    ),
    "digits above a line that begins with a unit": "本年处理决定数量 |\n00\n件 行政许可",
    "columns of another table above a row": "\t".join(
        ("上年项目数量", "本增／减", "上年项目数量", "其他（）部分公开")
    ),
    "a wide gap in a long line of which no cell is one": "打印   来源：本站,"
    + ",".join(f'"{cell}"' for cell in ("信息内容", "本年新制作数量", "规章", "6", *["甲乙"] * 70)),
}
"""What was once an error."""


@pytest.mark.parametrize("text", FOUND.values(), ids=list(FOUND))
def test_what_was_once_an_error_is_read(text: str) -> None:
    assert parse(text).text == text
