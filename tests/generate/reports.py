"""Made-up reports as data: figures that obey the arithmetic of their form, and their blanks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from random import Random

import attrs
from hypothesis import strategies as st

from gov_disclosure.declare import Form
from gov_disclosure.forms import Address, FormTable, tables_of, units_of
from gov_disclosure.text.numerals import MONEY
from gov_disclosure.values import Kind

Value = int | Decimal
Manner = Callable[[Random], Callable[[], str]]
"""How zeros are printed: made with a source of chance, it gives what stands for each zero."""

YEARS: Mapping[Form, range] = {
    Form.F2014: range(2014, 2019),
    Form.F2019: range(2019, 2021),
    Form.F2021: range(2021, 2025),
}
AGENCIES = ("青柳镇", "白石乡人民政府", "云溪区水务局", "南浦街道办事处", "石桥县教育局")
DASHES = ("-", "/", "—", "——", "无")
BLANK = ""

_APPLICANTS = ("natural_person", "business", "research", "nonprofit", "legal_service", "other")
_ALL_APPLICANTS = "total"
_NOT_RESULTS = ("new", "carried_over", "total_handled", "carried_forward")
_OUTCOMES = ("upheld", "corrected", "other", "pending")
_ALL_OUTCOMES = "total"
_SUMMED = (
    "requests.received",
    "requests.concluded",
    "requests.answered.refused",
    "requests.answered",
    "requests.subjects",
    "review",
    "litigation",
    "resources.staff",
)
"""Groups of the form of 2014 whose total is the sum of the others, inner groups first."""


@attrs.frozen
class Expected:
    """What a reader has to find in a cell whose place the text shows."""

    kind: Kind
    value: Value | None = None


@attrs.frozen(kw_only=True)
class MadeReport:
    """A report nobody wrote: what is printed in each cell of its form, plainly spelled."""

    form: Form
    year: int
    agency: str
    cells: Mapping[Address, str] = attrs.field(hash=False)

    def expected(self, where: Address) -> Expected:
        """The kind and the value of the cell at that address."""
        said = self.cells[where]
        if said == BLANK:
            return Expected(Kind.BLANK)
        if said in DASHES:
            return Expected(Kind.DASH)
        return Expected(Kind.NUMBER, Decimal(said) if is_amount(self.form, where) else int(said))


def addresses_of(table: FormTable) -> tuple[Address, ...]:
    """The cells of a table in printed order."""
    return tuple(where for where in units_of(table.form) if where[0] == table.key)


def is_amount(form: Form, where: Address) -> bool:
    """Whether the cell holds money."""
    return units_of(form)[where] in MONEY


# Figures that obey the rules of a form


def free_addresses(form: Form) -> tuple[Address, ...]:
    """The cells whose figures can be chosen; the others follow from them."""
    return tuple(where for where in units_of(form) if not _follows(where))


def completed(form: Form, chosen: Mapping[Address, Value]) -> dict[Address, Value]:
    """Every figure of a form: the chosen ones, zeros, and what follows from them by its rules."""
    figures: dict[Address, Value] = {}
    for table in tables_of(form):
        figures |= {where: chosen.get(where, 0) for where in addresses_of(table)}
        _COMPLETE[table.key](table, figures)
    return figures


def _follows(where: Address) -> bool:
    """Whether a figure follows from others by the rules of its form."""
    table, row, column = where
    return (
        (table == "applications" and (column == _ALL_APPLICANTS or row in ("new", "total_handled")))
        or (table == "proceedings" and column == _ALL_OUTCOMES)
        or (table == "statistics" and row.removesuffix(".total") in _SUMMED)
    )


def _complete_applications(table: FormTable, figures: dict[Address, Value]) -> None:
    for applicant in _APPLICANTS:
        _complete_column(table, applicant, figures)
    for row in table.rows:
        parts = ((table.key, row.key, applicant) for applicant in _APPLICANTS)
        figures[table.key, row.key, _ALL_APPLICANTS] = _sum(figures, parts)


def _complete_column(table: FormTable, column: str, figures: dict[Address, Value]) -> None:
    """What came in is what was handled and what is left; what was handled is all results."""
    new, carried_over, handled, left = ((table.key, row, column) for row in _NOT_RESULTS)
    results = ((table.key, row.key, column) for row in table.rows if row.key not in _NOT_RESULTS)
    figures[handled] = _sum(figures, results)
    came = figures[handled] + figures[left]
    figures[carried_over] = min(figures[carried_over], came)
    figures[new] = came - figures[carried_over]


def _complete_proceedings(table: FormTable, figures: dict[Address, Value]) -> None:
    for row in table.rows:
        parts = ((table.key, row.key, outcome) for outcome in _OUTCOMES)
        figures[table.key, row.key, _ALL_OUTCOMES] = _sum(figures, parts)


def _complete_statistics(table: FormTable, figures: dict[Address, Value]) -> None:
    for group in _SUMMED:
        total = (table.key, f"{group}.total", "value")
        parts = [where for where in figures if where != total and _is_part(where[1], group)]
        figures[total] = _sum(figures, parts)


def _is_part(row: str, group: str) -> bool:
    """Whether a row counts in the total of a group: inner groups count by their own total."""
    inside, _, below = row.removeprefix(f"{group}.").partition(".")
    return row.startswith(f"{group}.") and inside != "" and below in ("", "total")


def _leave(table: FormTable, figures: dict[Address, Value]) -> None:
    """Nothing follows from anything in this table."""


def _sum(figures: Mapping[Address, Value], parts: Iterable[Address]) -> Value:
    return sum((figures[where] for where in parts), start=0)


_COMPLETE: Mapping[str, Callable[[FormTable, dict[Address, Value]], None]] = {
    "proactive": _leave,
    "applications": _complete_applications,
    "proceedings": _complete_proceedings,
    "statistics": _complete_statistics,
}


# What stands for a zero


def zeros(rng: Random) -> Callable[[], str]:
    """Every zero is printed."""
    return lambda: "0"


def blanks(rng: Random) -> Callable[[], str]:
    """Zeros are left out."""
    return lambda: BLANK


def dashes(rng: Random) -> Callable[[], str]:
    """Zeros are one mark, the same all over the report."""
    mark = rng.choice(DASHES)
    return lambda: mark


def mixed(rng: Random) -> Callable[[], str]:
    """Now a zero, now nothing, now a mark."""
    mark = rng.choice(DASHES)
    return lambda: rng.choice(("0", BLANK, mark))


MANNERS: Mapping[str, Manner] = {
    "zeros": zeros,
    "blanks": blanks,
    "mixed": mixed,
    "dashes": dashes,
}


# Whole reports


ANY = (9, 9, 9, 99, 999, 99_999)
"""The greatest figures that there may be, each as likely: now and then a very long one."""

USUAL = (0, 0, 3, 9, 9, 30, 120)
"""Those of most bodies, which have little to count."""


def make_report(
    form: Form, seed: int, blanks: str = "zeros", greatest: Sequence[int] = ANY
) -> MadeReport:
    """A report made by chance, always the same for the same seed.

    Raises:
        KeyError: if ``blanks`` is none of the manners.
    """
    rng = Random(f"{form.value}-{seed}")
    chosen = {where: _random_figure(form, where, rng, greatest) for where in free_addresses(form)}
    year, agency = rng.choice(YEARS[form]), rng.choice(AGENCIES)
    return _report(form, year, agency, chosen, MANNERS[blanks](rng))


def made_reports(form: Form, manner: Manner) -> st.SearchStrategy[MadeReport]:
    """Reports on a form: some with a few figures among zeros, some full of figures."""
    return st.builds(
        lambda year, agency, chosen, seed: _report(
            form, year, agency, chosen, manner(Random(seed))
        ),
        st.sampled_from(YEARS[form]),
        st.sampled_from(AGENCIES),
        st.one_of(_few_figures(form), _many_figures(form)),
        st.integers(0, 999),
    )


def _report(
    form: Form,
    year: int,
    agency: str,
    chosen: Mapping[Address, Value],
    zero: Callable[[], str],
) -> MadeReport:
    cells = {
        where: spelled(value) if value else zero()
        for where, value in completed(form, chosen).items()
    }
    return MadeReport(form=form, year=year, agency=agency, cells=cells)


def spelled(value: Value) -> str:
    """A figure in plain digits.

    >>> spelled(Decimal("120.50")), spelled(-3)
    ('120.5', '-3')
    """
    said = format(value, "f")
    return said.rstrip("0").rstrip(".") if "." in said else said


def _few_figures(form: Form) -> st.SearchStrategy[dict[Address, Value]]:
    where = st.sampled_from(free_addresses(form))
    cell = where.flatmap(lambda here: st.tuples(st.just(here), _figures(form, here)))
    return st.lists(cell, max_size=16).map(dict)


def _many_figures(form: Form) -> st.SearchStrategy[dict[Address, Value]]:
    free = free_addresses(form)
    drawn = st.binary(min_size=len(free), max_size=len(free))
    return drawn.map(
        lambda numbers: {
            where: _spread(form, where, number) for where, number in zip(free, numbers, strict=True)
        }
    )


def _spread(form: Form, where: Address, byte: int) -> Value:
    """A figure for each number below 256: often none, mostly small, now and then big."""
    if byte < 100:
        return 0
    if is_amount(form, where):
        return Decimal(byte * 517) / 100
    if where[2] == "change":
        return byte - 178
    return byte % 10 if byte < 200 else byte - 190 if byte < 240 else byte * 397


def _figures(form: Form, where: Address) -> st.SearchStrategy[Value]:
    """Figures that a cell can hold: mostly small; money with decimals, changes with a sign."""
    if is_amount(form, where):
        return st.integers(0, 999_999).map(lambda hundredths: Decimal(hundredths) / 100)
    if where[2] == "change":
        return st.integers(-30, 30)
    return st.one_of(st.integers(0, 9), st.integers(0, 300), st.integers(1_000, 99_999))


def _random_figure(form: Form, where: Address, rng: Random, greatest: Sequence[int]) -> Value:
    """The same by chance: half of the cells zero, most of the others small."""
    if rng.random() < 0.5:
        return 0
    if is_amount(form, where):
        return Decimal(rng.randrange(100_000)) / 100
    if where[2] == "change":
        return rng.randint(-30, 30)
    most = rng.choice(greatest)
    return rng.randint(1, most) if most else 0
