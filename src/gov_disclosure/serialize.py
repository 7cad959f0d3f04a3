"""Reports as plain data, and back without loss."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

import attrs

from .findings import Finding
from .forms import Address
from .later import Later, as_later
from .report import AnnualReport
from .tables import TABLES
from .values import Cell, Code, Reading

if TYPE_CHECKING:
    from cattrs import Converter

_TABLES = tuple(table.key for table in TABLES)
_DERIVED = ("unread", "coverage", "cells")


def to_dict(report: AnnualReport) -> dict[str, Any]:
    r"""Turn a report into a dict of plain values, ready for JSON.

    Dates become ISO strings, amounts strings of digits, and enums their values.  The tables are
    included beside the cells that they are made of, and the unread spans beside the account;
    :func:`from_dict` uses only the cells and the account.

    >>> from gov_disclosure import parse
    >>> report = parse("信息内容 | 本年处理决定数量\n行政许可 | 29")
    >>> to_dict(report)["proactive"]["licensing"]["decisions"]
    29
    """
    plain: dict[str, Any] = _converter().unstructure(report)
    return plain


def findings_to_dicts(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Turn findings into dicts of plain values, ready for JSON, each with its difference."""
    plain = _converter().unstructure
    return [{**plain(found), "difference": plain(found.difference)} for found in findings]


def from_dict(plain: Mapping[str, Any]) -> AnnualReport:
    """Restore a report from the dict that :func:`to_dict` made of it.

    Raises:
        TypeError: if ``plain`` is not a mapping.
        ValueError: if it does not have the shape of a report; the message says what is wrong.
    """
    from cattrs import BaseValidationError, transform_error

    if not isinstance(plain, Mapping):
        raise TypeError(f"from_dict() takes a dict made by to_dict(), not {type(plain).__name__}")
    try:
        return _converter().structure(plain, AnnualReport)
    except BaseValidationError as error:
        faults = "; ".join(transform_error(error))
        raise ValueError(f"this dict was not made by to_dict(): {faults}") from error
    except (ValueError, ArithmeticError, KeyError, TypeError) as error:
        raise ValueError(f"this dict was not made by to_dict(): {error}") from error


def to_json(report: AnnualReport, *, indent: int | None = None) -> str:
    """Turn a report into a JSON object, Chinese unescaped; ``indent`` as in :func:`json.dumps`."""
    return json.dumps(to_dict(report), ensure_ascii=False, indent=indent)


def from_json(text: str) -> AnnualReport:
    """Restore a report from the JSON that :func:`to_json` made of it.

    Raises:
        ValueError: if the text is not JSON, or not a report.
        TypeError: if the JSON is not an object.
    """
    return from_dict(json.loads(text))


@cache
def _converter() -> Converter:
    """The converter, made on first use, as importing cattrs takes longer than parsing."""
    from cattrs import Converter
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

    converter = Converter(use_alias=True)
    _register_values(converter)
    own_fields = make_dict_unstructure_fn(AnnualReport, converter, _readings=override(omit=True))
    without_readings = make_dict_structure_fn(
        AnnualReport, converter, _readings=override(omit=True)
    )

    def unstructure(report: AnnualReport) -> dict[str, Any]:
        tables = {key: converter.unstructure(getattr(report, key)) for key in _TABLES}
        derived = {name: getattr(report, name) for name in _DERIVED}
        return {**own_fields(report), **tables, **converter.unstructure(derived)}

    def structure(plain: Mapping[str, Any], _: type[AnnualReport]) -> AnnualReport:
        cells = converter.structure(_cells(plain), tuple[Cell, ...])
        return attrs.evolve(without_readings(plain, AnnualReport), readings=_readings(cells))

    converter.register_unstructure_hook(AnnualReport, unstructure)
    converter.register_structure_hook(AnnualReport, structure)
    return converter


def _register_values(converter: Converter) -> None:
    """Teach a converter the values that JSON has not, and those that are only made when asked."""
    converter.register_unstructure_hook(Decimal, str)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda day, _: date.fromisoformat(day))
    converter.register_structure_hook(int | Decimal | None, lambda value, _: _number(value))
    converter.register_structure_hook(str, lambda value, _: _string(value))
    converter.register_structure_hook(Code, lambda code, _: Code(code))
    converter.register_unstructure_hook_func(
        _is_later, lambda later: converter.unstructure(later.value)
    )
    converter.register_structure_hook_func(
        _is_later, lambda plain, kind: as_later(converter.structure(plain, *get_args(kind)))
    )


def _is_later(kind: object) -> bool:
    return get_origin(kind) is Later


def _cells(plain: Mapping[str, Any]) -> list[Any]:
    cells = plain.get("cells")
    if not isinstance(cells, list | tuple):
        raise ValueError(f"'cells' must be a list, not {type(cells).__name__}")  # noqa: TRY004
    return list(cells)


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"expected a string, not {type(value).__name__}")  # noqa: TRY004
    return value


def _number(value: object) -> int | Decimal | None:
    """The value of a cell: a number in JSON for a count, a string for an amount."""
    if value is None or type(value) is int:
        return value
    if isinstance(value, str) and (amount := Decimal(value)).is_finite():
        return amount
    raise ValueError(f"a cell's value is an integer, a string of digits or null, not {value!r}")


def _readings(cells: tuple[Cell, ...]) -> dict[Address, Reading]:
    return {
        (cell.table, cell.row, cell.column): Reading(
            cell.kind, cell.value, cell.span.start, cell.span.end, cell.origin
        )
        for cell in cells
        if cell.span is not None and cell.origin is not None
    }
