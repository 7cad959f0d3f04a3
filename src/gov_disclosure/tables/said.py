"""Phrases with which narratives name quantities of the tables.

Each phrase is a regular expression for a whole clause, with ``#`` for the number and its measure
word; a clause that says more or less does not match.
"""

from __future__ import annotations

import enum

import attrs

Term = tuple[str, str, str]
"""The keys of a table, a row and a column; the key of a group of rows stands for all of them."""

_CASES = frozenset(("件", "件次", "宗", "起", "份", "例"))
_PIECES = frozenset(("条", "件", "份"))

_BY = r"(?:(?:公民、?法人(?:或者?|和|及|以及)其他组织|申请人|群众|公众)(?:提出|提交)?的?)?"
_DISCLOSURE = "(?:政府|政务)?信息(?:依申请)?公开的?申请|依申请公开(?:(?:政府|政务)?信息)?的?申请"
_APPLICATIONS = (
    rf"{_BY}(?:{_DISCLOSURE}|依申请公开(?:(?:政府|政务)信息)?)(?:事项|件)?(?:数量?|总数)?"
)
_RECEIVED = "新?(?:收到|收|接收|接到)的?"
_CARRIED = "(?:(?:予以|依法)?(?:继续)?(?:办理|处理|答复))?的?"
_ABOUT = "(?:因?(?:涉及|有关|针对)?(?:政府|政务)?信息公开(?:工作|问题|事项|类)?被?的?)?"
_BROUGHT = "(?:收到|发生|引发|引起|产生|涉及|提起|申请|被申请|被提起)?的?"


class Reach(enum.Enum):
    """How the meaning of a phrase relates to what the table counts."""

    ALL = "all"
    """The words mean all that the table counts."""
    THIS_YEARS = "this year's"
    """The words may leave out applications carried over from the year before."""
    ACCEPTED = "accepted"
    """The words may leave out applications that were not accepted."""
    LOOSE = "loose"
    """The words are also used for what the table counts in other rows."""


@attrs.frozen(kw_only=True, eq=False)
class Said:
    """A quantity of the tables: its name, the cells that it is the sum of, and its phrases.

    ``units`` are the measure words that agencies count it in.
    """

    name: str
    terms: tuple[Term, ...]
    phrases: tuple[str, ...]
    units: frozenset[str] = _CASES
    reach: Reach = Reach.ALL


def _of_applicants(name: str, row: str, *phrases: str, reach: Reach = Reach.ALL) -> Said:
    terms = (("applications", row, "total"),)
    return Said(name=name, terms=terms, phrases=phrases, reach=reach)


def _statistic(name: str, row: str, *phrases: str, reach: Reach = Reach.ALL) -> Said:
    terms = (("statistics", row, "value"),)
    return Said(name=name, terms=terms, phrases=phrases, reach=reach)


def _published(name: str, row: str, *phrases: str) -> Said:
    terms = (("statistics", row, "value"),)
    return Said(name=name, terms=terms, phrases=phrases, units=_PIECES)


_NEW = (rf"{_RECEIVED}{_APPLICATIONS}#", rf"{_RECEIVED}#的?{_APPLICATIONS}")
_NEW_BRIEFLY = (rf"{_RECEIVED}{_BY}申请#", rf"{_RECEIVED}#{_BY}申请")
_TAKEN = (rf"受理的?{_APPLICATIONS}#", rf"受理#的?{_APPLICATIONS}")
_CONCLUDED = rf"办结(?:{_APPLICATIONS}|申请)?#"
_LAST_YEARS = "(?:上一?年度?|去年)结转(?:至?(?:本年|今年)度?)?"
_NEXT_YEAR = "结转(?:至|到|入)?(?:下一?年度?|次年|明年)"
_REVIEWS = (
    rf"{_ABOUT}{_BROUGHT}{_ABOUT}行政复议(?:案件?|申请)?(?:数量?)?#",
    rf"{_ABOUT}{_BROUGHT}#{_ABOUT}行政复议(?:案件?|申请)?",
)
_LAWSUITS = (
    rf"{_ABOUT}{_BROUGHT}{_ABOUT}行政诉讼(?:案件?)?(?:数量?)?#",
    rf"{_ABOUT}{_BROUGHT}#{_ABOUT}行政诉讼(?:案件?)?",
)

RECEIVED = (
    _of_applicants("本年新收申请", "new", *_NEW),
    _of_applicants("本年新收申请", "new", *_TAKEN, reach=Reach.ACCEPTED),
    _statistic("收到申请", "requests.received.total", *_NEW),
    _statistic("收到申请", "requests.received.total", *_TAKEN, reach=Reach.ACCEPTED),
)
"""Applications received; a narrative may include those carried over from the year before."""

