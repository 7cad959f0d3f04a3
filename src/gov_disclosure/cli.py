"""The command ``gov-disclosure``: print the reports in files, for people or as JSON."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from .display import show, show_findings
from .files import text_of_bytes, text_of_file
from .parser import parse_all
from .report import AnnualReport
from .serialize import findings_to_dicts, to_dict

_STANDARD_INPUT = "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the files named on the command line and print them.

    Returns:
        0 if tables were read from every file, 1 if not; a wrong command line exits with 2.
    """
    asked = _command_line().parse_args(arguments)
    _write_whatever_there_is(utf8=asked.json)
    try:
        done = [_do(name, asked) for name in asked.files]
        sys.stdout.flush()
    except BrokenPipeError:
        _write_nothing_more()
        return 1
    return 0 if all(done) else 1


def _command_line() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="gov-disclosure",
        description="Read the statutory tables of Chinese government-information-disclosure "
        "annual reports (政府信息公开工作年度报告) and print them.",
        epilog="Exit status: 0 if tables were read from every file, 1 if a file cannot be read or "
        "holds no tables, 2 if the command line is wrong.",
    )
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a report as text (UTF-8, UTF-16 or GB18030), HTML, DOCX or PDF; "
        "- is the standard input",
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object on one line for each report"
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="also print which figures contradict each other, and what else is worth a look",
    )
    parser.add_argument(
        "--version", action="version", version=f"%(prog)s {version('gov-disclosure')}"
    )
    return parser


def _do(name: str, asked: argparse.Namespace) -> bool:
    """Print the reports in one file; False if one holds no tables, or the file cannot be read."""
    try:
        reports = parse_all(_text(name))
    except (OSError, ValueError, ImportError) as error:
        return _complain(name, error)
    done = [_do_report(name, report, asked) for report in reports]
    return all(done)


def _do_report(name: str, report: AnnualReport, asked: argparse.Namespace) -> bool:
    if report.cells or report.title:
        print(_as_json(name, report, asked) if asked.json else _for_people(name, report, asked))
    if not report.cells:
        return _complain(name, report.problems[0].message)
    return True


def _text(name: str) -> str:
    """The text of a file; one without a suffix, and standard input, is text or a page."""
    if name == _STANDARD_INPUT:
        return text_of_bytes(sys.stdin.buffer.read())
    return text_of_file(name) if Path(name).suffix else text_of_bytes(Path(name).read_bytes())


def _complain(name: str, fault: Exception | str) -> bool:
    """Report on standard error what is wrong with a file, and return False."""
    reason = (isinstance(fault, OSError) and fault.strerror) or fault
    sys.stdout.flush()
    print(f"gov-disclosure: {name}: {reason}", file=sys.stderr)
    return False


def _as_json(name: str, report: AnnualReport, asked: argparse.Namespace) -> str:
    findings = {"findings": findings_to_dicts(report.check())} if asked.check else {}
    return json.dumps({"file": name, **to_dict(report), **findings}, ensure_ascii=False)


def _for_people(name: str, report: AnnualReport, asked: argparse.Namespace) -> str:
    """The report and its findings, below the file's name or a blank line if there are several."""
    parts = [show(report), *([show_findings(report.check())] if asked.check else [])]
    shown = "\n\n".join(parts)
    if len(asked.files) > 1:
        return f"==> {name} <==\n{shown}\n"
    return f"\n{shown}" if report.offset else shown


def _write_whatever_there_is(*, utf8: bool) -> None:
    """Make standard output accept any character; JSON is always UTF-8."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = "utf-8" if utf8 else None
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def _write_nothing_more() -> None:
    """Prevent a second error at exit, when Python flushes to the closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
