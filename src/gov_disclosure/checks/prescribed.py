"""The sums of a table in all their places, from the declared rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

import attrs

from ..declare import Form, Rule, TableDeclared
from ..forms import Address, FormTable, Line, expanded, is_beneath, tables_of

ROW_SUM = "row-sum"
"""The code of sums among the columns of a row."""

COLUMN_SUM = "column-sum"
"""The code of sums among the rows of a column."""

_Rules = tuple[tuple[Rule, ...], tuple[Rule, ...]]
"""Rules among the columns of each row, and rules among the rows of each column."""

_REMARK = re.compile(r"(?<=.)\([^()]*\)$")


@attrs.frozen(kw_only=True)
class Prescribed:
    """A sum in one place: its rule, its name, and the addresses of the cells on its sides.

    Those of ``last_year`` belong to the right and stand in the report of the year before.
    """

    code: str
    rule: Rule
    place: str
    words: tuple[str, str]
    left: tuple[Address, ...]
    right: tuple[Address, ...]
    last_year: tuple[Address, ...]

    @property
    def expression(self) -> str:
        """The rule in keys."""
        return self.rule.expression


@cache
def sums_of(form: Form | None) -> tuple[Prescribed, ...]:
    """The sums within a report, along rows and columns; those of all forms for None."""
    return _each_once(form, lambda declared: (declared.row_rules, declared.column_rules))


@cache
def yearly_sums_of(form: Form | None) -> tuple[Prescribed, ...]:
    """The sums over a report and that of the year before."""
    return _each_once(
        form, lambda declared: (declared.yearly_row_rules, declared.yearly_column_rules)
    )


def _each_once(
    form: Form | None, rules: Callable[[TableDeclared], _Rules]
) -> tuple[Prescribed, ...]:
    """The sums without duplicates, which several forms share."""
    found = {
        (prescribed.left, prescribed.right, prescribed.last_year): prescribed
        for known in ([form] if form else Form)
        for table in tables_of(known)
        for prescribed in _sums(table, *rules(table.declared))
    }
    return tuple(found.values())


def _sums(
    table: FormTable, row_rules: tuple[Rule, ...], column_rules: tuple[Rule, ...]
) -> Iterator[Prescribed]:
    for block in table.blocks:
        for row in block.rows:
            cells = {column.key: (table.key, row.key, column.key) for column in block.columns}
            yield from _in_one(row, ROW_SUM, row_rules, block.columns, cells)
    for block in table.blocks:
        for column in block.columns:
            cells = {row.key: (table.key, row.key, column.key) for row in block.rows}
            yield from _in_one(column, COLUMN_SUM, column_rules, block.rows, cells)


def _in_one(
    place: Line,
    code: str,
    rules: tuple[Rule, ...],
    crossing: tuple[Line, ...],
    cells: Mapping[str, Address],
) -> Iterator[Prescribed]:
    """The sums in one row or column."""
    for rule in rules:
        if not _is_printed(rule, cells):
            continue
        equation = expanded(rule, tuple(cells))
        left, right, last_year = (
            tuple(cells[key] for key in side)
            for side in (equation.left, equation.right, equation.last_year)
        )
        yield Prescribed(
            code=code,
            rule=rule,
            place=place.label,
            words=_words(rule, crossing),
            left=left,
            right=right,
            last_year=last_year,
        )


def _is_printed(rule: Rule, keys: Iterable[str]) -> bool:
    """Whether a form prints every term of a rule; without one the rule cannot hold."""
    terms = (*rule.left, *rule.right, *rule.last_year)
    return all(any(is_beneath(key, term) for key in keys) for term in terms)


def _words(rule: Rule, lines: tuple[Line, ...]) -> tuple[str, str]:
    """Both sides in printed labels."""
    left = [_label(term, lines) for term in rule.left]
    right = [_label(term, lines) for term in rule.right]
    before = [f"{_label(term, lines)}(上年)" for term in rule.last_year]
    return " + ".join(left), " + ".join(right + before)


def _label(term: str, lines: tuple[Line, ...]) -> str:
    """The name of a term: the label of its line, or the heading above its group."""
    first = next(line for line in lines if is_beneath(line.key, term))
    return _REMARK.sub("", first.label if first.key == term else first.headings[-1])
