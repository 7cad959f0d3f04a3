"""Apply the style rules of a page to its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs
from more_itertools import grouper

from .markup import raw_elements

_PROPERTIES = frozenset(
    {"background", "background-color", "background-image", "bottom", "clip", "clip-path", "color"}
    | {"content", "display", "font-size", "height", "left", "opacity", "overflow", "position"}
    | {"right", "text-decoration", "text-decoration-line", "text-indent", "top"}
    | {"vertical-align", "visibility", "width"}
)
"""The properties that decide which text a page shows."""

_SELECTOR = re.compile(
    r"(?P<tag>[a-z][a-z0-9]*|\*)?(?P<names>(?:[.#][\w-]+)*)(?P<pseudo>::?(?:before|after))?", re.I
)
_NAME = re.compile(r"[.#][\w-]+")
_BRACE = re.compile(r"([{}])")
_CONDITION = re.compile(r"@(?:media|supports|layer)\b", re.IGNORECASE)
_OTHER_MEDIA = re.compile(r"\bprint\b|\bspeech\b|\bnot\b|max-(?:device-)?width", re.IGNORECASE)
"""A condition of rules for paper, speech or small screens."""

_IMPORTANT = re.compile(r"\s*!\s*important\s*\Z", re.IGNORECASE)
_MEDIA = re.compile(r"\bmedia\s*=\s*[\"']?([^\"'>]*)", re.IGNORECASE)
_COMMENT_OF_PAGE = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")
_NO_CONTENT = re.compile(r"(?:none|normal|(['\"])[\s.]*\1|)\Z", re.IGNORECASE)


@attrs.frozen
class _Rule:
    """Declarations for the elements with a tag, or any if it is "", and with all of some names."""

    tag: str
    names: frozenset[str]
    declared: Mapping[str, str]
    order: int = 0

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """How specific the rule is: the most specific rule counts, among equals the last."""
        ids = sum(name.startswith("#") for name in self.names)
        return ids, len(self.names) - ids, int(bool(self.tag)), self.order


class _Rules:
    """Rules indexed by one of their names, so that few are tried for an element."""

    def __init__(self) -> None:
        self._by_name: dict[str, dict[tuple[str, frozenset[str]], _Rule]] = {}
        self._order = 0

    def add(self, rule: _Rule) -> None:
        """Add a rule, joined with an earlier one of the same selector; it counts as the last."""
        key = min(rule.names or {rule.tag}, key=self._count)
        rules = self._by_name.setdefault(key, {})
        selector = rule.tag, rule.names
        before = rules.get(selector, rule)
        self._order += 1
        declared = {**before.declared, **rule.declared}
        rules[selector] = attrs.evolve(rule, declared=declared, order=self._order)

    def _count(self, name: str) -> tuple[int, str]:
        return len(self._by_name.get(name, ())), name

    def matching(self, tag: str, attributes: Mapping[str, str]) -> list[_Rule]:
        """Return the rules for an element, the most specific last."""
        if not self._by_name:
            return []
        names = {f".{name}" for name in attributes.get("class", "").split()}
        if "id" in attributes:
            names.add(f"#{attributes['id'].strip()}")
        found = [
            rule
            for key in ("", tag, *sorted(names))
            for rule in self._by_name.get(key, {}).values()
            if rule.tag in {"", tag} and rule.names <= names
        ]
        return sorted(found, key=_rank_of)


def _rank_of(rule: _Rule) -> tuple[int, int, int, int]:
    return rule.rank


class Sheet:
    """The rules of a page for elements by tag, class and id, wherever they stand.

    >>> sheet = Sheet()
    >>> sheet.add("@media print {i {color: red}} td.x, #a {display: none}")
    >>> sheet.styled("td", {"class": "x y", "style": "top: 1px"})["style"]
    'display:none;top:1px'
    >>> sheet.styled("i", {})
    {}
    """

    def __init__(self) -> None:
        self._rules = _Rules()
        self._content_rules = _Rules()

    @classmethod
    def of(cls, page: str) -> Sheet:
        """Collect the rules for screens from all style elements in the source of a page."""
        sheet = cls()
        for attributes, source in raw_elements(page, "style"):
            media = _MEDIA.search(attributes)
            if _is_on_screen(f"@media {media[1] if media else ''}"):
                sheet.add(source)
        return sheet

    def add(self, source: str) -> None:
        """Add the rules in the source of a style element."""
        for selectors, declarations in _blocks(_without_comments(source)):
            declared = dict(_declared(declarations))
            if not declared:
                continue
            for selector in selectors.split(","):
                found = _SELECTOR.fullmatch(selector.strip())
                if found and found[0]:
                    self._add_rule(found, declared)

    def _add_rule(self, found: re.Match[str], declared: Mapping[str, str]) -> None:
        tag = (found["tag"] or "").lower().replace("*", "")
        names = frozenset(_NAME.findall(found["names"]))
        rules = self._content_rules if found["pseudo"] else self._rules
        rules.add(_Rule(tag, names, declared))

    def styled(self, tag: str, attributes: Mapping[str, str]) -> Mapping[str, str]:
        """Return the attributes of an element, with the rules of the page added to its style."""
        rules = self._rules.matching(tag, attributes)
        if not rules:
            return attributes
        declared = [rule.declared for rule in rules]
        declared.append(dict(_declared(attributes.get("style", ""))))
        style: dict[str, str] = {}
        for only_important in (False, True):
            for name, value in (item for one in declared for item in one.items()):
                if not only_important or _IMPORTANT.search(value):
                    style[name] = _IMPORTANT.sub("", value)
        return {**attributes, "style": ";".join(f"{name}:{style[name]}" for name in style)}

    def fills(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether a rule shows content before or behind the text of an element."""
        rules = self._content_rules.matching(tag, attributes)
        return any(_shows_content(rule.declared.get("content", ""), attributes) for rule in rules)


def _shows_content(content: str, attributes: Mapping[str, str]) -> bool:
    """Whether a value of ``content`` shows text or a picture; a missing attribute shows none."""
    named = re.fullmatch(r"attr\(\s*([\w-]+)\s*\)", content.strip())
    if named:
        return bool(attributes.get(named[1].lower(), "").strip())
    return not _NO_CONTENT.match(content.strip())


def _without_comments(source: str) -> str:
    """Remove the comments of a sheet, and the signs of page comments around it."""
    first, *others = _COMMENT_OF_PAGE.sub(" ", source).split("/*")
    return " ".join([first, *(other.partition("*/")[2] for other in others)])


def _blocks(source: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors of a sheet with their declarations, except those of other media."""
    around: list[str] = []
    for text, brace in grouper(_BRACE.split(source), 2, incomplete="ignore"):
        if brace == "{":
            around.append(text.rpartition(";")[2].strip())
        elif around:
            selectors = around.pop()
            if not selectors.startswith("@") and all(map(_is_on_screen, around)):
                yield selectors, text


def _is_on_screen(condition: str) -> bool:
    """Whether a condition may hold on a wide screen; media between commas are alternatives."""
    is_known = _CONDITION.match(condition) is not None
    return is_known and any(not _OTHER_MEDIA.search(one) for one in condition.split(","))


def _declared(declarations: str) -> Iterator[tuple[str, str]]:
    """Yield the relevant properties of declarations with their values."""
    for declaration in declarations.split(";"):
        name, _, value = declaration.partition(":")
        if name.strip().lower() in _PROPERTIES:
            yield name.strip().lower(), value.strip()
