"""Values that are made, and functions that are imported, when they are first used."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from typing import Any, Generic, TypeVar

import attrs

_T = TypeVar("_T")


@attrs.frozen(eq=False)
class Later(Generic[_T]):
    """A value that is made when it is first used, and then kept.

    Two are equal if their values are equal.

    >>> Later(sum, ([1, 2],)).value
    3
    """

    make: Callable[..., _T]
    given: tuple[object, ...] = ()

    @cached_property
    def value(self) -> _T:
        """The value, made on first use."""
        return self.make(*self.given)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Later) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)


def as_later(value: object) -> Later[Any]:
    """Wrap an existing value; a :class:`Later` is returned unchanged.

    >>> as_later(3).value, as_later(Later(int)).value
    (3, 0)
    """
    return value if isinstance(value, Later) else Later(_as_it_is, (value,))


def _as_it_is(value: object) -> object:
    return value


def imported(name: str) -> Any:
    """Return a function of this package by the name of its module and its own.

    >>> imported("later:as_later")(3).value
    3
    """
    module, _, function = name.partition(":")
    return getattr(import_module(f".{module}", __package__), function)
