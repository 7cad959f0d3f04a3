"""What a report says of itself before and around its tables."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ..text.source import Place, Source
from ..values import Contacts, Metadata, Period
from .catalogue import Labelled, find_contacts, find_metadata
from .names import names_a_body, without_seal
from .periods import find_period, find_year
from .signatures import body_that_signs
from .titles import Title, find_title


@attrs.frozen(kw_only=True)
class Front:
    """What a report says of itself, and where the data stands that it labels.

    ``agency`` is the body that reports: as the title has it, or else the table's footer, the
    catalogue, or where the report is signed.
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
        """Where the title stands; an empty place at the beginning, if there is none."""
        return self.title.place if self.title else (0, 0)


def front_of(source: Source, first: int | None, footers: Sequence[Place]) -> Front:
    """What stands above the ``first`` line of a report's body, and in the places around its table.

    Without a body all of the text may hold a title and data under labels.
    """
    title = find_title(source, len(source.lines) if first is None else first)
    body = len(source.text) if first is None else source.places[first][0]
    metadata, above = find_metadata(source.text, body, title)
    contacts, around = find_contacts(source.text, footers)
    period = find_period(source.text)
    titled = title.agency if title else None
    filled_in_by = without_seal(contacts.reporting_unit or "") if contacts else None
    named = next(filter(names_a_body, (titled, filled_in_by, metadata.agency)), None)
    return Front(
        title=title,
        period=period,
        year=find_year(source.text, title, period),
        metadata=metadata,
        contacts=contacts,
        labelled=Labelled((*above.known, *around.known), above.others),
        agency=named or body_that_signs(source.text, title, body),
    )
