"""Pages of the docs that show how the library is extended, done as they say.

Each fenced block of such a page has a file's path for its caption.  A block in ``diff`` changes
that file: its hunks, which ``@@`` separates, must each fit in one place.  Any other block is the
file itself.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import gov_disclosure

DOCS = Path(__file__).parents[1] / "docs"
PACKAGE = Path(gov_disclosure.__file__).parent
CHECK = "check.py"

_BLOCK = re.compile(
    r"^```\{code-block\} (?P<language>\w+)\n:caption: (?P<path>\S+)\n\n(?P<content>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


class Step(NamedTuple):
    """What a page says to do with one file."""

    path: str
    is_change: bool
    content: str

    def done_to(self, old: str) -> str:
        """The file's new content."""
        return changed(old, self.content) if self.is_change else self.content


def steps(page: str) -> list[Step]:
    """What a page says to do, in its order."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return [
        Step(block["path"], block["language"] == "diff", block["content"])
        for block in _BLOCK.finditer(text)
    ]


def changed(old: str, diff: str) -> str:
    """A file's content with every hunk of a diff applied to it."""
    for hunk in re.split(r"^@@\n", diff, flags=re.MULTILINE):
        before, after = "".join(_side(hunk, "-")), "".join(_side(hunk, "+"))
        assert old.count(before) == 1, f"these lines stand {old.count(before)} times:\n{before}"
        old = old.replace(before, after)
    return old


def _side(hunk: str, sign: str) -> Iterator[str]:
    return (line[1:] or "\n" for line in hunk.splitlines(keepends=True) if line[0] in f" {sign}\n")


def follow(page: str, house: Path) -> None:
    """Do in a copy of the package, under ``house``, what a page says."""
    shutil.copytree(
        PACKAGE, house / "src" / "gov_disclosure", ignore=shutil.ignore_patterns("__*__")
    )
    for step in steps(page):
        path = house / step.path
        old = path.read_text(encoding="utf-8") if step.is_change else ""
        assert step.is_change == path.is_file(), step.path
        path.write_text(step.done_to(old), encoding="utf-8")


def run(house: Path, script: str = CHECK) -> str:
    """What a script in the copy prints; its asserts must hold, and it must warn of nothing."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-W", "error", script],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house / "src")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
