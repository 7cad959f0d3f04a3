"""行政复议、行政诉讼: reviews and lawsuits over disclosure (forms of 2019 and 2021).

All figures are counts of cases (件).
"""

from __future__ import annotations

import attrs

from ..declare import Form, Orientation, Rule, TableDeclared, figure, group
from .totals import OTHER_WORDS_FOR_TOTAL


@attrs.frozen(kw_only=True)
class Cases:
    """Cases of one kind by their outcome; ``total`` is the sum of the other four."""

    upheld: int | None = figure("结果维持")
    corrected: int | None = figure("结果纠正")
    other: int | None = figure("其他结果")
    pending: int | None = figure("尚未审结")
    total: int | None = figure("总计", aliases=OTHER_WORDS_FOR_TOTAL)


@attrs.frozen(kw_only=True)
class Proceedings:
    """The table 政府信息公开行政复议、行政诉讼情况 of the forms of 2019 and 2021.

    >>> Proceedings(review=Cases(upheld=1, total=1)).review.total
    1
    """

    review: Cases = group(Cases, "行政复议")
    litigation_direct: Cases = group(
        Cases,
        "未经复议直接起诉",
        headings=("行政诉讼",),
        aliases=("行政诉讼未经复议直接起诉",),
    )
    litigation_after_review: Cases = group(Cases, "复议后起诉", aliases=("行政诉讼复议后起诉",))


PROCEEDINGS = TableDeclared(
    key="proceedings",
    model=Proceedings,
    orientation=Orientation.ROW_COLUMN,
    corners=(),
    one_line=True,
    row_rules=(Rule("total", "upheld + corrected + other + pending"),),
    asks_for_zeros=True,
    since=Form.F2019,
)
