"""Data under labels: the metadata block of a report, and the people named around its table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import TypeVar

import attrs

from ..labelled import Contacts, Metadata
from ..text.source import Place
from .pairs import OTHER_LABELS, filled, labels_of, pairs
from .titles import Title

_T = TypeVar("_T", bound=attrs.AttrsInstance)

_PERIOD_BEHIND = re.compile(
    r"[\s(（,，]*(?:(?:19|20)\d\d\s*年|(?<=[\s(（,，])(?:年|第?[一二三四1-4]\s*季|[上下]半年))"
    r"[\s\d年度第一二三四季上下半月)）]*\Z"
)
"""The time that a table covers, behind the name of the body that filled it in."""


@attrs.frozen
class Labelled:
    """The places of data under known labels, and under other ones (来源, 组配分类)."""

    known: tuple[Place, ...]
    others: tuple[Place, ...]


def is_catalogue(line: str) -> bool:
    """Whether a line holds catalogue data under a known label."""
    labels = labels_of(Metadata)
    return any(pair.label in labels for pair in pairs(line, (0, len(line)), labels))


def find_metadata(text: str, body: int, title: Title | None) -> tuple[Metadata, Labelled]:
    """The catalogue data above the report's body, and the places of labelled data.

    A label may follow the title directly, so the text is cut at the end of the title.
    """
    title_end = min(title.place[1], body) if title else 0
    return _data(Metadata, text, [(0, title_end), (title_end, body)])


def find_contacts(text: str, places: Sequence[Place]) -> tuple[Contacts | None, Labelled]:
    """The people named around the table of 2014, and the places of labelled data there."""
    contacts, labelled = _data(Contacts, text, places)
    if contacts.reporting_unit is not None:
        unit = _PERIOD_BEHIND.sub("", contacts.reporting_unit)
        contacts = attrs.evolve(contacts, reporting_unit=unit or None)
    return (contacts if contacts != Contacts() else None), labelled


def _data(model: type[_T], text: str, places: Sequence[Place]) -> tuple[_T, Labelled]:
    """The first value under each label of a model, and the places of all labelled data."""
    labels = labels_of(model)
    known: list[Place] = []
    others: list[Place] = []
    said: dict[str, str] = {}
    printed = labels | OTHER_LABELS
    for pair in chain.from_iterable(pairs(text, place, printed) for place in places):
        if pair.label not in labels:
            others.append(pair.place)
            continue
        known.append(pair.place)
        if pair.value:
            said.setdefault(pair.label, pair.value)
    return filled(model, said), Labelled(tuple(known), tuple(others))
