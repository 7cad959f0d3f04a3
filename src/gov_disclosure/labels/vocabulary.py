"""The vocabulary of the forms: the meanings of a printed label, exact or slightly misprinted."""

from __future__ import annotations

import enum
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from operator import itemgetter

import attrs
from more_itertools import map_reduce

from ..declare import Form
from ..forms import FormTable, tables_of, units
from ..tables import SECTIONS
from ..text.fold import squeeze
from ..text.numerals import MONEY
from .articles import with_item_numbered_otherwise
from .cores import Core, core_of, marked_otherwise
from .misprints import MOST_FAULTS, faults, is_misread, rewordings
from .money import OF_MONEY


class Role(enum.Enum):
    """What a label does in a report."""

    SECTION = "section"
    CAPTION = "caption"
    CORNER = "corner"
    HEADING = "heading"
    COLUMN = "column"
    ROW = "row"

    __hash__ = object.__hash__  # there is one of each, looked up for every label


OF_CELLS = frozenset({Role.COLUMN, Role.ROW})
"""The roles of labels with figures behind or below them."""

ABOVE_FIGURES = frozenset({Role.COLUMN, Role.HEADING})
"""The roles of labels that may stand above figures."""


@attrs.frozen(eq=False)
class Term:
    """One meaning of a label: its role, table and key, and the forms that print it.

    ``order`` is the place of the row or column in its table.
    """

    role: Role
    table: str
    key: str
    order: int
    label: str
    forms: frozenset[Form]


_NOTE = re.compile(r"(?:\[注?[0-9]{1,2}\]|[①-⑳¹²³⁴-⁹※*]|(?<!备)注[0-9]{1,2})+$")
"""The mark of a footnote behind a label: ``行政许可①``, ``行政许可[1]``, ``行政许可注1``."""

_UNIT = re.compile(
    rf"(?:[,:/]+(?:单位:?)?|\[(?:单位:)?)(?:{'|'.join(sorted(units() | MONEY.keys()))})\]?$"
    rf"|(?<={OF_MONEY})(?:{'|'.join(sorted(MONEY.keys()))})$"
)
"""The unit behind a label, not in round brackets: ``总金额/元``, ``总金额元``."""

_PATH = re.compile(r"[-—–─_/>→»:]+")
"""Signs between a label and the headings printed before it: 不予公开-属于国家秘密."""

_WORDED_FREELY = frozenset({Role.SECTION, Role.HEADING, Role.CORNER})
"""The roles of labels without figures, whose words may vary more."""
_SHORTEST_MISPRINT = 4
_EDGE = 2
_YEARS = (
    ("本年度?", "本年 本年度"),
    ("(?<!^)上一?年度?", "上年 上年度 上一年 上一年度"),
    ("(?<!^)下一?年度?", "下年 下年度 下一年 下一年度"),
)
"""Words for years in labels, with their variants; not at the beginning, as in captions."""
BRACKETS = str.maketrans("", "", "()")


