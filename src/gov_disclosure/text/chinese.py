"""Numbers, ordinals and years written in Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import numeric

_DIGITS = "零一二三四五六七八九"
_PLACES = {1000: "千", 100: "百", 10: "十", 1: ""}
_TEN_THOUSAND = 10_000
_THOUSAND = 1000
_LONGEST = 20

NUMERALS = f"{_DIGITS}〇两十百千万亿"
"""All characters of numbers in Chinese."""

ORDINAL = "[一二三四五六七八九十]"
"""The pattern of a character of the numbers before headings, labels and items."""

_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")

ZEROS = "〇○◯零0OoОо"
"""A Chinese zero, and characters typed in its place: a circle, or a Latin or Cyrillic O."""

DIGITS = f"{ZEROS}一二三四五六七八九1-9"
"""The digits of years, as the inside of a pattern."""

CHINESE_YEAR = re.compile(f"[二2][{ZEROS}][{DIGITS}]{{2}}(?=年)")
_ARABIC = str.maketrans(f"{ZEROS}一二三四五六七八九", "0" * len(ZEROS) + "123456789")


def read_chinese(said: str) -> int | None:
    """Read a number in Chinese numerals; None if it is not certain which number is meant.

    >>> [read_chinese(said) for said in ("三", "两", "十二", "一百二十", "三千零五", "两万三千")]
    [3, 2, 12, 120, 3005, 23000]

    Only the regular spelling of a number is read.  Single digits in a row are not, nor two numbers
    for an estimate, nor a number whose last place is left open (一百二 may be 120, 三万五 may be
    35,000):

    >>> [read_chinese(said) for said in ("二〇二〇", "三五", "百", "一百二", "三万五", "零")]
    [None, None, None, None, None, None]
    """
    if not 0 < len(said) <= _LONGEST:
        return None
    plain = _without_pair(said)
    value = _added_up(plain)
    return value if plain in _spellings(value) else None


def read_ordinal(said: str) -> int | None:
    """Read the number before a heading or label, in any style; None if there is none.

    >>> [read_ordinal(said) for said in ("(十二)", "12.", "⑫", "贰、", "一一", "")]
    [12, 12, 12, 2, None, None]
    """
    if arabic := "".join(filter(str.isdecimal, said)):
        return int(arabic)
    numerals = "".join(filter(str.isnumeric, said)).translate(_FORMAL)
    return int(numeric(numerals)) if len(numerals) == 1 else read_chinese(numerals)


def read_year(digits: str) -> int | None:
    """The year that four digits spell, Arabic or Chinese; None for other words.

    >>> read_year("二〇二一"), read_year("2021"), read_year("上年度")
    (2021, 2021, None)
    """
    plain = in_arabic_digits(digits)
    return int(plain) if plain.isdecimal() else None


def in_arabic_digits(year: str) -> str:
    """A year in Chinese digits, rewritten in Arabic digits."""
    return year.translate(_ARABIC)


def _without_pair(said: str) -> str:
    """Replace 两 by 二 where numbers may have 两."""
    for place in "百千万":
        said = said.replace(f"两{place}", f"二{place}")
    return "二" if said == "两" else said


def _added_up(said: str) -> int:
    """The sum of the numerals, whatever their order."""
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
    """The spellings of a number; they differ in a 一 and a 零 that may be left out."""
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
    """A number, and for one that begins with 一十 also the spelling without 一."""
    yield spelled
    if spelled.startswith("一十"):
        yield spelled[1:]


def _spelled(value: int) -> str:
    """The full spelling of a number below ten thousand."""
    spelled = ""
    for worth, place in _PLACES.items():
        digit = value // worth % 10
        if digit:
            spelled += f"{_DIGITS[digit]}{place}"
        elif spelled and not spelled.endswith("零"):
            spelled += "零"
    return spelled.rstrip("零")
