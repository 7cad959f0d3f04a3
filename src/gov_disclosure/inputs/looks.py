"""The looks of the open elements of a page, by which text is changed or not shown at first."""

from __future__ import annotations

from collections.abc import Mapping

from .changed import Change, change, has_ground, is_left_out, restores_size
from .hidden import is_closed


class Looks:
    """The elements that have a look of their own, each with how deep it stands."""

    def __init__(self) -> None:
        self._changes: list[tuple[int, Change]] = []
        self._grounds: list[int] = []
        self._closed: list[int] = []

    @property
    def are_closed(self) -> bool:
        """Whether the page shows what stands here only once a script has opened it."""
        return bool(self._closed)

    def begin(self, depth: int, tag: str, attributes: Mapping[str, str]) -> None:
        """Note the look of an element that begins."""
        if has_ground(attributes):
            self._grounds.append(depth)
        if is_closed(attributes):
            self._closed.append(depth)
        changed = change(tag, attributes, on_ground=bool(self._grounds))
        if changed is None and self._changes and is_left_out(self._changes[-1][1]):
            changed = str if restores_size(attributes) else None
        if changed:
            self._changes.append((depth, changed))

    def end(self, depth: int) -> None:
        """Forget the look of the element that ends."""
        if self._changes and self._changes[-1][0] == depth:
            self._changes.pop()
        for depths in (self._grounds, self._closed):
            if depths and depths[-1] == depth:
                depths.pop()

    def of(self, said: str) -> str:
        """A piece of text as it is seen here."""
        return self._changes[-1][1](said) if self._changes else said
