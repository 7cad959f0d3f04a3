"""All sifts, in the order in which they are applied."""

from __future__ import annotations

from .added import without_added
from .blocks import without_blocks
from .completed import without_completed
from .continued import without_continued
from .foreign import without_lists_above, without_other_years
from .moved import without_moved
from .numbered import without_swallowing, without_unfilled
from .paged import without_paged
from .rivals import without_rivals
from .scattered import without_scattered
from .shuffled import without_shuffled

BEFORE_MENDING = (without_other_years, without_lists_above, without_added, without_blocks)
"""Sifts before mending: drop rows of other years and lists, added rows, and rows read in blocks."""

AFTER_MENDING = (
    without_unfilled,
    without_swallowing,
    without_shuffled,
    without_scattered,
    without_rivals,
    without_moved,
    without_continued,
    without_completed,
    without_paged,
)
"""Sifts after mending: drop rows whose figures are still doubtful."""
