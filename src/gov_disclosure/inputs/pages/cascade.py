"""Find the value of each property that counts among all that are declared for an element."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from operator import attrgetter

import attrs

from .declared import Declared
from .properties import INITIAL, LIKE_AROUND, PROPERTIES, longhands

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
            for name, value in longhands(one.name, _with_variables(one.value, variables)):
                _set(values, name, value)
    return values


def _set(values: dict[str, str], name: str, value: str) -> None:
    """Set a property to a value, unless it can have no such value, or to none."""
    said = _INITIAL.get(name, "unset") if value == INITIAL else value
    allowed = PROPERTIES.get(name)
    if said in LIKE_AROUND:
        values.pop(name, None)
    elif allowed and allowed.fullmatch(said):
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
