"""Draw web pages as text, for :func:`gov_disclosure.parse`."""

from __future__ import annotations

from .extras import drawn_with
from .markup import ends_in_row, looks_like_html
from .strings import markup_in

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
        ImportError: if a library of the extra ``html`` is not installed.
    """
    text = drawn_with("html", "inputs.pages.drawn:text_of_page", source)
    text = text.rstrip(_AFTER_LAST_CELL) if ends_in_row(source) else text
    return text.replace("<", "＜") if looks_like_html(text) else text


def text_of_markup(text: str) -> str | None:
    r"""Return the text of the page whose source a text is or holds, escaped or not; else None.

    >>> text_of_markup(r"<p class=\"a\">规章<\/p>"), text_of_markup("规章 < 3")
    ('规章', None)
    """
    source = markup_in(text)
    return None if source is None else text_of_html(source)
