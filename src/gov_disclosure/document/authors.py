"""The author of a report in sentences about it: 本报告由…编制, 某局编制了…, 现公布某局…情况."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator, Sequence

from ..text.days import YEAR
from ..text.source import HAN, Place
from .names import LAST_OF_A_NAME, is_named_in_a_sentence

_AUTHOR = rf"(?P<name>[{HAN}]{{3,29}}?{LAST_OF_A_NAME})"
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


def authors(folded: str, body: int) -> Iterator[Sequence[Place]]:
    """The places of names of authors in a folded text, by kinds of sentences, the surest first.

    Sentences without the words 本报告 may speak of others, unless they stand above the ``body``.
    """
    written = _WRITTEN.search(folded)
    yield [written.span("name")] if written else []
    for sentence in (_COMPILED, _COVERED):
        named = map(operator.methodcaller("span", "name"), sentence.finditer(folded, 0, body))
        yield [place for place in named if is_named_in_a_sentence(folded[slice(*place)])]
