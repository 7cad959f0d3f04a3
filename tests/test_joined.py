"""What tools leave that join all lines of a page, or drop what parts its cells."""

from collections.abc import Mapping, Sequence
from itertools import chain

import pytest

from generate.applications import HEADER, HEADING
from gov_disclosure import AnnualReport, Kind, Origin, parse
from gov_disclosure.declare import Form
from gov_disclosure.forms import tables_of

TITLE = "甲镇2023年政府信息公开工作年度报告"
NEW = "一、本年新收政府信息公开申请数量"
CARRIED_OVER = "二、上年结转政府信息公开申请数量"
GRANTED = "三、本年度办理结果(一)予以公开"
PARTIAL = "(二)部分公开(区分处理的,只计这一情形,不计其他情形)"
NOT_HELD = "三、本年度办理结果(四)无法提供1.本机关不掌握相关政府信息"
CREATION = "2.没有现成信息需要另行制作"
UNPAID = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
HANDLED = "(七)总计"
FORWARD = "四、结转下年度继续办理"
OUTCOMES = "结果维持结果纠正其他结果尚未审结总计"
CASES = f"行政复议行政诉讼{OUTCOMES}未经复议直接起诉复议后起诉{OUTCOMES * 2}"
PROACTIVE = (
    "第二十条第(一)项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件77132470"
    "第二十条第(五)项信息内容本年处理决定数量行政许可2629"
    "第二十条第(六)项信息内容本年处理决定数量行政处罚1330行政强制54"
    "第二十条第(八)项信息内容本年收费金额(单位:万元)行政事业性收费59.5"
)
SECTIONS = {
    "一、总体情况": "2023年,本镇主动公开政府信息29条。收到政府信息公开申请74件,都已办结。",
    "二、主动公开政府信息情况": PROACTIVE,
    "四、政府信息公开行政复议、行政诉讼情况": f"{CASES}253803633006300032",
    "五、存在的主要问题及改进情况": "人手不足。2024年,本镇将加强培训。",
    "六、其他需要报告的事项": "无收取信息处理费的情况。",
}
JOINED = f"{TITLE}\n本报告根据条例编制。" + "".join(chain.from_iterable(SECTIONS.items()))


def read(report: AnnualReport) -> Mapping[str, Sequence[int]]:
    """The numbers that are read in each row, as far as it has any."""
    found: dict[str, list[int]] = {}
    for cell in report.cells:
        if cell.kind is Kind.NUMBER:
            found.setdefault(cell.row, []).append(int(cell.value or 0))
    return found


def applications(*rows: str) -> Mapping[str, Sequence[int]]:
    return read(parse(f"{HEADING}\n{''.join(HEADER)}{''.join(rows)}\n五、存在的主要问题\n无。"))


def whole_table(total: int) -> Mapping[str, Sequence[str]]:
    """The figures of every row, 12 of them granted, with that total of theirs."""
    table = next(table for table in tables_of(Form.F2021) if table.key == "applications")
    counts = {"granted": 12, "partially_granted": 3, "total_handled": 15, "new": 15}
    rows = {row.key: str(counts.get(row.key, 0)) for row in table.blocks[0].rows}
    return {
        GRANTED if row.key == "granted" else row.label: [
            rows[row.key],
            *"00000",
            str(total) if row.key == "granted" else rows[row.key],
        ]
        for row in table.blocks[0].rows
    }


def proceedings(figures: str) -> AnnualReport:
    return parse(
        f"四、政府信息公开行政复议、行政诉讼情况\n{CASES}{figures}\n五、存在的主要问题\n无。"
    )