@attrs.frozen
class Vocabulary:
    """All labels of all forms, by their exact spelling and by their core.

    ``begun`` and ``ended`` have the cores by their first and last two characters, ``bare`` the
    labels without any punctuation.
    """

    exact: Mapping[str, tuple[Term, ...]]
    bare: Mapping[str, tuple[Term, ...]]
    by_core: Mapping[str, tuple[tuple[Core, Term], ...]]
    begun: Mapping[str, tuple[str, ...]]
    ended: Mapping[str, tuple[str, ...]]

    def meanings(self, text: str) -> tuple[Term, ...]:
        """The meanings of a printed label: as spelled, else by its core, else as a misprint.

        >>> [term.key for term in vocabulary().meanings("2、屬於國家秘密")]
        ['refused.state_secret']
        >>> [term.key for term in vocabulary().meanings("本年收费金额/元")]
        ['amount']
        >>> vocabulary().meanings("行政检查")
        ()
        """
        squeezed = _UNIT.sub("", _NOTE.sub("", squeeze(text).rstrip(":")))
        known = self._bracketed(squeezed) or self._numbered(squeezed)
        return known or self.bare.get(squeezed, ()) or self._behind_headings(squeezed)

    def spelled(self, text: str) -> tuple[Term, ...]:
        """The meanings of a label spelled as a form prints it, with any mark behind its number.

        >>> [term.key for term in vocabulary().spelled("1、属于国家秘密")]
        ['refused.state_secret']
        >>> vocabulary().spelled("属于国家秘密")
        ()
        """
        squeezed = squeeze(text).rstrip(":")
        marked = self.exact.get(squeezed, ())
        return marked or next(filter(None, map(self.exact.get, marked_otherwise(squeezed))), ())

    def _bracketed(self, squeezed: str) -> tuple[Term, ...]:
        """The meanings of a label with a part of it in brackets that no form prints."""
        if "(" not in squeezed or squeezed in self.exact:
            return ()
        return self.exact.get(squeezed.translate(BRACKETS), ())

    def _behind_headings(self, squeezed: str) -> tuple[Term, ...]:
        """The meanings of a label behind all the headings above it, as in a path."""
        *path, last = _PATH.split(squeezed)
        above = (self._numbered(words) for words in path)
        is_path = bool(path) and all(terms and terms[0].role is Role.HEADING for terms in above)
        return self._numbered(last) if is_path else ()

    def _numbered(self, squeezed: str) -> tuple[Term, ...]:
        """The meanings of a label as spelled, or by its core, with any number before it.

        None if it may be the first piece of a longer label with the same number.
        """
        exact = self.exact.get(squeezed, ())
        core = core_of(squeezed)
        is_another = core.style and not exact and core.words in self.by_core
        if is_another and any(other.words != core.words for other in self._longer(squeezed)):
            return ()
        found = (*exact, *(term for term in self._alike(core) if term not in exact))
        return found or self.near(core)

    def _longer(self, squeezed: str) -> Iterable[Core]:
        """The cores of the labels that begin with a text."""
        return (core_of(label) for label in self.exact if label.startswith(squeezed))

    def near(self, core: Core) -> tuple[Term, ...]:
        """The meanings of the nearest label, if no other is as near or begins with these words."""
        if len(core.words) < _SHORTEST_MISPRINT:
            return ()
        ranked: dict[int, list[Term]] = defaultdict(list)
        begun = self.begun.get(core.words[:_EDGE], ())
        ended = self.ended.get(core.words[-_EDGE:], ())
        least, most = len(core.words), len(core.words) + MOST_FAULTS
        for words in {words for words in (*begun, *ended) if least <= len(words) <= most}:
            for missed, term in self._misprinted(core, words):
                ranked[missed].append(term)
        best = ranked[min(ranked)] if ranked else []
        longer = (label for label in begun if label.startswith(core.words))
        others = (term for label in longer for _, term in self.by_core[label])
        if not best:
            return self._misread(core, {*begun, *ended})
        return tuple(best) if len(_named(best, others)) == 1 else ()

    def _misread(self, core: Core, labels: Iterable[str]) -> tuple[Term, ...]:
        """The row of the same number that a long core misses by one letter, and no other does."""
        alike = [words for words in labels if is_misread(core.words, words)]
        found = [pair for words in alike for pair in self.by_core[words]]
        numbered = [term for other, term in found if core.is_numbered_as(other)]
        is_row = all(term.role is Role.ROW for _, term in found)
        is_one = len(alike) == 1 and len(_named(numbered)) == 1
        return tuple(numbered) if is_row and is_one else ()

    def _alike(self, core: Core) -> list[Term]:
        """The terms with the words of a core, those with its number first.

        If the words name only a single row, its number may be any.
        """
        found = self.by_core.get(core.words, ())
        terms = [(other.is_numbered_as(core), term) for other, term in found if core.may_be(other)]
        if terms:
            return [term for _, term in sorted(terms, key=itemgetter(0), reverse=True)]
        everything = [term for _, term in found]
        alone = len(_named(everything)) == 1 and everything[0].role is Role.ROW
        return everything if alone else []

    def _misprinted(self, core: Core, words: str) -> Iterator[tuple[int, Term]]:
        """The terms with the words of another core, each with the number of misprints."""
        strictly, freely = faults(core.words, words), rewordings(core.words, words)
        for other, term in self.by_core[words]:
            missed = freely if term.role in _WORDED_FREELY else strictly
            if missed is not None and core.may_be(other):
                yield missed, term


