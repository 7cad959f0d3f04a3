"""The README tells the truth: its code prints what it says, its commands print what it shows."""

import io
import re
import tokenize
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from gov_disclosure import parse
from gov_disclosure.display import show

PROJECT = Path(__file__).parents[1]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
EXAMPLES = sorted((PROJECT / "examples").glob("*.txt"))

every_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def comments(code: str) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(code).readline)
    return [token.string.removeprefix("# ") for token in tokens if token.type == tokenize.COMMENT]


@pytest.mark.parametrize("code", blocks("python"), ids=["English", "中文"])
def test_the_code_prints_what_its_comments_say(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(code, {})
    assert printed.getvalue().splitlines() == comments(code)
    assert comments(code)


def test_the_first_example_is_ten_lines() -> None:
    assert len(blocks("python")[0].splitlines()) == 10


def test_one_command_runs_it_and_one_tests_it() -> None:
    run_it, test_it = map(str.splitlines, blocks("sh"))
    assert len(run_it) == len(test_it) == 1
    assert run_it[0].endswith("gov-disclosure examples/county-2023.txt")
    assert test_it[0].endswith("pytest")


def test_the_shown_output_is_printed() -> None:
    printed = show(parse((PROJECT / "examples/county-2023.txt").read_text(encoding="utf-8")))
    (shown,) = blocks("text")
    assert shown in printed + "\n"


def test_the_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert targets
    assert [target for target in targets if not (PROJECT / target).exists()] == []


@every_example
def test_an_example_is_read_whole(example: Path) -> None:
    report = parse(example.read_text(encoding="utf-8"))
    assert report.title is not None
    assert report.form is not None
    assert report.unread == ()
    assert not [problem for problem in report.problems if problem.code != "not-a-number"]
    assert not [cell for cell in report.cells if cell.span is None]


@every_example
def test_the_figures_of_an_example_add_up(example: Path) -> None:
    report = parse(example.read_text(encoding="utf-8"))
    assert report.applications is not None
    assert report.proceedings is not None
    found = {
        (cell.row, cell.column): cell.value for cell in report.cells if cell.table == "applications"
    }
    rows, columns = ({key[at] for key in found} for at in (0, 1))
    for row in rows:
        parts = [found[row, column] or 0 for column in columns - {"total"}]
        assert found[row, "total"] == sum(parts), row
    outer = {"new", "carried_over", "total_handled", "carried_forward"}
    for column in columns:
        handled = found["total_handled", column] or 0
        assert handled == sum(found[row, column] or 0 for row in rows - outer), column
        came = (found["new", column] or 0) + (found["carried_over", column] or 0)
        assert came == handled + (found["carried_forward", column] or 0), column
