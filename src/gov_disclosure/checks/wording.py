"""The messages of findings about sums, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from ..findings import Amount, Finding, Status
from .judging import Side, Sum, add_up
from .rules import ReportRule

_MESSAGES: Mapping[Status, tuple[str, str]] = {
    Status.PASS: (
        "{place}: {one}, and {other}{rest}",
        "{place}：{one_zh}，{other_zh}，两者相符{rest_zh}",
    ),
    Status.FAIL: (
        "{place}: {one}, but {other}, a difference of {difference}{rest}",
        "{place}：{one_zh}，{other_zh}，相差{difference}{rest_zh}",
    ),
    Status.NOTICE: (
        "{place}: {one}, but {other}; cells left empty would have to hold the difference{rest}",
        "{place}：{one_zh}，{other_zh}，相差{difference}，除非空白格中应有数字{rest_zh}",
    ),
    Status.UNKNOWN: (
        "{place}: {one}, and {other}; this decides nothing{rest}",
        "{place}：{one_zh}，{other_zh}，无法判断{rest_zh}",
    ),
}


def finding_of(said: Sum) -> Finding:
    """The finding about a sum, with its status."""
    words = f"{said.left.words} = {said.right.words}"
    rule = ReportRule(code=said.code, rule=said.rule, words=words, messages=_MESSAGES)
    one, one_zh = _side(said.left)
    other, other_zh = _side(said.right)
    rest, rest_zh = _rest(said)
    return rule.finding(
        said.status,
        cells=said.cells,
        spans=said.strangers,
        years=said.years,
        left=said.left.total,
        right=said.right.total,
        place=said.place,
        one=one,
        one_zh=one_zh,
        other=other,
        other_zh=other_zh,
        difference=_difference(said),
        rest=rest,
        rest_zh=rest_zh,
    )


def plainly(amount: Amount) -> str:
    """A figure in plain digits.

    >>> from decimal import Decimal
    >>> plainly(1200), plainly(Decimal("1E+3"))
    ('1200', '1000')
    """
    return format(amount, "f") if not isinstance(amount, int) else str(amount)


def _side(side: Side) -> tuple[str, str]:
    """What one side of a sum comes to."""
    figures = _figures(side)
    printed = f"为{figures}" if figures else "未印数字"
    return f"{side.words} is {figures or 'not printed'}", f"“{side.words}”{printed}"


def _rest(said: Sum) -> tuple[str, str]:
    """The remarks on cells that were not counted."""
    rest = rest_zh = ""
    if said.open:
        placed = f" ({said.placed} of them placed by arithmetic)" if said.placed else ""
        placed_zh = f"，其中{said.placed}格由勾稽关系推定" if said.placed else ""
        cells = len(said.cells)
        rest = f"; {said.open} of the {cells} cells show no figure of their own{placed}"
        rest_zh = f"（{cells}格中有{said.open}格未直接印出数字{placed_zh}）"
    if said.strangers:
        rest += "; among its rows stand others that the form does not have"
        rest_zh += "（表中另有该格式没有的行）"
    return rest, rest_zh


def _figures(side: Side) -> str:
    """The terms of a side without zeros, and their sum; empty if nothing is printed."""
    if side.total is None:
        return ""
    parts = " + ".join(plainly(figure) for figure in side.printed if figure)
    total = plainly(side.total)
    return total if parts in ("", total) else f"{parts} = {total}"


def _difference(said: Sum) -> str:
    left, right = add_up(said.left.printed), add_up(said.right.printed)
    return plainly(max(left, right) - min(left, right))
