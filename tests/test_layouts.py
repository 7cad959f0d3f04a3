"""Made-up reports in every layout: nothing is read wrongly, and everything told is read."""

import re
from collections.abc import Iterator, Mapping
from itertools import product
from random import Random

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

import gov_disclosure
from generate.render import RENDERINGS, Rendering, render, told
from generate.reports import MANNERS, Expected, MadeReport, made_reports, make_report
from generate.styles import PLAIN, Style, styles
from gov_disclosure import AnnualReport, Cell, Form, Kind
from gov_disclosure.drafting import drafts_of
from gov_disclosure.forms import Address
from gov_disclosure.parser import report_of
from gov_disclosure.text.fold import fold
from gov_disclosure.text.numerals import MONEY, read_number

NOT_YET_READ: Mapping[tuple[str, str], str] = {
    **dict.fromkeys(
        product(["column_after_column"], ["blanks", "mixed"]),
        "where a column has fewer figures than rows, nothing tells whose they are",
    ),
    ("items", "blanks"): "where no row is full, empty items place nothing",
    **dict.fromkeys(
        product(["columns_by_length", "columns_padded_wide"], ["blanks", "mixed"]),
        "a few figures that fit two ways to measure a line are left open",
    ),
    **dict.fromkeys(
        product(["cell_marks", "dots", "slashes", "carets", "arrows"], ["blanks", "mixed"]),
        "a row is left open where its two ends tell different places",
    ),
    **dict.fromkeys(
        product(["spread_by_tags"], ["blanks", "mixed"]),
        "nothing tells how many empty cells a table ends with, nor how a small one is spread",
    ),
    **dict.fromkeys(
        product(["spread_over_lines"], ["blanks", "mixed"]),
        "where rows have no sums, an empty line may mean nothing",
    ),
    ("simple_ruled", "blanks"): "a label above one column may be that of a row between empty ones",
    ("pipes_broken_at_blanks", "mixed"): "a row that is one empty cell is left open",
    ("spaced", "mixed"): "values behind an empty row are left open",
    **dict.fromkeys(
        product(["run_together"], MANNERS), "digits are told apart only where one way is left"
    ),
}
"""What is not wholly read yet, by layout and manner, with the reason; none of it may be wrong."""

CASES = list(product(RENDERINGS, MANNERS))
READ = [case for case in CASES if (case[0].name, case[1]) not in NOT_YET_READ]
UNREAD = [case for case in CASES if (case[0].name, case[1]) in NOT_YET_READ]

