"""The sentences of a narrative, with their figures, the clauses around these and their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, zip_longest

from more_itertools import split_when

from ..text.chinese import ORDINAL
from ..text.source import Place, read_source
from ..values import Figure, Section, Span
from .mentions import Mention, Paragraph, Sentence
from .printed import COMMA, fold_prose, printed_figures

_LONGEST_CUT = 12

_OPENING = re.compile(
    r"[\s、]|其中|另有|另外|此外|同时|并且|以及|分别|包括|年内|一共|总共|共计|累计|合计|"
    r"(?:\d{4}|[本今全当])年度?(?:[以中内]来?|期间)?|"
    "并(?![网购联行])|和(?![谐平解])|及(?![时格])|与(?!会)|含(?!金)|共(?![青享产建同有和])"
)
_CLOSING = re.compile(
    r"(?:一共|总共|共计|累计|合计|总计|共有|共|(?<![统设会审估预])计|分别|各|达到|达|"
    r"(?<![认作成行])为|是|占|\s|:)$"
)
_NEXT_THOUGHT = re.compile(r"[均已都并占较比]|全部|同比|其中")
_LEADING = re.compile(r"[\s的]*")


def words_of(prose: str, before: Place, after: Place) -> Place:
    """The place of the words that say what a figure counts.

    ``before`` is the clause up to the figure, ``after`` the clause behind it.  A figure counts
    the words behind it, else the words before it.

    >>> said = "全年共收到3件政府信息公开申请"
    >>> said[slice(*words_of(said, (0, 5), (7, 15)))]
    '政府信息公开申请'
    >>> said = "其中高新要闻1395条"
    >>> said[slice(*words_of(said, (0, 6), (11, 11)))]
    '高新要闻'
    """
    start, end = _behind(prose, *after)
    return (start, end) if start < end else _ahead(prose, *before)


def _behind(prose: str, start: int, end: int) -> Place:
    leading = _LEADING.match(prose, start, end)
    start = leading.end() if leading else start
    thought = _NEXT_THOUGHT.search(prose, start, end)
    end = thought.start() if thought else end
    return start, start + len(prose[start:end].rstrip())


def _ahead(prose: str, start: int, end: int) -> Place:
    while opening := _OPENING.match(prose, start, end):
        start = opening.end()
    while closing := _CLOSING.search(prose, max(start, end - _LONGEST_CUT), end):
        end = closing.start()
    return start, end


_SENTENCE_END = re.compile(r"[。!?|\t]")
_CLAUSE_END = re.compile(rf"[,{COMMA};:()]")
_LIST_MARK = "、"
_CLAUSE_OR_ITEM_END = re.compile(rf"[,{COMMA};:()、]")
_LEADS_ON = (":", "(")
_ENDS_LINE = tuple("。;:!?")
_BEGINS_PARAGRAPH = re.compile(rf"\s*$|[ \t]{{2}}|\s?\(?(?:{ORDINAL}|[0-9]){{1,3}}[)、.]")
_SHORTEST_FULL_LINE = 20


def paragraphs(text: str, sections: Iterable[Section]) -> Iterator[Paragraph]:
    """The narrative of a report, paragraph by paragraph."""
    for section in sections:
        for span in section.spans:
            prose = fold_prose(text[span.start : span.end])
            for place in _paragraphs(prose):
                yield tuple(_sentences(prose, place, text, span.start, section.key))


def _paragraphs(prose: str) -> Iterator[Place]:
    """The paragraphs: lines, joined if they were wrapped."""
    places = read_source(prose).places
    for lines in split_when(places, lambda line, after: not _is_wrapped(prose, line, after)):
        yield lines[0][0], lines[-1][1]


def _is_wrapped(prose: str, line: Place, after: Place) -> bool:
    """Whether a line was broken because it was full, or within a number."""
    said = prose[slice(*line)].strip()
    if said[-2:].rstrip(".,")[-1:].isdecimal() and prose[after[0]].isdecimal():
        return True
    full = len(said) >= _SHORTEST_FULL_LINE and not said.endswith(_ENDS_LINE)
    return full and _BEGINS_PARAGRAPH.match(prose, *after) is None


def _sentences(
    prose: str, place: Place, text: str, offset: int, key: str | None
) -> Iterator[Sentence]:
    start, end = place
    ends = (match.end() for match in _SENTENCE_END.finditer(prose, start, end))
    for begin, until in pairwise((start, *ends, end)):
        said = prose[begin:until]
        if said and not said.isspace():
            mentions = _mentions(said, text, offset + begin, key)
            yield Sentence(said, key, tuple(mentions))


def _mentions(said: str, text: str, offset: int, key: str | None) -> Iterator[Mention]:
    printed = tuple(printed_figures(said))
    nexts = (figure.place[0] for figure in printed[1:])
    depth = reached = 0
    for number, until in zip_longest(printed, nexts):
        start, end = number.place
        gap = said[reached:start]
        depth = max(0, depth + gap.count("(") - gap.count(")"))
        before, after = _clause_before(said, reached, start), _clause_behind(said, end, until)
        words = words_of(said, before, after)
        figure = Figure(
            number=number.number,
            unit=number.unit,
            words=text[offset + words[0] : offset + words[1]],
            span=Span(offset + start, offset + end),
            words_span=Span(offset + words[0], offset + words[1]),
            section=key,
        )
        yield Mention(figure, number.place, gap, said[slice(*before)], said[slice(*after)], depth)
        reached = end


def _clause_before(said: str, reached: int, start: int) -> Place:
    """The clause that leads up to a figure, over a colon or bracket at its end."""
    begin, mark = _clause_begin(said, reached, start)
    if mark in _LEADS_ON and not said[begin:start].strip():
        end = begin - 1
        return _clause_begin(said, reached, end)[0], end
    return begin, start


def _clause_begin(said: str, reached: int, end: int) -> tuple[int, str]:
    """Where the last clause of a stretch begins, and the mark in front of it.

    Behind a figure 、 ends a clause as well; elsewhere it joins words.
    """
    at = -1
    for match in _CLAUSE_END.finditer(said, reached, end):
        at = match.start()
    if at < 0 and reached:
        at = said.find(_LIST_MARK, reached, end)
    return (reached, "") if at < 0 else (at + 1, said[at])


def _clause_behind(said: str, end: int, until: int | None) -> Place:
    """The rest of a figure's clause; empty if it leads up to the next figure."""
    mark = _CLAUSE_OR_ITEM_END.search(said, end, len(said) if until is None else until)
    if mark is not None:
        return end, mark.start()
    return end, len(said.rstrip("。!?|\t")) if until is None else end
