"""The properties of styles that decide which text a page shows, and the values they can have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

LIKE_AROUND = frozenset({"inherit", "unset", "revert", "revert-layer"})
"""Values of any property by which an element looks like what is around it."""

INITIAL = "initial"
_WIDE = LIKE_AROUND | {INITIAL}

_UNSIGNED = r"(?:\d++(?:\.\d*+)?|\.\d++)(?:e[-+]?\d++)?"
_UNIT = r"(?:%|px|pt|pc|in|cm|mm|q|r?em|ex|ch|ic|r?lh|[dls]?v(?:w|h|min|max))"
_COMPUTED = r"[a-z-]+\(.*\)"
_SIZE_IN_WORDS = r"(?:x{1,2}-)?(?:small|large)|xxx-large|medium|smaller|larger"

_FREE = (
    "background-clip background-color background-image bottom clip clip-path color content "
    "filter height left margin-left margin-top max-height max-width mso-hide order overflow-x "
    "overflow-y padding-left right scale text-decoration-line text-indent top transform "
    "vertical-align width"
)
"""Properties with values of many kinds, all of which are believed."""

PROPERTIES: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(_FREE.split(), re.compile(r".*", re.DOTALL)),
    "direction": re.compile(r"ltr|rtl"),
    "display": re.compile(
        r"none|contents|(?:-webkit-)?(?:inline-)?box|list-item|(?:inline-)?table"
        r"|table-(?:row|cell|caption|column|(?:row|column|header|footer)-group)|ruby.*"
        r"|(?:block|inline|run-in|flow|flow-root|inline-block|(?:inline-)?(?:flex|grid))"
        r"(?:\s(?:block|inline|flow|flow-root|flex|grid|table|list-item))*"
    ),
    "float": re.compile(r"none|left|right|inline-(?:start|end)"),
    "font-size": re.compile(
        rf"\+?(?:0++(?:\.0*+)?|\.0++|{_UNSIGNED}{_UNIT})|{_SIZE_IN_WORDS}|{_COMPUTED}"
    ),
    "opacity": re.compile(rf"[-+]?{_UNSIGNED}%?|{_COMPUTED}"),
    "position": re.compile(r"static|relative|absolute|fixed|(?:-webkit-)?sticky"),
    "unicode-bidi": re.compile(r"normal|embed|plaintext|isolate|(?:bidi|isolate)-override"),
    "visibility": re.compile(r"visible|hidden|collapse"),
}
"""The properties that decide which text a page shows, each with the values that it can have."""

_OTHER_NAMES = {
    "-webkit-background-clip": "background-clip",
    "-webkit-clip-path": "clip-path",
    "-webkit-text-fill-color": "color",
    "-webkit-transform": "transform",
}
"""Names by which browsers know some of these properties too."""

_AS_WRITTEN = frozenset({"background", "background-image", "content"})
"""Properties whose values have names of files or words in them."""

_SIZE_IN_FONT = re.compile(
    rf"(?:(?:[a-z-]+|[1-9]\d*)\s){{0,4}}?(0|[\d.]++(?:%|[a-z]++)|{_SIZE_IN_WORDS})(?=[\s/])"
)
"""The size of a font, behind words and numbers for its slope and its weight."""


def usual_name(name: str) -> str:
    """Return the usual name of a property or a variable, "" if it does not decide what is shown.

    >>> usual_name("Color"), usual_name("-webkit-clip-path"), usual_name("cursor")
    ('color', 'clip-path', '')
    """
    if name.startswith("--"):
        return name
    usual = _OTHER_NAMES.get(name.lower(), name.lower())
    return usual if usual in PROPERTIES or usual in _SHORTHANDS else ""


def longhands(name: str, said: str) -> Iterator[tuple[str, str]]:
    """Yield the single properties that a declaration is about, with their values.

    >>> list(longhands("overflow", "Hidden")), list(longhands("font", "bold 12px/1 a"))
    ([('overflow-x', 'hidden'), ('overflow-y', 'hidden')], [('font-size', '12px')])
    """
    value = said if name in _AS_WRITTEN else " ".join(said.lower().split())
    names, parts = _SHORTHANDS.get(name, ((name,), _whole))
    if value in _WIDE:
        yield from ((each, value) for each in names)
    else:
        yield from zip(names, parts(value), strict=False)


def _nothing(_: str) -> Sequence[str]:
    """Return no values, for what declares none but those that all properties have."""
    return ()


def _whole(value: str) -> Sequence[str]:
    """Repeat a value for each of some properties, as each finds in it what it asks for."""
    return [value] * 3


def _size_of_font(value: str) -> Sequence[str]:
    """Return the size in the description of a font, nothing if it has none."""
    size = _SIZE_IN_FONT.match(value)
    return size.groups() if size else ()


def _both(value: str) -> Sequence[str]:
    """Return the values for two directions; one may stand for both."""
    across, *down = value.split() or [""]
    return across, *(down or [across])


def _sides(value: str) -> Sequence[str]:
    """Return the values for top, right, bottom and left, of which the last may be left out."""
    said = dict(enumerate(value.split()))
    top = said.get(0, "0")
    right = said.get(1, top)
    return top, right, said.get(2, top), said.get(3, right)


_SHORTHANDS: Mapping[str, tuple[Sequence[str], Callable[[str], Sequence[str]]]] = {
    "all": (tuple(PROPERTIES), _nothing),
    "background": (("background-color", "background-image", "background-clip"), _whole),
    "font": (("font-size",), _size_of_font),
    "inset": (("top", "right", "bottom", "left"), _sides),
    "margin": (("margin-top", "margin-right", "margin-bottom", "margin-left"), _sides),
    "padding": (("padding-top", "padding-right", "padding-bottom", "padding-left"), _sides),
    "overflow": (("overflow-x", "overflow-y"), _both),
    "text-decoration": (("text-decoration-line",), _whole),
}
"""The properties that others stand for, and how these divide a value among them."""
