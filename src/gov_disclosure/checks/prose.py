"""What the narrative says of a table's quantity, held against the table.

A finding that is wrong is worse than none.  So a figure is looked at only if its whole clause
is one of the declared phrases, and nothing in its sentence hints at another year, another body,
a part of the quantity, or a sum over several years.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

import attrs

from ..figures import SHARES, Mention, Paragraph, Sentence, paragraphs
from ..findings import Amount, Finding, Status
from ..forms import Address
from ..tables import (
    CONCLUDED,
    HANDLED,
    PROCEEDINGS_SAID,
    PUBLISHED,
    RECEIVED,
    RECEIVED_BRIEFLY,
    SAID,
    Said,
)
from ..values import Cell, Kind
from .circumstances import (
    in_the_year,
    is_of_another_time,
    names_another_body,
    sums_up,
    years_named,
)
from .judging import Side, add_up
from .phrasing import clause_of, quantity_named
from .prose_rules import PROSE_TABLE
from .subject import Audited, by_address
from .wording import plainly

_OF_THE_YEAR = frozenset(("preamble", "overview", "proactive", "applications", "proceedings"))
"""The sections that tell what was done; the others are of plans and of other matters."""

_ON_APPLICATIONS = re.compile("公开.{0,4}申请|依申请")
_ON_DISCLOSURE = re.compile("信息公开")
_ON_DISCLOSURE_IN_PART = re.compile(r"(?:其中|涉及)[^,;\ufe50]{0,12}信息公开")
_WITH_LEFTOVERS = re.compile("(?:含|包括|其中|加上?).{0,12}结转")

_ALL_RECEIVED = frozenset((*RECEIVED, *RECEIVED_BRIEFLY))
_OF_SENTENCES = (*RECEIVED, *PUBLISHED)
"""What a clause alone tells."""
_OF_APPLICATIONS = (*RECEIVED_BRIEFLY, *HANDLED, *CONCLUDED)
"""What a clause tells in a paragraph on applications for disclosure."""


@attrs.frozen
class Heard:
    """A figure that names a quantity of the tables."""

    said: Said
    mention: Mention


def prose(report: Audited) -> Iterator[Finding]:
    """A finding for every figure of the narrative that surely names a quantity of a table."""
    sides = _sides(report)
    heard = tuple(_heard(report, tuple(sides)))
    numbers: dict[Said, set[Amount]] = defaultdict(set)
    for one in heard:
        numbers[one.said].add(one.mention.figure.number)
    for one in heard:
        yield _finding(one, sides[one.said], report.text, len(numbers[one.said]) == 1)


def _sides(report: Audited) -> dict[Said, Side]:
    """The cells of each quantity that the report's tables show."""
    cells = by_address(report)
    found = {said: Side(said.name, tuple(_cells(said, cells))) for said in SAID}
    return {
        said: side
        for said, side in found.items()
        if any(cell.kind is not Kind.MISSING for cell in side.cells)
    }


def _cells(said: Said, cells: Mapping[Address, Cell]) -> Iterator[Cell]:
    for table, row, column in said.terms:
        for where, cell in cells.items():
            if where[::2] == (table, column) and f"{where[1]}.".startswith(f"{row}."):
                yield cell


def _heard(report: Audited, known: tuple[Said, ...]) -> Iterator[Heard]:
    if known:
        for paragraph in paragraphs(report.text, report.sections):
            if paragraph and paragraph[0].section in _OF_THE_YEAR:
                yield from _in_paragraph(paragraph, known, report)


def _in_paragraph(
    paragraph: Paragraph, known: tuple[Said, ...], report: Audited
) -> Iterator[Heard]:
    """A sentence that names no year is of the year named last."""
    year = report.year
    on_applications = paragraph[0].section == "applications"
    for sentence in paragraph:
        years = years_named(sentence.said)
        year = years[-1] if years else year
        on_applications = on_applications or bool(_ON_APPLICATIONS.search(sentence.said))
        if {year, *years} <= {report.year} and _is_sure(sentence, report.agency):
            meant = {*_OF_SENTENCES, *_of_proceedings(sentence)}
            meant |= {*_OF_APPLICATIONS} if on_applications else set()
            listed = tuple(said for said in known if said in meant)
            yield from _in_sentence(sentence, listed, report.agency)


def _is_sure(sentence: Sentence, agency: str | None) -> bool:
    """Whether a sentence holds figures, and nothing in it hints at another time or body."""
    if not sentence.mentions or is_of_another_time(sentence.said):
        return False
    return not names_another_body(sentence.said, agency)


def _of_proceedings(sentence: Sentence) -> tuple[Said, ...]:
    """Reviews and lawsuits, if the sentence speaks of those over disclosure and no others."""
    on_disclosure = sentence.section == "proceedings" or _ON_DISCLOSURE.search(sentence.said)
    in_part = _ON_DISCLOSURE_IN_PART.search(sentence.said)
    return PROCEEDINGS_SAID if on_disclosure and not in_part else ()


def _in_sentence(
    sentence: Sentence, known: tuple[Said, ...], agency: str | None
) -> Iterator[Heard]:
    """The quantities named in a sentence; where it counts leftovers in, not what was received."""
    adds_up_years = sums_up(sentence.said)
    unsure = _ALL_RECEIVED if _WITH_LEFTOVERS.search(sentence.said) else frozenset()
    before: set[Said | None] = set()
    for mention in sentence.mentions:
        figure = mention.figure
        if figure.unit in SHARES:
            continue
        said = quantity_named(clause_of(mention, agency), figure.unit, known)
        if not _is_whole(said, before) or (adds_up_years and not in_the_year(mention.before)):
            said = None
        if said is not None or mention.depth == 0:
            before.add(said)
        if said is not None and said not in unsure:
            yield Heard(said, mention)


def _is_whole(said: Said | None, before: set[Said | None]) -> bool:
    """Whether a quantity is said of all applications: no unknown part of them was named before.

    收到申请3件,予以公开2件 is of all of them, 网上申请3件,予以公开2件 is not.
    """
    if said in CONCLUDED:
        return None not in before and not before.isdisjoint(_ALL_RECEIVED)
    return said not in HANDLED or None not in before


def _finding(heard: Heard, side: Side, text: str, is_consistent: bool) -> Finding:
    """What came of a figure; a narrative that says two things of one quantity means two things."""
    figure = heard.mention.figure
    status = _verdict(figure.number, side) if is_consistent else Status.UNKNOWN
    printed = " + ".join(map(plainly, side.printed)) or None
    finding = PROSE_TABLE.finding(
        status,
        cells=side.cells,
        spans=[figure.span],
        name=heard.said.name,
        said=text[figure.span.start : figure.span.end],
        printed=printed or "no figure",
        printed_zh=printed or "未印数字",
    )
    rule = " + ".join(".".join(term) for term in heard.said.terms)
    return attrs.evolve(finding, rule=f"figure = {rule}", left=figure.number, right=side.total)


def _verdict(number: Amount, side: Side) -> Status:
    """Whether the table says the same, whatever counts its cells without a figure may hold."""
    total = add_up(side.printed)
    if not side.open:
        return Status.PASS if number == total else Status.FAIL
    return Status.FAIL if total > number else Status.UNKNOWN
