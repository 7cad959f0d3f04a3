"""How long ``parse`` takes beside a floor: normalize, split into cells, find the numbers.

``python benchmarks/speed.py`` prints a line for each text.  Times are the processor's, medians
of rounds in which everything is timed in turn; ratios are within that run, so they mean the
same on a slower or busy machine.  Nothing is asserted.

Columns: ``floor`` and ``parse`` in milliseconds; ``x`` times the floor; ``all`` parse and touch
cells, tables and sections; ``new`` parse of a text whose figures were never seen before;
``peak`` the most memory a parse holds, as a multiple of the text's own size.

Made-up reports print a zero for everything there is none of (``zeros``), as the forms want it, or
now a zero, now nothing, now a dash (``mixed``).
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import subprocess
import sys
import tracemalloc
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import geometric_mean, median
from tempfile import TemporaryDirectory
from time import process_time

import attrs
from more_itertools import map_reduce

from gov_disclosure import Form, parse
from texts import PROJECT, Sample, Task, made, read_everything, samples

_BETWEEN_CELLS = re.compile(r"[|\t]")
_NUMBERS = re.compile(r"\d+(?:\.\d+)?")
_FLOOR_RUNS = 10


def floor(text: str) -> object:
    """The least that any reader of tables does."""
    folded = unicodedata.normalize("NFKC", text)
    return [_BETWEEN_CELLS.split(line) for line in folded.splitlines()], _NUMBERS.findall(folded)


def seconds(task: Task, text: str, runs: int = 1) -> float:
    """How long one run takes."""
    begun = process_time()
    for _ in range(runs):
        task(text)
    return (process_time() - begun) / runs


@attrs.frozen(kw_only=True)
class Round:
    """What was timed in one round."""

    floor: float
    parse: float
    everything: float
    new: float
    floor_of_new: float


def timed(sample: Sample, turn: int) -> Round:
    """Everything once, one after the other."""
    new = sample.anew(turn + 1)
    return Round(
        floor=seconds(floor, sample.text, _FLOOR_RUNS),
        parse=seconds(parse, sample.text),
        everything=seconds(read_everything, sample.text),
        new=seconds(parse, new),
        floor_of_new=seconds(floor, new, _FLOOR_RUNS),
    )


@attrs.frozen(kw_only=True)
class Speed:
    """The medians for one text: seconds, ratios and bytes per byte."""

    name: str
    size: int
    floor: float
    parse: float
    everything: float
    new: float
    peak: float

    def line(self) -> str:
        """As it is printed."""
        times = (self.parse, self.everything, self.new)
        timed = "".join(f"{t * 1e3:9.2f}{t / self.floor:7.1f}" for t in times)
        return f"{self.name:36}{self.size:8,}{self.floor * 1e3:8.3f}{timed}{self.peak:7.1f}"


def head() -> str:
    """The names above those lines."""
    timed = "".join(f"{name:>9}{'x':>7}" for name in ("parse", "all", "new"))
    return f"{'milliseconds':36}{'chars':>8}{'floor':>8}{timed}{'peak':>7}"


def speed(sample: Sample, rounds: Sequence[Round]) -> Speed:
    """The medians of rounds; ``new`` is scaled to the floor of the text as it is."""
    least = median(one.floor for one in rounds)
    return Speed(
        name=sample.name,
        size=len(sample.text),
        floor=least,
        parse=median(one.parse / one.floor for one in rounds) * least,
        everything=median(one.everything / one.floor for one in rounds) * least,
        new=median(one.new / one.floor_of_new for one in rounds) * least,
        peak=peak_memory(sample.text) / sys.getsizeof(sample.text),
    )


def peak_memory(text: str) -> int:
    """The most bytes that a parse holds at once, its report included."""
    gc.collect()
    tracemalloc.start()
    try:
        parse(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def measure(rounds: int) -> Iterator[Speed]:
    """Every text, in rounds that take turns."""
    texts = list(samples())
    for sample in texts:
        read_everything(sample.text)
        floor(sample.text)
    turns = [[timed(sample, turn) for sample in texts] for turn in range(rounds)]
    for at, sample in enumerate(texts):
        yield speed(sample, [turn[at] for turn in turns])


def summary(measured: Sequence[Speed]) -> Iterator[str]:
    """The middle and the worst ratio of each column, for each kind of text."""
    for kind, some in map_reduce(measured, lambda one: one.name.partition(" ")[0]).items():
        for name in ("parse", "everything", "new"):
            ratios = [getattr(one, name) / one.floor for one in some]
            worst = some[ratios.index(max(ratios))].name
            yield (
                f"{kind}, {name}: {median(ratios):.1f} times the floor in the middle, "
                f"{geometric_mean(ratios):.1f} in the mean, at most {max(ratios):.1f} ({worst})"
            )


# In a new process

_FIRST = """
import sys, gov_disclosure
gov_disclosure.parse(open(sys.argv[1], encoding="utf-8").read())
"""
_STARTS: Mapping[str, str] = {
    "nothing": "pass",
    "import attrs": "import attrs",
    "import attrs, cattrs, more_itertools": "import attrs, cattrs, more_itertools",
    "import gov_disclosure": "import gov_disclosure",
    "import gov_disclosure, first parse": _FIRST,
}


def starts(rounds: int) -> Iterator[str]:
    """How long a new process takes to import, and to read its first report."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "report.txt")
        path.write_text(made(Form.F2021, "tabs").text, encoding="utf-8")
        _all_starts(path)
        turns = [_all_starts(path) for _ in range(rounds)]
    bare = median(turn["nothing"] for turn in turns)
    for name in _STARTS:
        took = median(turn[name] for turn in turns)
        yield f"{name:38}{took * 1e3:8.1f} ms {(took - bare) * 1e3:+8.1f}"


def _all_starts(path: Path) -> dict[str, float]:
    return {name: _start(code, path) for name, code in _STARTS.items()}


def _start(code: str, path: Path) -> float:
    """The processor's seconds for a new process that runs the code, compiled once as pip would."""
    compiled = {"PYTHONPYCACHEPREFIX": str(path.parent), "PYTHONDONTWRITEBYTECODE": ""}
    before = _seconds_of_children()
    subprocess.run(
        [sys.executable, "-c", code, str(path)],
        check=True,
        cwd=PROJECT,
        env={**os.environ, **compiled},
    )
    return _seconds_of_children() - before


def _seconds_of_children() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    reader.add_argument("--rounds", type=int, default=7)
    rounds = reader.parse_args().rounds
    measured = []
    print(head())
    for one in measure(rounds):
        measured.append(one)
        print(one.line(), flush=True)
    print("", *summary(measured), "", "A new process, and what it takes beyond nothing:", sep="\n")
    print(*starts(rounds), sep="\n")


if __name__ == "__main__":
    main()
