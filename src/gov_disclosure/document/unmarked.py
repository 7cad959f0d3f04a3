"""Replace the tags, commands, attributes and links of markup, keeping the length of the text."""

from __future__ import annotations

import re

from ..text.source import HAN, blanks

JOINER = "\u2060"
"""The replacement for each character of markup between words; it has no width."""

_MARKUP = re.compile(
    rf"""</?[A-Za-z!][^<>\n]{{0,200}}> | -->              # tags, as of HTML
      | &(?:[a-z]{{2,6}}|\#\d{{2,5}});                    # characters by their names
      | \\\\ | \\[A-Za-z]+\*? | \\(?=[^\w\s])                    # commands of TeX, signs escaped
      | \{{[^{{}}\n{HAN}]*\}} | \{{[^{{}}=\n]*+=[^{{}}\n]*+\}} | [{{}}]   # attributes, braces
      | \[(?=[^\[\]\n]*\][({{]) | \](?=\{{)               # what has attributes, or is a link
      | \]\([^()\n{HAN}]*\)                              # where it leads to
      | \[/?[a-z]+\d?\]                                   # tags in brackets
    """,
    re.VERBOSE,
)
_AT_EDGES = re.compile(rf"(?:^|(?<=\n))[ {JOINER}]++|(?<![ {JOINER}])[ {JOINER}]++(?=[\r\n]|\Z)")
_MAY_HOLD_MARKUP = re.compile(r"[<{}\\&]|\]\(|-->|\[[/a-z]")


def unmarked(text: str) -> str:
    r"""Replace markup around words by blanks, and markup between words by joiners.

    >>> unmarked(r"\section{年度报告}").strip(), unmarked("年度报告 {#report}").strip()
    ('年度报告', '年度报告')
    >>> unmarked('[2017]{lang="EN-US"}[年]{.bold}').replace(JOINER, "").strip()
    '2017年'
    """
    if _MAY_HOLD_MARKUP.search(text) is None:
        return text
    return _AT_EDGES.sub(blanks, _MARKUP.sub(_joiners, text))


def _joiners(found: re.Match[str]) -> str:
    return JOINER * len(found[0])
