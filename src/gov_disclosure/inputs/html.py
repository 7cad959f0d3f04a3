"""Web pages as text, for :func:`gov_disclosure.parse`."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from .drawing import EMPTY, Shown, draw, draw_one_below_another, one_line, raised
from .faults import missing

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd"}
    | {"details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"}
    | {"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend"}
    | {"li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody"}
    | {"td", "textarea", "tfoot", "th", "thead", "tr", "ul"}
)
_DROPPED = frozenset(
    {"head", "iframe", "noscript", "object", "rp", "rt", "script", "select", "style", "svg"}
    | {"template", "title", "xml"}
)
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_AROUND = frozenset({"html", "body"})
_HIDEABLE = _CELLS | {"tr"}
_STRUCK = frozenset({"del", "s", "strike"})
_RAISED = frozenset({"sub", "sup"})
_KEEPING_LINES = frozenset({"pre", "textarea"})

_TAG = re.compile(
    r"<(?:!doctype\s+html|/?(?:html|body|table|tbody|tr|td|th|p|div|h[1-6]|ul|li|section))"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|\n")
_LEADING_DIGITS = re.compile(r"\s*\+?(\d{1,9})", re.ASCII)
_MOST_ACROSS = 1000
_MOST_COVERED = 500_000


def looks_like_html(text: str) -> bool:
    """Whether a text is the source of a page, or has tables that are.

    >>> looks_like_html("<p>规章</p>"), looks_like_html("《规章》 3 < 5, a | b<br>c")
    (True, False)
    """
    return "<" in text and _TAG.search(text) is not None


def text_of_html(source: str) -> str:
    """The text of a page: each block on its lines, each table as rows between pipes.

    A merged cell stands in its first position, the others that it covers are empty.  What a
    page does not show is left out, and so are tables that only lay it out.  Lines of a text
    that merely has some tags in it stay as they are.

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
    page = _Page(is_markup=source.lstrip("\ufeff \t\r\n").startswith("<"))
    parser = etree.HTMLParser(target=page, encoding="utf-8")
    parser.feed(source.encode("utf-8", "replace"))
    parser.close()
    text = "\n".join(page.lines)
    return text.replace("<", "＜") if looks_like_html(text) else text


class _Flow:
    """Text that runs on until a block begins or ends."""

    def __init__(self, *, keeps_blanks: bool = False) -> None:
        self.lines: list[str] = []
        self.cells = 0
        self._pieces: list[str] = []
        self._draw_line = str if keeps_blanks else one_line

    def say(self, piece: str) -> None:
        """Go on in the same line."""
        self._pieces.append(piece)

    def end_line(self) -> None:
        """Begin a new line, unless nothing stands on this one."""
        line = self._draw_line("".join(self._pieces))
        if line and not line.isspace():
            self.lines.append(line)
        self._pieces.clear()

    def keep_line(self) -> None:
        """Begin a new line, whatever stands on this one."""
        self.lines.append("".join(self._pieces))
        self._pieces.clear()

    def add(self, shown: Shown) -> None:
        """Show a table."""
        self.lines += shown.lines
        self.cells += shown.cells

    def shown(self) -> Shown:
        """All that was said."""
        return Shown(tuple(self.lines), self.cells)


@attrs.frozen(eq=False)
class _Cell:
    """A cell with its text; ``down`` is 0 if it reaches to the end of its group of rows."""

    down: int
    across: int
    in_table: bool
    flow: _Flow = attrs.field(factory=_Flow)


@attrs.frozen(eq=False)
class _Row:
    """The cells that begin in a row; merged cells end with its group of rows."""

    group: int
    cells: list[_Cell] = attrs.field(factory=list)