class TestHeadingsInTheMidstOfALine:
    def test_begin_and_end_sections(self) -> None:
        found = {s.heading: s.text for s in parse(JOINED).sections if s.heading}
        assert found.keys() == SECTIONS.keys()
        prose = [heading for heading, said in SECTIONS.items() if said.endswith("。")]
        assert all(found[heading] == SECTIONS[heading] for heading in prose)

    def test_part_the_tables(self) -> None:
        report = parse(JOINED)
        assert read(report)["penalties"] == [1330]
        assert str(report.cell("proactive", "fees", "amount").value) == "59.5"
        assert read(report)["rules"] == [0, 0, 0]

    @pytest.mark.parametrize("links", ["首页 | 政务公开 | 年报 ", "首页\t政务公开\t"])
    def test_are_found_behind_the_links_of_a_page(self, links: str) -> None:
        assert read(parse(links + JOINED)) == read(parse(JOINED))

    def test_are_cells_where_the_border_of_one_stands_beside_them(self) -> None:
        cells = JOINED.replace("三、收到", "| 三、收到")
        assert not [section for section in parse(cells).sections if section.key == "applications"]

    def test_are_found_before_a_short_sentence(self) -> None:
        lines = (TITLE, "五、存在的主要问题及改进情况 人手不足。", "六、其他需要报告的事项：无。")
        found = {s.key: s.text for s in parse("\n".join(lines)).sections if s.heading}
        assert found == {"problems": "人手不足。", "other_matters": "无。"}

    @pytest.mark.parametrize("between", ["", " "])
    def test_may_be_worded_freely(self, between: str) -> None:
        said = {
            "二、主动公开政府信息情况": "公开29条。",
            "三、依申请公开工作情况": "未收到。",
            "四、收费及减免情况": "无。",
        }
        joined = "".join(f"{heading}{between}{words}" for heading, words in said.items())
        sections = parse(f"{TITLE}\n本报告根据条例编制,共四个部分。{joined}").sections
        assert {s.heading: s.text for s in sections if s.heading} == said

    def test_are_no_end_of_others_that_are_no_words_of_a_report(self) -> None:
        said = "二、主动公开政府信息情况公开29条。三、对策一览表略。"
        sections = parse(f"{TITLE}\n本报告根据条例编制,共四个部分。{said}").sections
        assert not [section for section in sections if section.key == "proactive"]

    def test_are_found_behind_the_title(self) -> None:
        sections = parse(f"{TITLE} 一、总体情况 我镇按时编写了报告，没有收到申请。").sections
        assert [s.text for s in sections if s.key == "overview"] == [
            "我镇按时编写了报告，没有收到申请。"
        ]

    def test_are_the_same_in_traditional_characters(self) -> None:
        joined = JOINED.replace("一、总体情况", "一、總體情況").replace("问题及改进", "問題及改進")
        assert [s.key for s in parse(joined).sections] == [s.key for s in parse(JOINED).sections]
        own = "如下： 一、政府信息主動公開情況 2021年公開29條。 二、收費和減免情況 本年度沒有。"
        found = [s.heading for s in parse(f"{TITLE}\n本報告根據條例編制，{own}").sections[1:]]
        assert found == ["一、政府信息主動公開情況", "二、收費和減免情況"]

    def test_give_no_figure_that_sums_do_not_place(self) -> None:
        report = parse(JOINED)
        assert "normative_documents" not in read(report)
        assert [p.raw for p in report.problems if p.row == "normative_documents"] == [("77132470",)]

    @pytest.mark.parametrize(
        "said",
        [
            f"本报告分为{'、'.join(heading[2:] for heading in SECTIONS)}五个部分,特此说明。",
            f"目录 {' '.join(SECTIONS)} 以下是本镇2023年的报告全文,请各位指正,并提出意见。",
            "本镇收到的申请详见“三、收到和处理政府信息公开申请情况”,其余各项工作情况都见于下文各个部分,请查阅。",
        ],
        ids=["named", "listed", "quoted"],
    )
    def test_are_none_where_they_are_only_spoken_of(self, said: str) -> None:
        assert not [s for s in parse(f"{TITLE}\n{said}").sections if s.heading]


