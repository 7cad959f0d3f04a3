"""Measures derived from the figures of a report: exact, and None rather than a guess."""

from collections.abc import Mapping
from fractions import Fraction

import attrs
import pytest

from generate.render import RENDERINGS, render
from generate.reports import MadeReport, Value, completed, spelled
from generate.styles import PLAIN
from gov_disclosure import Form, Measures, parse
from gov_disclosure.forms import Address

(MARKDOWN,) = (layout for layout in RENDERINGS if layout.name == "markdown")


def person(row: str) -> Address:
    return "applications", row, "natural_person"


def cases(kind: str, outcome: str) -> Address:
    return "proceedings", kind, outcome


def counted(row: str) -> Address:
    return "statistics", row, "value"


def measures(
    form: Form, figures: Mapping[Address, Value], printed: Mapping[Address, str] | None = None
) -> Measures:
    """Those of a report with these figures, and cells that say something else than follows."""
    cells = {where: spelled(value) for where, value in completed(form, figures).items()}
    made = MadeReport(form=form, year=2022, agency="示例镇", cells=cells | dict(printed or {}))
    return parse(render(made, MARKDOWN, PLAIN)).measures


APPLICATIONS: Mapping[Address, Value] = {
    person("granted"): 4,
    person("partially_granted"): 1,
    person("refused.state_secret"): 1,
    person("refused.internal_affairs"): 1,
    person("not_provided.not_held"): 3,
    person("carried_forward"): 2,
}
PROCEEDINGS: Mapping[Address, Value] = {
    cases("review", "upheld"): 2,
    cases("review", "corrected"): 1,
    cases("review", "pending"): 5,
    cases("litigation_direct", "corrected"): 1,
    cases("litigation_after_review", "other"): 3,
}
EXPECTED = Measures(
    granted=Fraction(4, 10),
    partially_granted=Fraction(1, 10),
    refused=Fraction(2, 10),
    not_provided=Fraction(3, 10),
    concluded=Fraction(10, 12),
    review_corrected=Fraction(1, 3),
    litigation_corrected=Fraction(1, 4),
)


@pytest.mark.parametrize("form", [Form.F2019, Form.F2021])
def test_shares_are_those_of_all_applicants_and_of_decided_cases(form: Form) -> None:
    assert measures(form, {**APPLICATIONS, **PROCEEDINGS}) == EXPECTED


def test_the_form_of_2014_has_some_of_them() -> None:
    rows = {
        counted("requests.answered.granted"): 3,
        counted("requests.answered.partially_granted"): 1,
        counted("requests.answered.refused.trade_secret"): 2,
        counted("review.upheld"): 3,
        counted("review.corrected"): 1,
    }
    assert measures(Form.F2014, rows) == Measures(
        granted=Fraction(3, 6),
        partially_granted=Fraction(1, 6),
        refused=Fraction(2, 6),
        review_corrected=Fraction(1, 4),
    )


@pytest.mark.parametrize("form", Form)
def test_there_is_no_share_of_nothing(form: Form) -> None:
    assert measures(form, {}) == Measures()


@pytest.mark.parametrize("said", ["", "-", "数件"])
def test_there_is_no_share_of_what_is_not_known(said: str) -> None:
    total: Address = ("applications", "refused.state_secret", "total")
    found = measures(Form.F2021, APPLICATIONS, {total: said})
    assert found.refused is None
    assert found.granted == EXPECTED.granted
    whole: Address = ("applications", "total_handled", "total")
    assert measures(Form.F2021, APPLICATIONS, {whole: said}) == Measures()


def test_no_share_is_more_than_all() -> None:
    total: Address = ("applications", "granted", "total")
    assert measures(Form.F2021, APPLICATIONS, {total: "11"}).granted is None


def test_a_text_without_tables_has_none() -> None:
    assert parse("今天食堂吃面。").measures == Measures()
    assert {field.default for field in attrs.fields(Measures)} == {None}
