"""The figures in a report's narrative: numbers with their units and words."""

from __future__ import annotations

from collections.abc import Iterable

from ..values import Figure
from .sentences import Mention, Paragraph, Sentence, paragraphs
from .units import SHARES

__all__ = ["SHARES", "Mention", "Paragraph", "Sentence", "figures_of", "paragraphs"]


def figures_of(narrative: Iterable[Paragraph]) -> tuple[Figure, ...]:
    """The figures in a narrative, in the order of its text."""
    return tuple(
        mention.figure
        for paragraph in narrative
        for sentence in paragraph
        for mention in sentence.mentions
    )
