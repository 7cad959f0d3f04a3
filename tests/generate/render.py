"""Reports as extracted text: one small function for each layout seen in the wild."""

from __future__ import annotations

import csv
import enum
import io
import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from textwrap import indent

import attrs
from more_itertools import chunked, intersperse

from gov_disclosure.declare import Form
from gov_disclosure.forms import Address, units, units_of
from gov_disclosure.tables import SECTIONS
from gov_disclosure.text.fold import fold

from .canvas import ASCII, DOUBLE, UNICODE, at_bottom, in_boxes, in_columns, in_middle
from .printed import PrintedCell, PrintedTable, printed_tables
from .reports import MadeReport
from .styles import Style
from .width import left, width, wrapped

Draw = Callable[[PrintedTable, Style], str]


class Keeps(enum.Enum):
    """How much of a table is left in a layout."""

    PLACES = "every cell has its place, empty ones too"
    PLACES_BESIDE_TEXT = "every cell has its place, but rows without any text are gone"
    CELLS = "cells stand apart, but empty ones are gone"
    CHARACTERS = "nothing tells where a cell ends"


@attrs.frozen(kw_only=True)
class Rendering:
    """A layout: how it draws a table, and what is left of the table in it.

    ``breaks`` are what may stand inside a label, besides nothing, without changing the table.
    ``is_whole`` tells that corners and the headings of groups are printed too.
    """

    name: str
    draw: Draw = attrs.field(repr=False)
    keeps: Keeps
    breaks: tuple[str, ...] = ()
    is_whole: bool = True

    @property
    def keeps_blank_places(self) -> bool:
        """Whether an empty cell can be told from no cell."""
        return self.keeps in (Keeps.PLACES, Keeps.PLACES_BESIDE_TEXT)


# Rows on lines, cells between pipes


def pipes(table: PrintedTable, style: Style) -> str:
    """``a | b | c |``, short rows filled with pipes, nothing behind the last row."""
    *rows, last = (_between_pipes(row) + _missing_pipes(row, table) for row in table.rows())
    return "\n".join((*rows, last.rstrip("| ")))


def pipes_unfilled(table: PrintedTable, style: Style) -> str:
    """``a | b | c |``, short rows left short."""
    return "\n".join(_between_pipes(row) for row in table.rows())


def pipes_broken_at_blanks(table: PrintedTable, style: Style) -> str:
    """``a | b |``, and a line break in every empty cell."""
    rows = [[f" {cell.text} |" if cell.text else "\n|" for cell in row] for row in table.rows()]
    return "\n".join("".join(row).removeprefix(" ") for row in rows)


def pipes_bordered(table: PrintedTable, style: Style) -> str:
    """``| a | b |`` with a cell at every position."""
    return "\n".join(map(_bordered, table.positions(_nothing)))


def markdown(table: PrintedTable, style: Style) -> str:
    """``| a | b |`` with a cell at every position and a rule beneath the first row."""
    return _ruled(table.positions(_nothing))


def markdown_joined(table: PrintedTable, style: Style) -> str:
    """The same with all lines joined by blanks, as where a tool lost the line ends."""
    return markdown(table, style).replace("\n", " ")


def markdown_repeated(table: PrintedTable, style: Style) -> str:
    """``| a | b |`` with merged cells repeated at every position, and a rule."""
    return _ruled(table.positions(_the_same))


def _shown(row: list[PrintedCell]) -> list[str]:
    """The cells of a row that are not empty."""
    return [cell.text for cell in row if cell.text]


def _between_pipes(row: list[PrintedCell]) -> str:
    return "".join(f"{text} | " for text in _shown(row)).rstrip(" ")


def _missing_pipes(row: list[PrintedCell], table: PrintedTable) -> str:
    missing = table.width - len(_shown(row))
    return f" {'|' * missing}" if missing else ""


def _bordered(texts: list[str]) -> str:
    return "|" + "".join(f" {text} |" for text in texts)


def _ruled(grid: list[list[str]]) -> str:
    rule = "|" + " --- |" * len(grid[0])
    first, *others = map(_bordered, grid)
    return "\n".join((first, rule, *others))


def _nothing(cell: PrintedCell, row: int, column: int) -> str:
    return ""


def _the_same(cell: PrintedCell, row: int, column: int) -> str:
    return cell.text


