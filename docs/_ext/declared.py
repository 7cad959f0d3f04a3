"""Reference tables made from the declarations of the forms: the docs spell no label again.

``declared-table`` documents the model of a table and every model within it; ``declared-fields``
lists the fields of one model; ``declared-forms`` lists the forms; ``declared-sections`` the
parts of a report.
"""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, ClassVar

import attrs
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.rst import escape
from sphinx.util.typing import ExtensionMetadata

import gov_disclosure
from gov_disclosure import tables
from gov_disclosure.declare import (
    Declared,
    Form,
    Orientation,
    Rule,
    TableDeclared,
    declared_fields,
)
from gov_disclosure.forms import VALUE, FormTable, tables_of
from gov_disclosure.tables import heading_of

NOT_THERE = "—"

_LOOKED_UP = {
    Orientation.ROW_COLUMN: "the first name behind the table is the row's key, the second the "
    "column's: ``report.{0}.{1}.{2}`` is the value of ``report.cell({0!r}, {1!r}, {2!r})``",
    Orientation.COLUMN_ROW: "the first name behind the table is the column's key, the rest the "
    "row's: ``report.{0}.{2}.{1}`` is the value of ``report.cell({0!r}, {1!r}, {2!r})``",
    Orientation.ROW: "all behind the table is the row's key: ``report.{0}.{1}`` is the value of "
    "``report.cell({0!r}, {1!r})``",
}


@attrs.frozen
class Stand:
    """A place on the report where a model stands, and the forms that have it."""

    path: tuple[str, ...]
    forms: tuple[Form, ...]


def stands_of(table: TableDeclared) -> dict[type, list[Stand]]:
    """Every model of a table with its places on the report, in printed order."""
    found: dict[type, list[Stand]] = {}
    forms = tuple(form for form in Form if table.stands_in(form))
    for model, stand in _within(table.model, Stand((table.key,), forms)):
        found.setdefault(model, []).append(stand)
    return found


def _within(model: type, stand: Stand) -> Iterator[tuple[type, Stand]]:
    yield model, stand
    for name, declared in declared_fields(model):
        forms = tuple(f for f in stand.forms if declared.stands_in(f) and declared.is_group_in(f))
        if declared.members is not None and forms:
            yield from _within(declared.members, Stand((*stand.path, name), forms))


def public_name(thing: type) -> str:
    """The shortest name under which a class can be imported."""
    for module in (gov_disclosure, tables):
        if getattr(module, thing.__name__, None) is thing:
            return f"{module.__name__}.{thing.__name__}"
    return f"{thing.__module__}.{thing.__name__}"


def keys_of(table: FormTable) -> Iterator[tuple[str, str]]:
    """The keys of the row and the column of every cell, in printed order."""
    for block in table.blocks:
        yield from ((row.key, column.key) for row in block.rows for column in block.columns)


class _Directive(SphinxDirective):
    """A directive that says what it has to say in reStructuredText."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """What stands on the page."""
        return self.parse_text_to_nodes("\n".join(self.lines()))

    def lines(self) -> Iterable[str]:
        """What stands on the page, in reStructuredText."""
        raise NotImplementedError


class DeclaredTable(_Directive):
    """The model of a table and every model within it, each with its fields."""

    def lines(self) -> Iterator[str]:
        """What stands on the page, in reStructuredText."""
        table = next(table for table in tables.TABLES if table.key == self.arguments[0])
        yield from _described(table)
        for model in stands_of(table):
            yield f".. autoclass:: {public_name(model)}"
            yield ""
            yield f"   .. declared-fields:: {table.key} {model.__name__}"
            yield ""


class DeclaredFields(_Directive):
    """The fields of a model: where they are on the report, and how each form prints them.

    The arguments are the key of a table and the name of a model in it; or the name of a model
    alone, if its labels are the same whatever the form.
    """

    optional_arguments = 1
    option_spec: ClassVar[Any] = {"on": directives.unchanged}

    def lines(self) -> Iterable[str]:
        """What stands on the page, in reStructuredText."""
        if len(self.arguments) == 1:
            return _labelled_fields(getattr(gov_disclosure, self.arguments[0]), self.options["on"])
        key, name = self.arguments
        table = next(table for table in tables.TABLES if table.key == key)
        found = stands_of(table)
        model = next(model for model in found if model.__name__ == name)
        return _printed_fields(model, found[model])


class DeclaredForms(_Directive):
    """The forms, with their notices and their tables."""

    required_arguments = 0

    def lines(self) -> Iterator[str]:
        """What stands on the page, in reStructuredText."""
        rows = [("Form", "Notice", "Tables on the report", "Rows", "Cells")]
        for form in Form:
            printed = tables_of(form)
            rows.append(
                (
                    f"``Form.{form.name}``",
                    form.notice,
                    ", ".join(f"``{table.key}``" for table in printed),
                    str(sum(len(table.rows) for table in printed)),
                    str(sum(1 for table in printed for _ in keys_of(table))),
                )
            )
        return list_table(rows)


class DeclaredSections(_Directive):
    """The sections that the notices name."""

    required_arguments = 0

    def lines(self) -> Iterator[str]:
        """What stands on the page, in reStructuredText."""
        rows = [(f"``{s.key}``", escape(s.heading)) for s in tables.SECTIONS]
        return list_table([("Key", "Heading"), *rows])


def list_table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows, the first of them the header, in reStructuredText."""
    yield from (".. list-table::", "   :header-rows: 1", "   :widths: auto", "")
    for row in rows:
        for at, cell in enumerate(row):
            yield f"   {'* -' if at == 0 else '  -'} {cell}"
    yield ""


