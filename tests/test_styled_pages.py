"""Pages: what their styles and scripts make of a cell decides what it says."""

from html import escape

import pytest

from gov_disclosure.inputs.html import text_of_html


def read_in_cell(cell: str, head: str = "") -> str:
    """What is drawn of a cell, given as its content or with its own tags."""
    whole = cell if cell.startswith("<td") else f"<td>{cell}</td>"
    rows = f"<tr><td>规章</td>{whole}</tr><tr><td>行政许可</td><td>7</td></tr>"
    page = f"<html><head>{head}</head><body><table>{rows}</table></body></html>"
    return text_of_html(page).split("\n")[0].removeprefix("| 规章 | ").removesuffix(" |")


def css(rules: str, media: str = "") -> str:
    return f'<style media="{media}">{rules}</style>'


NINE = '<span class="x y" id="a">9</span>3'


class TestRulesOfThePage:
    @pytest.mark.parametrize(
        "rule",
        [
            ".x{display:none}",
            "#a { DISPLAY : none }",
            "span{display:none}",
            "span.x.y{display:none}",
            "p, .y {visibility:hidden}",
            "@media screen {.x{display:none}} @media print{.x{display:inline}}",
            ".x{display:inline} #a{display:none}",
            ".y{display:inline} .x{display:none}",
            ".x{display:none !important} #a{display:inline}",
            "/* .x{} */ @import 'a.css'; .x{display:none}",
            "<!-- .x{display:none} -->",
            ".x{display:none",
            "p .y, table > tbody > tr > td .y {display:none}",
            "td > span:first-child {display:none}",
            "tr td:nth-child(2) span {display:none}",
            ":root > body .x {display:none}",
            "[class~=x] {display:none}",
            "span[id^='a'] {display:none}",
            "span:not(.z) {display:none}",
            "table :is(.z, span, i) {display:none}",
            "table {& .x {display:none}}",
            "td {color:red; > .x {display:none} top:0}",
            ".x {@media screen {display:none}}",
            "@supports (display:grid) {@layer base {.x {display:none}}}",
            r".\78 {display:none}",
            "td .x {display:none} .y {display:inline}",
            ":is(#a) {display:none} .x.y {display:inline}",
            "td:nth-child(3) ~ td .x, td + td .x {display:none}",
            "td .x {display:none} .x:wrong(, .x::nothing {display:inline}",
            "@media not print {.x {display:none}}",
            "@media print, (min-width:768px) and (orientation:landscape) {.x {display:none}}",
            "@media (width >= 768px) {.x {display:none}}",
        ],
    )
    def test_they_hide_words(self, rule: str) -> None:
        assert read_in_cell(NINE, css(rule)) == "3"

    @pytest.mark.parametrize(
        "rule",
        [
            "@media print{.x{display:none}}",
            "@media (max-width: 600px){.x{display:none}}",
            "@keyframes x{from{display:none}}",
            "td.x{display:none}",
            "#a{display:inline} .x{display:none}",
            ".x:hover{display:none}",
            "p .x {display:none}",
            ":root > :root .x, * > html .x {display:none}",
            "table > td > .x {display:none}",
            "td:first-child .x, td:nth-child(3) .x {display:none}",
            "span:not(.x) {display:none}",
            ".x {display:none} .y {display:inline}",
            ".x {.z & {display:none}}",
            "@media (width < 768px) {.x {display:none}}",
            "@media (prefers-color-scheme: dark) {.x {display:none}}",
            "@supports not (display:grid) {.x {display:none}}",
            ".x::before {display:none}",
            "td :disabled, td:has(.x) {display:none}",
            "}}.x{display:none}{",
        ],
    )
    def test_others_do_not(self, rule: str) -> None:
        assert read_in_cell(NINE, css(rule)) == "93"

    def test_neither_does_a_sheet_for_print(self) -> None:
        assert read_in_cell(NINE, css(".x{display:none}", "print")) == "93"
        assert read_in_cell(NINE, css(".x{display:none}", "screen, print")) == "3"

    @pytest.mark.parametrize(
        "around",
        ["<noscript>{}</noscript>", "<template>{}</template>", "<!-- {} -->"],
    )
    def test_neither_does_a_sheet_that_is_not_in_use(self, around: str) -> None:
        assert read_in_cell(NINE, around.format(css(".x{display:none}"))) == "93"
        less = css(".x{display:none}").replace("<style", "<style type=text/less")
        assert read_in_cell(NINE, less) == "93"

    def test_marks_that_scripts_take_away_hide_nothing(self) -> None:
        marked = '<span v-cloak class="no-js">{{ row.n }}</span>'
        rules = css("[v-cloak], .ng-cloak, .no-js {display:none}")
        assert read_in_cell(marked, rules) == "{{ row.n }}"

    def test_the_style_of_an_element_counts_before_them(self) -> None:
        shown = NINE.replace("<span", '<span style="display:inline"')
        assert read_in_cell(shown, css(".x{display:none}")) == "93"

    def test_they_strike_and_raise(self) -> None:
        assert read_in_cell(NINE, css(".x{text-decoration:line-through}")) == "~~9~~3"
        assert read_in_cell(NINE, css(".x{vertical-align:super}")) == "⁹3"

    def test_they_hide_cells_and_closed_tables(self) -> None:
        assert read_in_cell('<td>3</td><td class="x">9</td>', css(".x{display:none}")) == "3"
        table = "<table><tr><td>规章<td>{}<tr><td>行政许可<td>7</table>"
        old = f'<div class="old">{table.format(9)}</div>'
        page = f"{css('.old{display:none}')}{table.format(3)}{old}"
        assert text_of_html(page) == "| 规章 | 3 |\n| 行政许可 | 7 |"

    def test_very_many_of_them_take_no_longer_than_their_length(self) -> None:
        head = css("/*" * 50000 + "{" * 50000 + "a" * 50000)
        head += css(":is(" * 2000 + "a" + ")" * 2000 + "{top:0}") + css("b{" * 2000)
        assert read_in_cell(NINE, head + css(".x{top:1px}" * 1000 + ".x{display:none}")) == "3"

    def test_long_lists_and_deep_pages_are_no_trouble(self) -> None:
        rules = css(".x ~ .x, .x:nth-of-type(2n), div .x {top:0} .x {display:none}")
        words = "<b class=x>9</b>3" * 3000
        assert text_of_html(f"<html>{rules}<p>{words}") == "3" * 3000
        assert text_of_html(f"<html>{rules}{'<div>' * 3000}{NINE}") == "3"

    def test_selectors_within_others_take_no_longer_than_their_length(self) -> None:
        head = css(".x, .y {" * 60 + "display:none" + "}" * 60)
        assert read_in_cell(NINE, head + css(".y, p { &.x, b {display:none} }")) == "3"

    @pytest.mark.parametrize(
        "chain", [".x div div div div div", ".x ~ p ~ p ~ p ~", ":is(.x) * * *"]
    )
    def test_neither_do_long_chains_on_deep_pages(self, chain: str) -> None:
        rules = css(f"{chain} b {{top:0}} .x {{display:none}}")
        page = f"<html>{rules}{NINE}{'<div>' * 300}{'<p></p>' * 300}<b>4</b>"
        assert text_of_html(page) == "3\n4"

    def test_elements_within_elements_of_the_same_kind_are_no_trouble(self) -> None:
        for tag in ("select", "noscript", "template"):
            assert text_of_html(f"<p>{NINE}{f'<{tag}>' * 20_000}<option>") == "93"


