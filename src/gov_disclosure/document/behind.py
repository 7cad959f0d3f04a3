"""What stands behind a title on its line: remarks, the names of sites, the data of a page."""

from __future__ import annotations

import re

from ..text.fold import fold
from ..text.furniture import is_furniture
from .wording import LABELS

_NAMED_ON = re.compile(
    r"""(?: \s* \([^()]{1,20}\) )?                      # a remark
        (?: \. (?:docx?|pdf|wps|ofd|html?|txt) )?       # the name of a file
        (?: \s* [-_—–|]+ \s* [^\W\d][^,。;:|]{1,40} )?  # the names of a site and its pages
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:一、|本报告|根据|按照|依据)")
"""What a report begins with, where it stands on the line of its title."""

_DATA = re.compile(rf"\s*(?:{LABELS})\s*:")
_NEVER_BEHIND = frozenset(":,>›»、")


def belonging(behind: str) -> int | None:
    """How much of what stands behind a title on its line belongs to it; None if it is no title."""
    said = fold(behind)
    named = _NAMED_ON.match(said)
    end = named.end() if named else 0
    rest = said[end:]
    if not rest or _GOES_ON.match(rest) or _DATA.match(rest):
        return end
    return end if rest[0] not in _NEVER_BEHIND and is_furniture(rest.strip()) else None
