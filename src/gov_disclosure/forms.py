"""The forms as printed: the tables, blocks, rows and columns of each revision, in order.

They are derived from the declarations in :mod:`gov_disclosure.tables`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import groupby

import attrs

from .declare import Declared, Form, Orientation, Rule, TableDeclared, declared_fields
from .tables import TABLES

Address = tuple[str, str, str]
"""The address of a figure: the keys of its table, row and column."""

VALUE = "value"
"""The column key of a table that has one figure in each row."""
CHANGE = "change"
"""The column key of a difference to the year before, which may be negative."""


@attrs.frozen(kw_only=True)
class Line:
    """A row or a column of a table: its key, its printed labels and the unit of its figures."""

    key: str
    label: str
    aliases: tuple[str, ...] = ()
    other_words: tuple[str, ...] = ()
    unit: str | None = None
    headings: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Block:
    """Rows that share their columns, with the caption printed above them, if any."""

    caption: str | None
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]

    def addresses(self, table: str) -> Iterator[Address]:
        """The addresses of the figures in this block, row by row."""
        return ((table, row.key, column.key) for row in self.rows for column in self.columns)


@attrs.frozen
class Equation:
    """Keys whose figures add up to the same on both sides.

    The keys of ``last_year`` belong to the right side and to the report of the year before.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    last_year: tuple[str, ...] = ()


@attrs.frozen
class Balance:
    """Two sides that add up to the same, given as places in printed order."""

    left: tuple[int, ...]
    right: tuple[int, ...]

    @cached_property
    def places(self) -> frozenset[int]:
        """The places on both sides."""
        return frozenset((*self.left, *self.right))

    def sign(self, place: int) -> int:
        """1 for a place on the left side, -1 on the right, 0 on neither."""
        return (place in self.left) - (place in self.right)

    def holds(self, values: Sequence[int]) -> bool:
        """Whether the values at these places add up to the same."""
        value_at = values.__getitem__
        return sum(map(value_at, self.left)) == sum(map(value_at, self.right))


@attrs.frozen(kw_only=True)
class FormTable:
    """A table as one revision prints it.

    ``row_equations`` hold among the columns of each row, ``column_equations`` among the rows
    of each column.
    """

    declared: TableDeclared
    form: Form
    blocks: tuple[Block, ...]
    row_equations: tuple[Equation, ...] = attrs.field(init=False)
    column_equations: tuple[Equation, ...] = attrs.field(init=False)

    @property
    def key(self) -> str:
        """The table's key, also its name on the report."""
        return self.declared.key

    @property
    def rows(self) -> tuple[Line, ...]:
        """All rows in printed order."""
        return tuple(row for block in self.blocks for row in block.rows)

    def addresses(self) -> tuple[Address, ...]:
        """The addresses of the figures in this table, block by block and row by row."""
        return tuple(where for block in self.blocks for where in block.addresses(self.key))

    @row_equations.default
    def _among_columns(self) -> tuple[Equation, ...]:
        columns = [column.key for block in self.blocks for column in block.columns]
        return tuple(expanded(rule, columns) for rule in self.declared.row_rules)

    @column_equations.default
    def _among_rows(self) -> tuple[Equation, ...]:
        rows = [row.key for row in self.rows]
        return tuple(expanded(rule, rows) for rule in self.declared.column_rules)


def expanded(rule: Rule, keys: Sequence[str]) -> Equation:
    """The equation of a rule among the given keys; a side without such keys is empty.

    >>> expanded(Rule("total", "here + there"), ["here.one", "here.two", "there", "total"])
    Equation(left=('total',), right=('here.one', 'here.two', 'there'), last_year=())
    """
    sides = (rule.left, rule.right, rule.last_year)
    return Equation(*(_beneath(terms, keys) for terms in sides))


def _beneath(terms: tuple[str, ...], keys: Sequence[str]) -> tuple[str, ...]:
    """The keys that the terms of a rule stand for; a group's key stands for all keys in it."""
    return tuple(key for term in terms for key in keys if is_beneath(key, term))


def is_beneath(key: str, term: str) -> bool:
    """Whether a key is the term itself, or that of a line in its group.

    >>> is_beneath("refused.total", "refused"), is_beneath("refused_total", "refused")
    (True, False)
    """
    return f"{key}.".startswith(f"{term}.")


@cache
def tables_of(form: Form) -> tuple[FormTable, ...]:
    """The tables that a revision prints, in order.

    >>> [table.key for table in tables_of(Form.F2021)]
    ['proactive', 'applications', 'proceedings']
    """
    return tuple(
        FormTable(declared=table, form=form, blocks=tuple(_blocks(table, form)))
        for table in TABLES
        if table.stands_in(form)
    )


@cache
def units_of(form: Form) -> dict[Address, str | None]:
    """The addresses of all figures of a form, in printed order, with their units."""
    return {
        (table.key, row.key, column.key): column.unit or row.unit
        for table in tables_of(form)
        for block in table.blocks
        for row in block.rows
        for column in block.columns
    }


@cache
def units() -> frozenset[str]:
    """All units that the forms print."""
    lines = (
        line
        for form in Form
        for table in tables_of(form)
        for block in table.blocks
        for line in (*block.rows, *block.columns)
    )
    return frozenset(line.unit for line in lines if line.unit is not None)


def figures(model: type, form: Form) -> Iterator[tuple[str, Declared, tuple[str, ...]]]:
    """The figures of a model: dotted key, declaration and headings above.

    A heading is given once, with the first figure that it stands above.
    """
    for name, declared in declared_fields(model):
        if not declared.stands_in(form):
            continue
        if declared.members is None or not declared.is_group_in(form):
            yield name, declared, declared.headings
            continue
        above = (*declared.headings, *filter(None, [declared.label_in(form)]))
        for key, inner, headings in figures(declared.members, form):
            yield f"{name}.{key}", inner, above + headings
            above = ()


def _line(key: str, declared: Declared, form: Form, headings: tuple[str, ...] = ()) -> Line:
    label = declared.label_in(form)
    assert label is not None, f"{key} holds a figure, so its form must print a label for it"
    return Line(
        key=key,
        label=label,
        aliases=declared.aliases,
        other_words=declared.other_words,
        unit=declared.unit,
        headings=headings,
    )


def _lines(model: type, form: Form) -> tuple[Line, ...]:
    return tuple(_line(key, item, form, above) for key, item, above in figures(model, form))


def _groups(model: type, form: Form) -> Iterator[tuple[Declared, Line, tuple[Line, ...]]]:
    """The outer lines of a table of two dimensions, each with the lines within it."""
    for name, declared in declared_fields(model):
        if declared.stands_in(form) and declared.members is not None:
            outer = _line(name, declared, form, declared.headings)
            yield declared, outer, _lines(declared.members, form)


def _blocks(table: TableDeclared, form: Form) -> Iterator[Block]:
    if table.orientation is Orientation.ROW:
        value = Line(key=VALUE, label=table.value_labels[0], aliases=table.value_labels[1:])
        yield Block(caption=None, rows=_lines(table.model, form), columns=(value,))
        return
    groups = list(_groups(table.model, form))
    if table.orientation is Orientation.COLUMN_ROW:
        columns = tuple(column for _, column, _ in groups)
        yield Block(caption=None, rows=groups[0][2], columns=columns)
        return
    for (caption, columns), members in groupby(groups, key=lambda g: (g[0].block, g[2])):
        rows = tuple(row for _, row, _ in members)
        yield Block(caption=caption, rows=rows, columns=columns)
