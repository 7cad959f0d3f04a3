"""Unwrap a cell: cut blanks, quotes, and marks of Markdown, formulas and HTML around it."""

from __future__ import annotations

import re

from ..text.fold import INVISIBLE, fold

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
"""Characters without a width, which web pages insert."""
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
"""A cell in Markdown, in quotes as in lists of programs, or marked as text as in spreadsheets
(``="0"``, ``'0``); or a formula, a link, a cell with the mark of a footnote, or in an HTML element
that does not hide or strike out its text."""
_MOST_WRAPS = 4
_ESCAPE = re.compile(r"\\(?=[^\w\s\\])")
"""The backslash that Markdown sets before a literal sign: ``12\\.5``."""


def unwrapped(raw: str) -> str:
    """The content of a cell, folded and unwrapped.

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
