"""Build the tree of a page."""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder

from lxml import etree

_ABOVE_ALL = "page"
"""The tag of an element above all others, as a broken page may have several roots."""

_IMPLIED = "tbody"
_GROUPS = frozenset({"caption", "col", "colgroup", "tbody", "tfoot", "thead"})
"""The parts of a table that stand beside a group of rows."""


def tree_of(source: str) -> Element:
    """Return the tree of a page, in which each row stands in a group of rows, as in browsers.

    The parser of lxml is only asked what begins and ends: its own trees lose what is nested very
    deep, and what stands behind the end of a page.

    >>> [element.tag for element in tree_of("<table><tr><td>3").iter()]
    ['page', 'html', 'body', 'table', 'tbody', 'tr', 'td']
    """
    parser = etree.HTMLParser(encoding="utf-8", target=_Builder())
    parser.feed(source.encode("utf-8", "replace"))
    tree: Element = parser.close()
    return tree


class _Builder(TreeBuilder):
    """The target of a parser of lxml: builds a tree, adding what browsers add to it."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self.start(_ABOVE_ALL, {})

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        """Begin an element, and before the first row of a table its group."""
        if tag in _GROUPS:
            self._end_implied()
        if tag == "tr" and self._open[-1] == "table":
            super().start(_IMPLIED, {})
            self._open.append("")
        self._open.append(tag)
        return super().start(tag, dict(attributes))

    def end(self, tag: str) -> Element:
        """End an element."""
        self._end_implied()
        self._open.pop()
        return super().end(tag)

    def close(self) -> Element:
        """End the page, and return it."""
        super().end(_ABOVE_ALL)
        return super().close()

    def _end_implied(self) -> None:
        """End a group of rows that no tag began; its name among the open elements is ""."""
        if not self._open[-1]:
            super().end(_IMPLIED)
            self._open.pop()