few = settings(max_examples=settings().max_examples // 33)
every_form = pytest.mark.parametrize("form", Form)


def cases(some: list[tuple[Rendering, str]]) -> pytest.MarkDecorator:
    names = [f"{layout.name}-{manner}" for layout, manner in some]
    return pytest.mark.parametrize(("layout", "manner"), some, ids=names)


def drawn(
    data: st.DataObject, form: Form, layout: Rendering, manner: str
) -> tuple[MadeReport, Style, AnnualReport]:
    """A report, a style to print it in, and what is read from it in that layout."""
    made = data.draw(made_reports(form, MANNERS[manner]))
    style = data.draw(styles(layout.breaks))
    text = render(made, layout, style)
    note(text)
    return made, style, gov_disclosure.parse(text)


def expected(made: MadeReport, where: Address) -> Expected | None:
    return made.expected(where) if where in made.cells else None


def wrong_numbers(made: MadeReport, read: AnnualReport) -> Iterator[tuple[object, ...]]:
    """Numbers that are not printed in the cell where they were read; empty cells have none."""
    for cell in read.cells:
        printed = expected(made, (cell.table, cell.row, cell.column))
        if cell.value is not None and (printed is None or cell.value != printed.value):
            yield cell, printed


def wrong_spans(read: AnnualReport) -> Iterator[object]:
    """Cells whose span is not where they are printed: what stands there says something else."""
    for cell in read.cells:
        if cell.span is None:
            continue
        said = read.text[cell.span.start : cell.span.end]
        if said != cell.raw or not says(said, cell):
            yield cell


def says(said: str, cell: Cell) -> bool:
    """Whether what is printed is what was read; sums of money may be in another unit."""
    number = read_number(fold(said).strip())
    if cell.kind is Kind.NUMBER:
        return number is not None and (number.unit in MONEY or number.amount == cell.value)
    return number is None and (cell.kind is not Kind.BLANK or said.strip() in ("", "None"))


def left_unread(
    made: MadeReport, layout: Rendering, style: Style, read: AnnualReport
) -> Iterator[tuple[object, ...]]:
    """Cells that the text tells and that were not read, or not as what they are."""
    found = {
        (cell.table, cell.row, cell.column): Expected(cell.kind, cell.value) for cell in read.cells
    }
    for where in told(made, layout, style):
        if found.get(where) != made.expected(where):
            yield where, found.get(where), made.expected(where)


def assert_nothing_is_wrong(made: MadeReport, read: AnnualReport) -> None:
    assert list(wrong_numbers(made, read)) == []
    assert list(wrong_spans(read)) == []
    assert read.form in (made.form, None)


@every_form
@cases(READ)
@few
@given(data=st.data())
def test_everything_told_is_read_and_nothing_wrongly(
    form: Form, layout: Rendering, manner: str, data: st.DataObject
) -> None:
    made, style, read = drawn(data, form, layout, manner)
    assert_nothing_is_wrong(made, read)
    assert list(left_unread(made, layout, style, read)) == []
    assert read.form is form


@every_form
@cases(UNREAD)
@few
@given(data=st.data())
def test_nothing_is_read_wrongly_where_not_all_is_read_yet(
    form: Form, layout: Rendering, manner: str, data: st.DataObject
) -> None:
    made, _, read = drawn(data, form, layout, manner)
    assert_nothing_is_wrong(made, read)


BETWEEN_FIGURES = re.compile(r"(?<=\d) (?=\d)")
(SPACED,) = (layout for layout in RENDERINGS if layout.name == "spaced")


@every_form
@pytest.mark.parametrize("manner", MANNERS)
@few
@given(data=st.data(), often=st.floats(0.02, 0.6), chance=st.randoms(use_true_random=False))
def test_figures_of_which_some_ran_together_are_told_apart_or_left_open(
    form: Form, manner: str, data: st.DataObject, often: float, chance: Random
) -> None:
    made = data.draw(made_reports(form, MANNERS[manner]))
    text = render(made, SPACED, PLAIN)
    text = BETWEEN_FIGURES.sub(lambda blank: "" if chance.random() < often else blank[0], text)
    note(text)
    assert_nothing_is_wrong(made, gov_disclosure.parse(text))


HEADINGS = re.compile(r"^[二三四]、.*情况.*\n", re.MULTILINE)
NEXT_HEADINGS = re.compile(r"^[三四五]、.*(?:情况|问题).*\n", re.MULTILINE)
AROUND = {
    "prose above": (
        HEADINGS,
        r"\g<0>2020年收到申请3件，网络申请2件。\n2019年收到申请4件，收费0元。\n",
    ),
    "a caption above": (HEADINGS, r"\g<0>表1 本年度统计表\n"),
    "a unit above": (HEADINGS, r"\g<0>单位：件\n"),
    "notes below": (NEXT_HEADINGS, r"备注：1.上年结转3件。\n2.政府采购金额为0。\n\g<0>"),
}
"""What reports print around their tables: where, and what."""


@pytest.mark.parametrize("around", AROUND)
@cases([case for case in READ if case[1] == "mixed"])
def test_what_stands_around_tables_changes_nothing(
    layout: Rendering, manner: str, around: str
) -> None:
    made = make_report(Form.F2021, 7, manner)
    place, said = AROUND[around]
    text, times = place.subn(said, render(made, layout, PLAIN))
    read = gov_disclosure.parse(text)
    assert times > 1
    assert list(left_unread(made, layout, PLAIN, read)) == []
    assert_nothing_is_wrong(made, read)


@cases([case for case in READ if case[1] == "mixed"])
def test_characters_without_a_width_at_the_ends_of_lines_change_nothing(
    layout: Rendering, manner: str
) -> None:
    made = make_report(Form.F2021, 7, manner)
    text = re.sub(r"\r?\n", "\u200b\\g<0>", f"\ufeff{render(made, layout, PLAIN)}")
    read = gov_disclosure.parse(text)
    assert list(left_unread(made, layout, PLAIN, read)) == []
    assert_nothing_is_wrong(made, read)


SPREAD = [case for case in UNREAD if case[0].name.startswith("spread")]


@pytest.mark.parametrize("form", [Form.F2019, Form.F2021])
@pytest.mark.parametrize("ends", [1, 2, 4], ids="{} line ends".format)
@pytest.mark.parametrize("around", AROUND)
@cases(SPREAD)
def test_however_it_is_parted_what_stands_around_spread_tables_changes_nothing(
    layout: Rendering, manner: str, around: str, ends: int, form: Form
) -> None:
    made = make_report(form, 7, manner)
    text = render(made, layout, PLAIN)
    place, said = AROUND[around]
    parted = place.sub(said.replace("\\n", "\n" * ends), text)
    alone, read = cells_read(text), cells_read(parted)
    assert alone.items() <= read.items()
    assert_nothing_is_wrong(made, gov_disclosure.parse(parted))


def cells_read(text: str) -> dict[Address, object]:
    """The figures that are read by layout, whether the tables are whole or not."""
    *_, by_layout = drafts_of(text)
    read = report_of([by_layout]).cells
    return {(c.table, c.row, c.column): c.value for c in read if c.value is not None}


def test_what_is_listed_as_not_yet_read_is_a_case() -> None:
    assert set(NOT_YET_READ) <= {(layout.name, manner) for layout, manner in CASES}


PROACTIVE = "二、主动公开政府信息情况"


def numbers(*lines: str) -> dict[tuple[str, str], object]:
    """What is read as a number in a table of lines, by row and column."""
    read = gov_disclosure.parse("\n".join((PROACTIVE, *lines)))
    return {(cell.row, cell.column): cell.value for cell in read.cells if cell.value is not None}


class TestColumnsUnderLabels:
    """Rows of this table have no sums, so that only the labels above tell where figures stand."""

    HEADER = "信息内容        本年制发件数  本年废止件数  现行有效件数"
    FULL = "行政规范性文件  7             8             9"

    def test_figures_stand_beneath_the_label_of_their_column(self) -> None:
        rows = ("规章                          2", "行政规范性文件  3                           14")
        assert numbers(self.HEADER, *rows) == {
            ("rules", "repealed"): 2,
            ("normative_documents", "issued"): 3,
            ("normative_documents", "in_force"): 14,
        }

    def test_cells_with_the_same_blanks_between_them_stand_beneath_nothing(self) -> None:
        cells = (["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "2"])
        assert numbers(*map("    ".join, cells)) == {}

    def test_a_figure_beneath_no_label_leaves_all_open(self) -> None:
        rows = ("规章                          2", "行政规范性文件               3              14")
        assert numbers(self.HEADER, *rows) == {}

    def test_figures_set_in_different_manners_leave_all_open(self) -> None:
        rows = ("规章                          2", "行政规范性文件             3")
        assert numbers(self.HEADER, *rows) == {}

    def test_a_figure_on_two_lines_is_not_its_beginning(self) -> None:
        rows = ("规章            123           2             4", "                45")
        assert ("rules", "issued") not in numbers(self.HEADER, *rows)

    def test_figures_on_the_line_below_go_on_with_a_row_behind_its_own(self) -> None:
        rows = ("规章            123           2", " " * 44 + "4")
        assert numbers(self.HEADER, *rows, self.FULL)["rules", "in_force"] == 4

    def test_figures_on_the_line_below_that_stand_before_others_leave_the_row_open(self) -> None:
        rows = ("规章                          2             4", " " * 16 + "45")
        read = numbers(self.HEADER, *rows, self.FULL)
        assert {row for row, _ in read} == {"normative_documents"}
