"""What all entries of a report show about each one: its row, its header, its table and its unit."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain
from operator import attrgetter, itemgetter

import attrs
from more_itertools import map_reduce

from ...declare import Form
from ...forms import tables_of
from ...grids.choosing import Candidate
from ...grids.entries import Entry
from ...grids.header import Header
from ...labels.cores import core_of
from ...labels.marks import FIGURES
from ...labels.vocabulary import Role
from ...layouts.grid import Located, is_blank
from ..columns.above import Above
from ..columns.others import tables_with_own_labels, widths_beneath
from ..columns.places import nested_tables, options_of
from .strangers import has_units_beneath_its_heading, is_list

_UNMISTAKABLE = 8
"""No other list has rows with labels of so many letters."""
_ABOVE_ROWS = frozenset({Role.CAPTION, Role.CORNER, Role.COLUMN})


@attrs.frozen(eq=False)
class Surroundings:
    """All entries of a report, and what they show about rows, headers, tables and units."""

    text: str
    chosen: Sequence[Candidate]
    form: Form | None
    year: int | None

    @cached_property
    def entries(self) -> Sequence[tuple[Entry, Candidate]]:
        """All entries, each with the reading of its part."""
        return [(entry, one) for one in self.chosen for entry in one.shown.entries]

    @cached_property
    def above(self) -> Mapping[Header, Above]:
        """The headers above entries with the text, so that each is looked at once."""
        headers = {entry.header for entry, _ in self.entries}
        return {header: Above(header, self.text) for header in headers}

    @cached_property
    def columns_apart(self) -> Mapping[str, Set[str]]:
        """The keys of the columns of each table that headers without a corner name."""
        headers = ((entry.table, entry.header) for entry, _ in self.entries)
        named = (
            (table, key)
            for table, header in headers
            if not (header.is_whole or header.is_beside)
            for key in filter(None, header.keys)
        )
        return map_reduce(named, itemgetter(0), itemgetter(1), set)

    @cached_property
    def certain_rows(self) -> Mapping[str, tuple[Sequence[int], Sequence[int]]]:
        """The numbers of each table's entries whose row is certain, and the order of these rows."""
        places = (
            (entry.table, (at, entry.terms[0].order))
            for at, (entry, _) in enumerate(self.entries)
            if len({term.key for term in entry.terms}) == 1
        )
        return map_reduce(places, itemgetter(0), itemgetter(1), _unzipped)

    @cached_property
    def tables_with_own_labels(self) -> frozenset[str]:
        """The tables with at least one column label that is their own."""
        return tables_with_own_labels(label for one in self.chosen for label in one.shown.labels)

    def is_in_doubtful_order(self, entry: Entry) -> bool:
        """Whether a row has lost its header, and another of its table has another order."""
        return not entry.header.cells and entry.table in self._tables_in_another_order

    @cached_property
    def _tables_in_another_order(self) -> Set[str]:
        """The tables with a header that names columns in another order than the form does."""
        headed = (entry for entry, _ in self.entries if entry.header.cells and entry.terms)
        own = (entry for entry in headed if entry.table not in nested_tables())
        return {entry.table for entry in own if self._stands_beneath_another_order(entry)}

    def _stands_beneath_another_order(self, entry: Entry) -> bool:
        """Whether the header of a row names its columns once each, but not in their order."""
        options = options_of(entry.table, entry.terms[0].key, self.form)
        above = self.above[entry.header]
        keys = set(above.known)
        are_own = any(keys.issubset(option.keys) for option in options)
        is_ordered = any(map(above.names_columns_in_order, options))
        return are_own and len(keys) == len(above.known) and not is_ordered

    def is_not_announced(self, entry: Entry, candidate: Candidate) -> bool:
        """Whether nothing shows that a row is of a table of the form.

        Lists of what agencies do or publish have rows such as 行政许可 and 行政处罚 as well.  A
        label above the row or other rows of the table show it.
        """
        if entry.header.cells or entry.table in nested_tables():
            return False
        is_listed = (id(candidate), entry.table) in self._lists
        if entry.table in self._tables_shown_by_rows and not is_listed:
            return False
        if (id(candidate), entry.table) in self._lists_with_units:
            return False
        return self._first_heads.get(entry.table, math.inf) > entry.place[0]

    @cached_property
    def _tables_shown_by_rows(self) -> Set[str]:
        """The tables with a row that no other list has, or with all rows of a form but one."""
        shown = (e for e, one in self.entries if e.terms and (id(one), e.table) not in self._lists)
        terms = [entry.terms[0] for entry in shown]
        long = {term.table for term in terms if len(core_of(term.label).words) >= _UNMISTAKABLE}
        rows = map_reduce(terms, attrgetter("table"), attrgetter("key"), set)
        return long | {table for table, keys in rows.items() if _are_nearly_all(table, keys)}

    @cached_property
    def _lists(self) -> Set[tuple[int, str]]:
        """The parts, by their identity, that are lists as far as rows of a table go."""
        return {(id(one), key) for one, key in self._tables_of_parts if is_list(one, key)}

    @cached_property
    def _lists_with_units(self) -> Set[tuple[int, str]]:
        """The parts beneath the name of a table whose rows have one figure each, and units."""
        tables = self._tables_of_parts
        return {(id(one), key) for one, key in tables if has_units_beneath_its_heading(one, key)}

    @cached_property
    def _tables_of_parts(self) -> Sequence[tuple[Candidate, str]]:
        """The parts, each with the tables that it has rows of."""
        tables = ((one, {e.table for e in one.shown.entries}) for one in self.chosen)
        return [(one, key) for one, keys in tables for key in keys]

    @cached_property
    def _first_heads(self) -> Mapping[str, int]:
        """The start of the first label of each table that stands above rows."""
        reads = chain.from_iterable(one.shown.reads for one in self.chosen)
        heads = (
            (term.table, read.run.whole[0])
            for read in reads
            for term in read.labels
            if term.role in _ABOVE_ROWS
        )
        return map_reduce(heads, itemgetter(0), itemgetter(1), min)

    @cached_property
    def figures_outside(self) -> Mapping[str, int]:
        """The number of figures outside of rows, in all parts with rows of a table.

        A row without figures may have them in another part, if columns follow one another.
        """
        count: dict[str, int] = defaultdict(int)
        for one in self.chosen:
            for table in {entry.table for entry in one.shown.entries}:
                count[table] += one.shown.alone
        return count

    @cached_property
    def most_values(self) -> Mapping[Header, int]:
        """The number of values of the fullest row beneath each header."""
        return self._most_by_header(lambda entry: len(entry.filled))

    @cached_property
    def most_figures(self) -> Mapping[Header, int]:
        """The number of figures of the row with most of them beneath each header."""
        return self._most_by_header(lambda entry: sum(map(_count_figures, entry.filled)))

    @cached_property
    def longest_spans(self) -> Mapping[Header, int]:
        """The number of cells from the first figure to the last, in the row with most of them."""
        return self._most_by_header(_span_of_figures)

    @cached_property
    def headers_above_sums(self) -> Set[Header]:
        """The headers of which every row that counts something ends in the sum of its others.

        The last figures of such rows may be totals, though the header does not name them.
        """
        counted = [(entry.header, _counts_of(entry)) for entry, _ in self.entries]
        rows = [(header, counts) for header, counts in counted if any(counts)]
        others = {header for header, counts in rows if counts[-1] != sum(counts[:-1])}
        return {header for header, _ in rows} - others

    @cached_property
    def unusual_units(self) -> Set[tuple[str, bool | None]]:
        """The tables with the side on which fewer rows have their unit, if both sides occur.

        The figures of such rows have moved from one row to another.
        """
        units = ((e.table, e.unit_behind) for e, _ in self.entries if e.unit_behind is not None)
        count = Counter(units)
        return {(t, side) for t, side in count if 0 < count[t, not side] >= count[t, side]}

    def _most_by_header(self, count: Callable[[Entry], int]) -> Mapping[Header, int]:
        most: dict[Header, int] = defaultdict(int)
        for entry, _ in self.entries:
            header, here = entry.header, count(entry)
            if here > most[header]:
                most[header] = here
        return most

    @cached_property
    def widths(self) -> Mapping[Header, int]:
        """The number of places that rows take up beneath each header."""
        return widths_beneath(self.text, [(entry, one.shown) for entry, one in self.entries])


def _count_figures(cell: Located) -> int:
    """The number of figures and dashes in a cell; several of them may share it."""
    return cell[2].several or cell[2].sort in FIGURES


def _counts_of(entry: Entry) -> Sequence[int]:
    """The figures of a row, 0 for any other value."""
    return [mark.count or 0 for _, _, mark in entry.filled]


def _span_of_figures(entry: Entry) -> int:
    """The number of cells from the first value that is not empty to the last."""
    at = [place for place, cell in enumerate(entry.values) if not is_blank(cell)]
    return at[-1] - at[0] + 1 if at else 0


def _are_nearly_all(table: str, keys: Set[str]) -> bool:
    """Whether the keys are all rows of a table in some form, but one at most."""
    forms = ({row.key for row in t.rows} for f in Form for t in tables_of(f) if t.key == table)
    return any(len(rows - keys) <= 1 for rows in forms)


def _unzipped(pairs: Iterable[tuple[int, int]]) -> tuple[Sequence[int], Sequence[int]]:
    firsts, seconds = zip(*pairs, strict=True)
    return firsts, seconds
