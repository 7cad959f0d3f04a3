"""The furniture of pages: words that sites print around every text, such as buttons.

All of them are declared here.  A line is furniture only if nothing else stands on it, as prose has
the same words (请点击首页登录).
"""

from __future__ import annotations

import re

from .fold import FOLD, fold

_ACTIONS = """
    打印 打印本页 打印本文 打印此页 关闭 关闭窗口 关闭本页 关闭页面
    分享 分享到 分享至 扫码 扫码分享 扫一扫
    收藏 收藏本页 加入收藏 收藏本站 设为首页 返回 返回顶部 返回列表 返回首页 返回上一页
    上一页 下一页 上一条 下一条
"""
"""Buttons for what is done with a page; no figure is ever called by one."""

_BUTTONS = f"""{_ACTIONS}
    保存 下载 附件下载 推荐 二维码 微信 微博 新浪微博 QQ QQ空间
    首页 网站首页 尾页 收起 展开 更多 全文
    网站地图 网站声明 联系我们 关于我们 相关链接 友情链接 相关文档 相关文章 相关附件
    登录 注册 退出 手机版 移动版 电脑版 客户端 繁体 简体 繁体版 简体版 English
    无障碍 无障碍浏览 无障碍阅读 关怀版 长者版 长者模式 适老化 适老版 老年版
    朗读 语音播报 视力保护色 纠错 我要纠错 内容纠错 网站纠错
"""
"""Buttons and links, alone or side by side."""

_SIZES = "大 中 小 特大 超大 大号 中号 小号 默认 正常 标准 放大 缩小"
"""Choices of font size."""

COUNTERS = """
    浏览 浏览次数 浏览量 浏览数 访问 访问量 访问次数 阅读 阅读次数 阅读量 阅读数
    点击 点击数 点击量 点击率 点击次数 人气 次数
"""
"""Labels of page counters."""

LEADS = """
    当前位置 当前所在位置 所在位置 现在位置 你的位置 您的位置 您所在的位置 您当前位置
    您当前的位置 您当前所在位置 您现在的位置
    上一篇 下一篇 分享到 版权所有 主办 主办单位 承办 承办单位 技术支持 责任编辑
    网站标识码 备案号 备案序号
"""
"""Labels of breadcrumbs and imprints, which fill the rest of their line behind a colon."""

CREDITS = """
    来源 信息来源 文章来源 稿件来源 来源单位 稿源 作者 编辑 责编 校对 录入 供稿 供稿单位 撰稿
    发布人 发布者
"""
"""Labels of those who wrote a text and put it on its page, below it or in a catalogue above it."""

_CHECKS = "审核 审签 初审 复审 终审 一审 二审 三审"
"""Labels below a text of those who checked it."""


_PROVINCES = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川贵云陕甘青蒙桂藏宁新"

_BEHIND = (
    rf"[{_PROVINCES}]?(?:ICP备|公网安备).*",
    r"版权所有.*",
    r"(?:用手机)?扫(?:一扫|描二维码).{0,20}",
)
"""Licence numbers of the site, its owner, and codes to scan."""

_ADDRESS = r"(?:https?://|www\.)[!-~]{4,}"
_UNFILLED = r"\{\{[^{}]*\}\}(?:[-\s]*\{\{[^{}]*\}\})*"
_LINES = (
    *_BEHIND,
    r"首页 ?[>»/→›-].*",
    r"[>»›] ?[^>»›]{1,20}(?:[>»›] ?[^>»›]{1,20})+",
    r"[-—–] ?\d{1,4} ?[-—–]",
    r"第 ?\d{1,4} ?页(?:,?/?[( ]?共 ?\d{1,4} ?页\)?)?",
    _UNFILLED,
    _ADDRESS,
)
"""Lines that are furniture as a whole, also breadcrumbs, page numbers and unfilled templates.

Addresses of pages are so as well.
"""


def _any_of(words: str) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(sorted(words.split(), key=len, reverse=True))


_FILLER = r"[\s\[\]()|:/·•,*#>_-]"
_COUNTER = rf"(?:{_any_of(COUNTERS)})[:\s\[(]*+(?:\d++[\s\])]*+|[\])\s]*+)[次人]*+"
_SIZE = rf"(?:大[\s|/]*+中[\s|/]*+小|字[体号大])[:\s\[(]*+(?:(?:{_any_of(_SIZES)})[\s|/\])]*+)*+"
_BUTTON = rf"(?:{_any_of(_BUTTONS)})(?![^\W\d_])"
_LEAD = rf"(?:{_any_of(LEADS)}):.*"
_WORDS = f"{_FILLER}|{_BUTTON}|{_LEAD}"
_CREDIT = rf"{_FILLER}*(?:{_any_of(CREDITS + _CHECKS)})\s*:.*"
_BEHIND_A_TEXT = re.compile(rf"(?=.*\w)(?:{_WORDS})++|{_CREDIT}|{'|'.join(_BEHIND)}")
_FURNITURE = re.compile(rf"(?:{_SIZE}|{_COUNTER}|{_WORDS})++|{'|'.join(_LINES)}")
_NO_NAME = re.compile(rf"(?:{_FILLER}|(?:{_any_of(_ACTIONS)})(?![^\W\d_]))+|{_ADDRESS}")
_LONGEST = 160
_FILES = (".doc", ".docx", ".xls", ".xlsx", ".pdf", ".wps", ".ofd", ".zip", ".rar")
_SENTENCE_ENDS = frozenset("。；，、")
_PLAIN_BEGINNINGS = {
    *" 字大第用扫IC公hw{[]()|:/·•,*#>»›_–—-",
    *_PROVINCES,
    *(word[0] for word in (_BUTTONS + COUNTERS + LEADS).split()),
}
_BEGINNINGS = frozenset(
    (*_PLAIN_BEGINNINGS, *(char for char in map(chr, FOLD) if fold(char) in _PLAIN_BEGINNINGS))
)
"""First characters of furniture; most lines are excluded by them."""


def is_unfilled(said: str) -> bool:
    """Whether words are only an unfilled template, so that the content of a cell is unknown.

    >>> is_unfilled("{{ row.n }}")
    True
    """
    return said.startswith("{{") and re.fullmatch(_UNFILLED, said) is not None


def is_furniture(line: str) -> bool:
    """Whether a line consists only of furniture.

    >>> is_furniture("【字体：大 中 小】 打印"), is_furniture("当前位置：首页 > 年报")
    (True, True)
    >>> is_furniture("群众可在首页登录后打印")
    False
    """
    if len(line) > _LONGEST or line[:1] not in _BEGINNINGS or line[-1] in _SENTENCE_ENDS:
        return False
    return _FURNITURE.fullmatch(fold(line)) is not None


def names_no_figure(line: str) -> bool:
    """Whether a line is furniture that cannot be the name of a figure below it, as 微博 may.

    >>> names_no_figure("【打印本页】【关闭】"), names_no_figure("浏览次数")
    (True, False)
    """
    return len(line) <= _LONGEST and _NO_NAME.fullmatch(fold(line)) is not None


def is_behind_a_text(line: str) -> bool:
    """Whether a line has only buttons, links, imprints or credits, or the name of a file.

    >>> is_behind_a_text("【打印】【关闭】"), is_behind_a_text("石桥县2021年年报.pdf")
    (True, True)
    >>> is_behind_a_text("- 7 -"), is_behind_a_text("无")
    (False, False)
    """
    if not line or len(line) > _LONGEST:
        return False
    return line.endswith(_FILES) or _BEHIND_A_TEXT.fullmatch(fold(line)) is not None
