"""Web pages as text, for :func:`gov_disclosure.parse`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from .drawing import lowered, one_line, raised, struck
from .faults import missing
from .hidden import is_closed, is_hidden, is_struck, without_closed
from .pictured import UNSEEN_IN_DRAWINGS, is_seen, said_instead, typed_in
from .roles import shown_as
from .spanning import Cell, Flow, Table

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd"}
    | {"details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"}
    | {"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend"}
    | {"li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody"}
    | {"td", "textarea", "tfoot", "th", "thead", "tr", "ul", "row", "cell", "entry", "para"}
)
_DROPPED = frozenset(
    {"head", "iframe", "noscript", "object", "rp", "rt", "script", "select", "style", "svg"}
    | {"template", "title", "xml"}
)
_DRAWN = frozenset({"svg"})
"""What is no part of the page, but has words where it stands in a cell."""

_GROUP = (Table.begin_group, Table.begin_group)
_ROWS = {
    "tr": (Table.begin_row, Table.end_row),
    "row": (Table.begin_row, Table.end_row),
    "thead": _GROUP,
    "tbody": _GROUP,
    "tfoot": _GROUP,
}
"""What the begin and the end of an element do to the table that it is in."""

_CELLS = frozenset({"td", "th", "cell", "entry"})
"""Those of pages, and of the documents that extractors and offices write as XML."""

_AROUND = frozenset({"html", "body"})
_CHANGED = {"sup": raised, "sub": lowered, "del": struck, "s": struck, "strike": struck}
"""Elements that change what is said in them."""

_KEEPING_LINES = frozenset({"pre", "textarea"})

_TAG = re.compile(
    r"<(?:!doctype\s+html|/?(?:html|body|table|tbody|tr|td|th|p|div|h[1-6]|ul|li|section))"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"<(?:table|tr|row|td|p|br|li|h[1-6])\b", re.IGNORECASE)
"""What a page has within its blocks; without any of it, they are set around plain text."""

_Change = tuple[int, Callable[[str], str]]
"""How deep an element is that changes what is said in it, and in which way."""

_LINE_END = re.compile(r"\r\n?|\n")
_LEADING_DIGITS = re.compile(r"\s*\+?(\d{1,9})", re.ASCII)
_MOST_ACROSS = 1000
_END_OF_ROW = re.compile(r"</t(?!d\b)", re.IGNORECASE)
_FILLERS = "|< "
"""What is drawn for cells that are not there, and the beginning of a tag."""


def looks_like_html(text: str) -> bool:
    """Whether a text is the source of a page, or has tables that are.

    >>> looks_like_html("<p>规章</p>"), looks_like_html("《规章》 3 < 5, a | b<br>c")
    (True, False)
    """
    return "<" in text and _TAG.search(text) is not None


def text_of_html(source: str) -> str:
    """The text of a page: each block on its lines, each table as rows between pipes.

    A merged cell stands in its first position, the others that it covers are empty.  What a
    page does not show is left out, and so are tables that only lay it out; what a cell shows that
    is no text has its words there, or a mark.  The name of the page
    stands first, unless it shows what that begins with: a script may draw the title later.  Lines
    of a text that merely has some tags in it stay as they are.

    >>> print(text_of_html("<p>a<table><tr><th rowspan=2>b<td>1<tr><td>2</table>"))
    a
    | b | 1 |
    |  | 2 |

    Raises:
        ImportError: if lxml is not installed.
    """
    try:
        from lxml import etree
    except ImportError as error:
        raise missing("lxml", "html") from error
    page = _Page(is_markup=_is_markup(source))
    parser = etree.HTMLParser(target=page, encoding="utf-8")
    parser.feed(source.encode("utf-8", "replace"))
    parser.close()
    is_shown = page.name.startswith(tuple(filter(None, page.lines)))
    text = "\n".join(page.lines if is_shown or not page.name else [page.name, *page.lines])
    text = text.rstrip(_FILLERS) if _ends_in_row(source) else text
    return text.replace("<", "＜") if looks_like_html(text) else text


def _is_markup(source: str) -> bool:
    """Whether line ends in a source are mere blanks, as in that of a whole page."""
    kept = source.strip("\ufeff \t\r\n")
    return kept.startswith("<") and ("\n" not in kept or _INSIDE.search(kept) is not None)


def _ends_in_row(source: str) -> bool:
    """Whether a source ends inside a row of a table: the cells that this lacks are not empty."""
    behind = source[source.rfind("<tr") :]
    return "</tr>" in source and behind.startswith("<tr") and not _END_OF_ROW.search(behind)


class _Page:
    """What lxml tells of a page, element by element; however deep they go, no call goes deeper."""

    def __init__(self, *, is_markup: bool) -> None:
        self._is_markup = is_markup
        self._page = Flow(keeps_blanks=not is_markup)
        self._tables: list[Table] = []
        self._cells: list[Cell] = []
        self._pictures: list[Flow] = []
        self._within = 0
        self._dropped = 0
        self._changes: list[_Change] = []
        self._open: list[str] = []
        self._closed: list[int] = []
        self._closed_tables: list[slice] = []
        self._kept = 0
        self._named: list[str] = []
        self._is_in_head = False
        self._is_naming = False

    @property
    def name(self) -> str:
        """What the page is called, "" if it has no name."""
        return one_line("".join(self._named))

    @property
    def lines(self) -> list[str]:
        """What the page shows."""
        return without_closed(self._page.lines, self._closed_tables)

    @property
    def _flow(self) -> Flow:
        for inner in (self._pictures, self._cells):
            if inner:
                return inner[-1]
        return self._page

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        tag = shown_as(tag, attributes)
        self._is_in_head = self._is_in_head or tag == "head"
        self._is_naming = tag == "title" and self._is_in_head and self._dropped == 1
        if self._dropped or self._is_hidden(tag, attributes):
            self._dropped += 1
            return
        if self._cells:
            self._picture(tag, attributes)
        if self._is_dropped(tag):
            self._dropped += 1
            return
        self._part(tag)
        self._count(tag, 1)
        self._open.append(tag)
        if change := _change(tag, attributes):
            self._changes.append((len(self._open), change))
        if is_closed(attributes):
            self._closed.append(len(self._open))
        if tag == "table":
            self._tables.append(Table())
        elif tag in _CELLS:
            self._begin_cell(attributes)
        elif self._cells and tag == "input":
            self._flow.say(typed_in(attributes))
        elif self._tables and tag in _ROWS:
            _ROWS[tag][0](self._tables[-1])

    def end(self, tag: str) -> None:
        """An element ends."""
        self._is_naming = False
        self._is_in_head = self._is_in_head and tag != "head"
        if self._dropped:
            self._dropped -= 1
            return
        tag = self._open[-1]
        self._part(tag)
        self._count(tag, -1)
        if tag == "svg" and self._pictures:
            self._end_picture()
        elif tag == "table":
            self._end_table()
        elif tag in _CELLS:
            self._end_cell()
        elif self._tables and tag in _ROWS:
            _ROWS[tag][1](self._tables[-1])
        if self._changes and self._changes[-1][0] == len(self._open):
            self._changes.pop()
        if self._closed and self._closed[-1] == len(self._open):
            self._closed.pop()
        self._open.pop()

    def data(self, text: str) -> None:
        """Text stands here."""
        if self._is_naming:
            self._named.append(text)
        if self._dropped:
            return
        keeps = self._keeps_lines(text)
        said = _LINE_END.split(text) if keeps else [text]
        *lines, last = map(self._changes[-1][1], said) if self._changes else said
        for line in lines:
            self._flow.say(line)
            self._flow.keep_line()
        self._flow.say(last, keeps_blanks=keeps)

    def close(self) -> None:
        """The page ends."""
        self._page.end_line()

    def _is_hidden(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether an element of the page, or of a drawing, is not to be seen."""
        return not is_seen(attributes) if self._pictures else is_hidden(tag, attributes)

    def _is_dropped(self, tag: str) -> bool:
        """Whether an element is no part of the page; those to select from are parts of cells."""
        if self._pictures:
            return tag in _DROPPED - _DRAWN or tag in UNSEEN_IN_DRAWINGS
        return tag in _DROPPED and not (self._cells and tag == "select")

    def _picture(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keep what stands for an element of a cell that shows no text; a drawing has words."""
        if tag == "svg" and is_seen(attributes):
            self._pictures.append(Flow())
        else:
            self._flow.say_instead(said_instead(tag, attributes))

    def _end_picture(self) -> None:
        drawn = self._pictures.pop()
        drawn.end_line()
        self._flow.say_instead(" ".join(drawn.lines) or said_instead("svg", {}))

    def _keeps_lines(self, text: str) -> bool:
        """Whether the source's lines are lines: in ``<pre>``, and in text that is no page's."""
        if self._cells or self._tables:
            return self._kept > 0
        is_loose = self._within == 0 and not text.isspace()
        return self._kept > 0 or is_loose or not self._is_markup

    def _part(self, tag: str) -> None:
        """Part what stands before a tag from what stands behind it."""
        if tag in _BLOCKS or (self._pictures and tag == "text"):
            self._flow.end_line()
        elif _CHANGED.get(tag) is struck:
            self._flow.say(" ")

    def _count(self, tag: str, one: int) -> None:
        """Note that one more, or one less, of the open elements has this tag."""
        self._within += one * (tag not in _AROUND)
        self._kept += one * (tag in _KEEPING_LINES)

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        down = _span(attributes.get("rowspan", attributes.get("aria-rowspan")))
        wide = attributes.get("colspan", attributes.get("aria-colspan"))
        across = min(_span(wide) or 1, _MOST_ACROSS)
        cell = Cell(down, across, in_table=bool(self._tables))
        if self._tables:
            self._tables[-1].add(cell)
        self._cells.append(cell)

    def _end_table(self) -> None:
        begin = len(self._page.lines)
        self._flow.add(self._tables.pop().shown())
        if self._closed and self._flow is self._page:
            self._closed_tables.append(slice(begin, len(self._page.lines)))

    def _end_cell(self) -> None:
        cell = self._cells.pop()
        if not cell.in_table:
            self._flow.add(cell.shown())


def _change(tag: str, attributes: Mapping[str, str]) -> Callable[[str], str] | None:
    """What an element does to the text in it."""
    return struck if is_struck(attributes) else _CHANGED.get(tag)


def _span(said: str | None) -> int:
    """How many rows or columns an attribute tells; browsers read its leading digits."""
    found = _LEADING_DIGITS.match(said) if said else None
    return int(found[1]) if found else 1
