"""Draw a text that was given, whatever kind of source it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import attrs

from ..later import imported


@attrs.frozen
class _Step:
    """A function that draws texts with any of some signs; no other text needs its module."""

    function: str
    signs: Sequence[str] = ("",)

    def drawn(self, text: str) -> str | None:
        """Return what the function draws of a text, None if the text has no sign."""
        if not any(map(text.__contains__, self.signs)):
            return None
        drawn: str | None = imported(self.function)(text)
        return drawn


_KINDS = (
    _Step("inputs.records:text_of_json", "[{"),
    _Step("inputs.html:text_of_markup", ("<", "&lt;", "\\")),
)
"""The kinds of source that are drawn as a whole; each function returns None for other texts."""

_STEPS = (
    _Step("inputs.zero_width:without_unseen"),
    _Step("inputs.within:with_records_drawn", "[{"),
    _Step("inputs.dashed:with_dashed_rows", ("- - ",)),
    _Step("inputs.strings:without_quotes", "'\""),
    _Step("inputs.strings:without_escapes", "\\"),
    _Step("inputs.strings:without_escaped_signs", "\\"),
    _Step("inputs.strings:without_entities", "&"),
    _Step("inputs.tag_breaks:without_tag_breaks", ("<", "&lt;")),
    _Step("inputs.prefixed:without_prefixes"),
    _Step("inputs.prefixed:without_row_numbers"),
    _Step("inputs.hardwrapped:without_hard_wraps"),
    _Step("inputs.latex:without_latex", "\\"),
    _Step("inputs.spans:without_attributes", ("]{",)),
    _Step("inputs.scored:without_scores", ("0.", "1.")),
)
"""What is done, one step after another, to any other text."""

_BEFORE_CELL = "\t"
"""The separator before a cell; a line end protects the empty last cell of a record."""


def drawn(text: str) -> str:
    """Return the text that a page, a record, a program or a mail shows; any other text unchanged.

    >>> drawn("<table><tr><td>规章<td>3</table>")
    '| 规章 | 3 |'

    Raises:
        TypeError: if it is no text.
        ImportError: if it is the source of a web page, and the extra ``html`` is not installed.
    """
    if not isinstance(text, str):
        raise TypeError(_not_text(text))
    shown = _shown(text)
    is_ended = shown.endswith(_BEFORE_CELL) and not text.endswith(_BEFORE_CELL)
    return f"{shown}\n" if is_ended else shown


def _shown(text: str) -> str:
    for kind in _KINDS:
        if (shown := kind.drawn(text)) is not None:
            return shown
    for step in _STEPS:
        shown = step.drawn(text)
        text = text if shown is None else shown
    return text


def _not_text(given: object) -> str:
    hints = {
        bytes: "; decode them first, for instance with data.decode('utf-8')",
        Path: "; read its text first, for instance with path.read_text(encoding='utf-8')",
    }
    hint = next((hint for kind, hint in hints.items() if isinstance(given, kind)), "")
    return f"the text of a report is to be a str, not {type(given).__name__}{hint}"
