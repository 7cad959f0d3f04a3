"""Reports as plain data and back: a report survives the round trip exactly."""

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
from .values import Cell, Reading

if TYPE_CHECKING:
    from cattrs import Converter

_TABLES = tuple(table.key for table in TABLES)
_DERIVED = ("unread", "coverage", "cells")


def to_dict(report: AnnualReport) -> dict[str, Any]:
    r"""The report as a dict of plain values, ready for JSON.

    Dates are ISO strings, amounts are strings of digits, enums their values.  The tables stand
    in it beside the cells that they are made of, and what is unread beside the account;
    :func:`from_dict` goes by the cells and the account.

    >>> from gov_disclosure import parse
    >>> report = parse("信息内容 | 本年处理决定数量\n行政许可 | 29")
    >>> to_dict(report)["proactive"]["licensing"]["decisions"]
    29
    """
    plain: dict[str, Any] = _converter().unstructure(report)
    return plain


def findings_to_dicts(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as dicts of plain values, ready for JSON, each with its difference."""
    plain = _converter().unstructure
    return [{**plain(found), "difference": plain(found.difference)} for found in findings]


def from_dict(plain: Mapping[str, Any]) -> AnnualReport:
    """The report that :func:`to_dict` made the dict from.

    Raises:
        TypeError: if it is no dict.
        ValueError: if the dict is not of that shape; the message names what is wrong.
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
    """The report as a JSON object, its Chinese unescaped; ``indent`` is that of :mod:`json`."""
    return json.dumps(to_dict(report), ensure_ascii=False, indent=indent)


def from_json(text: str) -> AnnualReport:
    """The report that :func:`to_json` wrote.

    Raises:
        ValueError: if the text is no JSON, or no report.
        TypeError: if the JSON is not an object.
    """
    return from_dict(json.loads(text))


@cache
def _converter() -> Converter:
    """The converter, made when it is first needed: importing cattrs takes longer than parsing."""
    from cattrs import Converter
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

    converter = Converter(use_alias=True)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda day, _: date.fromisoformat(day))
    converter.register_structure_hook(int | Decimal | None, lambda value, _: _number(value))
    converter.register_structure_hook(str, lambda value, _: _string(value))
    converter.register_unstructure_hook_func(
        _is_later, lambda later: converter.unstructure(later.value)
    )
    converter.register_structure_hook_func(
        _is_later, lambda plain, kind: as_later(converter.structure(plain, *get_args(kind)))
    )
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
    """Counts are numbers in JSON, amounts are strings, so that no digit is lost."""
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
