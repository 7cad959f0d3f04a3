"""The command ``gov-disclosure``: what it prints, and how it fails."""

import json
import os
import subprocess
import sys
from decimal import Decimal
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

from gov_disclosure import Finding, Status, from_json, parse
from gov_disclosure.cli import main
from gov_disclosure.display import shortened, show, wrapped
from gov_disclosure.serialize import findings_to_dicts
from gov_disclosure.text.decoding import decode
from gov_disclosure.text.width import width

TITLE = "示例局2022年政府信息公开工作年度报告"
REPORT = f"""{TITLE}
二、主动公开政府信息情况
第二十条第(一)项
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | - | 无 | |
行政规范性文件 | 4 | 七件 | 1,015 |
第二十条第(五)项
信息内容 | 本年处理决定数量 |
行政许可 | 29 |
"""

WRONG = """政府信息公开情况统计表
统计指标 | 单位 | 统计数
(二)申请办结数 | 件 | 4
1.按时办结数 | 件 | 2
2.延期办结数 | 件 | 1
"""

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return written(tmp_path / "report.txt", REPORT.encode())


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two reports in one file."""
    reports = (REPORT.replace("示例局", agency) for agency in ("甲镇", "乙镇"))
    return written(tmp_path / "archive.txt", "".join(reports).encode())


@pytest.fixture
def note(tmp_path: Path) -> Path:
    return written(tmp_path / "note.txt", "今天食堂吃面。\n".encode())


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, with its standard input closed."""
    return subprocess.run(
        [sys.executable, "-m", "gov_disclosure", *arguments],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )


class TestForPeople:
    def test_it_says_what_the_report_is(self, report: Path, capsys: Printed) -> None:
        assert main([str(report)]) == 0
        front = capsys.readouterr().out.partition("\n\n")[0]
        assert front.splitlines() == [
            f"title   {TITLE}",
            "agency  示例局",
            "year    2022",
            "form    2021 (国办公开办函〔2021〕30号)",
        ]

    def test_every_kind_of_cell_looks_different(self) -> None:
        lines = [line.split() for line in show(parse(REPORT)).splitlines()]
        assert ["规章", "-", "-", "_"] in lines
        assert ["行政规范性文件", "4", '"七件"', "1015"] in lines
        assert ["行政处罚", "?"] in lines

    def test_the_marks_are_explained(self) -> None:
        shown = show(parse(REPORT))
        for mark in ("_  printed", "-  a dash", "?  the text", '""  words'):
            assert f"\n{mark}" in shown

    def test_a_mark_that_does_not_occur_is_not_explained(self) -> None:
        assert "arithmetic" not in show(parse(REPORT))

    def test_columns_stand_beneath_each_other_on_a_screen(self) -> None:
        block = show(parse(REPORT)).split("\n\n")[1].splitlines()[1:]
        assert len(set(map(width, block))) == 1

    def test_applications_have_a_row_for_each_result_and_seven_columns(self) -> None:
        example = Path(__file__).parents[1] / "examples" / "county-2023.txt"
        shown = show(parse(example.read_text(encoding="utf-8")))
        (row,) = (line for line in shown.splitlines() if "本机关不掌握" in line)
        assert row.split()[1:] == ["3", "1", "0", "0", "0", "0", "4"]

    def test_proceedings_have_a_row_for_each_kind_of_case(self) -> None:
        figures = " | ".join(map(str, range(15)))
        header = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | " * 3
        shown = show(parse(f"四、政府信息公开行政复议、行政诉讼情况\n{header}\n{figures} |\n"))
        lines = [line.split() for line in shown.splitlines()]
        assert ["行政复议", "0", "1", "2", "3", "4"] in lines
        assert ["未经复议直接起诉", "5", "6", "7", "8", "9"] in lines
        assert ["复议后起诉", "10", "11", "12", "13", "14"] in lines

    def test_the_table_of_2014_has_a_value_in_each_row_with_its_unit(self) -> None:
        shown = show(parse("统计指标 | 单位 | 统计数\n六、举报投诉数量 | 件 | 2\n"))
        lines = [line.split() for line in shown.splitlines()]
        assert ["六、举报投诉数量", "(件)", "2"] in lines

    def test_a_table_that_is_not_there_is_said_to_be_missing(self) -> None:
        assert "三、收到和处理政府信息公开申请情况\n  not in this text" in show(parse(REPORT))

    def test_a_column_of_another_form_is_shown_beneath(self) -> None:
        text = REPORT.replace("本年制发件数", "对外公开总数量")
        shown = show(parse(text))
        assert "(as on the form of 2019)" in shown
        assert parse(text).cell("proactive", "normative_documents", "total_public").value == 4

    def test_problems_stand_at_the_end_with_their_lines(self) -> None:
        *_, last = show(parse(REPORT)).split("\n\n")
        assert last.startswith("info line 6: ")
        assert last.endswith("(not-a-number)")

    def test_what_was_not_read_is_named(self) -> None:
        assert show(parse("甲乙丙丁\n" + REPORT)).endswith("known part of a report: line 1")

    def test_what_would_steer_the_terminal_is_not_passed_on(self) -> None:
        shown = show(parse(REPORT.replace("七件", "\x1b[2J七\x07件")))
        assert "\x1b" not in shown
        assert "\x07" not in shown

    def test_findings_stand_beneath_the_report_if_asked_for(
        self, tmp_path: Path, capsys: Printed
    ) -> None:
        file = written(tmp_path / "wrong.txt", WRONG.encode())
        assert main(["--check", str(file)]) == 0
        *_, last = capsys.readouterr().out.split("\n\n")
        english, chinese = last.splitlines()
        assert english.startswith("fail  column-sum: ")
        assert chinese.endswith("，相差1")
        assert main([str(file)]) == 0
        assert "column-sum" not in capsys.readouterr().out

    def test_a_report_without_faults_is_said_to_have_none(
        self, tmp_path: Path, capsys: Printed
    ) -> None:
        file = written(tmp_path / "right.txt", WRONG.replace("| 4", "| 3").encode())
        assert main(["--check", str(file)]) == 0
        assert capsys.readouterr().out.endswith("\n\nchecked: nothing wrong was found\n")

    def test_several_files_are_told_apart(self, report: Path, capsys: Printed) -> None:
        assert main([str(report), str(report)]) == 0
        assert capsys.readouterr().out.count(f"==> {report} <==\n") == 2

    def test_every_report_of_a_file_is_printed(self, archive: Path, capsys: Printed) -> None:
        assert main([str(archive)]) == 0
        shown = capsys.readouterr().out
        assert [shown.count(f"{name}2022年") for name in ("甲镇", "乙镇")] == [1, 1]


