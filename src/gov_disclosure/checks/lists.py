"""Find lists of parts in a sentence, behind a figure and 其中, 包括 or 分别为."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from itertools import pairwise

import attrs

from ..figures.mentions import Mention, Sentence
from ..figures.units import SHARES

_MOST_ITEMS = 60
_LONGEST_GAP = 80
_COMMA = ",\ufe50"
_MARKS = f"{_COMMA};:()"

_OPENING = re.compile(
    rf"""
    [^{_MARKS}]{{0,20}} (?P<mark> [{_COMMA}:(]?) \s* (?: 内容 | 主要 )?
    (?: 其中 | 含 | (?P<naming> 包括 | 包含 | 涵盖 )
      | (?P<dividing> 分别[为是] | 分为 | 具体[为是] ) )
    \s* [{_COMMA}]? (?P<divided> \s* 按[^{_MARKS}]{{1,15}}分为? )? (?P<colon> \s* : )?
    [{_COMMA}]? [^{_MARKS}]*
    """,
    re.VERBOSE,
)
_JOINT = re.compile(
    rf"""
    (?: [^{_MARKS}、]{{0,12}} \)? \s* (?P<separator> [、;{_COMMA}] ) [{_COMMA};]* \s*
      | \s* (?P<joined> 和|及|以及|与 ) )
    (?P<item> [^{_MARKS}]* )
    """,
    re.VERBOSE,
)
_LIST_END = re.compile(
    rf"[^{_MARKS}、]{{0,20}}(?:[{_COMMA}]?占[^{_MARKS}、]{{0,15}})?(?:[;)。!?]|$)"
)
_SHARE_OF = re.compile(r"占[^%‰]{0,12}$|^\W*$")
_NESTED = re.compile("其中|包括|包含|涵盖|分别|含")
_UNSEEN = re.compile(r"\d|余|若干|[多数几][件条次个篇]|各$")
"""Items with numbers that are not figures, or that count several things."""
_NO_ITEM = re.compile("共|已|均|全部|并|办结|答复|回复|处理|完成|同比|较|比|增|减|累计|满意|按时")
_REST = ("其他", "其它", "其余")
_COMPARED = re.compile("(?<!新)增|减少|下降|较|比|[均每各]$")


class Opener(enum.Enum):
    """The kind of a list, by the words before it."""

    DIVIDES = "分别为"
    """分别为, 分为, 具体为, 按…分: the list divides the whole."""
    LISTS = "包括:"
    """包括 with a colon: the list is everything behind the colon."""
    NAMES = "其中"
    """其中, 含, 包括 without a colon: the list may name only some parts."""


@attrs.frozen(kw_only=True)
class PartsListed:
    """A figure and the list of its parts.

    ``separator`` is the sign between the items.  ``has_end``: the sentence, a bracket
    or a semicolon ends the list right behind the last item.  ``is_broken``: an item is no figure,
    or the list continues behind what seemed to be its end.  ``is_only_whole``: the words cannot
    mean another figure of the sentence as the whole.
    """

    whole: Mention
    items: tuple[Mention, ...]
    opener: Opener
    separator: str
    has_end: bool
    is_broken: bool
    is_only_whole: bool

    @property
    def has_rest(self) -> bool:
        """Whether the last item is everything else (其他)."""
        return _is_rest(self.items[-1])


def _is_rest(mention: Mention) -> bool:
    return mention.figure.words.startswith(_REST)


def lists_in(sentence: Sentence) -> Iterator[PartsListed]:
    """The lists of parts, each with its whole."""
    units: set[str] = set()
    for number, (whole, first) in enumerate(pairwise(sentence.mentions), 1):
        opening = _OPENING.fullmatch(first.gap) if len(first.gap) <= _LONGEST_GAP else None
        if opening is not None and _can_be_whole(whole, first):
            only = whole.figure.unit not in units or opening["mark"] == "("
            yield _listed(sentence, number, opening, is_only_whole=only)
        units.add(whole.figure.unit)


def _can_be_whole(whole: Mention, first: Mention) -> bool:
    unit = whole.figure.unit
    if unit in SHARES or unit != first.figure.unit or _COMPARED.search(whole.before):
        return False
    return not _UNSEEN.search(first.before) and not _COMPARED.search(first.before)


def _listed(
    sentence: Sentence, number: int, opening: re.Match[str], *, is_only_whole: bool
) -> PartsListed:
    """The list whose first item is the mention with a given index."""
    whole, first = sentence.mentions[number - 1 : number + 1]
    items, separator, is_broken, goes_on = [first], "", False, False
    for mention in sentence.mentions[number + 1 : number + _MOST_ITEMS]:
        joint = _JOINT.fullmatch(mention.gap) if len(mention.gap) <= _LONGEST_GAP else None
        if mention.depth < first.depth:
            break
        if mention.depth > first.depth or _is_share(mention):
            continue
        is_broken = bool(_UNSEEN.search(mention.gap) or _NESTED.search(mention.gap))
        if joint is None or is_broken or mention.figure.unit != whole.figure.unit:
            break
        if _NO_ITEM.match(joint["item"].strip()):
            break
        if _is_other(joint["separator"], separator):
            goes_on = joint["separator"] == ";"
            if not goes_on:
                break
        separator = separator or joint["separator"] or ""
        items.append(mention)
    return PartsListed(
        whole=whole,
        items=tuple(items),
        opener=_opener(opening),
        separator=separator,
        has_end=_LIST_END.match(sentence.said, items[-1].place[1]) is not None,
        is_broken=is_broken or goes_on or any(map(_is_rest, items[:-1])),
        is_only_whole=is_only_whole,
    )


def _opener(opening: re.Match[str]) -> Opener:
    if opening["dividing"] or opening["divided"]:
        return Opener.DIVIDES
    return Opener.LISTS if opening["naming"] and opening["colon"] else Opener.NAMES


def _is_share(mention: Mention) -> bool:
    """Whether a figure is the share of the item before it: 求助类2252件,占82.8%."""
    return mention.figure.unit in SHARES and _SHARE_OF.search(mention.before) is not None


def _is_other(separator: str | None, usual: str) -> bool:
    """Whether items are separated otherwise than those before, apart from a final 和."""
    return separator is not None and usual != "" and (separator == "、") != (usual == "、")