# Rows on lines, cells between tabs or spaces, or nothing between them


def tabs(table: PrintedTable, style: Style) -> str:
    """One tab between cells, a cell at every position."""
    return "\n".join("\t".join(row) for row in table.positions(_nothing))


def double_tabs(table: PrintedTable, style: Style) -> str:
    """Two tabs between cells, a cell at every position."""
    return "\n".join("\t\t".join(row) for row in table.positions(_nothing))


def tabs_paged(table: PrintedTable, style: Style) -> str:
    """One tab between cells on short pages, each with its number and the header again."""
    return _paged(tabs(table, style), table)


def tabs_quoted(table: PrintedTable, style: Style) -> str:
    """One tab between cells in quotes, a cell at every position."""
    return _separated(table, "\t")


def commas(table: PrintedTable, style: Style) -> str:
    """One comma between cells in quotes, a cell at every position."""
    return _separated(table, ",")


def commas_apart(table: PrintedTable, style: Style) -> str:
    """A comma and a blank between cells, a cell at every position."""
    return "\n".join(", ".join(row) for row in table.positions(_nothing))


def semicolons(table: PrintedTable, style: Style) -> str:
    """One semicolon between cells in quotes, a cell at every position."""
    return _separated(table, ";")


def sheet(table: PrintedTable, style: Style) -> str:
    """A page that was opened as a spreadsheet, whose columns are finer than those of the table."""
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n").writerows(map(_on_finer_grid, table.positions(_nothing)))
    return lines.getvalue().removesuffix("\n")


def _on_finer_grid(row: Sequence[str]) -> list[str]:
    cells = [""] * (3 * len(row) + 2)
    for column, text in enumerate(row):
        cells[3 * column - column % 2] = text
    return cells


def lists(table: PrintedTable, style: Style) -> str:
    """A list of strings on each line, as programs print it; nothing for merged positions."""
    return "\n".join(map(str, table.positions(_nothing)))


def tuples(table: PrintedTable, style: Style) -> str:
    """A tuple of strings on each line, with the word for nothing in empty cells."""
    rows = (tuple(text or None for text in row) for row in table.positions(_nothing))
    return "\n".join(map(str, rows))


def lists_in_one(table: PrintedTable, style: Style) -> str:
    """A list of all rows on one line, in double quotes."""
    return json.dumps(table.positions(_nothing), ensure_ascii=False)


def _separated(table: PrintedTable, delimiter: str) -> str:
    rows = (delimiter.join(f'"{text}"' for text in row) for row in table.positions(_nothing))
    return "\n".join(rows)


def double_pipes(table: PrintedTable, style: Style) -> str:
    """``||a||b||`` with a cell at every position."""
    return "\n".join(f"||{'||'.join(row)}||" for row in table.positions(_nothing))


def dots(table: PrintedTable, style: Style) -> str:
    """A dot in the middle of the line between cells, a cell at every position."""
    return "\n".join(" · ".join(row) for row in table.positions(_nothing))


def slashes(table: PrintedTable, style: Style) -> str:
    """A slash between blanks between cells, a cell at every position."""
    return "\n".join(" / ".join(row) for row in table.positions(_nothing))


def carets(table: PrintedTable, style: Style) -> str:
    """A caret between cells, as databases print rows, a cell at every position."""
    return "\n".join(map("^".join, table.positions(_nothing)))


def arrows(table: PrintedTable, style: Style) -> str:
    """An arrow between blanks between cells, a cell at every position."""
    return "\n".join(" -> ".join(row) for row in table.positions(_nothing))


def cell_marks(table: PrintedTable, style: Style) -> str:
    """The mark with which Word ends a cell behind each, a cell at every position."""
    rows = table.positions(_nothing)
    return "\n".join("".join(f"{text}\x07" for text in row) for row in rows)


def spaced(table: PrintedTable, style: Style) -> str:
    """One space between cells, empty cells gone."""
    return "\n".join(" ".join(_shown(row)) for row in table.rows())


def run_together(table: PrintedTable, style: Style) -> str:
    """Nothing between cells."""
    return "\n".join("".join(_shown(row)) for row in table.rows())


# One cell on each line


def stacked(table: PrintedTable, style: Style) -> str:
    """A cell on each line, empty cells gone."""
    return "\n".join(_shown(list(table.cells)))


