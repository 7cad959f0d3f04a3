"""What columns are called beside those of a form, by agencies, people and programs."""

from __future__ import annotations

FOR_WORDS = frozenset({"备注", "说明"})
"""Columns for remarks, most of which are empty."""

FOR_WANT_OF_NAMES = ("unnamed", "column", "col", "field", "value", "列", "字段")
"""What programs call columns that have no name, with a number behind it."""

FOR_SERIES = ("数据", "数值")
"""What people call series of figures in the same way, most of which have two or three."""

FOR_NUMBERS = frozenset({"序号", "行号", "行次", "编号"})
"""Columns with the numbers that count the rows."""
