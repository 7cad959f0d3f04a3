"""Tell what stands in the tree of a page, element by element."""

from __future__ import annotations

from typing import Protocol
from xml.etree.ElementTree import Element


class Reader(Protocol):
    """Something that is told the elements of a page and the text between their tags."""

    def start(self, element: Element) -> bool:
        """Take note that an element begins; return whether to be told what stands in it."""

    def end(self, element: Element) -> None:
        """Take note that such an element ends."""

    def data(self, text: str) -> None:
        """Take note of text."""


def tell(page: Element, reader: Reader) -> None:
    """Tell a reader what stands in a page, in its order, without recursion."""
    reader.data(page.text or "")
    opened = [(page, iter(page))]
    while opened:
        element, children = opened[-1]
        child = next(children, None)
        if child is not None:
            if reader.start(child):
                if child.text:
                    reader.data(child.text)
                opened.append((child, iter(child)))
            elif child.tail:
                reader.data(child.tail)
            continue
        opened.pop()
        if opened:
            reader.end(element)
            if element.tail:
                reader.data(element.tail)
