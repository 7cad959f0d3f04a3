"""Numbers written in Chinese characters."""

from __future__ import annotations

from collections.abc import Iterator

_DIGITS = "零一二三四五六七八九"
_PLACES = {1000: "千", 100: "百", 10: "十", 1: ""}
_TEN_THOUSAND = 10_000
_THOUSAND = 1000
_LONGEST = 20

NUMERALS = f"{_DIGITS}〇两十百千万亿"
"""Every character that a number in Chinese is written with."""


def read_chinese(said: str) -> int | None:
    """The number that Chinese numerals write, or None if they write none that is sure.

    >>> [read_chinese(said) for said in ("三", "两", "十二", "一百二十", "三千零五", "两万三千")]
    [3, 2, 12, 120, 3005, 23000]

    A number is sure if it is written as that number is written.  Digits read out one by one
    are not, nor two numbers for an estimate, nor what leaves open how large it is (一百二 may
    be 120, 三万五 may be 35,000):

    >>> [read_chinese(said) for said in ("二〇二〇", "三五", "百", "一百二", "三万五", "零")]
    [None, None, None, None, None, None]
    """
    if not 0 < len(said) <= _LONGEST:
        return None
    plain = _without_pair(said)
    value = _added_up(plain)
    return value if plain in _spellings(value) else None


def _without_pair(said: str) -> str:
    """两 as 二, where 两 may stand."""
    for place in "百千万":
        said = said.replace(f"两{place}", f"二{place}")
    return "二" if said == "两" else said


def _added_up(said: str) -> int:
    """What numerals add up to, in whatever order they stand."""
    upper, _, lower = said.rpartition("万")
    return _below_ten_thousand(upper) * _TEN_THOUSAND + _below_ten_thousand(lower)


def _below_ten_thousand(said: str) -> int:
    worth = {place: value for value, place in _PLACES.items()}
    total = digit = 0
    for numeral in said:
        if numeral in worth:
            total += (digit or 1) * worth[numeral]
            digit = 0
        else:
            digit = max(_DIGITS.find(numeral), 0)
    return total + digit


def _spellings(value: int) -> Iterator[str]:
    """How a number is written; the ways differ in a 一 and a 零 that may be left out."""
    high, low = divmod(value, _TEN_THOUSAND)
    if high == 0:
        yield from _beginnings(_spelled(low))
    elif high < _TEN_THOUSAND:
        for upper in _beginnings(_spelled(high)):
            if low == 0:
                yield f"{upper}万"
            if low >= _THOUSAND:
                yield f"{upper}万{_spelled(low)}"
            if 0 < low < _THOUSAND or (low and high % 10 == 0):
                yield f"{upper}万零{_spelled(low)}"


def _beginnings(spelled: str) -> Iterator[str]:
    """十二 is also written 一十二 at the start of a number."""
    yield spelled
    if spelled.startswith("一十"):
        yield spelled[1:]


def _spelled(value: int) -> str:
    """A number below ten thousand in its full form."""
    spelled = ""
    for worth, place in _PLACES.items():
        digit = value // worth % 10
        if digit:
            spelled += f"{_DIGITS[digit]}{place}"
        elif spelled and not spelled.endswith("零"):
            spelled += "零"
    return spelled.rstrip("零")
