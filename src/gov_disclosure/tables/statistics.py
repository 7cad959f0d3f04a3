"""政府信息公开情况统计表: the one table of the form of 2014, one figure in each row.

Counts are ``int``; the two amounts, ``fees`` and ``resources.budget``, are
:class:`~decimal.Decimal` in 万元 (10,000 yuan).
"""

from __future__ import annotations

from decimal import Decimal

import attrs

from ..declare import Form, Orientation, Rule, TableDeclared, figure, group


@attrs.frozen(kw_only=True)
class Publications:
    """一、主动公开情况: information made public, of whatever channel."""

    total: int | None = figure("(一)主动公开政府信息数(不同渠道和方式公开相同信息计1条)", unit="条")
    normative_documents: int | None = figure("其中:主动公开规范性文件数", unit="条")
    normative_documents_made: int | None = figure("制发规范性文件总数", unit="件")


@attrs.frozen(kw_only=True)
class Channels:
    """Information made public, by channel."""

    gazette: int | None = figure("1.政府公报公开政府信息数", unit="条")
    website: int | None = figure("2.政府网站公开政府信息数", unit="条")
    weibo: int | None = figure("3.政务微博公开政府信息数", unit="条")
    wechat: int | None = figure("4.政务微信公开政府信息数", unit="条")
    other: int | None = figure("5.其他方式公开政府信息数", unit="条")


@attrs.frozen(kw_only=True)
class Responses:
    """二、回应解读情况: responses to public concerns and explanations of policy."""

    total: int | None = figure(
        "(一)回应公众关注热点或重大舆情数(不同方式回应同一热点或舆情计1次)", unit="次"
    )
    press_conferences: int | None = figure(
        "1.参加或举办新闻发布会总次数",
        unit="次",
        headings=("(二)通过不同渠道和方式回应解读的情况",),
    )
    press_conferences_by_principal: int | None = figure(
        "其中:主要负责同志参加新闻发布会次数", unit="次"
    )
    online_interviews: int | None = figure("2.政府网站在线访谈次数", unit="次")
    online_interviews_by_principal: int | None = figure(
        "其中:主要负责同志参加政府网站在线访谈次数", unit="次"
    )
    policy_interpretations: int | None = figure("3.政策解读稿件发布数", unit="篇")
    weibo_wechat: int | None = figure("4.微博微信回应事件数", unit="次")
    other: int | None = figure("5.其他方式回应事件数", unit="次")


@attrs.frozen(kw_only=True)
class Received:
    """Applications received, by the way they came."""

    total: int | None = figure("(一)收到申请数", unit="件")
    in_person: int | None = figure("1.当面申请数", unit="件")
    fax: int | None = figure("2.传真申请数", unit="件")
    online: int | None = figure("3.网络申请数", unit="件", aliases=("3.网上申请数",))
    letter: int | None = figure("4.信函申请数", unit="件")


@attrs.frozen(kw_only=True)
class Concluded:
    """Applications concluded."""

    total: int | None = figure("(二)申请办结数", unit="件")
    on_time: int | None = figure("1.按时办结数", unit="件")
    extended: int | None = figure("2.延期办结数", unit="件")


@attrs.frozen(kw_only=True)
class RequestsRefused:
    """Applications refused, by reason."""

    total: int | None = figure("4.不同意公开答复数", unit="件")
    state_secret: int | None = figure("其中:涉及国家秘密", unit="件")
    trade_secret: int | None = figure("涉及商业秘密", unit="件")
    personal_privacy: int | None = figure("涉及个人隐私", unit="件")
    security_stability: int | None = figure("危及国家安全、公共安全、经济安全和社会稳定", unit="件")
    not_government_information: int | None = figure("不是《条例》所指政府信息", unit="件")
    other_legal: int | None = figure("法律法规规定的其他情形", unit="件")


@attrs.frozen(kw_only=True)
class Answered:
    """Applications answered, by answer."""

    total: int | None = figure("(三)申请答复数", unit="件")
    already_public: int | None = figure("1.属于已主动公开范围数", unit="件")
    granted: int | None = figure("2.同意公开答复数", unit="件")
    partially_granted: int | None = figure("3.同意部分公开答复数", unit="件")
    refused: RequestsRefused = group(RequestsRefused)
    not_this_agency: int | None = figure("5.不属于本行政机关公开数", unit="件")
    not_existing: int | None = figure("6.申请信息不存在数", unit="件")
    correction_requested: int | None = figure("7.告知作出更改补充数", unit="件")
    other_channels: int | None = figure("8.告知通过其他途径办理数", unit="件")


@attrs.frozen(kw_only=True)
class Subjects:
    """Applications by subject."""

    total: int | None = figure("(四)申请类型数", unit="件")
    budget: int | None = figure("1.财政预决算", unit="件")
    expropriation: int | None = figure("2.征收补偿", unit="件")
    planning: int | None = figure("3.规划计划", unit="件")
    major_projects: int | None = figure("4.重大建设项目审批及实施", unit="件")
    business_registration: int | None = figure("5.工商管理", unit="件")
    food_and_drugs: int | None = figure("6.食品药品", unit="件")
    environment: int | None = figure("7.环境保护", unit="件")
    public_resources: int | None = figure("8.公共资源监管", unit="件")
    employment_and_social_security: int | None = figure("9.劳动就业及社会保障", unit="件")
    social_assistance: int | None = figure("10.社会救助及扶贫", unit="件")
    health: int | None = figure("11.医疗卫生及计生", unit="件")
    education: int | None = figure("12.教育信息", unit="件")
    statistics: int | None = figure("13.统计信息", unit="件")
    penalties: int | None = figure("14.行政处罚", unit="件")
    personnel: int | None = figure("15.人事信息", unit="件")
    pricing: int | None = figure("16.价格收费", unit="件")
    enterprise_credit: int | None = figure("17.企业信用", unit="件")
    other: int | None = figure("18.其它", unit="件", aliases=("18.其他",))


