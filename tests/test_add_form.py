"""The page on adding a form revision, followed to the letter."""

from pathlib import Path

import pytest

from gov_disclosure import Form
from gov_disclosure.forms import tables_of
from page_edits import follow, run, steps

PAGE = "add-a-form.md"
SHOW_FORMS = """
from gov_disclosure.forms import tables_of
from gov_disclosure import Form

print([[table.blocks for table in tables_of(form)] for form in Form][:-1])
print([line.key for line in tables_of(Form.F2027)[0].rows])
print([line.key for line in tables_of(Form.F2027)[1].rows if line.key.startswith("refused.")])
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("house")
    follow(PAGE, made)
    return made


def test_the_new_form_is_read(house: Path) -> None:
    run(house)


def test_earlier_forms_stay_as_they_were(house: Path) -> None:
    (house / "show.py").write_text(SHOW_FORMS, encoding="utf-8")
    earlier, rows, reasons = run(house, "show.py").splitlines()
    assert earlier == str([[table.blocks for table in tables_of(form)] for form in Form])
    assert "'adjudications'" in rows
    assert reasons.endswith("'refused.personal_information']")


def test_only_declarations_change() -> None:
    """A revision is data: no module that reads a text is touched."""
    touched = {
        Path(step.path).relative_to("src/gov_disclosure") for step in steps(PAGE) if step.is_change
    }
    assert {path.parts[0] for path in touched} == {"declare.py", "tables"}