class _Table:
    """Rows as they come."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._group = 0

    def begin_group(self) -> None:
        """Let no merged cell reach beyond what was added."""
        self._group += 1

    def begin_row(self) -> None:
        """Let the next cells stand in a row of their own."""
        self._rows.append(_Row(self._group))

    def add(self, cell: _Cell) -> None:
        """Put a cell behind the others of its row."""
        if not self._rows:
            self.begin_row()
        self._rows[-1].cells.append(cell)

    def shown(self) -> Shown:
        """The rows as they are drawn, those left out that have no cells of their own."""
        cells = [cell for row in self._rows for cell in row.cells]
        ends = self._ends()
        covered = sum(
            cell.across * (_bottom(cell, at, end) - at)
            for at, (row, end) in enumerate(zip(self._rows, ends, strict=True))
            for cell in row.cells
        )
        if covered > _MOST_COVERED:
            return draw_one_below_another([cell.flow.shown() for cell in cells])
        rows = zip(self._rows, _placed(self._rows, ends), strict=True)
        return draw([placed for row, placed in rows if row.cells])

    def _ends(self) -> list[int]:
        """Where the group of each row ends."""
        last = {row.group: at + 1 for at, row in enumerate(self._rows)}
        return [last[row.group] for row in self._rows]


def _placed(rows: list[_Row], ends: list[int]) -> list[list[Shown]]:
    """The cells at their positions, as the rules of HTML have it."""
    grid: list[list[Shown]] = []
    free_from: dict[int, int] = {}
    for at, (row, end) in enumerate(zip(rows, ends, strict=True)):
        line: list[Shown] = []
        left = 0
        for cell in row.cells:
            while free_from.get(left, 0) > at:
                left += 1
            line += [EMPTY] * (left - len(line))
            line += [cell.flow.shown(), *[EMPTY] * (cell.across - 1)]
            free_from |= dict.fromkeys(range(left, left + cell.across), _bottom(cell, at, end))
            left += cell.across
        grid.append(line)
    return grid


def _bottom(cell: _Cell, top: int, end: int) -> int:
    """The first row beneath a cell."""
    return min(top + cell.down, end) if cell.down else end


class _Page:
    """What lxml tells of a page, element by element; however deep they go, no call goes deeper."""

    def __init__(self, *, is_markup: bool) -> None:
        self._is_markup = is_markup
        self._page = _Flow(keeps_blanks=not is_markup)
        self._tables: list[_Table] = []
        self._cells: list[_Cell] = []
        self._within = 0
        self._dropped = 0
        self._raised = 0
        self._kept = 0

    @property
    def lines(self) -> list[str]:
        """What the page shows."""
        return self._page.lines

    @property
    def _flow(self) -> _Flow:
        return self._cells[-1].flow if self._cells else self._page

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._dropped or tag in _DROPPED or _is_hidden(tag, attributes):
            self._dropped += 1
            return
        self._part(tag)
        self._count(tag, 1)
        if tag == "table":
            self._tables.append(_Table())
        elif tag in _CELLS:
            self._begin_cell(attributes)
        elif self._tables and tag == "tr":
            self._tables[-1].begin_row()
        elif self._tables and tag in _GROUPS:
            self._tables[-1].begin_group()

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._dropped:
            self._dropped -= 1
            return
        self._part(tag)
        self._count(tag, -1)
        if tag == "table":
            self._flow.add(self._tables.pop().shown())
        elif tag in _CELLS:
            self._end_cell()
        elif self._tables and tag in _GROUPS:
            self._tables[-1].begin_group()

    def data(self, text: str) -> None:
        """Text stands here."""
        if self._dropped:
            return
        text = text.replace("\xa0", " ")
        if self._raised:
            text = raised(text)
        *lines, last = _LINE_END.split(text) if self._keeps_lines(text) else [text]
        for line in lines:
            self._flow.say(line)
            self._flow.keep_line()
        self._flow.say(last)

    def close(self) -> None:
        """The page ends."""
        self._page.end_line()

    def _keeps_lines(self, text: str) -> bool:
        """Whether the source's lines are lines: in ``<pre>``, and in text that is no page's."""
        if self._cells or self._tables:
            return self._kept > 0
        is_loose = self._within == 0 and not text.isspace()
        return self._kept > 0 or is_loose or not self._is_markup

    def _part(self, tag: str) -> None:
        """Part what stands before a tag from what stands behind it."""
        if tag in _BLOCKS:
            self._flow.end_line()
        elif tag in _STRUCK:
            self._flow.say(" ")

    def _count(self, tag: str, one: int) -> None:
        """Note that one more, or one less, of the open elements has this tag."""
        self._within += one * (tag not in _AROUND)
        self._raised += one * (tag in _RAISED)
        self._kept += one * (tag in _KEEPING_LINES)

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        down = _span(attributes.get("rowspan"))
        across = min(_span(attributes.get("colspan")) or 1, _MOST_ACROSS)
        cell = _Cell(down, across, in_table=bool(self._tables))
        if self._tables:
            self._tables[-1].add(cell)
        self._cells.append(cell)

    def _end_cell(self) -> None:
        cell = self._cells.pop()
        if not cell.in_table:
            self._flow.add(cell.flow.shown())


def _span(said: str | None) -> int:
    """How many rows or columns an attribute tells; browsers read its leading digits."""
    found = _LEADING_DIGITS.match(said or "")
    return int(found[1]) if found else 1


def _is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a row or a cell is not shown; of other blocks a script may show them yet."""
    return tag in _HIDEABLE and _HIDDEN.search(attributes.get("style", "")) is not None
