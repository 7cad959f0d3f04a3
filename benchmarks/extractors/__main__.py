"""Print the matrix, and exit with 1 if a figure is wrong or a share has fallen."""

from __future__ import annotations

import argparse
import re
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from itertools import product, repeat
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
from more_itertools import one

from generate.reports import ANY, MANNERS, USUAL, MadeReport, make_report
from generate.width import left, right
from gov_disclosure.declare import Form

from .documents import WRITERS, content
from .floors import Shares, fallen, read_floors, rounded, write_floors
from .scores import Score, score
from .tools import TOOLS, Tool

Matrix = Mapping[str, Mapping[str, Score]]
"""The scores by tool and by manner."""


@attrs.frozen
class Document:
    """A report, what stands for its zeros, and where it lies as a file of each kind."""

    report: MadeReport
    manner: str
    stem: Path

    def path(self, suffix: str) -> Path:
        """The file of that kind."""
        return self.stem.with_name(f"{self.stem.name}.{suffix}")


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    tools = list(_installed(tool for tool in TOOLS if options.tool in tool.title))
    with ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        seeds = range(options.seed, options.seed + options.seeds)
        documents = list(_documents(folder, seeds, {tool.suffix for tool in tools}))
        matrix = _matrix(tools, documents, options.keep)
    print("\n".join(_printed(matrix)))
    return _judged(matrix, pin=options.pin, examples=options.examples)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="python -m benchmarks.extractors", description=__doc__)
    reader.add_argument("--pin", action="store_true", help="make these shares the floors")
    reader.add_argument("--keep", type=Path, help="keep documents and texts in this folder")
    reader.add_argument("--tool", default="", help="only tools with this in their names")
    reader.add_argument("--seeds", type=int, default=2, help="reports of each form and manner")
    reader.add_argument("--seed", type=int, default=0, help="the first of them")
    reader.add_argument("--examples", type=int, default=3, help="wrong cells shown of each tool")
    return reader.parse_args(arguments)


def _installed(tools: Iterable[Tool]) -> Iterator[Tool]:
    for tool in tools:
        missing = tool.missing()
        if missing:
            print(f"skipped {tool.title}: {missing} is not installed", file=sys.stderr)
        else:
            yield tool


_SIZES: Mapping[str, Sequence[int]] = {"any": ANY, "usual": USUAL}
"""How great figures are: of any size, or as most bodies have them."""


def _documents(folder: Path, seeds: range, suffixes: Iterable[str]) -> Iterator[Document]:
    for form, manner, seed, (size, greatest) in product(Form, MANNERS, seeds, _SIZES.items()):
        report = make_report(form, seed, manner, greatest)
        stem = folder / f"{form.value}-{manner}-{seed}-{size}"
        document = Document(report, manner, stem)
        for suffix in suffixes:
            WRITERS[suffix](content(report), document.path(suffix))
        yield document


def _matrix(tools: Sequence[Tool], documents: Sequence[Document], keep: Path | None) -> Matrix:
    """Every tool on every document, several tools at a time."""
    titles = [tool.title for tool in tools]
    with ProcessPoolExecutor(initializer=warnings.simplefilter, initargs=("ignore",)) as pool:
        return dict(
            zip(titles, pool.map(_scores, titles, repeat(documents), repeat(keep)), strict=True)
        )


def _scores(title: str, documents: Iterable[Document], keep: Path | None) -> dict[str, Score]:
    """A tool's scores by manner."""
    tool = one(tool for tool in TOOLS if tool.title == title)
    scores = dict.fromkeys(MANNERS, Score())
    for document in documents:
        path = document.path(tool.suffix)
        text = tool.extract(path)
        if keep:
            path.with_name(f"{path.name}.{_file_name(tool)}.txt").write_text(text, newline="")
        scores[document.manner] += score(text, document.report)
    return scores


def _file_name(tool: Tool) -> str:
    return re.sub(
        r"\W+", "-", tool.name.replace(r"\n", "line").replace("' '", "space").replace("|", "pipe")
    ).strip("-")


def _printed(matrix: Matrix) -> Iterator[str]:
    """The matrix as lines: the figures found of those due, and the wrong ones."""
    wide = max((len(title) for title in matrix), default=0)
    yield left("figures found, wrong", wide) + "".join(right(m, 16) for m in MANNERS)
    for title, scores in matrix.items():
        yield left(title, wide) + "".join(right(_figure(scores[m]), 16) for m in MANNERS)


def _figure(scored: Score) -> str:
    return f"{scored.share:7.1%} {len(scored.wrong) or '-':>5}"


def _judged(matrix: Matrix, *, pin: bool, examples: int) -> int:
    """Say what is amiss; 1 if anything is, else 0."""
    shares: Shares = {
        title: {manner: rounded(scored.share) for manner, scored in scores.items()}
        for title, scores in matrix.items()
    }
    if pin:
        write_floors(shares)
    wrong = list(_wrong(matrix, examples))
    amiss = [*wrong, *fallen(shares), *_unpinned(shares)]
    if amiss:
        print("", *amiss, sep="\n")
    return 1 if amiss else 0


def _unpinned(shares: Shares) -> Iterator[str]:
    new = [title for title in shares if title not in read_floors()]
    if new:
        yield f"no floors yet, run with --pin: {', '.join(new)}"


def _wrong(matrix: Matrix, examples: int) -> Iterator[str]:
    for title, scores in matrix.items():
        wrong = [f"{m}: {cell}" for m, scored in scores.items() for cell in scored.wrong]
        yield from (f"{title}, {cell}" for cell in wrong[:examples])
        if len(wrong) > examples:
            yield f"{title}, and {len(wrong) - examples} more wrong"


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(main())
