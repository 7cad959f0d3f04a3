"""Tables that are printed whole: each figure stands at the next place of the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import starmap

import attrs

from ..declare import Form
from ..grids.whole.formlines import ALL_ROWS
from ..grids.whole.tables import Line, Whole
from ..grids.whole.templates import Printing
from ..layouts.grid import Stretch
from .columns.places import Slot, Slots, options_of
from .rows.readings import Told, may_be_no_counts


def told_outright(tables: Iterable[Whole], form: Form | None) -> Iterator[Told]:
    """What the lines of such tables tell, read as that form if it prints them so."""
    return starmap(_told, _lines_with_places(tables, form))


def told_of_amounts(tables: Iterable[Whole], form: Form | None) -> Iterator[Told]:
    """What the lines of such tables tell of money, and of figures in units that stand for many."""
    lines = _lines_with_places(tables, form)
    return starmap(_told, (one for one in lines if may_be_no_counts(one[0])))


def _lines_with_places(
    tables: Iterable[Whole], form: Form | None
) -> Iterator[tuple[Slots, Line, Stretch]]:
    for whole in tables:
        places = _places(whole.template.printing_in(form))
        for slots, line in zip(places, whole.lines, strict=True):
            yield slots, line, whole.stretch


def _told(slots: Slots, line: Line, stretch: Stretch) -> Told:
    return Told(slots, line.cells, {}, stretch.start)


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