class TestFiguresThatTouch:
    def test_are_parted_where_blanks_stand_between_some(self) -> None:
        rows = applications(
            f"{NEW}230 000023{CARRIED_OVER}0000000{GRANTED}130000013{PARTIAL}300000 3",
            f"{NOT_HELD}5000005{CREATION}0000000{UNPAID} 2000002",
            f"{HANDLED}23 0 00 0 023{FORWARD} 0 0 00 00 0 ",
        )
        assert rows["new"] == rows["total_handled"] == [23, 0, 0, 0, 0, 0, 23]
        assert rows["partially_granted"] == [3, 0, 0, 0, 0, 0, 3]
        assert rows["other_handling.overdue_fee"] == [2, 0, 0, 0, 0, 0, 2]
        assert rows["carried_forward"] == [0] * 7

    def test_stand_behind_a_row_below_the_label_of_its_group(self) -> None:
        rows = applications(f"{NEW}5000005{NOT_HELD}5000005{CREATION}0000000")
        assert rows["not_provided.not_held"] == [5, 0, 0, 0, 0, 0, 5]
        assert rows["not_provided.requires_creation"] == [0] * 7

    def test_are_no_part_that_is_greater_than_its_whole(self) -> None:
        """The row adds up as 1, 20 and 21, but 12 was printed, and its sum the wrong way round."""
        rows = applications(f"{GRANTED}120000021{HANDLED}120000012")
        assert "granted" not in rows
        assert rows["total_handled"] == [12, 0, 0, 0, 0, 0, 12]

    @pytest.mark.parametrize(
        ("granted", "told"), [("35 40 1 11 40 40 167", 1), ("3 4 1 1 2 1 12", 5)]
    )
    def test_may_be_greater_than_a_whole_that_is_exceeded_anyway(
        self, granted: str, told: int
    ) -> None:
        """Six figures for seven cells: which is empty, a total tells only where it can be one."""
        lines = (
            f"{GRANTED} {granted}",
            f"{UNPAID} 12 24 5 28 29 98",
            f"{HANDLED} 13 29 20 9 39 32 142",
        )
        row = applications(*(f"{line}\n" for line in lines))["other_handling.overdue_fee"]
        assert len([value for value in row if value is not None]) == told

    def test_stay_open_where_sums_leave_several_ways(self) -> None:
        rows = applications(f"{NEW}330000 033{CARRIED_OVER}0000000{GRANTED}1000001{PARTIAL}2000002")
        assert rows.get("new", [])[-1:] in ([], [33])
        assert len(rows.get("new", [])) < 7

    @pytest.mark.parametrize("blank", ["", " "], ids=["all touch", "one row does"])
    @pytest.mark.parametrize("total", [12, 21], ids=["printed right", "digits swapped"])
    def test_stay_open_where_a_sum_down_a_column_holds_better_with_others(
        self, blank: str, total: int
    ) -> None:
        table = whole_table(total)
        figures = {label: blank.join(some) for label, some in table.items()}
        figures[GRANTED] = "".join(table[GRANTED])
        rows = applications(*(f"{label}{some}{blank}" for label, some in figures.items()))
        read_so = {12: [12, 0, 0, 0, 0, 0, 12], 21: None}
        assert rows.get("granted") == read_so[total]
        assert rows["partially_granted"] == [3, 0, 0, 0, 0, 0, 3]
        assert rows["total_handled"] == [15, 0, 0, 0, 0, 0, 15]

    def test_are_told_by_all_other_rows_where_their_own_sum_leaves_two_ways(self) -> None:
        """It holds with 0, 10, 1 and with 0, 1, 0, 10: the sums down the columns tell."""
        table = {**whole_table(12), GRANTED: ["0", "10", "10", "0", "0", "11"]}
        table[NEW] = table[HANDLED] = ["3", "10", "1", "0", "0", "0", "14"]
        rows = applications(*(f"{label} {' '.join(some)}\n" for label, some in table.items()))
        assert rows["granted"] == [0, 10, 1, 0, 0, 0, 11]

    @pytest.mark.parametrize("blank", ["", " "], ids=["touching the label", "behind a blank"])
    def test_are_parted_in_a_line_of_all_rows(self, blank: str) -> None:
        report = proceedings(f"{blank}25380363300630003")
        assert [cell.value for cell in report.cells if cell.table == "proceedings"] == [
            *(25, 3, 8, 0, 36),
            *(3, 3, 0, 0, 6),
            *(3, 0, 0, 0, 3),
        ]
        assert report.cell("proceedings", "review", "upheld").origin is Origin.INFERRED

    @pytest.mark.parametrize("figures", ["11", "10203120001200000", "1111111111111111"])
    def test_in_a_line_of_all_rows_are_told_if_they_stay_open(self, figures: str) -> None:
        report = proceedings(figures)
        assert [p.code for p in report.problems if p.raw] == ["unplaced-value"]
        assert len([cell for cell in report.cells if cell.kind is Kind.NUMBER]) < len(figures)

    @pytest.mark.parametrize(
        "figures",
        [
            "10001302015" + "01013" + "14",
            "30205" + "210231720" + "336",
        ],
        ids=["with two digits", "among others"],
    )
    def test_in_a_line_of_all_rows_stay_open_if_one_sum_is_misprinted(self, figures: str) -> None:
        assert not read(proceedings(figures))

    def test_need_no_label_beneath_their_heading_if_all_stand_on_one_line(self) -> None:
        figures = " | ".join("010340000010012")
        lines = ("四、政府信息公开行政复议、行政诉讼情况", f"| {figures} |", "五、存在的主要问题")
        report = parse("\n".join(lines))
        assert report.cell("proceedings", "review", "total").value == 4
        told = parse("\n".join(lines).replace("| 4 |", "| 5 |"))
        assert not read(told)

    def test_are_no_page_number_below_a_header(self) -> None:
        assert not read(proceedings(" 7"))

    def test_are_read_on_a_long_line_with_few_of_them(self) -> None:
        assert applications(NEW, "1", CARRIED_OVER, GRANTED, PARTIAL, NOT_HELD, UNPAID) is not None
        report = parse(f"二、主动公开政府信息情况\n{PROACTIVE}")
        assert read(report)["licensing"] == [2629]