def items(table: PrintedTable, style: Style) -> str:
    """A cell in each item of a list, an item without words for an empty cell."""
    return "\n".join(f"- {cell.text}" for cell in table.cells)


def column_after_column(table: PrintedTable, style: Style) -> str:
    """A cell on each line, those of a column below each other, where rows have units."""
    if table.key != "statistics":
        return stacked(table, style)
    return "\n".join(_shown(sorted(table.cells, key=lambda cell: (cell.left, cell.top))))


def stacked_apart(table: PrintedTable, style: Style) -> str:
    """An empty line between cells, empty cells gone."""
    return "\n\n".join(_shown(list(table.cells)))


def stacked_with_blanks(table: PrintedTable, style: Style) -> str:
    """An empty line between cells, and a line of blanks for an empty cell."""
    return "\n\n".join(cell.text or style.empty for cell in table.cells)


def spread_by_tags(table: PrintedTable, style: Style) -> str:
    """What is left of a page with each tag on a line of its own."""
    rows = ("\n\n\n".join(cell.text for cell in row) for row in table.rows())
    return "\n\n\n\n\n".join(rows)


def spread_over_lines(table: PrintedTable, style: Style) -> str:
    """A cell on each line, an empty line for an empty cell."""
    return "\n".join(cell.text for cell in table.cells)


def stacked_behind_tabs(table: PrintedTable, style: Style) -> str:
    """A tab before each cell, cells merged from above included; an empty line between rows."""
    rows = [[f"\t{text}\n" for text in row] for row in _with_covered_rows(table)]
    return "\n".join("".join(row) for row in rows)


def stacked_before_tabs(table: PrintedTable, style: Style) -> str:
    """A tab behind each cell on its line; an empty line between rows."""
    return "\n".join("".join(f"{cell.text}\t\n" for cell in row) for row in table.rows())


def stacked_behind_two_tabs(table: PrintedTable, style: Style) -> str:
    """Two tabs before each cell; an empty line between rows."""
    rows = [[f"\t\t{text}\n" for text in row] for row in _with_covered_rows(table)]
    return "\n".join("".join(row) for row in rows)


def stacked_in_groups(table: PrintedTable, style: Style) -> str:
    """A cell on each line, a line of blanks for an empty cell, and an empty line between rows."""
    rows = ("\n".join(cell.text or style.empty for cell in row) for row in table.rows())
    return "\n\n".join(rows)


def stacked_before_pipes(table: PrintedTable, style: Style) -> str:
    """A cell and `` |`` on each line, and the pipes that fill a short row on a line of their own.

    Empty cells are gone, for the row is filled at its end.
    """
    return "\n".join(line for row in table.rows() for line in _piped_lines(row, table))


def stacked_and_filled(table: PrintedTable, style: Style) -> str:
    """The same with empty cells as pipes on lines of their own: one that fills looks the same."""
    return "\n".join(line for row in table.rows() for line in _all_piped_lines(row, table))


def stacked_opened_and_filled(table: PrintedTable, style: Style) -> str:
    """The same with a pipe on a line of its own before each row too."""
    rows = ("\n".join(["|", *_all_piped_lines(row, table)]) for row in table.rows())
    return "\n".join(rows)


def pipes_and_fillers(table: PrintedTable, style: Style) -> str:
    """``a | | b | ||``: a blank in each empty cell, and none in those that fill a short row."""
    return "\n".join(" ".join(_all_piped_lines(row, table)) for row in table.rows())


def stacked_between_pipes(table: PrintedTable, style: Style) -> str:
    """A pipe on a line of its own behind each cell, and one before the first cell of a row."""
    rows = ("".join(f"{cell.text}\n|\n" for cell in row) for row in table.rows())
    return "".join(f"| {row}" for row in rows).rstrip("\n")


def cards(table: PrintedTable, style: Style) -> str:
    """The label of a row on a line, then the name of each column before its value."""
    return "\n".join(_card_lines(table, "{row}：", "  {column}：{said}"))


def names(table: PrintedTable, style: Style) -> str:
    """The names of the row and the column of each cell before its value, a cell on each line."""
    return "\n".join(_card_lines(table, "", "{row} {column}：{said}"))


