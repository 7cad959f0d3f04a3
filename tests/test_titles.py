"""Titles: what surrounds one does not hide it, and words about reports are none."""

import pytest

from gov_disclosure import AnnualReport, parse
from gov_disclosure.document.own_title import find_title
from gov_disclosure.document.titles import Title
from gov_disclosure.text.source import read_source

REPORT = "政府信息公开工作年度报告"
PLAIN = f"示例镇2022年{REPORT}"
BODY = "二、主动公开政府信息情况\n第二十条第（八）项\n信息内容|本年收费金额\n行政事业性收费|12\n"


def title_of(text: str) -> Title | None:
    source = read_source(text)
    return find_title(source, len(source.lines))


def below(head: str) -> AnnualReport:
    return parse(f"{head}\n{BODY}")


def test_pinyin_in_brackets_is_no_letter_of_a_title() -> None:
    report = below("示例縣(xiàn)文化局\n2022 年政府信息公開(kāi)工作年度報(bào)告")
    assert (report.year, report.agency) == (2022, "示例縣文化局")


@pytest.mark.parametrize(
    "head",
    [
        f"示例镇 2022 年{REPORT}",
        f"示例镇2 0 2 2年{REPORT}",
        f"示例镇二〇二二年{REPORT}",
        f"示例镇二零二二年度{REPORT}",
        "示例镇2022年度 政府信息公开工作 年度报告",
        "示例镇\n2022年\n政府信息公开工作\n年度报告",
        f"示例镇\n\n2022年{REPORT}",
        f"示例镇{REPORT}\n（2022年度）",
        f"2022年度示例镇{REPORT}",
        f"示例镇关于2022年{REPORT}",
        f"关于示例镇2022年{REPORT}",
        f"示例镇二О二二年{REPORT}",
        f"标题：{PLAIN}",
        f"示例镇2O22年{REPORT}",
        f"[2022]示例镇{REPORT}",
        f"名称：{PLAIN}",
        f"名称 {PLAIN}",
        f"标题: | {PLAIN} | ||",
        f"标 题 | {PLAIN} |",
        f"| {PLAIN} |",
        f"信息名称：{PLAIN}",
        f"公报标题{PLAIN}",
        f"附件下载 {PLAIN}",
        f"《{PLAIN}》",
        f"“{PLAIN}”",
        f"# {PLAIN}",
        f"**{PLAIN}**",
        f"【年度报告】{PLAIN}",
        f"大中小{PLAIN}",
        f"首页>政务公开>{PLAIN}",
        f"当前位置：首页 > 年报 > {PLAIN}",
        f"{PLAIN}_某区人民政府",
        f"{PLAIN} - 信息公开年报 - 某区人民政府",
        f"示例镇二〇二二年{REPORT}-某区人民政府门户网站",
        f"{PLAIN}.docx",
        f"{PLAIN}（镇政府办）",
        f"{PLAIN}发布日期：2023-01-20 10:00来源：本站",
        f"{PLAIN} 来源：本站 时间：2023-01-12",
        f"{PLAIN} 【字体：大 中 小】 打印",
        f"{PLAIN} 一、总体情况 2022年，主动公开信息320条。",
    ],
)
def test_whatever_stands_around_a_title_its_agency_and_its_year_are_read(head: str) -> None:
    report = below(head)
    assert (report.agency, report.year) == ("示例镇", 2022)


IN_PIECES = [
    f"示例镇\n2022\n年{REPORT}",
    f"示例镇\n\n2022\n\n年{REPORT}",
    f"示例镇\n2\n0\n2\n2\n年{REPORT}",
    f"示例镇20\n22年{REPORT}",
    f"示例镇2022\n年{REPORT}",
    f"示例镇\n二〇二二\n年{REPORT}",
    f"2022\n年示例镇{REPORT}",
    "示例镇\n2022\n年\n政府信息公开\n工作\n年度\n报告",
    "示例镇2022年政府信息公开工作年度报\n告",
    f"**示例镇**\n**2022**\n**年{REPORT}**",
    f"示例镇|2022|年{REPORT}",
    f"| 示例镇 | 2022 | 年{REPORT} |",
    f"示 例 镇\n2 0 2 2 年{REPORT}",
]


