"""Find the end of labels in running text, character by character."""

from __future__ import annotations

from functools import cache, lru_cache

from more_itertools import flatten

from ..text.fold import ASIDE, NOT_IN_LABELS, QUOTES, squeeze
from .cores import REMARK, core_of, marked_otherwise
from .vocabulary import vocabulary

_FARTHEST_END = 200
"""The greatest length of a label with blanks in it."""


class _Letters(dict[str, "_Letters"]):
    """A node of the tree of labels: the next characters, and whether a label ends here."""

    complete = False


@cache
def _spellings() -> _Letters:
    """The tree of all labels, with any mark behind their numbers.

    Each stands there with and without the remark in brackets behind it.
    """
    first = _Letters()
    for label in vocabulary().exact:
        remark = REMARK.fullmatch(label)
        spellings = {label, remark[1] if remark else label}
        for spelling in {*spellings, *flatten(map(marked_otherwise, spellings))}:
            letters = first
            for letter in spelling:
                letters = letters.setdefault(letter, _Letters())
            letters.complete = True
    return first


def spells_label(text: str) -> bool:
    """Whether a text is exactly a label of a form.

    >>> spells_label("1、属于国家秘密"), spells_label("属于国家秘密")
    (True, False)
    """
    return len(text) < _FARTHEST_END and _spells_label(text)


@lru_cache(maxsize=1 << 12)
def _spells_label(text: str) -> bool:
    return bool(vocabulary().spelled(text))


def begins_label(text: str) -> bool:
    """Whether a text is a proper beginning of a label, and more than its number.

    >>> begins_label("四、结转下年度"), begins_label("四、结转下年度继续办理"), begins_label("4.")
    (True, False, False)
    """
    return len(text) < _FARTHEST_END and _begins_label(text)


@lru_cache(maxsize=1 << 12)
def _begins_label(text: str) -> bool:
    squeezed = squeeze(text)
    letters = _spellings()
    for letter in squeezed:
        if letter not in letters:
            return False
        letters = letters[letter]
    return not letters.complete and core_of(squeezed).words != ""


def end_of_label(folded: str, start: int) -> int | None:
    r"""The end of the longest label that starts at a place in a folded text, ignoring blanks.

    Pinyin or mere signs in brackets are ignored as well.

    A quote that closes behind a label belongs to it if it was opened inside.

    >>> end_of_label("行政\n许可29", 0), end_of_label("办理行政许可29件", 0)
    (5, None)
    >>> end_of_label("行政处(chu)罚(fa)29", 0)
    13
    """
    end = _end_of_letters(folded, start)
    if end is None:
        return None
    opening = QUOTES.get(folded[end : end + 1])
    return end + 1 if opening is not None and opening in folded[start:end] else end


def _end_of_letters(folded: str, start: int) -> int | None:
    """The end of the last character of that label."""
    letters = _spellings().get(folded[start : start + 1])
    if letters is None:
        return None
    end = None
    at, farthest = start + 1, min(start + _FARTHEST_END, len(folded))
    while at < farthest:
        letter = folded[at]
        at += 1
        following = letters.get(letter)
        if following is not None:
            letters = following
            end = at if letters.complete else end
        elif letter == "(" and (aside := ASIDE.match(folded, at - 1)):
            end = aside.end() if end == at - 1 else end
            at = aside.end()
        elif letter not in NOT_IN_LABELS:
            return end
    return end
