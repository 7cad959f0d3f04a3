"""What an audit of a report finds: one value for each rule that was looked at."""

from __future__ import annotations

import enum
from decimal import Decimal

import attrs

from .values import Cell, Span

Amount = int | Decimal
"""What figures add up to: an ``int`` for counts, a :class:`~decimal.Decimal` for money."""


class Status(enum.Enum):
    """What came of a rule.

    A single scale, so that what is wrong, what is worth a look and what nobody can tell are
    told apart by one comparison.
    """

    PASS = "pass"
    """What is printed keeps the rule."""
    FAIL = "fail"
    """What is printed breaks the rule, whatever may stand in cells that show no figure."""
    NOTICE = "notice"
    """No rule is broken, but someone should look: a figure ten times that of last year, say."""
    UNKNOWN = "unknown"
    """What is printed does not tell: the verdict hangs on cells that show no figure."""


@attrs.frozen(kw_only=True)
class Finding:
    """What came of one rule in one place.

    ``code`` is stable and listed in the docs under *Checks*.  ``rule`` is the rule as an
    expression of keys, ``words`` the same as people say it, sums in printed labels.  ``left``
    and ``right`` are what the figures printed on each side add up to, None where a side has no
    figure or the rule is no sum.  ``cells`` are the cells on both sides, those without a figure
    too, and ``spans`` what else of the text it is about, such as headings.  ``message`` says in
    English what is printed and what is wrong with it, ``message_zh`` in Chinese.

    ``years`` is empty but for findings over several reports: then it holds the year of the
    report that each of the ``cells`` is from, or where there are none the years it is about.
    """

    code: str
    status: Status
    rule: str
    words: str
    message: str
    message_zh: str
    left: Amount | None = None
    right: Amount | None = None
    cells: tuple[Cell, ...] = ()
    spans: tuple[Span, ...] = ()
    years: tuple[int, ...] = ()

    @property
    def difference(self) -> Amount | None:
        """Left minus right; None where the rule is no sum, or the verdict is not known.

        Where a failed sum has cells without a figure, this is the least that is wrong.

        >>> Finding(
        ...     code="sum", status=Status.FAIL, rule="total = new", words="总计 = 新收",
        ...     message="", message_zh="", left=3, right=5,
        ... ).difference
        -2
        """
        if self.status is Status.UNKNOWN or self.left is None or self.right is None:
            return None
        return self.left - self.right
