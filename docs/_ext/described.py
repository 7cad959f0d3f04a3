"""Directives that show what the code declares: problems, modules, layouts, the command's help."""

from __future__ import annotations

import ast
import contextlib
import inspect
import io
import os
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any, get_type_hints
from unittest import mock

import attrs
from declared import list_table
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.ext.autodoc import Options
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import GoogleDocstring
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

import gov_disclosure
from gov_disclosure import problems
from gov_disclosure.cli import main
from gov_disclosure.layouts import LAYOUTS
from gov_disclosure.values import Code

PACKAGE = Path(gov_disclosure.__file__).parent
ELSEWHERE = frozenset(
    {"audit", "cli", "declare", "files", "findings", "forms", "text.decoding"}
    | {"labelled", "parser", "report", "serialize", "tables", "values"}
)
ON_THE_WAY = (
    *("drafting", "text.source", "document.outline", "grids.whole.tables", "layouts.grid"),
    *("labels.marks", "grids.runs", "grids.entries", "grids.labelled", "grids.choosing"),
    *("cells.binding", "cells.columns.places", "cells.columns.slots", "cells.rows.due_row"),
    *("cells.rows.due", "cells.settling.habits", "cells.settling.settle"),
    *("cells.solving.inferring", "cells.solving.solve", "cells.rows.table_row"),
    *("cells.rows.readings", "document.account"),
)
"""The modules that every text passes, in the order of the stages."""
WALLS = Path(__file__).parents[2] / "tests" / "test_walls.py"


@attrs.frozen
class DeclaredProblem:
    """A problem as the code declares it."""

    code: Code
    severity: str
    meaning: str


@cache
def declared_problems() -> dict[str, DeclaredProblem]:
    """Every problem, by its code."""
    found = (
        _declared_problem(function)
        for function in _functions(ast.parse(inspect.getsource(problems)))
    )
    return {problem.code: problem for problem in found if problem is not None}


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _declared_problem(function: ast.FunctionDef) -> DeclaredProblem | None:
    for node in ast.walk(function):
        match node:
            case ast.Call(
                func=ast.Name(id="Problem"),
                args=[ast.Attribute(attr=code), ast.Attribute(attr=severity), *_],
            ):
                return DeclaredProblem(
                    Code[code], severity.lower(), ast.get_docstring(function) or ""
                )
    return None


class Problem(SphinxDirective):
    """The severity and the meaning of a problem."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """What stands on the page."""
        code = self.arguments[0]
        if code not in declared_problems():
            raise self.error(f"no problem of gov_disclosure.problems has the code {code!r}")
        problem = declared_problems()[code]
        name = f"gov_disclosure.Severity.{problem.severity.upper()}"
        severity = f"{{py:attr}}`{problem.severity} <{name}>`"
        return self.parse_text_to_nodes(f"*Severity* {severity}. {problem.meaning}")


class Modules(SphinxDirective):
    """All modules of the package with what they are for, lowest first."""

    def run(self) -> list[nodes.Node]:
        """What stands on the page."""
        rows = [("Module", "What it holds")]
        rows += [(f":mod:`~gov_disclosure.{name}`", purpose(name)) for name in layers()]
        return self.parse_text_to_nodes("\n".join(list_table(rows)))


class Stages(SphinxDirective):
    """The modules on the way of a text, each with its public names."""

    def run(self) -> list[nodes.Node]:
        """What stands on the page."""
        return self.parse_text_to_nodes("\n".join(chain.from_iterable(map(_stage, ON_THE_WAY))))


class OtherModules(SphinxDirective):
    """The modules that no other page documents, each with its public names."""

    def run(self) -> list[nodes.Node]:
        """What stands on the page."""
        shown = [name for name in layers() if name not in ELSEWHERE.union(ON_THE_WAY)]
        return self.parse_text_to_nodes("\n".join(chain.from_iterable(map(_stage, shown))))


class Layouts(SphinxDirective):
    """The layouts under the names that they have on a report."""

    def run(self) -> list[nodes.Node]:
        """What stands on the page."""
        rows = [("Name", "What it reads")]
        for layout in LAYOUTS:
            said = inspect.getdoc(type(layout)) or ""
            rows.append((f"``{layout.name}``", said.partition("\n")[0]))
        return self.parse_text_to_nodes("\n".join(list_table(rows)))


class Help(SphinxDirective):
    """What the command says of itself."""

    def run(self) -> list[nodes.Node]:
        """What stands on the page."""
        said = io.StringIO()
        with (
            mock.patch.dict(os.environ, COLUMNS="80"),
            contextlib.redirect_stdout(said),
            contextlib.suppress(SystemExit),
        ):
            main(["--help"])
        return [nodes.literal_block(text=said.getvalue(), language="text")]


def _stage(name: str) -> Iterator[str]:
    """A module, or a package with those of its modules that are not listed by themselves."""
    inner = sorted(path.stem for path in (PACKAGE / name).glob("[!_]*.py"))
    others = (f"{name}.{stem}" for stem in inner)
    for module in (name, *(other for other in others if other not in layers())):
        yield f".. rubric:: {module}"
        yield ""
        yield f".. automodule:: gov_disclosure.{module}"
        yield "   :members:"
        yield f"   :exclude-members: {', '.join(_constants(module))}"
        yield ""


def _constants(module: str) -> list[str]:
    """The constants of a module: their values are long, and their names say what they are."""
    return [name for name in vars(import_module(f"gov_disclosure.{module}")) if name.isupper()]


def purpose(name: str) -> str:
    """The first line of a module's docstring."""
    path = PACKAGE / name.replace(".", "/")
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    said = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    return said.partition("\n")[0]


