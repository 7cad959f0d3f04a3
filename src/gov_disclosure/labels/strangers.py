"""Names of columns that are not the form's, used by agencies and programs."""

from __future__ import annotations

import re

FOR_WORDS = frozenset({"备注", "说明"})
"""Columns for remarks, which are mostly empty."""

FOR_SHARES = frozenset({"占比", "比例", "比重", "百分比", "所占比例"})
"""Columns for percentages."""

FOR_SERIES = ("数据", "数值")
"""Names that people give to series of figures, followed by a number."""

_FOR_A_NAMELESS_COLUMN = ("unnamed", "column", "col", "field")
"""Words with a number that stand for no name, and hardly for anything else."""
_FOR_WANT_OF_NAMES = (*_FOR_A_NAMELESS_COLUMN, "value", "列", "字段")
"""Names that programs give to unnamed columns, followed by a number."""
_NAMELESS = re.compile(
    rf"(?:{'|'.join(_FOR_A_NAMELESS_COLUMN)})[ :_]*[0-9]{{1,2}}(?:_level_[0-9])?", re.IGNORECASE
)
_COUNTED = re.compile(
    rf"\s*(?P<word>{'|'.join((*_FOR_WANT_OF_NAMES, *FOR_SERIES))}|)[ :_]*"
    r"[(（]?(?:(?P<number>[0-9]{1,2})|(?P<letter>[a-z]))[)）]?\s*",
    re.IGNORECASE,
)


def stands_for_no_name(said: str) -> bool:
    """Whether a program says so that a column has no name, wherever that is printed.

    >>> stands_for_no_name("Unnamed: 3"), stands_for_no_name("列3")
    (True, False)
    """
    return _NAMELESS.fullmatch(said) is not None


def read_counted_name(said: str) -> tuple[str, int] | None:
    """The word of a counted name, and its number; None if words are no such name.

    Only several of them side by side surely name nothing.

    >>> read_counted_name("列 3"), read_counted_name("(b)"), read_counted_name("规章")
    (('列', 3), ('', 98), None)
    """
    found = _COUNTED.fullmatch(said)
    if found is None:
        return None
    return found["word"], int(found["number"]) if found["number"] else ord(found["letter"])
