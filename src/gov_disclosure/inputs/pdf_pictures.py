"""Find objects on a page of a PDF that are no text, but may show figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pdfplumber.page import Page

from .printed import Drawn

_SMALLEST = 2
"""How wide and high, in points, an object must be to show a figure."""

_STRAIGHT_STEPS = frozenset("mlh")
"""The steps of a path that are not bent."""

_SHOWN_KINDS = frozenset(
    {"FreeText", "Stamp", "Ink", "Line", "Square", "Circle", "PolyLine", "Polygon"}
)
_HIDDEN_FLAGS = 0b100010
"""The flags of annotations that are not shown."""


def pictures_on(page: Page) -> list[Drawn]:
    """Return the pictures and drawings on a page that may be a figure, or a mark for none."""
    return [thing for thing in (*page.images, *page.curves, *page.lines) if _is_large_enough(thing)]


def _is_large_enough(thing: Drawn) -> bool:
    """Whether an object is larger than a rule; only the ends of a bent line are known."""
    shorter, longer = sorted((thing["width"], thing["height"]))
    is_bent = any(step[0] not in _STRAIGHT_STEPS for step in thing.get("path", ()))
    return bool((longer if is_bent else shorter) >= _SMALLEST)


def notes_on(page: Page) -> Iterator[Drawn]:
    """Yield the annotations that are shown, and the form fields that are filled in."""
    for note in page.annots:
        said = note["data"]
        kind = _name_of(said.get("Subtype"))
        is_hidden = int(said.get("F") or 0) & _HIDDEN_FLAGS
        if not is_hidden and (kind in _SHOWN_KINDS or (kind == "Widget" and _value_of_field(said))):
            yield note


def _value_of_field(field: dict[str, Any]) -> Any:
    parent = field.get("Parent")
    own = field.get("V")
    return parent if own is None else own


def _name_of(said: Any) -> str:
    return str(getattr(said, "name", said))
