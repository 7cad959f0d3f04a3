"""The front matter of a report: title, agency, year, period, metadata and contacts."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ..text.fold import fold
from ..text.source import Place, Source
from ..values import Contacts, Metadata, Period
from .catalogue import Labelled, find_contacts, find_metadata
from .names import is_certain_body, names_a_body, without_seal
from .periods import find_period, find_year
from .signatures import body_that_presents, body_that_signs
from .titles import Title, find_title


@attrs.frozen(kw_only=True)
class Front:
    """The front matter of a report, and the places of its labelled data.

    ``agency`` is the reporting body: as named by the title, else by the table's footer, the
    catalogue, the preamble, or the signature.
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
    titled = title.agency if title else None
    filled_in_by = without_seal(contacts.reporting_unit or "") if contacts else None
    named = next(filter(names_a_body, (titled, filled_in_by)), None)
    return Front(
        title=title,
        period=period,
        year=find_year(source.text, title, period),
        metadata=metadata,
        contacts=contacts,
        labelled=Labelled((*above.known, *around.known), above.others),
        agency=named or _named_elsewhere(source.text, metadata.agency, title, body),
    )


def _named_elsewhere(text: str, filed_by: str | None, title: Title | None, body: int) -> str | None:
    """The body named by the catalogue, the preamble or the signature, the first that is certain.

    A catalogue may lack the place, as 市教育局 does where the preamble has 石桥市教育局.
    """
    if filed_by is not None and is_certain_body(fold(filed_by)):
        return filed_by
    if presented := body_that_presents(text[:body]):
        return presented
    return filed_by if names_a_body(filed_by) else body_that_signs(text, title, body)
