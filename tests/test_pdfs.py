"""PDFs: what a page shows that is no plain text, and tables that go on over pages."""

import io
from collections.abc import Callable, Sequence

import pytest
from PIL import Image
from reportlab.lib.colors import CMYKColorSep
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from gov_disclosure import parse
from gov_disclosure.inputs.pdf import text_of_pdf

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
LEFT, BASE, HEIGHT = 160, 325, 20

Draw = Callable[[Canvas], None]


def pdf(*pages: Draw) -> str:
    """The text of a PDF with these pages."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(400, 400))
    for draw in pages:
        canvas.setFont(FONT, 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return text_of_pdf(stream.getvalue())


def table(rows: Sequence[Sequence[str]], merged: Sequence[tuple[int, int, int, int]] = ()) -> Draw:
    """Rows between rules; ``merged`` cells as (row, column, rows, columns) have none in them."""

    def draw(canvas: Canvas) -> None:
        covered = {
            (row + down, column + beside)
            for row, column, high, wide in merged
            for down in range(high)
            for beside in range(wide)
        }
        sizes = {(row, column): (high, wide) for row, column, high, wide in merged}
        for down, row in enumerate(rows):
            for across, said in enumerate(row):
                high, wide = sizes.get((down, across), (1, 1))
                if (down, across) in covered and (down, across) not in sizes:
                    continue
                left, bottom = 50 + 80 * across, 360 - HEIGHT * (down + high)
                canvas.rect(left, bottom, 80 * wide, HEIGHT * high)
                canvas.drawString(left + 10, bottom + 5, said)

    return draw


def beside_a_label(draw: Draw) -> str:
    """The row of a table that has something in its second cell, and an empty row below."""

    def drawn(canvas: Canvas) -> None:
        table([["甲", "", "7"], ["乙", "", ""]])(canvas)
        draw(canvas)

    return pdf(drawn).split("\n")[0]


CELL = (140, 345)
"""Where text in the second cell of that row begins."""


def say(text: str, across: float = 0, size: float = 10) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, size)
        canvas.drawString(CELL[0] + across, CELL[1], text)

    return draw


class TestMergedCells:
    """A figure that stands in several cells is that of none, as in a page or a Word file."""

    def test_over_columns(self) -> None:
        rows = [["a", "b", "c", "d"], ["e", "3", "", "0"]]
        shown = "| a | b | c | d |\n| e | 3〔合并〕 | 〔合并〕 | 0 |"
        assert pdf(table(rows, [(1, 1, 1, 2)])) == shown

    def test_over_rows(self) -> None:
        rows = [["a", "b", "c"], ["d", "1", "3"], ["e", "2", ""]]
        shown = "| a | b | c |\n| d | 1 | 3〔合并〕 |\n| e | 2 | 〔合并〕 |"
        assert pdf(table(rows, [(1, 2, 2, 1)])) == shown

    def test_a_mark_for_none_is_that_of_each(self) -> None:
        rows = [["a", "b", "c"], ["d", "-", ""]]
        assert pdf(table(rows, [(1, 1, 1, 2)])) == "| a | b | c |\n| d | - | - |"

    def test_on_a_page_without_a_header(self) -> None:
        rows = [["d", "3", ""], ["e", "1", "2"]]
        shown = "| d | 3〔合并〕 | 〔合并〕 |\n| e | 1 | 2 |"
        assert pdf(table(rows, [(0, 1, 1, 2)])) == shown

    def test_labels_and_empty_cells_may_go_on(self) -> None:
        rows = [["a", "b", "c"], ["d", "", ""], ["", "1", "2"]]
        shown = "| a | b | c |\n| d |  |  |\n|  | 1 | 2 |"
        assert pdf(table(rows, [(1, 0, 2, 1), (1, 1, 1, 2)])) == shown


class TestTablesOverPages:
    HEAD = ("统计指标", "单位", "统计数")

    def test_a_repeated_header_stands_once(self) -> None:
        """So the label of a row that the page breaks stays with its figure."""
        first = table([self.HEAD, ["3.规划计划", "件", "5"], ["4.重", "件", "8"]])
        second = table([self.HEAD, ["大建设项目审批及实施", "", ""], ["5.工商管理", "件", "2"]])
        text = pdf(first, second)
        assert text.count("统计指标") == 1
        report = parse(f"政府信息公开情况统计表\n{text}")
        cell = report.cell("statistics", "requests.subjects.major_projects", "value")
        assert cell.value in {8, None}
        assert cell.kind.value != "blank"

    def test_another_header_stays(self) -> None:
        other = ("统计指标", "单位", "数量")
        text = pdf(table([self.HEAD, ["a", "件", "5"]]), table([other, ["b", "件", "8"]]))
        assert text.count("统计指标") == 2

    def test_so_does_one_below_other_text(self) -> None:
        def second(canvas: Canvas) -> None:
            canvas.drawString(50, 380, "二、其他")
            table([self.HEAD, ["b", "件", "8"]])(canvas)

        assert pdf(table([self.HEAD, ["a", "件", "5"]]), second).count("统计指标") == 2

    def test_rows_without_a_line_at_the_end_of_a_page_are_in_the_table(self) -> None:
        """Browsers break a table between its rows, and draw no line there."""

        def begun(canvas: Canvas) -> None:
            for across in (50, 130, 210):
                canvas.line(across, 300, across, 360)
            for down in (340, 320):
                canvas.line(50, down, 210, down)
            for base, said in ((345, "a1"), (325, "b2"), (305, "c3")):
                canvas.drawString(60, base, said[0])
                canvas.drawString(140, base, said[1])

        assert pdf(begun) == "| a | 1 |\n| b | 2 |\n| c | 3 |"

    def test_rows_with_figures_are_no_header(self) -> None:
        same = table([["a", "5"], ["b", "6"]])
        assert pdf(same, same) == "| a | 5 |\n| b | 6 |\n| a | 5 |\n| b | 6 |"


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (20, 20))), *CELL, 8, 8)


def outlines(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.moveTo(*CELL)
    path.curveTo(144, 345, 144, 349, 140, 349)
    path.curveTo(144, 349, 144, 353, 140, 353)
    canvas.drawPath(path)


def slash(canvas: Canvas) -> None:
    canvas.line(131, 341, 209, 359)


def field(value: str) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name="a", x=140, y=343, width=30, height=11, value=value)

    return draw


def annotation(canvas: Canvas) -> None:
    corners = [140, 343, 170, 355]
    canvas.freeTextAnnotation("3", "/F1 8 Tf", Rect=corners, addtopage=1, relative=0)


def seal(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (20, 20))), 60, 250, 200, 200)


def bevel(canvas: Canvas) -> None:
    """The side of a cell as browsers draw it, which is not quite a rectangle."""
    path = canvas.beginPath()
    path.moveTo(132, 342)
    for corner in ((133, 343), (133, 357), (132, 358)):
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def ground(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.moveTo(131, 341)
    for corner in ((209, 341), (209, 359), (170, 359.5), (131, 359)):
        path.lineTo(*corner)
    canvas.drawPath(path, stroke=0, fill=0)


class TestWhatIsNoText:
    """A cell is not empty because what it shows has no letters."""

    @pytest.mark.parametrize("draw", [picture, outlines, slash, field("3"), annotation])
    def test_it_has_a_mark(self, draw: Draw) -> None:
        assert beside_a_label(draw) == "| 甲 | 〔图〕 | 7 |"

    @pytest.mark.parametrize("draw", [seal, ground, bevel, field(""), lambda canvas: None])
    def test_what_shows_no_figure_leaves_it_empty(self, draw: Draw) -> None:
        assert beside_a_label(draw) == "| 甲 |  | 7 |"

    def test_a_note_upon_a_figure_makes_it_doubtful(self) -> None:
        def both(canvas: Canvas) -> None:
            say("5")(canvas)
            annotation(canvas)

        assert beside_a_label(both) == "| 甲 | 5〔图〕 | 7 |"


def struck_nine(canvas: Canvas) -> None:
    say("9")(canvas)
    canvas.line(139, 348.5, 144.8, 348.5)
    say("3", across=5)(canvas)


def underlined(canvas: Canvas) -> None:
    say("93")(canvas)
    canvas.line(139, 344, 151, 344)


def white_nine(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    say("9")(canvas)
    canvas.setFillGray(0)
    say("3", across=5)(canvas)


def white_on_blue(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0, 0, 1)
    canvas.rect(130, 340, 80, 20, fill=1)
    canvas.setFillGray(1)
    say("93")(canvas)


def nearly_white_nine(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.99, 1, 0.99)
    say("9")(canvas)
    canvas.setFillGray(0)
    say("3", across=5)(canvas)


def black_ink(canvas: Canvas) -> None:
    canvas.setFillColor(CMYKColorSep(0, 0, 0, 1, spotName="Black"))
    say("93")(canvas)


@pytest.mark.parametrize(
    ("draw", "shown"),
    [
        (struck_nine, "~~9~~3"),
        (nearly_white_nine, "3"),
        (black_ink, "93"),
        (underlined, "93"),
        (white_nine, "3"),
        (white_on_blue, "93"),
    ],
)
def test_struck_and_unseen_digits_are_no_part_of_a_figure(draw: Draw, shown: str) -> None:
    assert beside_a_label(draw) == f"| 甲 | {shown} | 7 |"


def cut(left: int, bottom: int, right: int, top: int) -> Draw:
    """Rows of a table, with others below the edge to which the page is cut."""

    def draw(canvas: Canvas) -> None:
        table([["甲", "5"], ["乙", "7"]])(canvas)
        canvas.translate(0, -100)
        table([["丙", "8"], ["丁", "9"]])(canvas)
        canvas.drawString(60, 300, "12")
        canvas.setCropBox((left, bottom, right, top))

    return draw


class TestCutPages:
    WHOLE = "| 甲 | 5 |\n| 乙 | 7 |\n| 丙 | 8 |\n| 丁 | 9 |\n12"

    def test_what_is_cut_off_is_not_read(self) -> None:
        assert pdf(cut(0, 300, 400, 400)) == "| 甲 | 5 |\n| 乙 | 7 |"

    def test_page_numbers_stand_at_the_edge_of_the_cut(self) -> None:
        assert pdf(cut(0, 195, 400, 400)) == self.WHOLE.removesuffix("\n12")

    @pytest.mark.parametrize(
        "box", [(0, 0, 400, 400), (-90, -90, 900, 900), (0, 0, 0, 0), (500, 500, 600, 600)]
    )
    def test_a_cut_without_effect_changes_nothing(self, box: tuple[int, int, int, int]) -> None:
        assert pdf(cut(*box)) == self.WHOLE


def test_large_words_behind_a_table_are_in_no_cell() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 40)
        canvas.drawString(120, 325, "内部")
        canvas.setFont(FONT, 10)
        table([["规章", "5"], ["行政许可", "7"]])(canvas)

    assert pdf(draw).split("\n") == ["| 规章 | 5 |", "| 行政许可 | 7 |", "内部"]
