"""What the tag and the attributes of an element say about its style, as browsers read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .declared import Declared

_FRAMES = ("canvas", "embed", "iframe", "img", "object", "svg", "video")
_PROPERTIES: Mapping[str, str] = {
    "bgcolor": "background-color",
    "color": "color",
    "dir": "direction",
}
"""The properties that attributes of any element stand for."""

_NAMES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_FRAMES, frozenset({"height", "width"})),
    "svg": frozenset({"display", "height", "opacity", "visibility", "width"}),
}
"""The attributes of elements with a size that are properties."""


def hints_of(tag: str, attributes: Mapping[str, str]) -> Iterator[Declared]:
    """Yield what an element declares by other means than a style; any style counts before that.

    >>> [(one.name, one.value) for one in hints_of("td", {"hidden": "", "bgcolor": "red"})]
    [('display', 'none'), ('background-color', 'red')]
    """
    if tag == "dialog" and "open" not in attributes:
        yield Declared("display", "none")
    if tag == "bdo":
        yield Declared("unicode-bidi", "bidi-override")
    for name, said in attributes.items():
        if name == "hidden":
            yield Declared("display", "none")
        elif name == "background":
            yield Declared("background-image", f"url({said})")
        elif name in _PROPERTIES or name in _NAMES.get(tag, ()):
            yield Declared(_PROPERTIES.get(name, name), said)
