"""The least shares of figures that have to be found, kept in ``floors.toml``."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

PATH = Path(__file__).with_name("floors.toml")

Shares = Mapping[str, Mapping[str, float]]
"""The share of figures found, by tool and by what stands for zeros."""

_ABOUT = """\
# The share of figures that `python -m benchmarks.extractors` has to find, by tool and by what
# stands for zeros.  Written by `--pin`; lower a figure only on purpose.  There is no floor for
# wrong figures: they have to be none.
"""


def read_floors() -> Shares:
    """The floors as they are pinned; none if they never were."""
    if not PATH.exists():
        return {}
    floors: Shares = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return floors


def write_floors(shares: Shares) -> None:
    """Pin these shares, and keep the floors of tools that were not run."""
    kept = {**read_floors(), **shares}
    tables = "".join(_table(title, kept[title]) for title in sorted(kept))
    PATH.write_text(_ABOUT + tables, encoding="utf-8")


def _table(title: str, shares: Mapping[str, float]) -> str:
    lines = (f"{manner} = {share}\n" for manner, share in shares.items())
    return f"\n[{json.dumps(title)}]\n{''.join(lines)}"


def fallen(shares: Shares) -> Iterator[str]:
    """What lies below its floor, in words."""
    floors = read_floors()
    for title, by_manner in shares.items():
        for manner, share in by_manner.items():
            floor = floors.get(title, {}).get(manner, 0.0)
            if share < floor:
                yield f"{title}, {manner}: {share:.4f} is below its floor {floor:.4f}"


def rounded(share: float) -> float:
    """A share as it is pinned, rounded down."""
    return int(share * 10_000) / 10_000
