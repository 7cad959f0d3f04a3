"""Names of columns that are not the form's, used by agencies and programs."""

from __future__ import annotations

FOR_WORDS = frozenset({"备注", "说明"})
"""Columns for remarks, which are mostly empty."""

FOR_SHARES = frozenset({"占比", "比例", "比重", "百分比", "所占比例"})
"""Columns for percentages."""

FOR_A_NAMELESS_COLUMN = ("unnamed", "column", "col", "field")
"""Words with a number that stand for no name, and hardly for anything else."""

FOR_WANT_OF_NAMES = (*FOR_A_NAMELESS_COLUMN, "value", "列", "字段")
"""Names that programs give to unnamed columns, followed by a number."""

FOR_SERIES = ("数据", "数值")
"""Names that people give to series of figures, followed by a number."""
