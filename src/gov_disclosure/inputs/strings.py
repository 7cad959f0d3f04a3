"""Text as it stands in the strings of programs: in quotes line by line, its signs escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import groupby

from .markup import looks_like_html

_LINE = re.compile(
    r"""\s*(?:'(?P<single>(?:[^'\\]|\\.)*)'|"(?P<double>(?:[^"\\]|\\.)*)")[ \t]*+[,;+]?+\s*+""",
)
_SEVERAL = re.compile(r"\||\\t|\t|\d\s+\d")
"""What stands between the cells of a line."""

_QUOTES = "'\""
_ENDS = tuple(quote + sign for quote in _QUOTES for sign in (",", " +", "+", ";"))
_FEWEST = 3
_IN_STRINGS = (
    (("<\\/",), ("</",)),
    (('=\\"', "=\\'"), ('="', "='")),
    (("\\u003c", "\\u003C"), ("<",)),
)
"""Signs of tags as they are written in a string, and as they are in a page."""

_DOUBLED = re.compile(r'<\w[^<>]{0,200}=""[^"<>]{1,200}""[^<>]{0,500}>')
"""A tag as it is written between the quotes of a cell, in a file with cells between commas."""

_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|x(?P<short>[0-9a-fA-F]{2})|(?P<sign>.))")
_AROUND = re.compile(r"""\s*(?P<quote>['"])(?P<held>.*)(?P=quote)[,;]?\s*""", re.DOTALL)
_CELLS_IN_QUOTES = re.compile(r"[\[(]\s*['\"]")
_ENTITY = re.compile(r"&(?:nbsp|#160|#xa0);", re.IGNORECASE)
_BEYOND_ASCII = re.compile(
    r"(?<!\\)\\(?:x[89a-f][0-9a-f]|u(?!00[0-7]|d[89a-f])[0-9a-f]{4})", re.IGNORECASE
)
"""Signs that mean nothing to a program: blanks and Chinese characters, and not its quotes."""
_HAN = re.compile("[\u4e00-\u9fff]")
_HAN_ESCAPED = re.compile(r"\\u[4-9][0-9a-fA-F]{3}")
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v", "b": "", "a": "", "0": ""}


def without_quotes(text: str) -> str:
    r"""The text, where lines stand in quotes each: what these hold, if it is the lines of tables.

    >>> print(without_quotes("rows = [\n  '规章 | 0',\n  '行政许可 | 3',\n  '说明',\n]"))
    rows = [
    规章 | 0
    行政许可 | 3
    说明
    ]
    """
    is_quoted = any(quote in text for quote in _QUOTES) and any(end in text for end in _ENDS)
    return "".join(_unquoted(text)) if is_quoted else text


def _unquoted(text: str) -> Iterator[str]:
    lines = ((line, _LINE.fullmatch(line)) for line in text.splitlines(keepends=True))
    for is_quoted, run in groupby(lines, key=lambda one: one[1] is not None):
        said = list(run)
        held = [found[found.lastgroup or 0] for _, found in said if found is not None]
        if is_quoted and len(held) >= _FEWEST and _are_lines_of_tables(held):
            yield from (unescaped(one) + "\n" for one in held)
        else:
            yield from (line for line, _ in said)


def _are_lines_of_tables(held: Sequence[str]) -> bool:
    """Whether some lines have several cells; if one is empty, most, as it may be a cell itself."""
    several = sum(_SEVERAL.search(line) is not None for line in held)
    return several > (0 if all(map(str.strip, held)) else len(held) / 2)


def without_escapes(text: str) -> str:
    r"""The text, where its line ends or its words are spelled as in the string of a program.

    What is escaped in the cells of lists stays so: it is no end of a row.

    >>> print(without_escapes(r'"规章\n3\n行政许可\n7\n"'))
    规章
    3
    行政许可
    7
    <BLANKLINE>
    """
    if "\\" not in text or _CELLS_IN_QUOTES.search(text):
        return text
    if not (_ends_are_escaped(text) or _words_are_escaped(text)):
        return text
    around = _AROUND.fullmatch(text)
    return unescaped(around["held"] if around else text)


def without_escaped_signs(text: str) -> str:
    r"""The text, where signs beyond ASCII are spelled by their codes: a cell of blanks is empty.

    >>> without_escaped_signs(r"['规章', '\xa0', '\u3000\u65e0', '\n']")
    "['规章', '\xa0', '\u3000无', '\\n']"
    """
    return _BEYOND_ASCII.sub(lambda sign: unescaped(sign[0]), text) if "\\" in text else text


def without_entities(text: str) -> str:
    r"""The text, where blanks are spelled as in the source of a page, though it is none.

    >>> without_entities("规章&nbsp;|&nbsp;3")
    '规章\xa0|\xa03'
    """
    return unescape(text) if _ENTITY.search(text) else text


def unescaped(said: str) -> str:
    r"""What stands in the quotes of a program, its signs as they are.

    >>> unescaped("it\\'s\\n3")
    "it's\n3"
    """
    return _ESCAPE.sub(_unescaped, said) if "\\" in said else said


def _ends_are_escaped(text: str) -> bool:
    return text.count("\\n") >= _FEWEST and text.strip().count("\n") < _FEWEST


def _words_are_escaped(text: str) -> bool:
    return len(_HAN_ESCAPED.findall(text)) > len(_HAN.findall(text))


def markup_in(text: str) -> str | None:
    r"""The source of a page that a text is or holds, as it was before it was escaped; or None.

    >>> markup_in('<td colspan=\\"2\\">规章<\\/td>')
    '<td colspan="2">规章</td>'
    >>> markup_in("&lt;td&gt;规章&lt;/td&gt;"), markup_in("规章 &lt; 3")
    ('<td>规章</td>', None)
    """
    source = _source(text)
    return source if looks_like_html(source) else None


def _source(text: str) -> str:
    if "\\" in text and _is_in_string(text):
        return unescaped(text)
    if '=""' in text and _DOUBLED.search(text):
        return _DOUBLED.sub(lambda tag: tag[0].replace('""', '"'), text)
    return unescape(text) if "&lt;" in text and not looks_like_html(text) else text


def _is_in_string(text: str) -> bool:
    """Whether the signs of tags are mostly escaped: a page has few of these, in its scripts."""
    return any(_count(text, escaped) > _count(text, plain) for escaped, plain in _IN_STRINGS)


def _count(text: str, signs: Iterable[str]) -> int:
    return sum(map(text.count, signs))


def _unescaped(found: re.Match[str]) -> str:
    if code := found["code"] or found["short"]:
        return chr(int(code, 16)).encode("utf-8", "replace").decode()
    return _CONTROLS.get(found["sign"], found["sign"])
