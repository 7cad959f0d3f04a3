"""The findings on real reports and on pages seen in the wild, each agreed with by a reader."""

import tomllib
from pathlib import Path

import pytest

from gov_disclosure import Status
from shared_files import Sample, needs_shared, samples

GOLDEN = tomllib.loads(
    (Path(__file__).parent / "golden/findings.toml").read_text(encoding="utf-8")
)["findings"]
REPORTS = [(sample.name[:3], sample) for sample in samples("reports")]
WILD = [(sample.name, sample) for sample in samples("wild")]

pytestmark = needs_shared


@pytest.mark.parametrize(
    ("name", "sample"), [*REPORTS, *WILD], ids=[name for name, _ in (*REPORTS, *WILD)]
)
def test_what_is_found_is_what_a_reader_agrees_with(name: str, sample: Sample) -> None:
    agreed = {
        (entry["code"], entry["status"], entry["message"])
        for entry in GOLDEN
        if entry["sample"] == name
    }
    found = {
        (finding.code, finding.status.value, finding.message)
        for finding in sample.report.check()
        if finding.status in (Status.FAIL, Status.NOTICE)
    }
    assert found == agreed


def test_every_golden_finding_has_its_sample_and_its_reason() -> None:
    names = {name for name, _ in (*REPORTS, *WILD)}
    assert {entry["sample"] for entry in GOLDEN} <= names
    assert all(entry["reason"].strip() for entry in GOLDEN)