def test_a_year_before_prose_is_no_figure() -> None:
    lines = (HEADING, "2023 年,本镇只收到下列申请。", " ".join(HEADER), f"{NEW} 5 4 0 0 1 0 10")
    assert {problem.code for problem in parse("\n".join(lines)).problems} == {"form-unclear"}
    assert read(parse("\n".join(lines)))["new"] == [5, 4, 0, 0, 1, 0, 10]


def test_a_row_as_wide_as_its_table_needs_no_heading_above_it() -> None:
    rows = read(
        parse(f"第9页\n{FORWARD} 1 0 0 0 0 0 1\n四、政府信息公开行政复议、行政诉讼情况\n无。")
    )
    assert rows["carried_forward"] == [1, 0, 0, 0, 0, 0, 1]


@pytest.mark.parametrize("page", ["Page 8 - ", "P.12 | ", "第3页-"])
def test_the_number_of_a_page_is_no_part_of_a_title(page: str) -> None:
    report = parse(f"{page}{TITLE}\n一、总体情况\n无。")
    assert (report.agency, report.year, report.title) == ("甲镇", 2023, TITLE)


class TestTextsThatEndInATable:
    ROWS = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "规章", "0", "0", "0")
    HEADED = ("二、主动公开政府信息情况", "第二十条第(一)项", *ROWS)

    @pytest.mark.parametrize("parted", ["\n", "\n|\n", "\n\n"])
    def test_have_no_value_in_the_label_that_they_break_off_in(self, parted: str) -> None:
        report = parse(parted.join((*self.HEADED, "行政规范性文件", "9", "7", "20", "第二十条第(")))
        assert read(report) == {"rules": [0, 0, 0], "normative_documents": [9, 7, 20]}
        assert report.problems == ()

    @pytest.mark.parametrize("parted", ["\n", "\n|\n"])
    def test_show_nothing_of_the_row_that_they_break_off_in(self, parted: str) -> None:
        report = parse(parted.join((*self.HEADED, "行政规范性文件")))
        assert report.cell("proactive", "normative_documents", "issued").kind is Kind.MISSING