@attrs.frozen(kw_only=True)
class Requests:
    """三、依申请公开情况: applications for disclosure."""

    received: Received = group(Received)
    concluded: Concluded = group(Concluded)
    answered: Answered = group(Answered)
    subjects: Subjects = group(Subjects)


@attrs.frozen(kw_only=True)
class Review:
    """Administrative reviews (行政复议) by outcome."""

    total: int | None = figure("四、行政复议数量", unit="件")
    upheld: int | None = figure("(一)维持具体行政行为数", unit="件")
    corrected: int | None = figure("(二)被依法纠错数", unit="件")
    other: int | None = figure("(三)其他情形数", unit="件")


@attrs.frozen(kw_only=True)
class Litigation:
    """Administrative lawsuits (行政诉讼) by outcome."""

    total: int | None = figure("五、行政诉讼数量", unit="件")
    upheld: int | None = figure("(一)维持具体行政行为或者驳回原告诉讼请求数", unit="件")
    corrected: int | None = figure("(二)被依法纠错数", unit="件")
    other: int | None = figure("(三)其他情形数", unit="件")


@attrs.frozen(kw_only=True)
class Staff:
    """People who work on disclosure."""

    total: int | None = figure("(三)从事政府信息公开工作人员数", unit="人")
    full_time: int | None = figure("1.专职人员数(不包括政府公报及政府网站工作人员数)", unit="人")
    part_time: int | None = figure("2.兼职人员数", unit="人")


@attrs.frozen(kw_only=True)
class Resources:
    """八、机构建设和保障经费情况: offices, people and money; ``budget`` is in 万元."""

    offices: int | None = figure("(一)政府信息公开工作专门机构数", unit="个")
    reading_points: int | None = figure("(二)设置政府信息公开查阅点数", unit="个")
    staff: Staff = group(Staff)
    budget: Decimal | None = figure(
        "(四)政府信息公开专项经费(不包括用于政府公报编辑管理及政府网站建设维护等方面的经费)",
        unit="万元",
    )


@attrs.frozen(kw_only=True)
class Meetings:
    """九、政府信息公开会议和培训情况: meetings, courses and the people trained."""

    meetings: int | None = figure("(一)召开政府信息公开工作会议或专题会议数", unit="次")
    training_sessions: int | None = figure("(二)举办各类培训班数", unit="次")
    trainees: int | None = figure("(三)接受培训人员数", unit="人次")


@attrs.frozen(kw_only=True)
class Statistics:
    """The table 政府信息公开情况统计表 of the form of 2014; ``fees`` is in 万元.

    >>> Statistics(complaints=2).complaints
    2
    """

    proactive: Publications = group(Publications, "一、主动公开情况")
    channels: Channels = group(Channels, "(二)通过不同渠道和方式公开政府信息的情况")
    responses: Responses = group(Responses, "二、回应解读情况")
    requests: Requests = group(Requests, "三、依申请公开情况")
    review: Review = group(Review)
    litigation: Litigation = group(Litigation)
    complaints: int | None = figure("六、举报投诉数量", unit="件")
    fees: Decimal | None = figure("七、依申请公开信息收取的费用", unit="万元")
    resources: Resources = group(Resources, "八、机构建设和保障经费情况")
    meetings: Meetings = group(Meetings, "九、政府信息公开会议和培训情况")


STATISTICS = TableDeclared(
    key="statistics",
    model=Statistics,
    orientation=Orientation.ROW,
    corners=("统计指标",),
    column_headings=("单位",),
    heading_aliases=("指标名称", "计量单位", "数量"),
    value_labels=("统计数", "年度累计数"),
    column_rules=(
        Rule(
            "requests.received.total",
            "requests.received.in_person + requests.received.fax + requests.received.online"
            " + requests.received.letter",
        ),
        Rule(
            "requests.concluded.total", "requests.concluded.on_time + requests.concluded.extended"
        ),
        Rule(
            "requests.answered.total",
            "requests.answered.already_public + requests.answered.granted"
            " + requests.answered.partially_granted + requests.answered.refused.total"
            " + requests.answered.not_this_agency + requests.answered.not_existing"
            " + requests.answered.correction_requested + requests.answered.other_channels",
        ),
        Rule(
            "requests.answered.refused.total",
            "requests.answered.refused.state_secret + requests.answered.refused.trade_secret"
            " + requests.answered.refused.personal_privacy"
            " + requests.answered.refused.security_stability"
            " + requests.answered.refused.not_government_information"
            " + requests.answered.refused.other_legal",
        ),
        Rule(
            "requests.subjects.total",
            "requests.subjects.budget + requests.subjects.expropriation"
            " + requests.subjects.planning + requests.subjects.major_projects"
            " + requests.subjects.business_registration + requests.subjects.food_and_drugs"
            " + requests.subjects.environment + requests.subjects.public_resources"
            " + requests.subjects.employment_and_social_security"
            " + requests.subjects.social_assistance + requests.subjects.health"
            " + requests.subjects.education + requests.subjects.statistics"
            " + requests.subjects.penalties + requests.subjects.personnel"
            " + requests.subjects.pricing + requests.subjects.enterprise_credit"
            " + requests.subjects.other",
        ),
        Rule("review.total", "review.upheld + review.corrected + review.other"),
        Rule("litigation.total", "litigation.upheld + litigation.corrected + litigation.other"),
        Rule("resources.staff.total", "resources.staff.full_time + resources.staff.part_time"),
    ),
    since=Form.F2014,
    until=Form.F2014,
)