@pytest.mark.parametrize("head", IN_PIECES)
def test_a_title_may_be_broken_inside_its_year_or_between_any_letters(head: str) -> None:
    report = below(head)
    assert (report.agency, report.year) == ("示例镇", 2022)


@pytest.mark.parametrize(
    "printed",
    [
        "== {} ==",
        "= {} =",
        "h2. {}",
        "@chapter {}",
        "\\## {}",
        "\\section*{{{}}}",
        "\\textbf{{{}}}\\label{{sec:1}}",
        "name: {}",
        '"name": "{}",',
        "subject = '{}'",
        "<h2 class=a>{}</h2>",
        "[{}](http://example.cn/a.html)",
        "[b]{}[/b]",
        "[{}]",
        "【{}】",
        "「{}」",
        "`{}`",
        "&gt; {}",
        "{} {{#anchor}}",
        "{}[1]",
        "1. {}",
        "（三）{}",
        "附件2：{}",
        "[第1页] {}",
        "第 1 页 共 8 页 {}",
        "Page 1: {}",
        ",,{},,",
        "2023-01-20 {}",
        "3 / 8 {}",
        "文章标题：{}",
    ],
)
def test_signs_words_and_numbers_of_markup_are_no_part_of_a_title(printed: str) -> None:
    report = below(printed.format(PLAIN))
    assert (report.title, report.agency, report.year) == (PLAIN, "示例镇", 2022)


@pytest.mark.parametrize(
    "behind",
    [
        " 2023-01-20 浏览：345",
        " 2023-01-20 09:30:15 来源：镇政府办",
        "[2023-01-20]",
        " 发布者：管理员",
        " 发布日期 2023-01-20",
        " 发布时间2023-01-20",
        " | 2023-01-20",
        "/示例县",
        " 01-20",
        " 示政发〔2023〕3号",
        "（示政发〔2023〕3号）",
        " 2022年1月1日至12月31日",
        "（2022年1月1日－2022年12月31日）",
        " 345",
        "①",
        " [编辑]",
        " 2022年，示例镇认真公开信息。",
        " 为贯彻条例，编制本报告。",
        f"{PLAIN} 2022年以来，示例镇认真公开信息。",
    ],
)
def test_what_a_page_prints_behind_a_title_does_not_hide_it(behind: str) -> None:
    report = below(f"{PLAIN}{behind}")
    assert (report.agency, report.year) == ("示例镇", 2022)


@pytest.mark.parametrize(
    "head",
    [
        f"== 示例镇 ==\n=== 2022年{REPORT} ===",
        f"| 示例镇 |\n| 2022年{REPORT} |",
        f"| 示例镇 |\n|---|\n| 2022年{REPORT} |",
        f"# 示例镇 \\\n2022年{REPORT}",
        f"\\title{{示例镇\\\\2022年{REPORT}}}",
        f"<center>示例镇</center>\n<center>2022年{REPORT}</center>",
    ],
)
def test_each_line_of_a_title_may_have_its_own_markup(head: str) -> None:
    report = below(head)
    assert (report.title, report.agency, report.year) == (PLAIN, "示例镇", 2022)


def test_each_piece_of_a_title_may_have_attributes() -> None:
    in_pieces = f'# [示例镇]{{.bold}}[2022]{{lang="EN-US"}}[年{REPORT}]{{style="font-family:宋体"}}'
    over_lines = f'示例镇[2022]{{lang="EN-US"}}\n\n年{REPORT}'
    for head in (in_pieces, over_lines):
        report = below(head)
        assert (report.title, report.agency, report.year) == (PLAIN, "示例镇", 2022)