def _card_lines(table: PrintedTable, head: str, body: str) -> Iterator[str]:
    figures = (cell for cell in table.cells if cell.address)
    for row, cells in groupby(figures, key=lambda cell: _label_beside(table, cell)):
        if head:
            yield head.format(row=row)
        for cell in cells:
            yield body.format(row=row, column=_labels_above(table, cell)[-1], said=cell.text)


def _label_beside(table: PrintedTable, figure: PrintedCell) -> str:
    """The label of a figure's row: left of it, or above the label of its column."""
    beside = [c for c in table.cells if not c.address and c.top <= figure.top < c.bottom]
    labels = [c for c in beside if c.left < figure.left and fold(c.text) not in units()]
    return labels[-1].text if labels else _labels_above(table, figure)[-2]


def _labels_above(table: PrintedTable, figure: PrintedCell) -> list[str]:
    """The labels above a figure, from the top."""
    above = (c for c in table.cells if not c.address and c.bottom <= figure.top)
    return [c.text for c in above if c.text and c.left <= figure.left < c.right]


def _with_covered_rows(table: PrintedTable) -> Iterator[list[str]]:
    """The cells of each row, with an empty one where a merged cell goes on from above."""
    for at in range(table.height):
        here = (cell for cell in table.cells if cell.top <= at < cell.bottom)
        ordered = sorted(here, key=lambda cell: cell.left)
        yield [cell.text if cell.top == at else "" for cell in ordered]


def _piped_lines(row: list[PrintedCell], table: PrintedTable) -> Iterator[str]:
    yield from (f"{text} |" for text in _shown(row))
    missing = table.width - len(_shown(row))
    if missing:
        yield "|" * missing


def _all_piped_lines(row: list[PrintedCell], table: PrintedTable) -> Iterator[str]:
    yield from (f"{cell.text} |".lstrip() for cell in row)
    if missing := table.width - len(row):
        yield "|" * missing


# As on a screen


def columns(table: PrintedTable, style: Style) -> str:
    """Cells beneath each other, parted by spaces."""
    return in_columns(table, style.align, style.gap)


def columns_wrapped(table: PrintedTable, style: Style) -> str:
    """Cells beneath each other, parted by spaces, long labels on several lines."""
    return columns(_wrapped(table), style)


def columns_in_middle(table: PrintedTable, style: Style) -> str:
    """Cells beneath each other, each in the middle of the lines that its row takes up."""
    return in_columns(_wrapped(table), style.align, style.gap, rise=in_middle)


def columns_at_bottom(table: PrintedTable, style: Style) -> str:
    """Cells beneath each other, each on the last of the lines that its row takes up."""
    return in_columns(_wrapped(table), style.align, style.gap, rise=at_bottom)


def columns_by_length(table: PrintedTable, style: Style) -> str:
    """Cells beneath each other where all characters count as equally wide."""
    return in_columns(table, style.align, style.gap, measure=len)


def columns_close(table: PrintedTable, style: Style) -> str:
    """Cells beneath each other, no more than one space between full ones."""
    return in_columns(table, style.align, 1)


def columns_indented(table: PrintedTable, style: Style) -> str:
    """Cells beneath each other, all of it moved to the right."""
    return indent(columns(table, style), "    ")


def columns_padded_wide(table: PrintedTable, style: Style) -> str:
    """Cells beneath each other, parted by ideographic spaces where two spaces would do."""
    return columns(table, style).replace("  ", "\u3000")


def columns_paged(table: PrintedTable, style: Style) -> str:
    """Cells beneath each other on short pages, each with its number and the header again."""
    return _paged(columns(table, style), table)


def simple_ruled(table: PrintedTable, style: Style) -> str:
    """A cell at every position, parted by spaces, with rules of ``=`` over each column."""
    wide = _widths(table)
    rule = "  ".join("=" * size for size in wide)
    rows = ["  ".join(_padded(row, wide)).rstrip() for row in table.positions(_nothing)]
    return "\n".join((rule, rows[0], rule, *rows[1:], rule))


def psql(table: PrintedTable, style: Style) -> str:
    """A cell at every position, parted by ``|``, and one rule of ``-`` and ``+``."""
    wide = _widths(table)
    rule = "-+-".join("-" * size for size in wide)
    first, *others = (" | ".join(_padded(row, wide)) for row in table.positions(_nothing))
    return "\n".join((first, rule, *others))