INVISIBLE = [
    "opacity:0",
    "color:transparent",
    "position:absolute;left:-9999px",
    "position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)",
    "display:inline-block;width:0;overflow:hidden",
    "display:inline-block;text-indent:-9999px",
    "font-size:0",
    "font:0/0 a",
    "color:#0000",
    "color:rgba(0, 0, 0, 0)",
    "opacity:0%",
    "transform:scale(0)",
    "clip-path:circle(0)",
    "position:absolute;margin-left:-999em",
    "opacity:-1",
    "filter:blur(1px) opacity(0%)",
    "scale:0",
    "clip-path:polygon(0 0, 0 0)",
    "color:rgb(0 0 0 / 0%)",
]


class TestStylesOfWords:
    @pytest.mark.parametrize("style", INVISIBLE)
    def test_what_is_not_seen_is_left_out(self, style: str) -> None:
        assert read_in_cell(f'<span style="{style}">9</span>3') == "3"

    @pytest.mark.parametrize(
        "style",
        ["opacity:0.5", "left:-999px", "clip:rect(0,0,0,0)", "font-size:0.9em", "width:10px"],
    )
    def test_what_is_seen_is_not(self, style: str) -> None:
        assert read_in_cell(f'<span style="{style}">9</span>3') == "93"

    def test_a_size_of_its_own_is_seen_within_one_without_size(self) -> None:
        inner = '<b style="font-size:12px">3</b>'
        assert read_in_cell(f'<span style="font-size:0">9{inner}9</span>') == "3"

    @pytest.mark.parametrize(
        ("raised", "shown"),
        [
            ('3<span style="vertical-align:super">1</span>', "3¹"),
            ('3<span style="vertical-align:4px">1</span>', "3¹"),
            ('3<span style="vertical-align:sub">1</span>', "3₁"),
            ('3<span style="position:relative;top:-5px">1</span>', "3 1"),
            ('<span style="position:relative;top:-3pt">31</span>', "31"),
            ('<span style="vertical-align:middle">31</span>', "31"),
            ("3<small>1</small>", "3 1"),
            ("31<small>件</small>", "31件"),
            ('<span style="position:absolute">2023</span>3', "2023 3"),
            ("<bdo dir=rtl>31</bdo>", "13"),
            ('<span style="unicode-bidi:bidi-override;direction:rtl">31</span>', "13"),
            ('3<span style="font-size:60%">1</span>', "3 1"),
            ('3<span style="vertical-align:top;font-size:8px">1</span>', "3 1"),
            ('<span style="float:right">1</span>3', "1 3"),
            ('<b style="order:2">1</b><b style="order:1">3</b>', "1 3"),
            ('3<b style="transform:translateX(-20px)">1</b>', "3 1"),
            ("<math><msup><mn>3</mn><mn>1</mn></msup></math>", "3 1"),
            ("<math><mn>31</mn></math>", "31"),
            ('<b style="display:block">3</b><b style="display:block">1</b>', "3 1"),
            ('<b style="display:inline-block">3</b><b>1</b>', "31"),
            ('3<sup hidden>1</sup><button style="display:none">1</button>', "3"),
            ('<i class="icon" style="display:block"></i>', "〔图〕"),
        ],
    )
    def test_digits_in_another_place_are_no_part_of_a_figure(self, raised: str, shown: str) -> None:
        assert read_in_cell(raised) == shown

    @pytest.mark.parametrize(
        "white",
        [
            '<font color="white">9</font>',
            '<font color="ffffff">9</font>',
            '<span style="color:#FFFFFF">9</span>',
            '<span style="color:rgb(255 255 255)">9</span>',
            '<span style="color:hsl(0, 0%, 100%)">9</span>',
            '<span style="color:#fefefe;background:none">9</span>',
            '<span style="color:snow;background-color:white">9</span>',
            '<span style="opacity:.01">9</span>',
            '<span style="mso-hide:all">9</span>',
        ],
    )
    def test_white_digits_are_no_part_of_one_either(self, white: str) -> None:
        assert read_in_cell(f"{white}3") == "~~9~~3"
        assert read_in_cell('<span style="color:white">无</span>') == "无"

    @pytest.mark.parametrize(
        "cell",
        [
            '<td style="background:#036"><font color=white>9</font>3</td>',
            '<td bgcolor="#003366" style="color:#fff">93</td>',
            '<td style="color:#fff;background:url(a.png)">93</td>',
            '<td style="color:white"><span style="color:black">93</span></td>',
            '<td style="color:transparent"><span style="color:#333">93</span></td>',
        ],
    )
    def test_those_on_a_ground_or_in_another_colour_are(self, cell: str) -> None:
        assert read_in_cell(cell) == "93"

    @pytest.mark.parametrize(
        "cell",
        [
            '<td style="visibility:hidden">93</td>',
            '<td style="opacity:0"><b style="color:red">93</b></td>',
            '<p style="visibility:hidden">93</p>',
            '<div style="opacity:0">93</div>',
            '<p style="text-indent:-9999px">93</p>',
            '<div style="position:absolute;left:-9999px">93</div>',
            '<div style="height:0;overflow:hidden">93</div>',
            '<td style="text-indent:-9999px">93</td>',
        ],
    )
    def test_an_unseen_cell_or_block_in_it_is_no_figure(self, cell: str) -> None:
        assert read_in_cell(cell) == "~~93~~"

    def test_a_first_line_that_hangs_out_is_seen(self) -> None:
        for room in ("margin-left:105pt", "margin:0 0 0 105pt", "padding:0 105pt"):
            assert read_in_cell(f'<p style="{room};text-indent:-105pt">93</p>') == "93"

    def test_a_block_that_is_moved_to_the_middle_is_seen(self) -> None:
        block = '<div style="position:absolute;left:50%;margin-left:-490px;top:-200px">93</div>'
        assert read_in_cell(block) == "93"

    def test_a_share_of_an_unknown_height_is_no_limit(self) -> None:
        """Old sheets say so to make old browsers lay out a block."""
        assert read_in_cell('<div style="height:1%;overflow:hidden">93</div>') == "93"

    def test_a_cell_without_size_is_empty(self) -> None:
        assert read_in_cell('<td style="font-size:0">93</td>') == ""
        assert read_in_cell('<td style="font-size:0"><p style="font-size:9pt">93</p></td>') == "93"

    def test_blocks_that_a_script_may_fade_in_are_read(self) -> None:
        rows = "<table><tr><td>规章<td>3<tr><td>行政许可<td>7</table>"
        shown = text_of_html(f'<div style="opacity:0">{rows}</div>')
        assert shown == "| 规章 | 3 |\n| 行政许可 | 7 |"

    def test_a_white_cell_is_no_figure(self) -> None:
        assert read_in_cell('<td style="color:white">93</td>') == "~~93~~"


