"""The header above a row, compared with the columns that a form has there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import attrs

from ...forms import VALUE, Line
from ...grids.header import Header
from ...labels.marks import MARKS, Sort
from ...labels.misprints import is_most_of
from ...labels.running_numbers import are_named
from ...layouts.grid import Located, is_blank
from ...text.fold import squeeze
from ..standing import words_in
from .orders import (
    SHORTEST_WORD,
    is_nested,
    stand_apart,
    stand_on_one_line,
    stand_side_by_side,
    swapped_group,
    without_margins,
)
from .places import Option, Slots

Order = Sequence[int | None]
"""The places in the form of columns as they are printed; None for one that is not of the form."""

FEWEST_KNOWN = 2
"""A header with fewer known columns may be that of any table."""


@attrs.frozen(eq=False)
class Above:
    """A header with its text, to be compared with the columns that forms have for a row."""

    header: Header
    text: str
    _orders: dict[tuple[object, ...], Order | None] = attrs.field(factory=dict, init=False)

    def once(self, order: Callable[[Above, Option], Order | None], option: Option) -> Order | None:
        """The order of the columns of an option, found only once for all rows beneath it."""
        asked = (order, id(option.columns))
        if asked not in self._orders:
            self._orders[asked] = order(self, option)
        return self._orders[asked]

    @cached_property
    def within_margins(self) -> Above:
        """The header without empty cells around its labels."""
        return attrs.evolve(self, header=without_margins(self.header, self.text))

    @property
    def cells(self) -> Sequence[Located]:
        """The labels of its columns, and other words and empty cells among them."""
        return self.header.cells

    @property
    def known(self) -> list[str]:
        """The keys of the columns of forms that it names."""
        return [key for key in self.header.keys if key]

    @property
    def is_on_one_line(self) -> bool:
        """Whether its cells are all on one line, with nothing behind them."""
        return stand_on_one_line(self.header, self.text)

    @property
    def ran_together(self) -> bool:
        """Whether a cell holds the label of a column and further words."""
        return any(cell[2].sort is Sort.TEXT and self._names_further(cell) for cell in self.cells)

    def said(self, cell: Located) -> str:
        """What is printed in a cell."""
        return self.text[cell[0] : cell[1]]

    def words(self, cell: Located) -> str:
        """What is printed in a cell, in the form in which labels are compared."""
        return words_in(cell, self.text)

    def prints_columns_of(self, option: Option) -> bool:
        """Whether it prints just the columns of an option; labels may be cut short or lost."""
        if self.header.keys == option.keys:
            return True
        cells, columns = self.cells, option.columns
        may_be = self._may_name if len(columns) > 1 else self._may_name_the_only
        return len(cells) == len(columns) and all(map(may_be, cells, columns)) and not self.is_empty

    @property
    def is_empty(self) -> bool:
        """Whether all its cells are empty."""
        return all(map(is_blank, self.cells))

    def names_columns_in_order(self, option: Option) -> bool:
        """Whether all columns that it names are columns of the option, in its order."""
        columns = iter(column.key for column in option.columns)
        return all(key in columns for key in self.known)

    def is_in_order_with_those_above(self, options: Sequence[Option]) -> bool:
        """Whether its columns, after those above the corner, are in the order of a form.

        It is enough if those beside the corner are all columns of a form.
        """
        header = self.header
        whole = attrs.evolve(self, header=attrs.evolve(header, cells=(*header.above, *self.cells)))
        return any(
            header.keys == option.keys or whole.names_columns_in_order(option) for option in options
        )

    def strangers(self, options: Sequence[Option]) -> list[Located]:
        """The words that are no part of the label of a column that it does not name."""
        columns = [c for option in options for c in option.columns if c.key not in self.header.keys]
        words = (cell for cell in self.cells if cell[2].sort is not Sort.LABEL)
        return [
            cell
            for cell in words
            if not is_blank(cell) and not any(self._is_fragment(cell, c) for c in columns)
        ]

    def is_sound(self, options: Sequence[Option]) -> bool:
        """Whether it has a corner, and every cell behind that is a label or words of its own.

        A single character, as is broken off a label, counts as words only if all is on one line.
        """
        keys, cells = self.known, self.cells
        columns = {slot.column for option in options for slot in option.slots}
        if not self.header.is_whole or len(set(keys)) < len(keys) or columns.isdisjoint(keys):
            return False
        if any(is_blank(cell) or self._holds_fragments(cell, options) for cell in cells):
            return False
        if len(keys) < len(cells) and not stand_apart(self.header):
            return False
        words = [cell for cell in self.strangers(options) if not self._is_crumb(cell)]
        return self.is_on_one_line or len(keys) + len(words) == len(cells)

    def is_flat(self, option: Option) -> bool:
        """Whether it has the columns of a nested table side by side, and not as the form has them.

        Either it has all of them in another order, and not just a group on its own line; or it has
        words of its own among them, on one line, and at least as many cells as the form.
        """
        header, keys = self.header, self.known
        is_grouped = is_nested(header) and not stand_side_by_side(header, self.text)
        if header.keys == option.keys or is_grouped:
            return False
        if swapped_group(header) and not self.is_on_one_line:
            return False
        if len(set(keys)) < len(keys):
            return False
        if len(keys) == len(self.cells):
            return in_printed_order(header, option.slots, self.text) is not None
        words = self.strangers((option,))
        return (
            len(option.keys) <= len(self.cells) == len(keys) + len(words)
            and len(keys) >= FEWEST_KNOWN
            and not any(map(self._is_crumb, words))
            and stand_apart(header)
            and self.is_on_one_line
        )

    def _names_further(self, cell: Located) -> bool:
        """Whether a cell holds the label of a column and further words."""
        words = [MARKS[word] for word in self.said(cell).split()]
        return any(mark.names_column for mark in words) and any(mark.is_words for mark in words)

    def _may_name(self, cell: Located, column: Line) -> bool:
        """Whether a cell may be the label of a column, whole, cut short or lost."""
        if cell[2].sort is Sort.LABEL:
            return cell[2].terms[0].key == column.key
        if column.key == VALUE:
            return not are_named(self.words(cell))
        return is_blank(cell) or self._is_fragment(cell, column)

    def _may_name_the_only(self, cell: Located, column: Line) -> bool:
        """Whether a cell may name the only column of a table, perhaps with some words left out."""
        return self._may_name(cell, column) or is_most_of(self.words(cell), column.label)

    def _is_fragment(self, cell: Located, column: Line) -> bool:
        """Whether the words of a cell are a part of a column's label."""
        return is_part_of(self.said(cell), column)

    def _holds_fragments(self, cell: Located, options: Sequence[Option]) -> bool:
        """Whether a cell has parts of several labels side by side."""
        if cell[2].sort is Sort.LABEL:
            return False
        columns = [column for option in options for column in option.columns]
        words = self.said(cell).split()
        return sum(any(is_part_of(word, column) for column in columns) for word in words) > 1

    def _is_crumb(self, cell: Located) -> bool:
        """Whether a cell is too short for words of its own, like the last character of a label."""
        return len(self.words(cell)) < SHORTEST_WORD


def is_part_of(said: str, column: Line) -> bool:
    """Whether words are a part of the label of a column, and more than a character of it."""
    words = squeeze(said)
    labels = (column.label, *column.aliases)
    return len(words) >= SHORTEST_WORD and any(words in squeeze(label) for label in labels)


def in_printed_order(header: Header, slots: Slots, text: str) -> Slots | None:
    """The slots in the order of the header; None if it does not name just their columns."""
    known = {slot.column: slot for slot in slots if slot}
    keys = without_margins(header, text).keys
    if sorted(keys) != sorted(known) or not stand_apart(header):
        return None
    return tuple([known[key] for key in keys])
