"""The rules about what the narrative says in numbers, and what comes of them."""

from __future__ import annotations

from ..findings import Status
from .rules import ReportRule

PROSE_TABLE = ReportRule(
    code="prose-table",
    rule="figure = cells",
    words="the narrative says of a quantity what the table prints",
    messages={
        Status.PASS: (
            "{name}: the narrative says {said}, and so does the table",
            "{name}：正文为{said}，与表格一致",
        ),
        Status.FAIL: (
            "{name}: the narrative says {said}, the table prints {printed}",
            "{name}：正文为{said}，表格为{printed_zh}",
        ),
        Status.UNKNOWN: (
            "{name}: the narrative says {said}, the table prints {printed}; that does not tell",
            "{name}：正文为{said}，表格为{printed_zh}，无法判断",
        ),
    },
)
PROSE_SUM = ReportRule(
    code="prose-sum",
    rule="whole = sum(parts)",
    words="the parts that the narrative lists add up to the whole that it names",
    messages={
        Status.PASS: (
            "{words}: {whole} is the sum of its parts, {parts}",
            "{words}：{whole}等于各项之和（{parts}）",
        ),
        Status.FAIL: (
            "{words}: the narrative says {whole}, but its parts are {parts}{total}",
            "{words}：正文为{whole}，但所列部分为{parts}{total}",
        ),
    },
)
