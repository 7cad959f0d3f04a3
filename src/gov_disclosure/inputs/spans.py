"""Words in brackets with attributes in braces behind them, as Markdown has what a page sets off."""

from __future__ import annotations

import re

from .drawing import struck
from .hidden import is_hidden, is_struck

_SPAN = re.compile(
    r"\[(?P<said>[^\[\]\n]*+)\]\{(?:\s*+(?:[.#][\w-]++|[\w:-]++=\"[^\"\n]*+\"))++\s*+\}"
)
_STYLE = re.compile(r"style=\"([^\"]*)\"")
_CELL = re.compile(r"[^\s|]++(?: [^\s|]++)*+")
_DEEPEST = 4


def without_attributes(text: str) -> str:
    r"""The text with what such words say, and blanks behind a cell for what is left out of it.

    So columns stay where they are.

    >>> said = '[1.]{lang="EN-US"}检查   [3]{.underline}  |'
    >>> without_attributes(said).split()
    ['1.检查', '3', '|']
    >>> len(without_attributes(said)) == len(said)
    True
    """
    return _CELL.sub(_plain, text) if "]{" in text else text


def _plain(cell: re.Match[str]) -> str:
    said = cell[0]
    for _ in range(_DEEPEST):
        if "]{" not in said:
            break
        said = _SPAN.sub(_said, said)
    return said.ljust(len(cell[0]))


def _said(span: re.Match[str]) -> str:
    """What a span shows: nothing if it is hidden, and no figure if it is struck out."""
    styled = _STYLE.search(span[0], span.end("said"))
    attributes = {"style": styled[1]} if styled else {}
    if is_hidden("span", attributes):
        return ""
    return struck(span["said"]) if is_struck(attributes) else span["said"]
