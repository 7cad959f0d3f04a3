"""Find the characters that a page of a PDF shows, and join them to lines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

import attrs
from pdfplumber.page import Page
from pdfplumber.utils.clustering import cluster_objects
from pdfplumber.utils.text import extract_words

from .drawing import raised, struck

Drawn = dict[str, Any]
"""A character, line, curve, rectangle, picture or annotation, as pdfplumber describes it."""

SAME_LINE = 3
"""How far apart, in points, the words of one line, or two ends of ruled lines, may stand."""

_SAME_PLACE = 0.4
"""How far apart, as a share of its size, a character may be printed again to look bold."""

_LARGEST_SLANT = 0.1
_SMALLEST_RISE = 0.1
_LARGEST_RAISED = 0.8
_THICKEST_LINE = 1.5
"""How thick, in points, a line through text is at most."""

_EDGE = 0.25
"""How far from the edges of a character, as a share of its height, a line strikes it out."""

_NEARLY_WHITE = 0.98
"""How much light white has at least."""

_INKS = 4
"""How many numbers a colour of inks has."""

_OTHER_COLORS = frozenset({"DeviceN", "Indexed", "Lab", "Pattern", "Separation"})
"""Colour spaces in which the numbers of a colour are no light, as in spot colours: 1 is all ink."""

_BACKGROUNDS = ("rect", "curve", "image")


@attrs.frozen
class Line:
    """A line of text on a page, or in a cell of a table there."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """The width of the line, in points."""
        return self.right - self.left


def printed_on(page: Page) -> list[Drawn]:
    """Return the characters that are seen on a page.

    Characters stamped across the page, printed again to look bold, or white on white are left out;
    a digit with a line through it is marked as struck out.
    """
    shown = [char for char in page.chars if not _is_white(char) or _has_background(page, char)]
    return list(_with_struck(_without_repeats(shown), [*page.lines, *page.rects, *page.curves]))


def _without_repeats(chars: Iterable[Drawn]) -> Iterator[Drawn]:
    """Yield the characters that are not slanted, once where one is printed again in its place."""
    printed: dict[str, list[Drawn]] = defaultdict(list)
    for char in chars:
        across, up = char["matrix"][:2]
        slanted = min(abs(across), abs(up)) > _LARGEST_SLANT * max(abs(across), abs(up))
        same = printed[char["text"]]
        if not slanted and not any(_in_one_place(char, other) for other in same):
            same.append(char)
            yield char


def _in_one_place(char: Drawn, other: Drawn) -> bool:
    across, down = abs(char["x0"] - other["x0"]), abs(char["top"] - other["top"])
    return bool(across < _SAME_PLACE * char["width"] and down < _SAME_PLACE * char["height"])


def _is_white(thing: Drawn) -> bool:
    """Whether something has the colour of paper; if its space is unknown, it is no spot colour."""
    color = thing["non_stroking_color"]
    parts = color if isinstance(color, list | tuple) else (color,)
    is_known = parts and all(isinstance(part, int | float) for part in parts)
    if not is_known or thing.get("ncs") in _OTHER_COLORS:
        return False
    dark = max(parts) if len(parts) == _INKS else 1 - min(parts)
    return bool(dark <= 1 - _NEARLY_WHITE)


def _has_background(page: Page, char: Drawn) -> bool:
    """Whether a white character stands on a picture, or on a filled shape that is not white."""
    return any(
        _covers(thing, char) and (kind == "image" or (thing.get("fill") and not _is_white(thing)))
        for kind in _BACKGROUNDS
        for thing in page.objects.get(kind, ())
    )


def _covers(thing: Drawn, char: Drawn) -> bool:
    across, down = _middle_of(char)
    return bool(thing["x0"] <= across <= thing["x1"] and thing["top"] <= down <= thing["bottom"])


def _middle_of(char: Drawn) -> tuple[float, float]:
    return (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2


def _with_struck(chars: Iterable[Drawn], drawn: Iterable[Drawn]) -> Iterator[Drawn]:
    """Yield the characters, with digits that have a line through their middle struck out."""
    flat = [thing for thing in drawn if thing["height"] <= _THICKEST_LINE < thing["width"]]
    flat.sort(key=itemgetter("top"))
    heights = [thing["top"] for thing in flat]
    for char in chars:
        if not char["text"].isdigit():
            yield char
            continue
        margin = _EDGE * char["height"]
        begin = bisect_left(heights, char["top"] + margin)
        end = bisect_right(heights, char["bottom"] - margin)
        across, _ = _middle_of(char)
        is_struck = any(one["x0"] <= across <= one["x1"] for one in flat[begin:end])
        yield {**char, "text": struck(char["text"])} if is_struck else char


def as_printed(char: Drawn, others: Iterable[Drawn]) -> Drawn:
    """Return a character of a cell, with its text raised if it is the mark of a footnote."""
    is_mark = char["text"].isdigit() and any(_is_raised_behind(char, other) for other in others)
    return {**char, "text": raised(char["text"])} if is_mark else char


def _is_raised_behind(char: Drawn, other: Drawn) -> bool:
    """Whether a character follows another directly, is smaller, and stands higher."""
    follows = abs(char["x0"] - other["x1"]) < other["width"]
    on_line = other["top"] < char["bottom"] < other["bottom"] - _SMALLEST_RISE * other["height"]
    return bool(follows and on_line and char["size"] < _LARGEST_RAISED * other["size"])


def lines_of(chars: list[Drawn]) -> list[Line]:
    """Join characters to lines, from top to bottom."""
    words = extract_words(chars)
    return [_line(line) for line in cluster_objects(words, _middle, SAME_LINE)]


def _middle(word: dict[str, Any]) -> float:
    return float(word["top"] + word["bottom"]) / 2


def _line(words: Sequence[dict[str, Any]]) -> Line:
    ordered = sorted(words, key=itemgetter("x0"))
    return Line(
        text=" ".join(word["text"] for word in ordered).replace("~~~~", ""),
        left=ordered[0]["x0"],
        right=max(word["x1"] for word in ordered),
        top=min(word["top"] for word in ordered),
        bottom=max(word["bottom"] for word in ordered),
    )