@pytest.mark.parametrize(
    "year",
    [
        "〔2022〕年",
        "（2022）年",
        "(2022)",
        "（2022年度）",
        "[2022]",
        "2022年年度",
        "2022年全年",
        "2022年1-12月",
        "2022年（1月1日至12月31日）",
        "2022财年",
        "公元2022年",
        "——2022年",
    ],
)
def test_a_year_is_no_part_of_a_name_however_it_is_printed(year: str) -> None:
    report = below(f"示例镇{year}{REPORT}")
    assert (report.agency, report.year) == ("示例镇", 2022)


@pytest.mark.parametrize("year", ["2022", "2022年度", "（2022年1月1日至12月31日）", "〔2022〕"])
def test_a_year_may_stand_behind_a_title(year: str) -> None:
    report = below(f"示例镇{REPORT}{year}")
    assert (report.agency, report.year) == ("示例镇", 2022)


def test_a_year_behind_a_title_that_names_one_is_that_of_its_print() -> None:
    assert below(f"{PLAIN} 2023").year == 2022


@pytest.mark.parametrize(
    "name",
    [
        "示例省统计局调查总队",
        "中国人民银行示例市中心支行",
        "国家税务总局示例市税务局第一稽查局",
        "示例经济技术开发区管委会",
        "示例大学",
        "示例第一中学",
        "示例县残联",
        "示例县供电公司",
        "示例县教育局（示例县体育局）",
        "丰年镇",
        "示例县教育局、体育局",
        "示例县本级",
        "示例县兵团第一师",
        "示例县广播电视台",
        "示例县“两新”工作委员会",
        "示例市气象部门",
        "示例旗示例苏木",
    ],
)
def test_bodies_of_any_kind_are_told_on_the_line_and_above(name: str) -> None:
    for between in "", "\n", "\n\n":
        assert below(f"{name}{between}2022年{REPORT}").agency == name


@pytest.mark.parametrize(
    "head",
    [
        "2022年示例镇人民政府信息公开工作年度报告",
        "示例镇人民政府信息公开工作年度报告（2022年）",
        "示例镇人民政府信息公开和政务公开2022年年度报告",
        "示例镇人民政府\n信息公开工作年度报告\n（2022年）",
    ],
)
def test_a_government_before_its_information_is_named_whole(head: str) -> None:
    report = below(head)
    assert (report.year, report.agency) == (2022, "示例镇人民政府")


@pytest.mark.parametrize(
    "line",
    [
        "网上办事大厅",
        "新闻中心",
        "信息公开专区",
        "示例县人民政府网站",
        "示例县政府门户",
        "走进示例县",
        "魅力示例市",
        "各县区",
        "乡镇街道",
        "选择地区 示例县",
        "县政府部门 示例镇",
        "登录 注册 示例县",
        "进入关怀版 示例县人民政府",
        "我县",
        "2023年示例县",
        "县政府",
        "乡镇人民政府",
        "乡镇（街道）",
        "跨省通办",
        "网络问政",
        "新闻发布会",
        "查阅场所",
        "土地市场",
        "旅游景区",
        "获取渠道",
        "政工室",
        "各部门",
        "职能部门",
        "县直属部门",
        "示例县政府部门",
    ],
)
def test_words_of_a_site_above_a_title_are_no_agency(line: str) -> None:
    report = below(f"{line}\n2022年{REPORT}")
    assert (report.title, report.agency) == (f"2022年{REPORT}", None)


@pytest.mark.parametrize(
    "words",
    [
        "最新",
        "更多",
        "全部",
        "县级",
        "政务公开",
        "县情概况",
        "示例镇发布",
        "示例镇及时晒出",
        "示例镇及下属单位",
        "这是示例镇",
        "欢迎阅读示例镇",
        "县政府办转发示例镇",
    ],
)
def test_what_says_more_than_a_name_or_does_not_end_like_one_is_no_agency(words: str) -> None:
    for between in "", "\n":
        assert below(f"{words}{between}2022年{REPORT}").agency is None


