"""Find the figures of the narrative that certainly name a quantity of the tables.

A finding that is wrong is worse than none.  So a figure is heard only if its whole clause is one
of the declared phrases, and nothing in its sentence hints at another year, another body, a part
of the quantity, or a sum over several years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from ..figures.mentions import Mention, Paragraph, Sentence
from ..figures.units import SHARES
from ..tables import (
    HANDLED,
    LEFT_OVER,
    PROCEEDINGS_SAID,
    PUBLISHED,
    RECEIVED,
    RECEIVED_BRIEFLY,
    Said,
)
from .circumstances import (
    in_the_year,
    is_of_another_time,
    names_another_body,
    sums_up,
    years_named,
)
from .phrasing import clause_of, quantity_named
from .subject import Audited

_OF_THE_YEAR = frozenset(("preamble", "overview", "proactive", "applications", "proceedings"))
"""The sections that report results; other sections are about plans and other matters."""

_ALL_RECEIVED = frozenset((*RECEIVED, *RECEIVED_BRIEFLY))
_OF_CLAUSES = frozenset((*RECEIVED, *LEFT_OVER, *PUBLISHED))
"""Quantities named by a clause alone; the others need a word in their paragraph or sentence."""
_OF_APPLICATIONS = frozenset((*RECEIVED_BRIEFLY, *HANDLED))

_ON_APPLICATIONS = re.compile("公开.{0,4}申请|依申请")
_ON_DISCLOSURE = re.compile("信息公开")
_ON_DISCLOSURE_IN_PART = re.compile(r"(?:其中|涉及)[^,;\ufe50]{0,12}信息公开")
_WITH_LEFTOVERS = re.compile("(?:含|包括|其中|加上?).{0,12}结转")


@attrs.frozen(kw_only=True)
class Heard:
    """A figure and the quantity that its clause names; None if it names none.

    ``has_leftovers``: its sentence includes applications carried over from the year before.
    """

    mention: Mention
    said: Said | None = None
    has_leftovers: bool = False


def quantities_heard(
    report: Audited, narrative: Sequence[Paragraph], known: frozenset[Said]
) -> Iterator[tuple[Said, Mention]]:
    """The figures that certainly name a known quantity, in the order of the text."""
    for paragraph in narrative:
        if paragraph and paragraph[0].section in _OF_THE_YEAR:
            yield from _said_of_all(_heard(paragraph, known, report))


def _said_of_all(heard: Iterator[Heard]) -> Iterator[tuple[Said, Mention]]:
    """Drop results that may be about a part: behind an unknown figure after those received.

    收到申请3件,予以公开2件 is said of all applications, 网上申请3件,予以公开2件 is not.
    """
    of_all = False
    for one in heard:
        said, mention = one.said, one.mention
        if said in _ALL_RECEIVED:
            of_all = True
        elif said is None or (said in HANDLED and not of_all):
            of_all = of_all and mention.depth > 0
            continue
        if not (one.has_leftovers and said in _ALL_RECEIVED):
            yield said, mention


def _heard(paragraph: Paragraph, known: frozenset[Said], report: Audited) -> Iterator[Heard]:
    """The figures of a paragraph; a sentence without a year belongs to the year named last."""
    year = report.year
    on_applications = paragraph[0].section == "applications"
    for sentence in paragraph:
        years = years_named(sentence.said)
        year = years[-1] if years else year
        on_applications = on_applications or bool(_ON_APPLICATIONS.search(sentence.said))
        is_sure = {year, *years} <= {report.year} and _is_sure(sentence, report.agency)
        meant = _OF_CLAUSES | _of_proceedings(sentence)
        meant |= _OF_APPLICATIONS if on_applications else frozenset()
        listed = known & meant if is_sure else frozenset()
        yield from _in_sentence(sentence, listed, report.agency)


def _is_sure(sentence: Sentence, agency: str | None) -> bool:
    """Whether a sentence has no sign of another time or another body."""
    return not is_of_another_time(sentence.said) and not names_another_body(sentence.said, agency)


def _of_proceedings(sentence: Sentence) -> frozenset[Said]:
    """Reviews and lawsuits, if the sentence is only about those over disclosure."""
    on_disclosure = sentence.section == "proceedings" or _ON_DISCLOSURE.search(sentence.said)
    in_part = _ON_DISCLOSURE_IN_PART.search(sentence.said)
    return frozenset(PROCEEDINGS_SAID if on_disclosure and not in_part else ())


def _in_sentence(sentence: Sentence, known: frozenset[Said], agency: str | None) -> Iterator[Heard]:
    adds_up_years = sums_up(sentence.said)
    has_leftovers = _WITH_LEFTOVERS.search(sentence.said) is not None
    for mention in sentence.mentions:
        if mention.figure.unit in SHARES:
            continue
        if not known or (adds_up_years and not in_the_year(mention.before)):
            yield Heard(mention=mention)
        else:
            said = quantity_named(clause_of(mention, agency), mention.figure.unit, known)
            yield Heard(mention=mention, said=said, has_leftovers=has_leftovers)
