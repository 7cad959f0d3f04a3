"""Tables that are printed whole: each figure stands at the next place of the form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from ..declare import Form
from ..forms import FormTable, tables_of
from ..grids.whole import Whole
from .places import Slots, options_of
from .readings import Told


def told_outright(whole: Whole, form: Form | None) -> Iterator[Told]:
    """What the lines of such a table tell, read as that form if it prints the table so."""
    table = whole.template.table_in(form)
    cells = iter(whole.cells)
    for slots in _places(table.key, table.form):
        yield Told(slots, list(islice(cells, len(slots))), {}, whole.stretch.start)


@cache
def _places(key: str, form: Form) -> Sequence[Slots]:
    """The places of the figures of a table, line by line, in printed order."""
    (table,) = (one for one in tables_of(form) if one.key == key)
    return [options_of(key, line, form)[0].slots for line in _lines(table)]


def _lines(table: FormTable) -> Sequence[str]:
    return [""] if table.declared.one_line else [row.key for row in table.rows]
