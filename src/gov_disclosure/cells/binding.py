"""Bind the values of chosen grids and whole tables to addresses of the form."""

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
from .contradicted import without_contradicted
from .leftovers.loose import rows_instead, strange_figures, unnamed_figures
from .mending.mended import mended
from .mixed_reports import mixed_report_problems
from .resolving import resolve_rows
from .rows.due import due_rows
from .rows.readings import read, readings_of
from .rows.reinterpreted import with_signs_read
from .settling.evidence import Evidence
from .sifting.sifted import Captioned, Setting, apply_sifts
from .sifting.sifts import AFTER_MENDING, BEFORE_MENDING
from .whole_tables import rows_of_whole_tables, rows_with_amounts


@attrs.frozen
class Binding:
    """The reading at each address that could be read, and the problems of everything else.

    ``mixed`` are problems that say the text holds several reports; ``has_readings`` is whether any
    cell was read.
    """

    form: Form | None
    readings: Later[Mapping[Address, Reading]]
    problems: tuple[Problem, ...]
    mixed: tuple[Problem, ...] = ()
    has_readings: bool = True


def bind(
    text: str,
    chosen: Sequence[Candidate],
    captioned: Sequence[Captioned] = (),
    whole: Sequence[Whole] = (),
    year: int | None = None,
    titled: Place = (0, 0),
) -> Binding:
    """Read one report: its whole tables, and the chosen grids that hold all other tables.

    Tables of other years and lists above the title are left out.
    """
    form = _form_of(chosen, whole)
    _, of_amounts = read(rows_with_amounts(whole, form))
    if not chosen:
        return Binding(form, Later(_with_whole, ({}, whole, form)), tuple(of_amounts))
    setting = Setting(text, chosen, form, captioned, titled[0], bool(whole))
    due, unclear = due_rows(text, chosen, form, year)
    own, of_others = apply_sifts(due, BEFORE_MENDING, setting)
    rows = mended(own)
    lines, unsure = apply_sifts(rows, AFTER_MENDING, setting)
    evidence = Evidence(text, chosen, lines, due)
    placed, left = resolve_rows(evidence)
    certain, of_twice = without_contradicted(lines, placed, evidence.added)
    resolved = with_signs_read(certain)
    readings, amiss = read(resolved)
    problems = [*unclear, *of_others, *unsure, *left, *of_twice, *of_amounts, *amiss]
    loose = [*unnamed_figures(chosen, rows, titled), *strange_figures(resolved)]
    return Binding(
        form,
        Later(_with_whole, (readings, whole, form)),
        (*loose, *rows_instead(chosen, form), *problems),
        mixed=tuple(mixed_report_problems(lines, problems)),
        has_readings=bool(whole) or any(line.cells or line.inferred for line in resolved),
    )


def _form_of(chosen: Iterable[Candidate], whole: Iterable[Whole]) -> Form | None:
    """The form that has most of the labels found."""
    of_grids = (one.shown.labels for one in chosen)
    of_whole = (table.template.labels for table in whole)
    return form_of(chain.from_iterable(chain(of_grids, of_whole)))


def _with_whole(
    readings: Mapping[Address, Reading], whole: Iterable[Whole], form: Form | None
) -> Mapping[Address, Reading]:
    """Add the readings of whole tables, which are only made when asked for."""
    return {**readings_of(rows_of_whole_tables(whole, form)), **readings}
