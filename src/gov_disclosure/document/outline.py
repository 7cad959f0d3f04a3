"""The parts of a report: where its headings stand, and what lies beneath them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

from ..labels.groups import stand_beside_rows
from ..labels.marks import FIGURES, MARKS, Mark, Sort
from ..labels.spelling import begins_label, end_of_label
from ..labels.vocabulary import Role, Term
from ..tables import NOUNS, SECTIONS, STATISTICS
from ..text.fold import fold, squeeze
from ..text.source import Place, Source, without_markup

_ORDINAL = "[一二三四五六七八九十]{1,3}"
_PART = f"第{_ORDINAL}部分[、.,:]?"
_BEGIN = r"\s*(?=[^\W\d]|20\d\d ?年|[《“\"])"
"""A heading begins with a word, the year, or a word in quotes."""
_NUMBERED = re.compile(rf"(?:{_ORDINAL} ?[、.,:]|{_PART}){_BEGIN}")
_NUMBERED_LOOSELY = re.compile(rf"{_ORDINAL}\s{_BEGIN}")
_UNLIKE_FORMS = re.compile(rf"(?:{_PART}|{_ORDINAL}+(?! ?[、.,:]))\s*")
"""Numbers of headings as no form prints them: 第一部分, or 一 with nothing behind it."""

_BRACKETS = "【】"
"""What headings are set in, in plain text."""
_BORDER = "| "
"""What stands around a heading in a cell of its own."""
_BEHIND = "。:："
"""What may stand behind the noun that a heading is, and makes no sentence of it."""
_NOUN = re.compile(rf".{{,20}}(?:{'|'.join(NOUNS)})")

_SHORTEST_HEADING = 3
_LONGEST_HEADING = 40
_LONGEST_LOOSE = 20
_SENTENCE_ENDS = frozenset("。;!?:,、")
_WIDE_GAP = re.compile(r"\s{2,}")


@attrs.frozen
class Heading:
    """A heading: the key of its section, None if no form has it, and the line it stands on.

    ``money`` is the unit of money that it names.
    """

    key: str | None
    line: int
    place: Place
    money: str | None


def headings(source: Source) -> tuple[Heading, ...]:
    """The headings of a report's parts, in the order of the text."""
    return tuple(_headings(source))


def _headings(source: Source) -> Iterator[Heading]:
    in_statistics = False
    for number, told in enumerate(_told(source.lines)):
        if told is None:
            continue
        in_statistics = in_statistics or told.is_header
        if told.key is not None and not (in_statistics and told.may_be_row):
            in_statistics = False
            at = source.places[number][0] + source.lines[number].index(told.said)
            yield Heading(told.key or None, number, (at, at + len(told.said)), told.money)


@attrs.frozen
class _Line:
    """What a line says to the outline.

    ``key`` is that of the section that it heads, "" for one of no form, None if it heads none.
    What may be a row of the table of 2014 heads none below the header of that table.
    """

    said: str
    key: str | None
    is_header: bool
    may_be_row: bool
    money: str | None


def _told(lines: Sequence[str]) -> Sequence[_Line | None]:
    """What lines say, without marks around; long ones are not remembered."""
    longest = 2 * _LONGEST_HEADING
    return [(_remembered if len(line) <= longest else _unmarked)(line) for line in lines]


def _unmarked(line: str) -> _Line | None:
    said = without_markup(line).strip(_BRACKETS)
    inner = said.strip(_BORDER)
    in_cell = len(inner) < len(said) and _NUMBERED.match(fold(inner)) is not None
    return _line(inner if in_cell else said)


_remembered = lru_cache(maxsize=1 << 14)(_unmarked)
"""What lines say: most stand in every report."""


def _line(said: str) -> _Line | None:
    if not _SHORTEST_HEADING <= len(said) <= _LONGEST_HEADING or "|" in said or "\t" in said:
        return None
    words = said.rstrip(_BEHIND)
    number = _UNLIKE_FORMS.match(fold(words))
    behind = MARKS[words[number.end() :] if number else words]
    meaning = behind if behind.terms else MARKS[words]
    key = _heading_key(words if _NOUN.fullmatch(words) else said, meaning)
    is_header = any(map(_is_header_of_statistics, meaning.terms))
    if key is None and not is_header:
        return None
    may_be_row = any(term.role is not Role.SECTION for term in meaning.terms[:1])
    return _Line(said, key, is_header, may_be_row, meaning.money)


def _is_header_of_statistics(term: Term) -> bool:
    return term.table == STATISTICS.key and term.role in (Role.CORNER, Role.COLUMN)


def _heading_key(said: str, meaning: Mark) -> str | None:
    """The key of the section that a line heads, "" for one of no form, None if it heads none."""
    for term in meaning.terms[:1]:
        if term.role is Role.SECTION:
            return None if fold(said).startswith("(") else term.key
        if term.table != STATISTICS.key:
            return None
    if meaning.sort in (Sort.LABEL, Sort.TEXT) and not _is_row(said):
        return _key_of_numbered(fold(said))
    return None


def _key_of_numbered(words: str) -> str | None:
    """The key of a numbered heading; one with just a blank behind its number needs a key.

    A line of a table of contents ends with the number of a page.
    """
    if words[-1] in _SENTENCE_ENDS:
        return None
    said = squeeze(words)
    keys = (section.key for section in SECTIONS if any(word in said for word in section.words))
    if _NUMBERED.match(words):
        return next(keys, "")
    is_short = len(said) <= _LONGEST_LOOSE and not words[-1].isdigit()
    return next(keys, None) if is_short and _NUMBERED_LOOSELY.match(words) else None


def _is_row(said: str) -> bool:
    """Whether a line is a row of a table: a label with something behind it, or a part of one.

    A part of one may stand beside a label of another column, or beside figures.
    """
    first = _WIDE_GAP.split(said, maxsplit=1)[0]
    if begins_label(first) or end_of_label(fold(said), 0) is not None:
        return True
    part, _, beside = map(str.strip, fold(said).partition(" "))
    is_beside = end_of_label(beside, 0) is not None or _are_figures_of(part, beside)
    return begins_label(part) and (is_beside or begins_label(beside) or stand_beside_rows(said))


def _are_figures_of(label: str, beside: str) -> bool:
    """Whether figures stand beside a label; a single one may be a page's, if no row has it."""
    has_figure = MARKS[beside.rpartition(" ")[2]].sort in FIGURES
    return MARKS[beside].several > 0 or (has_figure and MARKS[label].names_row)


def parts(source: Source, found: tuple[Heading, ...]) -> Iterator[tuple[Heading | None, slice]]:
    """Each heading with its lines, the heading's own left out; first what stands above all."""
    ends = [heading.line for heading in found] + [len(source.lines)]
    yield None, slice(0, ends[0])
    for heading, end in zip(found, ends[1:], strict=True):
        yield heading, slice(heading.line + 1, end)
