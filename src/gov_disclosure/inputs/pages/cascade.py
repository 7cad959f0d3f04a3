"""Find the value of each property that counts among all that are declared for an element."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

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
_AS_WRITTEN = frozenset({"background-image", "content"})
"""Properties whose values have names of files or words in them."""

_SIDES = ("top", "right", "bottom", "left")
_SIZE_IN_FONT = re.compile(
    r"(?:\A|\s)(0|[\d.]+(?:%|[a-z]+)|(?:x{1,3}-)?(?:small|large)|medium|smaller|larger)(?=[\s/])"
)
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")
_MOST_STEPS = 20
_LONGEST_VALUE = 2000
"""Variables may stand for each other; values that never end are left."""


def cascaded(declared: Iterable[Declared], variables: Values) -> Values:
    """Return the value that counts for each property: the last, and important ones before others.

    >>> hidden, shown = Declared("display", "none", True), Declared("display", "block")
    >>> cascaded([hidden, shown], {})
    {'display': 'none'}
    >>> cascaded([Declared("font", "bold 0 a"), Declared("color", "var(--c)")], {"--c": "#FFF"})
    {'font-size': '0', 'color': '#fff'}
    """
    values: dict[str, str] = {}
    for one in sorted(declared, key=attrgetter("is_important")):
        said = _with_variables(one.value, variables)
        for name, value in () if one.name.startswith("--") else _longhands(one.name, said):
            if value in _LIKE_AROUND or (value == "initial" and name not in _INITIAL):
                values.pop(name, None)
            elif value == "initial":
                values[name] = _INITIAL[name]
            elif PROPERTIES[name].fullmatch(value):
                values[name] = value
    return values


def variables_within(around: Values, declared: Sequence[Declared]) -> Values:
    """Return the variables of an element: its own, and those of the element around it."""
    by_weight = sorted(declared, key=attrgetter("is_important"))
    own = {one.name: one.value for one in by_weight if one.name.startswith("--")}
    return {**around, **own} if own else around


def _with_variables(value: str, variables: Values) -> str:
    """Put the values of variables in their places; those of other files stay unknown."""
    for _ in range(_MOST_STEPS):
        put = _VARIABLE.sub(lambda found: variables.get(found[1], found[2] or found[0]), value)
        if put == value or len(put) > _LONGEST_VALUE:
            break
        value = put
    return value.strip()


def _longhands(name: str, said: str) -> Iterator[tuple[str, str]]:
    """Yield the single properties that a declaration is about, with their values."""
    value = said if name in _AS_WRITTEN else " ".join(said.lower().split())
    if name == "all":
        yield from ((each, value) for each in PROPERTIES if value in _WIDE)
    elif name not in _SHORTHANDS:
        yield name, value
    elif value in _WIDE:
        yield from ((each, value) for each in _SHORTHANDS[name]("0"))
    else:
        yield from _SHORTHANDS[name](said if name == "background" else value).items()


def _backgrounds(value: str) -> Values:
    """Return what is said of a background: where one part ends is seen when it is asked."""
    return {"background-color": value.lower(), "background-image": value, "background-clip": value}


def _size_of_font(value: str) -> Values:
    size = _SIZE_IN_FONT.search(value)
    return {"font-size": size[1] if size else "medium"}


def _insets(value: str) -> Values:
    return dict(zip(_SIDES, _four(value), strict=True))


def _margins(value: str) -> Values:
    top, _, _, left = _four(value)
    return {"margin-top": top, "margin-left": left}


def _overflows(value: str) -> Values:
    across, *down = value.split() or [""]
    return {"overflow-x": across, "overflow-y": (down or [across])[0]}


def _line_of_decoration(value: str) -> Values:
    return {"text-decoration-line": value}


def _four(value: str) -> Sequence[str]:
    """Return the values for top, right, bottom and left, of which the last may be left out."""
    said = dict(enumerate(value.split()))
    top = said.get(0, "0")
    right = said.get(1, top)
    return top, right, said.get(2, top), said.get(3, right)


_SHORTHANDS: Mapping[str, Callable[[str], Values]] = {
    "background": _backgrounds,
    "font": _size_of_font,
    "inset": _insets,
    "margin": _margins,
    "overflow": _overflows,
    "text-decoration": _line_of_decoration,
}
"""What is declared by properties that stand for several others."""
