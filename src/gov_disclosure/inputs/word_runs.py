"""Read the text of paragraphs of a Word file as Word shows it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from lxml.etree import _Element

from .drawing import lowered, raised, struck
from .figures import has_words
from .lengths import is_much_smaller, is_unreadable
from .word_package import W
from .word_styles import Look, Styles, height, is_on, is_white_on_paper, size

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
FALLBACK = f"{_MC}Fallback"
"""A second version of content, for old programs that do not know the first."""


def w(*names: str) -> frozenset[str]:
    """Return names of elements of Word with their namespace, as they stand in a tree."""
    return frozenset(W + name for name in names)


_RUNS = w("r")
_SIMPLE_FIELD = f"{W}fldSimple"
_WRAPPERS = w("bdo", "customXml", "dir", "fldSimple", "hyperlink") | w(
    "ins", "moveTo", "sdt", "sdtContent", "smartTag"
)
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_FIELDS_WITHOUT_RESULT = frozenset({"ASK", "PRIVATE", "RD", "SET", "TA", "TC", "XE"})
"""Fields without a result, which mark entries of an index or set values."""


def within(parent: _Element, tags: frozenset[str]) -> Iterator[_Element]:
    """Yield the elements with given tags within a parent, also those within wrappers."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from within(child, tags)
        elif child.tag == f"{_MC}AlternateContent":
            yield from within(_first_version(child), tags)


def _first_version(alternatives: _Element) -> _Element:
    """Return the version of content that a new program shows: the first."""
    return next(iter(alternatives), alternatives)


class _Field:
    """An open field: its code, and whether its result has begun."""

    def __init__(self) -> None:
        self.code = ""
        self.has_result = False


@attrs.frozen
class Paragraph:
    """The text of a paragraph, and whether it has fields whose result is not in the file."""

    text: str
    has_unknown: bool

    @classmethod
    def of(cls, element: _Element, styles: Styles) -> Paragraph:
        """Read a paragraph, marking raised and struck text, so that it joins no figure."""
        shown = _Pieces()
        for run in within(element, _RUNS):
            look = styles.look(run, element)
            if not is_on(look, "vanish"):
                shown.add(run, look)
        simple = any(not "".join(field.itertext()) for field in element.iter(_SIMPLE_FIELD))
        return cls("".join(shown.pieces), shown.has_unknown or simple)


class _Pieces:
    """Collects the pieces of a paragraph run by run."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.has_unknown = False
        self._fields: list[_Field] = []
        self._base: Look | None = None

    def add(self, run: _Element, look: Look) -> None:
        """Add a run; the look of the first text is that of the line."""
        said = "".join(piece for child in run for piece in self._shown_text(child))
        if not said:
            return
        self._base = look if self._base is None else self._base
        said = _with_height_marked(said, look, height(look) - height(self._base))
        if said.isdigit() and self._continues_small(look):
            said = f" {said}"
        is_struck = is_on(look, "strike") or is_on(look, "dstrike")
        is_unseen = is_white_on_paper(look, run) or is_unreadable(size(look))
        if is_struck or (is_unseen and not has_words(said)):
            lines = "\n".join(map(struck, said.split("\n")))
            said = f" {lines} "
        self.pieces.append(said)

    def _continues_small(self, look: Look) -> bool:
        """Whether digits would continue a figure, but are much smaller than it."""
        is_small = is_much_smaller(size(look), size(self._base or {}))
        return is_small and bool(self.pieces) and self.pieces[-1][-1].isdigit()

    def _shown_text(self, child: _Element) -> Iterator[str]:
        """Yield the text that an element of a run shows; the code of fields is not shown."""
        if child.tag == f"{W}fldChar":
            self._pass_field_mark(child.get(f"{W}fldCharType", ""))
        elif child.tag == f"{W}instrText" and self._fields:
            self._fields[-1].code += child.text or ""
        elif all(field.has_result for field in self._fields):
            yield _own_text(child)
            yield from (piece for part in _children(child) for piece in self._shown_text(part))

    def _pass_field_mark(self, kind: str) -> None:
        """Begin a field, begin its result, or end it."""
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].has_result = True
        elif self._fields and kind == "end":
            field = self._fields.pop()
            name = field.code.split(maxsplit=1)[:1]
            kinds = set(map(str.upper, name))
            is_shown = not (field.has_result or _FIELDS_WITHOUT_RESULT & kinds) or "EQ" in kinds
            self.has_unknown = self.has_unknown or is_shown


def _with_height_marked(said: str, look: Look, above: int) -> str:
    """Mark text that stands above or below the line as raised or lowered."""
    if look.get("vertAlign") == "superscript" or above > 0:
        return raised(said)
    return lowered(said) if look.get("vertAlign") == "subscript" or above < 0 else said


def _own_text(child: _Element) -> str:
    if child.tag == f"{W}t":
        return child.text or ""
    if child.tag == f"{W}sym":
        return chr(int(child.get(f"{W}char", "fffd"), 16))
    return _SIGNS.get(str(child.tag), "")


def _children(child: _Element) -> Iterator[_Element]:
    """Yield the elements with text within an element of a run."""
    if child.tag == f"{_MC}AlternateContent":
        yield from _first_version(child)
    elif child.tag == f"{W}ruby":
        yield from (part for run in child.iterfind(f"{W}rubyBase/{W}r") for part in run)
