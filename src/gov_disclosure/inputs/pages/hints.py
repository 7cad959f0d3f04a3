"""What the tag and the attributes of an element say about its style, as browsers read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .declared import Declared

_DRAWING = frozenset({"g", "svg", "switch", "symbol", "text", "textpath", "tspan", "use"})
"""Elements of drawings, whose attributes may be any properties."""

_DRAWN = ("display", "opacity", "visibility")
_SIZED = frozenset({"canvas", "embed", "iframe", "img", "object", "svg", "video"})
_SIZES = ("height", "width")
_COLORS = (("color", "color"), ("bgcolor", "background-color"))


STYLED = frozenset({"bdo", "dialog"})
"""Elements that have a style without any attributes."""


def hints_of(tag: str, attributes: Mapping[str, str]) -> Iterator[Declared]:
    """Yield what an element declares by other means than a style; any style counts before that.

    >>> list(hints_of("p", {"hidden": ""}))
    [Declared(name='display', value='none', is_important=False)]
    """
    if "hidden" in attributes or (tag == "dialog" and "open" not in attributes):
        yield Declared("display", "none")
    for name, property_ in _COLORS:
        if name in attributes:
            yield Declared(property_, attributes[name])
    if "background" in attributes:
        yield Declared("background-image", f"url({attributes['background']})")
    if "dir" in attributes:
        yield Declared("direction", attributes["dir"])
    if tag == "bdo":
        yield Declared("unicode-bidi", "bidi-override")
    if tag in _DRAWING:
        yield from (Declared(name, attributes[name]) for name in _DRAWN if name in attributes)
    if tag in _SIZED:
        yield from (Declared(name, attributes[name]) for name in _SIZES if name in attributes)
