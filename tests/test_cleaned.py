"""What crawlers, and those who clean or retell what they gather, do to pages."""

from collections.abc import Sequence

import pytest

from generate.applications import APPLICANTS
from gov_disclosure import AnnualReport, Code, Form, parse
from gov_disclosure.forms import tables_of
from gov_disclosure.labels.marks import MARKS

PROACTIVE = "二、主动公开政府信息情况"
APPLICATIONS = "三、收到和处理政府信息公开申请情况"
CHANGES = ("penalties", "change"), ("penalties", "items_last_year")
HEADER = "自然人|法人或其他组织|总计\n商业企业|科研机构|社会公益组织|法律服务机构|其他"


def numbers(report: AnnualReport) -> dict[tuple[str, str], object]:
    """What was read as a number, by row and column."""
    return {(cell.row, cell.column): cell.value for cell in report.cells if cell.value is not None}


def codes(report: AnnualReport) -> set[Code]:
    return {problem.code for problem in report.problems}


def named(figures: Sequence[int], sign: str = "，") -> str:
    return sign.join(f"{name}{n}" for name, n in zip(APPLICANTS, figures, strict=True))


class TestRetoldAsNamesAndValues:
    """A list has a line for each row, with the name of each cell before its figure."""

    FIGURES = (4, 1, 0, 0, 0, 2, 7)

    @pytest.mark.parametrize("between", [" ", "", "-", " > "])
    @pytest.mark.parametrize("sign", ["，", "; ", "、"])
    def test_behind_the_labels_of_groups_around_the_row(self, between: str, sign: str) -> None:
        labels = (
            ("一、本年新收政府信息公开申请数量",),
            ("三、本年度办理结果", "(一)予以公开"),
            ("(三)不予公开", "1.属于国家秘密"),
            ("三、本年度办理结果", "(四)无法提供", "1.本机关不掌握相关政府信息"),
        )
        said = (f"{between.join(label)}：{named(self.FIGURES, sign)}" for label in labels)
        read = numbers(parse("\n".join([APPLICATIONS, *said])))
        assert {row for row, _ in read} == {
            *("new", "granted", "refused.state_secret", "not_provided.not_held")
        }
        assert [read["granted", key] for key in ("natural_person", "other", "total")] == [4, 2, 7]
        assert len(read) == 28

    def test_beneath_the_labels_of_groups_and_row_on_a_line(self) -> None:
        labels = ("(六)其他处理 3.其他", "(五)不予处理 2.重复申请", "四、结转下年度继续办理")
        cells = [f"  {name}: {n}" for name, n in zip(APPLICANTS, self.FIGURES, strict=True)]
        said = ("\n".join([f"{label}:", *cells]) for label in labels)
        read = numbers(parse("\n".join([APPLICATIONS, *said])))
        assert read["other_handling.other", "other"] == 2
        assert read["not_processed.repeated", "total"] == 7
        assert len(read) == 21

    def test_the_last_label_before_a_figure_names_its_column(self) -> None:
        said = (
            f"(六)其他处理 {name}：{n}" for name, n in zip(APPLICANTS, self.FIGURES, strict=True)
        )
        report = parse("\n".join([APPLICATIONS, *said]))
        assert numbers(report)["other_handling", "other"] == 2

    def test_with_blank_lines_between(self) -> None:
        said = ("规章：本年制发件数0，现行有效件数6", "行政许可：本年处理决定数量31")
        read = numbers(parse("\n\n\n".join([PROACTIVE, *said])))
        assert list(read.values()) == [0, 6, 31]

    def test_with_a_line_for_each_name_and_for_the_caption_above(self) -> None:
        said = (
            *("第二十条第(五)项", "- 行政许可", "  - 本年处理决定数量：31"),
            *("第二十条第(六)项", "- 行政处罚", "  - 本年处理决定数量：6"),
            *("第二十条第(八)项", "- 行政事业性收费", "  - 本年收费金额：4"),
        )
        assert [*numbers(parse("\n".join([PROACTIVE, *said]))).values()] == [31, 6, 4]

    def test_words_behind_a_label_may_name_another_row(self) -> None:
        rows = (
            f"一、本年新收政府信息公开申请数量{named(self.FIGURES, '')}",
            f"六其他处理 1.申请人逾期不补正不再处理{named(self.FIGURES, '')}",
        )
        read = numbers(parse("\n".join([APPLICATIONS, *rows])))
        assert "other_handling" not in {row for row, _ in read}

    def test_a_figure_may_go_on_below_where_lines_are_wrapped(self) -> None:
        text = f"{PROACTIVE}\n规章：本年制发件数1，本年废止件数2\n35，现行有效件数8"
        read = numbers(parse(text))
        assert ("rules", "repealed") not in read


