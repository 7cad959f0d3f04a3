"""The places of the columns within the rows of a grid, as the labels above them show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import attrs
from more_itertools import map_reduce

from ..labels.vocabulary import Role
from ..layouts.grid import Located
from ..text.source import Place
from .runs import Run


@attrs.frozen(eq=False)
class Heads:
    """The runs of a grid that name columns, each with the key of its table.

    A place counts the cells of a whole row, so it only holds for rows of that width.
    """

    headers: Sequence[tuple[str, Run]]

    def columns(self, table: str, labels: Sequence[Located], wide: int) -> Place | None:
        """The places of the first and last column in a row of a width, beneath these labels.

        Without labels, those of the whole table are used.
        """
        if not labels:
            return self._by_table.get((table, wide))
        as_wide = self._by_label.get(wide, {})
        own = [as_wide[start] for start, _, _ in labels if start in as_wide]
        return _widest(own) if own else None

    @cached_property
    def _by_label(self) -> Mapping[int, Mapping[int, Place]]:
        """The places of columns by the width of the row, and by where a label begins."""
        places = [(run, _columns_of(run)) for _, run in self.headers]
        return {
            width: {label[0]: place for run, place in some for label in run.labels}
            for width, some in map_reduce(places, lambda one: one[0].width).items()
        }

    @cached_property
    def _by_table(self) -> Mapping[tuple[str, int], Place]:
        """The places of columns by table and width of the row."""
        return map_reduce(
            self.headers,
            lambda header: (header[0], header[1].width),
            lambda header: _columns_of(header[1]),
            _widest,
        )


def _widest(places: Iterable[Place]) -> Place:
    firsts, lasts = zip(*places, strict=True)
    return min(firsts), max(lasts)


def _columns_of(run: Run) -> Place:
    """Return the places of the first column label of a run, and of its last label, in their row."""
    first = run.behind - len(run.labels)
    columns = (at for at, label in enumerate(run.labels, first) if _may_name_column(label))
    return next(columns, run.width), run.behind - 1


def _may_name_column(label: Located) -> bool:
    return any(term.role is Role.COLUMN for term in label[2].terms)
