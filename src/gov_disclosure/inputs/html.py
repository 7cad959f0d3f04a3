"""Draw web pages as text, for :func:`gov_disclosure.parse`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from xml.etree.ElementTree import Element

from .changed import BY_TAG
from .drawing import UNREADABLE, Shown, one_line, struck
from .elements import AROUND_PAGE, BLOCKS, CELLS, CLOSABLE, CLOSED, DRAWN, DROPPED, KEEPING_LINES
from .faults import missing
from .filled import Scripts, has_directive, pictures_behind
from .hidden import is_closed, is_hidden, without_closed
from .looks import Looks
from .markup import ends_in_row, is_markup, looks_like_html
from .page_tree import tell
from .pictured import UNSEEN_IN_DRAWINGS, is_seen, said_instead, typed_in
from .roles import shown_as
from .spanning import Cell, Flow, Table

_GROUP = (Table.begin_group, Table.begin_group)
_ROWS = {
    "tr": (Table.begin_row, Table.end_row),
    "row": (Table.begin_row, Table.end_row),
    "thead": _GROUP,
    "tbody": _GROUP,
    "tfoot": (Table.begin_foot, Table.begin_group),
}
"""What the start and the end of an element do to the table around it."""

_Build = Callable[[str], Element]
"""A function that makes the tree of a page of its source."""

_LINE_END = re.compile(r"\r\n?|\n")
_LEADING_DIGITS = re.compile(r"\s*\+?(\d{1,9})", re.ASCII)
_MOST_ACROSS = 1000
_AFTER_LAST_CELL = "|< "
"""Signs drawn for cells that are missing, and the beginning of a tag."""


def text_of_html(source: str) -> str:
    """Return the text of a page: each block on its lines, each table as rows between pipes.

    A merged cell stands in its first position; the other positions that it covers are empty.  What
    a page hides is left out, and tables that only lay it out are drawn as lines.  A cell without
    text has the words of its picture, or a mark.  The title of the page stands first, unless the
    page begins with it.  Lines of a text that merely has some tags in it stay as they are.

    >>> print(text_of_html("<p>a<table><tr><th rowspan=2>b<td>1<tr><td>2</table>"))
    a
    | b | 1 |
    |  | 2 |

    Raises:
        ImportError: if lxml or cssselect2 is not installed.
    """
    try:
        from lxml import etree

        from .styled import styled_page
    except ImportError as error:
        raise missing(error.name or "lxml", "html") from error
    text = _drawn(source, partial(styled_page, parse=etree.HTMLParser))
    text = text.rstrip(_AFTER_LAST_CELL) if ends_in_row(source) else text
    return text.replace("<", "＜") if looks_like_html(text) else text


def _drawn(source: str, build: _Build, *, is_framed: bool = False) -> str:
    """Draw a page; one within a frame has no title of its own."""
    tree = build(source)
    page = _Page(source, Scripts.of(tree), None if is_framed else build)
    tell(tree, page)
    page.end_page()
    is_named = page.name and not page.name.startswith(tuple(filter(None, page.lines)))
    return "\n".join([page.name, *page.lines] if is_named and not is_framed else page.lines)


class _Page:
    """Builds up the text of a page as it is told the elements in it."""

    def __init__(self, source: str, scripts: Scripts, build_frames: _Build | None) -> None:
        self._build_frames = build_frames
        self._scripts = scripts
        self._is_markup = is_markup(source)
        self._page = Flow(keeps_blanks=not self._is_markup)
        self._tables: list[Table] = []
        self._cells: list[Cell] = []
        self._pictures: list[Flow] = []
        self._open_on_page = 0
        self._dropped = 0
        self._looks = Looks()
        self._open: list[str] = []
        self._closed_tables: list[slice] = []
        self._open_keeping_lines = 0
        self._name_pieces: list[str] = []
        self._is_in_head = False
        self._is_naming = False

    @property
    def name(self) -> str:
        """The title of the page, "" if it has none."""
        return one_line("".join(self._name_pieces))

    @property
    def lines(self) -> list[str]:
        """The lines that the page shows."""
        return without_closed(self._page.lines, self._closed_tables)

    @property
    def _flow(self) -> Flow:
        for inner in (self._pictures, self._cells):
            if inner:
                return inner[-1]
        return self._page

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Handle the start of an element."""
        written, tag = tag, shown_as(tag, attributes)
        self._is_in_head = self._is_in_head or tag == "head"
        self._is_naming = tag == "title" and self._is_in_head and self._dropped == 1
        if self._dropped or self._is_hidden(tag, attributes):
            self._dropped += 1
            return
        if self._cells:
            self._keep_picture(written, attributes)
            tag = CLOSED if tag in CLOSABLE and is_closed(attributes) else tag
        if self._is_dropped(tag):
            self._dropped += 1
            self._draw_frame(attributes.get("srcdoc") if tag == "iframe" else None)
            return
        self._separate(tag)
        self._count(tag, 1)
        self._open.append(tag)
        self._looks.begin(len(self._open), tag, attributes, in_cell=bool(self._cells))
        if tag == "table":
            self._tables.append(Table())
        elif tag in CELLS:
            self._begin_cell(attributes)
        elif tag == CLOSED:
            self._cells.append(Cell(1, 1, in_table=False))
        elif self._cells and tag == "input":
            self._flow.say(typed_in(attributes))
        elif self._tables and tag in _ROWS:
            _ROWS[tag][0](self._tables[-1])
        if self._cells:
            self._note_filling(attributes)

    def end(self, tag: str) -> None:
        """Handle the end of an element."""
        self._is_naming = False
        self._is_in_head = self._is_in_head and tag != "head"
        if self._dropped:
            self._dropped -= 1
            return
        tag = self._open[-1]
        self._separate(tag)
        self._count(tag, -1)
        if tag == "svg" and self._pictures:
            self._end_picture()
        elif tag == "table":
            self._end_table()
        elif tag in CELLS:
            self._end_cell()
        elif tag == CLOSED:
            self._end_closed()
        elif self._tables and tag in _ROWS:
            _ROWS[tag][1](self._tables[-1])
        self._looks.end(len(self._open))
        self._open.pop()

    def data(self, text: str) -> None:
        """Handle the text between tags."""
        if self._is_naming:
            self._name_pieces.append(text)
        if self._dropped:
            return
        keeps = self._keeps_lines(text)
        said = _LINE_END.split(text) if keeps else [text]
        *lines, last = map(self._looks.of, said)
        for line in lines:
            self._flow.say(line)
            self._flow.keep_line()
        self._flow.say(last, keeps_blanks=keeps)

    def end_page(self) -> None:
        """Handle the end of the page."""
        self._page.end_line()

    def _is_hidden(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether an element of the page, or of a drawing, is not shown."""
        return not is_seen(attributes) if self._pictures else is_hidden(tag, attributes)

    def _is_dropped(self, tag: str) -> bool:
        """Whether an element is no part of the page; a select field is part of its cell."""
        if self._pictures:
            return tag in DROPPED - DRAWN or tag in UNSEEN_IN_DRAWINGS
        return tag in DROPPED and not (self._cells and tag == "select")

    def _keep_picture(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keep what stands for a picture in a cell: the words of a drawing, or a mark."""
        if tag == "svg" and is_seen(attributes):
            self._pictures.append(Flow())
        else:
            self._flow.say_instead(said_instead(tag, attributes))

    def _draw_frame(self, source: str | None) -> None:
        """Draw the page that a frame holds in an attribute."""
        if source and self._build_frames:
            self._flow.end_line()
            shown = _drawn(source, self._build_frames, is_framed=True)
            self._flow.lines += shown.split("\n") if shown else ()

    def _end_picture(self) -> None:
        drawn = self._pictures.pop()
        drawn.end_line()
        self._flow.say_instead(" ".join(drawn.lines) or said_instead("svg", {}))

    def _note_filling(self, attributes: Mapping[str, str]) -> None:
        """Note signs that a script or a style fills the cell, or an element in it."""
        if has_directive(attributes):
            self._flow.say_instead(UNREADABLE)
        signs = self._cells[-1].filling
        signs.update(self._scripts.named(attributes))
        signs.update(pictures_behind(attributes))

    def _keeps_lines(self, text: str) -> bool:
        """Whether line ends in the source are kept: in ``<pre>``, and in text that is no page."""
        if self._cells or self._tables:
            return self._open_keeping_lines > 0
        is_loose = self._open_on_page == 0 and not text.isspace()
        return self._open_keeping_lines > 0 or is_loose or not self._is_markup

    def _separate(self, tag: str) -> None:
        """Separate the text before a tag from the text behind it."""
        if tag in BLOCKS or (self._pictures and tag == "text"):
            self._flow.end_line()
        elif BY_TAG.get(tag) is struck:
            self._flow.say(" ")

    def _count(self, tag: str, one: int) -> None:
        """Count one more, or one less, open element with a tag."""
        self._open_on_page += one * (tag not in AROUND_PAGE)
        self._open_keeping_lines += one * (tag in KEEPING_LINES)

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        down = _leading_number(attributes.get("rowspan", attributes.get("aria-rowspan")))
        wide = attributes.get("colspan", attributes.get("aria-colspan"))
        across = min(_leading_number(wide) or 1, _MOST_ACROSS)
        cell = Cell(down, across, in_table=bool(self._tables))
        if self._tables:
            self._tables[-1].add(cell)
        self._cells.append(cell)

    def _end_table(self) -> None:
        begin = len(self._page.lines)
        self._flow.add(self._tables.pop().shown())
        if self._looks.are_closed and self._flow is self._page:
            self._closed_tables.append(slice(begin, len(self._page.lines)))

    def _end_cell(self) -> None:
        cell = self._cells.pop()
        if not cell.in_table:
            self._flow.add(cell.shown())

    def _end_closed(self) -> None:
        """Leave out one hidden line of a cell, such as a hint; more may be a panel that opens."""
        shown = self._cells.pop().shown()
        is_panel = shown.cells > 0 or len(shown.lines) > 1
        self._flow.add(shown if is_panel else Shown(instead=UNREADABLE))


def _leading_number(said: str | None) -> int:
    """Return the number of rows or columns in an attribute; browsers read its leading digits."""
    found = _LEADING_DIGITS.match(said) if said else None
    return int(found[1]) if found else 1