class TestMaskedFigures:
    """Cleaners put stars in the place of figures."""

    @pytest.mark.parametrize("stars", ["**", "***", "******", "＊＊＊"])
    @pytest.mark.parametrize("between", ["|", "\t", "  ", " "])
    def test_are_cells_and_no_marks_of_the_label(self, stars: str, between: str) -> None:
        rows = (
            HEADER,
            "一、本年新收政府信息公开申请数量|9|0|3|0|5|12|29",
            "二、上年结转政府信息公开申请数量|1|0|0|0|0|0|1",
            f"(七)总计{f'|{stars}' * 7}",
            "四、结转下年度继续办理|2|0|1|0|0|4|7",
        )
        read = numbers(parse("\n".join([APPLICATIONS, *rows]).replace("|", between)))
        assert not any(row == "total_handled" for row, _ in read)
        assert read["carried_forward", "total"] == 7
        assert len(read) == 21

    def test_stars_around_a_label_are_marks(self) -> None:
        assert [term.key for term in MARKS["** 行政 许可 **"].terms] == ["licensing"]


class TestLostHeaders:
    """Lines that came before were dropped, or the beginning of the text is missing."""

    def test_do_not_hide_that_another_one_has_another_order(self) -> None:
        rows = (
            *("第二十条第(五)项", "信息内容|处理决定数量|本年增/减|上一年项目数量"),
            *("行政许可|31|-2|14", "其他对外管理服务事项|5|1|8"),
            *("第二十条第(六)项", "行政处罚|71|3|26", "行政强制|6|0|9"),
        )
        report = parse("\n".join([PROACTIVE, *rows]))
        read = numbers(report)
        assert read["licensing", "decisions"] == 31
        assert {row for row, _ in read} == {"licensing", "other_services"}
        assert Code.COLUMNS_UNCLEAR in codes(report)

    def test_are_those_of_the_form_if_others_have_its_order(self) -> None:
        rows = (
            *("第二十条第(五)项", "信息内容|上一年项目数量|本年增/减|处理决定数量"),
            *("行政许可|14|-2|31", "其他对外管理服务事项|8|1|5"),
            *("第二十条第(六)项", "行政处罚|26|3|71", "行政强制|9|0|6"),
        )
        assert numbers(parse("\n".join([PROACTIVE, *rows])))["penalties", "decisions"] == 71

    @pytest.mark.parametrize(
        "labels",
        [
            ("处理决定数量指全年办件量", "本年增/减减少填负数", "上一年项目数量指上年事项数"),
            ("处理决定数量", "本年", "上一年"),
        ],
        ids=["without brackets", "cut short"],
    )
    @pytest.mark.parametrize("item", ["", "- "])
    def test_words_may_show_another_order(self, labels: Sequence[str], item: str) -> None:
        cells = (
            "信息内容",
            *labels,
            "行政许可",
            "31",
            "12",
            "14",
            "其他对外管理服务事项",
            "5",
            "1",
            "8",
        )
        assert numbers(parse("\n".join([PROACTIVE, *(item + cell for cell in cells)]))) == {}


