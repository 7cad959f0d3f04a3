"""Cells between signs of any kind, the same ones everywhere, as programs and people write them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from ..labels.dashes import A_DASH
from ..text.fold import INVISIBLE
from ..text.source import LIKE_BORDERS
from .grid import IMPOSSIBLE, Grid, Stretch
from .shared.between import Between

_SIGN = rf"(?:[^\w\s{INVISIBLE}]|[_{LIKE_BORDERS}])"
_VALUE = rf"(?:\d|{A_DASH}|[／－])"
_BEFORE_FIGURE = re.compile(rf"(?<=[^\W_])[ ]{{0,3}}({_SIGN}{{1,60}})[ ]{{0,3}}(?=\d)")
"""The signs between a figure and the cell before it, with those of empty cells between."""
_BETWEEN_WORDS = re.compile(rf"(?<=[^\W_])[ ]{{0,3}}({_SIGN}{{1,60}})[ ]{{0,3}}(?=[^\W_])")
_BLANKS_BEFORE_FIGURE = re.compile(r"(?<=\w) {1,3}(?=\d)")
_PADDED = re.compile(r"\S {5,}\S")
"""So many blanks separate cells by themselves."""
_LONGEST = 3
_MOST = 0.5
_IN_CELLS = frozenset(",:：/+±%‰()（）《》￥¥")
"""Signs within figures and labels, or before figures."""
_QUOTES = frozenset("\"'“”")
_LEADERS = frozenset(".")
"""Signs that fill a line up to its figure."""
_DASHES = frozenset("-—–")
"""Signs that may be a value, or the sign of a figure, unless blanks stand around them."""
_OF_OTHERS = ("|", "||", "·", ";")
"""Signs that separate cells in layouts of their own."""


@attrs.frozen(eq=False)
class Signs:
    """A row on each line, its cells between one sign, or a few that always stand together.

    The sign is identified by what stands before figures.
    """

    name: str = "signs"
    by_eye: bool = False

    def likelihood(self, stretch: Stretch) -> float:
        """Likely if most lines have the sign, and most of these a value behind it."""
        sign = stretch.once(_sign_between_cells)
        if sign is None or _is_a_part_of_runs(sign, stretch.content):
            return IMPOSSIBLE
        signed = [line for line in stretch.lines if sign in line]
        share = len(signed) / len([line for line in stretch.lines if not line.isspace()])
        if share <= _MOST:
            return IMPOSSIBLE
        escaped = re.escape(sign)
        before_value = re.compile(rf"{escaped}(?=\s*(?:{_VALUE}|{escaped}|\Z))")
        rows = list(filter(before_value.search, signed))
        return share if len(rows) > _MOST * len(signed) else IMPOSSIBLE

    def read(self, stretch: Stretch) -> Grid:
        """One row for each line, its cells separated by the sign."""
        sign = stretch.once(_sign_between_cells)
        return Between(sign).rows(stretch) if sign else []


def _sign_between_cells(stretch: Stretch) -> str | None:
    """The sign before most figures, or else between most words."""
    if _PADDED.search(stretch.content):
        return None
    betweens = (_BEFORE_FIGURE, _BETWEEN_WORDS)
    signs = (_most_common_sign(between.findall(stretch.content)) for between in betweens)
    sign = next(filter(None, signs), None)
    if sign is None or sign in _OF_OTHERS:
        return None
    return _dashes_between(stretch.lines, sign) if _DASHES.issuperset(sign) else sign


def _is_a_part_of_runs(sign: str, content: str) -> bool:
    """Whether a doubled sign stands in runs that it does not divide, so that one sign is enough."""
    single = sign[:1]
    if len(sign) == 1 or single * len(sign) != sign:
        return False
    runs = re.findall(rf"{re.escape(sign)}{re.escape(single)}*+", content)
    return any(len(run) % len(sign) for run in runs)


def _dashes_between(lines: Iterable[str], sign: str) -> str | None:
    """Dashes with blanks around them; None if they are values, as blanks separate the cells."""
    dashed = f" {sign} "
    signed = [line for line in lines if dashed in line]
    plain = sum(len(_BLANKS_BEFORE_FIGURE.findall(line)) for line in signed)
    return dashed if sum(line.count(dashed) for line in signed) > plain else None


def _most_common_sign(between: Iterable[str]) -> str | None:
    """The most frequent sign around empty cells and dashes in runs of signs.

    It has to stand somewhere by itself.
    """
    runs = Counter(between)
    votes: Counter[str] = Counter()
    for run, times in runs.items():
        votes.update(dict.fromkeys(filter(runs.__contains__, _at_both_ends(run)), times))
    return max(votes, key=lambda sign: (votes[sign], len(sign)), default=None)


def _at_both_ends(run: str) -> Iterator[str]:
    """The signs at both ends of a run, any of which may separate cells."""
    for length in range(1, min(_LONGEST, len(run)) + 1):
        sign = run[:length]
        if run.endswith(sign) and not _may_be_within_cells(sign):
            yield sign


def _may_be_within_cells(sign: str) -> bool:
    return sign in _IN_CELLS or _LEADERS.issuperset(sign) or not _QUOTES.isdisjoint(sign)
