"""Find numbers with their units in prose; only certain figures are taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

from ..text.chinese import NUMERALS, read_chinese
from ..text.fold import fold
from ..text.numerals import LONGEST
from ..text.source import Place
from .units import LAST_CHARACTERS, MONEY, SHARES, UNIT

COMMA = "\ufe50"
"""A full-width comma in folded prose, which separates clauses, but never thousands."""

_TIES = "-.,:/~–—"
_SCALES = {"百": 100, "千": 1000, "万": 10_000, "百万": 1_000_000, "亿": 100_000_000}

_RUN = re.compile(rf"[0-9][0-9.,:/~–—-]*|[{NUMERALS}]+")
_LATIN = re.compile(r"(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_UNIT = re.compile(rf"\s{{0,2}}(?P<unit>{UNIT})")
_SCALE = re.compile(r"百万|[百千万亿]")
_PERCENT = "百分之"

_QUOTED = re.compile(r"“[^”]{0,40}”|《[^》]{0,80}》|「[^」]{0,40}」|‘[^’]{0,40}’")
"""Quotations; a number in a name or a title is not a figure."""

_GLUED = re.compile(
    rf"(?:[A-Za-z0-9{NUMERALS}./~%#№+×·•–—-]|[0-9{NUMERALS}][{COMMA}:、]|[0-9][.,]?\s{{1,2}})$"
)
"""Text before a number that makes it the rest of a longer number or name."""
_RANGE = re.compile(rf"[0-9{NUMERALS}{LAST_CHARACTERS}][至到]$")
_MARKED = (
    *("约", "近", "逾", "超", "超过", "余", "几", "不少于", "不低于", "不多于", "不高于"),
    *("至少", "至多", "最多", "最少", "不足", "不到", "不下", "大于", "小于", "高于", "低于"),
    *("少于", "第", "前", "每", "初"),
)
"""Words before a number that make it an estimate, a bound, a rank or an interval."""
_UNMARKED = ("预约", "签约", "节约", "合约", "其余", "目前", "此前", "日前", "年前")
_LONGEST_MARK = 4
_INEXACT = re.compile(
    rf"\s?(?:[余多]|以[上下内外]|之[内多]|左右|上下|不等|[至到~–—-]\s?[0-9{NUMERALS}])"
)

_COUNTED_BY = (
    *("收到", "受理", "接收", "接到", "办结", "答复", "发生", "召开", "举办", "开展", "组织"),
    *("发布", "公开", "制发", "印发", "指定", "配备", "新增", "设立"),
    *("共", "计", "仅", "只", "各", "有"),
)
"""Words behind which 一 is a number; elsewhere it is mostly an article (作为一项重点工作)."""
_NAMES = re.compile(
    "四个意识|四个自信|四个全面|两个维护|两个确立|三个代表|两个责任|两个一百|八项规定|三类内部|四类过程|"
    "[三五]位一体|一件事|一件不|一次办|一次告|一次跑|一条龙"
)
_AVERAGE = "均"
_NEAR = 8


@attrs.frozen
class Printed:
    """A number with its unit, and their place."""

    number: int | Decimal
    unit: str
    place: Place


def fold_prose(text: str) -> str:
    """Fold prose for the search for figures, keeping full-width commas distinct.

    >>> fold_prose("公开１２条，") == "公开12条" + COMMA
    True
    """
    return fold(text.replace("，", COMMA))


def printed_figures(prose: str) -> Iterator[Printed]:
    """The figures of folded prose, in their order.

    >>> [(p.number, p.unit) for p in printed_figures("收到三件,公开1,234条,办结率99.1%")]
    [(3, '件'), (1234, '条'), (Decimal('99.1'), '%')]

    Estimates, ranges, bounds, dates, ordinals, durations and names are left out:

    >>> [*printed_figures("80余篇,3至5件,20个工作日,2020年,第3次,第十条,(2019)60号,四个意识")]
    []
    """
    for run in _outside_quotes(prose):
        found = _printed(prose, run.start(), run[0].rstrip(_TIES))
        if found is not None:
            yield found


def _outside_quotes(prose: str) -> Iterator[re.Match[str]]:
    quoted = [match.span() for match in _QUOTED.finditer(prose)]
    at = 0
    for run in _RUN.finditer(prose):
        while at < len(quoted) and quoted[at][1] <= run.start():
            at += 1
        if at == len(quoted) or run.start() < quoted[at][0]:
            yield run


def _printed(prose: str, start: int, said: str) -> Printed | None:
    """The figure whose numerals stand at ``start``."""
    if prose.startswith(_PERCENT, start - len(_PERCENT)):
        return _percentage(prose, start, said)
    counted = _counted(prose, start, said)
    if counted is None or _is_estimate_or_part(prose, start, counted.place[1]):
        return None
    if said.startswith("十") and prose.startswith("数", start - 1):
        return None
    is_article = said == "一" and not _before(prose, start).endswith(_COUNTED_BY)
    is_rank = said == "二"
    return None if is_article or is_rank or _NAMES.match(prose, start) else counted


def _counted(prose: str, start: int, said: str) -> Printed | None:
    """The number and the unit behind it, before further checks."""
    end = start + len(said)
    number = _value(said)
    unit = _UNIT.match(prose, end)
    if unit is None:
        scale = _SCALE.match(prose, end)
        unit = _UNIT.match(prose, scale.end()) if scale else None
        number = number * _SCALES[scale[0]] if scale and number else None
        said = ""
    if unit is None or number is None:
        return None
    place = (start, unit.end())
    if unit["unit"] == "元" and said[-1:] in ("万", "亿"):
        number = _value(said[:-1])
        return Printed(number, f"{said[-1]}元", place) if number else None
    if unit["unit"] in MONEY + SHARES:
        return Printed(number, unit["unit"], place)
    if number == int(number):
        return Printed(int(number), unit["unit"], place)
    is_average = _AVERAGE in prose[max(0, start - _NEAR) : start]
    return Printed(number, unit["unit"], place) if is_average else None


def _value(said: str) -> Decimal | None:
    if len(said) > LONGEST:
        return None
    if said[0] in NUMERALS:
        number = read_chinese(said)
        return None if number is None else Decimal(number)
    return Decimal(said.replace(",", "")) if _LATIN.fullmatch(said) else None


def _percentage(prose: str, start: int, said: str) -> Printed | None:
    end = start + len(said)
    start -= len(_PERCENT)
    number = _value(said)
    if number is None or prose.startswith("点", end) or _is_estimate_or_part(prose, start, end):
        return None
    return Printed(number, "%", (start, end))


def _is_estimate_or_part(prose: str, start: int, end: int) -> bool:
    """Whether the text around a number makes it an estimate, or a part of something else."""
    before = _before(prose, start)
    if _GLUED.search(prose[max(0, start - _LONGEST_MARK) : start]):
        return True
    if before.endswith(_MARKED) and not before.endswith(_UNMARKED):
        return True
    return bool(_RANGE.search(before) or _INEXACT.match(prose, end))


def _before(prose: str, start: int) -> str:
    """The few characters before a number, without trailing blanks."""
    return prose[max(0, start - _LONGEST_MARK) : start].rstrip()
