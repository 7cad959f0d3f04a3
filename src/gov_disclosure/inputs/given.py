"""Draw a text that was given, whatever kind of source it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from .dashed import with_dashed_rows
from .hardwrapped import without_hard_wraps
from .html import text_of_html
from .latex import without_latex
from .prefixed import without_prefixes, without_row_numbers
from .records import text_of_json
from .scored import without_scores
from .spans import without_attributes
from .strings import (
    markup_in,
    without_entities,
    without_escaped_signs,
    without_escapes,
    without_quotes,
)
from .tag_breaks import without_tag_breaks
from .textile import without_textile
from .within import with_records_drawn
from .zero_width import without_unseen

_STEPS: Sequence[Callable[[str], str]] = (
    without_unseen,
    with_records_drawn,
    with_dashed_rows,
    without_quotes,
    without_escapes,
    without_escaped_signs,
    without_entities,
    without_tag_breaks,
    without_prefixes,
    without_row_numbers,
    without_hard_wraps,
    without_latex,
    without_textile,
    without_attributes,
    without_scores,
)
"""What is done, one step after another, to a text that is neither a page nor JSON."""

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
    if (recorded := text_of_json(text)) is not None:
        return without_scores(without_latex(recorded))
    if (source := markup_in(text)) is not None:
        return text_of_html(source)
    for step in _STEPS:
        text = step(text)
    return text


def _not_text(given: object) -> str:
    hints = {
        bytes: "; decode them first, for instance with data.decode('utf-8')",
        Path: "; read its text first, for instance with path.read_text(encoding='utf-8')",
    }
    hint = next((hint for kind, hint in hints.items() if isinstance(given, kind)), "")
    return f"the text of a report is to be a str, not {type(given).__name__}{hint}"
