"""The measure words of figures, and the words that only begin like one."""

from __future__ import annotations

import re

MONEY = ("万元", "亿元", "元")

SHARES = ("%", "‰", "个百分点")

_CONTINUED = {
    "个": "工作日|月|小时|自然日|星期|季度|年|半|学时|交易日|[+]",
    "条": "第|之|规定|款|例|件|块",
    "件": "套",
    "次": "序|性",
    "人": "民|大|均|才|居|社",
    "位": "一体|数|于",
    "部": "门|委|分|署|队|位",
    "家": "庭|长|属",
    "名": "单|称|录",
    "所": "有|在|属|需|列|示",
    "处": "理|罚|置|室|于|级|长",
    "本": "级|市|年|机关|局|单位|报告|次|月|季|地|区|县|省",
    "通": "过|知|报|告|道",
    "批": "准|复|示|评",
    "组": "织|成|长",
    "支": "持|付|部|出|撑",
    "场": "地|所|景|馆",
    "台": "账|阶",
    "张": "贴",
    "期": "间|限|望|刊",
    "起": "步|始",
    "份": "额",
    "套": "餐",
    "封": "闭|面",
    "则": "[一-鿿]",
    "例": "如|会|外|行",
    "户": "籍|外",
}
"""Measure words, each with the characters behind it that make it another word."""

_PLAIN = (
    *("人次", "件次", "条次", "场次", "班次", "户次", "篇次", "批次"),
    *("篇", "项", "宗", "种", "类", "座", "辆", "册", "幅", "亩", "吨", "款"),
    *("公里", "平方米", "公顷"),
)

_WORDS = sorted((*_PLAIN, *_CONTINUED, *MONEY, *SHARES), key=len, reverse=True)

UNIT = "|".join(
    f"{re.escape(word)}(?!{_CONTINUED[word]})" if word in _CONTINUED else re.escape(word)
    for word in _WORDS
)
"""A pattern for all units, the longer ones first."""

LAST_CHARACTERS = "".join(sorted({word[-1] for word in _WORDS}))
"""The last characters of all units."""
