"""The messages of findings about sums, in English and Chinese."""

from __future__ import annotations

from ..findings import Amount, Finding, Status
from .judging import Side, Sum, add_up


def finding_of(said: Sum) -> Finding:
    """The finding about a sum, with its status."""
    return Finding(
        code=said.code,
        status=said.status,
        rule=said.rule,
        words=f"{said.left.words} = {said.right.words}",
        left=said.left.total,
        right=said.right.total,
        cells=said.cells,
        spans=said.strangers,
        years=said.years,
        message=_in_english(said),
        message_zh=_in_chinese(said),
    )


def plainly(amount: Amount) -> str:
    """A figure in plain digits.

    >>> from decimal import Decimal
    >>> plainly(1200), plainly(Decimal("1E+3"))
    ('1200', '1000')
    """
    return format(amount, "f") if not isinstance(amount, int) else str(amount)


def _in_english(said: Sum) -> str:
    left, right = (
        f"{side.words} is {_figures(side) or 'not printed'}" for side in (said.left, said.right)
    )
    match said.status:
        case Status.PASS:
            verdict = f"{left}, and {right}"
        case Status.FAIL:
            verdict = f"{left}, but {right}, a difference of {_difference(said)}"
        case Status.NOTICE:
            verdict = f"{left}, but {right}; cells left empty would have to hold the difference"
        case _:
            verdict = f"{left}, and {right}; this decides nothing"
    return f"{said.place}: {verdict}{_rest_in_english(said)}"


def _rest_in_english(said: Sum) -> str:
    """The remark on cells that were not counted."""
    rest = ""
    if said.open:
        placed = f" ({said.placed} of them placed by arithmetic)" if said.placed else ""
        rest += f"; {said.open} of the {len(said.cells)} cells show no figure of their own{placed}"
    if said.strangers:
        rest += "; among its rows stand others that the form does not have"
    return rest


def _in_chinese(said: Sum) -> str:
    left, right = (
        f"“{side.words}”{f'为{figures}' if (figures := _figures(side)) else '未印数字'}"
        for side in (said.left, said.right)
    )
    match said.status:
        case Status.PASS:
            verdict = "，两者相符"
        case Status.FAIL:
            verdict = f"，相差{_difference(said)}"
        case Status.NOTICE:
            verdict = f"，相差{_difference(said)}，除非空白格中应有数字"
        case _:
            verdict = "，无法判断"
    return f"{said.place}：{left}，{right}{verdict}{_rest_in_chinese(said)}"


def _rest_in_chinese(said: Sum) -> str:
    rest = ""
    if said.open:
        placed = f"，其中{said.placed}格由勾稽关系推定" if said.placed else ""
        rest += f"（{len(said.cells)}格中有{said.open}格未直接印出数字{placed}）"
    if said.strangers:
        rest += "（表中另有该格式没有的行）"
    return rest


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
