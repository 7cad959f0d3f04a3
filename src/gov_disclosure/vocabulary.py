"""The words of the forms: what a printed label can mean, exactly or by a near miss."""

from __future__ import annotations

import enum
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import attrs

from .declare import Form
from .fold import NOT_IN_LABELS, squeeze
from .forms import FormTable, tables_of
from .tables import SECTIONS


class Role(enum.Enum):
    """What a label does in a report."""

    SECTION = "section"
    CAPTION = "caption"
    CORNER = "corner"
    HEADING = "heading"
    COLUMN = "column"
    ROW = "row"


@attrs.frozen(eq=False)
class Term:
    """One meaning of a label: what it names in which table, and the forms that print it so.

    ``order`` is the row's or column's place in its table.
    """

    role: Role
    table: str
    key: str
    order: int
    label: str
    forms: frozenset[Form]


_ORDINAL = re.compile(
    r"""
      (?P<bracketed> \( [一二三四五六七八九十]{1,3} \)? | [一二三四五六七八九十]{1,3}\) | [㈠-㈩] )
    | (?P<chinese>   [一二三四五六七八九十]{1,3} [、.,:] )
    | (?P<arabic>    \( \d{1,2} \)? | \d{1,2}(?!\d) [、.,:)]? | [①-⒛] )
    """,
    re.VERBOSE,
)
_REMARK = re.compile(r"(.{2,}?)\((?:[^()]*(?:\([^()]*\)[^()]*)*\)|[^()]*)")
_FARTHEST_END = 200
"""No label with the blanks within it reaches farther."""

_LEADING_WORDS = re.compile(r"其中[:,]?")
_IN_CORES = str.maketrans("", "", "、,.;:。")


@attrs.frozen
class Core:
    """A label without its ordinal, remark and punctuation, and the style of that ordinal."""

    words: str
    style: str | None

    def may_be(self, other: Core) -> bool:
        """Whether the ordinals allow that both are one label: one has none, or both one style."""
        return self.style is None or other.style is None or self.style == other.style


def core_of(squeezed: str) -> Core:
    """The core of a squeezed label.

    >>> core_of("(二)部分公开(区分处理的,只计这一情形,不计其他情形)")
    Core(words='部分公开', style='bracketed')
    >>> core_of("第二十条第(一)项").words
    '第二十条第(一)项'
    """
    ordinal = _ORDINAL.match(squeezed)
    words = squeezed[ordinal.end() :] if ordinal else squeezed
    words = _LEADING_WORDS.sub("", words, count=1)
    remark = _REMARK.fullmatch(words)
    kept = (remark[1] if remark else words).translate(_IN_CORES)
    return Core(kept, ordinal.lastgroup if ordinal else None)


def faults(words: str, label: str) -> int | None:
    """How many characters of a label the words lack or have otherwise; None if it is another.

    Words that have *more* than the label are another label: 非规范性文件 is not 规范性文件.

    >>> faults("现行有效件", "现行有效件数"), faults("主动公开政务信息情况", "主动公开政府信息情况")
    (1, 1)
    >>> faults("行政处", "行政处罚"), faults("非规范性文件", "规范性文件")
    (None, None)
    """
    allowed = 0 if len(label) < 5 else 1 if len(label) < 9 else 2
    lacking = len(label) - len(words)
    if not 0 <= lacking <= allowed:
        return None
    if lacking:
        return lacking if _is_subsequence(words, label) else None
    differing = sum(a != b for a, b in zip(words, label, strict=True))
    return differing if differing <= allowed else None


def _is_subsequence(words: str, label: str) -> bool:
    letters = iter(label)
    return all(letter in letters for letter in words)