def _things(terms: Iterable[Term]) -> frozenset[tuple[Role, str, str]]:
    return frozenset(_named(terms))


def _named(*terms: Iterable[Term]) -> set[tuple[Role, str, str]]:
    """The different things that terms name."""
    return {(term.role, term.table, term.key) for some in terms for term in some}


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of all forms."""
    return gather(_terms())


def gather(spelled_terms: Iterable[tuple[str, Term]]) -> Vocabulary:
    """Build a vocabulary from terms, each with one of its spellings."""
    exact: dict[str, list[Term]] = defaultdict(list)
    by_core: dict[str, list[tuple[Core, Term]]] = defaultdict(list)
    for label, term in spelled_terms:
        squeezed = squeeze(label)
        exact[squeezed].append(term)
        core = core_of(squeezed)
        if term.role is Role.SECTION:
            core = Core(core.words, None)
        by_core[core.words].append((core, term))
    return Vocabulary(
        exact={label: tuple(terms) for label, terms in exact.items()},
        bare=_without_punctuation(exact),
        by_core={words: tuple(terms) for words, terms in by_core.items()},
        begun=map_reduce(by_core, lambda words: words[:_EDGE], reducefunc=tuple),
        ended=map_reduce(by_core, lambda words: words[-_EDGE:], reducefunc=tuple),
    )


def _without_punctuation(exact: Mapping[str, list[Term]]) -> Mapping[str, tuple[Term, ...]]:
    """Unambiguous labels without any punctuation, as some tools print them: ``一收到申请数``."""
    bare: Mapping[str, list[list[Term]]] = map_reduce(exact, _bare, exact.__getitem__)
    certain = ((said, found) for said, found in bare.items() if len(set(map(_things, found))) == 1)
    return {said: tuple(chain.from_iterable(found)) for said, found in certain}


def _bare(squeezed: str) -> str:
    return "".join(filter(str.isalnum, squeezed))


def _terms() -> Iterator[tuple[str, Term]]:
    """Every spelling of every label with its meaning, with the places of the latest form."""
    order: dict[tuple[Role, str, str], int] = {}
    forms: dict[tuple[Role, str, str, str], list[Form]] = defaultdict(list)
    for form in reversed(Form):
        for table in tables_of(form):
            for place, (role, key, label) in enumerate(_labels(table)):
                order.setdefault((role, table.key, key), place)
                forms[role, table.key, key, label].append(form)
    for (role, table_key, key, label), printed_in in forms.items():
        term = Term(role, table_key, key, order[role, table_key, key], label, frozenset(printed_in))
        yield from ((spelled, term) for spelled in _spellings(label))
    for section in SECTIONS:
        yield (
            section.heading,
            Term(Role.SECTION, section.key, section.key, 0, section.heading, frozenset()),
        )


def _spellings(label: str) -> Iterable[str]:
    """A label as the form prints it, and with variants of its year: 本年度 for 本年.

    The numbers of an article of law and of its item may also be Arabic: 第20条第5项.
    """
    said = (re.sub(year, word, label) for year, words in _YEARS for word in words.split())
    return dict.fromkeys((label, *said, *with_item_numbered_otherwise(label)))


def _labels(table: FormTable) -> Iterator[tuple[Role, str, str]]:
    """The role, the key and the spelling of every label of a table."""
    declared = table.declared
    yield from ((Role.CORNER, "", corner) for corner in declared.corners)
    headings = (*declared.column_headings, *declared.heading_aliases)
    yield from ((Role.HEADING, "", heading) for heading in headings)
    for block in table.blocks:
        if block.caption:
            for prefix in ("", *declared.caption_prefixes):
                yield Role.CAPTION, block.caption, prefix + block.caption
        for role, lines in ((Role.COLUMN, block.columns), (Role.ROW, block.rows)):
            for line in lines:
                yield from ((Role.HEADING, "", heading) for heading in line.headings)
                yield from ((role, line.key, label) for label in (line.label, *line.aliases))