class TestTheCascade:
    """What counts among all that is declared for an element, as in browsers."""

    @pytest.mark.parametrize(
        "style",
        [
            "display:none;display:nonsense",
            "display:none!important;display:inline",
            "display:/* at first */none",
            "display:none;}",
            "display:none;color:(",
            "DISPLAY:None",
            "visibility:hidden;font-family:'a;visibility:visible'",
            "position:absolute;inset:-999px auto auto -999px",
            "position:absolute;margin:0 0 0 -999px",
            "display:inline-block;width:0;overflow:hidden visible",
            "font:normal 0px/1 a",
            "font:12px a;font-size:0",
            "color:red;-webkit-text-fill-color:transparent",
        ],
    )
    def test_the_style_of_an_element_hides_words(self, style: str) -> None:
        assert read_in_cell(f'<span style="{style}">9</span>3') == "3"

    @pytest.mark.parametrize(
        "style",
        [
            "display:none;display:inline",
            "visibility:hidden;visibility:visible",
            "/*display:none*/",
            "font-family:'display:none'",
            "-moz-display:none",
            "*display:none",
            "display:none;all:unset",
            "font-size:0;font-size:12px",
            "font-size:0;font:12px a",
            "font-size:12",
            "float:left;float:none",
            "position:absolute;position:static",
            "color:white;color:black",
            "text-decoration:line-through;text-decoration:none",
            "background:linear-gradient(red, blue);background-clip:text;color:transparent",
            "opacity:var(--x)",
            "background:#036 url(text.png);color:white",
        ],
    )
    def test_or_shows_them_by_the_value_that_counts(self, style: str) -> None:
        assert read_in_cell(f'<span style="{style}">9</span>3') == "93"

    @pytest.mark.parametrize(
        ("rules", "shown"),
        [
            (":root{--d:none} .x{display:var(--d)}", "3"),
            (":root{--d:none} td{--d:inline} .x{display:var(--d)}", "93"),
            (".x{display:var(--d, none)}", "3"),
            (".x{--d:var(--e, none);display:var(--d)}", "3"),
            (":root{--d:var(--e);--e:var(--d)} .x{display:var(--d)}", "93"),
            (":root{--c:#fff} .x{color:var(--c)}", "~~9~~3"),
            ("td{color:#fff;background:var(--elsewhere)}", "93"),
            (".x{display:none} span.x{display:initial}", "93"),
            (".x{visibility:hidden} span.x{visibility:unset}", "93"),
            ("td{color:#fff} .x{color:#000}", "9~~3~~"),
            ("td{color:#fff} .x{color:initial}", "9~~3~~"),
            ("td{background:#036;color:#fff} .x{background:#fff}", "~~9~~3"),
            (".x{display:inline-block;max-height:0;overflow:hidden}", "3"),
            ("tr{visibility:hidden} .x{visibility:visible}", "9~~3~~"),
            ("td + td{text-decoration:line-through} .x{text-decoration:none}", "~~9~~~~3~~"),
            ("td + td{font-size:0} .x{font-size:200%}", ""),
            ("td + td{font-size:0} .x{font-size:1rem}", "9"),
            ("td{font-size:16pt} .x{font-size:8pt}", "9 3"),
            ("td{direction:rtl} .x{unicode-bidi:bidi-override}", "93"),
        ],
    )
    def test_values_are_passed_on_to_the_elements_within(self, rules: str, shown: str) -> None:
        assert read_in_cell(NINE, css(rules)) == shown

    def test_a_style_counts_before_attributes(self) -> None:
        assert read_in_cell('<span hidden style="display:inline">9</span>3') == "93"
        assert read_in_cell('<font color=white style="color:black">9</font>3') == "93"
        assert read_in_cell('<img width=9 style="width:0" alt=9>3') == "3"
        assert read_in_cell("<svg display=none style='display:inline'></svg>") == "〔图〕"

    def test_words_are_seen_within_words_that_are_not(self) -> None:
        shown = '<b style="visibility:visible">3</b>'
        assert read_in_cell(f'<span style="visibility:hidden">9{shown}<img></span>') == "3"

    def test_changes_of_elements_within_each_other_add_up(self) -> None:
        assert read_in_cell("<del><b><sup>9</sup></b></del>3") == "~~⁹~~ 3"
        assert read_in_cell('<sup style="color:white">9</sup>3') == "~~⁹~~3"

    def test_many_variables_and_long_values_take_no_longer_than_their_length(self) -> None:
        doubled = "".join(f"--v{at}:var(--v{at + 1}) var(--v{at + 1});" for at in range(60))
        rules = css(f":root{{{doubled}--v60:none}} .x{{display:var(--v0)}}")
        assert read_in_cell(NINE, rules) == "93"
        nested = "".join(f'<b style="--x{at}:{at};color:var(--x0)">' for at in range(3000))
        assert text_of_html(f"<p>{nested}3") == "3"
        for value in ("(" * 50_000, "0" * 50_000 + "x", "polygon(" + "0 " * 50_000 + "1)"):
            for name in ("color", "font", "font-size", "scale", "clip-path", "display"):
                assert read_in_cell(f'<b style="{name}:{value}">3</b>') == "3"
                assert read_in_cell(NINE, css(f".x {{{name}:{value}}}")) == "93"


