"""The problems that a reading can report, with one function for each."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from .declare import Form
from .forms import Address
from .text.source import Place, tight
from .values import Code, Problem, Severity, Span

_MOST_QUOTED = 5
_NAME_OF_A_FILE = re.compile(r"\s*[^\n]{1,250}\.(?:docx?|html?|json|md|pdf|txt)\s*", re.IGNORECASE)

ABOUT_PLACED_CELLS = frozenset({Code.NOT_A_NUMBER, Code.UNIT_UNCLEAR})
"""The codes of problems with the content of a cell whose place is certain."""


def unplaced_values(
    label: str, raw: tuple[str, ...], due: int, span: Span, *, table: str, row: str
) -> Problem:
    """Values of a row whose columns are not certain."""
    return Problem(
        Code.UNPLACED_VALUE,
        Severity.WARNING,
        f"{label!r} is followed by {', '.join(raw)}, but the form has {due} cells there, "
        "and the text does not show which ones these are; they are left open",
        span,
        table=table,
        row=row or None,
        raw=raw,
    )


def values_at_odds(unplaced: Problem) -> Problem:
    """The same problem, for values that break the form's sums wherever they stand."""
    return attrs.evolve(
        unplaced,
        severity=Severity.ERROR,
        message=f"{unplaced.message}: wherever they stand, the sums of the row do not hold",
    )


def ambiguous_label(label: str, table: str, span: Span) -> Problem:
    """A label that several rows of the form share, if the rows around it leave open which it is."""
    return Problem(
        Code.AMBIGUOUS_LABEL,
        Severity.WARNING,
        f"{label!r} is the label of several rows; the rows around it do not show which one is "
        "meant, so its values are left open",
        span,
        table=table,
    )


def loose_figures(raw: tuple[str, ...], span: Span) -> Problem:
    """Figures in a table without a label of the form, such as page numbers or notes."""
    return Problem(
        Code.LOOSE_FIGURES,
        Severity.INFO,
        f"{', '.join(raw)} in or beside a table do not follow the label of any of its rows",
        span,
        raw=raw,
    )


STRANGE_HEADER = (
    "the header above it is not the form's, and it is not certain which columns the table has"
)
PARTS_BESIDE = "its label is not that of the form, and rows beside it seem to be parts of the same"
COUNTS_NO_MONEY = "its label says that it counts things, and the form has an amount of money there"
NO_HEADER = "no label of the form's columns stands above it, so it may belong to another list"
OTHER_ORDER = (
    "no label of columns stands above it, and those above other rows are not in the form's order"
)


