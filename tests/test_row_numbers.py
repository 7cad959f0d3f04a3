"""A column 序号 before the labels of rows: its numbers are no figures, wherever they stand."""

from collections.abc import Callable, Sequence

import pytest

from generate.applications import APPLICANTS
from generate.render import RENDERINGS, render
from generate.reports import make_report
from generate.styles import PLAIN
from gov_disclosure import AnnualReport, Kind, parse
from gov_disclosure.declare import Form
from gov_disclosure.forms import tables_of

Rows = Sequence[Sequence[str]]

HEADER = "统计指标\t"
NOT_FOR_FIGURES = "——"
MOST = 0.8


def numbered(rows: Rows) -> Rows:
    """Each row behind its number."""
    return [["序号", *rows[0]], *([str(at), *row] for at, row in enumerate(rows[1:], 1))]


def numbered_but_for_groups(rows: Rows) -> Rows:
    """Each row that holds a figure behind its number."""
    with_numbers = [["序号", *rows[0]]]
    count = 0
    for row in rows[1:]:
        heads = row[1] == NOT_FOR_FIGURES
        count += not heads
        with_numbers.append(["" if heads else str(count), *row])
    return with_numbers


def cells_of(rows: Rows) -> list[str]:
    return [cell for row in rows for cell in row]


def on_lines(rows: Rows) -> str:
    return "\n".join("\t".join(row) for row in rows)


def along_a_line(rows: Rows) -> str:
    return " ".join(filter(None, cells_of(rows)))


def between_pipes_without_blanks(rows: Rows) -> str:
    return "|".join(filter(None, cells_of(rows)))


def between_pipes_on_one_line(rows: Rows) -> str:
    return "|".join(cells_of(rows))


def as_a_list(rows: Rows) -> str:
    return repr(cells_of(rows))


def run_together(rows: Rows) -> str:
    return "".join(cells_of(rows))


def told(report: AnnualReport) -> dict[str, tuple[Kind, object]]:
    return {
        cell.row: (cell.kind, cell.value)
        for cell in report.cells
        if cell.kind not in {Kind.MISSING, Kind.TEXT}
    }


def parted(manner: str) -> tuple[str, Rows]:
    """A report on the form of 2014: what stands above its table, and the rows of that."""
    (tabs,) = (one for one in RENDERINGS if one.name == "tabs")
    text = render(make_report(Form.F2014, 3, manner), tabs, PLAIN)
    head, header, body = text.partition(HEADER)
    return head, [line.split("\t") for line in (header + body).split("\n") if line.strip()]


@pytest.mark.parametrize("manner", ["zeros", "mixed", "blanks", "dashes"])
@pytest.mark.parametrize("number", [numbered, numbered_but_for_groups])
@pytest.mark.parametrize(
    "printed",
    [
        on_lines,
        along_a_line,
        between_pipes_without_blanks,
        between_pipes_on_one_line,
        as_a_list,
        run_together,
    ],
)
def test_numbers_of_rows_are_no_figures(
    printed: Callable[[Rows], str], number: Callable[[Rows], Rows], manner: str
) -> None:
    head, rows = parted(manner)
    plain, read = told(parse(head + on_lines(rows))), told(parse(head + printed(number(rows))))
    assert {row: cell for row, cell in read.items() if cell != plain[row]} == {}
    assert printed is run_together or len(read) >= MOST * len(plain)


def test_figures_that_count_on_are_figures() -> None:
    head, (header, *rows) = parted("zeros")
    due = [row for row in rows if row[1] != NOT_FOR_FIGURES]
    counted = [[label, unit, str(at)] for at, (label, unit, _) in enumerate(due, 1)]
    read = told(parse(head + along_a_line([header, *counted])))
    assert {str(value) for _, value in read.values()} == {figure for _, _, figure in counted}


