"""Draw the source of a page: its tree, the style of each element, and the text as it is seen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

import attrs

from ..drawing import one_line, struck
from ..markup import is_markup
from .canvas import Canvas
from .changed import BY_TAG
from .elements import AROUND_PAGE, BLOCKS, CELLS, CLOSABLE, CLOSED, DROPPED, KEEPING_LINES
from .looks import SEEN, Look, is_hidden
from .pictured import said_instead, typed_in
from .roles import shown_as
from .style import PLAIN, Style
from .styled import styles_of
from .telling import tell
from .tree import tree_of

_LINE_END = re.compile(r"\r\n?|\n")


def text_of_page(source: str) -> str:
    """Return the text of a page, beneath its title, unless it begins with that.

    >>> print(text_of_page("<title>a</title><p>b<table><tr><td>c<td hidden>3<td>4</table>"))
    a
    b
    | c | 4 |
    """
    known = _Known.of(source)
    lines = _lines_of(known)
    is_named = known.name and not known.name.startswith(tuple(filter(None, lines)))
    return "\n".join([known.name, *lines] if is_named else lines)


@attrs.frozen
class _Known:
    """What is known of a page before it is drawn; a page within a frame shows no other frames."""

    tree: Element
    styles: Mapping[Element, Style]
    is_markup: bool
    is_framed: bool

    @classmethod
    def of(cls, source: str, *, is_framed: bool = False) -> _Known:
        """Find out what is needed to draw a page."""
        tree = tree_of(source)
        return cls(tree, styles_of(tree), is_markup(source), is_framed)

    @property
    def name(self) -> str:
        """The title of the page, "" if it has none."""
        titles = (title for head in self.tree.iter("head") for title in head.iterfind("title"))
        return one_line("".join(title.text or "" for title in titles))

    def style(self, element: Element) -> Style:
        """Return the style of an element."""
        return self.styles.get(element, PLAIN)


def _lines_of(known: _Known) -> Sequence[str]:
    page = _Page(known)
    tell(known.tree, page)
    return page.canvas.lines()


@attrs.frozen
class _Open:
    """An open element: what it is shown as, and what it passes on to the text in it."""

    tag: str = ""
    look: Look = SEEN
    is_in_page: bool = False
    keeps_lines: bool = False

    def within(self, tag: str, style: Style, *, in_cell: bool) -> _Open:
        """Return an element that begins within this one."""
        return _Open(
            tag,
            self.look.within(tag, style, in_cell=in_cell),
            self.is_in_page or tag not in AROUND_PAGE,
            self.keeps_lines or tag in KEEPING_LINES,
        )


class _Page:
    """Draws a page as it is told the elements in it."""

    def __init__(self, known: _Known) -> None:
        self.canvas = Canvas(keeps_blanks=not known.is_markup)
        self._known = known
        self._open = [_Open()]

    def start(self, element: Element) -> bool:
        """Begin an element; return whether what stands in it is a part of the page."""
        style = self._known.style(element)
        tag = shown_as(element.tag, element.attrib, style)
        if is_hidden(tag, style):
            return False
        if self.canvas.is_in_cell:
            self._keep_picture(element, style)
            tag = CLOSED if tag in CLOSABLE and style.is_closed else tag
        if tag in DROPPED:
            self._draw_frame(element)
            return False
        self._separate(tag)
        self._open.append(self._open[-1].within(tag, style, in_cell=self.canvas.is_in_cell))
        self._begin(tag, element.attrib)
        return True

    def end(self, element: Element) -> None:
        """End an element."""
        ended = self._open[-1]
        self._separate(ended.tag)
        if ended.tag == "table":
            self.canvas.end_table(is_closed=ended.look.is_closed)
        elif ended.tag in CELLS:
            self.canvas.end_cell()
        elif ended.tag == CLOSED:
            self.canvas.end_closed()
        else:
            self.canvas.end_part(ended.tag)
        self._open.pop()

    def data(self, text: str) -> None:
        """Draw the text between tags."""
        keeps = self._keeps_lines(text)
        said = _LINE_END.split(text) if keeps else [text]
        *lines, last = map(self._open[-1].look.of, said)
        for line in lines:
            self.canvas.flow.say(line)
            self.canvas.flow.keep_line()
        self.canvas.flow.say(last, keeps_blanks=keeps)

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin what an element is shown as."""
        if tag == "table":
            self.canvas.begin_table()
        elif tag in CELLS:
            self.canvas.begin_cell(attributes)
        elif tag == CLOSED:
            self.canvas.begin_closed()
        elif tag == "input" and self.canvas.is_in_cell:
            self.canvas.flow.say(self._open[-1].look.of(typed_in(attributes)))
        else:
            self.canvas.begin_part(tag)

    def _keep_picture(self, element: Element, style: Style) -> None:
        """Keep what stands for a picture in a cell, its words or a mark."""
        if not self._open[-1].look.is_left_out:
            self.canvas.flow.say_instead(said_instead(element.tag, element.attrib, style))

    def _draw_frame(self, element: Element) -> None:
        """Draw the page that a frame holds in an attribute."""
        source = element.get("srcdoc") if element.tag == "iframe" else None
        if source and not self._known.is_framed:
            self.canvas.flow.end_line()
            self.canvas.flow.lines += _lines_of(_Known.of(source, is_framed=True))

    def _keeps_lines(self, text: str) -> bool:
        """Whether line ends in the source are kept: in ``<pre>``, and in text that is no page."""
        around = self._open[-1]
        if self.canvas.is_in_table:
            return around.keeps_lines
        is_loose = not (around.is_in_page or text.isspace())
        return around.keeps_lines or is_loose or not self._known.is_markup

    def _separate(self, tag: str) -> None:
        """Separate the text before a tag from the text behind it."""
        if tag in BLOCKS:
            self.canvas.flow.end_line()
        elif BY_TAG.get(tag) is struck:
            self.canvas.flow.say(" ")
