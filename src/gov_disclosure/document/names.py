"""Words that name bodies and years, wherever they stand."""

from __future__ import annotations

import re

ZEROS = "〇○◯零0OoОо"
"""A Chinese zero, and what is typed for it: a circle, or the letter O, Latin or Cyrillic."""

DIGITS = f"{ZEROS}一二三四五六七八九1-9"
CHINESE_YEAR = re.compile(f"[二2][{ZEROS}][{DIGITS}]{{2}}(?=年)")
_CHINESE_DIGITS = str.maketrans(f"{ZEROS}一二三四五六七八九", "0" * len(ZEROS) + "123456789")

AGENCY_ENDS = frozenset("局委办厅府镇乡处会院馆所队站社部署关校区县市省州盟旗司室心道政协团行场")
"""The last letters of the names of bodies."""

_OF_ANY_BODY = re.compile(
    r"[*＊_\s]*(?:[本我各][级市县区镇乡]?)?(?:人民)?"
    r"(?:政府|机关|单位|部门|(?:政府)?办公室|政府办)"
    r"|[本我][局委办厅院所中心站]{1,2}|[*＊_\s]+[^\W\d]?[局委办厅镇乡]|[局委办厅镇乡县市区省]?"
)
"""What names no body, as every one of them may be called so; names are starred out too."""


def as_year(digits: str) -> int | None:
    """The year that four digits spell, Chinese ones too; None if they are none.

    >>> as_year("二〇二一"), as_year("2021"), as_year("上年度")
    (2021, 2021, None)
    """
    plain = in_digits(digits)
    return int(plain) if plain.isdecimal() else None


def in_digits(year: str) -> str:
    """A Chinese year as it is written in Arabic digits."""
    return year.translate(_CHINESE_DIGITS)


def names_a_body(agency: str | None) -> bool:
    """Whether words name a certain body, and not just any.

    >>> names_a_body("石桥县教育局"), names_a_body("本机关"), names_a_body("****政府")
    (True, False, False)
    """
    return agency is not None and _OF_ANY_BODY.fullmatch(agency) is None
