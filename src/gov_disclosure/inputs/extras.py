"""Functions of modules that need a library of an extra, which may not be installed."""

from __future__ import annotations

from collections.abc import Callable

from ..later import imported


def drawn_with(extra: str, function: str, source: object) -> str:
    """Return what a function of a module that needs the libraries of an extra draws of a source.

    Raises:
        ImportError: if a library is not installed, with the command that installs it.
    """
    try:
        draw: Callable[[object], str] = imported(function)
    except ImportError as error:
        raise ImportError(
            f"this needs {error.name or extra}, which is not installed; "
            f'run: pip install "gov-disclosure[{extra}]"',
            name=error.name,
        ) from error
    return draw(source)
