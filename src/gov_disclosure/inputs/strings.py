"""Read text from the strings of programs: lines in quotes, and escaped signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import groupby

from .markup import looks_like_html

_QUOTED_LINE = re.compile(
    r"""\s*(?:'(?P<single>(?:[^'\\]|\\.)*)'|"(?P<double>(?:[^"\\]|\\.)*)")[ \t]*+[,;+]?+\s*+""",
)
_BETWEEN_CELLS = re.compile(r"\||\\t|\t|\d\s+\d")
"""A separator between the cells of a line."""

_QUOTES = "'\""
_ENDS = tuple(quote + sign for quote in _QUOTES for sign in (",", " +", "+", ";"))
_FEWEST_LINES = 3
_TAG_SIGNS = (
    (("<\\/",), ("</",)),
    (('=\\"', "=\\'"), ('="', "='")),
    (("\\u003c", "\\u003C"), ("<",)),
)
"""Signs of tags, first as they are written in a string, then as they are in a page."""

_TAG_WITH_DOUBLED_QUOTES = re.compile(r'<\w[^<>]{0,200}=""[^"<>]{1,200}""[^<>]{0,500}>')
"""A tag with doubled quotes, as in a quoted cell of a file with cells between commas (CSV)."""

_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|x(?P<short>[0-9a-fA-F]{2})|(?P<sign>.))")
_WHOLE_STRING = re.compile(r"""\s*(?P<quote>['"])(?P<held>.*)(?P=quote)[,;]?\s*""", re.DOTALL)
_LIST_OF_STRINGS = re.compile(r"[\[(]\s*['\"]")
_BLANK_ENTITY = re.compile(r"&(?:nbsp|#160|#xa0);", re.IGNORECASE)
_BEYOND_ASCII = re.compile(
    r"(?<!\\)\\(?:x[89a-f][0-9a-f]|u(?!00[0-7]|d[89a-f])[0-9a-f]{4})", re.IGNORECASE
)
"""Escapes of blanks and Chinese characters, but not of quotes and other ASCII signs."""
_HAN = re.compile("[\u4e00-\u9fff]")
_HAN_ESCAPED = re.compile(r"\\u[4-9][0-9a-fA-F]{3}")
_CONTROL_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v", "b": "", "a": "", "0": ""}


def without_quotes(text: str) -> str:
    r"""Remove the quotes around each line of a run of lines, if these are lines of tables.

    >>> print(without_quotes("rows = [\n  '规章 | 0',\n  '行政许可 | 3',\n  '说明',\n]"))
    rows = [
    规章 | 0
    行政许可 | 3
    说明
    ]
    """
    return "".join(_unquoted_lines(text)) if any(end in text for end in _ENDS) else text


def _unquoted_lines(text: str) -> Iterator[str]:
    lines = ((line, _QUOTED_LINE.fullmatch(line)) for line in text.splitlines(keepends=True))
    for is_quoted, run in groupby(lines, key=lambda one: one[1] is not None):
        said = list(run)
        held = [found[found.lastgroup or 0] for _, found in said if found is not None]
        if is_quoted and len(held) >= _FEWEST_LINES and _are_lines_of_tables(held):
            yield from (unescaped(one) + "\n" for one in held)
        else:
            yield from (line for line, _ in said)


def _are_lines_of_tables(held: Sequence[str]) -> bool:
    """Whether any line has several cells; most, if a line may be an empty cell by itself."""
    several = sum(_BETWEEN_CELLS.search(line) is not None for line in held)
    return several > (0 if all(map(str.strip, held)) else len(held) / 2)


def without_escapes(text: str) -> str:
    r"""Replace escapes in a text, if its line ends or words are escaped as in a string.

    Escapes in the cells of lists stay as they are: a line end there is no end of a row.

    >>> print(without_escapes(r'"规章\n3\n行政许可\n7\n"'))
    规章
    3
    行政许可
    7
    <BLANKLINE>
    """
    if _LIST_OF_STRINGS.search(text) or not (_ends_are_escaped(text) or _words_are_escaped(text)):
        return text
    around = _WHOLE_STRING.fullmatch(text)
    return unescaped(around["held"] if around else text)


def without_escaped_signs(text: str) -> str:
    r"""Replace the escapes of signs beyond ASCII, so that a cell of blanks is empty.

    >>> without_escaped_signs(r"['规章', '\xa0', '\u3000\u65e0', '\n']")
    "['规章', '\xa0', '\u3000无', '\\n']"
    """
    return _BEYOND_ASCII.sub(lambda sign: unescaped(sign[0]), text)


def without_entities(text: str) -> str:
    r"""Replace the entities of a text that is no page, if blanks are among them.

    >>> without_entities("规章&nbsp;|&nbsp;3")
    '规章\xa0|\xa03'
    """
    return unescape(text) if _BLANK_ENTITY.search(text) else text


def unescaped(said: str) -> str:
    r"""Replace the escapes in a string of a program by the signs that they stand for.

    >>> unescaped("it\\'s\\n3")
    "it's\n3"
    """
    return _ESCAPE.sub(_sign_of_escape, said) if "\\" in said else said


def _ends_are_escaped(text: str) -> bool:
    return text.count("\\n") >= _FEWEST_LINES and text.strip().count("\n") < _FEWEST_LINES


def _words_are_escaped(text: str) -> bool:
    return len(_HAN_ESCAPED.findall(text)) > len(_HAN.findall(text))


def markup_in(text: str) -> str | None:
    r"""Return the source of a page that a text is or holds, unescaped; None if there is none.

    >>> markup_in('<td colspan=\\"2\\">规章<\\/td>')
    '<td colspan="2">规章</td>'
    >>> markup_in("&lt;td&gt;规章&lt;/td&gt;"), markup_in("规章 &lt; 3")
    ('<td>规章</td>', None)
    """
    source = _unescaped_source(text)
    return source if looks_like_html(source) else None


def _unescaped_source(text: str) -> str:
    if "\\" in text and _has_escaped_tags(text):
        return unescaped(text)
    if '=""' in text and _TAG_WITH_DOUBLED_QUOTES.search(text):
        return _TAG_WITH_DOUBLED_QUOTES.sub(lambda tag: tag[0].replace('""', '"'), text)
    return unescape(text) if "&lt;" in text and not looks_like_html(text) else text


def _has_escaped_tags(text: str) -> bool:
    """Whether the signs of tags are mostly escaped; a page has few such escapes, in its scripts."""
    return any(_count(text, escaped) > _count(text, plain) for escaped, plain in _TAG_SIGNS)


def _count(text: str, signs: Iterable[str]) -> int:
    return sum(map(text.count, signs))


def _sign_of_escape(found: re.Match[str]) -> str:
    if code := found["code"] or found["short"]:
        return chr(int(code, 16)).encode("utf-8", "replace").decode()
    return _CONTROL_SIGNS.get(found["sign"], found["sign"])
