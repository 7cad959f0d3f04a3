"""Replace bracketed spans of Markdown, each with attributes in braces behind it, by their words."""

from __future__ import annotations

import re

from .drawing import struck
from .pages.style import PLAIN, Style

_SPAN = re.compile(
    r"\[(?P<said>[^\[\]\n]*+)\]\{(?:\s*+(?:[.#][\w-]++|[\w:-]++=\"[^\"\n]*+\"))++\s*+\}"
)
_STYLE = re.compile(r"style=\"([^\"]*)\"")
_CELL = re.compile(r"[^\s|]++(?: [^\s|]++)*+")
_DEEPEST_NESTING = 4


def without_attributes(text: str) -> str:
    r"""Replace spans by what they show, with blanks behind a cell so that columns stay in place.

    >>> said = '[1.]{lang="EN-US"}检查   [3]{.underline}  |'
    >>> without_attributes(said).split()
    ['1.检查', '3', '|']
    >>> len(without_attributes(said)) == len(said)
    True
    """
    return _CELL.sub(_without_spans, text)


def _without_spans(cell: re.Match[str]) -> str:
    said = cell[0]
    for _ in range(_DEEPEST_NESTING):
        if "]{" not in said:
            break
        said = _SPAN.sub(_shown, said)
    return said.ljust(len(cell[0]))


def _shown(span: re.Match[str]) -> str:
    """Return what a span shows: "" if it is hidden, its words marked if they are struck out."""
    styled = _STYLE.search(span[0], span.end("said"))
    style = Style.of(styled[1]) if styled else PLAIN
    if style.is_closed or style.is_out_of_sight:
        return ""
    return struck(span["said"]) if style.is_struck else span["said"]