class TestHiddenBlocksInCells:
    @pytest.mark.parametrize(
        "block",
        [
            '<div style="display:none">9</div>',
            "<ul hidden><li>9</li></ul>",
            "<p hidden>9</p>",
            "<dialog>9</dialog>",
        ],
    )
    def test_a_hidden_line_is_left_out(self, block: str) -> None:
        assert read_in_cell(f"{block}3") == "3"

    def test_alone_it_has_a_mark(self) -> None:
        assert read_in_cell('<div style="display:none">9</div>') == "〔图〕"
        assert read_in_cell("<dialog open>9</dialog>") == "9"

    def test_a_panel_that_opens_is_read(self) -> None:
        table = "<table><tr><td>规章<td>3<tr><td>行政许可<td>7</table>"
        page = f"<table><tr><td><div hidden>{table}</div></table>"
        assert text_of_html(page) == "| 规章 | 3 |\n| 行政许可 | 7 |"
        assert text_of_html("<table><tr><td><div hidden><p>a<p>b</div></table>") == "a\nb"


class TestElementsThatShowSomethingElse:
    @pytest.mark.parametrize("tag", ["audio", "video", "noembed", "noframes", "meter", "progress"])
    def test_their_text_is_not_seen(self, tag: str) -> None:
        assert read_in_cell(f"3<{tag}>9</{tag}>") == "3"

    @pytest.mark.parametrize(
        "shown",
        [
            "<meter>9</meter>",
            "<canvas>9</canvas>",
            "<select><option>3<option selected>4</select>",
            '<i class="iconfont icon-3"></i>',
            '<input type="image" src="3.png">',
            '<asp:Label id="l"></asp:Label>',
            "<x-number></x-number>",
        ],
    )
    def test_alone_they_have_a_mark(self, shown: str) -> None:
        assert read_in_cell(shown) == "〔图〕"

    @pytest.mark.parametrize(
        ("field", "shown"),
        [
            ("<input type=button value=3>", "3"),
            ("<input type=checkbox value=3>", ""),
            ("<input type=password value=3>", "〔图〕"),
        ],
    )
    def test_a_field_shows_its_value(self, field: str, shown: str) -> None:
        assert read_in_cell(field) == shown


