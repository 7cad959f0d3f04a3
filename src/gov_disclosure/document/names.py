"""Names of public bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, starmap

from ..text.chinese import ORDINAL
from ..text.fold import fold

_ENDS = "局委办厅府镇乡处会院馆所队站社部署关校区县市省州盟旗司室心道政协团行场街狱台宫库港"
ANY_LAST_LETTER = f"[{_ENDS}]"
LAST_OF_A_NAME = (
    f"(?:(?<={ANY_LAST_LETTER})|(?<=[大中小]学)|(?<=[残妇文社商侨]联)|(?<=[视电]台)|(?<=[儿业技]园)"
    f"|(?<=[村城])|(?<=苏木)|(?<=[^各属直级关他要个府一]部门)|(?<=本级)|(?<=人大)|(?<={ORDINAL}中)"
    "|(?<=第.师)|(?<=第..师)|(?<=第...师))"
)
"""The pattern of the end of a body's name."""

_ENDS_LIKE_A_BODY = re.compile(rf"{LAST_OF_A_NAME}(?:\([^()]+\))?\Z")

_OF_ANY_BODY = re.compile(
    r"[*＊_\s]*(?:[本我各][级市县区镇乡]?)?(?:人民)?"
    r"(?:政府|机关|单位|部门|(?:政府)?办公室|政府办)"
    r"|[本我][局委办厅院所中心站省市县区镇乡校馆部处街道]{1,2}|[*＊_\s]+[^\W\d]?[局委办厅镇乡]"
    r"|[^\W\d]?[局厅府院会]?|[^\W\d]|[*＊×XxＸ○〇□]{2}.*"
)
"""Words that name no certain body, as any body may use them, and names that are starred out."""

_ANY_BODIES = "部门|乡镇|县区|市县|区县|镇街|街镇"
_OF_A_SITE = re.compile(
    "[各我您你]|全(?:国各?)?[省市县区部]|特此|联系|选择|进入|关闭|登录|下载"
    "|.*(?:网站|门户|召开|举[行办]|会同(?!县)|下载|链接)"
    "|(?:走进|魅力|今日|印象|美丽|信用|清廉|智慧|数字).{2,8}[省市县区州盟旗镇乡]$"
    rf"|(?:.*[各全级])?(?:{_ANY_BODIES})(?:\(?街道\)?|(?:人民)?政府)?$"
    "|[^省市县区州盟旗]*部门$|.*(?:大厅|频道|平台|通办|[景社专]区)$|(?:新闻|互动)中心$"
)
"""Words that end like names of bodies, but are words of sites or mean bodies in general."""

_SURELY_A_BODY = re.compile(
    ".*(?:[局厅委署院馆]|政府|办公室|[委府编]办|办事处|街道|中心|[大中小党学]校|[大中小]学"
    "|[支分银]行|海关|队|公司|[工残妇文社商侨]联|工会|红十字会|联合会|委员会|管委会)$"
)
"""Words whose end shows that they are the name of a body."""

_ITS_GOVERNMENT = re.compile("[省市县区州盟旗镇乡街道]{1,3}(?:人民)?政府")
_REMARK = re.compile(r"\([^()]+\)\Z")
_SEAL = re.compile(r"[(（](?:[公盖印]?章|(?:以下|下)?简称[^()（）]*)[)）]\s*\Z")

_WORDS_OF_A_NAME = re.compile(
    r"(?!.*\d[年月日])[^\W\d_](?:[\w()·、“”‘’—–-]*[^\W_])?\)?(?<!年)(?<!年度)"
)
_OF_PLACES = re.compile("[省县縣區区州盟旗镇鎮]|[乡鄉](?!村)|市(?!场)")
"""Characters at the end of names of places, with which names of bodies begin."""

ANNOUNCING = "公布|发布|编制|编写|印发|现将"
"""Verbs before the report in the sentence of a preamble that announces it."""

_OF_A_SENTENCE = re.compile(
    rf".*(?:{ANNOUNCING}|辖区|[所下]属|[上下]述|有关|相关|其中|以及|完成|及时|按时|依法|要求|同意|[改订]后|的)"
    "|近日|日前|[今去当]年|年[初底]|同时|此外|另外|随后|期间|由"
)
"""Words that may stand between a verb and a name, but are no part of one."""
_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南"
    "|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆"
)
_WITHOUT_PLACE = re.compile(
    f"(?:{_PROVINCES}).{{2,}}(?:局|厅|委|院|校|大学|公司|办公室|委员会)|"
    "(?:国家|中国|中央|国务院).*|[^省市县区州]{2,}(?:街道.*|部|总局|总署|大学|学院)(?:\\([^()]+\\))?"
)
"""Names of bodies of the nation or a province, universities and subdistricts."""


