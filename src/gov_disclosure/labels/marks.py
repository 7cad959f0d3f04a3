"""Marks: what a single cell says, be it a label, a number, nothing, a dash, a unit, or words."""

from __future__ import annotations

import enum
import re
from decimal import Decimal
from functools import cached_property

import attrs

from ..forms import units
from ..text.furniture import is_furniture, is_unfilled
from ..text.numerals import LONGEST, Number, as_count, read_number
from .cores import A_MULTIPLE
from .dashes import count_several, is_dash, may_be_two_dashes
from .groups import behind_headings
from .money import A_MONEY, IN_NOTES, OF_MONEY, money_of_label, money_spoken_of
from .reworded import reworded
from .strangers import stands_for_no_name
from .vocabulary import OF_CELLS, Role, Term, vocabulary
from .wordings import (
    LONGEST_NAME,
    begins_note,
    begins_with_figure,
    is_glossed,
    is_name,
    numbers_columns,
    stands_for_figure,
)
from .wrapping import unwrapped


class Sort(enum.Enum):
    """The sorts of cells that layouts and binding distinguish."""

    LABEL = "label"
    NUMBER = "number"
    BLANK = "blank"
    DASH = "dash"
    UNIT = "unit"
    TEXT = "text"
    GLUED = "glued"

    __hash__ = object.__hash__
    """By identity, which is faster: sets of sorts are used for every cell."""


@attrs.frozen(eq=False)
class Mark:
    """What a cell says.

    ``count`` is the number as a count of things, if it can be one, and ``terms`` are the meanings
    of a label.  ``money`` is the unit of money that a label names or that fills the cell, or a unit
    of many things (``千件``).  ``several`` is the number of figures in a cell with more than one,
    which may be those of other cells, or pieces of one.  ``before`` is a number right before the
    words of a label that no form prints there.  ``is_note`` marks a note on the table, such as on
    the unit of amounts, or furniture of the page.  ``otherwise`` is the mark of a label in other
    words in case it does not stand in its place.
    """

    sort: Sort
    number: Number | None = None
    count: int | None = None
    terms: tuple[Term, ...] = ()
    money: str | None = None
    several: int = 0
    before: int | None = None
    is_note: bool = False
    otherwise: Mark | None = None

    @cached_property
    def is_words(self) -> bool:
        """Whether the cell holds unknown words, and not several figures."""
        return self.sort is Sort.TEXT and not self.several

    @cached_property
    def names_column(self) -> bool:
        """Whether the first meaning of the label is a column."""
        return bool(self.terms) and self.terms[0].role is Role.COLUMN

    @property
    def is_run_of_digits(self) -> bool:
        """Whether the cell holds only digits that may be several numbers."""
        return self is _DIGITS or (self.sort is Sort.GLUED and self.number is not None)

    @cached_property
    def names_cells(self) -> bool:
        """Whether the first meaning of the label is a row or a column."""
        return bool(self.terms) and self.terms[0].role in OF_CELLS

    @cached_property
    def names_row(self) -> bool:
        """Whether the first meaning of the label is a row."""
        return bool(self.terms) and self.terms[0].role is Role.ROW

    @cached_property
    def may_name_column(self) -> bool:
        """Whether a meaning of the label is a column."""
        return any(term.role is Role.COLUMN for term in self.terms)

    @cached_property
    def may_head_rows(self) -> bool:
        """Whether a meaning of the label is the heading of a group of rows."""
        return any(term.role is Role.HEADING for term in self.terms)


FIGURES = frozenset({Sort.NUMBER, Sort.DASH})
"""The sorts of cells that a form expects where a figure belongs."""

DIGITS = frozenset({Sort.NUMBER, Sort.GLUED})
"""Cells in digits, with one figure or several."""

WORDS = frozenset({Sort.TEXT, Sort.LABEL})
"""Cells in words, labels included."""

NO_LABELS = frozenset({Sort.TEXT, Sort.GLUED})
"""Cells that are neither a label nor certainly one figure."""

BLANK = Mark(Sort.BLANK)
DASH = Mark(Sort.DASH)
TEXT = Mark(Sort.TEXT)
DOUBTFUL = Mark(Sort.TEXT)
"""A cell that may hold a figure, but not certainly: ``80余件``, ``{{ n }}``; or no name: ``|—``."""
SAID = Mark(Sort.TEXT)
"""Words used instead of a figure: ``持平``, ``不涉及``."""
NOTE = Mark(Sort.TEXT, is_note=True)
"""A note below a table: ``备注：上年结转3件``."""
GLOSSED = Mark(Sort.TEXT)
"""Words that are long only because of a remark in brackets at their end."""
FURNITURE = Mark(Sort.TEXT, is_note=True)
"""Furniture of a page: ``打印本页 关闭窗口``."""
NUMBERING = Mark(Sort.TEXT)
"""Column numbers of statistical tables other than plain numbers: ``甲``, ``(1)``."""
_DIGITS = Mark(Sort.GLUED)

LONGEST_LABEL = 120
"""The greatest length of a label with its remark."""

_MOST_REMEMBERED = 1 << 14
_NO_VALUES = frozenset({"", "nan", "none", "null", "<na>"})
"""What data tools print for an empty cell."""
CLIPPED = re.compile(r"\d…(?!…)|(?<!…)…\d|\A\s*…\s*\Z")
"""A figure that was clipped, partly or fully: ``14…``; several such signs are leaders."""
_MAY_BE_CLIPPED = DIGITS | {Sort.BLANK}
_BARE_NUMBER = re.compile(r"([0-9]+)\s*[^\W\d]")
_UNIT_REMARK = re.compile(
    rf"[(*※]?(?:(?:(?:注:?)?[^\W\d]{{0,8}}{IN_NOTES})?[:为(]{{0,2}}|{OF_MONEY}[:为])"
    r"(?:人民币)?([^\W\d]{1,3})\){0,2}。?"
)
"""A unit in a cell of its own, or in a remark beside the table: ``条``, ``(单位:元)``."""
_MULTIPLE = re.compile(A_MULTIPLE)