def test_the_word_for_a_seal_is_no_part_of_a_name() -> None:
    assert below(f"示例县水利局（公章）\n2022年{REPORT}").agency == "示例县水利局"


@pytest.mark.parametrize(
    "words",
    [
        "政府信息和政务公开工作年度报告",
        "政府信息公开和政务公开工作年度报告",
        "政府信息公开工作开展情况的报告",
        "政府信息公开工作年度总结报告",
        "政务信息公开工作开展年度报告",
    ],
)
def test_titles_have_many_words(words: str) -> None:
    report = below(f"示例镇2022年{words}")
    assert (report.agency, report.year) == ("示例镇", 2022)


SIGNED = f"2022年{REPORT}\n示例镇\n2023年1月20日"


@pytest.mark.parametrize("day", ["", " 2023-01-20"])
def test_links_to_reports_of_other_bodies_do_not_name_the_one_below_them(day: str) -> None:
    links = "\n".join(f"{name}2022年{REPORT}{day}" for name in ("白石乡", "青柳镇"))
    assert below(f"{links}\n{SIGNED}").agency == "示例镇"
    assert below(f"{links}\n2022年{REPORT}").agency is None


@pytest.mark.parametrize("link", ["{}", "{} 2023-01-20", "· {}", "2. {}", "2023-01-20 {}"])
def test_links_to_reports_of_other_years_do_not_date_the_one_below_them(link: str) -> None:
    links = "\n".join(link.format(f"示例镇{year}年{REPORT}") for year in (2019, 2020, 2021))
    for own in SIGNED, PLAIN, f"示例镇\n2022年{REPORT}":
        report = below(f"{links}\n{own}")
        assert (report.agency, report.year) == ("示例镇", 2022)


@pytest.mark.parametrize(
    "head",
    [
        f"【示例县水利局】2022年{REPORT}",
        f"[示例县水利局]2022年{REPORT}",
        f"2022年{REPORT}（示例县水利局）",
    ],
)
def test_a_body_may_stand_in_brackets_beside_a_title_that_names_none(head: str) -> None:
    report = below(head)
    assert (report.title, report.agency) == (f"2022年{REPORT}", "示例县水利局")


@pytest.mark.parametrize("beside", ["年度报告", "县政府办", "各乡镇人民政府", "全市", "县级部门"])
def test_a_kind_of_document_or_any_body_in_brackets_is_no_agency(beside: str) -> None:
    for head in f"【{beside}】2022年{REPORT}", f"2022年{REPORT}（{beside}）":
        assert below(head).agency is None


@pytest.mark.parametrize(
    "head",
    [
        f"示例县水\n利局2022年{REPORT}",
        f"示例县水利\n局2022年{REPORT}",
        "示例县水利局2022年政\n府信息公开工作年度\n报告",
    ],
)
def test_a_title_broken_anywhere_is_told_whole(head: str) -> None:
    report = below(head)
    assert (report.agency, report.year) == ("示例县水利局", 2022)
    assert report.title == f"示例县水利局2022年{REPORT}"


@pytest.mark.parametrize("line", ["政务公开", "信息公开指南", "示例县\n\n首页"])
def test_what_is_left_of_a_name_is_none_and_goes_with_no_other_line(line: str) -> None:
    assert below(f"{line}\n育局2022年{REPORT}").agency is None


def test_a_day_or_a_year_in_a_name_is_none_of_its_words() -> None:
    for name in "示例县水利局2023年发布", "示例县水利局贰零贰贰年":
        assert below(f"{name}2022年{REPORT}").agency is None


def test_a_year_broken_over_lines_is_none_of_those_above_it() -> None:
    report = below(f"2019\n2020\n2021\n2022\n年{REPORT}")
    assert (report.agency, report.year) == (None, 2022)


