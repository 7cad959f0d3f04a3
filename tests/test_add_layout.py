"""The page on adding a layout, followed to the letter."""

from pathlib import Path

import pytest

import gov_disclosure
from gov_disclosure.layouts import LAYOUTS
from page_edits import follow, run, steps

PAGE = "add-a-layout.md"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("house")
    follow(PAGE, made)
    return made


def test_the_new_layout_is_read(house: Path) -> None:
    run(house)


def test_the_page_adds_what_is_not_there_yet() -> None:
    text = next(step.content for step in steps(PAGE) if step.path == "report.txt")
    assert "typeset" not in {layout.name for layout in LAYOUTS}
    assert not gov_disclosure.parse(text).cells


def test_a_layout_is_one_file() -> None:
    """Beside the new file, the only one touched is the list of layouts."""
    touched = {step.path for step in steps(PAGE) if step.path.startswith("src/")}
    layouts = "src/gov_disclosure/layouts"
    assert touched == {f"{layouts}/__init__.py", f"{layouts}/typeset.py"}
