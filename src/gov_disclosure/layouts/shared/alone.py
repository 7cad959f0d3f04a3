"""The likelihood of layouts in which each cell is a line: figures need lines of their own."""

from __future__ import annotations

import re

from ..grid import HARDLY, Stretch

_ALONE = re.compile(
    r"""
    ^ (?=[^\n]*\S) [^\w\n]*+
    (?: \d (?: \d | [^\w\n] )*+ (?: (?<![.、]) [^\W\d]{1,2} )? | [^\W\d] )?
    [^\w\n]*+ $
    """,
    re.VERBOSE | re.MULTILINE,
)
"""A line with figures, perhaps with a unit, or with a mark for an empty cell, and no other words.

Words right behind a point are a label with its number.
"""


def likely_if_stacked(stretch: Stretch, likely: float) -> float:
    """The likelihood of a layout whose cells are lines, as its reader estimates it; or hardly any.

    If no figure has a line of its own, no row can be whole, and other layouts are tried first.
    """
    alone = stretch.is_piped or stretch.once(_has_figures_alone)
    return likely if alone else HARDLY


def _has_figures_alone(stretch: Stretch) -> bool:
    return _ALONE.search(stretch.content) is not None
