"""How text is written that is raised, struck out, unseen or in another place, or by its tag."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..drawing import lowered, raised, struck
from ..figures import has_words

Change = Callable[[str], str]
"""A function from a piece of text to how it is shown."""


def left_out(_: str) -> str:
    """Leave out words that nobody sees."""
    return ""


def with_figures_struck(said: str) -> str:
    """Strike figures that may not be seen, so that they are none; labels stay labels.

    >>> with_figures_struck("3"), with_figures_struck("规章")
    ('~~3~~', '规章')
    """
    return said if has_words(said) else struck(said)


def with_figures_apart(said: str) -> str:
    """Put blanks around figures that are moved from their place, so that they join no others."""
    return f" {said} " if any(map(str.isdigit, said)) else said


def with_digits_apart(said: str) -> str:
    """Put blanks around small digits: they mark a footnote and are no part of a figure."""
    return f" {said} " if said.strip().isdigit() else said


def backwards(said: str) -> str:
    """Write text as a line that runs from right to left shows it."""
    return said[::-1]


BY_TAG: Mapping[str, Change] = {
    "sup": raised,
    "sub": lowered,
    "del": struck,
    "s": struck,
    "strike": struck,
    "small": with_digits_apart,
    "mfrac": with_digits_apart,
    "msub": with_digits_apart,
    "msubsup": with_digits_apart,
    "msup": with_digits_apart,
    "mover": with_digits_apart,
    "munder": with_digits_apart,
    "mroot": with_digits_apart,
}
"""Changes by the tags of the elements that make them; those with an m are of formulas.

A tag says what the words are, so a style that makes them look like others does not undo it.
"""
