"""Changes that elements of a page and their styles make to the text in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from .drawing import lowered, raised, struck
from .figures import has_words
from .hidden import INLINE, is_struck

Change = Callable[[str], str]
"""A function from a piece of text to how it is shown."""

_VERTICAL_ALIGN = re.compile(r"vertical-align\s*:\s*(super|sub|-?\d*\.?\d+)", re.IGNORECASE)
_ABSOLUTE = re.compile(r"position\s*:\s*(?:absolute|fixed)", re.IGNORECASE)
_RELATIVE = re.compile(r"position\s*:\s*relative", re.IGNORECASE)
_OFFSET = re.compile(r"(?:\A|;)\s*(?:top|bottom)\s*:\s*-?\d*\.?\d*[1-9]", re.IGNORECASE)
_WHITE_COLOR = re.compile(
    r"(?:\A|;)\s*color\s*:\s*(?:white|#fff(?:fff)?\b|rgba?\(\s*255\s*,\s*255\s*,\s*255\b)",
    re.IGNORECASE,
)
_FONT_SIZE = re.compile(r"font-size\s*:\s*([\d.]*)", re.IGNORECASE)
_WHITE_FONTS = frozenset({"white", "#fff", "#ffffff"})


def _with_digits_apart(said: str) -> str:
    """Put blanks around small digits: they mark a footnote and are no part of a figure."""
    return f" {said} " if said.strip().isdigit() else said


BY_TAG: Mapping[str, Change] = {
    "sup": raised,
    "sub": lowered,
    "del": struck,
    "s": struck,
    "strike": struck,
    "small": _with_digits_apart,
}
"""Changes by the tags of the elements that make them."""


def change(tag: str, attributes: Mapping[str, str], *, on_ground: bool) -> Change | None:
    """Return the change that an element makes to its text, if any.

    ``on_ground`` says that the element is on a coloured background, where white text is seen.

    >>> change("span", {"style": "vertical-align: super"}, on_ground=False)("1")
    '¹'
    """
    if is_struck(attributes):
        return struck
    if tag == "bdo" and attributes.get("dir", "").lower() == "rtl":
        return _reversed
    if tag in INLINE and (changed := _change_by_style(attributes, on_ground=on_ground)):
        return changed
    return BY_TAG.get(tag)


def _change_by_style(attributes: Mapping[str, str], *, on_ground: bool) -> Change | None:
    """Return the change that the style of an inline element makes to its text, if any."""
    style = attributes.get("style", "")
    if not on_ground and (_WHITE_COLOR.search(style) or _is_white_font(attributes)):
        return _with_figures_struck
    if aligned := _VERTICAL_ALIGN.search(style):
        return _at_height(aligned[1].lower())
    if _ABSOLUTE.search(style) or (_RELATIVE.search(style) and _OFFSET.search(style)):
        return _with_figures_apart
    return _left_out if _has_font_size_zero(style) else None


def restores_font_size(attributes: Mapping[str, str]) -> bool:
    """Whether an element sets a font size above zero, as within an element of size zero."""
    size = _FONT_SIZE.search(attributes.get("style", ""))
    return size is not None and bool(size[1].strip("0."))


def leaves_text_out(changed: Change) -> bool:
    """Whether a change leaves out the whole text."""
    return changed is _left_out


def has_background(attributes: Mapping[str, str]) -> bool:
    """Whether an element has a background of its own, on which white text may be seen."""
    return "bgcolor" in attributes or "background" in attributes.get("style", "")


def _at_height(aligned: str) -> Change | None:
    if aligned in {"super", "sub"}:
        return raised if aligned == "super" else lowered
    height = float(aligned)
    return raised if height > 0 else lowered if height < 0 else None


def _has_font_size_zero(style: str) -> bool:
    size = _FONT_SIZE.search(style)
    return size is not None and size[1] != "" and not size[1].strip("0.")


def _is_white_font(attributes: Mapping[str, str]) -> bool:
    return attributes.get("color", "").strip().lower() in _WHITE_FONTS


def _with_figures_struck(said: str) -> str:
    """Strike white figures, which may not be seen; labels may stand on any background."""
    return said if has_words(said) else struck(said)


def _with_figures_apart(said: str) -> str:
    """Put blanks around figures that are moved from their place, so that they join no others."""
    return f" {said} " if any(map(str.isdigit, said)) else said


def _left_out(_: str) -> str:
    return ""


def _reversed(said: str) -> str:
    return said[::-1]
