"""Find the properties of text in a Word file, its own and those of its styles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs
from lxml.etree import _Element

from .colors import is_white
from .word_package import W

Look = Mapping[str, str]
"""Properties of text with their values; a property without a value is "on"."""

_PROPERTIES = frozenset(
    {"color", "dstrike", "highlight", "position", "strike", "sz", "vanish", "vertAlign"}
)
_OFF = frozenset({"0", "false", "none", "off"})
_SHADED = tuple(f"{W}{name}" for name in ("rPr", "pPr", "tcPr"))
_PLAIN_FILLS = frozenset({"auto", ""})
_PLAIN_HIGHLIGHTS = frozenset({"none", "white"})
_SIZE = re.compile(r"(\d{1,4}(?:\.\d+)?)(pt)?")


@attrs.frozen
class Styles:
    """The looks of the styles of a file by their names, "" for that of plain paragraphs."""

    looks: Mapping[str, Look]

    @classmethod
    def of(cls, part: _Element | None) -> Styles:
        """Collect the styles that a part of a file declares."""
        styles = {} if part is None else {name: style for style in part for name in _names(style)}
        return cls({name: _look_with_bases(styles, name) for name in styles})

    def look(self, run: _Element, paragraph: _Element) -> Look:
        """Return the look of a run; its own properties override those of its styles."""
        of_paragraph = self.looks.get(setting(paragraph, "pPr", "pStyle") or "", {})
        of_run = self.looks.get(setting(run, "rPr", "rStyle") or "-", {})
        return {**of_paragraph, **of_run, **_own_look(run)}


def _names(style: _Element) -> Iterator[str]:
    yield style.get(f"{W}styleId", "-")
    if style.get(f"{W}default") in {"1", "true", "on"} and style.get(f"{W}type") == "paragraph":
        yield ""


def _look_with_bases(styles: Mapping[str, _Element], name: str) -> Look:
    """Return the look of a style, with that of the styles it is based on."""
    based: list[_Element] = []
    at: str | None = name
    while at is not None and at in styles and styles[at] not in based:
        based.append(styles[at])
        found = styles[at].find(f"{W}basedOn")
        at = None if found is None else found.get(f"{W}val")
    return {key: value for style in reversed(based) for key, value in _own_look(style).items()}


def _own_look(element: _Element) -> Look:
    """Return the properties that an element sets itself."""
    properties = element.find(f"{W}rPr")
    if properties is None:
        return {}
    named = ((str(one.tag).removeprefix(W), one.get(f"{W}val", "on")) for one in properties)
    return {name: value for name, value in named if name in _PROPERTIES}


def is_on(look: Look, name: str) -> bool:
    """Whether a look has a property that is not switched off.

    >>> is_on({"strike": "on"}, "strike"), is_on({"strike": "0"}, "strike"), is_on({}, "strike")
    (True, False, False)
    """
    return look.get(name, "off") not in _OFF


def height(look: Look) -> int:
    """Return how far above its line text stands, in half points."""
    return int(float(look.get("position", "0").removesuffix("pt")))


def size(look: Look) -> float | None:
    """Return the size of text in points, None if it is that of plain text.

    >>> size({"sz": "21"}), size({"sz": "10.5pt"}), size({})
    (10.5, 10.5, None)
    """
    said = _SIZE.fullmatch(look.get("sz", ""))
    return float(said[1]) / (1 if said[2] else 2) if said else None


def is_white_on_paper(look: Look, run: _Element) -> bool:
    """Whether text is white, and neither it nor its paragraph or cell has a coloured background."""
    is_marked = look.get("highlight", "none") not in _PLAIN_HIGHLIGHTS
    if is_marked or not is_white(look.get("color", "")):
        return False
    around = (run, *run.iterancestors(f"{W}p", f"{W}tc"))
    nearby = (ground for one in around for name in _SHADED for ground in one.iterfind(name))
    fills = (shade.get(f"{W}fill", "") for one in nearby for shade in one.iterfind(f"{W}shd"))
    return all(fill in _PLAIN_FILLS or is_white(fill) for fill in fills)


def setting(element: _Element, properties: str, name: str) -> str | None:
    """Return a property of an element, "continue" if it has no value, None if it is not set."""
    found = element.find(f"{W}{properties}/{W}{name}")
    return None if found is None else found.get(f"{W}val", "continue")


def is_set(element: _Element, properties: str, name: str) -> bool:
    """Whether an element has a property that is not switched off."""
    value = setting(element, properties, name)
    return value is not None and value not in _OFF
