"""The texts that are measured: examples, real reports where they are at hand, made-up reports."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import attrs

from gov_disclosure import parse
from gov_disclosure.declare import Form

PROJECT = Path(__file__).resolve().parents[1]
sys.path.append(str(PROJECT / "tests"))

from generate.render import RENDERINGS, render  # noqa: E402
from generate.reports import make_report  # noqa: E402
from generate.styles import PLAIN  # noqa: E402

_FIGURE = re.compile(r"(?<![\d.,])\d+(?:\.\d+)?(?![\d.,、年月日号条次)）〕])")
"""Numbers that are figures of a table, rather than part of a label or a date."""


@attrs.frozen
class Sample:
    """A text and what to call it; ``anew`` gives others like it, with other figures."""

    name: str
    text: str = attrs.field(repr=False)
    anew: Callable[[int], str] = attrs.field(repr=False)


def _multiplied(text: str, turn: int) -> str:
    """A text with its figures multiplied: other numbers, the same sums."""
    return _FIGURE.sub(lambda figure: _product(figure[0], turn + 1), text)


def _product(figure: str, factor: int) -> str:
    return f"{float(figure) * factor:.2f}" if "." in figure else str(int(figure) * factor)


def samples() -> Iterator[Sample]:
    """Every text there is to measure."""
    yield from _files("example", PROJECT / "examples")
    yield from _files("report", _shared() / "reports")
    for manner in ("zeros", "mixed"):
        for form in Form:
            yield made(form, "tabs", manner)
        for layout in RENDERINGS:
            if layout.name != "tabs":
                yield made(Form.F2021, layout.name, manner)


def made(form: Form, layout: str, manner: str = "mixed") -> Sample:
    """A made-up report on a form in a layout; ``manner`` is how zeros are printed in it."""
    (rendering,) = (one for one in RENDERINGS if one.name == layout)

    def printed(seed: int) -> str:
        return render(make_report(form, seed, manner), rendering, PLAIN)

    return Sample(f"{manner} {form.value} {layout}", printed(0), printed)


def _shared() -> Path:
    beside = PROJECT.parent / "shared"
    return Path(os.environ.get("GOV_DISCLOSURE_SHARED", beside))


def _files(kind: str, folder: Path) -> Iterator[Sample]:
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        yield Sample(f"{kind} {path.stem[:24]}", text, partial(_multiplied, text))


def read_everything(text: str) -> object:
    """Parse a text and look at all that a report makes only when it is asked for."""
    report = parse(text)
    tables = report.proactive, report.applications, report.proceedings, report.statistics
    return report.cells, tables, report.sections


Task = Callable[[str], object]
