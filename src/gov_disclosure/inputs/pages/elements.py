"""The elements of pages by what they are: words, blocks, rows, cells, and what is no text."""

from __future__ import annotations

from .generated import AFTER, BEFORE

INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "button", "cite", "code", "data"}
    | {"del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "output", "q", "s"}
    | {"samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var"}
    | {BEFORE, AFTER}
)
"""Elements that hold words within a line."""

CELLS = frozenset({"td", "th", "cell", "entry"})
"""The cells of pages, and of the XML that extractors and office programs write."""

ROWS = frozenset({"tr", "row"})

CLOSED = "closed"
"""What a hidden block in a cell is called."""

CLOSABLE = frozenset({"article", "aside", "dialog", "div", "dl", "figure", "ol", "section", "ul"})
"""Blocks that a script may open and close."""

BLOCKS = (
    frozenset(
        {"address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd"}
        | {"details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"}
        | {"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend"}
        | {"li", "main", "menu", "nav", "ol", "p", "para", "pre", "section", "summary", "table"}
        | {"tbody", "textarea", "tfoot", "thead", "ul", CLOSED}
    )
    | CELLS
    | ROWS
)
"""Elements that begin and end a line."""

DROPPED = frozenset(
    {"audio", "canvas", "head", "iframe", "meter", "noembed", "noframes", "noscript", "object"}
    | {"progress", "rp", "rt", "script", "select", "style", "svg", "template", "title", "video"}
    | {"xml"}
)
"""Elements whose text is no part of the page."""

AROUND_PAGE = frozenset({"html", "body"})
KEEPING_LINES = frozenset({"pre", "textarea"})