class TestForPrograms:
    def test_it_is_one_object_on_a_line_for_each_report(
        self, archive: Path, capsys: Printed
    ) -> None:
        assert main(["--json", str(archive)]) == 0
        reports = [from_json(line) for line in capsys.readouterr().out.splitlines()]
        assert [(report.agency, report.offset > 0) for report in reports] == [
            ("甲镇", False),
            ("乙镇", True),
        ]

    def test_it_is_one_object_on_a_line_for_each_file(self, report: Path, capsys: Printed) -> None:
        assert main(["--json", str(report), str(report)]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert [json.loads(line)["file"] for line in lines] == [str(report)] * 2
        assert json.loads(lines[0])["proactive"]["licensing"]["decisions"] == 29

    def test_the_report_can_be_had_back(self, report: Path, capsys: Printed) -> None:
        main(["--json", str(report)])
        assert from_json(capsys.readouterr().out) == parse(REPORT)

    def test_it_is_utf_8_whatever_the_locale(self, report: Path) -> None:
        done = run("--json", report, PYTHONIOENCODING="gbk", PYTHONUTF8="0")
        assert json.loads(done.stdout.decode("utf-8"))["title"] == TITLE

    def test_findings_come_with_the_report_if_asked_for(
        self, tmp_path: Path, capsys: Printed
    ) -> None:
        file = written(tmp_path / "wrong.txt", WRONG.encode())
        main(["--json", "--check", str(file)])
        said = capsys.readouterr().out
        wrong = [found for found in json.loads(said)["findings"] if found["status"] == "fail"]
        assert [(found["left"], found["right"], found["difference"]) for found in wrong] == [
            (4, 3, 1)
        ]
        assert from_json(said) == parse(WRONG)

    def test_amounts_in_findings_lose_no_digit(self) -> None:
        found = Finding(
            code="",
            status=Status.FAIL,
            rule="",
            words="",
            message="",
            message_zh="",
            left=Decimal("0.30"),
            right=1,
        )
        (plain,) = findings_to_dicts([found])
        assert (plain["left"], plain["right"], plain["difference"]) == ("0.30", 1, "-0.70")


class TestFiles:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
    def test_the_usual_encodings_are_read(
        self, tmp_path: Path, capsys: Printed, encoding: str
    ) -> None:
        file = written(tmp_path / "report.txt", REPORT.encode(encoding))
        assert main([str(file)]) == 0
        assert capsys.readouterr().out.startswith(f"title   {TITLE}\n")

    def test_a_dash_is_the_standard_input(self) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "gov_disclosure", "--json", "-"],
            input=REPORT.encode("gb18030"),
            capture_output=True,
            check=True,
        )
        assert json.loads(done.stdout)["title"] == TITLE

    def test_a_file_without_a_report_is_said_to_be_so(self, note: Path, capsys: Printed) -> None:
        assert main([str(note)]) == 1
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.startswith(f"gov-disclosure: {note}: no table of the forms")

    def test_a_report_without_tables_is_shown_and_said_to_be_so(
        self, tmp_path: Path, capsys: Printed
    ) -> None:
        file = written(tmp_path / "prose.txt", f"{TITLE}\n一、总体情况\n无。\n".encode())
        assert main([str(file)]) == 1
        printed = capsys.readouterr()
        assert printed.out.startswith(f"title   {TITLE}\n")
        assert "no table of the forms" in printed.err

    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            ("nowhere.txt", "No such file or directory"),
            ("", "Is a directory"),
            ("scan.pdf", "this PDF is broken"),
            ("latin.txt", "save them as UTF-8"),
            ("empty.txt", "no table of the forms"),
        ],
    )
    def test_a_file_that_cannot_be_read_is_named_with_the_reason(
        self, tmp_path: Path, capsys: Printed, name: str, reason: str
    ) -> None:
        written(tmp_path / "scan.pdf", b"%PDF-1.7\n\0\1\2\xff")
        written(tmp_path / "latin.txt", b"d\xe9j\xff vu")
        written(tmp_path / "empty.txt", b"")
        file = tmp_path / name
        assert main([str(file)]) == 1
        printed = capsys.readouterr()
        assert printed.out == ""
        assert f"{file}: " in printed.err
        assert reason in printed.err
        assert "Traceback" not in printed.err

    def test_the_other_files_are_still_done(
        self, report: Path, note: Path, capsys: Printed
    ) -> None:
        assert main(["--json", "nowhere.txt", str(note), str(report)]) == 1
        printed = capsys.readouterr()
        assert json.loads(printed.out)["file"] == str(report)
        assert len(printed.err.splitlines()) == 2


