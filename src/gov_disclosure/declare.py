"""How a form is declared: its revisions, and the field helpers that carry printed labels.

The classes in :mod:`gov_disclosure.tables` are both the typed models that a user holds and
the declaration of the printed tables.  Each field says once, in its attrs metadata, how its
row or column is printed, in which unit, and from which to which revision of the form it
stands there.  Readers, reports and reference pages are all driven by these fields.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

_KEY = "gov_disclosure.declared"


class Form(enum.Enum):
    """A revision of the statutory form, named by the year of the notice that prescribes it.

    >>> Form("2021").notice
    '国办公开办函〔2021〕30号'
    """

    F2014 = "2014", "国办发〔2014〕32号"
    F2019 = "2019", "国办公开办函〔2019〕60号"
    F2021 = "2021", "国办公开办函〔2021〕30号"

    notice: str
    """The document number of the notice of the State Council's General Office."""

    __hash__ = object.__hash__  # by identity, which is faster

    def __new__(cls, year: str, notice: str) -> Form:
        """A revision whose value is its year."""
        form = object.__new__(cls)
        form._value_ = year
        form.notice = notice
        return form


class Orientation(enum.Enum):
    """The order of keys in the attribute paths of a table's model."""

    ROW_COLUMN = "table.row.column"
    COLUMN_ROW = "table.column.row"
    ROW = "table.row"


@attrs.frozen(kw_only=True)
class Declared:
    """The declaration of a field: its label, and when and how the form prints it.

    ``since`` is the first revision that has the field, ``until`` the last; None for no such
    bound.  ``renamed`` maps a revision to the label printed from that revision on; ``aliases``
    are other wordings seen in print; ``other_words`` may also name other things, and so count
    only in the field's place.  ``headings`` are the lines without figures above the field, and
    ``block`` is the caption of its part of the table.  ``members`` is the model of a group of
    fields, and ``split_since`` the revision that replaced a single row by the group.
    """

    label: str | None = None
    unit: str | None = None
    block: str | None = None
    headings: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    other_words: tuple[str, ...] = ()
    renamed: Mapping[Form, str] = attrs.field(factory=dict)
    since: Form | None = None
    until: Form | None = None
    split_since: Form | None = None
    members: type | None = None

    def stands_in(self, form: Form) -> bool:
        """Whether this field is part of that revision."""
        begun = self.since is None or self.since.value <= form.value
        return begun and (self.until is None or form.value <= self.until.value)

    def label_in(self, form: Form) -> str | None:
        """The label in that revision."""
        names = [name for since, name in self.renamed.items() if since.value <= form.value]
        return names[-1] if names else self.label

    def is_group_in(self, form: Form) -> bool:
        """Whether the field is a group of fields, rather than a figure, in that revision."""
        if self.members is None:
            return False
        return self.split_since is None or self.split_since.value <= form.value


def figure(label: str, **declared: Any) -> Any:
    """A field for one printed figure; None until a text shows it.

    ``declared`` are further fields of :class:`Declared`.
    """
    return attrs.field(default=None, metadata={_KEY: Declared(label=label, **declared)})


def group(members: type, label: str | None = None, **declared: Any) -> Any:
    """A field for several figures that the form prints under one label or side by side.

    ``members`` is their model, ``declared`` further fields of :class:`Declared`.
    """
    declaration = Declared(label=label, members=members, **declared)
    return attrs.field(factory=members, metadata={_KEY: declaration})


def divided(label: str, members: type, *, since: Form) -> Any:
    """A field with one figure in earlier revisions, and a group of figures from ``since`` on."""
    declaration = Declared(label=label, members=members, split_since=since)
    return attrs.field(default=None, metadata={_KEY: declaration})


def declared_fields(model: type[Any]) -> Iterator[tuple[str, Declared]]:
    """The name and the declaration of every field of a model, in printed order."""
    for field in attrs.fields(model):
        yield field.name, declaration(field)


def declaration(field: attrs.Attribute[Any]) -> Declared:
    """The declaration of a field made by one of the helpers above."""
    declared: Declared = field.metadata[_KEY]
    return declared


def _terms(expression: str) -> tuple[str, ...]:
    return tuple(filter(None, expression.split(" + ")))


@attrs.frozen
class Rule:
    """Arithmetic that the form prescribes: both sides add up to the same.

    Terms are keys joined by ``+``; the key of a group stands for all lines in it.  The terms of
    ``last_year`` belong to the right side and are those of the report of the year before.

    >>> Rule("in_force + repealed", "issued", last_year="in_force").expression
    'in_force + repealed = issued + last_year.in_force'
    """

    left: tuple[str, ...] = attrs.field(converter=_terms)
    right: tuple[str, ...] = attrs.field(converter=_terms, default="")
    last_year: tuple[str, ...] = attrs.field(converter=_terms, default="", kw_only=True)

    @property
    def expression(self) -> str:
        """The rule as an expression of keys."""
        before = (f"last_year.{term}" for term in self.last_year)
        return f"{' + '.join(self.left)} = {' + '.join((*self.right, *before))}"


@attrs.frozen(kw_only=True)
class TableDeclared:
    """One table of the forms: its key, its model, and what is printed around its figures.

    ``corners`` are the words in its top left cell, ``column_headings`` labels above columns
    without figures of their own; ``heading_aliases`` are words seen in the place of both, which
    are too common in other tables to be evidence for this one.
    ``caption_prefixes`` are words that agencies print before the captions of its blocks.
    ``value_labels`` name the one column of a table whose columns have no keys.
    ``one_line``: the form prints all rows side by side, as a single line of figures.
    ``row_rules`` hold among the columns of each row, ``column_rules`` among the rows of each
    column; ``yearly_row_rules`` and ``yearly_column_rules`` among those of two years.
    ``asks_for_zeros``: the form wants a 0 where there is nothing to report.
    """

    key: str
    model: type
    orientation: Orientation
    corners: tuple[str, ...]
    column_headings: tuple[str, ...] = ()
    heading_aliases: tuple[str, ...] = ()
    caption_prefixes: tuple[str, ...] = ()
    value_labels: tuple[str, ...] = ()
    one_line: bool = False
    row_rules: tuple[Rule, ...] = ()
    column_rules: tuple[Rule, ...] = ()
    yearly_row_rules: tuple[Rule, ...] = ()
    yearly_column_rules: tuple[Rule, ...] = ()
    asks_for_zeros: bool = False
    since: Form
    until: Form | None = None

    def stands_in(self, form: Form) -> bool:
        """Whether that revision has this table."""
        begun = self.since.value <= form.value
        return begun and (self.until is None or form.value <= self.until.value)
