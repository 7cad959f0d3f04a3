"""What varies from report to report and does not change what is meant."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from random import Random

import attrs
from hypothesis import strategies as st

from gov_disclosure.text.fold import FOLD

from . import width

Spelling = Callable[[str], str]
"""How the characters of labels and headings are written."""

Numerals = Callable[[str, str], str]
"""How a figure is written: it is given the plain digits and a unit that fits them."""

_FULL_WIDTH = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
_FULL_WIDTH_SIGNS = str.maketrans("(),:/", "（），：／")
_TRADITIONAL = {
    simplified: chr(code)
    for code, simplified in reversed(FOLD.items())
    if isinstance(simplified, int) and code > 0x4DFF and simplified > 0x4DFF
}


# Labels


def as_is(text: str) -> str:
    """As the form prints it."""
    return text


def full_width_signs(text: str) -> str:
    """With full-width brackets and punctuation."""
    return text.translate(_FULL_WIDTH_SIGNS)


def full_width(text: str) -> str:
    """With everything in full width, the numerals too."""
    return text.translate(_FULL_WIDTH)


def traditional(text: str) -> str:
    """In Traditional characters, as a converter without a dictionary writes them."""
    return text.translate(_TRADITIONAL)


SPELLINGS: tuple[Spelling, ...] = (as_is, full_width_signs, full_width, traditional)


@attrs.frozen
class Break:
    """Where labels are broken: ``between`` the first characters and the rest, in some labels.

    Never within their ordinal, for a line with its digits alone would be a figure.
    """

    between: str = ""
    after: int = 3
    salt: int = 0

    def __call__(self, label: str) -> str:
        """The label, broken if it is one of those and long enough."""
        chosen = (zlib.crc32(label.encode()) + self.salt) % 3 == 0
        if not chosen or len(label) < self.after + 2 or label[: self.after].isdecimal():
            return label
        return label[: self.after] + self.between + label[self.after :]


# Figures


def plain(said: str, unit: str) -> str:
    """Digits and nothing else."""
    return said


def full_width_digits(said: str, unit: str) -> str:
    """Digits in full width."""
    return said.translate(_FULL_WIDTH)


def with_thousands(said: str, unit: str) -> str:
    """Commas between the thousands."""
    whole, point, decimals = said.partition(".")
    return f"{int(whole):,}{point}{decimals}"


def with_unit(said: str, unit: str) -> str:
    """A unit behind the digits."""
    return said + unit


NUMERALS: tuple[Numerals, ...] = (plain, full_width_digits, with_thousands, with_unit)

Signs = tuple[str, str]
"""What stands before a decrease and before an increase."""

SIGNS: tuple[Signs, ...] = (("-", ""), ("-", "+"), ("减", "增"), ("减少", "增加"))


# Whatever is around the tables

METADATA: tuple[tuple[str, ...], ...] = (
    (),
    ("索引号：11330000/2024-00017    发布机构：本单位", "发布日期：2024-01-19    浏览次数：358"),
    ("字号：【大 中 小】   打印   来源：本站",),
)

NARRATIVES: tuple[tuple[str, ...], ...] = (
    ("本单位按时编写了这份报告。",),
    (
        "这一年里，我们更换了三块展板，接待来访群众26人次，答复电话咨询41次。",
        "（一）栏目维护。全年更新栏目9个，发布消息1,208条，比前一年多35条。",
        "（二）人员。共有2名同志负责此事。",
    ),
    ("本年共办理行政许可83件，行政处罚5件，均在7日内公示。", "", "没有别的情况要说明。"),
)


@attrs.frozen(kw_only=True)
class Style:
    """Choices that leave the meaning of a report as it is; the defaults are the plainest."""

    spell: Spelling = as_is
    broken: Break = Break()
    numerals: Numerals = plain
    signs: Signs = SIGNS[0]
    empty: str = "\xa0"
    align: width.Align = width.left
    gap: int = 2
    line_end: str = "\n"
    metadata: tuple[str, ...] = METADATA[0]
    narrative: tuple[str, ...] = NARRATIVES[0]

    def label(self, label: str) -> str:
        """A label in this style."""
        return self.broken(self.spell(label))

    def figure(self, said: str, unit: str) -> str:
        """A number in this style."""
        return self.numerals(said, unit)

    def change(self, said: str, unit: str) -> str:
        """A number in this style, its sign before it."""
        decrease, increase = self.signs
        size = said.removeprefix("-")
        sign = decrease if said != size else increase if said != "0" else ""
        return sign + self.numerals(size, unit)


PLAIN = Style()

_CHOICES: dict[str, Sequence[object]] = {
    "spell": SPELLINGS,
    "numerals": NUMERALS,
    "signs": SIGNS,
    "empty": ("\xa0", " ", "\u3000", "  "),
    "align": (width.left, width.centred, width.right),
    "gap": (2, 3, 6),
    "line_end": ("\n", "\r\n"),
    "metadata": METADATA,
    "narrative": NARRATIVES,
}


def _breaks(between: Sequence[str]) -> dict[str, Sequence[object]]:
    return {"between": ("", *between), "after": (2, 3, 4, 5), "salt": (0, 1, 2)}


def styles(breaks: Sequence[str]) -> st.SearchStrategy[Style]:
    """Styles whose labels may be broken by any of ``breaks``."""
    broken = st.builds(Break, **_sampled(_breaks(breaks)))
    return st.builds(Style, broken=broken, **_sampled(_CHOICES))


def random_style(breaks: Sequence[str], rng: Random) -> Style:
    """A style made by chance."""
    broken = Break(**_chosen(_breaks(breaks), rng))  # type: ignore[arg-type]
    return Style(broken=broken, **_chosen(_CHOICES, rng))  # type: ignore[arg-type]


def _sampled(choices: dict[str, Sequence[object]]) -> dict[str, st.SearchStrategy[object]]:
    return {name: st.sampled_from(options) for name, options in choices.items()}


def _chosen(choices: dict[str, Sequence[object]], rng: Random) -> dict[str, object]:
    return {name: rng.choice(options) for name, options in choices.items()}
