"""A coverage-guided search for texts and bytes that the library does not bear.

``python benchmarks/fuzz.py --seconds 60`` begins with the examples and made-up reports, changes
them where that leads to new code, and ends with status 0 if nothing was found.  What was found is
kept in the folder that ``--finds`` names, and is shown with its traceback.  Needs ``atheris``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["gov_disclosure"]):
    from gov_disclosure import check, from_json, parse, parse_all, parse_bytes, to_json
from texts import samples

_LONGEST = 4096
"""Bytes of an input: enough for two tables, and short enough for many inputs a second."""
_SLOW = 20
"""Seconds after which an input counts as a find."""


def text_of(data: bytes) -> str:
    """Any string at all: what is UTF-8 as it is, surrogates too, and other bytes as surrogates."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape")


def bear(data: bytes) -> None:
    """Everything that is promised for any text, and for any bytes."""
    text = text_of(data)
    report = parse(text)
    assert from_json(to_json(report)) == report, "the report does not survive JSON"
    for cell in report.cells:
        span = cell.span
        assert span is None or report.text[span.start : span.end] == cell.raw, cell
    check(report)
    stretches = parse_all(text)
    assert "".join(one.text for one in stretches) == report.text, "parse_all lost some text"
    try:
        parse_bytes(data)
    except ValueError as error:
        if isinstance(error, UnicodeError):
            raise


def _plant(folder: Path) -> None:
    """Write the texts that the search begins with."""
    for at, sample in enumerate(samples()):
        data = sample.text.encode()
        for start in range(0, len(data), _LONGEST):
            (folder / f"{at}-{start}").write_bytes(data[start : start + _LONGEST])


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    reader.add_argument("--seconds", type=int, default=60, help="how long to search")
    reader.add_argument("--finds", type=Path, default=Path(), help="where to keep what is found")
    options = reader.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _plant(Path(folder))
        limits = [f"-max_total_time={options.seconds}", f"-max_len={_LONGEST}", f"-timeout={_SLOW}"]
        kept = f"-artifact_prefix={options.finds.resolve()}/"
        atheris.Setup([sys.argv[0], *limits, kept, "-print_final_stats=1", folder], bear)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
