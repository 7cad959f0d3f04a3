"""The figures in a report's narrative: each number with its unit and the words it counts."""

from __future__ import annotations

from collections.abc import Iterable

from ..values import Figure, Section
from .sentences import Mention, Paragraph, Sentence, paragraphs
from .units import SHARES

__all__ = ["SHARES", "Mention", "Paragraph", "Sentence", "figures_of", "paragraphs"]


def figures_of(text: str, sections: Iterable[Section]) -> tuple[Figure, ...]:
    """The figures in the narrative of a report, in the order of its text."""
    return tuple(
        mention.figure
        for paragraph in paragraphs(text, sections)
        for sentence in paragraph
        for mention in sentence.mentions
    )
