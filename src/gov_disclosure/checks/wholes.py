"""Parts against wholes in the narrative: 公开信息4250条,其中高新要闻1395条,…,其他栏目1025条.

A list whose items add up to the whole is right, wherever in its sentence it ends.  One that
does not is wrong only if its words say that it has to:

- 分别为, 分为, 具体为, 按…分 and a last item 其他 make a list complete, if it has a clear end.
  Behind 其中, 包括 and 含 it may leave something out, and a sum below the whole says nothing.
- Those, and 包括 with a colon, and 、 between the items, say that the items exclude each other:
  a sum above the whole is wrong.  Items behind 其中 with commas need not; nor need applications,
  of which eight in ten may come from citizens and seven online.
- No part is greater than its whole.

Where the words may mean another figure of the sentence as the whole, or an item is an estimate,
nothing is said to be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from ..figures import Mention, paragraphs
from ..findings import Finding, Status
from .judging import add_up
from .lists import PartsListed, lists_in
from .rules import PROSE_SUM
from .subject import Audited
from .wording import plainly

_OF_SEVERAL_KINDS = "申请"


def wholes(report: Audited) -> Iterator[Finding]:
    """A finding for every list of parts that is surely right or surely wrong."""
    for paragraph in paragraphs(report.text, report.sections):
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
    """Whether a list says that it leaves nothing out."""
    if listed.has_rest:
        return _excludes(listed)
    return listed.is_division and listed.has_end


def _excludes(listed: PartsListed) -> bool:
    """Whether a list says that nothing is counted in two of its items."""
    if listed.may_overlap and not listed.is_division:
        if any(map(_is_of_applications, (listed.whole, *listed.items))):
            return False
        return listed.has_rest or listed.separator == "、"
    clear_end = listed.has_end and (listed.is_division or listed.has_colon)
    return listed.has_rest or listed.separator == "、" or clear_end


def _is_of_applications(mention: Mention) -> bool:
    return _OF_SEVERAL_KINDS in mention.before or _OF_SEVERAL_KINDS in mention.after


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
