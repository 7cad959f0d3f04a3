"""Content that a style sheet puts before or behind the text of an element."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from ..figures import says_figure

BEFORE, AFTER = "::before", "::after"
"""The tags of the elements that stand for such content in the tree of a page."""

_NAMED = re.compile(r"attr\(\s*([\w-]+)\s*\)")
_QUOTED = re.compile(r"([\"'])(.*)\1", re.DOTALL)
_NOTHING = re.compile(r"[\s.]*")


def put_in(element: Element, tag: str, content: str) -> Element | None:
    """Put what a sheet declares as content into an element, and return its own element, if any.

    Only figures are said: words and signs mostly repeat a label or adorn it.
    """
    said = _said(content, element.attrib)
    if said is not None and _NOTHING.fullmatch(said):
        return None
    made = Element(tag)
    if said and says_figure(said) and (any(map(str.isdigit, said)) or _is_empty(element)):
        made.text = said
    if tag == BEFORE:
        made.tail, element.text = element.text, None
        element.insert(0, made)
    else:
        element.append(made)
    return made


def _said(content: str, attributes: Mapping[str, str]) -> str | None:
    """Return the text of a value of ``content``, None if it is something else."""
    if named := _NAMED.fullmatch(content):
        return attributes.get(named[1].lower(), "")
    if quoted := _QUOTED.fullmatch(content):
        return quoted[2]
    return "" if content.lower() in {"", "none", "normal"} else None


def _is_empty(element: Element) -> bool:
    return not "".join(element.itertext()).strip()
