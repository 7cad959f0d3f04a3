"""The report: a frozen value, whose cells and tables are views of its readings.

What reads and checks the narrative is only imported by those who ask for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from typing import TypeVar

import attrs

from .checks.measures import Measures, measures_of
from .declare import Form, Orientation, TableDeclared, declared_fields
from .figures.mentions import Paragraph, figures_of
from .findings import Finding
from .forms import Address, tables_of, units_of
from .labelled import Contacts, Metadata
from .later import Later, as_later
from .lookup import no_such_cell
from .tables import (
    APPLICATIONS,
    PROACTIVE,
    PROCEEDINGS,
    STATISTICS,
    Applications,
    Proactive,
    Proceedings,
    Statistics,
)
from .values import (
    Belonging,
    Cell,
    ExtraRow,
    Figure,
    Kind,
    LayoutRead,
    Part,
    Period,
    Problem,
    Reading,
    ReportError,
    Section,
    Severity,
    Span,
)

_T = TypeVar("_T")


@attrs.frozen(kw_only=True)
class AnnualReport:
    """A 政府信息公开工作年度报告 as its text shows it, made by :func:`gov_disclosure.parse`.

    ``form`` is the revision that the printed labels belong to, None if they leave that open.  Spans
    count in ``text``, which begins at ``offset`` in the text given to
    :func:`gov_disclosure.parse_all`.
    """

    text: str = attrs.field(repr=lambda text: f"<{len(text)} characters>")
    offset: int = 0
    form: Form | None = None
    year: int | None = None
    title: str | None = None
    agency: str | None = None
    period: Period | None = None
    metadata: Metadata = attrs.field(factory=Metadata)
    contacts: Contacts | None = None
    extra_rows: tuple[ExtraRow, ...] = ()
    _layouts: Later[tuple[LayoutRead, ...]] = attrs.field(
        default=(), converter=as_later, repr=False
    )
    problems: tuple[Problem, ...] = ()
    _sections: Later[tuple[Section, ...]] = attrs.field(default=(), converter=as_later, repr=False)
    _account: Later[tuple[Part, ...]] = attrs.field(default=(), converter=as_later, repr=False)
    _readings: Later[Mapping[Address, Reading]] = attrs.field(
        factory=dict, converter=as_later, repr=False, hash=False
    )

    @property
    def layouts(self) -> tuple[LayoutRead, ...]:
        """The layout of each part with rows of a table, and its score."""
        return self._layouts.value

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections with their headings and their narrative, in the order of the text."""
        return self._sections.value

    @property
    def account(self) -> tuple[Part, ...]:
        """The parts of the text with what they belong to; blanks are left out."""
        return self._account.value

    @property
    def readings(self) -> Mapping[Address, Reading]:
        """What was read at each address of the form, and where."""
        return self._readings.value

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell of the form, table by table and row by row, including missing cells.

        Cells that were read but belong to another form come last.  Empty for a text without tables.
        """
        readings, text = self.readings, self.text
        if not readings:
            return ()
        by_form = [units_of(form) for form in self._forms]
        units = {where: unit for of_form in by_form for where, unit in of_form.items()}
        common = (where for where in units if all(where in of_form for of_form in by_form[1:]))
        places = dict.fromkeys(chain(common, readings))
        return tuple(_cell(text, at, units.get(at), readings.get(at)) for at in places)

    @cached_property
    def proactive(self) -> Proactive | None:
        """主动公开 (forms of 2019 and 2021); None if the text has no such table."""
        return self._table(Proactive, PROACTIVE)

    @cached_property
    def applications(self) -> Applications | None:
        """依申请公开 (forms of 2019 and 2021); None if the text has no such table."""
        return self._table(Applications, APPLICATIONS)

    @cached_property
    def proceedings(self) -> Proceedings | None:
        """行政复议、行政诉讼 (forms of 2019 and 2021); None if the text has no such table."""
        return self._table(Proceedings, PROCEEDINGS)

    @cached_property
    def statistics(self) -> Statistics | None:
        """统计表 (form of 2014); None if the text has no such table."""
        return self._table(Statistics, STATISTICS)

    @cached_property
    def unread(self) -> tuple[Span, ...]:
        """The parts of the text that were not recognised."""
        return tuple(p.span for p in self.account if p.belonging is Belonging.UNREAD)

    @cached_property
    def coverage(self) -> Mapping[Belonging, float]:
        """The share of the text's characters, without blanks, for each kind of part.

        The shares add up to 1; in an empty text all are 0.
        """
        printed = Counter(dict.fromkeys(Belonging, 0))
        for part in self.account:
            said = self.text[part.span.start : part.span.end]
            printed[part.belonging] += sum(map(len, said.split()))
        whole = printed.total() or 1
        return {belonging: count / whole for belonging, count in printed.items()}

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers in the narrative: 公开信息4250条, 收到3件申请, 办结率99.1%.

        Estimates (80余篇), dates, ordinals and durations are left out.
        """
        return figures_of(self._narrative)

    def cell(self, table: str, row: str, column: str | None = None) -> Cell:
        """Look up a cell by its keys, always the row before the column.

        The column may be left out if the row has only one, as all rows of the form of 2014.

        Raises:
            LookupError: if there is no such cell; the message names possible keys.
        """
        columns = self._cells_by_row.get((table, row), {})
        only_one = next(iter(columns)) if len(columns) == 1 else ""
        found = columns.get(only_one if column is None else column)
        if found is None:
            raise LookupError(no_such_cell(self._cells_by_row, self._name, table, row, column))
        return found

    @cached_property
    def measures(self) -> Measures:
        """Shares derived from the figures, such as the share of applications granted."""
        return measures_of(self)

    def check(self) -> tuple[Finding, ...]:
        """Audit the report: one finding for every rule, be it kept, broken or undecided."""
        from .checks.all import findings_on

        return findings_on(self, self._narrative)

    def raise_for_problems(self) -> None:
        """Raise an exception if the report has problems, except those of severity info.

        Raises:
            ExceptionGroup: with a :class:`ReportError` for each problem.
        """
        errors = [ReportError(p) for p in self.problems if p.severity is not Severity.INFO]
        if errors:
            raise ExceptionGroup(f"{len(errors)} problem(s) in {self._name}", errors)

    @cached_property
    def _narrative(self) -> tuple[Paragraph, ...]:
        """The narrative with its figures, shared by :attr:`figures` and :meth:`check`."""
        from .figures.sentences import paragraphs

        return tuple(paragraphs(self.text, self.sections))

    @property
    def _name(self) -> str:
        return self.title or "a report without a title"

    @property
    def _forms(self) -> tuple[Form, ...]:
        """The form, or if it is open, the forms that have every table read, or else all forms."""
        if self.form is not None:
            return (self.form,)
        read = {table for table, _, _ in self.readings}
        fitting = (form for form in Form if read <= {table.key for table in tables_of(form)})
        return tuple(fitting) or tuple(Form)

    @cached_property
    def _cells_by_row(self) -> Mapping[tuple[str, str], Mapping[str, Cell]]:
        """The cells by the keys of table and row, and then by the key of the column."""
        rows: dict[tuple[str, str], dict[str, Cell]] = defaultdict(dict)
        for cell in self.cells:
            rows[cell.table, cell.row][cell.column] = cell
        return rows

    def _table(self, model: type[_T], declared: TableDeclared) -> _T | None:
        """The typed model of a table; None if no cell of it was read."""
        values = {
            _attribute_path(declared.orientation, row, column): reading.value
            for (table, row, column), reading in self.readings.items()
            if table == declared.key
        }
        return _structured(model, values, self._forms, "") if values else None


