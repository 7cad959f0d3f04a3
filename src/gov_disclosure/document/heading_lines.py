"""What single lines say to the outline: the sections that they may head by words and numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import attrs

from ..labels.groups import stand_beside_rows
from ..labels.marks import FIGURES, MARKS, Mark, Sort
from ..labels.spelling import begins_label, end_of_label
from ..labels.vocabulary import Role, Term
from ..tables import MATTERS, NOUNS, SECTIONS, STATISTICS
from ..text.chinese import ORDINAL
from ..text.fold import fold, squeeze
from ..text.source import without_markup

_ORDINAL = f"{ORDINAL}{{1,3}}"
_PART = f"第{_ORDINAL}(?:部分|章)[、.,:]?"
_BEGIN = r"\s*(?=[^\W\d]|20\d\d ?年|[《“\"])"
"""A heading begins with a word, the year, or a word in quotes."""
_NUMBERED = re.compile(rf"(?:{_ORDINAL} ?[、.,:]|{_PART}){_BEGIN}")
_NUMBERED_LOOSELY = re.compile(rf"{_ORDINAL}\s{_BEGIN}")
_LETTERED = r"(?:[IVX]{1,4}|[A-H]) ?[、.,:]"
_UNLIKE_FORMS = re.compile(rf"(?:{_PART}|{_LETTERED}|{_ORDINAL}+(?! ?[、.,:]))\s*")
"""Numbers of headings in a style that no form uses: 第一部分, ``IV.``, or 一 without a mark."""

_BRACKETS = "【】"
"""Brackets around headings in plain text."""
_BORDER = "| "
"""Characters around a heading in a cell of its own."""
_SEPARATORS = ",;"
_FEWEST_SEPARATORS = 2
_BEHIND = "。:："
"""Punctuation that may follow a heading made of a noun."""
_NOUN = re.compile(rf".{{,20}}(?:{'|'.join(NOUNS)})")
_UNNUMBERED = re.compile(rf"[^\W\d_]{{0,16}}、?[^\W\d_]{{0,10}}(?:{'|'.join(MATTERS)})")
"""A heading that lost its number, or never had one."""

_SHORTEST_HEADING = 3
_LONGEST_HEADING = 40
_LONGEST_LOOSE = 20
_SENTENCE_ENDS = frozenset("。;!?:,、")
_WIDE_GAP = re.compile(r"\s{2,}")


@attrs.frozen
class LineRead:
    """A line that is a heading, or the header of the table of 2014.

    ``key`` is the key of the section that it heads, "" for a section of no form, None if the line
    is not a heading.  Below the header of the table of 2014, a line that ``may_be_row`` is not one;
    one that ``heads_rows`` there (三、依申请公开情况) is one only right above prose.  A line that
    ``may_be_label`` is none if it has figures, as a row whose label is in other words has.  One
    that is not ``is_sure`` has only words of a section, without a number.
    """

    said: str
    key: str | None
    is_header: bool
    may_be_row: bool
    heads_rows: bool
    may_be_label: bool
    money: str | None
    is_sure: bool = True

    @property
    def in_brackets(self) -> bool:
        """Whether its number, or all of it, stands in brackets: ``(一)``."""
        return fold(self.said[0]) == "("

    @property
    def heads_surely(self) -> bool:
        """Whether it names a section with a number that is no point's."""
        return self.is_sure and not self.in_brackets


def lines_read(lines: Sequence[str]) -> Sequence[LineRead | None]:
    """What the outline needs to know of each line; only short lines are cached."""
    longest = 2 * _LONGEST_HEADING
    return [(_cached if len(line) <= longest else _without_marks)(line) for line in lines]


def _without_marks(line: str) -> LineRead | None:
    """A line, read without markup, brackets and the borders of its cell."""
    said = _without_empty_cells(without_markup(line)).strip(_BRACKETS)
    inner = said.strip(_BORDER)
    in_cell = len(inner) < len(said) and _NUMBERED.match(fold(inner)) is not None
    return _line(inner if in_cell else said) or _unnumbered(said)


def _without_empty_cells(line: str) -> str:
    """A line without the empty cells behind a heading in a sheet; one comma is punctuation."""
    said = line.rstrip(_SEPARATORS)
    return said if len(line) - len(said) >= _FEWEST_SEPARATORS else line


