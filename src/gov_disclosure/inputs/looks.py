"""The styles of the open elements of a page, which change or hide the text in them."""

from __future__ import annotations

from collections.abc import Mapping

from .changed import Change, change, has_background, undoes
from .hidden import is_closed


class Looks:
    """The open elements with a style of their own, each with its depth in the page."""

    def __init__(self) -> None:
        self._changes: list[tuple[int, Change]] = []
        self._backgrounds: list[int] = []
        self._closed: list[int] = []

    @property
    def are_closed(self) -> bool:
        """Whether an open element is hidden until a script opens it."""
        return bool(self._closed)

    def begin(self, depth: int, tag: str, attributes: Mapping[str, str], *, in_cell: bool) -> None:
        """Note the style of an element that begins."""
        if has_background(attributes):
            self._backgrounds.append(depth)
        if is_closed(attributes):
            self._closed.append(depth)
        on_ground = bool(self._backgrounds)
        changed = change(tag, attributes, on_ground=on_ground, in_cell=in_cell)
        if changed is None and self._changes and undoes(attributes, self._changes[-1][1]):
            changed = str
        if changed:
            self._changes.append((depth, changed))

    def end(self, depth: int) -> None:
        """Forget the style of the element that ends."""
        if self._changes and self._changes[-1][0] == depth:
            self._changes.pop()
        for depths in (self._backgrounds, self._closed):
            if depths and depths[-1] == depth:
                depths.pop()

    def of(self, said: str) -> str:
        """Return a piece of text as it is seen in the open elements."""
        return self._changes[-1][1](said) if self._changes else said
