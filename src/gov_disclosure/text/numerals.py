"""Numbers in the cells of tables; only what is certainly one number is read."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs

_PRINTED = re.compile(
    r"""
    (?P<sign> [-+] | ±(?=0\s*$) | 增加? | 减少? | 新增 )? \s*
    (?P<currency> 人民币 | [¥￥] )? \s*
    (?P<digits> (?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*) (?:\.\d+)? ) \s*
    (?: (?P<unit> UNIT ) (?: (?<=元)整 )? | \( \s* (?P<remark> UNIT ) \s* \) )?
    """.replace(
        "UNIT",
        r"亿(?:\s*元)?|万(?:\s*元)?|元|[人批件项条篇场期例起宗户]\s*次|[件项条次篇个人份宗起例部批笔单台家户册]",
    ),
    re.VERBOSE | re.ASCII,
)
_NEGATIVE = frozenset("-减")
IN_FULL = {"万": "万元", "亿": "亿元"}
"""Short forms of units of money."""

MONEY = {"元": Decimal("0.0001"), "万元": Decimal(1), "亿元": Decimal(10000)}
"""The value of each unit of money in 万元."""

_DECIMALS_OF_SHARES = 3

LONGEST = 15
"""The most digits of a count or an amount; longer ones are not numbers an agency could mean."""


@attrs.frozen
class Number:
    """A number as printed, with its sign and the unit behind it."""

    amount: Decimal
    unit: str | None


def read_number(said: str) -> Number | None:
    """Read the number in a folded cell; None if the cell is not certainly one number.

    Thousands separators, a unit or measure word behind the digits, and a sign or 增 / 减 before
    them are understood, and for amounts with a unit a currency sign:

    >>> read_number("1,234件"), read_number("减3")
    (Number(amount=Decimal('1234'), unit='件'), Number(amount=Decimal('-3'), unit=None))
    >>> read_number("￥5.2万元")
    Number(amount=Decimal('5.2'), unit='万元')

    Approximations, two numbers, broken separators and digits run together are refused:

    >>> [read_number(said) for said in ("80余篇", "3 3", "1,23", "000", "五", "1.2.3")]
    [None, None, None, None, None, None]

    So are numbers with punctuation, which come from a sentence or an ordinal.  A blank of any kind
    between digits separates two numbers, as layouts split cells there:

    >>> [read_number(said) for said in ("3.", "3。", "3)", "(3)", "1 234", "3(增2)")]
    [None, None, None, None, None, None]
    """
    match = _PRINTED.fullmatch(said)
    if match is None:
        return None
    digits = match["digits"].replace(",", "")
    if len(digits) > LONGEST:
        return None
    amount = Decimal(digits)
    if amount and match["sign"] is not None and match["sign"][0] in _NEGATIVE:
        amount = -amount
    spelled = "".join((match["unit"] or match["remark"] or "").split())
    unit = IN_FULL.get(spelled, spelled)
    if match["currency"] and unit not in MONEY:
        return None
    return Number(amount, unit or None)


def as_count(number: Number) -> int | None:
    """The number as a count of things; None for fractions and money.

    >>> as_count(Number(Decimal("12.0"), "件")), as_count(Number(Decimal("12.5"), None))
    (12, None)

    ``1.000`` is ambiguous: it may be a thousand, or a share that a program printed.

    >>> as_count(Number(Decimal("1.000"), None)) is None
    True
    """
    if number.unit in MONEY or _decimals(number.amount) >= _DECIMALS_OF_SHARES:
        return None
    whole = int(number.amount)
    return whole if whole == number.amount else None


def _decimals(amount: Decimal) -> int:
    exponent = amount.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def as_amount(number: Number, unit: str | None) -> Decimal | None:
    """The number as money in 万元; ``unit`` applies if the number has none.

    >>> as_amount(Number(Decimal("251000"), "元"), "万元")
    Decimal('25.1')
    >>> as_amount(Number(Decimal("3"), "件"), "万元") is None
    True
    """
    factor = MONEY.get(number.unit or unit or "万元")
    if factor is None:
        return None
    return number.amount if factor == 1 else _plain(number.amount * factor)


def _plain(amount: Decimal) -> Decimal:
    """The amount without trailing zeros left by a conversion."""
    whole = amount.to_integral_value()
    return whole if whole == amount else amount.normalize()
