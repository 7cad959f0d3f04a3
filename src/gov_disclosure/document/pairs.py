"""Labelled data around the tables, such as ``索引号: ...`` and ``填报人: ...``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from heapq import merge
from itertools import chain, pairwise
from typing import TypeVar

import attrs
from more_itertools import unique_justseen

from ..declare import declaration
from ..text.days import DAY, read_date
from ..text.fold import blank_glosses, fold, squeeze
from ..text.furniture import COUNTERS, CREDITS
from ..text.source import BULLETS, HAN, Place, blanks, tight
from .spaced import labels_above, labels_over_cells, spaced_labels

_LABEL = re.compile(
    rf"(?<![^\W\d])[{HAN}](?: {{0,8}}[{HAN}]){{0,9}}+(?: ?\([{HAN}]{{1,4}}\))?+(?=\s*:)"
)
"""A short word before a colon, with a remark in brackets, as in ``填报单位(盖章):``."""

_CELL = re.compile(r"[^|\t\n]+")
_AFTER_LABEL = re.compile(r"\s*[:|][ \t|]*|[ \t|]*")
_END_OF_VALUE = re.compile(r"[|\n\r\t]| {2,}|$")
_BULLETS = re.escape(BULLETS)
_ITEM = rf"[\s{_BULLETS}]*"
_LABEL_LINE = rf"[{HAN}](?: ?[{HAN}]){{0,9}} ?:[ \t]*[\r\n]"
_BELOW = re.compile(
    rf"\s*:[ \t]*(?:\r?\n[ \t{_BULLETS}]*)++(?P<value>{DAY}(?=\s*(?:\n|$))"
    rf"|(?![^\n]*[{HAN}] ?:)[^|\r\n]{{1,60}}(?=[\r\n]{_ITEM}{_LABEL_LINE}))",
    re.ASCII,
)
"""A value on the line below its label: a day, or what the line of another label follows."""

_EMPHASIS = re.compile(r"(?<!\*)\*{1,3}(?!\*)")
"""Marks of Markdown around bold print; longer runs of stars replace something left out."""

_LONGEST_LABEL = 12
_SHORTEST_BEHIND = 3
_NOTHING = re.compile(
    r"[-—–/*\s]*|[*＊]{3,}\S{0,12}|[年月日季度\s_]*"
    r"|[^\W\d]{0,8}[(\[]\s*[)\]]\s*第?\s*号"
    r"|[(\[]?(?:暂?[无未](?:文号|编号|索引|号)?|没有|不详|空)[)\]]?"
    r"|(?:[\w/-]*[-/])?(?:none|null|undefined|nan)",
    re.IGNORECASE,
)
"""What is printed in place of a missing value: nothing, a word or mark, a form without digits.

Programs print words such as ``null``, alone or as the last part of a number.
"""

_OTHERS = """
    关键词 关键字 主题词 分类 体裁 体裁分类 组配分类 服务对象
    名称 标题 信息名称 文件名称 公文名称 中文名 内容概述 概述 摘要 废止日期 有效期 存放位置 主题导航
    目录名称 栏目名称 公开目录 公开范围 公开时限 公开程序 文件类型 公文种类
    生效日期 实施日期 失效日期 责任部门 所属机构 所属主题 行业分类 内容分类 目录分类
    信息格式 载体类型 记录形式 公开依据 公开期限 信息状态 保密审查
    更新日期 更新时间 录入时间
