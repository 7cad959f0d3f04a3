"""Tables that are printed whole: each figure stands at the next place of the form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

import attrs

from ..declare import Form
from ..grids.formlines import ALL_ROWS
from ..grids.templates import Printing
from ..grids.whole import Whole
from .places import Slot, Slots, options_of
from .readings import Told, may_be_no_counts


def told_outright(tables: Iterable[Whole], form: Form | None) -> Iterator[Told]:
    """What the lines of such tables tell, read as that form if it prints them so."""
    return chain.from_iterable(_told(table, form, lambda slots: True) for table in tables)


def told_of_amounts(tables: Iterable[Whole], form: Form | None) -> Iterator[Told]:
    """What those lines tell that do not just count things, as something may be amiss with units."""
    return chain.from_iterable(_told(table, form, may_be_no_counts) for table in tables)


def _told(whole: Whole, form: Form | None, matters: Callable[[Slots], bool]) -> Iterator[Told]:
    for slots, line in zip(_places_of(whole, form), whole.lines, strict=True):
        if matters(slots):
            yield Told(slots, line.cells, {}, whole.stretch.start)


def _places_of(whole: Whole, form: Form | None) -> Sequence[Slots]:
    return _places(whole.template.printing_in(form))


@lru_cache(maxsize=1 << 9)
def _places(printing: Printing) -> Sequence[Slots]:
    """The places of its figures, line by line, with the units of money that its labels print."""
    table = printing.table
    rows = [ALL_ROWS if table.declared.one_line else line[0][1] for line in printing.lines]
    options = (options_of(table.key, row, table.form)[0] for row in rows)
    return [tuple([_priced(slot, printing) for slot in option.slots]) for option in options]


def _priced(slot: Slot, printing: Printing) -> Slot:
    unit = printing.money.get(slot.address)
    return attrs.evolve(slot, printed_unit=unit) if unit else slot
