"""Find elements of a page that show no text of their own: pictures, and what scripts may write."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..drawing import UNREADABLE
from .generated import AFTER, BEFORE
from .style import Style

_PICTURES = frozenset(
    {"applet", "audio", "canvas", "embed", "iframe", "img", "meter", "noscript", "object"}
    | {"picture", "progress", "script", "select", "slot", "svg", "template", "video", BEFORE, AFTER}
)
"""Elements that show something else than their text, perhaps once a script has run."""

_TYPES_OF_PICTURES = frozenset({"color", "image", "password", "range"})
_TYPES_WITHOUT_TEXT = _TYPES_OF_PICTURES | {"checkbox", "file", "hidden", "radio"}
"""The types of input fields that show something else than what is typed in them, or nothing."""

_CUSTOM = re.compile(r"[a-z]\w*(?:-[\w-]+)|(?:asp|xsl|jsp|c):[\w-]+")
"""The tags of elements that a page defines itself, or that a server should have replaced."""

_TAGS_OF_ICONS = frozenset({"em", "span"})
_ICON = re.compile(r"(?:icon|iconfont|fa|glyphicon)(?:-.*)?", re.IGNORECASE)
"""The classes of elements that show a letter of an icon font."""


def said_instead(tag: str, attributes: Mapping[str, str], style: Style) -> str:
    """Return what stands for an element that shows a picture: its alternative text, else a mark.

    >>> said_instead("img", {"alt": "60"}, Style()), said_instead("img", {}, Style())
    ('60', '〔图〕')

    Pictures too small to be seen, which old pages use to keep cells apart, show nothing.

    >>> said_instead("img", {}, Style.of("width: 1px"))
    ''
    """
    is_picture = _is_picture(tag, attributes, style)
    return attributes.get("alt", "").strip() or UNREADABLE if is_picture else ""


def _is_picture(tag: str, attributes: Mapping[str, str], style: Style) -> bool:
    if tag == "input":
        return attributes.get("type", "").lower() in _TYPES_OF_PICTURES
    if tag == "i" and attributes.get("class"):
        return True
    if tag in _TAGS_OF_ICONS:
        return any(map(_ICON.fullmatch, attributes.get("class", "").split()))
    is_other = tag in _PICTURES or _CUSTOM.fullmatch(tag) is not None
    return is_other and style.is_seen


def typed_in(attributes: Mapping[str, str]) -> str:
    """Return what an input field shows, between blanks; "" if it shows no text."""
    is_shown = attributes.get("type", "").lower() not in _TYPES_WITHOUT_TEXT
    return f" {attributes.get('value', '')} " if is_shown else ""
