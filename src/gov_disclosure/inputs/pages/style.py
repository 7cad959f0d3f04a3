"""What an element of a page is declared to look like, and what that hides."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from ..lengths import points, share
from .cascade import NO_VARIABLES, Values, cascaded
from .declared import declared_in

_LINE_THROUGH = "line-through"
_PLACED = frozenset({"absolute", "fixed", "relative", "sticky", "-webkit-sticky"})
_OUT_OF_LINE = frozenset({"absolute", "fixed"})
_INSETS = ("left", "right", "top", "bottom")
_SIZES = ("width", "height")
_CUT = frozenset({"clip", "hidden"})

_FAR = -75
_OFF_PAGE = -750
"""How far to the left or above, in points, words or blocks are moved that are not to be seen.

Blocks are moved by less to stand in the middle of a page or beside each other.
"""

_WIDE = 75
"""How wide something is, in points, for lengths that are a share of it."""

_NO_ROOM = 0.75
"""How wide or high, in points, something is at most that shows nothing: one pixel."""

_FAINT = 0.1
"""How opaque text is at least that is seen."""

_SCALED_TO_NOTHING = re.compile(r"(?:\A|\bscale[xy3]?d?\(\s*+)(?:0++(?:\.0*+)?|\.0++)(?=[\s,)]|\Z)")
_CLIPPED = re.compile(
    r"rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01]|inset\(\s*(?:[5-9]\d|100)%"
    r"|(?:circle|ellipse)\(\s*0|polygon\((?:\s*+0(?:px|%)?+[\s,]*+)++\)"
)
_FILTERED = re.compile(r"opacity\(\s*+([\d.]++%?)\s*\)")


@attrs.frozen(eq=False)
class Style:
    """The values that count among all that are declared for an element, by their properties."""

    values: Values = attrs.field(factory=dict)

    @classmethod
    def of(cls, source: str) -> Style:
        """Return the style that an attribute describes.

        >>> Style.of("display: none").is_displayed, Style.of("color: red").is_displayed
        (False, True)
        """
        return _style_of(source)

    def get(self, name: str) -> str:
        """Return the value of a property, "" if none is declared."""
        return self.values.get(name, "")

    @property
    def is_displayed(self) -> bool:
        """Whether there is anything of the element on the page."""
        return self.get("display") != "none" and self.get("visibility") != "collapse"

    @property
    def is_invisible(self) -> bool:
        """Whether the element keeps its place, but nothing is seen there."""
        return self.get("visibility") == "hidden"

    @property
    def is_closed(self) -> bool:
        """Whether nothing of the element is seen until a script opens it."""
        return not self.is_displayed or self.is_invisible

    @property
    def is_struck(self) -> bool:
        """Whether words are struck out."""
        return _LINE_THROUGH in self.get("text-decoration-line")

    @property
    def is_out_of_sight(self) -> bool:
        """Whether words are laid out, but transparent, scaled to nothing, moved or cut away."""
        is_away = self._offset <= _FAR
        return is_away or self.opacity <= 0 or self.is_shrunk or self.is_cut_off

    @property
    def is_off_page(self) -> bool:
        """Whether a block is moved so far that it is nowhere on the page."""
        return self._offset <= _OFF_PAGE

    @property
    def is_faint(self) -> bool:
        """Whether words are hardly seen, or only by some programs."""
        return self.opacity < _FAINT or self.get("mso-hide") == "all"

    @property
    def opacity(self) -> float:
        """How opaque the element is; 1 if it is not transparent."""
        filtered = _FILTERED.search(self.get("filter"))
        shares = map(share, (self.get("opacity"), filtered[1] if filtered else ""))
        return min((found for found in shares if found is not None), default=1)

    @property
    def is_shrunk(self) -> bool:
        """Whether the element is scaled to nothing, or clipped to nothing."""
        clip = self.get("clip") if self.get("position") in _OUT_OF_LINE else ""
        shapes = (clip, self.get("clip-path"))
        scales = (self.get("scale"), self.get("transform"))
        return any(map(_CLIPPED.search, shapes)) or any(map(_SCALED_TO_NOTHING.search, scales))

    @property
    def is_cut_off(self) -> bool:
        """Whether words have no room, and what goes beyond it is not seen."""
        is_cut = not _CUT.isdisjoint(map(self.get, ("overflow-x", "overflow-y")))
        return is_cut and not all(map(self._has_room, (*_SIZES, "max-width", "max-height")))

    @property
    def is_placed(self) -> bool:
        """Whether the distances from other places count."""
        return self.get("position") in _PLACED

    @property
    def is_moved(self) -> bool:
        """Whether words are moved out of their place in the line."""
        return (
            self.get("position") in _OUT_OF_LINE
            or self.get("float") not in {"", "none"}
            or self.get("order") not in {"", "0"}
            or self.get("transform") not in {"", "none"}
            or (self.is_placed and any(map(self._length, ("top", "bottom"))))
        )

    @property
    def is_seen(self) -> bool:
        """Whether a picture is seen, and not too small for that."""
        return not self.is_closed and all(map(self._has_room, _SIZES))

    @property
    def _offset(self) -> float:
        """How far text is moved to the left or above, in points; negative if it is."""
        begins = sum(map(self._length, ("margin-left", "padding-left", "text-indent")))
        insets = map(self._length, _INSETS if self.is_placed else ())
        return min(begins, self._length("margin-top"), *insets)

    def _has_room(self, name: str) -> bool:
        """Whether a size leaves room; a share of a height that nothing sets is no limit."""
        said = self.get(name)
        length = points(said, whole=_WIDE)
        is_share_of_height = said.endswith("%") and name.endswith("height")
        return length is None or length > _NO_ROOM or is_share_of_height

    def _length(self, name: str) -> float:
        return points(self.get(name), whole=_WIDE) or 0


PLAIN = Style()
"""The style of an element for which nothing is declared."""


@lru_cache(maxsize=1024)
def _style_of(source: str) -> Style:
    return Style(cascaded(declared_in(source), NO_VARIABLES))