class TestCellsThatAStyleFills:
    """They are not empty, though there is nothing in the source of the page."""

    def test_they_have_a_mark(self) -> None:
        rule = css("td::after{content:attr(data-n)}")
        assert read_in_cell('<td data-n="\ue900"></td>', rule) == "〔图〕"
        assert read_in_cell("<td></td>", css("td::before{content:counter(n)}")) == "〔图〕"
        assert read_in_cell("<td></td>", rule) == ""
        assert read_in_cell("<td></td>", css("td:before{content:''}")) == ""

    @pytest.mark.parametrize(
        ("cell", "rule", "shown"),
        [
            ('<td data-n="3"></td>', "td::after{content:attr(data-n)}", "3"),
            ("<td></td>", "td:empty::before{content:'-'}", "-"),
            ("<td class=n>3</td>", ".n::before{content:'1'}", "13"),
            ("<td><i></i>3</td>", "i::before{content:'1'}", "13"),
            ("<td>3</td>", "td::before{content:'-'}", "3"),
            ("<td>3</td>", "td::after{content:'件'}", "3"),
            ("<td>3</td>", "td::after{content:'1';display:none}", "3"),
            ("<td class=n>3</td>", ".n::before{content:'1'} td.n::before{content:none}", "3"),
        ],
    )
    def test_a_figure_that_a_style_shows_is_said(self, cell: str, rule: str, shown: str) -> None:
        assert read_in_cell(cell, css(rule)) == shown