@pytest.mark.parametrize(
    "caption",
    ["第20条第{}项", "第20条第({})项", "第二十条第{}项", "第20条({})项", "条例第20条第{}项"],
)
def test_captions_may_have_arabic_digits(caption: str) -> None:
    cells = (
        *(caption.format(1), "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        *("规章", "行政规范性文件", "3", "1", "8"),
        *(caption.format(5), "信息内容", "本年处理决定数量", "行政许可"),
        *(caption.format(6), "信息内容", "本年处理决定数量", "行政处罚", "44", "行政强制", "2"),
    )
    read = numbers(parse("\n".join([PROACTIVE, *cells])))
    assert read["normative_documents", "in_force"] == 8
    assert read["penalties", "decisions"] == 44
    assert ("licensing", "decisions") not in read


@pytest.mark.parametrize("caption", ["第20条第7项", "第21条第5项", "第20条第15项"])
def test_captions_of_other_items_are_none(caption: str) -> None:
    assert MARKS[caption].terms == ()


@pytest.mark.parametrize("gap", [" ", "\u3000", "  ", "\xa0", "\t"])
def test_a_unit_behind_a_label_counts_whatever_stands_before_it(gap: str) -> None:
    rows = ("信息内容|本年收费金额(单位:元)", "行政事业性收费|830000")
    text = "\n".join([PROACTIVE, "第二十条第(八)项", *rows]).replace("|", gap)
    assert numbers(parse(text)) == {("fees", "amount"): 83}


@pytest.mark.parametrize("gap", ["|", "\n", "  "])
@pytest.mark.parametrize(
    ("unit", "amount"), [("元", 83), ("万元", 830_000), ("亿元", 8_300_000_000)]
)
def test_a_unit_may_have_lost_its_brackets(gap: str, unit: str, amount: int) -> None:
    rows = (f"信息内容|采购项目数量|采购总金额{unit}", "政府集中采购|7|830000")
    text = "\n".join([PROACTIVE, "第二十条第(九)项", *rows]).replace("|", gap)
    assert numbers(parse(text))["procurement", "amount"] == amount


def test_equal_gaps_set_no_figure_beneath_a_label() -> None:
    """The empty cells are lost, wherever a figure seems to stand on a screen."""
    rows = (
        *("第二十条 ( 一 ) 项", "信息内容  本年新制作数量  本年新公开数量  对外公开总数量"),
        *("规章", "规范性文件  2"),
        *("第二十条 ( 五 ) 项", "信息内容  上一年项目数量  本年增/减  处理决定数量", "行政许可"),
    )
    assert numbers(parse("\n".join([PROACTIVE, *rows]))) == {}


class TestBars:
    """Each cell has a line of its own, with a bar before it."""

    ROWS = (
        "| 信息内容 \n| 本年制发件数 \n| 本年废止件数 \n| 现行有效件数 |\n| 规章 \n|  \n|  \n|  |\n"
    )

    def test_alone_on_a_line_opens_an_empty_cell(self) -> None:
        rows = (
            *("| 行政规范性文件 ", "|  ", "| 1 ", "|  |", "| 第二十条第(五)项 |", "| 信息内容 "),
            *("| 本年处理决定数量 |", "| 行政许可 ", "| 6 |"),
        )
        read = numbers(parse("\n".join([PROACTIVE, self.ROWS + rows[0], *rows[1:]])))
        assert ("normative_documents", "in_force") not in read

    def test_alone_behind_a_row_that_ends_in_one_is_an_empty_cell_of_that(self) -> None:
        rows = (
            *(
                HEADER.replace("|", " | "),
                "一、本年新收政府信息公开申请数量 | 5 |",
                *"||||",
                "| 5 |",
            ),
            *("二、上年结转政府信息公开申请数量 |", *"|||||", "| 2 |"),
        )
        read = numbers(parse("\n".join([APPLICATIONS, *rows])))
        assert read["new", "natural_person"] == read["new", "total"] == 5
        assert (read["carried_over", "total"], len(read)) == (2, 3)


@pytest.mark.parametrize("lost", [range(0), range(20, 40)], ids=["all rows", "a gap"])
def test_glued_row_numbers_are_known_where_rows_are_lost(lost: range) -> None:
    """The number of each row touches the figure of the one above."""
    (table,) = tables_of(Form.F2014)
    rows = enumerate((row for block in table.blocks for row in block.rows), 1)
    said = [f"{at}{row.label}{row.unit}{31 * at}" for at, row in rows if at not in lost]
    read = numbers(parse(f"政府信息公开情况统计表统计指标单位统计数{''.join(said)}"))
    assert {row for row, _ in read} <= {"meetings.trainees"}


class TestRemarks:
    """Agencies add a column for remarks to the table of 2014."""

    ROWS = (
        *("统计指标|单位|统计数|备注", "一、主动公开情况|——||含下属单位"),
        *("(一)主动公开政府信息数|条|815|", "其中:主动公开规范性文件数|条|6|含下属单位"),
        *("制发规范性文件总数|件|4|", "二、回应解读情况|——||不含街道", "六、举报投诉数量|件|2|"),
    )

    @pytest.mark.parametrize("delimiter", ["|", "\t", "\n", "\n\n"])
    def test_behind_the_dashes_of_a_group_name_no_column(self, delimiter: str) -> None:
        text = "\n".join(self.ROWS).replace("|", delimiter)
        read = numbers(parse(f"政府信息公开情况统计表\n{text}"))
        assert [*read.values()] == [815, 6, 4, 2]


@pytest.mark.parametrize("delimiter", ["|", "\t"])
def test_row_numbers_are_no_rest_of_the_last_figure_above(delimiter: str) -> None:
    """Most rows end in a border, as they have empty cells behind their only figure."""
    rows = (
        *("第二十条第(一)项||||", "序号|信息内容|本年制发件数|本年废止件数|现行有效件数"),
        *("1|规章|0|0|7", "2|行政规范性文件|3|1|12"),
        *("第二十条第(五)项||||", "序号|信息内容|本年处理决定数量||", "3|行政许可|61||"),
        *("第二十条第(六)项||||", "序号|信息内容|本年处理决定数量||"),
        *("4|行政处罚|78||", "5|行政强制|24||"),
    )
    report = parse("\n".join([PROACTIVE, *rows]).replace("|", delimiter))
    assert [*numbers(report).values()] == [0, 0, 7, 3, 1, 12, 61, 78, 24]
    assert not report.problems


@pytest.mark.parametrize("gap", ["|", "\n", "\t", " ", "  ", "\u3000", "："])
def test_pinyin_behind_characters_is_no_part_of_labels(gap: str) -> None:
    """Some mirrors print it behind some characters of some labels."""
    rows = (
        *("第二十条第(五)项(xiàng)", "信息内容|本年处(chǔ)理决定数(shù)量", "行政许可|27"),
        *("第二十条第(六)项", "信息内容|本年处(chǔ)理决定数(shù)量", "行政处(chǔ)罚|8"),
        *("行政强制|3", "第二十条第(八)项(xiàng)", "信息内容|本年收费(fei)金额(单位:万元)"),
        "行政事业性收费(fei)|46",
    )
    text = "\n".join(["二、主动公开政府信息情况", *rows]).replace("|", gap)
    assert [*numbers(parse(text)).values()] == [27, 8, 3, 46]


@pytest.mark.parametrize(
    "stray", ["打印本页", "【关闭】【返回顶部】", "https://www.example.cn/a/1.html"]
)
def test_furniture_of_the_page_is_no_cell_of_a_stack(stray: str) -> None:
    figures = ("5", "4", "0", "0", "1", "0", "10")
    names = ("一、本年新收政府信息公开申请数量", "(一)予以公开", "1.属于国家秘密")
    lines = [line for name in names for line in (name, *figures)]
    lines.insert(12, stray)
    report = parse("\n".join(("三、收到和处理政府信息公开申请情况", *lines)))
    read = [cell.value for cell in report.cells if cell.value is not None]
    assert read == [5, 4, 0, 0, 1, 0, 10] * 3


@pytest.mark.parametrize("name", ["浏览次数", "微博", "石桥县人民政府门户网站", "[图片]"])
def test_what_may_name_a_figure_keeps_it_from_the_row_above(name: str) -> None:
    lines = ("信息内容", "本年处理决定数量", "行政处罚", "3", "行政强制", name, "358")
    report = parse("\n".join(("二、主动公开政府信息情况", *lines)))
    assert not [c for c in report.cells if c.row == "coercive_measures" and c.value is not None]