class TestRepeatedLinesThatWereDropped:
    WHOLE = (
        "二、主动公开政府信息情况",
        *("第二十条第(一)项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        *("规章", "3", "0", "8", "行政规范性文件", "5", "0", "14"),
        *("第二十条第(五)项", "信息内容", "本年处理决定数量", "行政许可", "26"),
        *("第二十条第(六)项", "信息内容", "本年处理决定数量", "行政处罚", "0", "行政强制", "2"),
    )

    def test_are_no_empty_cells_and_it_is_told(self) -> None:
        report = parse("\n".join(dict.fromkeys(self.WHOLE)))
        assert report.cell("proactive", "penalties", "decisions").kind is Kind.MISSING
        assert report.cell("proactive", "licensing", "decisions").value == 26
        assert "repeats-dropped" in [problem.code for problem in report.problems]

    def test_are_not_suspected_where_lines_repeat(self) -> None:
        blank = [line for line in self.WHOLE if line != "0"]
        report = parse("\n".join(blank))
        assert report.cell("proactive", "penalties", "decisions").kind is Kind.BLANK
        assert "repeats-dropped" not in [problem.code for problem in report.problems]


class TestRowsRightBelowTheirLabelsWhereLinesWereDropped:
    """They are certain if the next row follows, and all figures beside are told whose they are."""

    HEADING = "二、主动公开政府信息情况"
    NAMES = ("规章", "行政规范性文件")
    MADE = ("本年新制作数量", "本年新公开数量", "对外公开总数量")
    COUNTED = ("上一年项目数量", "本年增/减", "处理决定数量")
    FEES = ("第二十条第(九)项", "信息内容", "采购项目数量", "采购总金额")
    END = "三、收到和处理政府信息公开申请情况"
    ROWS: Mapping[str, Sequence[str]] = {
        "规章": ("0", "0", "0"),
        "规范性文件": ("0", "0", "0"),
        "行政许可": ("6", "减3", "3"),
        "其他对外管理服务事项": ("0", "0", "0"),
        "行政处罚": ("7", "8", "9"),
        "行政强制": ("0", "0", "0"),
        "政府集中采购": ("4", "0.37万元"),
    }
    KEYS: Mapping[str, str] = {
        "行政许可": "licensing",
        "行政处罚": "penalties",
        "政府集中采购": "procurement",
    }

    def read(
        self, above: Sequence[str], rows: Mapping[str, Sequence[str]], *, before: bool = False
    ) -> Mapping[str, Sequence[str]]:
        """The figures as they are printed, by row, of a text of which repeated lines are dropped.

        They stand behind their labels, or before them.
        """
        lines = [*above, self.HEADING]
        for label, figures in rows.items():
            match label:
                case "规章":
                    lines += ["第二十条第(一)项", "信息内容", *self.MADE]
                case "行政许可":
                    lines += ["第二十条第(五)项", "信息内容", *self.COUNTED]
                case "行政处罚":
                    lines += ["第二十条第(六)项", "信息内容", *self.COUNTED]
                case "政府集中采购":
                    lines += self.FEES
            lines += [*figures, label] if before else [label, *figures]
        found: dict[str, list[str]] = {}
        for cell in parse("\n".join(dict.fromkeys([*lines, self.END]))).cells:
            if cell.kind is Kind.NUMBER:
                found.setdefault(cell.row, []).append(cell.raw)
        return found

    def figures(self, *labels: str) -> Mapping[str, Sequence[str]]:
        return {self.KEYS[label]: [*self.ROWS[label]] for label in labels}

    def test_are_read(self) -> None:
        assert self.read(self.NAMES, self.ROWS) == self.figures(*self.KEYS)

    @pytest.mark.parametrize("label", [label for label in ROWS if label != "规章"])
    def test_are_open_if_labels_behind_them_may_be_dropped(self, label: str) -> None:
        for kept in range(4):
            figures = ("0",) * (3 - kept) + ("31", "32", "33")[:kept]
            rows = {**self.ROWS, label: figures}
            read = self.read((*self.NAMES, label), rows)
            whole = {
                self.KEYS[row]: [*figures] for row, figures in rows.items() if row in self.KEYS
            }
            assert read.items() <= {**whole, "coercive_measures": [*rows["行政强制"]]}.items()

    @pytest.mark.parametrize("count", [1, 2, 3])
    def test_are_open_if_rows_that_no_form_has_may_have_lost_their_labels(self, count: int) -> None:
        for label in ("行政许可", "其他对外管理服务事项"):
            own = ("0",) * count + self.ROWS[label][count:]
            figures = ("31", "32", "33")[:count]
            rows = {**self.ROWS, label: own}
            at = 1 + list(rows).index(label)
            items = list(rows.items())
            sub = dict([*items[:at], ("行政检查", figures), *items[at:]])
            read = self.read((*self.NAMES, "行政检查"), sub)
            assert read.items() <= self.figures("行政处罚", "政府集中采购").items()

    def test_are_open_if_figures_may_stand_before_their_labels(self) -> None:
        assert not self.read(self.NAMES, self.ROWS, before=True)
        zeros = {**self.ROWS, "行政许可": ("0", "0", "0"), "其他对外管理服务事项": ("6", "5", "3")}
        assert not self.read(self.NAMES, zeros, before=True)

    def test_are_open_if_other_figures_stand_outside_of_rows(self) -> None:
        lines = (*self.NAMES, self.HEADING, "第二十条第(五)项", "信息内容", *self.COUNTED)
        row = ("行政许可", "6", "减3", "3", "其他对外管理服务事项")
        assert not read(parse("\n".join((*lines, "99", *row, *self.FEES[2:], "政府集中采购"))))


@pytest.mark.parametrize("dash", ["——", "—", "–"])
def test_a_label_may_begin_right_behind_the_dash_of_a_heading(dash: str) -> None:
    heading = f"九、政府信息公开会议和培训情况{dash}"
    rows = ("(一)召开政府信息公开工作会议或专题会议数次66", "(二)举办各类培训班数次4")
    line = "".join(("统计指标单位统计数六、举报投诉数量件4", heading, *rows))
    report = parse(f"政府信息公开情况统计表\n{line}")
    read = {cell.row: cell.value for cell in report.cells if cell.value is not None}
    assert read == {"complaints": 4, "meetings.meetings": 66, "meetings.training_sessions": 4}


NUMBERED = ["1.政府公报公开政府信息数", "2.政府网站公开政府信息数", "3.政务微博公开政府信息数"]
NUMBERED += ["4.政务微信公开政府信息数", "5.其他方式公开政府信息数"]


@pytest.mark.parametrize("figures", [("8", "", "3", "", "5"), ("8", "1", "3", "0", "5")])
@pytest.mark.parametrize("head", ["统计指标 单位 统计数", "序号 统计指标 单位 统计数"])
def test_numbers_of_rows_along_a_line_are_no_figures(head: str, figures: tuple[str, ...]) -> None:
    rows = (
        f"{at} {label} 条 {figure}"
        for at, (label, figure) in enumerate(zip(NUMBERED, figures, strict=True), 1)
    )
    report = parse(" ".join(" ".join((head, *rows)).split()))
    told = {cell.value for cell in report.cells if cell.value is not None}
    assert told == {int(figure) for figure in figures if figure}


CHANNELS = (
    *("1.政府公报公开政府信息数", "2.政府网站公开政府信息数", "3.政务微博公开政府信息数"),
    *("4.政务微信公开政府信息数", "5.其他方式公开政府信息数"),
)
ROWS_OF_2014 = (
    *("制发规范性文件总数", *CHANNELS, "1.参加或举办新闻发布会总次数"),
    *("2.政府网站在线访谈次数", "3.政策解读稿件发布数", "4.微博微信回应事件数"),
)


@pytest.mark.parametrize("first", [2, 9])
def test_figures_that_run_into_the_numbers_of_rows_are_left_open(first: int) -> None:
    """Whether 6243 is 624 and the third row, nobody can tell; so it is in all rows alike."""
    figures = (624, 12, 7, 3, 5, 41, 16, 9, 4, 30)
    rows = [f"{label}件{figure}" for label, figure in zip(ROWS_OF_2014, figures, strict=True)]
    header = f"{TITLE}\n政府信息公开情况统计表序号统计指标单位统计数"
    numbered = "".join(f"{at}{row}" for at, row in enumerate(rows, first))
    told = [cell.value for cell in parse(header + numbered).cells if cell.value is not None]
    assert told == [30], "no number stands behind the last one"
    read = parse(f"{TITLE}\n政府信息公开情况统计表统计指标单位统计数" + "".join(rows)).cells
    assert {cell.value for cell in read if cell.value is not None} >= {624, 12}


def cases(figures: str) -> AnnualReport:
    head = f"四、政府信息公开行政复议、行政诉讼情况\n行政复议行政诉讼\n{CASES[8:]}"
    return parse(f"{TITLE}\n{head}\n{figures}\n五、存在的主要问题及改进情况\n无。")


def test_as_many_zeros_as_a_table_has_cells_are_one_for_each() -> None:
    """No figure but 0 begins with a zero."""
    told = [cell.value for cell in cases("0" * 15).cells if cell.table == "proceedings"]
    assert told == [0] * 15


@pytest.mark.parametrize("figures", ["0" * 16, "0" * 14, "100010000000000", "2010203"])
def test_other_digits_that_ran_together_are_lost_but_said(figures: str) -> None:
    report = cases(figures)
    assert not any(cell.value is not None for cell in report.cells)
    assert "unread-rows" in {problem.code for problem in report.problems}
