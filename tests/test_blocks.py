"""Blocks of one section in layouts of their own: each is read by itself, and none wrongly."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

import pytest

from generate.render import RENDERINGS, render
from generate.reports import MadeReport, make_report
from generate.styles import PLAIN
from gov_disclosure import Kind, parse
from gov_disclosure.declare import Form

Block = Sequence[Sequence[str]]

SEEDS = range(20)
CAPTION = "第二十条"
NEXT_SECTION = "三、收到"


def between(sign: str) -> Callable[[Block], str]:
    return lambda block: "\n".join(sign.join(row) for row in block)


def between_borders(block: Block) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in block)


def filled(block: Block) -> Block:
    return [[cell for cell in row if cell] for row in block]


LAYOUTS: Mapping[str, Callable[[Block], str]] = {
    "pipes": between(" | "),
    "markdown": between_borders,
    "tabs": between("\t"),
    "stacked": lambda block: between("\n")(filled(block)),
    "spaced": lambda block: between(" ")(filled(block)),
}
PROSE = ("全年共办理行政许可1203件，网上办理率98%。\n", "本机关按要求公开。\n", "")


def printed(report: MadeReport, chance: Random, prose: Sequence[str]) -> str:
    """A report of which each block of 主动公开 is in a layout by chance, perhaps below prose."""
    (tabs,) = (one for one in RENDERINGS if one.name == "tabs")
    above, *blocks = render(report, tabs, PLAIN).split(f"\n{CAPTION}")
    *blocks, rest = [*blocks[:-1], *blocks[-1].split(f"\n{NEXT_SECTION}")]
    drawn = [
        chance.choice(prose) + LAYOUTS[chance.choice(list(LAYOUTS))](rows)
        for rows in ([line.split("\t") for line in f"{CAPTION}{b}".split("\n")] for b in blocks)
    ]
    return "\n".join((above, *drawn, NEXT_SECTION + rest))


@pytest.mark.parametrize("prose", [("",), PROSE], ids=["alone", "below prose"])
@pytest.mark.parametrize("manner", ["zeros", "mixed"])
@pytest.mark.parametrize("form", [Form.F2019, Form.F2021])
def test_blocks_in_layouts_of_their_own_are_read(
    form: Form, manner: str, prose: Sequence[str]
) -> None:
    told = due = 0
    for seed in SEEDS:
        made = make_report(form, seed, manner)
        text = printed(made, Random(seed), prose)
        for cell in parse(text).cells:
            if cell.table == "proactive":
                expected = made.expected((cell.table, cell.row, cell.column))
                if cell.kind not in {Kind.MISSING, Kind.TEXT}:
                    assert (cell.kind, cell.value) == (expected.kind, expected.value), text
                    told += 1
                due += 1
    assert told >= (0.85 if manner == "zeros" else 0.6) * due
