"""Labelled lines as readings: each value at the address where the text shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import attrs

from ..declare import Form
from ..forms import Address
from ..grids.choosing import Candidate
from ..grids.whole.tables import Whole
from ..labels.votes import form_of
from ..later import Later
from ..text.source import Place
from ..values import Problem, Reading
from .leftovers.instead import rows_instead
from .leftovers.loose import strange_figures, unnamed_figures
from .mending.mended import mended
from .outright import told_of_amounts, told_outright
from .rows.due import due_rows
from .rows.readings import read, readings_of, with_ones
from .settling.doubts import Doubts
from .sifting.sifted import Captioned, Setting, sifted
from .sifting.sifts import OF_OTHERS, UNSURE
from .telling import told_by_lines
from .twofold import told_as_mixed


@attrs.frozen
class Binding:
    """What the text shows at each address, and what could not be told.

    ``mixed`` tells that the tables seem to be those of several reports, ``tells`` whether anything
    was told of a cell.
    """

    form: Form | None
    readings: Later[Mapping[Address, Reading]]
    problems: tuple[Problem, ...]
    mixed: tuple[Problem, ...] = ()
    tells: bool = True


def bind(
    text: str,
    chosen: Sequence[Candidate],
    captioned: Sequence[Captioned] = (),
    whole: Sequence[Whole] = (),
    year: int | None = None,
    titled: Place = (0, 0),
) -> Binding:
    """The readings of one report: of its whole tables, and of the chosen grids that hold others.

    Tables of other years than the report's are left out, and lists above its title.
    """
    labels = [*(one.shown.labels for one in chosen), *(table.template.labels for table in whole)]
    form = form_of(chain.from_iterable(labels))
    _, of_amounts = read(told_of_amounts(whole, form))
    if not chosen:
        return Binding(form, Later(_with_whole, ({}, whole, form)), tuple(of_amounts))
    setting = Setting(text, chosen, form, captioned, titled[0], bool(whole))
    due, unclear = due_rows(text, chosen, form, year)
    own, of_others = sifted(due, OF_OTHERS, setting)
    rows = mended(own)
    lines, unsure = sifted(rows, UNSURE, setting)
    cells, left = told_by_lines(Doubts(text, chosen, lines))
    told = with_ones(cells)
    readings, amiss = read(told)
    problems = [*unclear, *of_others, *unsure, *left, *of_amounts, *amiss]
    loose = [*unnamed_figures(chosen, rows, titled), *strange_figures(told)]
    loose += rows_instead(chosen, form)
    return Binding(
        form,
        Later(_with_whole, (readings, whole, form)),
        (*loose, *problems),
        mixed=tuple(told_as_mixed(lines, problems)),
        tells=bool(whole) or any(line.cells or line.inferred for line in told),
    )


def _with_whole(
    readings: Mapping[Address, Reading], whole: Iterable[Whole], form: Form | None
) -> Mapping[Address, Reading]:
    """Those of whole tables, which are only made when asked for, and those of all others."""
    return {**readings_of(told_outright(whole, form)), **readings}
