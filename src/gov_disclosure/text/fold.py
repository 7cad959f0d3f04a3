"""Folding: a simpler spelling of text, in which labels and numbers are compared.

Folding replaces single characters by single characters, and a few words by words of the same
length, so a place in the folded text is the same place in the original, and no map of offsets is
needed.  NFKC is not used: it turns ``5³`` into ``53`` and ``①`` into ``1``, and so makes numbers
that were not printed.
"""

from __future__ import annotations

import re
from itertools import chain
from unicodedata import normalize

from .source import LINE_ENDS, blanks

_TRADITIONAL = (
    "萬專業個箇為爲舉鄉於億從價眾衆會傳體償關內決況減齣劃製辦務動勞區醫單衛捲廳縣參蔘發髮隻號閤"
    "衕後員迴圍國處復複實審傢對侷屬佈應廢開強噹當徵徑誌態總戶執護報據敎數無時機權條來構査標覈檔沒"
    "註濟瀏點熱狀環現電療監眞確俬祕稱穩類係繫纍糾納綫線組織經結絡統繼續維編繳網罰職聯輿範葯藥獲穫"
    "補錶規覽計認訓議許訟設訪訴話詢說説請讀談負財責貧購費資轉輯過這進踰埰寀採錯鎭鎮門閉問間聞閱閲"
    "隱麪麫麵項預題額舘館駁蓋學隊團場園黨婦殘視臺庫釆"
)
_SIMPLIFIED = (
    "万专业个个为为举乡于亿从价众众会传体偿关内决况减出划制办务动劳区医单卫卷厅县参参发发只号合"
    "同后员回围国处复复实审家对局属布应废开强当当征径志态总户执护报据教数无时机权条来构查标核档没"
    "注济浏点热状环现电疗监真确私秘称稳类系系累纠纳线线组织经结络统继续维编缴网罚职联舆范药药获获"
    "补表规览计认训议许讼设访诉话询说说请读谈负财责贫购费资转辑过这进逾采采采错镇镇门闭问间闻阅阅"
    "隐面面面项预题额馆馆驳盖学队团场园党妇残视台库采"
)
_RADICALS = "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰⻳"
_OF_RADICALS = "母民西见角贝车长门青页风飞食马骨鬼鱼鸟黄齐齿龙龟"
_KANGXI = range(0x2F00, 0x2FD6)
"""Radicals, which PDFs contain in place of the characters that they look like.

NFKC maps these to characters; those above need a table.
"""
INVISIBLE = "\x00\u00ad\u034f\u061c\u180e\u202a\u202b\u202c\u2060\ufeff" + "".join(
    map(chr, chain(range(0x200B, 0x2010), range(0x2066, 0x2070), range(0xFE00, 0xFE10)))
)
"""Characters without a width, which control line breaks, direction and variants.

Not included are characters that reverse the order of text, or are a sign between figures.
"""
_BLANKS = f"…\x07\u00a0\u1680\u202f\u205f\u3000{INVISIBLE}" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_BRACKETS_AND_SIGNS = ("〔〕【】﹙﹚︵︶︹︺︐︑︒︓︔−﹣‐‑", "()()()()(),、。:;----")
"""Brackets and signs, including those for vertical text."""

_SIMPLER = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
FOLD: dict[int, int] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **_SIMPLER,
    **str.maketrans(_RADICALS, _OF_RADICALS),
    **{code: ord(normalize("NFKC", chr(code)).translate(_SIMPLER)) for code in _KANGXI},
    **str.maketrans(_BLANKS, " " * len(_BLANKS)),
    **str.maketrans(*_BRACKETS_AND_SIGNS),
}
"""The folding of characters: full width to half, Traditional to Simplified, blanks to a space.

It has the Traditional characters of the forms' labels and of the words around them.
"""

NOT_IN_LABELS = frozenset(f" \t{LINE_ENDS}“”\"'‘’「」《》〈〉〖〗·*\\")
"""Characters ignored when labels are compared: blanks, quotes, and marks of Markdown."""

