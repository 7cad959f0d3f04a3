"""Whether figures have lines of their own, as they have where each cell is a line."""

from __future__ import annotations

import re

from ..grid import Stretch
from ..likelihood import HARDLY

_ALONE = re.compile(
    r"""
    ^ (?=[^\n]*\S) [^\w\n]*+
    (?: \d (?: \d | [^\w\n] )*+ (?: (?<![.、]) [^\W\d]{1,2} )? | [^\W\d] )?
    [^\w\n]*+ $
    """,
    re.VERBOSE | re.MULTILINE,
)
"""A line with figures and a unit behind them, or with a mark, and no other words.

Words right behind a point are a label with its number.
"""


def likely_if_stacked(stretch: Stretch, likely: float) -> float:
    """How likely a layout is whose cells are lines: as its reader says, or hardly.

    Where no figure has a line of its own, no row can be whole: then others are to be tried first.
    """
    alone = stretch.is_piped or stretch.once(_has_figures_alone)
    return likely if alone else HARDLY


def _has_figures_alone(stretch: Stretch) -> bool:
    return _ALONE.search(stretch.content) is not None