@pytest.mark.parametrize("rest", ["年", "年度", "22年", "的", "年度的"])
def test_what_is_left_of_a_year_is_no_agency(rest: str) -> None:
    assert below(f"{rest}{REPORT}").agency is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("石 桥 县 教 育 局", "石桥县教育局"),
        ("石桥县 教育局", "石桥县教育局"),
        ("石桥县人力资源 和社会保障局", "石桥县人力资源和社会保障局"),
        ("中国人民银行 石桥市中心支行", "中国人民银行石桥市中心支行"),
        ("机构职能 石桥县教育局", None),
        ("石桥县教育局 石桥县体育局", None),
    ],
)
def test_blanks_in_a_name_are_left_out_unless_they_part_two(printed: str, name: str | None) -> None:
    assert below(f"{printed}2022年{REPORT}").agency == name
    assert below(f"{printed}\n2022年{REPORT}").agency == name


@pytest.mark.parametrize(
    "prose",
    [
        f"根据要求编制{PLAIN}",
        f"现将{PLAIN}公布如下：",
        f"详见{PLAIN}",
        f"{PLAIN}已经发布",
        f"{PLAIN}的解读",
        f"{PLAIN} 已经发布",
        f"{PLAIN}，",
        f"{PLAIN}：",
        f"{PLAIN} 2023-01-20 已经发布",
        f"关于做好2022年{REPORT}编制工作的通知",
        f"关于2022年{REPORT}\n编制和发布工作的通知",
        f"关于印发2022年{REPORT}的通知",
        f"关于2022年{REPORT}的公示",
        f"上一篇：{PLAIN}",
        "首页 > 政务公开 > 政府信息公开年报",
        "索引号 00042/2018-00042 分类 信息公开年报",
        "主题分类 2018年政府信息公开年报",
        f"首页 > {PLAIN} > 正文",
    ],
)
def test_words_about_reports_are_no_title(prose: str) -> None:
    assert title_of(prose) is None


@pytest.mark.parametrize(
    "printed",
    [
        f"关于示例镇2022年{REPORT}的公示",
        f"关于示例镇2022年{REPORT}的公告",
        f"示例镇2022年{REPORT}公示",
        f"示例镇：2022年{REPORT}",
        "示例镇2022年政府信息工作公开年度报告",
    ],
)
def test_a_title_in_words_of_a_page_names_its_agency(printed: str) -> None:
    found = title_of(printed)
    assert found is not None
    assert (found.agency, found.year) == ("示例镇", 2022)


@pytest.mark.parametrize(
    "printed", [f"关于示例镇2022年{REPORT}的公示期满", f"来源：2022年{REPORT}"]
)
def test_words_around_a_title_name_none(printed: str) -> None:
    found = title_of(printed)
    assert found is None or found.agency is None


@pytest.mark.parametrize("day", [" 2023-01-20", ""])
def test_a_list_of_titles_without_a_report_has_none(day: str) -> None:
    links = "\n".join(f"{name}2022年{REPORT}{day}" for name in ("甲镇", "乙镇", "丙镇"))
    report = parse(f"年报列表\n{links}\n上一页 下一页")
    assert (report.title, report.agency) == (None, None)


def test_a_label_is_no_part_of_a_title() -> None:
    assert title_of("目录名称:政府信息公开年报") is None


def test_a_title_of_several_years_names_none() -> None:
    for years in ("2021-2022学年", "2021—2022年"):
        found = title_of(f"示例大学{years}信息公开工作年度报告")
        assert found is not None
        assert (found.agency, found.year) == ("示例大学", None)


@pytest.mark.parametrize(
    "printed",
    [
        "示例大学信息公开年报（2016-2017）",
        "示例大学信息公开年报（2016-2017学年度）",
        "示例大学2016-2017学年度 信息公开工作年度报告 根据有关办法，编制本报告。",
    ],
)
def test_a_title_may_name_a_school_year(printed: str) -> None:
    found = title_of(printed)
    assert found is not None
    assert (found.agency, found.year) == ("示例大学", None)


def test_half_a_bracket_is_no_part_of_an_agency() -> None:
    assert title_of(f"（{PLAIN}") is None


def test_a_title_on_lines_of_its_own_goes_before_one_among_others() -> None:
    found = title_of(f"首页>{PLAIN}\n{PLAIN}\n")
    assert found is not None
    assert found.alone


