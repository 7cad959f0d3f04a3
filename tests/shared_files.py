"""The test material that lies beside the clone: texts, and what a person read in them.

It is looked for in ``../shared``, or where ``GOV_DISCLOSURE_SHARED`` points to.  Tests that
need it carry the mark ``needs_shared`` and are skipped where it is absent.
"""

from __future__ import annotations

import json
import os
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import attrs
import pytest

from gov_disclosure import AnnualReport, Kind, parse
from gov_disclosure.forms import Address

PLACE = Path(os.environ.get("GOV_DISCLOSURE_SHARED") or Path(__file__).parents[2] / "shared")

needs_shared = pytest.mark.skipif(
    not PLACE.is_dir(),
    reason=f"the shared test material is not at {PLACE}; GOV_DISCLOSURE_SHARED can say where it is",
)

_KINDS = {"not_applicable": Kind.DASH}


@attrs.frozen
class GoldCell:
    """What stands in one cell, as read by hand; ``kind`` is None where the text does not tell."""

    address: Address
    kind: Kind | None
    value: Decimal | None
    raw: str | None


@attrs.frozen(slots=False)
class Sample:
    """A text and what a person read in it."""

    name: str
    text: str = attrs.field(repr=False)
    gold: dict[str, Any] = attrs.field(repr=False)

    @cached_property
    def report(self) -> AnnualReport:
        """The text as the library reads it."""
        return parse(self.text)

    @cached_property
    def cells(self) -> tuple[GoldCell, ...]:
        """Every cell that was read by hand."""
        return tuple(map(_gold_cell, self.gold.get("cells", ())))

    @property
    def has_tables(self) -> bool:
        """Whether the text holds tables of a form, even if none of their cells is certain."""
        return not self.gold.get("no_tables", False)


def _gold_cell(read: dict[str, Any]) -> GoldCell:
    kind = read["kind"]
    return GoldCell(
        address=(read["table"], read["row"], read["column"]),
        kind=None if kind == "ambiguous" else _KINDS.get(kind) or Kind(kind),
        value=None if read["value"] is None else Decimal(read["value"]),
        raw=read["raw"],
    )


@cache
def samples(folder: str) -> tuple[Sample, ...]:
    """The samples of a folder of the shared material; none where that is absent."""
    return tuple(map(_sample, sorted((PLACE / folder).glob("*.gold.json"))))


def _sample(path: Path) -> Sample:
    name = path.name.removesuffix(".gold.json")
    text = (path.parent / f"{name}.txt").read_bytes().decode("utf-8")
    return Sample(name, text, json.loads(path.read_bytes()))