def org(table: PrintedTable, style: Style) -> str:
    """``| a | b |`` with a cell at every position and a rule of ``-`` and ``+``."""
    wide = _widths(table)
    rule = "|-" + "-+-".join("-" * size for size in wide) + "-|"
    first, *others = (f"| {' | '.join(_padded(row, wide))} |" for row in table.positions(_nothing))
    return "\n".join((first, rule, *others))


def _widths(table: PrintedTable) -> list[int]:
    columns = zip(*table.positions(_nothing), strict=True)
    return [max(3, *map(width, column)) for column in columns]


def _padded(row: list[str], wide: list[int]) -> Iterator[str]:
    return (left(text, size) for text, size in zip(row, wide, strict=True))


_HEADER_LINES = {"applications": 3, "statistics": 1}
_PAGE = 14


def _paged(text: str, table: PrintedTable) -> str:
    """Rows on lines, parted by pages; a header is printed again on each."""
    count = _HEADER_LINES.get(table.key, 0)
    lines = text.split("\n")
    header, rows = lines[:count], lines[count:]
    pages = ("\n".join([*header, *page]) for page in chunked(rows, _PAGE))
    return "\n".join(intersperse("\n- 3 -\n\f", pages)) if count else text


def boxes(table: PrintedTable, style: Style) -> str:
    """Boxes drawn with ``+``, ``-`` and ``|``."""
    return in_boxes(table, style.align, ASCII)


def boxes_wrapped(table: PrintedTable, style: Style) -> str:
    """Boxes drawn with ``+``, ``-`` and ``|``, long labels on several lines."""
    return boxes(_wrapped(table), style)


def drawn_boxes(table: PrintedTable, style: Style) -> str:
    """Boxes drawn with ``│``, ``─`` and their corners."""
    return in_boxes(table, style.align, UNICODE)


def drawn_boxes_wrapped(table: PrintedTable, style: Style) -> str:
    """Boxes drawn with ``│``, ``─`` and their corners, long labels on several lines."""
    return drawn_boxes(_wrapped(table), style)


def double_boxes(table: PrintedTable, style: Style) -> str:
    """Boxes drawn with ``║``, ``═`` and their corners."""
    return in_boxes(table, style.align, DOUBLE)


def grid(table: PrintedTable, style: Style) -> str:
    """Boxes drawn with ``+``, ``-`` and ``|``, the first row parted from others by ``=``."""
    above, below, *rest = boxes(table, style).split("\n+", 2)
    rule, *row = below.split("\n")
    return "\n+".join((above, "\n".join((rule.replace("-", "="), *row)), *rest))


def _wrapped(table: PrintedTable) -> PrintedTable:
    return table.filled(lambda cell: cell.text if cell.address else wrapped(cell.text, 18))


# Markup


def html(table: PrintedTable, style: Style) -> str:
    """A table with rowspan and colspan."""
    rows = ("".join(map(_table_cell, row)) for row in table.rows())
    return "\n".join(("<table>", *(f"<tr>{row}</tr>" for row in rows), "</table>"))


def _table_cell(cell: PrintedCell) -> str:
    return f'<td rowspan="{cell.down}" colspan="{cell.across}">{cell.text}</td>'


