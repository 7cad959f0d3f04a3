"""Decide whether a sentence is about the year and the agency of its report."""

from __future__ import annotations

import re

from ..text.fold import squeeze

_TITLES = re.compile(r"《[^》]{0,80}》")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年", re.ASCII)
_WHOLE_YEAR = re.compile(
    r"1月1日(?:起)?(?:至|到|-|—)+(?:\d{4}年)?12月31日|1(?:至|到|-|—)+12月份?|12月31日|12月底"
)
_COMPARED = re.compile(r"(?:较|比|同比|与|和)(?:上一?年度?|去年|往年)(?:同期)?(?:相比)?")
_ANOTHER_TIME = re.compile(
    r"去年|前年|往年|历年|上一?年(?!度?结转)|[上下]半年|季度|同期|月|\d日|每|[日月年人]均|近.年|"
    "计划|预计|目标|力争|拟|(?<!年)(?<!年度)以来|历史"
)
_SUMMED_UP = re.compile("累计|截至|截止|至今|现有|现存|总量")
_IN_THE_YEAR = re.compile("新增|[本今全当]年|年度|年内|新收")

OWN = "[我本](?:局|委|办|厅|院|所|校|处|区|县|市|州|省|镇|乡|街道|单位|机关|部门|中心|行政机关)"
"""Words with which an agency refers to itself."""
_NO_BODIES = re.compile(
    "政府(?:信息|网站|门户|公报|数据|服务|采购|规章|文件|部门网)|格局|布局|结局|局面|"
    "各[类种项方式界]|部门预决?算|行政机关"
)
_BODY = re.compile(
    "局|委员会|办公室|厅|街道|镇|乡|各|下属|所属|直属|下级|全[省市县区州旗系]|[省市县区乡]级|"
    "部门|单位|系统|[务理展]中心|政府|公司|企业|学校|医院|村|社区"
)
_NAME = 3


def years_named(said: str) -> list[int]:
    """The years that a sentence names, in order, except in titles."""
    return [int(year) for year in _YEAR.findall(_TITLES.sub("", said))]


def is_of_another_time(said: str) -> bool:
    """Whether a sentence may be about another time than one whole year.

    >>> is_of_another_time("本月受理33件"), is_of_another_time("全年受理33件,较去年增加3件")
    (True, False)
    """
    said = squeeze(_TITLES.sub("", said))
    rest = _COMPARED.sub("", _WHOLE_YEAR.sub("", said))
    return bool(_ANOTHER_TIME.search(rest))


def sums_up(said: str) -> bool:
    """Whether figures may be totals over several years: 累计公开5928条."""
    return bool(_SUMMED_UP.search(said))


def in_the_year(clause: str) -> bool:
    """Whether a clause says that its figure is that of the year: 新增120条."""
    return bool(_IN_THE_YEAR.search(clause))


def own_names(agency: str | None) -> tuple[str, ...]:
    """The name of the agency, and its usual short form.

    >>> own_names("示例县人民政府")
    ('示例县人民政府', '示例县政府')
    """
    name = squeeze(agency or "")
    return tuple(filter(None, dict.fromkeys((name, name.replace("人民政府", "政府")))))


def names_another_body(said: str, agency: str | None) -> bool:
    """Whether a sentence names a body that may be another than the reporting one.

    >>> names_another_body("我局收到申请3件", None), names_another_body("县水利局收到3件", None)
    (False, True)
    >>> names_another_body("县水利局收到申请3件", "示例县水利局")
    False
    """
    said = _NO_BODIES.sub("", re.sub(OWN, "", squeeze(_TITLES.sub("", said))))
    own = " ".join(own_names(agency))
    return any(
        said[max(0, body.end() - _NAME) : body.end()] not in own for body in _BODY.finditer(said)
    )
