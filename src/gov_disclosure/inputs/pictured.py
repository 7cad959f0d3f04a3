"""Find what a page shows that is no text: pictures, and what its scripts may write."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .drawing import UNREADABLE

_SHOWN = frozenset(
    {"applet", "audio", "canvas", "embed", "iframe", "img", "meter", "noscript", "object"}
    | {"picture", "progress", "script", "slot", "svg", "template", "video"}
)
"""Elements that show something else than their text, or may, once a script has run."""

UNSEEN_IN_DRAWINGS = frozenset({"defs", "desc", "metadata", "symbol"})
"""Elements of drawings that hold what others show, or tell of them."""

_TYPED_IN = frozenset({"text", "number", "tel"})
"""Fields of a form that show what is typed in them."""

_OWN = re.compile(r"[a-z]\w*(?:-[\w-]+)|(?:asp|xsl|jsp|c):[\w-]+")
"""Elements that a page defines itself, or that a server should have replaced."""

_OF_ICONS = frozenset({"em", "span"})
_ICON = re.compile(r"(?:icon|iconfont|fa|glyphicon)(?:-.*)?", re.IGNORECASE)
"""The classes of elements that show a letter of a font of pictures."""

_SIZES = ("width", "height")
_NO_SIZE = re.compile(r"\s*[01](?:px)?\s*")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def said_instead(tag: str, attributes: Mapping[str, str]) -> str:
    """What stands for an element that shows something: its text if it has any, else a mark.

    >>> said_instead("img", {"alt": "60"}), said_instead("img", {}), said_instead("p", {})
    ('60', '〔图〕', '')

    Pictures too small to be seen, which old pages have to keep cells apart, show nothing.

    >>> said_instead("img", {"width": "1"})
    ''
    """
    return attributes.get("alt", "").strip() or UNREADABLE if _shows(tag, attributes) else ""


def _shows(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag == "input":
        return attributes.get("type", "").lower() == "image"
    if tag == "i" and attributes.get("class"):
        return True
    if tag in _OF_ICONS:
        return any(map(_ICON.fullmatch, attributes.get("class", "").split()))
    return (tag in _SHOWN or _OWN.fullmatch(tag) is not None) and is_seen(attributes)


def is_seen(attributes: Mapping[str, str]) -> bool:
    """Whether an element of a picture, or the picture, is to be seen."""
    return not (
        "hidden" in attributes
        or attributes.get("display") == "none"
        or attributes.get("visibility") == "hidden"
        or _HIDDEN.search(attributes.get("style", ""))
        or any(_NO_SIZE.fullmatch(attributes.get(size, "")) for size in _SIZES)
    )


def typed_in(attributes: Mapping[str, str]) -> str:
    """What a field of a form shows."""
    shown = attributes.get("type", "text").lower() in _TYPED_IN
    return f" {attributes.get('value', '')} " if shown else ""