QUOTES = {"”": "“", "’": "‘", '"': '"', "'": "'", "」": "「"}
"""Closing quotes, each with its opening quote."""

_PLAIN = {chr(code): chr(plain) for code, plain in FOLD.items()}
_TO_FOLD = re.compile(f"[{re.escape(''.join(_PLAIN))}]")
_MAY_CHANGE = re.compile(f"[&<{re.escape(''.join(_PLAIN))}]")
_COMMON = tuple((char, _PLAIN[char]) for char in "，（）：；\u3000")
"""The characters folded most often in prose, replaced separately for speed."""
_IN_TAIWAN = (("資訊", "信息"), ("專案", "项目"), ("線上", "在线"))
"""Words of Taiwan, each with the word of the same length used on the mainland."""
_BLANK_IN_HTML = re.compile(
    r"&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|\#(?:160|819[2-9]|820[0-7]|12288)"
    r"|\#x(?:a0|200[0-9a-f]|3000));|<br[ \t]*+/?>",
    re.IGNORECASE,
)
"""Blanks and line ends spelled as in HTML, left over in plain text."""
_PASSED_OVER = re.compile(f"[{re.escape(''.join(sorted(NOT_IN_LABELS)))}]+")
_MASKED = re.compile(r"\s*[^*\s][^*]*(?:\s\*|\*{3})[*\s]*")
"""Words with stars that mask figures behind them: many, or behind a blank, and none before."""
ASIDE = re.compile(r"\((?:[a-z\u00c0-\u024f]+|[^\w()%‰]*)\)", re.IGNORECASE)
"""Pinyin or mere signs in brackets, as in 增(+)/减(-)."""
_GLOSS = re.compile(r"\([a-z\u00e0-\u024f]{1,7}\)")
"""Pinyin behind its character, in lower case."""


def fold(text: str) -> str:
    """Fold a text, keeping its length.

    >>> fold("規章（１） "), fold("政府資訊公開")
    ('规章(1) ', '政府信息公开')
    >>> fold("规章&nbsp;５")
    '规章      5'
    """
    if _MAY_CHANGE.search(text) is None:
        return text
    if "&" in text or "<" in text:
        text = _BLANK_IN_HTML.sub(blanks, text)
    for printed, plain in (*_COMMON, *_IN_TAIWAN):
        text = text.replace(printed, plain)
    return _TO_FOLD.sub(_plain, text)


def without_asides(text: str) -> str:
    """Fold a text and blank pinyin and mere signs in brackets, keeping its length.

    >>> without_asides("工作年度報(bào)告(二)")
    '工作年度报     告(二)'
    """
    folded = fold(text)
    return ASIDE.sub(blanks, folded) if "(" in folded else folded


def blank_glosses(text: str) -> str:
    """Blank the pinyin behind characters, keeping the length of the text.

    >>> blank_glosses("發(fā)文日期: 2020-1-2")
    '發    文日期: 2020-1-2'
    """
    return _GLOSS.sub(blanks, text) if "(" in text else text


def without_glosses(text: str) -> str:
    """Cut the pinyin that some pages print in brackets behind characters.

    >>> without_glosses("教育局2020年報(bào)告(附表)")
    '教育局2020年報告(附表)'
    """
    return _GLOSS.sub("", text) if "(" in text else text


def _plain(found: re.Match[str]) -> str:
    return _PLAIN[found[0]]


def squeeze(text: str) -> str:
    """Spell a text as labels are compared: folded, without blanks, quotes and signs in brackets.

    Stars are passed over as marks of Markdown, but not those that mask figures behind the words.

    >>> squeeze("3.危及“三安全 一稳定”"), squeeze("項(xiàng)目"), squeeze("增（+）/减（-）")
    ('3.危及三安全一稳定', '项目', '增/减')
    >>> squeeze("**规 章**"), squeeze("规章 *** ***")
    ('规章', '规章******')
    """
    if "*" in text and _MASKED.fullmatch(text):
        return "".join(fold(text).split())
    squeezed = _PASSED_OVER.sub("", fold(text))
    return ASIDE.sub("", squeezed) if "(" in squeezed else squeezed
