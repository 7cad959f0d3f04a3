"""The labelled data around the tables of a report, declared with all labels that name a field."""

from __future__ import annotations

from datetime import date

import attrs

from .declare import figure


@attrs.frozen(kw_only=True)
class Metadata:
    """The catalogue data that web systems print above a report; None for what is not printed.

    Values are given as printed, except the two dates, which are :class:`~datetime.date`, or
    None if the calendar has no such day.
    """

    index_number: str | None = figure(
        "索引号", aliases=("信息索引号", "索引编号", "索取号", "索引")
    )
    document_number: str | None = figure(
        "发文字号",
        aliases=(
            *("文号", "发文号", "文件编号", "发文文号", "发布文号", "公文文号", "文件字号"),
            *("文件号",),
        ),
    )
    agency: str | None = figure(
        "发布机构",
        aliases=(
            *("发布单位", "发文机关", "发文单位", "发文机构", "公开机构", "公开单位", "制发机关"),
            *("公开主体", "公开责任部门", "公开部门", "发布部门", "编制单位", "制发机构"),
        ),
    )
    published: date | None = figure(
        "发布日期",
        aliases=(
            *("发布时间", "公开日期", "公开时间", "公布日期", "公布时间", "发表日期", "发表时间"),
            *("发稿时间", "上传时间", "信息提供日期", "日期", "时间"),
        ),
    )
    created: date | None = figure(
        "成文日期",
        aliases=(
            *("成文时间", "生成日期", "生成时间", "发文日期", "发文时间", "印发日期"),
            *("产生日期", "形成日期", "制发日期", "撰写时间", "公文生成日期"),
        ),
    )
    subject: str | None = figure("主题分类", aliases=("主题", "主题类别", "信息分类"))
    validity: str | None = figure(
        "有效性",
        aliases=(
            "文件有效性",
            "文件状态",
            "公文时效",
            "时效",
            "效力状态",
            "效力属性",
            "时效性",
            "是否有效",
        ),
    )
    disclosure_mode: str | None = figure("公开方式", aliases=("公开形式", "公开类别", "公开属性"))


@attrs.frozen(kw_only=True)
class Contacts:
    """The people named below the table of the form of 2014 (国办发〔2014〕32号).

    None for what is not printed; ``filled_on`` is a :class:`~datetime.date`.
    """

    head: str | None = figure("单位负责人", aliases=("负责人",))
    reviewer: str | None = figure("审核人", aliases=("审核",))
    preparer: str | None = figure("填报人", aliases=("填表人",))
    phone: str | None = figure("联系电话", aliases=("电话",))
    filled_on: date | None = figure("填报日期", aliases=("填表日期", "填报时间"))
    reporting_unit: str | None = figure("填报单位", aliases=("单位名称",))