RECEIVED_BRIEFLY = (
    _of_applicants("本年新收申请", "new", *_NEW_BRIEFLY),
    _statistic("收到申请", "requests.received.total", *_NEW_BRIEFLY),
)
"""The same in words that are also used for other kinds of applications."""

LEFT_OVER = (
    _of_applicants("上年结转申请", "carried_over", rf"{_LAST_YEARS}{_CARRIED}{_APPLICATIONS}#"),
    _of_applicants(
        "结转下年度继续办理", "carried_forward", rf"{_NEXT_YEAR}{_CARRIED}{_APPLICATIONS}#"
    ),
)
"""Applications carried over between years."""


def _result(name: str, row: str, words: str, reach: Reach = Reach.THIS_YEARS) -> Said:
    phrases = (rf"(?:属于|决定)?{words}(?:答复)?的?#", rf"#{words}")
    return _of_applicants(name, row, *phrases, reach=reach)


def _answer(name: str, row: str, words: str) -> Said:
    row = f"requests.answered.{row}"
    return _statistic(name, row, rf"(?:属于)?{words}(?:答复)?的?#", reach=Reach.THIS_YEARS)


def _way(name: str, way: str, words: str) -> Said:
    return _statistic(name, f"requests.received.{way}", f"{words}申请的?#")


HANDLED = (
    _of_applicants("上年结转申请", "carried_over", rf"{_LAST_YEARS}{_CARRIED}(?:申请)?#"),
    _of_applicants(
        "结转下年度继续办理",
        "carried_forward",
        rf"{_NEXT_YEAR}{_CARRIED}(?:申请)?#",
        rf"#{_NEXT_YEAR}(?:继续)?(?:办理|处理|答复)?",
    ),
    _result("予以公开", "granted", "予以公开"),
    _result("部分公开", "partially_granted", "(?:予以)?部分(?:予以)?公开"),
    _result("不予公开", "refused", "不予公开", Reach.LOOSE),
    _result("无法提供", "not_provided", "无法提供"),
    _result("不予处理", "not_processed", "不予处理"),
    _result("其他处理", "other_handling", "其他处理"),
    _of_applicants("办理结果总计", "total_handled", _CONCLUDED, reach=Reach.THIS_YEARS),
    _statistic("申请办结", "requests.concluded.total", _CONCLUDED, reach=Reach.THIS_YEARS),
    _statistic("按时办结", "requests.concluded.on_time", "按时办结的?#", reach=Reach.THIS_YEARS),
    _statistic("延期办结", "requests.concluded.extended", "延期办结的?#", reach=Reach.THIS_YEARS),
    _answer("申请答复", "total", rf"答复(?:{_APPLICATIONS}|申请)?"),
    _answer("同意公开", "granted", "同意公开"),
    _answer("同意部分公开", "partially_granted", "同意部分公开"),
    _answer("不同意公开", "refused.total", "不同意公开"),
    _answer("信息不存在", "not_existing", "(?:申请|政府)?信息不存在"),
    _way("当面申请", "in_person", "当面"),
    _way("传真申请", "fax", "传真"),
    _way("网络申请", "online", "网[络上]"),
    _way("信函申请", "letter", "信函"),
)
"""How applications came and were handled; a narrative may mean all of them or a part."""

PROCEEDINGS_SAID = (
    Said(name="行政复议", terms=(("proceedings", "review", "total"),), phrases=_REVIEWS),
    Said(
        name="行政诉讼",
        terms=(
            ("proceedings", "litigation_direct", "total"),
            ("proceedings", "litigation_after_review", "total"),
        ),
        phrases=_LAWSUITS,
    ),
    _statistic("行政复议", "review.total", *_REVIEWS),
    _statistic("行政诉讼", "litigation.total", *_LAWSUITS),
)
"""Reviews and lawsuits over disclosure; agencies describe others in similar words."""

PUBLISHED = (
    _published(
        "主动公开政府信息",
        "proactive.total",
        "新?增?主动公开(?:各类)?(?:政府|政务)信息(?:总?数)?#",
        "新?增?主动公开#(?:政府|政务)信息",
    ),
    _published(
        "政府网站公开政府信息",
        "channels.website",
        "(?:通过|在)?(?:政府|门户|政府门户)网站(?:主动)?公开(?:政府|政务)?信息(?:数)?#",
    ),
    _published(
        "政务微博公开政府信息",
        "channels.weibo",
        "(?:通过)?(?:政务)?微博(?:主动)?公开(?:政府|政务)?信息(?:数)?#",
    ),
    _published(
        "政务微信公开政府信息",
        "channels.wechat",
        "(?:通过)?(?:政务)?微信(?:主动)?公开(?:政府|政务)?信息(?:数)?#",
    ),
)
"""Information published, which only the form of 2014 counts."""

SAID = (*RECEIVED, *RECEIVED_BRIEFLY, *LEFT_OVER, *HANDLED, *PROCEEDINGS_SAID, *PUBLISHED)
"""All quantities."""
