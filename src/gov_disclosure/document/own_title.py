"""The report's own title, among those of other reports that a page lists or mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from ..text.fold import squeeze
from ..text.source import Source
from .titles import Title, best_of, printed, titles_on
from .unmarked import unmarked

_Names = tuple[str | None, int | None]
"""The agency and the year in a title."""

_SEVERAL = 2
_LINES_ABOVE = 300


def find_title(source: Source, until: int) -> Title | None:
    """Find the report's title among the lines before ``until``.

    A title that names agency and year is preferred.  Without a report below, a list of links has
    no title.
    """
    above = source.places[:until]
    text = unmarked(source.text[: above[-1][1]] if above else "")
    found = list(titles_on(text, islice(printed(text, above), _LINES_ABOVE)))
    is_above_report = until < len(source.lines)
    if is_above_report and len(found) >= _SEVERAL:
        return _meant([title for title in found if not title.listed] or found)
    return None if not is_above_report and _is_list(found) else best_of(found)


def _meant(found: Sequence[Title]) -> Title | None:
    """The title that is meant by several above a report, as in a list of links or a breadcrumb.

    This is the most frequent one, and then the one nearest to the report; but always the nearest
    one if those above it are of other reports.
    """
    named = Counter(map(_names, found))
    meant = max(reversed(found), key=lambda title: _rank(title, named))
    if _are_others(found[-1], meant, found):
        return found[-1]
    return best_of(title for title in found if _names(title) == _names(meant))


def _is_list(titles: Sequence[Title]) -> bool:
    """Whether titles without any report are a list of links, so that none of them is the text's."""
    named = {_names(title) for title in titles}
    return len(named) > _SEVERAL or (len(named) > 1 and all(title.listed for title in titles))


def _are_others(own: Title, meant: Title, found: Iterable[Title]) -> bool:
    """Whether the titles above the nearest one, which names no agency, are of other reports."""
    agencies = {_names(title)[0] for title in found if title.agency and title.year == own.year}
    is_sure = own.alone and own.year and not own.agency
    return bool(is_sure and (meant.year != own.year or len(agencies) > 1))


def _rank(title: Title, named: Counter[_Names]) -> tuple[tuple[bool, ...], int]:
    """How completely a title names its report, and how often it occurs."""
    *faults, _ = title.faults
    return tuple(not fault for fault in faults), named[_names(title)]


def _names(title: Title) -> _Names:
    return title.agency and squeeze(title.agency), title.year
