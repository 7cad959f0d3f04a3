"""Things on a page of a PDF that are no text, though they may show figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .printed import Object

if TYPE_CHECKING:
    from pdfplumber.page import Page

_SMALLEST = 2
"""How wide and high, in points, something must be to show a figure."""

_STRAIGHT = frozenset("mlh")
"""The steps of a path that are not bent."""

_SHOWING = frozenset(
    {"FreeText", "Stamp", "Ink", "Line", "Square", "Circle", "PolyLine", "Polygon"}
)
_HIDDEN = 0b100010
"""The flags of annotations that are not shown."""


def pictures_on(page: Page) -> list[Object]:
    """The pictures and drawings on a page: each may be a figure, or a sign for none."""
    return [thing for thing in (*page.images, *page.curves, *page.lines) if _is_seen(thing)]


def _is_seen(thing: Object) -> bool:
    """Whether something is larger than a rule; what is known of a bent line are its ends."""
    shorter, longer = sorted((thing["width"], thing["height"]))
    is_bent = any(step[0] not in _STRAIGHT for step in thing.get("path", ()))
    return bool((longer if is_bent else shorter) >= _SMALLEST)


def notes_on(page: Page) -> Iterator[Object]:
    """The annotations that show something, and the fields of a form that are filled in."""
    for note in page.annots:
        said = note["data"]
        kind = _name(said.get("Subtype"))
        is_hidden = int(said.get("F") or 0) & _HIDDEN
        if not is_hidden and (kind in _SHOWING or (kind == "Widget" and _value(said))):
            yield note


def _value(field: dict[str, Any]) -> Any:
    parent = field.get("Parent")
    own = field.get("V")
    return parent if own is None else own


def _name(said: Any) -> str:
    return str(getattr(said, "name", said))
