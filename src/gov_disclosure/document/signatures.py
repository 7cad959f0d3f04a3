"""The agency, if the title names none: from the line below it, the signature, or its author.

A signature is the name of the body and the day, at the end of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..labelled import Contacts, Metadata
from ..text.fold import fold
from ..text.furniture import LEADS, is_furniture
from ..text.source import Place
from .authors import authors
from .endings import A_DAY, BLANKS, LINES, NAME, names_signed
from .names import is_of_a_site, names_a_body
from .pairs import OTHER_LABELS, labels_of
from .title_words import NO_AGENCY
from .titles import Title

_BELOW_TITLE = re.compile(
    rf"{LINES}(?:{A_DAY}{LINES})?(?<=\s){NAME}{BLANKS}(?:{A_DAY}{BLANKS})?$", re.MULTILINE
)
_DAY_BESIDE = re.compile(A_DAY)
_DAY_AND_MORE = 24
_LABELS = (*OTHER_LABELS, *labels_of(Metadata), *labels_of(Contacts), *LEADS.split())


def signing(text: str, title: Title | None, body: int) -> Iterator[str]:
    r"""Yield the body named right below a title, at the end of a report, or as its author.

    ``body`` is where the first section begins.  Nothing is yielded if several bodies sign.

    >>> list(signing("一、总体情况\n略。\n石桥县教育局\n2022年1月15日", None, 0))
    ['石桥县教育局']
    """
    folded = fold(text)
    for places in _places(folded, title, body):
        names = {"".join(text[slice(*place)].split()) for place in places}
        if names:
            yield from names if len(names) == 1 and all(map(_is_certain, names)) else ()
            return


def _places(folded: str, title: Title | None, body: int) -> Iterator[Sequence[Place]]:
    """The places of possible names in a folded text, the most reliable kind first."""
    if title is not None:
        below = _BELOW_TITLE.match(folded, title.place[1], body)
        yield [below.span("name")] if below and _is_dated(folded, below) else []
    yield names_signed(folded, body)
    yield from authors(folded, body)


def _is_dated(folded: str, below: re.Match[str]) -> bool:
    """Whether a day stands beside a name below a title, or the name occurs again in the text."""
    beside = below[0].replace(below["name"], "") + folded[below.end() :].lstrip()[:_DAY_AND_MORE]
    return _DAY_BESIDE.search(beside) is not None or folded.count(below["name"]) > 1


def _is_certain(name: str) -> bool:
    """Whether a name is that of a certain body, rather than a label or other words."""
    if is_furniture(name) or name.startswith(_LABELS):
        return False
    return names_a_body(name) and not (NO_AGENCY.match(name) or is_of_a_site(name))
