"""Find the value of each property that counts among all that are declared for an element."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter

import attrs

from .declared import PROPERTIES, Declared

Values = Mapping[str, str]
"""Values by their properties; none has a value that the element only takes from around it."""

_INITIAL = {
    "color": "black",
    "direction": "ltr",
    "font-size": "medium",
    "text-indent": "0",
    "visibility": "visible",
}
"""The values that properties have at first, if elements pass them on to those within them."""

_LIKE_AROUND = frozenset({"inherit", "unset", "revert", "revert-layer"})
_WIDE = _LIKE_AROUND | {"initial"}
_AS_WRITTEN = frozenset({"background", "background-image", "content"})
"""Properties whose values have names of files or words in them."""

_SIZE_IN_FONT = re.compile(
    r"(?:(?:[a-z-]+|[1-9]\d*)\s){0,4}?"
    r"(0|[\d.]++(?:%|[a-z]++)|(?:x{1,3}-)?(?:small|large)|medium|smaller|larger)(?=[\s/])"
)
"""The size of a font, behind words and numbers for its slope and its weight."""

_VARIABLE = re.compile(r"var\(\s*(?P<name>--[\w-]+)\s*(?:,(?P<otherwise>(?:[^()]|\([^()]*\))*))?\)")
_MOST_STEPS = 20
_LONGEST_VALUE = 2000
"""Variables may stand for each other; values that never end stay as they are."""

_DEEPEST = 60
"""How many elements with variables stand within each other at most."""


@attrs.frozen(eq=False)
class Variables:
    """The variables that an element declares, and those that it takes from around it."""

    own: Values = attrs.field(factory=dict)
    around: Variables | None = None

    def within(self, declared: Iterable[Declared]) -> Variables:
        """Return the variables of an element that begins here; mostly it declares none."""
        own = {
            one.name: one.value
            for one in sorted(declared, key=attrgetter("is_important"))
            if one.is_variable and len(one.value) <= _LONGEST_VALUE
        }
        return Variables(own, self) if own else self

    def get(self, name: str) -> str | None:
        """Return the value of a variable, None if it is unknown.

        >>> Variables({"--a": "1"}).within([Declared("--b", "2")]).get("--a")
        '1'
        """
        at: Variables | None = self
        for _ in range(_DEEPEST):
            if at is None or name in at.own:
                break
            at = at.around
        return at.own.get(name) if at else None


NO_VARIABLES = Variables()
"""What an element takes from around it on a page without variables."""


def cascaded(declared: Iterable[Declared], variables: Variables) -> Values:
    """Return the value that counts for each property: the last, and important ones before others.

    >>> hidden, shown = Declared("display", "none", True), Declared("display", "block")
    >>> cascaded([hidden, shown], NO_VARIABLES)
    {'display': 'none'}
    >>> sized, colored = Declared("font", "bold 0 a"), Declared("color", "var(--c)")
    >>> cascaded([sized, colored], Variables({"--c": "#FFF"}))
    {'font-size': '0', 'color': '#fff'}
    """
    values: dict[str, str] = {}
    for one in sorted(declared, key=attrgetter("is_important")):
        if not one.is_variable:
            for name, value in _longhands(one.name, _with_variables(one.value, variables)):
                _set(values, name, value)
    return values


def _set(values: dict[str, str], name: str, value: str) -> None:
    """Set a property to a value, unless it can have no such value, or to none."""
    said = _INITIAL.get(name, "unset") if value == "initial" else value
    if said in _LIKE_AROUND:
        values.pop(name, None)
    elif PROPERTIES[name].fullmatch(said):
        values[name] = said


def _with_variables(value: str, variables: Variables) -> str:
    """Put the values of variables in their places; those of other files stay unknown."""
    for _ in range(_MOST_STEPS):
        if "var(" not in value or len(value) > _LONGEST_VALUE:
            break
        value = _VARIABLE.sub(partial(_meant_by, variables), value)
    return value.strip()


def _meant_by(variables: Variables, named: re.Match[str]) -> str:
    """Return the value of a variable, else what stands for one that is unknown."""
    values = (variables.get(named["name"]), named["otherwise"])
    return next((value for value in values if value is not None), named[0])


def _longhands(name: str, said: str) -> Iterator[tuple[str, str]]:
    """Yield the single properties that a declaration is about, with their values."""
    value = said if name in _AS_WRITTEN else " ".join(said.lower().split())
    names, parts = _SHORTHANDS.get(name, ((name,), _whole))
    if value in _WIDE:
        yield from ((each, value) for each in (PROPERTIES if name == "all" else names))
    elif name != "all":
        yield from zip(names, parts(value), strict=False)


def _whole(value: str) -> Sequence[str]:
    """Repeat a value for each of some properties, as each finds in it what it asks for."""
    return [value] * 3


def _size_of_font(value: str) -> Sequence[str]:
    """Return the size in the description of a font, nothing if it has none."""
    size = _SIZE_IN_FONT.match(value)
    return size.groups() if size else ()


def _both(value: str) -> Sequence[str]:
    """Return the values for two directions; one may stand for both."""
    across, *down = value.split() or [""]
    return across, *(down or [across])


def _sides(value: str) -> Sequence[str]:
    """Return the values for top, right, bottom and left, of which the last may be left out."""
    said = dict(enumerate(value.split()))
    top = said.get(0, "0")
    right = said.get(1, top)
    return top, right, said.get(2, top), said.get(3, right)


_SHORTHANDS: Mapping[str, tuple[Sequence[str], Callable[[str], Sequence[str]]]] = {
    "background": (("background-color", "background-image", "background-clip"), _whole),
    "font": (("font-size",), _size_of_font),
    "inset": (("top", "right", "bottom", "left"), _sides),
    "margin": (("margin-top", "margin-right", "margin-bottom", "margin-left"), _sides),
    "overflow": (("overflow-x", "overflow-y"), _both),
    "text-decoration": (("text-decoration-line",), _whole),
}
"""The properties that others stand for, and how these divide a value among them."""