_cached = lru_cache(maxsize=1 << 14)(_without_marks)
"""The same, cached, as most lines stand in every report."""


def _line(said: str) -> LineRead | None:
    if not _SHORTEST_HEADING <= len(said) <= _LONGEST_HEADING or "|" in said or "\t" in said:
        return None
    words = said.rstrip(_BEHIND)
    number = _UNLIKE_FORMS.match(fold(words))
    behind = MARKS[words[number.end() :] if number else words]
    meaning = behind if behind.terms else MARKS[words]
    heads_rows = any(map(_is_group_of_statistics, meaning.terms[:1]))
    key = _heading_key(words if _NOUN.fullmatch(words) else said, meaning, heads_rows=heads_rows)
    is_header = any(map(_is_header_of_statistics, meaning.terms))
    if key is None and not is_header:
        return None
    may_be_row = any(term.role is not Role.SECTION for term in meaning.terms[:1])
    may_be_label = not meaning.terms
    return LineRead(said, key, is_header, may_be_row, heads_rows, may_be_label, meaning.money)


def _unnumbered(said: str) -> LineRead | None:
    """A line that consists of words of a section."""
    if len(said) > _LONGEST_LOOSE + len(_BEHIND):
        return None
    words = fold(said).rstrip(_BEHIND)
    if len(words) > _LONGEST_LOOSE or not _UNNUMBERED.fullmatch(words) or _is_row(said):
        return None
    key = _key_of_words(words)
    if key is None:
        return None
    return LineRead(
        said=said,
        key=key,
        is_header=False,
        may_be_row=True,
        heads_rows=False,
        may_be_label=False,
        money=None,
        is_sure=False,
    )


def _key_of_words(words: str) -> str | None:
    """The key of the section that words speak of."""
    keys = (section.key for section in SECTIONS if any(word in words for word in section.words))
    return next(keys, None)


def _is_header_of_statistics(term: Term) -> bool:
    return term.table == STATISTICS.key and term.role in (Role.CORNER, Role.COLUMN)


def _is_group_of_statistics(term: Term) -> bool:
    return term.table == STATISTICS.key and term.role is Role.HEADING


def _heading_key(said: str, meaning: Mark, *, heads_rows: bool) -> str | None:
    """The key of the section that a line heads, "" for a section of no form, None if none."""
    for term in meaning.terms[:1]:
        if term.role is Role.SECTION:
            return term.key
        if term.table != STATISTICS.key:
            return None
    if meaning.sort in (Sort.LABEL, Sort.TEXT) and (heads_rows or not _is_row(said)):
        return _key_of_numbered(fold(said))
    return None


def _key_of_numbered(words: str) -> str | None:
    """The key of a numbered heading, "" for a section of no form, None if it is not a heading.

    With only a blank behind its number, a heading has to be that of a known section, and may not
    end in a digit, as lines of a table of contents do.
    """
    if words[-1] in _SENTENCE_ENDS:
        return None
    said = squeeze(words)
    if _NUMBERED.match(words):
        return _key_of_words(said) or ""
    is_short = len(said) <= _LONGEST_LOOSE and not words[-1].isdigit()
    return _key_of_words(said) if is_short and _NUMBERED_LOOSELY.match(words) else None


def _is_row(said: str) -> bool:
    """Whether a line is a row of a table: a label with something behind it, or a piece of a label.

    A piece has to stand beside the label of another column, or beside figures.
    """
    first = _WIDE_GAP.split(said, maxsplit=1)[0]
    if begins_label(first) or end_of_label(fold(said), 0) is not None:
        return True
    part, _, beside = map(str.strip, fold(said).partition(" "))
    is_beside = end_of_label(beside, 0) is not None or _are_figures_of(part, beside)
    return begins_label(part) and (is_beside or begins_label(beside) or stand_beside_rows(said))


def _are_figures_of(label: str, beside: str) -> bool:
    """Whether words beside a label are its figures; a single figure may be a page number."""
    has_figure = MARKS[beside.rpartition(" ")[2]].sort in FIGURES
    return MARKS[beside].several > 0 or (has_figure and MARKS[label].names_row)
