"""Compare parts and wholes in the narrative: 公开信息4250条,其中高新要闻1395条,…,其他栏目1025条.

A list whose items add up to the whole is right, wherever in its sentence it ends.  One that
does not is wrong only if its words say that it has to:

- 分别为, 分为, 具体为, 按…分 and a last item 其他 make a list complete, if it has a clear end.
  Behind 其中, 包括 and 含 it may leave something out, and a sum below the whole says nothing.
- Those, 包括 with a colon, and 、 between the items say that no item counts what another counts:
  a sum above the whole is wrong.  Not so behind 其中 with commas; nor of applications, of which
  eight in ten may come from citizens and seven online; nor of channels, in several of which the
  same is published.
- No part is greater than its whole.

Where the words may mean another figure of the sentence as the whole, or an item is an estimate,
nothing is said to be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ..figures.mentions import Mention, Paragraph
from ..findings import Finding, Status
from .judging import add_up
from .lists import Opener, PartsListed, lists_in
from .rules import PROSE_SUM
from .subject import Audited
from .wording import plainly

_APPLICATIONS = re.compile("申请")
_CHANNELS = re.compile(
    "网站|微信|微博|公众号|新媒体|公报|公开栏|公示栏|报纸|媒体|广播|电视|客户端|平台|渠道|方式"
)


def findings_on_wholes(report: Audited, narrative: Sequence[Paragraph]) -> Iterator[Finding]:
    """A finding for every list of parts that is certainly right or certainly wrong."""
    for paragraph in narrative:
        for sentence in paragraph:
            for listed in lists_in(sentence):
                yield from _findings(listed, report.text)


def _findings(listed: PartsListed, text: str) -> Iterator[Finding]:
    whole = listed.whole.figure.number
    sums = list(accumulate(item.figure.number for item in listed.items))
    adding_up = [count for count, total in enumerate(sums, 1) if total == whole and count > 1]
    if adding_up:
        yield _finding(Status.PASS, listed.whole, listed.items[: adding_up[-1]], text)
    elif listed.is_only_whole and sums[0] > whole:
        yield _finding(Status.FAIL, listed.whole, listed.items[:1], text)
    elif listed.is_only_whole and not listed.is_broken and len(sums) > 1:
        too_much = sums[-1] > whole and _excludes(listed)
        too_little = sums[-1] < whole and _is_complete(listed)
        if too_much or too_little:
            yield _finding(Status.FAIL, listed.whole, listed.items, text)


def _is_complete(listed: PartsListed) -> bool:
    """Whether the words of a list make it complete."""
    if listed.has_rest:
        return _excludes(listed)
    return listed.opener is Opener.DIVIDES and listed.has_end


def _excludes(listed: PartsListed) -> bool:
    """Whether the words of a list exclude that two items count the same thing."""
    if listed.opener is Opener.DIVIDES:
        return listed.has_end or listed.has_rest
    if _tells_of(_APPLICATIONS, listed.whole, *listed.items):
        return False
    if _tells_of(_CHANNELS, *listed.items):
        return False
    is_all = listed.opener is Opener.LISTS and listed.has_end
    return is_all or listed.has_rest or listed.separator == "、"


def _tells_of(what: re.Pattern[str], *mentions: Mention) -> bool:
    return any(what.search(mention.before + mention.after) for mention in mentions)


def _finding(status: Status, whole: Mention, parts: Sequence[Mention], text: str) -> Finding:
    figures = [part.figure for part in parts]
    total = add_up(figure.number for figure in figures)
    return PROSE_SUM.finding(
        status,
        spans=[figure.span for figure in (whole.figure, *figures)],
        left=whole.figure.number,
        right=total,
        words=whole.figure.words or "—",
        whole=text[whole.figure.span.start : whole.figure.span.end],
        parts=" + ".join(plainly(figure.number) for figure in figures),
        total=f" = {plainly(total)}" if len(figures) > 1 else "",
    )
