"""The rules other than sums: codes, words and messages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from ..findings import Amount, Finding, Status
from ..values import Cell, Span


@attrs.frozen(kw_only=True)
class ReportRule:
    """A rule about one or several reports: its code, expression, words and messages.

    ``messages`` are what a finding says, English and Chinese, for every status it can have;
    names in braces stand for the particulars.
    """

    code: str
    rule: str
    words: str
    messages: Mapping[Status, tuple[str, str]]

    def finding(
        self,
        status: Status,
        *,
        cells: Iterable[Cell] = (),
        spans: Iterable[Span] = (),
        years: Iterable[int] = (),
        left: Amount | None = None,
        right: Amount | None = None,
        **particulars: object,
    ) -> Finding:
        """The finding of the rule in one place."""
        english, chinese = self.messages[status]
        return Finding(
            code=self.code,
            status=status,
            rule=self.rule,
            words=self.words,
            message=english.format(**particulars),
            message_zh=chinese.format(**particulars),
            cells=tuple(cells),
            spans=tuple(spans),
            years=tuple(years),
            left=left,
            right=right,
        )


SECTION_PRESENT = ReportRule(
    code="section-present",
    rule="section in report",
    words="a report has every part that its notice prescribes",
    messages={
        Status.PASS: ("there is a part {heading}", "有“{heading}”部分"),
        Status.FAIL: ("there is no part {heading}", "缺少“{heading}”部分"),
        Status.UNKNOWN: (
            "no line is the heading {heading}; the text may be an extract, or use another heading",
            "没有单独成行的标题“{heading}”，可能是节选，或者标题写法不同",
        ),
    },
)
SECTION_ONCE = ReportRule(
    code="section-once",
    rule="count(section) = 1",
    words="a report has no part twice",
    messages={
        Status.PASS: ("there is one part {heading}", "“{heading}”部分只有一处"),
        Status.FAIL: (
            "there are {times} parts {heading}",
            "“{heading}”部分有{times}处",
        ),
    },
)
SECTION_FILLED = ReportRule(
    code="section-filled",
    rule="section != nothing",
    words="a part of a report says something; the last may say 无",
    messages={
        Status.PASS: ("the part {heading} has content", "“{heading}”部分有内容"),
        Status.NOTICE: (
            "the part {heading} says only {said}",
            "“{heading}”部分只有“{said}”",
        ),
        Status.FAIL: ("the part {heading} is empty", "“{heading}”部分没有内容"),
        Status.UNKNOWN: (
            "nothing stands between {heading} and the next heading, or the end of the text",
            "“{heading}”与下一标题或文末之间没有内容",
        ),
    },
)
TABLE_PRESENT = ReportRule(
    code="table-present",
    rule="table in section",
    words="the table follows its heading",
    messages={
        Status.PASS: ("the part {heading} has its table", "“{heading}”部分有表格"),
        Status.FAIL: (
            "the part {heading} has no row of its table, which may be a picture",
            "“{heading}”部分没有表格，原表可能是图片",
        ),
        Status.UNKNOWN: (
            "the part {heading} has labels of its table or a reference to it, but no row was read",
            "“{heading}”部分有表格的字样或指明表格另附，但没有读出表格",
        ),
    },
)
ZEROS_PRINTED = ReportRule(
    code="zeros-printed",
    rule="cell != blank",
    words="where there is nothing to report, the form wants a 0",
    messages={
        Status.PASS: ("no cell of {heading} is blank", "“{heading}”没有空白格"),
        Status.NOTICE: (
            "{count} cells of {heading} are blank, where the form wants a 0",
            "“{heading}”有{count}格空白，按填报要求应填“0”",
        ),
        Status.UNKNOWN: (
            "{count} cells of {heading} are not shown by the text",
            "“{heading}”有{count}格在文本中没有显示",
        ),
    },
)
ROW_PLACED = ReportRule(
    code="row-placed",
    rule="row = sum(row)",
    words="the figures behind a label can stand at cells of its row so that its sums hold",
    messages={
        Status.NOTICE: (
            "{place}: wherever {figures} may stand, the sums of the row do not hold; a figure is "
            "wrong, missing, or of another row",
            "{place}：{figures}无论位于哪几格，都不符合本行勾稽关系，可能有数字错误、缺失或属于其他行",
        ),
        Status.UNKNOWN: (
            "{place}: the text does not show at which of the cells {figures} may stand",
            "{place}：文本没有显示{figures}位于哪几格",
        ),
    },
)
YEAR_OF_PERIOD = ReportRule(
    code="year-of-period",
    rule="year = period.last.year",
    words="title and statistics are of the same year",
    messages={
        Status.PASS: ("title and statistics are of {year}", "标题与统计期限同为{year}年"),
        Status.FAIL: (
            "the title says {year}, the statistics end on {last}",
            "标题为{year}年，统计期限截至{last}",
        ),
        Status.UNKNOWN: (
            "the title says {year}; the statistics end on {last}, which is not the end of a year",
            "标题为{year}年，统计期限截至{last}，并非年底",
        ),
    },
)
YEAR_OF_PROSE = ReportRule(
    code="year-of-prose",
    rule="year in sections",
    words="the prose mentions the year in the title",
    messages={
        Status.PASS: ("the prose mentions {year}", "正文提到{year}年"),
        Status.NOTICE: (
            "the title says {year}, the prose reports on {other} and never mentions {year}",
            "标题为{year}年，正文所述为{other}年，没有提到{year}年",
        ),
    },
)
FEES_EXPLAINED = ReportRule(
    code="fees-explained",
    rule="fees.amount = 0 or 信息处理费 in text",
    words="a report that prints charges says whether there were any for disclosure (信息处理费)",
    messages={
        Status.PASS: ("charges are {amount} 万元, or explained", "收费{amount}万元，或者已作说明"),
        Status.NOTICE: (
            "charges are {amount} 万元, but the part {heading} does not mention 信息处理费",
            "收费{amount}万元，“{heading}”部分没有说明信息处理费",
        ),
    },
)
PROSE_TABLE = ReportRule(
    code="prose-table",
    rule="figure = cells",
    words="a quantity in the narrative is the same in the table",
    messages={
        Status.PASS: (
            "{name}: the narrative says {said}, and so does the table",
            "{name}：正文为{said}，与表格一致",
        ),
        Status.FAIL: (
            "{name}: the narrative says {said}, the table prints {printed}",
            "{name}：正文为{said}，表格为{printed_zh}",
        ),
        Status.UNKNOWN: (
            "{name}: the narrative says {said}, the table prints {printed}; this decides nothing",
            "{name}：正文为{said}，表格为{printed_zh}，无法判断",
        ),
    },
)
PROSE_SUM = ReportRule(
    code="prose-sum",
    rule="whole = sum(parts)",
    words="the parts that the narrative lists add up to the whole that it names",
    messages={
        Status.PASS: (
            "{words}: {whole} is the sum of its parts, {parts}",
            "{words}：{whole}等于各项之和（{parts}）",
        ),
        Status.FAIL: (
            "{words}: the narrative says {whole}, but its parts are {parts}{total}",
            "{words}：正文为{whole}，但所列部分为{parts}{total}",
        ),
    },
)
YEAR_KNOWN = ReportRule(
    code="year-known",
    rule="year != None",
    words="every report of a series has a year",
    messages={
        Status.UNKNOWN: (
            "the {number}. report, {name}, names no year and is left out",
            "第{number}份报告（{name}）没有写明年度，未参与比较",
        ),
    },
)
YEAR_ONCE = ReportRule(
    code="year-once",
    rule="count(year) = 1",
    words="a series has one report of each year",
    messages={
        Status.NOTICE: (
            "{times} reports are of {year}; that year is not compared",
            "{year}年有{times}份报告，该年未参与比较",
        ),
    },
)
NO_GAP = ReportRule(
    code="no-gap",
    rule="year = last_year.year + 1",
    words="a series has every year",
    messages={
        Status.NOTICE: (
            "between {before} and {year} there is no report",
            "{before}年与{year}年之间缺少报告",
        ),
    },
)
ONE_AGENCY = ReportRule(
    code="one-agency",
    rule="agency = last_year.agency",
    words="a series is of one agency",
    messages={
        Status.NOTICE: (
            "the report of {before} is of {other}, that of {year} of {agency}; "
            "the two are not compared",
            "{before}年报告的单位是{other}，{year}年报告的单位是{agency}，两者未作比较",
        ),
    },
)
SAME_FORM = ReportRule(
    code="same-form",
    rule="form = last_year.form",
    words="both years are on the same form",
    messages={
        Status.PASS: (
            "{before} and {year} are on the form of {form}",
            "{before}年与{year}年同用{form}年格式",
        ),
        Status.NOTICE: (
            "{before} is on the form of {other}, {year} on that of {form}",
            "{before}年用{other}年格式，{year}年改用{form}年格式",
        ),
    },
)
NO_JUMP = ReportRule(
    code="no-jump",
    rule="max(figure, last_year.figure) < 10 * min(figure, last_year.figure)",
    words="a figure of a hundred or more is not ten times, or a tenth of, that of the year before",
    messages={
        Status.NOTICE: (
            "{place}: {other} in {before}, {figure} in {year}",
            "{place}：{before}年为{other}，{year}年为{figure}",
        ),
    },
)
