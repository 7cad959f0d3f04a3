"""Labels of a catalogue that are separated from their values by blanks or line ends, or by rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

import attrs

from ..text.days import DAY
from ..text.source import BULLETS, Place, tight

_SEVERAL = 2
_SHORTEST = 3
_DIGIT = re.compile("[0-9]")
_ROW = re.compile(r"^[^|\t\n]*[|\t][^\n]*$", re.MULTILINE)
_CELL = re.compile(r"[^|\t\n]*")
_NO_COLON = r"(?:[^:|\t\n]++|(?<=[0-9]):(?=[0-9]))"
"""A stretch of a line without colons, or the colon of a time of day."""
_ITEM = rf"[ {re.escape(BULLETS)}]*+"
"""What may stand before a label on its line: blanks, and the mark of an item of a list."""


@attrs.frozen
class _Patterns:
    """Patterns of a line that begins with a label, of a label, and of a label above its value."""

    line: re.Pattern[str]
    label: re.Pattern[str]
    above: re.Pattern[str]


@cache
def _patterns(labels: frozenset[str]) -> _Patterns:
    spelled, unmistakable = _spelled(labels), _spelled(filter(_is_unmistakable, labels))
    alone = rf"{_ITEM}(?:{spelled})[ \r]*+(?:\n|\Z)"
    return _Patterns(
        line=re.compile(rf"^[ ]*+(?:{spelled})[ ]{_NO_COLON}*(?:\n|\Z)", re.MULTILINE),
        label=re.compile(rf"(?<![^ \n])(?:{spelled})(?![^ \r\n])"),
        above=re.compile(
            rf"^{_ITEM}(?P<label>(?P<sure>{unmistakable})|{spelled})[ \r]*+\n\s*+(?!{alone})"
            rf"(?P<value>{DAY}(?=[ \r]*+(?:\n|\Z))"
            rf"|(?(sure)[^:|\t\r\n]{{1,60}}+(?=\s*+{alone})|(?!)))",
            re.MULTILINE,
        ),
    )


def _spelled(labels: Iterable[str]) -> str:
    return "|".join(" {0,8}".join(label) for label in sorted(labels, key=len, reverse=True))


def _is_unmistakable(label: str) -> bool:
    """Whether a label is not also a common word, such as 时间 and 主题."""
    return len(label) >= _SHORTEST


def spaced_labels(folded: str, labels: frozenset[str]) -> Iterator[Place]:
    r"""Find labels on lines that begin with a label and hold another, or touch such a line.

    A single label at the beginning of a line may be a word of a sentence or a menu.  So may all
    labels, unless one is unmistakable and a digit stands on their lines.

    >>> of_catalogues = frozenset(("索引号", "发布机构", "文号", "主题"))
    >>> list(spaced_labels("索 引 号  12/a  发布机构  甲县\n文号 乙 1\n\n主题 丙", of_catalogues))
    [(0, 5), (13, 17), (22, 24)]
    >>> list(spaced_labels("发布机构 要 按照 主题 公开", of_catalogues))
    []
    """
    patterns = _patterns(labels)
    lines = [found.span() for found in patterns.line.finditer(folded)]
    held = [[label.span() for label in patterns.label.finditer(folded, *line)] for line in lines]
    beside = {line for two in pairwise(lines) if two[0][1] == two[1][0] for line in two}
    places = [
        place
        for line, some in zip(lines, held, strict=True)
        if len(some) >= _SEVERAL or line in beside
        for place in some
    ]
    names_one = any(_is_unmistakable(folded[slice(*place)].replace(" ", "")) for place in places)
    if names_one and any(_DIGIT.search(folded, *line) for line in lines):
        yield from places


def labels_above(folded: str, labels: frozenset[str]) -> Iterator[tuple[Place, Place]]:
    r"""Find labels on lines of their own, each with the value below: a day, or text above a label.

    A label that is also a common word (日期) needs a day, and one that is not beside it.

    >>> of_catalogues = frozenset(("索引号", "发布机构", "发布日期"))
    >>> said = "索引号\n12/a\n发布机构\n发布日期\n2020-1-2"
    >>> [said[slice(*value)] for _, value in labels_above(said, of_catalogues)]
    ['12/a', '2020-1-2']
    """
    pairs = list(_patterns(labels).above.finditer(folded))
    if any(found["sure"] for found in pairs):
        yield from ((found.span("label"), found.span("value")) for found in pairs)


def labels_over_cells(folded: str, labels: frozenset[str]) -> Iterator[tuple[Place, Place]]:
    r"""Find rows of labels, each with the value at its place in the row below.

    >>> said = "索引号 | 发布机构 |\n12/a | 甲县 |"
    >>> found = labels_over_cells(said, frozenset(("索引号", "发布机构")))
    >>> [said[slice(*value)] for _, value in found]
    ['12/a', '甲县']
    """
    for above, below in pairwise(found.span() for found in _ROW.finditer(folded)):
        if not all(said in labels for _, said in _cells(folded, *above)):
            continue
        header, values = list(_cells(folded, *above)), list(_cells(folded, *below))
        said = [value for _, value in values]
        is_row = len(header) == len(values) >= _SEVERAL and labels.isdisjoint(said)
        if is_row and _DIGIT.search("".join(said)):
            yield from (
                (label, value) for (label, _), (value, _) in zip(header, values, strict=True)
            )


def _cells(folded: str, start: int, end: int) -> Iterator[tuple[Place, str]]:
    """The places of the cells of a row, without empty edges, and what they say without blanks."""
    row = folded[start:end].strip(" \r").strip("|")
    begin = start + folded[start:end].index(row)
    for cell in _CELL.finditer(folded, begin, begin + len(row)):
        if cell[0]:
            yield tight(folded, *cell.span()), cell[0].replace(" ", "")
