"""Findings: the results of an audit, one for each rule and place."""

from __future__ import annotations

import enum
from decimal import Decimal

import attrs

from .values import Cell, Span

Amount = int | Decimal
"""A sum of figures: an ``int`` for counts, a :class:`~decimal.Decimal` for money."""


class Status(enum.Enum):
    """The result of a rule, on a single scale."""

    PASS = "pass"
    """The printed figures keep the rule."""
    FAIL = "fail"
    """The printed figures break the rule, whatever belongs in cells without a figure."""
    NOTICE = "notice"
    """No rule is broken, but it is worth a look, such as a figure ten times that of last year."""
    UNKNOWN = "unknown"
    """Undecided: it depends on cells without a figure."""


@attrs.frozen(kw_only=True)
class Finding:
    """The result of one rule in one place.

    ``code`` is stable and listed in the docs under *Checks*.  ``rule`` is the rule as an
    expression of keys, ``words`` the same in words, with sums in printed labels.  ``left`` and
    ``right`` are the sums of the figures printed on each side, None if a side has no figure or
    the rule is not a sum.  ``cells`` are the cells on both sides, including those without a figure,
    and ``spans`` other places in the text, such as headings.  ``message`` says in English what is
    printed and what is wrong with it, ``message_zh`` in Chinese.

    ``years`` is only used for findings over several reports: it has the year of the report of each
    of the ``cells``, or without cells the years that the finding is about.
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
        """Left minus right; None if the rule is not a sum, or the result is unknown.

        If a failed sum has cells without a figure, the true difference may be greater.

        >>> Finding(
        ...     code="sum", status=Status.FAIL, rule="total = new", words="总计 = 新收",
        ...     message="", message_zh="", left=3, right=5,
        ... ).difference
        -2
        """
        if self.status is Status.UNKNOWN or self.left is None or self.right is None:
            return None
        return self.left - self.right
