"""The narrative as it is searched: paragraphs of sentences, with the figures in these."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ..text.source import Place
from ..values import Figure


@attrs.frozen
class Mention:
    """A figure with the folded text around it; ``place`` counts in its sentence.

    ``gap`` is the text from the figure before it, or the start of the sentence, up to this one.
    ``before`` is the clause that leads up to the figure, ``after`` the rest of the clause behind
    it.  ``depth`` is the number of brackets open around it.
    """

    figure: Figure
    place: Place
    gap: str
    before: str
    after: str
    depth: int


@attrs.frozen
class Sentence:
    """A sentence, folded, with its figures, and the key of the section it stands in."""

    said: str
    section: str | None
    mentions: tuple[Mention, ...]


Paragraph = tuple[Sentence, ...]


def figures_of(narrative: Iterable[Paragraph]) -> tuple[Figure, ...]:
    """The figures in a narrative, in the order of its text."""
    return tuple(
        mention.figure
        for paragraph in narrative
        for sentence in paragraph
        for mention in sentence.mentions
    )