def test_of_a_list_of_titles_the_one_nearest_to_the_report_is_its_own() -> None:
    others = [f"白石乡2021年{REPORT}", f"青柳镇2023年{REPORT}"]
    report = below("\n".join((*others, PLAIN)))
    assert (report.agency, report.year) == ("示例镇", 2022)


def test_a_title_that_stands_twice_goes_before_another_report_s() -> None:
    assert below(f"首页>{PLAIN}\n{PLAIN}\n青柳镇2023年{REPORT}").title == PLAIN


def test_a_title_is_found_beneath_whatever_a_site_prints_above() -> None:
    links = "\n".join(f"栏目{number}" for number in range(150))
    assert below(f"{links}\n{PLAIN}").title == PLAIN


def test_what_a_title_shows_leaves_out_what_surrounds_it() -> None:
    for head in (
        f"【年度报告】{PLAIN}",
        f"首页>{PLAIN}",
        f"{PLAIN}.docx",
        f"{PLAIN}_某区",
        f"**{PLAIN}**",
    ):
        assert below(head).title == PLAIN


def test_data_close_behind_a_title_is_read() -> None:
    assert str(below(f"{PLAIN}发布日期：2023-01-20").metadata.published) == "2023-01-20"


@pytest.mark.parametrize(
    "label", ["填报单位", "填报单位（盖章）", "填报单位(公章)", "填 报 单 位 （盖章）"]
)
def test_a_remark_on_the_seal_is_no_part_of_a_label(label: str) -> None:
    head = f"政府信息公开情况统计表\n（2017年度）\n{label}：示例县卫生局\n"
    rows = "统计指标\t单位\t统计数\n一、主动公开情况\n（一）主动公开政府信息数\t条\t233\n"
    assert parse(head + rows).agency == "示例县卫生局"


@pytest.mark.parametrize("above", ["", "规章 |\n", "规章 | | |\n"])
def test_a_list_of_counts_above_the_title_is_no_table(above: str) -> None:
    listed = "行政许可 | 12\n行政处罚 | 4\n行政强制 | 3\n"
    table = (
        "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n"
        "规章 | 1 | 0 | 3\n行政规范性文件 | 1 | 2 | 3\n"
    )
    title = "示例县2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
    report = parse(above + listed + title + table)
    assert [cell.value for cell in report.cells if cell.value is not None] == [1, 0, 3, 1, 2, 3]
    assert [problem.code for problem in report.problems] == ["unread-rows"]


@pytest.mark.parametrize(
    "agency",
    [
        *("会同县教育局", "海曙区横街镇人民政府", "金乡镇人民政府", "双街镇", "示例街"),
        *("石桥县气象台", "石桥县第一中学", "石桥县一中", "石桥县少年宫", "石桥省女子监狱"),
        *("石桥县人大", "新疆生产建设兵团第十二师", "全国社会保障基金理事会"),
    ],
)
def test_names_that_hold_words_of_a_site_are_names(agency: str) -> None:
    report = parse(f"{agency}2022年{REPORT}\n{BODY}")
    assert (report.agency, report.year) == (agency, 2022)


def test_the_year_of_a_title_on_a_line_of_its_own_is_no_figure_outside_of_rows() -> None:
    report = parse(f"石桥镇人民政府\n2023\n年{REPORT}\n{BODY.partition(chr(10))[2]}")
    assert (report.agency, report.year) == ("石桥镇人民政府", 2023)
    assert "loose-figures" not in {problem.code for problem in report.problems}


@pytest.mark.parametrize("behind", ["", " 一、总体情况", "\n一、总体情况"])
def test_a_title_that_is_printed_again_right_behind_itself_is_one(behind: str) -> None:
    title = "云岭县水务局2022年政府信息公开工作年度报告"
    report = parse(title * 2 + behind)
    assert (report.title, report.agency, report.year) == (title, "云岭县水务局", 2022)
