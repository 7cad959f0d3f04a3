"""Words that name bodies and years, wherever they stand."""

from __future__ import annotations

import re
from itertools import accumulate, starmap

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


_OF_PLACES = frozenset("省市县區区州盟旗镇鎮乡鄉")
"""Letters that names of places have, and so the beginnings of names of bodies."""


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


def as_one_name(words: str) -> str | None:
    """The name that words are, without blanks; None if they are no one name.

    Letters may be set apart, and blanks stand where a part of a name ends.

    >>> as_one_name("石 桥 县 教 育 局"), as_one_name("石桥县 教育局")
    ('石桥县教育局', '石桥县教育局')
    >>> as_one_name("机构职能 石桥县教育局") is None
    True
    """
    pieces = words.split()
    if not all(len(piece) == 1 for piece in pieces):
        ends = list(accumulate(pieces))
        if not all(starmap(_goes_on, zip(ends, pieces[1:], strict=False))):
            return None
    return "".join(pieces)


def _goes_on(before: str, piece: str) -> bool:
    """Whether a name that begins with one piece goes on with the next, and is not another's."""
    if piece[:2] in before:
        return False
    begins_anew = not _OF_PLACES.isdisjoint(piece)
    return before[-1] in AGENCY_ENDS or not (begins_anew or _OF_PLACES.isdisjoint(before))
