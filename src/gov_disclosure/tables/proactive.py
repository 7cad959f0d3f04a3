"""主动公开: what an agency made public of its own accord (forms of 2019 and 2021).

Blocks follow Article 20 of the Regulations (《政府信息公开条例》第二十条).
Counts are ``int``; amounts are :class:`~decimal.Decimal` in 万元 (10,000 yuan).
"""

from __future__ import annotations

from decimal import Decimal

import attrs

from ..declare import Form, Orientation, Rule, TableDeclared, figure, group

_RULES = "第二十条第(一)项"
_LICENSING = "第二十条第(五)项"
_PENALTIES = "第二十条第(六)项"
_FEES = "第二十条第(八)项"
_PROCUREMENT = "第二十条第(九)项"
_OTHER_WORDS_FOR_CHANGE = ("本年增加/减少", "本年新增/减", "本年新增/减少", "本年增减数")


@attrs.frozen(kw_only=True)
class Documents:
    """Figures on documents of one kind, in pieces: rules (规章) or normative documents."""

    made: int | None = figure(
        "本年新制作数量",
        unit="件",
        other_words=("本年制作数量", "本年新制定数量", "本年新制发数量", "本年新增制作数量"),
        until=Form.F2019,
    )
    published: int | None = figure(
        "本年新公开数量",
        unit="件",
        other_words=("本年公开数量", "本年新增公开数量"),
        until=Form.F2019,
    )
    total_public: int | None = figure("对外公开总数量", unit="件", until=Form.F2019)
    issued: int | None = figure(
        "本年制发件数",
        unit="件",
        other_words=("本年制定件数", "本年制作件数", "本年印发件数"),
        since=Form.F2021,
    )
    repealed: int | None = figure(
        "本年废止件数",
        unit="件",
        other_words=("本年失效件数", "本年废止失效件数"),
        since=Form.F2021,
    )
    in_force: int | None = figure(
        "现行有效件数", unit="件", other_words=("现行有效文件数",), since=Form.F2021
    )


@attrs.frozen(kw_only=True)
class Decisions:
    """Figures on one kind of administrative act: items on the books, and decisions made.

    ``change`` is signed: 增30 is 30, 减3 is -3.
    """

    items_last_year: int | None = figure("上一年项目数量", unit="项", until=Form.F2019)
    change: int | None = figure(
        "本年增/减", unit="项", other_words=_OTHER_WORDS_FOR_CHANGE, until=Form.F2019
    )
    decisions: int | None = figure(
        "处理决定数量",
        unit="件",
        other_words=("本年处理绝对数量", "本年决定处理数量"),
        renamed={Form.F2021: "本年处理决定数量"},
    )


@attrs.frozen(kw_only=True)
class Fees:
    """Administrative charges: items and their change (2019), the amount in 万元 (2021)."""

    items_last_year: int | None = figure("上一年项目数量", unit="项", until=Form.F2019)
    change: int | None = figure(
        "本年增/减", unit="项", other_words=_OTHER_WORDS_FOR_CHANGE, until=Form.F2019
    )
    amount: Decimal | None = figure(
        "本年收费金额(单位:万元)", unit="万元", other_words=("收费金额",), since=Form.F2021
    )


@attrs.frozen(kw_only=True)
class Procurement:
    """Centralised government procurement: items, and their total amount in 万元."""

    items: int | None = figure("采购项目数量", unit="项", other_words=("采购数量",))
    amount: Decimal | None = figure("采购总金额", unit="万元", other_words=("总金额", "采购资金"))


@attrs.frozen(kw_only=True)
class Proactive:
    """The table 主动公开政府信息情况 of the forms of 2019 and 2021.

    >>> Proactive(licensing=Decisions(decisions=29)).licensing.decisions
    29
    """

    rules: Documents = group(Documents, "规章", block=_RULES, other_words=("政府规章", "部门规章"))
    normative_documents: Documents = group(
        Documents,
        "规范性文件",
        block=_RULES,
        renamed={Form.F2021: "行政规范性文件"},
        aliases=("规范性档案", "行政规范性档案"),
    )
    licensing: Decisions = group(
        Decisions, "行政许可", block=_LICENSING, other_words=("行政许可决定",)
    )
    other_services: Decisions = group(
        Decisions,
        "其他对外管理服务事项",
        block=_LICENSING,
        other_words=("其他管理服务事项", "对外管理服务事项", "其他对外服务管理事项"),
        until=Form.F2019,
    )
    penalties: Decisions = group(
        Decisions, "行政处罚", block=_PENALTIES, other_words=("行政处罚决定",)
    )
    coercive_measures: Decisions = group(
        Decisions, "行政强制", block=_PENALTIES, other_words=("行政强制措施",)
    )
    fees: Fees = group(
        Fees,
        "行政事业性收费",
        block=_FEES,
        other_words=("行政收费", "行政性收费", "行政性事业收费", "行政事业性收费项目"),
    )
    procurement: Procurement = group(
        Procurement,
        "政府集中采购",
        block=_PROCUREMENT,
        other_words=("政府采购", "集中采购"),
        until=Form.F2019,
    )


PROACTIVE = TableDeclared(
    key="proactive",
    model=Proactive,
    orientation=Orientation.ROW_COLUMN,
    corners=("信息内容",),
    caption_prefixes=("《中华人民共和国政府信息公开条例》", "《政府信息公开条例》", "《条例》"),
    yearly_row_rules=(Rule("in_force + repealed", "issued", last_year="in_force"),),
    asks_for_zeros=True,
    since=Form.F2019,
)
