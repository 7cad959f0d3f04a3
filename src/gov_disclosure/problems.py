"""The problems that a reading can have, each told in one place."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from .declare import Form
from .forms import Address
from .text.source import Place, tight
from .values import Problem, Severity, Span

_MOST_QUOTED = 5
_NAME_OF_A_FILE = re.compile(r"\s*[^\n]{1,250}\.(?:docx?|html?|json|md|pdf|txt)\s*", re.IGNORECASE)

ABOUT_PLACED_CELLS = frozenset({"not-a-number", "unit-unclear"})
"""The codes of problems with what a cell says, and not with where it stands."""


def unplaced_values(
    label: str, raw: tuple[str, ...], due: int, span: Span, *, table: str, row: str
) -> Problem:
    """Values whose columns the text does not tell."""
    return Problem(
        "unplaced-value",
        Severity.WARNING,
        f"behind {label!r} stands {', '.join(raw)}, but the form has {due} cells there, "
        "and the text does not show which of them these are; they are left open",
        span,
        table=table,
        row=row or None,
        raw=raw,
    )


def values_at_odds(unplaced: Problem) -> Problem:
    """The same values, where the form's sums hold at none of the places that they can have."""
    return attrs.evolve(
        unplaced,
        severity=Severity.ERROR,
        message=f"{unplaced.message}: wherever they stand, the sums of the row do not hold",
    )


def ambiguous_label(label: str, table: str, span: Span) -> Problem:
    """A label that several rows of the form have, and nothing near it tells which is meant."""
    return Problem(
        "ambiguous-label",
        Severity.WARNING,
        f"several rows of the form are called {label!r}, and the rows around it do not tell "
        "which one this is; its values are left open",
        span,
        table=table,
    )


def loose_figures(raw: tuple[str, ...], span: Span) -> Problem:
    """Figures in a table behind no label of the form: of rows that it lacks, or page numbers."""
    return Problem(
        "loose-figures",
        Severity.INFO,
        f"{', '.join(raw)} stand in or beside a table, behind no label of its rows",
        span,
        raw=raw,
    )


def in_strange_columns(loose: Problem) -> Problem:
    """Figures behind labels of rows, in columns that the form does not have."""
    return attrs.evolve(
        loose,
        message=f"{', '.join(loose.raw)} stand in a column of a table that the form does not have",
    )


STRANGE_HEADER = (
    "the header above it is not that of the form, and does not tell for sure which columns the "
    "table has"
)
NO_HEADER = "no label of the form's columns stands above it, and it may be of any other list"


def columns_unclear(
    printed: str, why: str, raw: tuple[str, ...], span: Span, *, table: str, row: str
) -> Problem:
    """A row of which nobody can tell what its columns are."""
    return Problem(
        "columns-unclear",
        Severity.WARNING,
        f"the row {printed!r} is left open: {why}",
        span,
        table=table,
        row=row or None,
        raw=raw,
    )


def row_unclear(
    printed: str, due: str, raw: tuple[str, ...], span: Span, *, table: str, row: str
) -> Problem:
    """A row in words of its own where the form has another: perhaps the same."""
    return Problem(
        "row-unclear",
        Severity.WARNING,
        f"{printed!r} stands where the form has {due!r}, and does not tell for sure that it is "
        f"that row; {', '.join(raw)} are left out",
        span,
        table=table,
        row=row,
        raw=raw,
    )


FIGURES_MOVED = (
    "columns or figures are not in the order of the form, or whole rows of figures stand beside no "
    "label, and sums do not hold"
)
FIGURES_COUNT = "figures rise from row to row, often by one, as the numbers of rows do"


def table_unclear(table: str, why: str, span: Span) -> Problem:
    """A table whose figures seem to have moved, or to be none: it says why."""
    return Problem(
        "table-unclear",
        Severity.WARNING,
        f"in the table {table}, {why}; what is not surely in place is left open",
        span,
        table=table,
    )


def table_unread(table: str, span: Span) -> Problem:
    """Labels and figures of a table, in which no row of it was found."""
    return Problem(
        "table-unread",
        Severity.WARNING,
        f"labels of the table {table} and figures stand there, but in no manner in which a row "
        "of it can be told",
        span,
        table=table,
    )