class TestTheCommand:
    def test_it_is_installed(self) -> None:
        (script,) = entry_points(group="console_scripts", name="gov-disclosure")
        assert script.load() is main

    def test_it_tells_its_version(self, capsys: Printed) -> None:
        with pytest.raises(SystemExit) as left:
            main(["--version"])
        assert left.value.code == 0
        assert capsys.readouterr().out == f"gov-disclosure {version('gov-disclosure')}\n"

    def test_without_files_it_says_how_it_is_used(self, capsys: Printed) -> None:
        with pytest.raises(SystemExit) as left:
            main([])
        assert left.value.code == 2
        assert capsys.readouterr().err.startswith("usage: gov-disclosure ")

    def test_a_reader_that_goes_away_is_no_error_to_tell_of(self, report: Path) -> None:
        with subprocess.Popen(
            [sys.executable, "-m", "gov_disclosure", *[report] * 300],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as command:
            assert command.stdout is not None
            assert command.stderr is not None
            command.stdout.readline()
            command.stdout.close()
            assert command.stderr.read() == b""
        assert command.returncode == 1

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
    def test_any_locale_can_show_it(self, report: Path, encoding: str) -> None:
        done = run(report, PYTHONIOENCODING=f"{encoding}:strict", PYTHONUTF8="0")
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"1015" in done.stdout
        assert done.stdout.decode(encoding)

    def test_a_name_that_is_no_text_can_be_shown(self, tmp_path: Path) -> None:
        file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xd0\xc2.txt"))
        try:
            written(file, REPORT.encode())
        except OSError:
            pytest.skip("file names must be UTF-8 here")
        assert run(file, file).returncode == 0
        assert json.loads(run("--json", file).stdout)["file"] == str(file)


class TestDecoding:
    def test_a_byte_order_mark_is_no_part_of_the_text(self) -> None:
        assert decode("规章".encode("utf-8-sig")) == "规章"

    def test_line_ends_stay_as_they_are(self) -> None:
        assert decode(b"1\r\n2\r3\n") == "1\r\n2\r3\n"

    def test_utf_8_goes_before_gb18030(self) -> None:
        assert decode("报告".encode()) == "报告"
        assert decode("报告".encode("gb18030")) == "报告"

    @pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xfe\x00", b"\x80\xff"])
    def test_what_is_no_text_is_a_value_error_that_says_what_to_do(self, data: bytes) -> None:
        with pytest.raises(ValueError, match=r"from a file with its suffix|save them as UTF-8"):
            decode(data)

    def test_text_needs_no_decoding(self) -> None:
        with pytest.raises(TypeError, match="bytes of a file, not str"):
            decode("规章")  # type: ignore[arg-type]


class TestScreen:
    @pytest.mark.parametrize(
        ("text", "columns"), [("", 0), ("abc", 3), ("规章", 4), ("（）", 4), ("e\u0301", 1)]
    )
    def test_chinese_is_two_columns_wide(self, text: str, columns: int) -> None:
        assert width(text) == columns

    def test_wrapping_loses_nothing(self) -> None:
        text = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
        lines = wrapped(text, 20)
        assert "".join(lines) == text
        assert all(width(line) <= 22 for line in lines)

    def test_what_is_cut_short_shows_it(self) -> None:
        assert shortened("本局未制定规章", 8) == "本局未.."
        assert shortened("七件", 8) == "七件"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\f\n"])
def test_a_problem_is_shown_with_the_line_it_stands_on_as_editors_count(end: str) -> None:
    text = REPORT.replace("\n", end).replace("七件", "若干件")
    line = 1 + text[: text.index("若干件")].count("\n")
    assert f"line {line}: " in show(parse(text))
