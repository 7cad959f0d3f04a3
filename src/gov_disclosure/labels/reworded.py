"""Rewordings: recognise labels of rows and columns in other words.

Words that may stand for two labels stand for neither.  A label in other words counts only in its
place, between other labels of its table (:mod:`gov_disclosure.grids.reworded`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from ..declare import Form
from ..forms import Line, tables_of
from ..text.fold import squeeze
from .cores import Core, core_of
from .misprints import is_short_for
from .vocabulary import BRACKETS, OF_CELLS, Role, Term, vocabulary

_COUNTS = "数量|总数量?|(?<!文)件数|条数|次数|个数|人数|数目|总量|数"
_SAID_OTHERWISE = (
    ("今年", "本年"),
    ("去年", "上年"),
    ("本年度", "本年"),
    ("上一?年度?", "上年"),
    ("下一?年度?|次年度?", "下年"),
    ("或者|或是", "或"),
    ("以及|[和与及并]", ""),
    ("其它", "其他"),
    ("总金额", "金额"),
    ("收到|接收", "收"),
    ("权利|利益", "权益"),
    ("第三人", "第三方"),
    ("本(?:行政机关|单位)", "本机关"),
    ("给予(?=公开)", "予以"),
    ("没有(?=正当)", "无"),
    ("新受理", "新收"),
    ("转结", "结转"),
    ("结转[到至入]", "结转"),
    ("举办或参加", "参加或举办"),
    ("^非(?=.{5})", "不是"),
    ("(?:信访|举报|投诉){3}", "信访举报投诉"),
    (r"[的之等]|个(?=[^\W\d])", ""),
    (f"(?:{_COUNTS})$", ""),
    ("(?<=.{4})类(?:申请|信息|事项|案件)?$", ""),
    ("(?<=.{4})(?:信息|事项)$", ""),
    ("^(?:属于|涉及)(?=.{5})", ""),
)
"""Replacements that are applied, in order, to the words of both labels before comparing."""
_WORDS = tuple((re.compile(words), same) for words, same in _SAID_OTHERWISE)
_SHORTEST = 4
"""Shorter words are too similar to each other."""
_LEAST_LEFT = 1 / 3
"""The least share of a label's characters that is left, if its number is printed."""


def reworded(text: str) -> tuple[Term, ...]:
    """The row or column whose label a text is in other words; empty if there may be two.

    >>> [term.key for term in reworded("四、结转下年度继续办理的数量")]
    ['carried_forward']
    >>> [term.key for term in reworded("5.要求确认或者重新出具")]
    ['not_processed.confirm_or_reissue']
    >>> reworded("要求确认"), reworded("4.同意答复数")
    ((), ())
    """
    core = core_of(squeeze(text).rstrip(":"))
    if declared := _declared().get(core.words):
        return declared
    if len(core.words) < _SHORTEST:
        return ()
    gist = _gist(core.words)
    same = _with_number(core, _by_gist().get(gist, ()))
    return tuple(dict.fromkeys(same or _shortened(core, gist)))


def _with_number(core: Core, labels: Sequence[tuple[Core, Term]]) -> Iterable[Term]:
    """The meanings of labels that fit the number of a core; a single row fits any number."""
    terms = [term for other, term in labels if core.may_be(other)]
    rows = {(term.table, term.key) for _, term in labels if term.role is Role.ROW}
    return terms or [term for _, term in labels if len(rows) == 1]


def _gist(words: str) -> str:
    """The words of a core in a normal form, without what may be left out.

    >>> _gist("信访投诉举报类申请"), _gist("上一年度项目数量")
    ('信访举报投诉', '上年项目')
    """
    words = words.translate(BRACKETS)
    for found, same in _WORDS:
        words = found.sub(same, words)
    return words


def _shortened(core: Core, gist: str) -> Iterable[Term]:
    """The row with the number of a core, if its label has these words and few others."""
    if not core.ordinal or len(gist) < _SHORTEST:
        return ()
    found = [
        term
        for label, terms in _by_gist().items()
        if len(gist) >= _LEAST_LEFT * len(label) and is_short_for(gist, label)
        for other, term in terms
        if term.role is Role.ROW and core.is_numbered_as(other) and core.style == other.style
    ]
    return found if len({(term.table, term.key) for term in found}) == 1 else ()


@cache
def _by_gist() -> Mapping[str, tuple[tuple[Core, Term], ...]]:
    """The labels of rows and columns by their gists, without ambiguous gists."""
    gists: dict[str, dict[str, tuple[tuple[Core, Term], ...]]] = defaultdict(dict)
    for words, labels in vocabulary().by_core.items():
        gists[_gist(words)][words] = labels
    for words, terms in _declared().items():
        gists[_gist(words)][words] = tuple((core_of(words), term) for term in terms)
    return {gist: tuple(_only(by_words)) for gist, by_words in gists.items()}


def _only(by_words: Mapping[str, Iterable[tuple[Core, Term]]]) -> Iterator[tuple[Core, Term]]:
    """The labels with one gist, if all mean the same row or column."""
    meant = [{(t.role, t.table, t.key) for _, t in labels} for labels in by_words.values()]
    labels = [label for some in by_words.values() for label in some]
    if all(one == meant[0] for one in meant) and all(t.role in OF_CELLS for _, t in labels):
        yield from labels


@cache
def _declared() -> Mapping[str, tuple[Term, ...]]:
    """The declared other words for rows and columns."""
    tables = (table for form in Form for table in tables_of(form))
    blocks = ((table.key, block) for table in tables for block in table.blocks)
    lines = ((key, line) for key, block in blocks for line in (*block.rows, *block.columns))
    said = ((words, _terms_of(key, line)) for key, line in lines for words in line.other_words)
    return {core_of(squeeze(words)).words: terms for words, terms in said}


def _terms_of(table: str, line: Line) -> tuple[Term, ...]:
    """The meanings of a line's label in its table."""
    terms = vocabulary().exact[squeeze(line.label)]
    return tuple(term for term in terms if (term.table, term.key) == (table, line.key))
