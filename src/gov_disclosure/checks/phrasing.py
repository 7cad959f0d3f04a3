"""Identify the quantity of the tables that a clause of the narrative names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ..figures.mentions import Mention
from ..tables import SAID, Said
from ..text.fold import squeeze
from .circumstances import OWN, own_names

_LONGEST_CLAUSE = 60

_ITSELF = "本机关"
_TIME = r"(?:\d{4}|[本今全当])年度?(?:[以中内]来?|期间)?|年内|报告期内"
_ADVERB = "其中|另有|另外|此外|同时|并且|并|以及|和|及|一共|总共|共计|合计|共|依法|已|均"
_ORDINAL = r"\(?[一二三四五六七八九十\d]{1,3}[)、.](?=[^\d])|[一二三四五六七八九十]是"
_OPENING = re.compile(rf"(?:{_ORDINAL}|{_TIME}|{OWN}(?:系统)?|{_ADVERB})的?|、")
_CLOSING = re.compile(r"(?:一共|总共|共计|合计|总计|共有|共|计|达到|达|为|是|有|[:=])$")
_NEXT_THOUGHT = re.compile(r"[均已都并占较比]|全部|同比")


def clause_of(mention: Mention, agency: str | None) -> str:
    """The clause of a figure, with ``#`` in its place, and without time, subject and fillers.

    Empty where it is longer than any phrase.
    """
    if len(mention.before) + len(mention.after) > 2 * _LONGEST_CLAUSE:
        return ""
    before, after = squeeze(mention.before), squeeze(mention.after)
    for name in own_names(agency):
        before = before.replace(name, _ITSELF)
    while opening := _OPENING.match(before):
        before = before[opening.end() :]
    while closing := _CLOSING.search(before):
        before = before[: closing.start()]
    thought = _NEXT_THOUGHT.search(after)
    return f"{before}#{after[: thought.start()] if thought else after}"


def quantity_named(clause: str, unit: str, known: Iterable[Said]) -> Said | None:
    """The known quantity that is all that a clause names; None without one."""
    if not clause or not _any_phrase().fullmatch(clause):
        return None
    named = (
        said for said in known if unit in said.units and _phrases(said.phrases).fullmatch(clause)
    )
    return next(named, None)


@cache
def _any_phrase() -> re.Pattern[str]:
    return _phrases(tuple(phrase for said in SAID for phrase in said.phrases))


@cache
def _phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase})" for phrase in phrases))
