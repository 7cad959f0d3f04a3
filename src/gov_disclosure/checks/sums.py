"""Check the sums that the forms prescribe, within a report and between years (勾稽关系)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from ..findings import Finding
from ..forms import Address
from ..values import Cell, Span
from .judging import Side, Sum
from .prescribed import COLUMN_SUM, Prescribed, sums_of, yearly_sums_of
from .subject import Audited, Pair, by_address
from .wording import finding_of

_Cells = Mapping[Address, Cell]
_WORDS = re.compile("[\u4e00-\u9fff]{3}")
_FIGURE = re.compile(r"\d")
_PAGE = re.compile(r"[第共] ?\d{1,4} ?页")


def findings_on_sums(report: Audited) -> Iterator[Finding]:
    """A finding for every sum of the form whose cells the report has.

    Where the labels leave the form open, those are the sums that all candidates have.
    """
    cells = by_address(report)
    rows = _unread_rows(report)
    for prescribed in _possible(sums_of(report.form), cells, {}):
        found = _sum(prescribed, cells, {})
        down = prescribed.code == COLUMN_SUM
        yield finding_of(attrs.evolve(found, strangers=_among(rows, found.cells) if down else ()))


def sums_between(pair: Pair) -> Iterator[Finding]:
    """A finding for every sum over both years whose cells the two reports have."""
    now, before = by_address(pair.now), by_address(pair.before)
    for prescribed in _possible(yearly_sums_of(pair.now.form), now, before):
        found = _sum(prescribed, now, before)
        last = len(prescribed.last_year)
        here = len(found.cells) - last
        yield finding_of(
            attrs.evolve(
                found,
                code=f"yearly-{found.code}",
                place=f"{pair.year} {found.place}",
                years=(pair.year,) * here + (pair.year - 1,) * last,
            )
        )


def _possible(sums: Iterable[Prescribed], now: _Cells, before: _Cells) -> Iterator[Prescribed]:
    """The sums whose cells are all on the report, be they missing."""
    for prescribed in sums:
        here = {*prescribed.left, *prescribed.right}
        if now.keys() >= here and before.keys() >= {*prescribed.last_year}:
            yield prescribed


def _sum(prescribed: Prescribed, now: _Cells, before: _Cells) -> Sum:
    """A sum with its cells."""
    left = tuple(now[where] for where in prescribed.left)
    right = tuple(now[where] for where in prescribed.right)
    last = tuple(before[where] for where in prescribed.last_year)
    return Sum(
        prescribed.code,
        prescribed.expression,
        prescribed.place,
        Side(prescribed.words[0], left),
        Side(prescribed.words[1], right + last),
    )


def _unread_rows(report: Audited) -> tuple[Span, ...]:
    """The unread lines that look like rows."""
    spans = report.unread
    return tuple(span for span in spans if _is_row(report.text[span.start : span.end]))


def _is_row(said: str) -> bool:
    """Whether a line has words with a figure behind them, other than a page number.

    >>> _is_row("(七)另行办理 | 5"), _is_row("第3页 共5页"), _is_row("- 3 -")
    (True, False, False)
    """
    line = _PAGE.sub("", said)
    words = _WORDS.search(line)
    return words is not None and _FIGURE.search(line, words.end()) is not None


def _among(rows: tuple[Span, ...], cells: tuple[Cell, ...]) -> tuple[Span, ...]:
    """The spans between the first and the last of the cells."""
    spans = [cell.span for cell in cells if cell.span is not None]
    return tuple(row for row in rows if spans and min(spans) < row < max(spans))
