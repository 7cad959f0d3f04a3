"""What agencies call columns of their own, beside those of a form."""

from __future__ import annotations

FOR_WORDS = frozenset({"备注", "说明"})
"""Columns for remarks, most of which are empty."""

FOR_NUMBERS = frozenset({"序号", "行号", "行次", "编号"})
"""Columns with the numbers that count the rows."""
