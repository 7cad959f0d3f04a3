"""The words of one table, for tests that print it by hand: its heading and its header."""

from __future__ import annotations

from gov_disclosure.declare import Form
from gov_disclosure.forms import tables_of
from gov_disclosure.tables import heading_of

(_TABLE,) = (table for table in tables_of(Form.F2021) if table.key == "applications")

HEADING = heading_of(_TABLE.key)
APPLICANTS = tuple(column.label for column in _TABLE.blocks[0].columns)
HEADER = (_TABLE.declared.column_headings[0], *APPLICANTS)
"""The columns on one line, behind the words that stand above them."""
