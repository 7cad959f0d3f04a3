"""The spelling of titles: find the words of a title, its agency and its year."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from ..labelled import Metadata
from ..text.chinese import CHINESE_YEAR, DIGITS, ORDINAL, in_arabic_digits
from ..text.days import DAY
from ..text.fold import without_asides
from ..text.source import Place, blanks
from .names import LAST_OF_A_NAME, is_certain_body
from .pairs import OTHER_LABELS, labels_of

_PRINTED = re.compile(r"\S")
_SHORTEST_LABEL = 3
_FOUR = r"(?:19|20)\d\d"
_MONTHS = rf"\(?0?1(?:月|月0?1日)?[-—–~至]+(?:{_FOUR}年)?12月(?:31日)?\)?"
_YEAR = (
    rf"(?:公元)?(?:\({_FOUR}年?度?\)|\[{_FOUR}年?度?\]|{_FOUR}(?:[-—–~至]{_FOUR}(?:学?年)?)?)"
    rf"财?年?(?:全年|年?度)?(?:{_MONTHS})?"
)
"""A year, perhaps in brackets, or with its months."""
_YEAR_BEHIND = re.compile(rf"{_FOUR}(?:年度?)?(?![\d年月度./-])", re.ASCII)
_BESIDE = (
    r"(?:\([^()]{2,8}\)|\[[^\[\]\d]{2,8}\]|大中小(?![学企])|(?:[^:>›»]{1,8}:)?(?:[^:>›»]{1,20}[>›»])+"
    r"|(?:[Pp](?:age|\.)\d{1,4}|第\d{1,4}页)[-—–|:])"
)
"""Text before a title: a kind of document, a choice of font size, a breadcrumb, a page number."""

_NAME_IN_BRACKETS = rf"[^()\[\]\d:,]{{3,28}}{LAST_OF_A_NAME}"
_NAMED_BEHIND = re.compile(rf"[(\[](?P<boxed>{_NAME_IN_BRACKETS})[)\]]")

_OPENING = '*#《“"<'
_AGENCY = rf"(?P<agency>(?![{_OPENING}])[^:,。;!?>›»|_《》\[\]]{{0,40}}?)"
_OF_GOVERNMENT = r"(?<!人民)政府"
"""政府 before 信息公开, unless it belongs to the name of a body, as in 某镇人民政府信息公开年报."""
_REPORT = (
    rf"(?:(?:(?:{_OF_GOVERNMENT})?信息(?:公开)?[与和及])?政务公开"
    rf"|(?:{_OF_GOVERNMENT}|政务)?信息(?:工作)?公开)(?:工作)?(?:开?展?情况|开展)?的?"
    rf"(?:{_YEAR})?(?:年度)?(?:工作)?(?:情况)?的?(?:年度)?(?:总结)?(?:报告|年报)"
    rf"(?:[(\[]{_FOUR}(?:[-—–~至]{_FOUR})?学?年?度?(?:1月1日[-—–~至]+(?:{_FOUR}年)?12月31日)?[)\]])?"
)
_IN_EVERY_TITLE = "公开"
_TITLE = re.compile(
    rf"[{_OPENING}|]{{0,6}}(?:(?:[信文公][息件章档报](?:名称|标题)|[文附]件下载|(?:标题|名称|题[名目])(?![省市县区镇乡村]))[:|]{{0,2}}"
    rf"|[(\[](?P<boxed>{_NAME_IN_BRACKETS})[)\]](?!\Z)|(?P<beside>{_BESIDE}))?"
    rf"(?P<title>(?:关于)?(?:{_YEAR})?{_AGENCY}[-—–·:]{{0,2}}(?:关于)?(?:{_YEAR})?的?{_REPORT})",
    re.ASCII,
)
"""A title, spelled without blanks."""

_SIGNS_BEFORE = re.compile(
    r"""(?: [A-Za-z][A-Za-z0-9]*+ (?=[^\w(]|_) (?!\.\w)  # a word of markup: h1. title:
          | [^\w\s(\[×] | _ | \s                        # signs, except one for letters left out
          | [(\[](?=[^()\[\]]*[)\]]\s*\Z)               # brackets around all of it
        )*
    """,
    re.VERBOSE,
)
_NUMBERS_BEFORE = re.compile(
    rf"""(?: [\[(]? (?-x:{DAY}) (?!\s*[-—至]) [\])]?           # the day of its page
          | [\[(]? 第 \s* \d{{1,4}} \s* 页 (?: [,/\s]* 共 \s* \d{{1,4}} \s* 页 )? [\])]?
          | 附件? \s* [\d一二三四五]{{0,2}} \s* [:.、]
          | 附件 \s* [\d一二三四五]{{1,2}}
          | \(? (?:\d{{1,3}}|{ORDINAL}{{1,3}}) \s*
            (?: [.、):] (?!\d) | [-—–|] (?=\s*[\u4e00-\u9fff]) )                # in a list
          | \d{{1,3}} (?:\s*/\s*\d{{1,3}})? \s++ (?=[\u4e00-\u9fff]{{2}})          # of a page
        )
    """,
    re.VERBOSE | re.ASCII,
)
"""Text before a title on its line: its number in a list, a page number, or a day."""

_SIGNS_AS_BLANKS = str.maketrans('#*“”"', " " * 5)
_AT_LINE_ENDS = re.compile(r"[=|\\~ \t\r]*+\n[-=|\\~:+\s]*+")
"""Marks of markup at the ends of the lines of a title."""

_YEAR_IN_A_CELL = re.compile(rf"\|(\s*+[{DIGITS}0]{{4}}\s*+)\|(?=\s*年)")
_FOUR_DIGITS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
LABELS = "|".join(sorted(labels_of(Metadata) | OTHER_LABELS, reverse=True))
_LONG_LABELS = "|".join(label for label in LABELS.split("|") if len(label) >= _SHORTEST_LABEL)
"""Labels with which no name of a body begins; one may begin with 主题 or 来源."""

NO_AGENCY = re.compile(
    f"(?:{_LONG_LABELS})|"
    "(?:做好|报送|印发|编制|编写|发布|公布|公开|开展|根据|按照|依据|详见|参见|查看|以下|附件|本(?!溪)"
    "|现[向将予公就]|由|这[是里]|如下|欢迎|点击|请|阅读|关注|[上下]一)"
    "|.*(?:首页|报告|年报|通知|现将|转发|公布)"
    r"|[\d\s]{0,8}年?度?的?\Z"
)
"""Words in the place of an agency that are about reports, or are catalogue data."""


@attrs.frozen
class Words:
    """The words of a title: their place, the place of the agency, and the year.

    A title ``is_dated`` too if it names several years, as those of school years do.
    """

    place: Place
    agency: Place | None
    year: int | None
    is_dated: bool
    are_behind_others: bool
    are_counted: bool


def letters_of(text: str) -> str:
    """The folded text with blanks for signs that do not belong to a title; its length stays.

    >>> letters_of("石桥县 | 2017 | 年**年报**")
    '石桥县   2017   年  年报  '
    """
    said = _YEAR_IN_A_CELL.sub(r" \1 ", without_asides(text))
    return _AT_LINE_ENDS.sub(blanks, said.translate(_SIGNS_AS_BLANKS))


def words_of(text: str, start: int, end: int) -> Words | None:
    """Read the words of a title at the beginning of a stretch, ignoring blanks."""
    said, is_counted = _without_prefix(letters_of(text[start:end]))
    squeezed = "".join(said.split())
    if _IN_EVERY_TITLE not in squeezed:
        return None
    spelled = CHINESE_YEAR.sub(_in_digits, squeezed)
    found = _TITLE.match(spelled)
    if found is None or _is_no_agency(found["agency"]) or _has_open_bracket(found["agency"]):
        return None
    places = _places_of_letters(said, start)
    end, year = _year_in(spelled, *found.span("title"))
    agency = found.span("agency") if found["agency"] else _in_brackets(found, spelled, end)
    return Words(
        place=(places[found.start("title")], places[end - 1] + 1),
        agency=_places_at(places, agency) if agency else None,
        year=year,
        is_dated=_FOUR_DIGITS.search(spelled, found.start("title"), end) is not None,
        are_behind_others=found["beside"] is not None,
        are_counted=is_counted,
    )


def _in_brackets(title: re.Match[str], spelled: str, end: int) -> tuple[int, int] | None:
    """The place of a body's name in brackets before or behind a title without an agency."""
    for found in (title, _NAMED_BEHIND.match(spelled, end)):
        if found and found["boxed"] and is_certain_body(found["boxed"]):
            return found.span("boxed")
    return None


def _places_at(places: Sequence[int], span: tuple[int, int]) -> Place:
    return places[span[0]], places[span[1] - 1] + 1


def _year_in(spelled: str, begin: int, end: int) -> tuple[int, int | None]:
    """The end of a title and its year, which may follow the title; None if it names several years.

    >>> _year_in("2021年年报", 0, 7), _year_in("年报2021", 0, 2), _year_in("年报2021-1-2", 0, 2)
    ((7, 2021), (6, 2021), (2, None))
    """
    years = set(_FOUR_DIGITS.findall(spelled[begin:end]))
    behind = None if years else _YEAR_BEHIND.match(spelled, end)
    if behind is not None:
        return behind.end(), int(behind[0][:4])
    return end, int(years.pop()) if len(years) == 1 else None


def _without_prefix(said: str) -> tuple[str, bool]:
    """Blank the signs and numbers before a title; also says whether there are numbers.

    >>> _without_prefix("h1. 年度报告"), _without_prefix("2. 年度报告")
    (('    年度报告', False), ('   年度报告', True))
    """
    signs = _end_of(_SIGNS_BEFORE, said, 0)
    numbers = signs
    while (end := _end_of(_NUMBERS_BEFORE, said, numbers)) > numbers:
        numbers = _end_of(_SIGNS_BEFORE, said, end)
    return " " * numbers + said[numbers:], numbers > signs


def _end_of(pattern: re.Pattern[str], said: str, at: int) -> int:
    found = pattern.match(said, at)
    return found.end() if found else at


def _is_no_agency(agency: str) -> bool:
    """Whether the words in the place of the agency are other words, or the rest of a year."""
    return agency != "" and NO_AGENCY.match(agency) is not None


def _has_open_bracket(agency: str) -> bool:
    """Whether the brackets of a name are unbalanced."""
    return agency.count("(") != agency.count(")")


def _places_of_letters(said: str, start: int) -> Sequence[int]:
    """The places of the characters that are not blanks."""
    if said.split() == [said]:
        return range(start, start + len(said))
    return [start + char.start() for char in _PRINTED.finditer(said)]


def _in_digits(year: re.Match[str]) -> str:
    return in_arabic_digits(year[0])
