"""What elements of a page, and their styles, make of the text in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from .drawing import lowered, raised, struck
from .figures import has_words
from .hidden import INLINE, is_struck

Change = Callable[[str], str]
"""What is done to a piece of text."""

_HEIGHT = re.compile(r"vertical-align\s*:\s*(super|sub|-?\d*\.?\d+)", re.IGNORECASE)
_MOVED = re.compile(r"position\s*:\s*(?:absolute|fixed)", re.IGNORECASE)
_SHIFTED = re.compile(r"position\s*:\s*relative", re.IGNORECASE)
_TO = re.compile(r"(?:\A|;)\s*(?:top|bottom)\s*:\s*-?\d*\.?\d*[1-9]", re.IGNORECASE)
_WHITE = re.compile(
    r"(?:\A|;)\s*color\s*:\s*(?:white|#fff(?:fff)?\b|rgba?\(\s*255\s*,\s*255\s*,\s*255\b)",
    re.IGNORECASE,
)
_SIZE = re.compile(r"font-size\s*:\s*([\d.]*)", re.IGNORECASE)
_WHITE_FONTS = frozenset({"white", "#fff", "#ffffff"})


def _parted_number(said: str) -> str:
    """Small digits beside a figure: they mark a footnote, and are no part of it."""
    return f" {said} " if said.strip().isdigit() else said


BY_TAG: Mapping[str, Change] = {
    "sup": raised,
    "sub": lowered,
    "del": struck,
    "s": struck,
    "strike": struck,
    "small": _parted_number,
}
"""Elements that change what is said in them."""


def change(tag: str, attributes: Mapping[str, str], *, on_ground: bool) -> Change | None:
    """What an element does to the text in it; ``on_ground`` says that it is on a coloured ground.

    >>> change("span", {"style": "vertical-align: super"}, on_ground=False)("1")
    '¹'
    """
    if is_struck(attributes):
        return struck
    if tag == "bdo" and attributes.get("dir", "").lower() == "rtl":
        return _reversed
    if tag in INLINE and (changed := _by_style(attributes, on_ground=on_ground)):
        return changed
    return BY_TAG.get(tag)


def _by_style(attributes: Mapping[str, str], *, on_ground: bool) -> Change | None:
    """What the style of words does to them."""
    style = attributes.get("style", "")
    if not on_ground and (_WHITE.search(style) or _is_white_font(attributes)):
        return _struck_figures
    if aligned := _HEIGHT.search(style):
        return _at_height(aligned[1].lower())
    if _MOVED.search(style) or (_SHIFTED.search(style) and _TO.search(style)):
        return _parted
    return _left_out if _has_no_size(style) else None


def restores_size(attributes: Mapping[str, str]) -> bool:
    """Whether an element has a size of its own, within another that has none."""
    size = _SIZE.search(attributes.get("style", ""))
    return size is not None and bool(size[1].strip("0."))


def is_left_out(changed: Change) -> bool:
    """Whether a change leaves nothing of a text."""
    return changed is _left_out


def has_ground(attributes: Mapping[str, str]) -> bool:
    """Whether an element has a ground of its own, on which white may be seen."""
    return "bgcolor" in attributes or "background" in attributes.get("style", "")


def _at_height(aligned: str) -> Change | None:
    if aligned in {"super", "sub"}:
        return raised if aligned == "super" else lowered
    height = float(aligned)
    return raised if height > 0 else lowered if height < 0 else None


def _has_no_size(style: str) -> bool:
    size = _SIZE.search(style)
    return size is not None and size[1] != "" and not size[1].strip("0.")


def _is_white_font(attributes: Mapping[str, str]) -> bool:
    return attributes.get("color", "").strip().lower() in _WHITE_FONTS


def _struck_figures(said: str) -> str:
    """White text that may not be seen: no figure, though labels may stand on any ground."""
    return said if has_words(said) else struck(said)


def _parted(said: str) -> str:
    """Text that is moved from its place: a figure in it joins none beside it."""
    return f" {said} " if any(map(str.isdigit, said)) else said


def _left_out(_: str) -> str:
    return ""


def _reversed(said: str) -> str:
    return said[::-1]
