"""依申请公开: applications received and how they were handled (forms of 2019 and 2021).

All figures are counts of applications (件).
"""

from __future__ import annotations

import attrs

from ..declare import Form, Orientation, Rule, TableDeclared, divided, figure, group
from .totals import OTHER_WORDS_FOR_TOTAL

_RESULTS = "三、本年度办理结果"
_BODIES = ("机构", "组织", "企业", "单位", "团体", "公司")


def _bodies(*fields: str) -> tuple[str, ...]:
    """The bodies in a field, by all the words that agencies print for such bodies."""
    return tuple(field + word for field in fields for word in _BODIES)


@attrs.frozen(kw_only=True)
class Refused:
    """Applications refused (不予公开), by reason."""

    state_secret: int | None = figure("1.属于国家秘密")
    prohibited_by_law: int | None = figure(
        "2.其他法律行政法规禁止公开", other_words=("2.法律行政法规禁止公开",)
    )
    security_stability: int | None = figure("3.危及“三安全一稳定”")
    third_party_rights: int | None = figure(
        "4.保护第三方合法权益", other_words=("4.损害第三方合法权益",)
    )
    internal_affairs: int | None = figure("5.属于三类内部事务信息")
    deliberative_process: int | None = figure("6.属于四类过程性信息")
    enforcement_files: int | None = figure("7.属于行政执法案卷", other_words=("7.属于执法案卷",))
    administrative_inquiry: int | None = figure("8.属于行政查询事项")


@attrs.frozen(kw_only=True)
class NotProvided:
    """Applications for information that cannot be provided (无法提供), by reason."""

    not_held: int | None = figure("1.本机关不掌握相关政府信息")
    requires_creation: int | None = figure(
        "2.没有现成信息需要另行制作", other_words=("2.需要另行制作",)
    )
    unclear_after_correction: int | None = figure(
        "3.补正后申请内容仍不明确", other_words=("3.补正后申请仍不明确",)
    )


@attrs.frozen(kw_only=True)
class NotProcessed:
    """Applications not processed (不予处理), by reason."""

    petition_complaint: int | None = figure("1.信访举报投诉类申请")
    repeated: int | None = figure("2.重复申请")
    publication_request: int | None = figure("3.要求提供公开出版物")
    abusive_volume: int | None = figure("4.无正当理由大量反复申请")
    confirm_or_reissue: int | None = figure(
        "5.要求行政机关确认或重新出具已获取信息",
        other_words=("5.要求确认或重新出具已获取的政府信息",),
    )


@attrs.frozen(kw_only=True)
class OtherHandling:
    """Applications handled otherwise (其他处理), by reason; the form of 2021 has these rows."""

    overdue_correction: int | None = figure(
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        other_words=("1.申请人无正当理由逾期不补正", "1.申请人逾期不补正", "1.逾期不补正"),
    )
    overdue_fee: int | None = figure(
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        other_words=(
            "2.申请人逾期未按收费通知要求缴纳费用",
            "2.申请人逾期未缴纳费用",
            "2.逾期未缴费",
        ),
    )
    other: int | None = figure("3.其他", aliases=("3.其它",), other_words=("3.其他原因",))


@attrs.frozen(kw_only=True)
class Handling:
    """One column of the table: the applications of one kind of applicant, or of all.

    ``other_handling`` is one count where the form of 2019 is printed, and an
    :class:`OtherHandling` where that of 2021 is.
    """

    new: int | None = figure("一、本年新收政府信息公开申请数量")
    carried_over: int | None = figure("二、上年结转政府信息公开申请数量")
    granted: int | None = figure("(一)予以公开", headings=(_RESULTS,))
    partially_granted: int | None = figure("(二)部分公开(区分处理的,只计这一情形,不计其他情形)")
    refused: Refused = group(Refused, "(三)不予公开")
    not_provided: NotProvided = group(NotProvided, "(四)无法提供")
    not_processed: NotProcessed = group(NotProcessed, "(五)不予处理")
    other_handling: int | OtherHandling | None = divided(
        "(六)其他处理", OtherHandling, since=Form.F2021
    )
    total_handled: int | None = figure(
        "(七)总计", aliases=tuple(f"(七){words}" for words in OTHER_WORDS_FOR_TOTAL)
    )
    carried_forward: int | None = figure("四、结转下年度继续办理")


@attrs.frozen(kw_only=True)
class Applications:
    """The table 收到和处理政府信息公开申请情况 of the forms of 2019 and 2021.

    >>> Applications(total=Handling(new=3)).total.new
    3
    """

    natural_person: Handling = group(Handling, "自然人", other_words=("公民", "个人"))
    business: Handling = group(Handling, "商业企业", other_words=_bodies("商业"))
    research: Handling = group(
        Handling, "科研机构", other_words=(*_bodies("科研"), "研究机构", "科研院所")
    )
    nonprofit: Handling = group(
        Handling,
        "社会公益组织",
        other_words=(*_bodies("社会公益", "公益"), "社会公益性组织", "社会组织"),
    )
    legal_service: Handling = group(
        Handling, "法律服务机构", other_words=_bodies("法律服务", "法律")
    )
    other: Handling = group(Handling, "其他")
    total: Handling = group(Handling, "总计", aliases=OTHER_WORDS_FOR_TOTAL)


APPLICATIONS = TableDeclared(
    key="applications",
    model=Applications,
    orientation=Orientation.COLUMN_ROW,
    corners=("(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)",),
    column_headings=("申请人情况", "法人或其他组织"),
    row_rules=(
        Rule("total", "natural_person + business + research + nonprofit + legal_service + other"),
    ),
    column_rules=(
        Rule("new + carried_over", "total_handled + carried_forward"),
        Rule(
            "total_handled",
            "granted + partially_granted + refused + not_provided + not_processed + other_handling",
        ),
    ),
    yearly_column_rules=(Rule("carried_over", last_year="carried_forward"),),
    asks_for_zeros=True,
    since=Form.F2019,
)
