"""What a report says of itself, however it is spelled: the days its statistics cover."""

from datetime import date

import attrs
import pytest

from gov_disclosure import parse
from gov_disclosure.document.periods import find_period
from gov_disclosure.values import Period

YEAR = Period(date(2022, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    "said",
    [
        "2022年1月1日至2022年12月31日",
        "2022年1月1日至12月31日",
        "自2022年1月1日起，至2022年12月31日止",
        "自2022年1月1日零时起到12月31日",
        "2022年1月1日起，截至2022年12月31日",
        "2022.1.1-2022.12.31",
        "2022-01-01至2022-12-31",
        "2022/1/1～2022/12/31",
        "2022年1月1日——2022年12月31日",
        "2022年1月1日00:00至2022年12月31日24:00",
        "20221月1日起至202212月31日止",
        "202211日至20221231日",
        "202211日到1231日",
    ],
)
def test_both_days_of_a_period_are_read(said: str) -> None:
    assert find_period(f"本报告所列数据的统计期限：{said}。") == YEAR


@pytest.mark.parametrize(
    "words",
    [
        "本报告所列数据自",
        "统计时间为",
        "本报告内容涵盖",
        "数据时间为",
        "报告期限从",
        "本報告所列數據的統計期限自",
        "本報告內容涵蓋",
        "本报告统计截止到",
        "所列数据时限为",
        "数据核定时间点为",
        "内容涵盖示例局",
        "报告所列数据的统计期为",
        "数据的统计时段为",
        "全文统计",
        "所涉及信息核定时间为",
    ],
)
def test_whatever_words_stand_before_the_days(words: str) -> None:
    assert find_period(f"{words}2022年1月1日起，至2022年12月31日止。") == YEAR


def test_only_the_last_day_may_be_named() -> None:
    for said in ("统计数据截至2022年12月31日", "所列数据截止日期为2022年12月31日"):
        assert find_period(said) == Period(None, date(2022, 12, 31))


def test_days_without_signs_whose_digits_may_be_parted_in_two_ways_are_left_open() -> None:
    assert find_period("统计期限为2022111日至20221231日") is None


def test_days_without_signs_are_told_where_there_is_no_such_month() -> None:
    found = find_period("统计期限为202191日至2022831日")
    assert found == Period(date(2021, 9, 1), date(2022, 8, 31))
    assert find_period("统计期限为2022130日至20221231日") == Period(date(2022, 1, 30), YEAR.last)


def test_a_last_day_without_its_month_is_none() -> None:
    assert find_period("统计期限为2022年1月1日至31日") is None


def test_a_period_may_stand_behind_the_year() -> None:
    said = "我校2020年度（2019年9月1日-2020年8月31日）信息公开工作报告"
    assert find_period(said) == Period(date(2019, 9, 1), date(2020, 8, 31))


def test_pinyin_behind_characters_is_passed_over() -> None:
    said = "統(tǒng)計(jì)期限自2022年1月1日起至2022年12月31日止"
    assert find_period(said) == YEAR
    assert parse("示例市規(guī)劃局2022年政府信息公開工作年度報告").agency == "示例市規劃局"


@pytest.mark.parametrize(
    "said", ["2022年1月1日，公布于2023年1月5日", "2022年1-12月", "2022年1月1日至年底"]
)
def test_days_that_are_not_both_named_are_no_period(said: str) -> None:
    assert find_period(f"统计期限为{said}。") is None


HEAD = """索 引 号：
0140/2023-00012
发布机构：

  示例镇
发文字号：
生成日期：
2023-01-10 09:30
"""


def test_values_below_their_labels_are_theirs() -> None:
    said = parse(f"{HEAD}示例镇2022年政府信息公开工作年度报告\n一、总体情况\n略。").metadata
    assert (said.index_number, said.agency) == ("0140/2023-00012", "示例镇")
    assert said.created == date(2023, 1, 10)


def test_letters_of_a_label_may_stand_apart() -> None:
    head = "索   引   号: 0140/2023-00012  文       号: 示政发〔2023〕3号\n发布机构:示例镇\n"
    said = parse(f"{head}示例镇2022年政府信息公开工作年度报告\n一、总体情况\n略。").metadata
    assert (said.index_number, said.document_number) == ("0140/2023-00012", "示政发〔2023〕3号")
    assert said.agency == "示例镇"


def test_values_may_stand_below_their_labels_as_items() -> None:
    items = "".join(f"  • {line.strip()}\n" for line in HEAD.splitlines() if line.strip())
    said = parse(f"{items}示例镇2022年政府信息公开工作年度报告\n一、总体情况\n略。").metadata
    assert (said.index_number, said.agency) == ("0140/2023-00012", "示例镇")


def test_a_label_that_no_field_has_is_no_value() -> None:
    said = parse("索引号 | 分类 |\n文号 | 关键词 |\n一、总体情况\n略。").metadata
    assert (said.index_number, said.document_number) == (None, None)


def test_what_no_other_label_follows_is_no_value_of_the_label_above() -> None:
    assert parse("索引号：\n示例镇报告\n一、总体情况\n略。").metadata.index_number is None


def test_an_empty_value_stays_empty() -> None:
    assert parse(f"{HEAD}一、总体情况\n略。").metadata.document_number is None


def test_labels_close_behind_values_are_told_from_them() -> None:
    said = parse("发布机构：示例镇生成日期：2023-01-10索引号：0140\n一、总体情况\n略。").metadata
    assert (said.agency, said.index_number, said.created) == ("示例镇", "0140", date(2023, 1, 10))


def test_what_only_ends_like_a_label_is_another() -> None:
    assert parse("首次发布日期：2023-01-10\n一、总体情况\n略。").metadata.published is None


def test_labels_may_fill_cells_between_tabs() -> None:
    said = parse(
        "索引号\t0140\t发布机构\t示例镇\n生成日期\t2023-01-10\n一、总体情况\n略。"
    ).metadata
    assert (said.agency, said.index_number, said.created) == ("示例镇", "0140", date(2023, 1, 10))


ENTRY = {
    "on one line": "索引号 0140/2023 发布机构 示例镇 生成日期 2023-01-10\n",
    "in two columns": " 索 引 号  0140/2023  发布机构  示例镇\n 文  号   生成日期  2023-01-10\n",
    "one on a line": "索引号 0140/2023\n发布机构 示例镇\n生成日期 2023-01-10\n",
    "with others": (
        "名称 年报 索引号 0140/2023\n来源 网站 发布机构 示例镇\n分类 年报 生成日期 2023-01-10\n"
    ),
    "above": "索引号\n0140/2023\n发布机构\n示例镇\n文号\n生成日期\n2023-01-10\n",
    "above, in items": (
        "  • 索引号\n    0140/2023\n  • 发布机构\n    示例镇\n  • 文号\n"
        "  • 生成日期\n    2023-01-10\n  • 有效性\n    有效\n"
    ),
    "above, apart": (
        "索 引 号\n\n  0140/2023\n\n发布机构\n\n  示例镇\n\n生成日期\n\n  2023-01-10\n"
    ),
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("entry", ENTRY.values(), ids=ENTRY)
def test_blanks_or_line_ends_may_part_labels_from_values(entry: str, line_end: str) -> None:
    said = parse(f"{entry}一、总体情况\n略。".replace("\n", line_end)).metadata
    assert (said.index_number, said.agency) == ("0140/2023", "示例镇")
    assert said.created == date(2023, 1, 10)
    assert said.document_number is None


@pytest.mark.parametrize(
    "line",
    ["发布机构 示例镇", "发布机构 公开方式 文号", "发布机构\n示例镇", "由 发布机构 示例镇 公布"],
)
def test_a_word_before_a_blank_is_no_label_by_itself(line: str) -> None:
    assert parse(f"{line}\n\n一、总体情况\n略。").metadata.agency is None


def test_a_document_number_has_many_names() -> None:
    for label in ("发文字号", "发布文号", "文号"):
        assert parse(f"{label}：示政〔2021〕3号\n一、总体情况").metadata.document_number


@pytest.mark.parametrize(
    ("label", "field"),
    [
        *(("发表时间", "published"), ("上传时间", "published"), ("撰写时间", "created")),
        *(("发文日期", "created"), ("产生日期", "created"), ("公文生成日期", "created")),
        ("信息提供日期", "published"),
    ],
)
def test_a_day_has_many_names(label: str, field: str) -> None:
    for between in ("：", "\n"):
        said = parse(
            f"{label}{between}2023年1月12日 17:12\n索引号：01\n一、总体情况\n略。"
        ).metadata
        assert getattr(said, field) == date(2023, 1, 12)


def test_the_marks_of_bold_print_are_no_part_of_a_value() -> None:
    entry = "**发布机构：** 示例镇 **文号**：示政〔2021〕3号\n**索引号：01**\n"
    said = parse(f"{entry}一、总体情况").metadata
    assert (said.agency, said.document_number) == ("示例镇", "示政〔2021〕3号")
    assert said.index_number == "01"


@pytest.mark.parametrize("value", ["****政府", "***", "********办公室"])
def test_what_is_starred_out_is_no_value(value: str) -> None:
    assert parse(f"发布机构：{value}\n索引号：01\n一、总体情况").metadata.agency is None
    assert parse(f"| 发布机构: | {value} |\n一、总体情况").metadata.agency is None


@pytest.mark.parametrize(
    "value",
    [
        *("无", "无文号", "（无）", "暂无", "None", "null", "/2021-None", "不详", "无编号"),
        *("无号", "未编号", "空", "—", "無文號"),
    ],
)
def test_words_for_nothing_are_no_value(value: str) -> None:
    said = parse(f"索引号：{value} | 文号：{value}\n发布机构：示例镇\n一、总体情况\n略。").metadata
    assert (said.index_number, said.document_number) == (None, None)
    assert said.agency == "示例镇"


def test_pinyin_behind_the_letters_of_labels_is_passed_over_but_not_in_values() -> None:
    data = "發(fā)布機構(gòu)：示例縣(xiàn)水利局\n索引號(hào) | 01 | 發(fā)文日期 | 2020-01-02 |"
    said = parse(f"{data}\n一、總體情況\n略。").metadata
    assert (said.agency, said.index_number) == ("示例縣(xiàn)水利局", "01")
    assert said.created == date(2020, 1, 2)


def test_the_time_of_day_is_no_label_of_a_line_without_colons() -> None:
    data = "索引号 01/2020 文号\n发布机构 示例镇 发布日期 2020-01-02 18:46:07\n"
    said = parse(f"{data}一、总体情况\n略。").metadata
    assert (said.agency, said.published) == ("示例镇", date(2020, 1, 2))


def test_words_that_only_begin_so_are_a_value() -> None:
    said = parse("索引号：无政发〔2021〕3号\n发布机构：无为市\n一、总体情况\n略。").metadata
    assert (said.index_number, said.agency) == ("无政发〔2021〕3号", "无为市")


STATISTICS = "统计指标 | 单位 | 统计数\n（一）主动公开政府信息数 | 条 | 41\n"


@pytest.mark.parametrize("seal", ["（盖章）", "(公章)", "（印章） "])
def test_the_remark_on_the_seal_is_no_part_of_the_name_of_an_agency(seal: str) -> None:
    footer = f"填报单位：示例镇人民政府{seal}\n"
    table = "统计指标 单位 统计数\n制发规范性文件总数 件 2\n"
    report = parse(f"政府信息公开情况统计表（2016年度）\n{footer}{table}")
    assert report.agency == "示例镇人民政府"


@pytest.mark.parametrize(
    "period",
    [
        "2017年 4季度",
        "2017年度",
        "（2017年）",
        "2017年第四季度",
        "2017 年 12 月",
        "第四季度",
        "年 季度",
    ],
)
def test_the_time_behind_a_reporting_unit_is_no_part_of_its_name(period: str) -> None:
    for between in "", " ", "\u3000":
        if between or period[0] in "2（":
            report = parse(f"填报单位：示例县水利局{between}{period}\n{STATISTICS}")
            assert report.contacts is not None
            assert report.contacts.reporting_unit == report.agency == "示例县水利局"


def test_a_year_in_a_name_is_a_part_of_it() -> None:
    report = parse(f"填报单位：示例县2030年规划办\n{STATISTICS}")
    assert report.agency == "示例县2030年规划办"


GENERIC = (
    "政府",
    "人民政府",
    "政府办",
    "政府办公室",
    "本机关",
    "本单位",
    "各单位",
    "本局",
    "****政府",
    "**局",
    "****",
)


@pytest.mark.parametrize("name", GENERIC)
def test_what_any_body_may_be_called_is_no_agency(name: str) -> None:
    assert parse(f"发布机构：{name}\n{STATISTICS}").agency is None
    assert parse(f"填报单位：{name}\n{STATISTICS}").agency is None
    assert parse(f"发布机构：示例镇\n填报单位：{name}\n{STATISTICS}").agency == "示例镇"


def test_a_title_with_such_a_word_names_none() -> None:
    report = parse("政府政务公开年报\n一、总体情况\n2019年，我镇认真公开。")
    assert (report.title, report.agency) == ("政府政务公开年报", None)


@pytest.mark.parametrize("name", ["示例县人民政府", "本溪市政府", "县政府办公室", "示例局"])
def test_a_certain_one_is_an_agency(name: str) -> None:
    assert parse(f"发布机构：{name}\n{STATISTICS}").agency == name


@pytest.mark.parametrize(
    "prose",
    [
        "发布机构 要 按照 时间 要求 公开\n公开方式 有 网站",
        "时间 地点 2024-01-02\n主题 全县会议 时间 2024-02-03",
        "时间\n2023-12-31",
    ],
)
def test_words_between_blanks_are_no_catalogue_by_themselves(prose: str) -> None:
    report = parse(f"{prose}\n甲县2021年政府信息公开工作年度报告\n一、总体情况\n略。\n")
    assert not any(attrs.astuple(report.metadata))
    assert report.agency == "甲县"


@pytest.mark.parametrize("agency", ["主题公园管理委员会", "来源镇人民政府", "名称县"])
def test_a_body_may_begin_as_a_label_of_catalogues_does(agency: str) -> None:
    assert parse(f"{agency}2023年政府信息公开工作年度报告\n").agency == agency


UNNAMED = "2021年政府信息公开工作年度报告"
SECTIONS = "一、总体情况\n略。\n六、其他需要报告的事项\n无。"


@pytest.mark.parametrize(
    "text",
    [
        f"{UNNAMED}\n示例县水利局\n示例县水利局根据条例公布本报告。\n{SECTIONS}",
        f"{UNNAMED}\n\n示 例 县 水 利 局\n（2022年1月15日）\n\n{SECTIONS}",
        f"{UNNAMED}\n2022-01-15 10:20\n示例县水利局\n{SECTIONS}",
        f"{UNNAMED}\n示例县水利局 2022-01-15\n{SECTIONS}",
        f"{UNNAMED}\n{SECTIONS}\n\n      示例县水利局\n    2022年1月15日\n\n打印 关闭\n",
        f"{UNNAMED}\n{SECTIONS}\n示例县水利局\n\n二〇二二年一月十五日",
        f"{UNNAMED}\n{SECTIONS}\n示例县水利局2022年1月15日",
        f"{UNNAMED}\n本报告由示例县水利局根据条例编制。\n{SECTIONS}",
        f"本报告由示例县水利局，按照条例编制。\n{SECTIONS}",
    ],
)
def test_the_agency_is_told_below_the_title_and_where_the_report_is_signed(text: str) -> None:
    assert parse(text).agency == "示例县水利局"


@pytest.mark.parametrize(
    "line",
    [
        "首页 机构 示例县水利局",
        "示例县人民政府门户网站\n2022-01-15",
        "本局\n2022年1月15日",
        "各乡镇人民政府，县直各部门：",
        "信息公开\n政务公开\n示例县水利局",
        "转发自示例县水利局。",
        "示例县水利局",
        "来源示例县融媒体中心 2022-01-22",
        "各乡镇人民政府\n2022年1月15日",
    ],
)
def test_a_name_with_other_words_beside_it_or_of_a_site_signs_nothing(line: str) -> None:
    assert parse(f"{UNNAMED}\n{line}\n{SECTIONS}").agency is None


@pytest.mark.parametrize(
    "behind",
    [
        "附件：答复书\n示例县公安局\n2021年5月6日",
        "友情链接\n国务院办公厅\n2022-01-22",
        "示例县召开全县教育工作会 2022-01-05",
        "示例县水利局\n2022年1月5日\n示例县公安局\n2022年1月6日",
        "本报告由示例县水利局会同各乡镇政府,根据条例编制。",
    ],
)
def test_what_stands_behind_a_report_signs_it_as_little_as_several_bodies(behind: str) -> None:
    assert parse(f"{UNNAMED}\n{SECTIONS}\n{behind}").agency is None


def test_a_city_may_be_called_as_if_it_were_just_any() -> None:
    assert parse(f"{UNNAMED}\n{SECTIONS}\n本溪市水务局\n2022年1月5日").agency == "本溪市水务局"


def test_a_signature_is_asked_only_where_nothing_else_names_the_agency() -> None:
    signed = f"{SECTIONS}\n示例县人民政府办公室\n2022年1月15日"
    assert parse(f"示例县水利局{UNNAMED}\n{signed}").agency == "示例县水利局"
    assert parse(f"发布机构：示例县水利局\n{UNNAMED}\n{signed}").agency == "示例县水利局"


ANNOUNCED = "2021年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "said",
    [
        f"根据条例，现公布示例县水利局{ANNOUNCED}。本报告由六个部分组成。",
        f"现予公布《示例县水利局{ANNOUNCED}》，电子版可以下载。",
        "特向社会公布2021年度示例县水利局政府信息公开工作年度报告。",
        f"我局编制了《示例县水利局{ANNOUNCED}》。",
        f"根据要求，编制并发布示例县水利局{ANNOUNCED}。",
        f"我局按时编制完成示例县水利局{ANNOUNCED}。",
        f"按照省政府办公厅《关于做好{ANNOUNCED}编制工作的通知》要求，特编制示例县水利局{ANNOUNCED}。",
        f"现将示例县水利局{ANNOUNCED}公布如下：",
        f"现公布示例县水利局（以下简称县水利局）{ANNOUNCED}。",
        f"关于发布示例县水利局{ANNOUNCED}的公告\n略。",
        "現公佈示例縣水利局2021年政府信息公開工作年度報告，請予監督。",
        "现公布《示例县水利局2021年政府信息公开工作开展年度报告》。",
    ],
)
def test_a_sentence_that_announces_the_report_names_its_agency_and_its_year(said: str) -> None:
    for head in (f"{said}\n一、总体情况\n略。", f"一、总体情况\n{said}\n二、主动公开政府信息情况"):
        report = parse(head)
        assert (report.agency or "").replace("縣", "县") == "示例县水利局"
        assert report.year == 2021


@pytest.mark.parametrize(
    "said",
    [
        f"现公布我局{ANNOUNCED}。",
        f"现公布县水利局{ANNOUNCED}。",
        f"特向社会公布本级政府（机关）{ANNOUNCED}。",
        f"根据示例县《关于编制示例县{ANNOUNCED}的通知》，编制本报告。",
        f"根据《关于公布示例县{ANNOUNCED}工作要求》，编制本报告。",
        f"现公布甲镇{ANNOUNCED}。现公布乙镇{ANNOUNCED}。",
        f"现公布下属示例县水利站{ANNOUNCED}。",
        f"现将经县政府同意的示例县{ANNOUNCED}予以公布。",
        f"现将修改后示例县{ANNOUNCED}予以公布。",
        f"近日示例县水利局编制了{ANNOUNCED}。",
        "全文包括我县政府信息公开总体情况。",
        "全文包括所属示例镇政府信息公开总体情况。",
        "去年公布了示例县2019年政府信息公开工作年度报告。",
    ],
)
def test_other_sentences_about_reports_name_no_agency(said: str) -> None:
    assert parse(f"{UNNAMED}\n{said}\n一、总体情况\n略。").agency is None


def test_an_announcement_goes_before_the_catalogue_and_behind_the_title() -> None:
    said = f"发布机构：县政府办\n现公布示例县人民政府{ANNOUNCED}。\n一、总体情况\n略。"
    assert parse(said).agency == "示例县人民政府"
    assert parse(f"示例县{ANNOUNCED}\n{said}").agency == "示例县"


def test_a_year_that_is_announced_goes_before_those_of_the_prose() -> None:
    said = (
        "现公布示例县水利局2021年政府信息公开工作年度报告。\n一、总体情况\n2020年，2020年，2020年。"
    )
    assert parse(said).year == 2021


@pytest.mark.parametrize(
    "said",
    [
        "本年度报告根据条例和省里的要求，由示例县水利局编制。",
        "本报告根据条例，由示例县水利局（以下简称县水利局）编制。",
        "本报告是按照条例，由示例县水利局综合全年情况编写而成。",
        "本年报告由示例县水利局编制。",
        "本年度报告是由示例县水利局依据条例编制而成的。",
        "本年报是根据条例，由示例县水利局编制的2021年度政府信息公开年度报告。",
        f"根据条例，示例县水利局编制了{ANNOUNCED}。",
        "本报告根据条例制作。全文包括示例县水利局政府信息公开总体情况，主动公开政府信息情况。",
        "全文包括示例县水利局2021年政府信息公开工作的基本情况等。",
        "现将示例县水利局2021年度政府信息公开工作情况报告如下：",
    ],
)
def test_the_author_of_a_report_may_stand_behind_its_grounds(said: str) -> None:
    assert parse(f"{UNNAMED}\n{said}\n{SECTIONS}").agency == "示例县水利局"


@pytest.mark.parametrize(
    "said",
    [
        "本报告结合示例县水利局政府信息公开工作实际编制。\n一、总体情况\n略。",
        "为做好示例县水利局政府信息公开工作，我局精心组织。\n一、总体情况\n略。",
        "一、总体情况\n2021年，示例县水利局认真贯彻条例。我局公开信息若干条。",
        "一、总体情况\n2021年示例县水利局在县委、县政府的领导下推进各项工作。",
        "一、总体情况\n（一）主动公开。2021年，示例县水利局持续推进公开。\n2021年，我局未收到申请。",
    ],
)
def test_the_body_that_acted_in_the_year_is_the_agency(said: str) -> None:
    assert parse(f"{UNNAMED}\n{said}").agency == "示例县水利局"


@pytest.mark.parametrize(
    "said",
    [
        "2021年，示例县坚持公开为常态。",
        "2021年，示例县人民政府认真贯彻条例，我局据此推进工作。",
        "2021年，示例县水利局认真贯彻条例。2021年，示例县公安局认真贯彻条例。",
        "2021年，县水利局认真贯彻条例。",
        "2021年，示例县水利局印发通知。",
        "2021年，县乡村振兴局认真贯彻条例。",
    ],
)
def test_a_place_a_superior_and_several_bodies_are_none_that_acted(said: str) -> None:
    assert parse(f"{UNNAMED}\n一、总体情况\n{said}").agency is None


@pytest.mark.parametrize(
    "beside",
    [
        "发布机构：示例县水利局\n",
        f"现公布示例县水利局{ANNOUNCED}。\n",
        "示例县水利局\n2022年1月5日\n",
    ],
)
def test_a_name_without_its_place_is_completed_by_a_longer_one(beside: str) -> None:
    for name in ("县水利局", "水利局"):
        assert parse(f"{name}{UNNAMED}\n{beside}{SECTIONS}").agency == "示例县水利局"
    assert parse(f"县教育局{UNNAMED}\n{beside}{SECTIONS}").agency == "县教育局"


@pytest.mark.parametrize("name", ["××市", "XX县教育局", "ＸＸ镇", "○○区"])
def test_a_name_whose_place_is_left_out_names_no_body(name: str) -> None:
    report = parse(f"{name}{UNNAMED}\n{SECTIONS}")
    assert (report.agency, report.year) == (None, 2021)


def test_the_name_of_a_site_is_no_agency() -> None:
    assert parse(f"example.com示例镇\n{UNNAMED}\n{SECTIONS}").agency is None


@pytest.mark.parametrize("value", ["无〔〕号", "〔 〕 号", "示政发〔〕号", "()号"])
def test_a_document_number_without_digits_is_no_value(value: str) -> None:
    assert parse(f"文号：{value}\n一、总体情况\n略。").metadata.document_number is None


def test_a_day_below_a_common_word_is_its_value_beside_other_labels() -> None:
    entry = "索引号\n0140/2023\n发文机构\n示例镇\n公开目录\n年报\n文      号\n浏览量\n"
    said = parse(f"{entry}日期\n2023-01-10\n一、总体情况\n略。").metadata
    assert (said.index_number, said.agency) == ("0140/2023", "示例镇")
    assert (said.published, said.document_number) == (date(2023, 1, 10), None)


@pytest.mark.parametrize("border", [" | ", "|", "\t"])
def test_values_may_stand_in_the_row_below_their_labels(border: str) -> None:
    rows = (("索引号", "公开方式", "发布机构"), ("0140/2009-21", "主动公开", "示例镇"))
    entry = "".join(f"{border.join(row)}{border.strip()}\n" for row in rows)
    said = parse(f"{entry}2008年政府信息公开工作年度报告\n一、总体情况\n略。").metadata
    assert (said.index_number, said.disclosure_mode) == ("0140/2009-21", "主动公开")
    assert said.agency == "示例镇"


@pytest.mark.parametrize(
    "below", ["0140 | 主动公开", "0140 | 文号 | 示例镇", "主动公开 | 网站 | 示例镇"]
)
def test_other_rows_below_labels_are_no_values(below: str) -> None:
    entry = f"索引号 | 公开方式 | 发布机构\n{below}\n一、总体情况\n略。"
    said = parse(entry).metadata
    assert (said.index_number, said.disclosure_mode, said.agency) == (None, None, None)


def test_an_empty_value_is_not_the_label_in_the_next_cell() -> None:
    entry = (
        "| 索引号 | 01 | 文号 | |\n| 公开形式 | 责任部门 | |\n| 生成日期 | 2026-01-23 | 时效 |\n"
    )
    said = parse(f"{entry}一、总体情况\n略。").metadata
    assert (said.disclosure_mode, said.validity, said.created) == (None, None, date(2026, 1, 23))


def test_a_person_who_published_a_page_is_no_agency() -> None:
    assert parse(f"发布者：管理员\n{UNNAMED}\n{SECTIONS}").agency is None


@pytest.mark.parametrize("name", ["示例大學", "示例縣公安局交通警察大隊", "示例市場監督管理所"])
def test_agencies_are_named_in_traditional_characters(name: str) -> None:
    assert parse(f"{name}2021年政府信息公開工作年度報告\n{SECTIONS}").agency == name


@pytest.mark.parametrize(
    ("filing", "agency", "year"),
    [("示例县教育局", "示例县教育局", 2020), ("石桥县政府办公室", "石桥县人民政府", 2019)],
)
def test_a_report_that_is_announced_counts_only_if_the_catalogue_may_have_it(
    filing: str, agency: str, year: int
) -> None:
    catalogue = f"索引号：1/2020-1\n发布机构：{filing}\n成文日期：2021-01-20"
    preamble = "现公布石桥县人民政府2019年政府信息公开工作年度报告。"
    body = "一、总体情况\n2020年公开信息若干条。\n2020年没有申请。"
    report = parse(f"{catalogue}\n{preamble}\n{body}")
    assert (report.agency, report.year) == (agency, year)


@pytest.mark.parametrize("name", ["海南海事局", "浙江省人防办", "西藏自治区审计厅"])
def test_the_name_of_a_province_is_that_of_a_place(name: str) -> None:
    said = f"特向社会公布{name}2021年政府信息公开工作年度报告。\n{SECTIONS}"
    assert parse(said).agency == name


def test_the_year_of_an_aim_is_not_that_of_the_text() -> None:
    assert parse("一、总体要求\n到2025年，各项制度基本建成。\n").year is None
    assert parse("一、总体情况\n截止到2019年底，各项制度基本建成。\n").year == 2019
