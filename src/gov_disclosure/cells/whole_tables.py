"""Tables that are printed whole: each of their figures stands at the next place of the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import attrs

from ..declare import Form
from ..grids.whole.formlines import ALL_ROWS
from ..grids.whole.tables import FigureLine, Whole
from ..grids.whole.templates import Printing
from ..layouts.grid import Stretch
from .columns.places import Slot, Slots, options_of
from .rows.readings import ResolvedRow, may_be_no_counts


def rows_of_whole_tables(tables: Iterable[Whole], form: Form | None) -> Iterator[ResolvedRow]:
    """The rows of whole tables, read as the given form if that prints them so."""
    for whole in tables:
        places = _places(whole.template.printing_in(form))
        for slots, line in zip(places, whole.lines, strict=True):
            yield _resolved(slots, line, whole.stretch)


def rows_with_amounts(tables: Iterable[Whole], form: Form | None) -> Iterator[ResolvedRow]:
    """The rows of whole tables that hold money, or figures in units that stand for many."""
    for whole in tables:
        printing = whole.template.printing_in(form)
        for number in _lines_of_amounts(printing):
            yield _resolved(_places(printing)[number], whole.lines[number], whole.stretch)


def _resolved(slots: Slots, line: FigureLine, stretch: Stretch) -> ResolvedRow:
    return ResolvedRow(stretch.text, slots, line.cells, {}, stretch.start)


@lru_cache(maxsize=1 << 9)
def _lines_of_amounts(printing: Printing) -> Sequence[int]:
    """The numbers of a table's lines that may hold other figures than counts."""
    return [number for number, slots in enumerate(_places(printing)) if may_be_no_counts(slots)]


@lru_cache(maxsize=1 << 9)
def _places(printing: Printing) -> Sequence[Slots]:
    """The slots of a table line by line, with the units of money that its labels print."""
    table = printing.table
    rows = [ALL_ROWS if table.declared.one_line else line[0][1] for line in printing.lines]
    options = (options_of(table.key, row, table.form)[0] for row in rows)
    return [tuple([_priced(slot, printing) for slot in option.slots]) for option in options]


def _priced(slot: Slot, printing: Printing) -> Slot:
    unit = printing.money.get(slot.address)
    return attrs.evolve(slot, printed_unit=unit) if unit else slot
