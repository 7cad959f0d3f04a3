"""The parts of a report: where its headings stand, and what lies beneath them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from .fold import fold
from .marks import MARKS, Mark, Sort
from .source import Place, Source
from .tables import SECTIONS, STATISTICS
from .vocabulary import Role, begins_label, end_of_label

_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3} ?[、.,:]\s*(?=[^\W\d])")
_SHORTEST_HEADING = 3
_LONGEST_HEADING = 40
_SENTENCE_ENDS = frozenset("。;!?:,、")
_WIDE_GAP = re.compile(r"\s{2,}")


@attrs.frozen
class Heading:
    """A heading: the key of its section, None if no form has it, and the line it stands on."""

    key: str | None
    line: int
    place: Place


def headings(source: Source) -> tuple[Heading, ...]:
    """The headings of a report's parts, in the order of the text."""
    return tuple(_headings(source))


def _headings(source: Source) -> Iterator[Heading]:
    in_statistics = False
    for number, line in enumerate(source.lines):
        if len(line) < _SHORTEST_HEADING or len(line) > 2 * _LONGEST_HEADING:
            continue
        said = line.strip()
        if not _SHORTEST_HEADING <= len(said) <= _LONGEST_HEADING or "|" in said or "\t" in said:
            continue
        meaning = MARKS[said]
        terms = meaning.terms
        in_statistics = in_statistics or any(
            term.table == STATISTICS.key and term.role in (Role.CORNER, Role.COLUMN)
            for term in terms
        )
        key = _heading_key(said, meaning, in_statistics)
        if key is not None:
            in_statistics = False
            at = source.places[number][0] + line.index(said)
            yield Heading(key or None, number, (at, at + len(said)))


def _heading_key(said: str, meaning: Mark, in_statistics: bool) -> str | None:
    """The key of the section that a line heads, "" for one of no form, None if it heads none."""
    for term in meaning.terms[:1]:
        if term.role is Role.SECTION:
            return None if fold(said).startswith("(") else term.key
        if term.table != STATISTICS.key or in_statistics:
            return None
    if meaning.sort in (Sort.LABEL, Sort.TEXT) and _is_numbered(said) and not _is_row(said):
        words = fold(said)
        keys = (section.key for section in SECTIONS if any(w in words for w in section.words))
        return next(keys, "")
    return None


def _is_row(said: str) -> bool:
    """Whether a line is a row of a table: a label with something behind it, or a part of one."""
    first = _WIDE_GAP.split(said, maxsplit=1)[0]
    return begins_label(first) or end_of_label(fold(said), 0) is not None


def _is_numbered(said: str) -> bool:
    words = fold(said)
    return _NUMBERED.match(words) is not None and words[-1] not in _SENTENCE_ENDS


def parts(source: Source, found: tuple[Heading, ...]) -> Iterator[tuple[Heading | None, slice]]:
    """Each heading with its lines, the heading's own left out; first what stands above all."""
    ends = [heading.line for heading in found] + [len(source.lines)]
    yield None, slice(0, ends[0])
    for heading, end in zip(found, ends[1:], strict=True):
        yield heading, slice(heading.line + 1, end)