def columns_unclear(
    printed: str, why: str, raw: tuple[str, ...], span: Span, *, table: str, row: str
) -> Problem:
    """A row whose columns are not certain."""
    return Problem(
        Code.COLUMNS_UNCLEAR,
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
    """A row with another name than the row which the form has in its place."""
    return Problem(
        Code.ROW_UNCLEAR,
        Severity.WARNING,
        f"{printed!r} stands where the form has {due!r}, but it is not certain that it is the "
        f"same row; {', '.join(raw)} are left out",
        span,
        table=table,
        row=row,
        raw=raw,
    )


STRANGE_COLUMN = "in a column of a table that the form does not have"
PRINTED_ELSEWHERE = (
    "behind the label of a row that is printed in its own place as well, so that this one seems to "
    "be another row; they are left out"
)
CONTRADICTED = (
    "in a row that is printed twice, and the other one has different figures whose columns are not "
    "certain; they are left out"
)


def figures_standing(where: str, problem: Problem) -> Problem:
    """The same problem, for figures that are left out because of where they stand."""
    return attrs.evolve(problem, message=f"{', '.join(problem.raw)} stand {where}")


FIGURES_MOVED = (
    "columns or figures are not in the order of the form, or whole rows of figures have no label, "
    "and sums do not hold"
)
FIGURES_COUNT = "figures rise from row to row, often by one, as row numbers do"


def table_unclear(table: str, why: str, span: Span) -> Problem:
    """A table whose figures seem to have moved, or only to count its rows; ``why`` says which."""
    return Problem(
        Code.TABLE_UNCLEAR,
        Severity.WARNING,
        f"in the table {table}, {why}; figures whose place is not certain are left open",
        span,
        table=table,
    )


def table_unread(table: str, span: Span) -> Problem:
    """Labels and figures of a table among which no row was found."""
    return Problem(
        Code.TABLE_UNREAD,
        Severity.WARNING,
        f"there are labels of the table {table} and figures, but no row could be recognised",
        span,
        table=table,
    )


def not_a_number(raw: str, address: Address, span: Span) -> Problem:
    """Words, or a doubtful number, where a number is expected."""
    table, row, column = address
    return Problem(
        Code.NOT_A_NUMBER,
        Severity.INFO,
        f"{' '.join(address)} holds {raw!r}, which is not certainly one number; its value is None",
        span,
        table=table,
        row=row,
        column=column,
        raw=(raw,),
    )


def unit_unclear(raw: str, address: Address, span: Span) -> Problem:
    """An amount of money without a unit, where the form prints none either."""
    table, row, column = address
    return Problem(
        Code.UNIT_UNCLEAR,
        Severity.WARNING,
        f"{raw!r} in {' '.join(address)} has no unit of money, and the form prints none there: "
        "it is taken to be in 万元; if it is in 元, divide it by 10000",
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
        Code.CONFLICTING_VALUES,
        Severity.ERROR,
        f"{' '.join(address)} is printed twice with different contents; it is left open",
        span,
        table=table,
        row=row,
        column=column,
    )


def rival_lines(table: str, span: Span) -> Problem:
    """Several lines with all figures of a table and different contents."""
    return Problem(
        Code.RIVAL_LINES,
        Severity.ERROR,
        f"the table {table} has several lines of figures with different contents, and it is not "
        "certain which one is the report's; the whole table is left open",
        span,
        table=table,
    )


def other_year(caption: str, table: str, span: Span) -> Problem:
    """Rows of a table below a caption of another year than the report's."""
    return Problem(
        Code.OTHER_YEAR,
        Severity.WARNING,
        f"{' '.join(caption.split())!r} stands above figures of the table {table}, but the report "
        "is of another year; the figures below are left open",
        span,
        table=table,
    )


def repeats_dropped() -> Problem:
    """A text from which a tool seems to have dropped every repeated line."""
    return Problem(
        Code.REPEATS_DROPPED,
        Severity.WARNING,
        "no line of the tables occurs twice, not even headers that the form repeats: a tool seems "
        "to have dropped repeated lines, including figures; rows without figures are left open",
    )


def no_tables(text: str) -> Problem:
    """A text in which no table of any form was found."""
    why = "the tables may be pictures, or this is not an annual report"
    if _NAME_OF_A_FILE.fullmatch(text):
        why = "the text looks like the name of a file, which parse_file() reads"
    forms = ", ".join(form.value for form in Form)
    return Problem(
        Code.NO_TABLES, Severity.WARNING, f"no table of the forms of {forms} was found; {why}"
    )


def several_reports(count: int, second: Span) -> Problem:
    """A text that holds several reports and is read as one."""
    return Problem(
        Code.SEVERAL_REPORTS,
        Severity.ERROR,
        f"the text holds {count} reports, but was read as a single one; parse_all() reads each of "
        "them separately",
        second,
    )


def reports_mixed(second: Span) -> Problem:
    """The same problem, for repeated rows that mostly differ, with no border between reports."""
    return attrs.evolve(
        several_reports(2, second),
        message="most rows that occur twice in the tables have different figures: the text seems "
        "to hold several reports, but shows no border between them; do not use these figures",
    )


def unread_rows(text: str, lines: Sequence[Place]) -> Problem:
    """Lines that begin with row labels and contain figures, in an unknown layout."""
    raw = tuple(text[start:end].strip() for start, end in lines[:_MOST_QUOTED])
    return Problem(
        Code.UNREAD_ROWS,
        Severity.WARNING,
        f"{len(lines)} lines look like rows of the form, but none of their figures could be read; "
        f"the first is {raw[0]!r}",
        Span(*tight(text, lines[0][0], lines[-1][1])),
        raw=raw,
    )


def figures_unread(text: str, runs: Sequence[Sequence[Place]]) -> Problem:
    """The same problem, for runs of adjacent figures in a table that ended in no cell."""
    raw = tuple(" ".join(text[run[0][0] : run[-1][1]].split()) for run in runs[:_MOST_QUOTED])
    places = [(run[0][0], run[-1][1]) for run in runs]
    return attrs.evolve(
        unread_rows(text, places),
        message=f"{len(runs)} runs of adjacent figures in a table were not read, as no known label "
        f"stands before or above them; the first is {raw[0]!r}",
        raw=raw,
    )


def form_unclear() -> Problem:
    """Tables that several forms print, without the rows in which these differ."""
    return Problem(
        Code.FORM_UNCLEAR,
        Severity.INFO,
        "the labels found belong to more than one form, so report.form is None",
    )
