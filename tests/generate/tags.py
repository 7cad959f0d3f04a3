"""Tables as text drawn from tags, by whatever a tool sets around each of them."""

from __future__ import annotations

import re
from random import Random

import attrs

from .printed import PrintedCell, PrintedTable

_AROUND_CELLS = ("", " ", "    ", "\n", "\n\n", "\t", "\n\t", "|", " | ", "  ", "\n\n\n")
_AROUND_ROWS = ("", "", "\n", "\n\n", "\n\n\n", "|", "\t", "    ")
_AROUND_PARAGRAPHS = (("", ""), ("", "\n"), ("\n", "\n"), ("\n\n", "\n\n"), ("", " "))
_EMPTY = ("", "\xa0", " ", "\u3000")
_BREAKS = (0.0, 0.0, 0.15, 0.4)
_WITHIN_LABELS = ("\n", "", " ")
_MOST_EMPTY_LINES = 4


@attrs.frozen(kw_only=True)
class Tags:
    """What a tool prints for tags: before and behind cells, rows, and the paragraphs in cells.

    ``empty`` stands in cells without text, ``breaks`` is how often ``within`` breaks a label, and
    no more than ``lines`` line ends follow each other.
    """

    cell: tuple[str, str]
    row: tuple[str, str]
    paragraph: tuple[str, str]
    empty: str
    breaks: float
    within: str
    lines: int
    fills_merged: bool

    @classmethod
    def by_chance(cls, chance: Random) -> Tags:
        """Some of all that there may be."""
        return cls(
            cell=(chance.choice(_AROUND_CELLS), chance.choice(_AROUND_CELLS)),
            row=(chance.choice(_AROUND_ROWS), chance.choice(_AROUND_ROWS)),
            paragraph=chance.choice(_AROUND_PARAGRAPHS),
            empty=chance.choice(_EMPTY),
            breaks=chance.choice(_BREAKS),
            within=chance.choice(_WITHIN_LABELS),
            lines=chance.randint(1, _MOST_EMPTY_LINES),
            fills_merged=chance.random() < 1 / 4,
        )


def drawn(table: PrintedTable, tags: Tags, chance: Random) -> str:
    """The table as text."""
    rows = ("".join(_cell(cell, tags, chance) for cell in row) for row in _rows(table, tags))
    said = "".join(f"{tags.row[0]}{row}{tags.row[1]}" for row in rows)
    return re.sub(rf"\n{{{tags.lines},}}", "\n" * tags.lines, said)


def _rows(table: PrintedTable, tags: Tags) -> list[list[PrintedCell]]:
    """The cells of each row, with empty ones where merged cells go on, if the tool fills these."""
    if not tags.fills_merged:
        return table.rows()
    at = {(cell.top, cell.left): cell for cell in table.cells}
    return [
        [at.get((top, left), PrintedCell(top=top, left=left)) for left in range(table.width)]
        for top in range(table.height)
    ]


def _cell(cell: PrintedCell, tags: Tags, chance: Random) -> str:
    said = cell.text
    if said and cell.address is None and chance.random() < tags.breaks:
        at = chance.randrange(1, len(said) + 1)
        said = said[:at] + tags.within + said[at:]
    inside = f"{tags.paragraph[0]}{said or tags.empty}{tags.paragraph[1]}"
    return f"{tags.cell[0]}{inside}{tags.cell[1]}"
