"""The sections of a report: keys, prescribed headings, and words that identify them.

The headings are those of 国办公开办函〔2019〕60号 and 〔2021〕30号; reports on the form of 2014
have freer headings, and often two more sections: ``fees`` and ``statistics``.
"""

from __future__ import annotations

import attrs

from ..declare import Form


@attrs.frozen
class SectionDeclared:
    """A section of the report: its key, its heading, and words of which any identifies it.

    ``since`` is the first form whose notice prescribes it, None if none does.  ``may_be_nothing``:
    a section that says only 无 is complete.
    """

    key: str
    heading: str
    words: tuple[str, ...]
    since: Form | None = None
    may_be_nothing: bool = False


NOUNS = ("情况", "概述", "概况", "事项")
"""The last words of headings that are nouns rather than sentences."""
MATTERS = (*NOUNS, "措施", "问题")
"""The last words of headings that lost their number, or are glued to their text."""

SECTIONS = (
    SectionDeclared("statistics", "政府信息公开情况统计表", ("统计表",)),
    SectionDeclared(
        "proceedings",
        "四、政府信息公开行政复议、行政诉讼情况",
        ("复议", "诉讼"),
        since=Form.F2019,
    ),
    SectionDeclared("fees", "四、收费及减免情况", ("收费", "减免")),
    SectionDeclared(
        "applications",
        "三、收到和处理政府信息公开申请情况",
        ("依申请", "公开申请", "不予公开"),
        since=Form.F2019,
    ),
    SectionDeclared("problems", "五、存在的主要问题及改进情况", ("问题",), since=Form.F2019),
    SectionDeclared("proactive", "二、主动公开政府信息情况", ("主动公开",), since=Form.F2019),
    SectionDeclared(
        "other_matters",
        "六、其他需要报告的事项",
        ("其他事项", "需要报告", "需要说明"),
        since=Form.F2019,
        may_be_nothing=True,
    ),
    SectionDeclared(
        "overview",
        "一、总体情况",
        ("总体情况", "概述", "概况", "基本情况", "总体工作", "基本工作"),
        since=Form.F2019,
    ),
)
"""The sections, in the order in which their words are searched: specific words first."""


def heading_of(key: str) -> str:
    """The prescribed heading of a section and its table.

    >>> heading_of("overview")
    '一、总体情况'
    """
    return next(section.heading for section in SECTIONS if section.key == key)
