"""Tables that are printed whole: each figure stands at the next place of the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice

from ..declare import Form
from ..forms import FormTable, tables_of
from ..grids.whole import Whole
from .places import Slots, options_of
from .readings import Told, may_be_no_counts


def told_outright(tables: Iterable[Whole], form: Form | None) -> list[Told]:
    """What the lines of such tables tell, read as that form if it prints them so."""
    return list(chain.from_iterable(_told(table, form) for table in tables))


def with_amounts(tables: Iterable[Whole], form: Form | None) -> list[Whole]:
    """Those that do not just count things, so that something may be said of their units."""
    return [whole for whole in tables if any(map(may_be_no_counts, _places_of(whole, form)))]


def _told(whole: Whole, form: Form | None) -> Iterator[Told]:
    cells = iter(whole.cells)
    for slots in _places_of(whole, form):
        yield Told(slots, list(islice(cells, len(slots))), {}, whole.stretch.start)


def _places_of(whole: Whole, form: Form | None) -> Sequence[Slots]:
    table = whole.template.table_in(form)
    return _places(table.key, table.form)


@cache
def _places(key: str, form: Form) -> Sequence[Slots]:
    """The places of the figures of a table, line by line, in printed order."""
    (table,) = (one for one in tables_of(form) if one.key == key)
    return [options_of(key, line, form)[0].slots for line in _lines(table)]


def _lines(table: FormTable) -> Sequence[str]:
    return [""] if table.declared.one_line else [row.key for row in table.rows]
