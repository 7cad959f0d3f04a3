"""Changes that elements of a page and their styles make to the text in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from .colors import is_ground, is_transparent, is_white
from .drawing import lowered, raised, struck
from .elements import CELLS, INLINE, ROWS
from .figures import has_words
from .hidden import is_struck

Change = Callable[[str], str]
"""A function from a piece of text to how it is shown."""

_VERTICAL_ALIGN = re.compile(r"vertical-align\s*:\s*(super|sub|-?\d*\.?\d+)", re.IGNORECASE)
_MOVED = re.compile(
    r"(?:\A|;)\s*(?:position\s*:\s*(?:absolute|fixed)|float\s*:\s*(?:left|right)"
    r"|order\s*:\s*-?\d|transform\s*:\s*(?!none)\w)",
    re.IGNORECASE,
)
_SMALLER = re.compile(
    r"font-size\s*:\s*(?:smaller|x+-small|[1-7]?\d(?:\.\d+)?%|0?\.[0-7]\d*r?em)"
    r"|vertical-align\s*:\s*(?:text-)?top.*font-size|font-size.*vertical-align\s*:\s*(?:text-)?top",
    re.IGNORECASE,
)
"""Styles of words that are moved out of their line, or much smaller than those around them."""

_RELATIVE = re.compile(r"position\s*:\s*relative", re.IGNORECASE)
_OFFSET = re.compile(r"(?:\A|;)\s*(?:top|bottom)\s*:\s*-?\d*\.?\d*[1-9]", re.IGNORECASE)
_COLOR = re.compile(r"(?:\A|;)\s*color\s*:\s*([^;!]*)", re.IGNORECASE)
_BACKGROUND = re.compile(r"(?:\A|;)\s*background(?:-color|-image)?\s*:\s*([^;!]*)", re.IGNORECASE)
_FONT_SIZE = re.compile(r"(?:\A|;)\s*font(?:-size)?\s*:\s*([\d.]*)", re.IGNORECASE)
_FAINT = re.compile(
    r"(?:\A|;)\s*(?:opacity\s*:\s*0?\.0|font-size\s*:\s*[12](?:\.\d+)?p[xt]|mso-hide\s*:\s*all)",
    re.IGNORECASE,
)
"""Styles of words that are hardly seen, or only by some programs."""

_BACKWARDS = re.compile(r"unicode-bidi\s*:\s*(?:bidi|isolate)-override", re.IGNORECASE)
_FROM_RIGHT = re.compile(r"direction\s*:\s*rtl", re.IGNORECASE)
_SMALL = CELLS | ROWS | INLINE
_UNSEEN = re.compile(
    r"(?:\A|;)\s*(?:visibility\s*:\s*hidden|opacity\s*:\s*0*(?:\.0*)?%?\s*(?:;|!|\Z))",
    re.IGNORECASE,
)


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
    "mfrac": _with_digits_apart,
    "msub": _with_digits_apart,
    "msubsup": _with_digits_apart,
    "msup": _with_digits_apart,
    "mover": _with_digits_apart,
    "munder": _with_digits_apart,
    "mroot": _with_digits_apart,
}
"""Changes by the tags of the elements that make them; those with an m are of formulas."""


def change(
    tag: str, attributes: Mapping[str, str], *, on_ground: bool, in_cell: bool
) -> Change | None:
    """Return the change that an element makes to its text, if any.

    ``on_ground`` says that the element is on a coloured background, where white text is seen, and
    ``in_cell`` that it is within a cell, where blocks are as small as words.

    >>> change("span", {"style": "vertical-align: super"}, on_ground=False, in_cell=False)("1")
    '¹'
    """
    style = attributes.get("style", "")
    if is_struck(attributes):
        return struck
    if tag == "bdo" and attributes.get("dir", "").lower() == "rtl":
        return _reversed
    is_small = in_cell or tag in _SMALL
    if is_small and (unseen := _change_by_color(attributes, on_ground=on_ground)):
        return unseen
    if tag in BY_TAG or not (style and is_small):
        return BY_TAG.get(tag)
    return _change_by_style(style) if tag in INLINE else _change_by_block(style)


def _change_by_color(attributes: Mapping[str, str], *, on_ground: bool) -> Change | None:
    """Return the change that a colour makes in which words are not seen."""
    color = _color_of(attributes)
    if color and is_transparent(color):
        return _transparent
    return _with_white_figures_struck if color and not on_ground and is_white(color) else None


@lru_cache(maxsize=1024)
def _change_by_style(style: str) -> Change | None:
    """Return the change that the style of an inline element makes to its text, if any."""
    if _FAINT.search(style):
        return _with_faint_figures_struck
    if _BACKWARDS.search(style) and _FROM_RIGHT.search(style):
        return _reversed
    if aligned := _VERTICAL_ALIGN.search(style):
        return _at_height(aligned[1].lower())
    if _MOVED.search(style) or (_RELATIVE.search(style) and _OFFSET.search(style)):
        return _with_figures_apart
    if _has_font_size_zero(style):
        return _without_size
    return _with_digits_apart if _SMALLER.search(style) else None


@lru_cache(maxsize=1024)
def _change_by_block(style: str) -> Change | None:
    """Return the change that the style of a cell, or of a block within one, makes to its text."""
    if _UNSEEN.search(style) or _FAINT.search(style):
        return _with_faint_figures_struck
    return _without_size if _has_font_size_zero(style) else None


def undoes(attributes: Mapping[str, str], change: Change) -> bool:
    """Whether an element undoes a change by an element around it: by a size or a colour."""
    if change is _without_size:
        size = _FONT_SIZE.search(attributes.get("style", ""))
        return size is not None and bool(size[1].strip("0."))
    return change in {_transparent, _with_white_figures_struck} and bool(_color_of(attributes))


def has_background(attributes: Mapping[str, str]) -> bool:
    """Whether an element has a background of its own, on which white text may be seen."""
    colored = attributes.get("bgcolor")
    return _has_styled_ground(attributes.get("style", "")) or bool(colored and is_ground(colored))


@lru_cache(maxsize=1024)
def _has_styled_ground(style: str) -> bool:
    return any(map(is_ground, _BACKGROUND.findall(style)))


def _color_of(attributes: Mapping[str, str]) -> str:
    """Return the colour that an element gives its text, "" if none."""
    return _styled_color(attributes.get("style", "")) or attributes.get("color", "")


@lru_cache(maxsize=1024)
def _styled_color(style: str) -> str:
    return next(reversed(_COLOR.findall(style)), "")


def _at_height(aligned: str) -> Change | None:
    if aligned in {"super", "sub"}:
        return raised if aligned == "super" else lowered
    height = float(aligned)
    return raised if height > 0 else lowered if height < 0 else None


def _has_font_size_zero(style: str) -> bool:
    size = _FONT_SIZE.search(style)
    return size is not None and size[1] != "" and not size[1].strip("0.")


# Some changes look alike, and are still different functions: what undoes the one does not undo the
# other.


def _with_white_figures_struck(said: str) -> str:
    """Strike white figures, which may not be seen; labels may stand on any background."""
    return said if has_words(said) else struck(said)


def _with_faint_figures_struck(said: str) -> str:
    """Strike figures that are not seen, in whatever colour, or not until a script shows them."""
    return _with_white_figures_struck(said)


def _with_figures_apart(said: str) -> str:
    """Put blanks around figures that are moved from their place, so that they join no others."""
    return f" {said} " if any(map(str.isdigit, said)) else said


def _without_size(_: str) -> str:
    """Leave out words of no size; another size shows words within them."""
    return ""


def _transparent(_: str) -> str:
    """Leave out words without a colour; another colour shows words within them."""
    return ""


def _reversed(said: str) -> str:
    return said[::-1]