def _cell(text: str, where: Address, unit: str | None, read: Reading | None) -> Cell:
    """The cell at an address; a missing one if nothing was read there."""
    table, row, column = where
    if read is None:
        return Cell(table=table, row=row, column=column, value=None, kind=Kind.MISSING, unit=unit)
    return Cell(
        table=table,
        row=row,
        column=column,
        value=read.value,
        kind=read.kind,
        origin=read.origin,
        raw=text[read.start : read.end],
        unit=unit,
        span=Span(read.start, read.end),
    )


def _attribute_path(orientation: Orientation, row: str, column: str) -> str:
    """The dotted path of a cell's value on the table's model."""
    match orientation:
        case Orientation.ROW_COLUMN:
            return f"{row}.{column}"
        case Orientation.COLUMN_ROW:
            return f"{column}.{row}"
        case Orientation.ROW:
            return row


def _structured(
    model: type[_T], values: Mapping[str, object], forms: tuple[Form, ...], prefix: str
) -> _T:
    """Fill a model with the values whose paths begin with the prefix."""
    filled: dict[str, object] = {}
    for name, declared in declared_fields(model):
        path = prefix + name
        group = declared.members is not None and any(map(declared.is_group_in, forms))
        if group and declared.members is not None and values.get(path) is None:
            filled[name] = _structured(declared.members, values, forms, f"{path}.")
        else:
            filled[name] = values.get(path)
    return model(**filled)