def names_a_body(agency: str | None) -> bool:
    """Whether words name a certain body, rather than bodies in general.

    >>> names_a_body("石桥县教育局"), names_a_body("本机关"), names_a_body("****政府")
    (True, False, False)
    """
    return agency is not None and _OF_ANY_BODY.fullmatch(agency) is None


def ends_like_a_body(name: str) -> bool:
    """Whether a folded name ends like the name of a body, apart from a remark in brackets.

    >>> ends_like_a_body("石桥县教育局(县体育局)"), ends_like_a_body("石桥大学")
    (True, True)
    >>> ends_like_a_body("政务公开")
    False
    """
    return _ENDS_LIKE_A_BODY.search(name) is not None


def names_a_place(name: str) -> bool:
    """Whether a name begins with the name of a place.

    >>> names_a_place("石桥县教育局"), names_a_place("教育局")
    (True, False)
    """
    return _OF_PLACES.search(name) is not None


def is_certain_body(name: str) -> bool:
    """Whether a folded name is that of a body, with its place.

    >>> is_certain_body("石桥县教育局"), is_certain_body("县教育局"), is_certain_body("全县")
    (True, False, False)
    """
    return names_a_place(name[1:]) and ends_like_a_body(name) and not is_of_a_site(name)


def is_the_only_one(name: str) -> bool:
    """Whether a folded name can be that of one body only, as it has its place, or needs none.

    >>> is_the_only_one("石桥县教育局"), is_the_only_one("商务部"), is_the_only_one("县教育局")
    (True, True, False)
    """
    return is_certain_body(name) or _WITHOUT_PLACE.fullmatch(name) is not None


def is_named_in_a_sentence(name: str) -> bool:
    """Whether folded words of a sentence are the name of one body, without other words.

    >>> is_named_in_a_sentence("石桥县教育局"), is_named_in_a_sentence("近日石桥县教育局")
    (True, False)
    """
    return is_the_only_one(name) and _OF_A_SENTENCE.match(name) is None


def is_a_named_office(name: str) -> bool:
    """Whether folded words of a sentence are the name of one body, and not of its place alone.

    >>> is_a_named_office("石桥县教育局"), is_a_named_office("石桥县")
    (True, False)
    """
    return is_named_in_a_sentence(name) and _SURELY_A_BODY.match(name) is not None


def may_stand_alone(name: str) -> bool:
    """Whether a folded name is recognised as that of a body without any context.

    >>> may_stand_alone("石桥县教育局"), may_stand_alone("政务服务中心"), may_stand_alone("石桥镇")
    (True, True, True)
    >>> may_stand_alone("查阅场所"), may_stand_alone("新闻报道"), may_stand_alone("县政府")
    (False, False, False)
    """
    name = _REMARK.sub("", name)
    if is_of_a_site(name) or _ITS_GOVERNMENT.fullmatch(name):
        return False
    return is_certain_body(name) or _SURELY_A_BODY.match(name) is not None


def is_of_a_site(name: str) -> bool:
    """Whether words belong to a web site, or mean bodies without naming one.

    >>> is_of_a_site("网上办事大厅"), is_of_a_site("各乡镇人民政府"), is_of_a_site("石桥县网信办")
    (True, True, False)
    """
    return _OF_A_SITE.match(name) is not None


def without_seal(name: str) -> str:
    """Cut the remark about a seal, or the short form of a name, from a name.

    >>> without_seal("石桥镇人民政府（盖章）"), without_seal("石桥镇人民政府（以下简称镇政府）")
    ('石桥镇人民政府', '石桥镇人民政府')
    >>> without_seal("石桥县教育局(县体育局)")
    '石桥县教育局(县体育局)'
    """
    return _SEAL.sub("", name)


def as_one_name(words: str) -> str | None:
    """Words as a single name, without blanks; None if they are not a single name.

    All characters may be set apart, or blanks may separate the parts of the name.

    >>> as_one_name("石 桥 县 教 育 局"), as_one_name("石桥县 教育局")
    ('石桥县教育局', '石桥县教育局')
    >>> as_one_name("机构职能 石桥县教育局") is None, as_one_name("2023年1月石桥县") is None
    (True, True)
    """
    words = without_seal(words)
    pieces = words.split()
    name = "".join(pieces)
    folded = fold(words)
    if _WORDS_OF_A_NAME.fullmatch("".join(folded.split())) is None:
        return None
    are_letters = all(len(piece) == 1 for piece in pieces)
    return name if are_letters or _form_one_name(folded.split()) else None


def _form_one_name(pieces: Sequence[str]) -> bool:
    return all(starmap(_name_continues_with, zip(accumulate(pieces), pieces[1:], strict=False)))


def _name_continues_with(before: str, piece: str) -> bool:
    """Whether a piece continues the name before it, rather than beginning another name."""
    if piece[:2] in before or before in piece:
        return False
    return ends_like_a_body(before) or (names_a_place(before) and not names_a_place(piece))