def _described(table: TableDeclared) -> Iterator[str]:
    """Where a table comes from, and how its cells are looked up."""
    forms = [form for form in Form if table.stands_in(form)]
    notices = ", ".join(f"``{form.name}`` ({form.notice})" for form in forms)
    printed = next(t for t in tables_of(forms[-1]) if t.key == table.key)
    example = next(keys_of(printed))
    yield f"Printed under {escape(heading_of(table.key))}, on the forms {notices}."
    yield f"In a path, {_LOOKED_UP[table.orientation].format(table.key, *example)}."
    if table.value_labels:
        yield f"The only column, ``{VALUE}``, is printed {' or '.join(table.value_labels)}."
    above = [*table.corners, *table.column_headings]
    if above:
        yield f"Printed above or beside the labels: {', '.join(map(escape, above))}."
    yield ""
    yield from _rules("row, among its columns", table.row_rules)
    yield from _rules("column, among its rows", table.column_rules)


def _rules(where: str, rules: Sequence[Rule]) -> Iterator[str]:
    """The arithmetic that a table prescribes."""
    if rules:
        yield f"The form prescribes for each {where}:"
        yield ""
        yield from (f"- ``{' + '.join(r.left)} = {' + '.join(r.right)}``" for r in rules)
        yield ""


def _printed_fields(model: type, stands: Sequence[Stand]) -> Iterator[str]:
    forms = [form for form in Form if any(form in stand.forms for stand in stands)]
    path = _common_path(stands)
    yield from _where(path, stands, forms)
    head = ("On the report", "Type", "Unit", *(f"Printed in {form.value}" for form in forms))
    hints = typing.get_type_hints(model)
    rows = [
        (
            f"``{'.'.join((*path, name))}``",
            _type(hints[name]),
            declared.unit or "",
            *(_label(declared, form) for form in forms),
        )
        for name, declared in declared_fields(model)
        if any(declared.stands_in(form) for form in forms)
    ]
    yield from list_table([head, *rows])


def _common_path(stands: Sequence[Stand]) -> tuple[str, ...]:
    columns = zip(*(stand.path for stand in stands), strict=True)
    return tuple(names[0] if len(set(names)) == 1 else "*" for names in columns)


def _where(path: tuple[str, ...], stands: Sequence[Stand], forms: Sequence[Form]) -> Iterator[str]:
    """What the star in a path stands for."""
    if "*" not in path:
        return
    at = path.index("*")
    names = []
    for stand in stands:
        years = ", ".join(form.value for form in stand.forms)
        only = "" if len(stand.forms) == len(forms) else f" (only {years})"
        names.append(f"``{stand.path[at]}``{only}")
    yield f"Here ``*`` is {', '.join(names[:-1])} or {names[-1]}."
    yield ""


def _label(declared: Declared, form: Form) -> str:
    """What a form prints for a field, and what it prints above it."""
    if not declared.stands_in(form):
        return NOT_THERE
    label = declared.label_in(form)
    said = escape(label) if label else "*no line of its own*"
    above = [*([declared.block] if declared.block else []), *declared.headings]
    remarks = [
        f"{word} {', '.join(map(escape, labels))}"
        for word, labels in (("beneath", above), ("also", declared.aliases))
        if labels
    ]
    return f"{said} ({'; '.join(remarks)})" if remarks else said


def _labelled_fields(model: type, path: str) -> Iterator[str]:
    """The fields of a model whose labels are the same whatever the form."""
    hints = typing.get_type_hints(model)
    rows = [
        (
            f"``{path}.{name}``",
            _type(hints[name]),
            escape(declared.label or ""),
            escape(", ".join(declared.aliases)) or NOT_THERE,
        )
        for name, declared in declared_fields(model)
    ]
    yield from list_table([("On the report", "Type", "Printed as", "Also printed as"), *rows])


def _type(hint: object) -> str:
    """A field's type, without the None that stands for what no text shows."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        kept = [_type(part) for part in typing.get_args(hint) if part is not types.NoneType]
        return " or ".join(kept)
    if not isinstance(hint, type):
        return str(hint)
    ours = attrs.has(hint) or issubclass(hint, enum.Enum)
    return f":class:`~{public_name(hint)}`" if ours and hint is not Decimal else hint.__name__


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("declared-table", DeclaredTable)
    app.add_directive("declared-fields", DeclaredFields)
    app.add_directive("declared-forms", DeclaredForms)
    app.add_directive("declared-sections", DeclaredSections)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
