"""The agency, if the title names none: from the line below it, the signature, or a sentence.

A signature is the name of the body and the day, at the end of the document.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator, Sequence

from ..labelled import Contacts, Metadata
from ..text.chinese import CHINESE_YEAR, ORDINAL
from ..text.days import DAY, YEAR
from ..text.fold import fold
from ..text.furniture import LEADS, is_furniture
from ..text.source import HAN, Place
from .names import LAST_OF_A_NAME, is_named_in_a_sentence, is_of_a_site, names_a_body
from .pairs import OTHER_LABELS, labels_of
from .title_words import NO_AGENCY
from .titles import Title

_HAN = f"[{HAN}]"
_LETTERS = rf"(?:{_HAN}|\({_HAN}{{1,8}}\)){{2,28}}+|(?: {{1,3}}{_HAN}){{2,28}}+"
_NAME = rf"(?P<name>{_HAN}(?:{_LETTERS}){LAST_OF_A_NAME})"
"""A name, perhaps with blanks between its letters, or with a remark in brackets."""
_CHINESE_DAY = rf"{CHINESE_YEAR.pattern}年{ORDINAL}{{1,2}}月{ORDINAL}{{1,3}}日"
_A_DAY = rf"\(?(?:{DAY}|{_CHINESE_DAY})\)?"
_BLANKS = r"[^\S\n]*+"
_LINES = rf"{_BLANKS}(?:\n{_BLANKS})*+"
"""The rest of a blank line, and blank lines below it."""
SIGNED = re.compile(rf"^{_BLANKS}{_NAME}{_LINES}{_A_DAY}{_BLANKS}$", re.MULTILINE)
"""A name and the day, on one line or on two."""
_BELOW_TITLE = re.compile(
    rf"{_LINES}(?:{_A_DAY}{_LINES})?(?<=\s){_NAME}{_BLANKS}(?:{_A_DAY}{_BLANKS})?$", re.MULTILINE
)
_DAY_BESIDE = re.compile(_A_DAY)
_DAY_AND_MORE = 24
_AUTHOR = rf"(?P<name>{_HAN}{{3,29}}?{LAST_OF_A_NAME})"
_WRITTEN = re.compile(
    rf"本(?:年报|(?:年度|年)?报告)(?:是?[由系]|(?:是|系)?(?:根据|按照|依据|依照)[^。;\n]{{0,240}}?,由){_AUTHOR}"
    r"(?=,|\((?:以下)?简称|根据|按照|依据|依照|综合|编[制写])"
)
"""The author in the sentence 本报告由…编制, which may name the ordinance first."""
_COMPILED = re.compile(rf"(?:^|[,。;])\s*{_AUTHOR}[特现]?编制(?=了|[本此]|《|\d)", re.MULTILINE)
"""The author before the verb, as in 某局编制了2021年…年度报告."""
_COVERED = re.compile(
    rf"(?:包括|公布|现将)(?:{YEAR}年度?)?{_AUTHOR}(?:(?:{YEAR}|本)年度?)?"
    r"(?:政府)?信息(?:[和与]政务)?公开(?:重点)?(?:工作)?的?(?:总体|基本|重点)?(?:工作)?情况"
)
"""The body whose work a report covers: 全文包括某局政府信息公开总体情况, 现公布某局2021年…情况."""
_LABELS = (*OTHER_LABELS, *labels_of(Metadata), *labels_of(Contacts), *LEADS.split())
_BEHIND_REPORT = re.compile(rf"^{_BLANKS}(?:附件?:|相关|友情|上一?篇|下一?篇|来源)", re.MULTILINE)
"""The beginning of text behind a report on its page, such as attachments and links."""


def signing(text: str, title: Title | None, body: int) -> Iterator[str]:
    r"""Yield the body named right below a title, at the end of a report, or as its author.

    ``body`` is where the first section begins.  Nothing is yielded if several bodies sign.

    >>> list(signing("一、总体情况\n略。\n石桥县教育局\n2022年1月15日", None, 0))
    ['石桥县教育局']
    """
    folded = fold(text)
    for places in _places(folded, title, body):
        names = {"".join(text[slice(*place)].split()) for place in places}
        if names:
            yield from names if len(names) == 1 and all(map(_is_certain, names)) else ()
            return


def _places(folded: str, title: Title | None, body: int) -> Iterator[Sequence[Place]]:
    """The places of possible names in a folded text, the most reliable kind first."""
    if title is not None:
        below = _BELOW_TITLE.match(folded, title.place[1], body)
        yield [below.span("name")] if below and _is_dated(folded, below) else []
    behind = _BEHIND_REPORT.search(folded, body)
    end = behind.start() if behind else len(folded)
    yield [found.span("name") for found in SIGNED.finditer(folded, body, end)]
    written = _WRITTEN.search(folded)
    yield [written.span("name")] if written else []
    for sentence in (_COMPILED, _COVERED):
        named = map(operator.methodcaller("span", "name"), sentence.finditer(folded, 0, body))
        yield [place for place in named if is_named_in_a_sentence(folded[slice(*place)])]


def _is_dated(folded: str, below: re.Match[str]) -> bool:
    """Whether a day stands beside a name below a title, or the name occurs again in the text."""
    beside = below[0].replace(below["name"], "") + folded[below.end() :].lstrip()[:_DAY_AND_MORE]
    return _DAY_BESIDE.search(beside) is not None or folded.count(below["name"]) > 1


def _is_certain(name: str) -> bool:
    """Whether a name is that of a certain body, rather than a label or other words."""
    if is_furniture(name) or name.startswith(_LABELS):
        return False
    return names_a_body(name) and not (NO_AGENCY.match(name) or is_of_a_site(name))
