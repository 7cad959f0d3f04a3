"""Tables as TeX spells them: read as they would be printed."""

import pytest

from gov_disclosure import Kind, parse
from gov_disclosure.inputs.latex import without_latex

HEADER = r"信息内容 & 本年制发件数 & 本年废止件数 & 现行有效件数 \\ \hline"


def table(*rows: str, name: str = "tabular", columns: str = "{|l|c|c|c|}") -> str:
    lines = (rf"\begin{{{name}}}{columns}", r"\hline", HEADER, *rows, rf"\end{{{name}}}")
    return "\n".join((r"\section*{二、主动公开政府信息情况}\label{sec}", *lines))


def rules(*rows: str, **how: str) -> list[object]:
    """What is read of the row of rules."""
    cells = [cell for cell in parse(table(*rows, **how)).cells if cell.row == "rules"]
    return [cell.value if cell.kind is Kind.NUMBER else cell.kind for cell in cells]


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("tabular", "{|l|c|c|c|}"),
        ("tabular*", r"{\textwidth}{lccc}"),
        ("tabularx", r"{\textwidth}{@{}l*{3}{X}@{}}"),
        ("longtable", "[]{@{}llll@{}}"),
        ("array", "{lccc}"),
    ],
)
def test_empty_cells_keep_their_places(name: str, columns: str) -> None:
    row = r"规章 & 5 & & 14 \\"
    assert rules(row, name=name, columns=columns) == [5, Kind.BLANK, 14]


@pytest.mark.parametrize(
    "row",
    [
        r"规章 & \textbf{5} & $0$ & {14} \\[2pt]",
        r"规章 & \multirow{2}{*}{5} & \multirow[t]{2}*{0} & \makecell{14} \\ \cline{2-3}",
        "规章 & 5 & 0 %\n & 14 \\tabularnewline % 3 & 3",
        r"\begin{tabular}[c]{@{}l@{}}规\\章\end{tabular} & \small 5 & 0 & 14 \\ \bottomrule",
        r"规章 & 5 & \multicolumn{1}{c|}{0} & \multicolumn{1}{@{}c@{}}{14}",
    ],
)
def test_what_commands_set_around_words_says_nothing(row: str) -> None:
    assert rules(row) == [5, 0, 14]


@pytest.mark.parametrize("said", [r"\sout{5}", "5^{3}", r"\frac{5}{3}", r"5\%"])
def test_what_other_commands_make_of_a_figure_is_no_number(said: str) -> None:
    assert rules(rf"规章 & {said} & 0 & 14 \\") == [Kind.TEXT, 0, 14]


def test_a_per_cent_within_a_row_does_not_end_it() -> None:
    assert rules(r"规章 & 100% & 0 & 14 \\", r"行政规范性文件 & 1 & 2 & 3 \\") == [Kind.TEXT, 0, 14]


def test_a_cell_of_several_columns_stands_in_the_first() -> None:
    rows = (
        r"\multicolumn{4}{|c|}{第二十条第（五）项} \\ \hline",
        r"信息内容 & \multicolumn{3}{c|}{本年处理决定数量} \\ \hline",
        r"行政许可 & \multicolumn{3}{c|}{29} \\ \hline",
    )
    report = parse(table(r"规章 & 5 & 0 & 14 \\ \hline", *rows))
    assert report.cell("proactive", "licensing", "decisions").value == 29


def test_headings_are_lines() -> None:
    report = parse(table(r"规章 & 5 & 0 & 14 \\"))
    assert [section.key for section in report.sections] == ["proactive"]


@pytest.mark.parametrize(
    "cut", [r"\begin{tabular}{l", r"\begin{tabular}{l} 规章 & 5 \\", r"\section{"]
)
def test_what_is_cut_off_stays_as_it_is(cut: str) -> None:
    assert without_latex(cut) == cut