@cache
def layers() -> Sequence[str]:
    """The modules as the test of the walls orders them, lowest first, a room before its own."""
    rooms = {"": _declared_in_walls("LAYERS"), **_declared_in_walls("ROOMS")}
    return [name.replace("/", ".") for name in _inside("", rooms)]


def _inside(room: str, rooms: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for step in chain.from_iterable(layer.split() for layer in rooms.get(room, ())):
        if not step.startswith("__"):
            name = f"{room}/{step}".lstrip("/")
            yield name
            yield from _inside(name, rooms)


def _declared_in_walls(constant: str) -> Any:
    """The value of a constant of that test, which is read and not run."""
    for node in ast.parse(WALLS.read_text(encoding="utf-8")).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name == constant:
                return ast.literal_eval(value)
    raise LookupError(f"{WALLS} holds no {constant}")


def resolve_tuples(app: Sphinx) -> None:
    """Give the fields of named tuples the types that their annotations name.

    ``typing`` keeps them as bare names, which the docs cannot resolve.
    """
    for made in tuple.__subclasses__():
        if made.__module__.startswith(f"{gov_disclosure.__name__}.") and hasattr(made, "_fields"):
            made.__new__.__annotations__ = get_type_hints(made)


def cached_property_docs(
    app: Sphinx, what: str, name: str, thing: object, options: Options, lines: list[str]
) -> None:
    """Give back the docstrings that cached properties lose when attrs turns them into slots."""
    owner, _, attribute = name.rpartition(".")
    model = getattr(gov_disclosure, owner.rpartition(".")[2], None)
    if not any(lines) and isinstance(model, type) and attrs.has(model):
        lines[:] = _docs_in(model).get(attribute, "").splitlines()


def sections_of_functions(
    app: Sphinx, what: Any, name: str, thing: object, options: Options, lines: list[str]
) -> None:
    """Set what functions raise and return as such.

    Only of functions: napoleon as an extension takes what stands before a colon in the
    docstring of an attribute for its type.
    """
    if what in ("function", "method"):
        settings: Any = Config()
        lines[:] = GoogleDocstring(lines, settings, app, what, name, thing, options).lines()


@cache
def _docs_in(model: type) -> dict[str, str]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(model)))
    return {function.name: ast.get_docstring(function) or "" for function in _functions(tree)}


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives and the handler."""
    app.add_directive("problem", Problem)
    app.add_directive("modules", Modules)
    app.add_directive("stages", Stages)
    app.add_directive("other-modules", OtherModules)
    app.add_directive("layouts", Layouts)
    app.add_directive("command-help", Help)
    app.connect("builder-inited", resolve_tuples)
    app.connect("autodoc-process-docstring", cached_property_docs)
    app.connect("autodoc-process-docstring", sections_of_functions)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