class TestPicturesInRowsWithoutLabels:
    HEADER = "<tr><td>维持<td>纠正"

    @pytest.mark.parametrize("other", ["0", "<img>"])
    def test_they_are_drawn_below_a_header(self, other: str) -> None:
        page = f"<table>{self.HEADER}<tr><td><img><td>{other}</table>"
        assert text_of_html(page).split("\n")[1].startswith("| 〔图〕 | ")

    def test_they_are_not_where_there_is_none(self) -> None:
        page = f"<table><tr><td><img><td><img>{self.HEADER}</table>"
        assert text_of_html(page) == "|  |  |\n| 维持 | 纠正 |"


def test_the_foot_of_a_table_stands_below_it() -> None:
    page = "<table><tfoot><tr><td>c<td>3</tfoot><tbody><tr><td>a<td>1<tr><td>b<td>2</table>"
    assert text_of_html(page) == "| a | 1 |\n| b | 2 |\n| c | 3 |"


def test_styles_count_wherever_they_stand() -> None:
    assert text_of_html(f"<p>{NINE}</p>{css('.x{display:none}')}") == "3"


class TestRowsWithAsManyCells:
    def test_a_figure_over_all_columns_moves_no_header(self) -> None:
        """Two such rows are more than the one header with as many cells."""
        header = "<tr><td>a<td colspan=2>b<td>c"
        plain = "<tr><td>d<td>1<td>2<td>3"
        merged = "<tr><td>e<td>f<td colspan=2>0"
        drawn = text_of_html(f"<table>{header}{plain}{merged}{merged}</table>")
        assert drawn.startswith("| a | b |  | c |\n| d | 1 | 2 | 3 |\n")


def test_labels_and_figures_in_tables_beside_each_other_are_rows() -> None:
    labels = "<table><tr><td>统计指标<td>单位<tr><td>网站<td>条<tr><td>微博<td>条</table>"
    figures = "<table><tr><td>统计数<tr><td>41<tr><td>0</table>"
    page = f"<table><tr><td>{labels}<td>{figures}</table>"
    assert (
        text_of_html(page) == "| 统计指标 | 单位 | 统计数 |\n| 网站 | 条 | 41 |\n| 微博 | 条 | 0 |"
    )


TABLE = "<table><tr><td>规章</td><td>3</td></tr><tr><td>行政许可</td><td>7</td></tr></table>"
ROWS = "| 规章 | 3 |\n| 行政许可 | 7 |"


class TestPagesWithinPages:
    def test_a_frame_that_holds_its_page_is_read(self) -> None:
        frame = f'<iframe srcdoc="{escape(TABLE)}"></iframe>'
        assert text_of_html(f"<p>a</p>{frame}<p>b</p>") == f"a\n{ROWS}\nb"

    def test_frames_within_it_are_not(self) -> None:
        inner = f'<iframe srcdoc="{escape(TABLE)}"></iframe>'
        assert text_of_html(f'<p>a<iframe srcdoc="{escape(inner)}"></iframe>') == "a"
