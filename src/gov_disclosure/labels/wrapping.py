"""What only wraps a cell: blanks, quotes, and marks of Markdown, of formulas and of pages."""

from __future__ import annotations

import re

from ..text.fold import INVISIBLE, fold

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
"""What web pages strew among other characters: what is printed has none of it."""
_WRAPPED = re.compile(
    r"""\*\*(?P<bold>.+)\*\*|\*(?P<slanted>[^*]+)\*|`(?P<code>[^`]+)`
    |(?P<quote>["'])(?P<quoted>[^"']*)(?P=quote),?
    |="(?P<guarded>[^"]*)" | '(?P<typed>[-+]?\d[\d,.]*)
    |\$(?P<formula>[^$]+)\$
    |\[(?P<linked>[^\[\]]+)\]\((?!\#)(?=[^()]*[/\#:.])[!-'*-~]+\)
    |(?P<noted>[^\[\]]+)\[\^\w{1,9}\]
    |<(?P<tag>[abiu]|em|strong|span|font|small|big|label)(?:\s(?![^<>]*(?:none|hidden|through|opacity|size:\s?0|=["']?\#))[^<>]*)?>
     (?P<within><(?!/).+|[^<>]*)</(?P=tag)>
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A cell set off by Markdown, or in quotes, as lists of programs have it, or as spreadsheets mark
what is no number to them (``="0"``, ``'0``); or marked as a formula, a link, with the mark of a
footnote, or by an element that a page shows as it is."""
_MOST_WRAPS = 4
_ESCAPE = re.compile(r"\\(?=[^\w\s\\])")
"""What Markdown sets before a mark that is none of its own: ``12\\.5``."""


def unwrapped(raw: str) -> str:
    """What a cell says, folded and without what only wraps it.

    >>> unwrapped(" **６０** "), unwrapped('<b><span style="color:red">60</span></b>')
    ('60', '60')
    >>> unwrapped('="60"'), unwrapped("'60")
    ('60', '60')
    >>> unwrapped("$60$"), unwrapped("[60](/a)"), unwrapped("60[^1]"), unwrapped("<s>60</s>")
    ('60', '60', '60', '<s>60</s>')
    """
    said = fold(raw if raw.isascii() else _INVISIBLE.sub("", raw)).strip()
    if "\\" in said:
        said = _ESCAPE.sub("", said)
    for _ in range(_MOST_WRAPS):
        wrapped = _WRAPPED.fullmatch(said)
        if wrapped is None:
            break
        said = wrapped[wrapped.lastgroup or 0].strip()
    return said