def test_sums_that_count_on_are_sums() -> None:
    """Every row has as many figures as the form, and above the first one there is no number."""
    (table,) = (one for one in tables_of(Form.F2021) if one.key == "applications")
    rows = [[row.label, *["0"] * 5, str(at), str(at)] for at, row in enumerate(table.rows, 1)]
    columns = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"
    heading = "三、收到和处理政府信息公开申请情况"
    report = parse("\n".join((heading, columns, *map(" ".join, rows), "")))
    totals = [cell.value for cell in report.cells if cell.column == "total"]
    assert totals[: len(rows)] == list(range(1, len(rows) + 1))


def between_pipes(rows: Rows) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def in_html(rows: Rows) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


@pytest.mark.parametrize("write", [between_pipes, on_lines, in_html])
@pytest.mark.parametrize("first", [1, 15])
@pytest.mark.parametrize("figure", ["", "4"])
def test_numbers_beside_applications_leave_empty_cells_in_their_places(
    figure: str, first: int, write: Callable[[Rows], str]
) -> None:
    """Behind them stand three columns of labels, of which most rows leave two empty."""
    labels = [
        ("三、本年度办理结果", "(五)不予处理", "2.重复申请"),
        ("", "", "3.要求提供公开出版物"),
        ("", "(六)其他处理", "3.其他"),
        ("", "(七)总计", ""),
        ("四、结转下年度继续办理", "", ""),
    ]
    rows = [
        ["序号", "项目", "", "", "申请人情况", *[""] * 6],
        ["", "", "", "", *APPLICANTS],
        *([str(at), *some, figure, *[""] * 5, figure] for at, some in enumerate(labels, first)),
    ]
    report = parse(f"三、收到和处理政府信息公开申请情况\n{write(rows)}\n五、存在的主要问题\n无。")
    for row in ("not_processed.repeated", "total_handled", "carried_forward"):
        cells = [(cell.kind, cell.value) for cell in report.cells if cell.row == row]
        ends = (Kind.NUMBER, 4) if figure else (Kind.BLANK, None)
        assert cells == [ends, *[(Kind.BLANK, None)] * 5, ends], row


def test_figures_named_as_numbers_of_rows_that_do_not_count_are_left_where_they_are() -> None:
    rows = [
        ["序号", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["7", "规章", "1", "0", "5"],
        ["3", "行政规范性文件", "2", "1", "14"],
    ]
    report = parse("第二十条第(一)项\n" + between_pipes(rows))
    assert {int(cell.value) for cell in report.cells if cell.value is not None} <= {0, 1, 2, 5, 14}


@pytest.mark.parametrize("numbers", ["0 1 2 3 4 5 6", "1 2 3 4 5 6 7"])
def test_numbers_of_columns_beneath_their_labels_are_no_figures(numbers: str) -> None:
    columns = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"
    rows = [
        ["一、本年新收政府信息公开申请数量", *"1000001"],
        ["二、上年结转政府信息公开申请数量", *"2000002"],
    ]
    head = f"三、收到和处理政府信息公开申请情况\n{columns}\n{numbers}\n"
    report = parse(head + "\n".join(map(" ".join, rows)))
    assert [cell.value for cell in report.cells if cell.row == "new"] == list(map(int, "1000001"))
    assert "loose-figures" not in {problem.code for problem in report.problems}


def test_numbers_that_count_all_labels_of_a_stack_need_no_header() -> None:
    rows = (
        ("规章", *"005"),
        ("行政规范性文件", *"123"),
        ("行政许可", "7"),
        ("行政处罚", "8"),
        ("行政强制", "9"),
    )
    cells = [cell for at, row in enumerate(rows, 1) for cell in (str(at), *row)]
    report = parse("\n".join(("二、主动公开政府信息情况", *cells)))
    figures = [cell.value for cell in report.cells if cell.value is not None]
    assert (figures, report.problems) == ([0, 0, 5, 1, 2, 3, 7, 8, 9], ())