RENDERINGS: tuple[Rendering, ...] = (
    Rendering(name="pipes", draw=pipes, keeps=Keeps.CELLS, breaks=(" ",)),
    Rendering(name="pipes_unfilled", draw=pipes_unfilled, keeps=Keeps.CELLS, breaks=(" ",)),
    Rendering(
        name="pipes_broken_at_blanks",
        draw=pipes_broken_at_blanks,
        keeps=Keeps.PLACES,
        breaks=(" ",),
    ),
    Rendering(name="pipes_bordered", draw=pipes_bordered, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="markdown", draw=markdown, keeps=Keeps.PLACES, breaks=(" ", "<br>")),
    Rendering(
        name="markdown_joined", draw=markdown_joined, keeps=Keeps.PLACES, breaks=(" ", "<br>")
    ),
    Rendering(name="markdown_repeated", draw=markdown_repeated, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="tabs", draw=tabs, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="double_tabs", draw=double_tabs, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="double_pipes", draw=double_pipes, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="dots", draw=dots, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="slashes", draw=slashes, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="carets", draw=carets, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="arrows", draw=arrows, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="cards", draw=cards, keeps=Keeps.PLACES, is_whole=False),
    Rendering(name="names", draw=names, keeps=Keeps.PLACES, is_whole=False),
    Rendering(name="cell_marks", draw=cell_marks, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="items", draw=items, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="stacked", draw=stacked, keeps=Keeps.CELLS, breaks=(" ", "\n")),
    Rendering(name="column_after_column", draw=column_after_column, keeps=Keeps.CELLS),
    Rendering(
        name="stacked_apart", draw=stacked_apart, keeps=Keeps.CELLS, breaks=(" ", "\n", "\n\n")
    ),
    Rendering(
        name="stacked_with_blanks",
        draw=stacked_with_blanks,
        keeps=Keeps.PLACES,
        breaks=(" ", "\n"),
    ),
    Rendering(name="spread_by_tags", draw=spread_by_tags, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="spread_over_lines", draw=spread_over_lines, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(
        name="stacked_behind_tabs",
        draw=stacked_behind_tabs,
        keeps=Keeps.PLACES,
        breaks=(" ", "\n"),
    ),
    Rendering(
        name="stacked_before_pipes", draw=stacked_before_pipes, keeps=Keeps.CELLS, breaks=(" ",)
    ),
    Rendering(
        name="stacked_between_pipes",
        draw=stacked_between_pipes,
        keeps=Keeps.PLACES,
        breaks=(" ",),
    ),
    Rendering(name="columns", draw=columns, keeps=Keeps.PLACES_BESIDE_TEXT, breaks=(" ",)),
    Rendering(name="columns_wrapped", draw=columns_wrapped, keeps=Keeps.PLACES_BESIDE_TEXT),
    Rendering(name="boxes", draw=boxes, keeps=Keeps.PLACES, breaks=(" ", "\n")),
    Rendering(name="boxes_wrapped", draw=boxes_wrapped, keeps=Keeps.PLACES),
    Rendering(name="drawn_boxes", draw=drawn_boxes, keeps=Keeps.PLACES, breaks=(" ", "\n")),
    Rendering(name="drawn_boxes_wrapped", draw=drawn_boxes_wrapped, keeps=Keeps.PLACES),
    Rendering(name="columns_in_middle", draw=columns_in_middle, keeps=Keeps.PLACES_BESIDE_TEXT),
    Rendering(name="columns_at_bottom", draw=columns_at_bottom, keeps=Keeps.PLACES_BESIDE_TEXT),
    Rendering(
        name="columns_by_length",
        draw=columns_by_length,
        keeps=Keeps.PLACES_BESIDE_TEXT,
        breaks=(" ",),
    ),
    Rendering(name="columns_close", draw=columns_close, keeps=Keeps.PLACES_BESIDE_TEXT),
    Rendering(
        name="columns_indented",
        draw=columns_indented,
        keeps=Keeps.PLACES_BESIDE_TEXT,
        breaks=(" ",),
    ),
    Rendering(name="columns_padded_wide", draw=columns_padded_wide, keeps=Keeps.PLACES_BESIDE_TEXT),
    Rendering(name="columns_paged", draw=columns_paged, keeps=Keeps.PLACES_BESIDE_TEXT),
    Rendering(name="simple_ruled", draw=simple_ruled, keeps=Keeps.PLACES_BESIDE_TEXT),
    Rendering(name="psql", draw=psql, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="org", draw=org, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="double_boxes", draw=double_boxes, keeps=Keeps.PLACES, breaks=(" ", "\n")),
    Rendering(name="grid", draw=grid, keeps=Keeps.PLACES, breaks=(" ", "\n")),
    Rendering(name="tabs_paged", draw=tabs_paged, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="tabs_quoted", draw=tabs_quoted, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="commas", draw=commas, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="commas_apart", draw=commas_apart, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="semicolons", draw=semicolons, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="sheet", draw=sheet, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="lists", draw=lists, keeps=Keeps.PLACES, breaks=(" ", "\n")),
    Rendering(name="tuples", draw=tuples, keeps=Keeps.PLACES, breaks=(" ", "\n")),
    Rendering(name="lists_in_one", draw=lists_in_one, keeps=Keeps.PLACES, breaks=(" ", "\n")),
    Rendering(
        name="stacked_before_tabs", draw=stacked_before_tabs, keeps=Keeps.PLACES, breaks=(" ",)
    ),
    Rendering(
        name="stacked_behind_two_tabs",
        draw=stacked_behind_two_tabs,
        keeps=Keeps.PLACES,
        breaks=(" ", "\n"),
    ),
    Rendering(name="stacked_and_filled", draw=stacked_and_filled, keeps=Keeps.CELLS),
    Rendering(name="stacked_opened_and_filled", draw=stacked_opened_and_filled, keeps=Keeps.CELLS),
    Rendering(name="pipes_and_fillers", draw=pipes_and_fillers, keeps=Keeps.CELLS),
    Rendering(name="stacked_in_groups", draw=stacked_in_groups, keeps=Keeps.PLACES, breaks=(" ",)),
    Rendering(name="html", draw=html, keeps=Keeps.PLACES, breaks=(" ", "\n", "<br>")),
    Rendering(name="spaced", draw=spaced, keeps=Keeps.CELLS),
    Rendering(name="run_together", draw=run_together, keeps=Keeps.CHARACTERS),
)


# Whole reports

_OF_2014 = ("overview", "proactive", "fees", "problems", "statistics")
_SINCE_2019 = (
    "overview",
    "proactive",
    "applications",
    "proceedings",
    "problems",
    "other_matters",
)
_PARTS: dict[Form, tuple[str, ...]] = {
    Form.F2014: _OF_2014,
    Form.F2019: _SINCE_2019,
    Form.F2021: _SINCE_2019,
}
_HEADINGS = {section.key: section.heading for section in SECTIONS}
_COUNTED = "件"


def render(report: MadeReport, rendering: Rendering, style: Style) -> str:
    """The report as text: title, metadata, and parts with narrative or a table in each.

    Its last line ends: a text that ends behind an empty cell may have been cut there.
    """
    tables = {table.key: table for table in written(report, style)}
    lines = [f"{report.agency}{report.year}年政府信息公开工作年度报告", *style.metadata, ""]
    for part in _PARTS[report.form]:
        lines.append(style.spell(_HEADINGS[part]))
        lines += [rendering.draw(tables[part], style)] if part in tables else style.narrative
    return "\n".join([*lines, ""]).replace("\n", style.line_end)


def written(report: MadeReport, style: Style) -> Iterator[PrintedTable]:
    """The tables of a report with everything in them written in a style."""
    units = units_of(report.form)

    def write(cell: PrintedCell) -> str:
        if cell.address is None:
            return style.label(cell.text)
        said = report.cells[cell.address]
        if not said[-1:].isdecimal():
            return said
        unit = units[cell.address] or _COUNTED
        return (style.change if cell.address[2] == "change" else style.figure)(said, unit)

    return (table.filled(write) for table in printed_tables(report.form))


# What a reader can know of the figures


def told(report: MadeReport, rendering: Rendering, style: Style) -> Iterator[Address]:
    """The cells whose place and content the text shows, beyond doubt and without arithmetic."""
    tells = _TELLS[rendering.keeps]
    for table in written(report, style):
        for row in table.rows():
            figures = [cell for cell in row if cell.address]
            if figures and tells(row, figures):
                yield from (cell.address for cell in figures if cell.address)


def _always(row: list[PrintedCell], figures: list[PrintedCell]) -> bool:
    return True


def _any_text(row: list[PrintedCell], figures: list[PrintedCell]) -> bool:
    return any(cell.text for cell in row)


def _all_printed(row: list[PrintedCell], figures: list[PrintedCell]) -> bool:
    return all(cell.text for cell in figures)


def _splits_in_one_way(row: list[PrintedCell], figures: list[PrintedCell]) -> bool:
    """Whether there is one number, or a single digit for each cell."""
    if len(figures) == 1:
        return any(char.isdecimal() for char in figures[0].text)
    return all(len(cell.text) == 1 and cell.text.isdecimal() for cell in figures)


_TELLS: dict[Keeps, Callable[[list[PrintedCell], list[PrintedCell]], bool]] = {
    Keeps.PLACES: _always,
    Keeps.PLACES_BESIDE_TEXT: _any_text,
    Keeps.CELLS: _all_printed,
    Keeps.CHARACTERS: _splits_in_one_way,
}
