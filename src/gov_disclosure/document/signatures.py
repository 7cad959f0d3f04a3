"""The agency, if the title names none: from the line below it, the signature, or a sentence.

A signature is the name of the body and the day, at the end of the document.  The sentence says who
wrote the report, or whose report is published: 现公布石桥县教育局2022年…年度报告。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from ..text.chinese import CHINESE_YEAR, ORDINAL
from ..text.days import DAY
from ..text.fold import fold, without_glosses
from ..text.furniture import LEADS, is_furniture
from ..text.source import HAN, Place
from ..values import Contacts, Metadata
from .names import LAST_OF_A_NAME, is_certain_body, is_of_a_site, names_a_body
from .pairs import OTHER_LABELS, labels_of
from .title_words import NO_AGENCY, words_of
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
_SIGNED = re.compile(rf"^{_BLANKS}{_NAME}{_LINES}{_A_DAY}{_BLANKS}$", re.MULTILINE)
"""A name and the day, on one line or on two."""
_BELOW_TITLE = re.compile(
    rf"{_LINES}(?:{_A_DAY}{_LINES})?(?<=\s){_NAME}{_BLANKS}(?:{_A_DAY}{_BLANKS})?$", re.MULTILINE
)
_DAY_BESIDE = re.compile(_A_DAY)
_DAY_AND_MORE = 24
_WRITTEN = re.compile(
    rf"本(?:年度?)?报告[由系](?P<name>{_HAN}{{3,29}}?{LAST_OF_A_NAME})(?=,|根据|按照|依据|依照|编[制写])"
)
_AUTHOR = re.compile(
    rf"[,。]由(?P<name>{_HAN}{{3,29}}?{LAST_OF_A_NAME})(?<!办公室)(?<!办)(?=结合|编[制写])"
)
_WITHIN_ANOTHER = re.compile("(?:局|厅|政府|委员会)(?=..)")
"""Where the name of a body ends within another name."""

_PRESENTS = re.compile(r"(?:公[布开]|发布|编[制写](?:完成|形成)?|形成|现将)了?(?=[《“]?\w)")
_BEHIND_PRESENTED = re.compile(r"[》”]?\s*(?:[,。;:(]|$|向社会|予以|如下|全文|公[布开]|以供)")
"""What may stand behind the name of a report that a sentence presents, and not only mentions."""

_LONGEST_PRESENTED = 80
_LABELS = (*OTHER_LABELS, *labels_of(Metadata), *labels_of(Contacts), *LEADS.split())
_BEHIND_REPORT = re.compile(rf"^{_BLANKS}(?:附件?:|相关|友情|上一?篇|下一?篇|来源)", re.MULTILINE)
"""The beginning of text behind a report on its page, such as attachments and links."""


def body_that_signs(text: str, title: Title | None, body: int) -> str | None:
    r"""Find the body named right below a title, at the end of a report, or as its author.

    ``body`` is where the first section begins.  Returns None if several bodies sign.

    >>> body_that_signs("一、总体情况\n略。\n石桥县教育局\n2022年1月15日", None, 0)
    '石桥县教育局'
    """
    folded = fold(text)
    for places in _places(folded, title, body):
        names = {"".join(text[slice(*place)].split()) for place in places}
        if names:
            return names.pop() if len(names) == 1 and all(map(_is_certain, names)) else None
    return None


def body_that_presents(preamble: str) -> str | None:
    """Find the body whose report is published according to its preamble, or that wrote it.

    Returns None if several bodies are named, or none by its full name.

    >>> body_that_presents("根据有关规定，现公布石桥县教育局2022年政府信息公开工作年度报告。")
    '石桥县教育局'
    >>> body_that_presents("现公布我局2022年政府信息公开工作年度报告。")
    """
    said = without_glosses(preamble)
    folded = fold(said)
    authors = chain(_WRITTEN.finditer(folded), _AUTHOR.finditer(folded))
    whole = (found.span("name") for found in authors if not _is_a_part(found["name"]))
    places = chain(_presented(folded), whole)
    names = {"".join(said[slice(*place)].split()) for place in places}
    name = names.pop() if len(names) == 1 else ""
    is_full = _is_certain(fold(name)) and is_certain_body(fold(name))
    return name if is_full else None


def _is_a_part(name: str) -> bool:
    """Whether a name is that of a part of another body, such as its office."""
    whole = _WITHIN_ANOTHER.finditer(name)
    return any(not is_certain_body(name[found.end() :]) for found in whole)


def _presented(folded: str) -> Iterator[Place]:
    """The places of the agencies in the names of reports that sentences present."""
    for found in _PRESENTS.finditer(folded):
        words = words_of(folded, found.end(), found.end() + _LONGEST_PRESENTED)
        if words and words.agency and _BEHIND_PRESENTED.match(folded, words.place[1]):
            yield words.agency


def _places(folded: str, title: Title | None, body: int) -> Iterator[Sequence[Place]]:
    """The places of possible names in a folded text, the most reliable kind first."""
    if title is not None:
        below = _BELOW_TITLE.match(folded, title.place[1], body)
        yield [below.span("name")] if below and _is_dated(folded, below) else []
    behind = _BEHIND_REPORT.search(folded, body)
    end = behind.start() if behind else len(folded)
    yield [found.span("name") for found in _SIGNED.finditer(folded, body, end)]
    written = _WRITTEN.search(folded)
    yield [written.span("name")] if written else []


def _is_dated(folded: str, below: re.Match[str]) -> bool:
    """Whether a day stands beside a name below a title, or the name occurs again in the text."""
    beside = below[0].replace(below["name"], "") + folded[below.end() :].lstrip()[:_DAY_AND_MORE]
    return _DAY_BESIDE.search(beside) is not None or folded.count(below["name"]) > 1


def _is_certain(name: str) -> bool:
    """Whether a name is that of a certain body, rather than a label or other words."""
    if is_furniture(name) or name.startswith(_LABELS):
        return False
    return names_a_body(name) and not (NO_AGENCY.match(name) or is_of_a_site(name))
