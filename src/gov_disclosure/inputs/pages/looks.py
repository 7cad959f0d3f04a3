"""Whether an element of a page is shown, and how text in it is seen, by all styles around it."""

from __future__ import annotations

from functools import lru_cache

import attrs

from ..colors import is_ground, is_paper, is_transparent, is_white
from ..drawing import lowered, raised, struck
from ..lengths import is_declared_smaller, is_much_smaller, is_unreadable, points, size_of
from .changed import (
    BY_TAG,
    Change,
    backwards,
    left_out,
    with_digits_apart,
    with_figures_apart,
    with_figures_struck,
)
from .elements import CELLS, INLINE, ROWS
from .style import PLAIN, Style

_SMALL = CELLS | ROWS | INLINE
_HIDEABLE = _SMALL | {"p"}
_BACKWARDS = frozenset({"bidi-override", "isolate-override"})
_AT_TOP = frozenset({"text-top", "top"})
_HEIGHTS = {"super": raised, "sub": lowered}


def is_hidden(tag: str, style: Style) -> bool:
    """Whether a row, a cell, a paragraph or words are not shown; a script may show other blocks.

    >>> closed = Style.of("display: none")
    >>> is_hidden("td", closed), is_hidden("div", closed)
    (True, False)
    """
    if style is PLAIN or tag not in _HIDEABLE:
        return False
    return not style.is_displayed or (tag in INLINE and style.is_out_of_sight)


@attrs.frozen(eq=False)
class Look:
    """What elements pass on to the text within them; "" is a colour that is seen anywhere.

    ``hidden`` is what is made of text that is not visible, ``placed`` of text beside its line.
    """

    size: float | None = None
    color: str = ""
    is_on_ground: bool = False
    is_from_right: bool = False
    is_backwards: bool = False
    is_struck: bool = False
    is_faint: bool = False
    is_closed: bool = False
    hidden: Change | None = None
    placed: Change | None = None
    changes: tuple[Change, ...] = attrs.field(init=False, repr=False)

    @changes.default
    def _changes(self) -> tuple[Change, ...]:
        """The changes that together show text as it is seen."""
        if self.is_left_out or self.size == 0 or is_transparent(self.color):
            return (left_out,)
        is_unseen = self.hidden or self.is_faint or is_unreadable(self.size) or self._is_white
        made = (
            backwards if self.is_backwards else None,
            struck if self.is_struck else with_figures_struck if is_unseen else None,
            self.placed,
        )
        return tuple(filter(None, made))

    @property
    def is_left_out(self) -> bool:
        """Whether nothing is seen in a line of text."""
        return self.hidden is left_out

    @property
    def _is_white(self) -> bool:
        return not self.is_on_ground and is_white(self.color)

    def of(self, said: str) -> str:
        """Return a piece of text as it is seen."""
        for change in self.changes:
            said = change(said)
        return said

    def within(self, tag: str, style: Style, *, in_cell: bool) -> Look:
        """Return the look of an element within this one.

        Large blocks outside of cells hide nothing, as scripts open them and fade them in.

        >>> Look().within("b", Style.of("vertical-align: super"), in_cell=False).of("1")
        '¹'
        >>> cell = Look().within("td", Style.of("visibility: hidden"), in_cell=True)
        >>> cell.of("3"), cell.within("b", Style.of("visibility: visible"), in_cell=True).of("3")
        ('~~3~~', '3')
        """
        if style is PLAIN and tag not in BY_TAG:
            return self
        return _within(self, tag, style, in_cell or tag in _SMALL)


SEEN = Look()
"""The look of a page around all its elements."""


@lru_cache(maxsize=4096)
def _within(around: Look, tag: str, style: Style, is_small: bool) -> Look:
    direction = style.get("direction")
    is_from_right = direction == "rtl" if direction else around.is_from_right
    is_override = style.get("unicode-bidi") in _BACKWARDS
    size = size_of(style.get("font-size"), around.size) if style.get("font-size") else around.size
    return Look(
        size=size if is_small or around.size is not None else None,
        color=_color(around, style) if is_small or around.color else "",
        is_on_ground=_is_on_ground(around, style),
        is_from_right=is_from_right,
        is_backwards=around.is_backwards or (tag in INLINE and is_override and is_from_right),
        is_struck=around.is_struck or style.is_struck or BY_TAG.get(tag) is struck,
        is_faint=around.is_faint or (is_small and _is_faint(tag, style)),
        is_closed=around.is_closed or style.is_closed,
        hidden=_hidden(around, tag, style, is_small=is_small),
        placed=_placed(tag, style, around.size, size) or around.placed,
    )


def _color(around: Look, style: Style) -> str:
    """Return the colour of text; a background that is cut to its letters colours them too."""
    if "text" in style.get("background-clip").split():
        return ""
    own = style.get("color")
    return around.color if own in {"", "currentcolor"} else own


def _is_on_ground(around: Look, style: Style) -> bool:
    """Whether the nearest background that is not transparent is one on which white is seen."""
    grounds = [style.get("background-color"), style.get("background-image")]
    if any(map(_is_ground, grounds)):
        return True
    return around.is_on_ground and not any(map(_is_paper, grounds))


def _is_faint(tag: str, style: Style) -> bool:
    """Whether text is hardly seen; cells have room for it in any case."""
    is_cut_off = style.is_cut_off and not (tag in CELLS or tag in ROWS)
    return style.is_faint or style.is_shrunk or style.is_off_page or is_cut_off


def _hidden(around: Look, tag: str, style: Style, *, is_small: bool) -> Change | None:
    """Return what is made of text that is not visible; a script may show a cell, or a block."""
    if style.is_invisible and is_small:
        return left_out if tag in INLINE else with_figures_struck
    return None if style.get("visibility") == "visible" else around.hidden


def _placed(tag: str, style: Style, around: float | None, size: float | None) -> Change | None:
    """Return what is made of words that are not on their line, or much smaller than others."""
    if tag in BY_TAG or tag not in INLINE:
        by_tag = BY_TAG.get(tag)
        return None if by_tag is struck else by_tag
    aligned = style.get("vertical-align")
    if height := _HEIGHTS.get(aligned) or _at_height(points(aligned) or 0):
        return height
    if style.is_moved:
        return with_figures_apart
    is_at_top = aligned in _AT_TOP and style.get("font-size") != ""
    is_smaller = is_declared_smaller(style.get("font-size")) or is_much_smaller(size, around)
    return with_digits_apart if is_at_top or is_smaller else None


def _at_height(above: float) -> Change | None:
    return raised if above > 0 else lowered if above < 0 else None


@lru_cache(maxsize=1024)
def _is_ground(background: str) -> bool:
    return bool(background) and is_ground(background)


@lru_cache(maxsize=1024)
def _is_paper(background: str) -> bool:
    return bool(background) and is_paper(background)
