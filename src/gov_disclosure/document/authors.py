"""The author of a report in sentences about it: 本报告由…编制, 某局编制了…, 现公布某局…情况."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..text.days import YEAR
from ..text.source import HAN, Place
from .names import LAST_OF_A_NAME, is_a_named_office, is_named_in_a_sentence

_AUTHOR = rf"(?P<name>[{HAN}]{{3,29}}?{LAST_OF_A_NAME})"
_WRITTEN = re.compile(
    rf"本(?:年报|(?:年度|年)?报告)(?:是?[由系]|(?:是|系)?(?:根据|按照|依据|依照)[^。;\n]{{0,240}}?,由){_AUTHOR}"
    r"(?=,|\((?:以下)?简称|根据|按照|依据|依照|综合|编[制写])"
)
"""The author in the sentence 本报告由…编制, which may name the ordinance first."""
_COMPILED = re.compile(
    rf"(?:^|[,。;])[^\S\n]*+{_AUTHOR}[特现]?编制(?=了|[本此]|《|\d)", re.MULTILINE
)
"""The author before the verb, as in 某局编制了2021年…年度报告."""
_COVERED = re.compile(
    rf"(?:包括|公布|现将)(?:{YEAR}年度?)?{_AUTHOR}(?:(?:{YEAR}|本)年度?)?"
    r"(?:政府)?信息(?:[和与]政务)?公开(?:重点)?(?:工作)?的?(?:总体|基本|重点)?(?:工作)?情况"
)
"""The body whose work a report covers: 全文包括某局政府信息公开总体情况, 现公布某局2021年…情况."""

_CONCERNED = re.compile(
    rf"(?:结合|做好){_AUTHOR}(?:{YEAR}年度?)?(?:政府信息公开)?工作(?:实际|(?:开展)?情况|,[我本])"
)
"""The body whose work is the ground of a report: 结合某局工作实际, 做好某局政府信息公开工作."""
_ACTED = re.compile(
    rf"(?=[12])(?<![^。\s]){YEAR}年度?,?{_AUTHOR},?(?=坚持|认真|深入|严格|积极|切实|全面|紧[紧密]|围绕|按照"
    "|依法|持续|进一步|扎实|高度|深化|贯彻|落实|聚焦|立足|始终|不断|继续|在[^。,]{2,30}[导持心]下"
    "|以[^。,]{2,40}为)",
    re.MULTILINE,
)
"""The subject of what was done in the year: 2021年，某局认真贯彻."""
_SELF = re.compile("[我本]([局委厅院校队站所镇乡街县市省州旗署]|中心|办(?!法)|区(?!域)|部(?!门))")
"""The word by which a body speaks of itself: 我局, 本委."""


def authors(folded: str, body: int) -> Iterator[Sequence[Place]]:
    """The places of names of authors in a folded text, by kinds of sentences, the surest first.

    Sentences without the words 本报告 may speak of others, unless they stand above the ``body`` or
    name an office: what is said of a county may be said in the report of any of its offices.
    """
    written = _WRITTEN.search(folded)
    yield [written.span("name")] if written else []
    for sentence in (_COMPILED, _COVERED):
        yield _named(folded, sentence.finditer(folded, 0, body), is_named_in_a_sentence)
    for sentences in (_CONCERNED.finditer(folded, 0, body), _ACTED.finditer(folded)):
        offices = _named(folded, sentences, is_a_named_office)
        yield [place for place in offices if _may_speak(folded[slice(*place)], folded)]


def _named(
    folded: str, found: Iterable[re.Match[str]], is_author: Callable[[str], bool]
) -> Sequence[Place]:
    """The places of the names in sentences, without other words that stand in their place."""
    places = (sentence.span("name") for sentence in found)
    return [place for place in places if is_author(folded[slice(*place)])]


def _may_speak(name: str, folded: str) -> bool:
    """Whether a text that speaks of 我局 or the like, if at all, may do so for a body."""
    selves = set(_SELF.findall(folded))
    return not selves or any(word in name for word in selves)
