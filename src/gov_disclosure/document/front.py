"""The front matter of a report: title, agency, year, period, metadata and contacts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import attrs

from ..labelled import Contacts, Metadata
from ..text.fold import fold
from ..text.source import Place, Source
from ..values import Period
from .announced import Announced, agency_announced, announcements, year_announced
from .catalogue import Labelled, find_contacts, find_metadata
from .names import is_the_only_one, names_a_body, without_seal
from .own_title import find_title
from .periods import find_period, find_year
from .signatures import signing
from .titles import Title

_PLACE = 2
"""No name of a place is shorter."""


@attrs.frozen(kw_only=True)
class Front:
    """The front matter of a report, and the places of its labelled data.

    ``agency`` is the reporting body: as named by the title, else by the sentence that announces
    the report, the table's footer, the catalogue, the signature, or a sentence about its author.
    """

    title: Title | None
    period: Period | None
    year: int | None
    metadata: Metadata
    contacts: Contacts | None
    labelled: Labelled
    agency: str | None

    @property
    def titled(self) -> Place:
        """The place of the title; an empty place at the beginning of the text if there is none."""
        return self.title.place if self.title else (0, 0)


def front_of(source: Source, first: int | None, footers: Sequence[Place]) -> Front:
    """Read the front matter above the ``first`` line of a report's body and in its ``footers``.

    Without a body (``first`` is None) the title and the data may stand anywhere in the text.
    """
    title = find_title(source, len(source.lines) if first is None else first)
    body = len(source.text) if first is None else source.places[first][0]
    metadata, above = find_metadata(source.text, body, title)
    contacts, around = find_contacts(source.text, footers)
    period = find_period(source.text)
    announced = list(_announced(source.text, _opening(source, title, first), metadata.agency))
    year = find_year(source.text, title, period, year_announced(announced))
    titled = title.agency if title else None
    told = agency_announced(announced, year)
    filled_in_by = without_seal(contacts.reporting_unit or "") if contacts else None
    names = filter(names_a_body, (titled, told, filled_in_by, metadata.agency))
    return Front(
        title=title,
        period=period,
        year=year,
        metadata=metadata,
        contacts=contacts,
        labelled=Labelled((*above.known, *around.known), above.others),
        agency=_fullest(chain(names, signing(source.text, title, body))),
    )


def _announced(text: str, opening: Place, filing: str | None) -> Iterator[Announced]:
    """The reports announced in a stretch of text that the body in the catalogue may have filed."""
    for one in announcements(text, opening):
        if one.agency is None or _may_be_filed_by(filing, one.agency):
            yield one


def _may_be_filed_by(filing: str | None, agency: str) -> bool:
    """Whether the body in the catalogue may have filed the report of an agency.

    Offices file the reports of their governments, so the names of both begin with the same place.
    """
    if filing is None or not is_the_only_one(fold(filing)):
        return True
    return filing[:_PLACE] == agency[:_PLACE] or filing in agency or agency in filing


def _opening(source: Source, title: Title | None, first: int | None) -> Place:
    """The text below the title, up to the first paragraph of the first section."""
    below = range(len(source.lines) if first is None else first + 1, len(source.lines))
    last = next((number for number in below if source.lines[number].strip()), -1)
    return (title.place[1] if title else 0), source.places[last][1] if source.places else 0


def _fullest(names: Iterator[str | None]) -> str | None:
    """The first of several names; if it names no place (县教育局), a longer one that ends in it."""
    first = next(names, None)
    if first is None or is_the_only_one(fold(first)):
        return first
    return next((name for name in names if name and name.endswith(first)), first)
