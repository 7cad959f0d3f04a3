"""The error message for a cell that a report does not have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from .forms import is_beneath

_MOST_NAMED = 6


def no_such_cell(
    known: Mapping[tuple[str, str], Iterable[str]],
    report: str,
    table: str,
    row: str,
    column: str | None,
) -> str:
    """Say which key is unknown, and which keys could have been meant.

    ``known`` are the columns of each row, by the keys of its table and its own.

    >>> known = {("proactive", "rules"): ["issued", "repealed"]}
    >>> no_such_cell(known, "a report", "proactive", "rule", "issued")
    "no row 'rule' in a report; expected rules"
    >>> no_such_cell(known, "a report", "proactive", "rules", None)
    "row 'rules' has several columns; say which: issued or repealed"
    """
    if not known:
        return f"no cell {table} {row} {column or ''}: {report} has no tables"
    tables = {key for key, _ in known}
    rows = [key for of_table, key in known if of_table == table]
    if table not in tables:
        return _instead("table", table, tables, report)
    if row not in rows:
        return _instead("row", row, rows, report)
    columns = known[table, row]
    if column is None:
        return f"row {row!r} has several columns; say which: {' or '.join(sorted(columns))}"
    return _instead("column", column, columns, report)


def _instead(noun: str, given: str, choices: Iterable[str], report: str) -> str:
    """Say that a key is unknown, and name those in its group, similar ones, or all."""
    beneath = [key for key in choices if is_beneath(key, given)]
    meant = beneath or get_close_matches(given, list(choices), _MOST_NAMED) or choices
    return f"no {noun} {given!r} in {report}; expected {' or '.join(sorted(meant))}"