@attrs.frozen
class Vocabulary:
    """All labels of all forms, by their exact spelling and by their core."""

    exact: Mapping[str, tuple[Term, ...]]
    by_core: Mapping[str, tuple[tuple[Core, Term], ...]]

    def meanings(self, text: str) -> tuple[Term, ...]:
        """What a printed label can mean: as spelled, else by its core, else by a near miss.

        >>> [term.key for term in vocabulary().meanings("2、屬於國家秘密")]
        ['refused.state_secret']
        >>> vocabulary().meanings("行政检查")
        ()
        """
        squeezed = squeeze(text).rstrip(":")
        exact = self.exact.get(squeezed, ())
        core = core_of(squeezed)
        alike = [term for other, term in self.by_core.get(core.words, ()) if core.may_be(other)]
        found = (*exact, *(term for term in alike if term not in exact))
        return found or self.near(core)

    def spelled(self, text: str) -> tuple[Term, ...]:
        """What a label means that is spelled exactly as a form prints it."""
        return self.exact.get(squeeze(text).rstrip(":"), ())

    def near(self, core: Core) -> tuple[Term, ...]:
        """The label that the core misses by least, if no other is as near or begins so too."""
        if len(core.words) < 4:
            return ()
        ranked: dict[int, list[Term]] = defaultdict(list)
        for words in self._candidates(core.words):
            missed = faults(core.words, words)
            if missed is not None:
                ranked[missed] += [t for other, t in self.by_core[words] if core.may_be(other)]
        best = ranked[min(ranked)] if ranked else []
        begun = [
            t
            for label, some in self.by_core.items()
            if label.startswith(core.words)
            for _, t in some
        ]
        names = {(term.role, term.table, term.key) for term in (*best, *begun)}
        return tuple(best) if len(names) == 1 else ()

    def _candidates(self, words: str) -> Iterator[str]:
        """Cores that share the first or the last two characters, or the middle, with the words."""
        ends = {words[:2], words[-2:]}
        return (other for other in self.by_core if other[:2] in ends or other[-2:] in ends)


class _Letters(dict[str, "_Letters"]):
    """The letters with which labels go on from here; ``complete`` tells that one ends here."""

    complete = False


@cache
def _spellings() -> _Letters:
    """All labels, with and without the remark in brackets behind them, letter by letter."""
    first = _Letters()
    for label in vocabulary().exact:
        remark = _REMARK.fullmatch(label)
        for spelling in {label, remark[1] if remark else label}:
            letters = first
            for letter in spelling:
                letters = letters.setdefault(letter, _Letters())
            letters.complete = True
    return first


def begins_label(text: str) -> bool:
    """Whether a text is the beginning of a label, and not all of it.

    >>> begins_label("四、结转下年度"), begins_label("四、结转下年度继续办理")
    (True, False)
    """
    letters = _spellings()
    for letter in squeeze(text):
        if letter not in letters:
            return False
        letters = letters[letter]
    return not letters.complete


def end_of_label(folded: str, start: int) -> int | None:
    """Where the longest label ends that starts at a place in a folded text, blanks passed over.

    >>> end_of_label("行政 许可29", 0), end_of_label("办理行政许可29件", 0)
    (5, None)
    """
    letters = _spellings()
    end = None
    for at in range(start, min(start + _FARTHEST_END, len(folded))):
        letter = folded[at]
        if letter not in NOT_IN_LABELS:
            following = letters.get(letter)
            if following is None:
                return end
            letters = following
            end = at + 1 if letters.complete else end
        elif at == start:
            return None
    return end


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of all forms."""
    return gather(_terms())


def gather(spelled_terms: Iterable[tuple[str, Term]]) -> Vocabulary:
    """A vocabulary of terms, each with one of its spellings."""
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
        by_core={words: tuple(terms) for words, terms in by_core.items()},
    )


def _terms() -> Iterator[tuple[str, Term]]:
    """Every spelling of every label, with what it means; the latest form's places count."""
    order: dict[tuple[Role, str, str], int] = {}
    forms: dict[tuple[Role, str, str, str], list[Form]] = defaultdict(list)
    for form in reversed(Form):
        for table in tables_of(form):
            for place, (role, key, label) in enumerate(_labels(table)):
                order.setdefault((role, table.key, key), place)
                forms[role, table.key, key, label].append(form)
    for (role, table_key, key, label), printed_in in forms.items():
        place = order[role, table_key, key]
        yield label, Term(role, table_key, key, place, label, frozenset(printed_in))
    for section in SECTIONS:
        yield (
            section.heading,
            Term(Role.SECTION, section.key, section.key, 0, section.heading, frozenset()),
        )


def _labels(table: FormTable) -> Iterator[tuple[Role, str, str]]:
    """The role, the key and the spelling of everything printed in a table but its figures."""
    declared = table.declared
    yield from ((Role.CORNER, "", corner) for corner in declared.corners)
    yield from ((Role.HEADING, "", heading) for heading in declared.column_headings)
    for block in table.blocks:
        if block.caption:
            yield Role.CAPTION, block.caption, block.caption
        for role, lines in ((Role.COLUMN, block.columns), (Role.ROW, block.rows)):
            for line in lines:
                yield from ((Role.HEADING, "", heading) for heading in line.headings)
                yield from ((role, line.key, label) for label in (line.label, *line.aliases))
