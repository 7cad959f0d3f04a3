"""Word files: what their text looks like decides what it says, and odd packages are read too."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from gov_disclosure.inputs.docx import text_of_docx

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(**targets: str) -> str:
    """The relations of a part: the target of each of some kinds."""
    each = "".join(
        f'<Relationship Id="{kind}" Type="{RELATED}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def word(body: str, parts: Mapping[str, str] | None = None, **related: str) -> bytes:
    """A Word file with this body, and with parts that its document relates to."""
    stream = io.BytesIO()
    document = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("_rels/.rels", relations(officeDocument="word/document.xml"))
        archive.writestr("word/document.xml", document)
        archive.writestr("word/_rels/document.xml.rels", relations(**related))
        for name, part in (parts or {}).items():
            archive.writestr(f"word/{name}", part)
    return stream.getvalue()


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


def p(*runs: str, look: str = "") -> str:
    return f"<w:p><w:pPr>{look}</w:pPr>{''.join(runs)}</w:p>"


def cell(*content: str, look: str = "") -> str:
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{''.join(content)}</w:tc>"


def row(*cells: str, look: str = "") -> str:
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def beside_a_label(content: str) -> str:
    labels = cell(p(run("规章")))
    return f"<w:tbl>{row(labels, cell(content))}{row(labels, cell(p(run('7'))))}</w:tbl>"


def read_in_cell(content: str, parts: Mapping[str, str] | None = None, **related: str) -> str:
    """What is drawn of a cell with this content."""
    first = text_of_docx(word(beside_a_label(content), parts, **related)).split("\n")[0]
    return first.removeprefix("| 规章 | ").removesuffix(" |")


def style(look: str, kind: str = "character", name: str = "X", based: str = "") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    properties = f"<w:rPr>{look}</w:rPr>"
    return f'<w:style w:type="{kind}" w:styleId="{name}">{on}{properties}</w:style>'


def read_with_styles(content: str, *styles: str) -> str:
    part = f"<w:styles {SPACES}>{''.join(styles)}</w:styles>"
    return read_in_cell(content, {"styles.xml": part}, styles="styles.xml")


OF_STYLE = '<w:rStyle w:val="X"/>'
VANISH, STRIKE, RAISED = "<w:vanish/>", "<w:strike/>", '<w:vertAlign w:val="superscript"/>'


class TestLooks:
    def test_hidden_text_is_left_out(self) -> None:
        assert read_in_cell(p(run("9", VANISH), run("3"))) == "3"
        assert read_in_cell(p(run("9", VANISH))) == ""
        assert read_in_cell(p(run("3", '<w:vanish w:val="0"/>'))) == "3"

    @pytest.mark.parametrize(
        ("look", "shown"), [(VANISH, "3"), (STRIKE, "~~9~~ 3"), (RAISED, "⁹3")]
    )
    def test_a_style_looks_as_what_it_sets(self, look: str, shown: str) -> None:
        marked = p(run("9", OF_STYLE), run("3"))
        assert read_with_styles(marked, style(look)) == shown
        assert read_with_styles(marked, style(look, name="Y"), style("", based="Y")) == shown

    def test_so_does_that_of_a_paragraph(self) -> None:
        hidden = p(run("9"), look='<w:pStyle w:val="X"/>')
        shown = p(run("3"), look='<w:pStyle w:val="X"/>').replace("<w:rPr>", "<w:rPr>" + VANISH)
        shown = shown.replace("<w:vanish/>", '<w:vanish w:val="0"/>')
        assert read_with_styles(hidden + shown, style(VANISH, "paragraph")) == "3"

    def test_styles_that_are_based_on_each_other_do_no_harm(self) -> None:
        styles = style(STRIKE, based="Y"), style("", name="Y", based="X")
        assert read_with_styles(p(run("9", OF_STYLE)), *styles) == "~~9~~"

    def test_text_higher_than_its_line_is_raised(self) -> None:
        higher = '<w:position w:val="10"/>'
        assert read_in_cell(p(run("3"), run("1", higher))) == "3¹"
        assert read_in_cell(p(run("31", higher))) == "31"

    def test_white_digits_are_seen_on_a_ground_only(self) -> None:
        white = '<w:color w:val="FFFFFF"/>'
        assert read_in_cell(p(run("9", white), run("3"))) == "~~9~~ 3"
        assert read_in_cell(p(run("93", f'{white}<w:shd w:fill="000000"/>'))) == "93"
        assert read_in_cell(p(run("93", f'{white}<w:highlight w:val="blue"/>'))) == "93"
        assert read_in_cell(p(run("无", white))) == "无"

    @pytest.mark.parametrize(
        "look", ['<w:color w:val="FEFEFE"/>', '<w:sz w:val="2"/>', '<w:sz w:val="5"/>']
    )
    def test_nearly_white_and_tiny_digits_are_not_seen(self, look: str) -> None:
        assert read_in_cell(p(run("9", look), run("3"))) == "~~9~~ 3"

    def test_much_smaller_digits_are_no_part_of_a_figure(self) -> None:
        sized = [f'<w:sz w:val="{size}"/>' for size in (24, 10)]
        assert read_in_cell(p(run("3", sized[0]), run("1", sized[1]))) == "3 1"
        assert read_in_cell(p(run("3", sized[0]), run("件", sized[1]))) == "3件"
        assert read_in_cell(p(run("31", sized[1]))) == "31"

    def test_rows_without_height_are_left_out(self) -> None:
        rows = [row(cell(p(run("规章"))), cell(p(run(said)))) for said in "39"]
        low = rows[1].replace("<w:trPr>", '<w:trPr><w:trHeight w:val="10" w:hRule="exact"/>')
        assert text_of_docx(word(f"<w:tbl>{rows[0]}{low}</w:tbl>")) == "| 规章 | 3 |"
        least = low.replace("exact", "atLeast")
        assert text_of_docx(word(f"<w:tbl>{least}</w:tbl>")) == "| 规章 | 9 |"

    def test_hidden_rows_are_left_out(self) -> None:
        rows = [row(cell(p(run("规章"))), cell(p(run(said)))) for said in "39"]
        hidden = rows[1].replace("<w:trPr>", "<w:trPr><w:hidden/>")
        assert text_of_docx(word(f"<w:tbl>{rows[0]}{hidden}</w:tbl>")) == "| 规章 | 3 |"


def alternatives(content: str, other: str = "") -> str:
    both = f"<mc:Choice>{content}</mc:Choice><mc:Fallback>{other or content}</mc:Fallback>"
    return f"<mc:AlternateContent>{both}</mc:AlternateContent>"


class TestAlternatives:
    @pytest.mark.parametrize(
        "content",
        [
            p(alternatives(run("3"))),
            p(f"<w:r>{alternatives('<w:t>3</w:t>')}</w:r>"),
            alternatives(p(run("3"))),
            p(alternatives(run("3"), run("9"))),
        ],
    )
    def test_the_first_is_read(self, content: str) -> None:
        assert read_in_cell(content) == "3"

    def test_so_is_a_table(self) -> None:
        body = alternatives(beside_a_label(p(run("3"))))
        assert text_of_docx(word(body)) == "| 规章 | 3 |\n| 规章 | 7 |"


def turn(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(said: str) -> str:
    return f"<w:r><w:instrText>{said}</w:instrText></w:r>"


def field(said: str, result: str = "") -> str:
    shown = turn("separate") + run(result) if result else ""
    return turn("begin") + code(said) + shown + turn("end")


class TestFields:
    def test_their_results_are_read(self) -> None:
        assert read_in_cell(p(field("PAGE", "3"))) == "3"

    def test_those_within_the_code_of_another_are_not(self) -> None:
        nested = code("IF ") + field("MERGEFIELD a", "7") + code(" = 7 3 0")
        whole = turn("begin") + nested + turn("separate") + run("3") + turn("end")
        assert read_in_cell(p(whole)) == "3"

    @pytest.mark.parametrize(
        "content",
        [field("=SUM(ABOVE)"), field(r"EQ \o(○,3)"), '<w:fldSimple w:instr="=SUM(ABOVE)"/>'],
    )
    def test_without_a_result_they_may_show_any_figure(self, content: str) -> None:
        assert read_in_cell(p(content)) == "〔图〕"

    def test_equations_are_drawn_from_their_code(self) -> None:
        drawn = turn("begin") + code("EQ a") + turn("separate") + turn("end")
        assert read_in_cell(p(drawn)) == "〔图〕"

    def test_entries_of_an_index_show_nothing(self) -> None:
        assert read_in_cell(p(field('XE "规章"'))) == ""


NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


class TestWhatIsNoText:
    @pytest.mark.parametrize(
        "content",
        [
            p("<w:r><w:contentPart/></w:r>"),
            p(look=NUMBERED),
            '<w:altChunk r:id="missing"/><w:p/>',
        ],
    )
    def test_it_has_a_mark(self, content: str) -> None:
        assert read_in_cell(content) == "〔图〕"

    def test_a_list_without_a_number_shows_nothing(self) -> None:
        assert read_in_cell(p(look=NUMBERED.replace('"1"', '"0"'))) == ""

    def test_a_picture_is_drawn_in_a_row_without_label_below_a_header(self) -> None:
        picture = cell(p("<w:r><w:drawing/></w:r>"))
        header = row(*(cell(p(run(label))) for label in ("维持", "纠正")))
        for other in (p(run("0")), p("<w:r><w:drawing/></w:r>")):
            drawn = text_of_docx(word(f"<w:tbl>{header}{row(picture, cell(other))}</w:tbl>"))
            assert drawn.split("\n")[1].startswith("| 〔图〕 | ")

    def test_the_text_that_has_a_reading_above_it_is_read(self) -> None:
        ruby = f"<w:rt>{run('san')}</w:rt><w:rubyBase>{run('3')}</w:rubyBase>"
        assert read_in_cell(p(f"<w:r><w:ruby>{ruby}</w:ruby></w:r>")) == "3"


PAGE = "<p>甲</p><table><tr><td>规章<td>3<tr><td>行政许可<td>7</table>"
MAIL = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
PART = "--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"


class TestPackages:
    @pytest.mark.parametrize("page", [PAGE, f"{MAIL}{PART}{PAGE}\n--x--\n"])
    def test_an_inserted_page_is_read(self, page: str) -> None:
        data = word('<w:altChunk r:id="aFChunk"/>', {"a.part": page}, aFChunk="a.part")
        assert text_of_docx(data) == "甲\n| 规章 | 3 |\n| 行政许可 | 7 |"

    @pytest.mark.parametrize("target", ["../NULL", "media/image1.png"])
    def test_parts_that_are_not_there_do_no_harm(self, target: str) -> None:
        assert text_of_docx(word(p(run("3")), image=target, styles=target)) == "3"

    def test_neither_does_another_type_of_content(self) -> None:
        """A template, and a file that names no types at all, are read as documents."""
        assert text_of_docx(word(p(run("3")))) == "3"

    def test_strict_files_are_read(self) -> None:
        """Word saves them with other namespaces."""
        stream = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(word(p(run("3"))))) as old,
            zipfile.ZipFile(stream, "w") as new,
        ):
            for name in old.namelist():
                part = old.read(name).replace(
                    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                )
                new.writestr(name, part)
        assert text_of_docx(stream.getvalue()) == "3"