def not_a_number(raw: str, address: Address, span: Span) -> Problem:
    """Words, or a doubtful number, where a number is due."""
    table, row, column = address
    return Problem(
        "not-a-number",
        Severity.INFO,
        f"{' '.join(address)} holds {raw!r}, which is not surely one number; its value is None",
        span,
        table=table,
        row=row,
        column=column,
        raw=(raw,),
    )


def unit_unclear(raw: str, address: Address, span: Span) -> Problem:
    """An amount of money with no unit, where the form prints none either."""
    table, row, column = address
    return Problem(
        "unit-unclear",
        Severity.WARNING,
        f"no unit of money stands with {raw!r} in {' '.join(address)}, and the form prints none "
        "there: it is taken to be in 万元; if it is in 元, divide it by 10000",
        span,
        table=table,
        row=row,
        column=column,
        raw=(raw,),
    )


def conflicting_values(address: Address, span: Span) -> Problem:
    """Two different values for one cell."""
    table, row, column = address
    return Problem(
        "conflicting-values",
        Severity.ERROR,
        f"{' '.join(address)} is printed twice with different contents; it is left open",
        span,
        table=table,
        row=row,
        column=column,
    )


def rival_lines(table: str, span: Span) -> Problem:
    """A line of all rows of a table, beside others that say something else."""
    return Problem(
        "rival-lines",
        Severity.ERROR,
        f"the table {table} has several lines of figures with different contents, and nothing "
        "tells which is the report's; all of it is left open",
        span,
        table=table,
    )


def other_year(caption: str, table: str, span: Span) -> Problem:
    """Rows of a table beneath words that name another year than the report's."""
    return Problem(
        "other-year",
        Severity.WARNING,
        f"{' '.join(caption.split())!r} stands above figures of the table {table}, and the report "
        "is of another year; what stands beneath is left open",
        span,
        table=table,
    )


def repeats_dropped() -> Problem:
    """A text in which a tool left nothing out but what it had printed before."""
    return Problem(
        "repeats-dropped",
        Severity.WARNING,
        "no line of the tables stands twice, not even headers that the form repeats: a tool seems "
        "to have dropped repeated lines, figures too; rows without figures are left open",
    )


def no_tables(text: str) -> Problem:
    """A text in which no table of any form was found."""
    why = "the text's tables may be pictures, or it is no annual report"
    if _NAME_OF_A_FILE.fullmatch(text):
        why = "the text looks like the name of a file, which parse_file() reads"
    forms = ", ".join(form.value for form in Form)
    return Problem(
        "no-tables", Severity.WARNING, f"no table of the forms of {forms} was found; {why}"
    )


def several_reports(count: int, second: Span) -> Problem:
    """A text that holds more than one report, read as one."""
    return Problem(
        "several-reports",
        Severity.ERROR,
        f"the text holds {count} reports, and here its figures are read as if it were one; "
        "parse_all() reads each by itself",
        second,
    )


def reports_mixed(second: Span) -> Problem:
    """Rows that stand twice and mostly contradict each other, with nothing that parts reports."""
    return attrs.evolve(
        several_reports(2, second),
        message="most rows that stand twice in the tables have different figures: the text seems "
        "to hold several reports, and nothing tells where one ends; take nothing from it",
    )


def unread_rows(text: str, lines: Sequence[Place]) -> Problem:
    """Lines that begin with labels of rows and hold figures, in a layout that is not known."""
    raw = tuple(text[start:end].strip() for start, end in lines[:_MOST_QUOTED])
    return Problem(
        "unread-rows",
        Severity.WARNING,
        f"{len(lines)} lines look like rows of the form, but none of their figures could be read; "
        f"the first is {raw[0]!r}",
        Span(*tight(text, lines[0][0], lines[-1][1])),
        raw=raw,
    )


def figures_unread(text: str, runs: Sequence[Sequence[Place]]) -> Problem:
    """Figures side by side in a table, or one a line, which were read as nothing."""
    raw = tuple(" ".join(text[run[0][0] : run[-1][1]].split()) for run in runs[:_MOST_QUOTED])
    places = [(run[0][0], run[-1][1]) for run in runs]
    return attrs.evolve(
        unread_rows(text, places),
        message=f"figures stand side by side in a table, {len(runs)} times, and no label that is "
        f"known stands before or above them, so none was read; the first are {raw[0]!r}",
        raw=raw,
    )


def form_unclear() -> Problem:
    """Tables that more than one form prints, without the rows in which they differ."""
    return Problem(
        "form-unclear",
        Severity.INFO,
        "the labels found stand in more than one form, so report.form is None",
    )