"""
OTHER_LABELS = frozenset((_OTHERS + CREDITS + COUNTERS).split())
"""Labels of catalogues for which a report has no field."""

_T = TypeVar("_T", bound=attrs.AttrsInstance)


@attrs.frozen
class Pair:
    """A label and the value behind it, with the place of both in the text."""

    label: str
    value: str
    place: Place


def pairs(text: str, place: Place, labels: frozenset[str]) -> Iterator[Pair]:
    """Find the labels in a stretch of text, with their values.

    Any short word before a colon is a label.  A label in ``labels`` may also fill a cell between
    pipes or tabs, or stand among others between blanks, and its value may stand on the line below.
    A value ends with its line, at a ``|``, at two blanks, or where the next label begins.
    """
    start, end = place
    if not text[start:end].strip():
        return
    printed = _EMPHASIS.sub(blanks, fold(text[start:end]))
    folded = blank_glosses(printed)
    above = dict(chain(labels_above(folded, labels), labels_over_cells(folded, labels)))
    places = _labels_in(folded, labels, above)
    for (begin, until), (following, _) in pairwise(places):
        label = _squeezed(folded[begin:until])
        after = _AFTER_LABEL.match(folded, until)
        first, last = _up_to_its_end(printed, after.end() if after else until, following)
        below = above.get((begin, until)) or _below(folded, until) if label in labels else None
        if below is not None and not folded[first:last].strip():
            first, last = below
        value_start, value_end = tight(printed, first, last)
        value = text[start + value_start : start + value_end].strip()
        yield Pair(label, value, (start + begin, start + last))


def _labels_in(folded: str, labels: frozenset[str], above: Iterable[Place]) -> Iterator[Place]:
    """The places of all labels in their order, with a last one at the end of the text."""
    found = merge(
        _before_colons(folded, labels),
        _in_cells(folded, labels),
        spaced_labels(folded, labels),
        sorted(above),
    )
    return unique_justseen(chain(found, [(len(folded), len(folded))]))


def _up_to_its_end(printed: str, begin: int, following: int) -> Place:
    """The place of the text behind a label, up to the next label or the end of the line."""
    begin = min(begin, following)
    stop = _END_OF_VALUE.search(printed, begin, following)
    return begin, min(following, stop.start() if stop else len(printed))


def _below(folded: str, until: int) -> Place | None:
    """The place of a value on the line below a label."""
    found = _BELOW.match(folded, until)
    return found.span("value") if found else None


@lru_cache(maxsize=1 << 12)
def _squeezed(label: str) -> str:
    """The label as labels are compared; cached, as sites print the same ones on all pages."""
    return squeeze(label).partition("(")[0]


def _before_colons(folded: str, labels: frozenset[str]) -> Iterator[Place]:
    """Labels before colons; of several words only the last, unless they spell a known label.

    A label may directly follow the value of another: ``审核人:张三填报人:李四``.
    """
    for found in _LABEL.finditer(folded):
        label = found[0]
        while " " in label and _squeezed(label) not in labels:
            label = label.partition(" ")[2].lstrip()
        before = folded[found.start() - 1 : found.start()]
        if before == ":":
            label = _behind_value(label, labels)
        if before.isdigit() and _squeezed(label) not in labels:
            continue
        yield found.end() - len(label), found.end()


def _behind_value(words: str, labels: frozenset[str]) -> str:
    """The known label at the end of words that begin with a value; all words if there is none."""
    behind = (words[at:] for at in range(1, len(words) - _SHORTEST_BEHIND + 1))
    return words if words in labels else next((b for b in behind if b in labels), words)


def _in_cells(folded: str, labels: frozenset[str]) -> Iterator[Place]:
    """Known labels that fill a cell between pipes or tabs."""
    if "|" not in folded and "\t" not in folded:
        return
    for cell in _CELL.finditer(folded):
        said = cell[0].strip()
        if len(said) < _LONGEST_LABEL and _squeezed(said) in labels:
            begin = cell.start() + cell[0].index(said[0])
            yield begin, begin + len(said)


def filled(model: type[_T], found: Mapping[str, str]) -> _T:
    """Fill a model with the values found under the labels of its fields; dates are parsed."""
    values: dict[str, object] = {}
    for name, labels, is_date in _fields(model):
        said = next((found[label] for label in labels if label in found), None)
        if said is not None and not _NOTHING.fullmatch(fold(said)):
            values[name] = read_date(said) if is_date else said
    return model(**values)


@cache
def labels_of(model: type[attrs.AttrsInstance]) -> frozenset[str]:
    """The printed labels of a model's fields."""
    return frozenset(chain.from_iterable(labels for _, labels, _ in _fields(model)))


@cache
def _fields(model: type[attrs.AttrsInstance]) -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    """The name of each field, its labels, and whether it holds a date."""
    fields = attrs.fields(attrs.resolve_types(model))
    declared = [(field, declaration(field)) for field in fields]
    return tuple(
        (field.name, (said.label or "", *said.aliases), field.type == date | None)
        for field, said in declared
    )