def glued(mark: Mark) -> Mark:
    """The mark of digits that directly follow their label, and so may be several numbers."""
    plain = mark.sort is Sort.NUMBER or mark.sort is Sort.TEXT
    return attrs.evolve(mark, sort=Sort.GLUED) if plain else mark


class Marks(dict[str, Mark]):
    """The marks of cells by their text, cached as the same few texts stand in every report.

    >>> marks = Marks()
    >>> marks[" 148 "].count
    148
    >>> marks["規章"].sort, marks["—"].sort, marks["本局未制定"].sort
    (<Sort.LABEL: 'label'>, <Sort.DASH: 'dash'>, <Sort.TEXT: 'text'>)
    >>> marks["14…"].sort, marks["14…件"].sort, marks["……3"].sort
    (<Sort.TEXT: 'text'>, <Sort.TEXT: 'text'>, <Sort.NUMBER: 'number'>)
    """

    def __missing__(self, raw: str) -> Mark:
        """Make the mark of a new text, and cache that of a short one."""
        if len(raw) > LONGEST_LABEL:
            return BLANK if raw.isspace() else _long_words(raw)
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        mark = _mark(unwrapped(raw))
        is_clipped = "…" in raw and mark.sort in _MAY_BE_CLIPPED and CLIPPED.search(raw)
        return self.setdefault(raw, DOUBTFUL if is_clipped else mark)


MARKS = Marks()


def _of_digits(said: str) -> Mark:
    """The mark of mere digits: a count, or several numbers if they are too long or begin with 0."""
    if len(said) > LONGEST or (len(said) > 1 and said.startswith("0")):
        return _DIGITS
    count = int(said)
    return Mark(Sort.NUMBER, Number(Decimal(count), None), count)


def _mark(said: str) -> Mark:
    if said.isascii() and said.isdigit():
        return _of_digits(said)
    if said.lower() in _NO_VALUES or stands_for_no_name(said):
        return BLANK
    number = read_number(said)
    if number is not None:
        return Mark(Sort.NUMBER, number, as_count(number), several=count_several(said))
    if is_dash(said):
        return DASH
    if may_be_two_dashes(said):
        return Mark(Sort.DASH, several=2)
    words = "".join(said.split())
    return (
        _unit(said, words)
        or _label(said, words)
        or _money_of_all(words)
        or _in_other_words(said, words)
        or _words(said)
    )


def _unit(said: str, words: str) -> Mark | None:
    """The mark of a unit in a cell of its own, or in a note on the table; None for other words."""
    remark = _UNIT_REMARK.fullmatch(words)
    unit = "" if remark is None or _ends_words(said) else remark[1]
    is_other = (A_MONEY.fullmatch(unit) or _MULTIPLE.fullmatch(unit)) is not None
    if not is_other and unit not in units():
        return None
    is_note = IN_NOTES in words or OF_MONEY in words
    return Mark(Sort.UNIT, money=unit if is_other else None, is_note=is_note)


def _label(said: str, words: str) -> Mark | None:
    """The mark of a label; None for other words."""
    terms = vocabulary().meanings(said) or behind_headings(said)
    if not terms:
        return None
    before = _number_before(said, terms)
    return Mark(Sort.LABEL, terms=terms, money=money_of_label(words), before=before)


def _money_of_all(words: str) -> Mark | None:
    """The mark of words that name the unit of all amounts; None for other words."""
    money = money_spoken_of(words)
    return Mark(Sort.UNIT, money=money, is_note=True) if money else None


def _in_other_words(said: str, words: str) -> Mark | None:
    """The mark of a label in other words than a form's; None if the words are not a label."""
    terms = reworded(said) if len(said) <= LONGEST_NAME else ()
    if not terms:
        return None
    return Mark(Sort.LABEL, terms=terms, money=money_of_label(words), otherwise=_words(said))


def _number_before(said: str, terms: tuple[Term, ...]) -> int | None:
    """The number before the words of a label, if no form prints it there."""
    number = _BARE_NUMBER.match(said)
    printed = number is None or any(term.label.startswith(number[1]) for term in terms)
    return None if printed or number is None else int(number[1])


def _ends_words(said: str) -> bool:
    """Whether a text closes a bracket opened on another line, and so is the end of a label."""
    return said.endswith(")") and "(" not in said and IN_NOTES not in said


def _words(said: str) -> Mark:
    """The mark of words that are not a label, or of several figures."""
    several = count_several(said)
    if several:
        return Mark(Sort.TEXT, several=several)
    if begins_note(said):
        return NOTE
    if numbers_columns(said):
        return NUMBERING
    if stands_for_figure(said):
        return SAID
    if is_unfilled(said):
        return DOUBTFUL
    if is_name(said) and is_furniture(said):
        return FURNITURE
    if begins_with_figure(said) or not is_name(said):
        return DOUBTFUL
    return TEXT if len(said) <= LONGEST_NAME else _long_words(said)


def _long_words(said: str) -> Mark:
    """The mark of words too long for a name, with or without the remark in brackets behind them."""
    return GLOSSED if is_glossed(said) else TEXT
