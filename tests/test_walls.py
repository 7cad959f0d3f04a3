"""The walls of the house: who may import whom, where a label may stand, how long things are."""

import ast
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.util import resolve_name
from itertools import chain
from operator import itemgetter
from pathlib import Path

import pytest
from more_itertools import map_reduce

import gov_disclosure
from gov_disclosure.declare import declared_fields
from gov_disclosure.labels.vocabulary import vocabulary
from gov_disclosure.text.fold import squeeze

# A module imports from the lines above its own and from nowhere else; so a module of the first
# groups, which are what users hold, cannot know anything of how a table is read.
LAYERS = (
    # the forms, declared and as printed
    "declare later",
    "tables",
    "forms",
    # what users hold of a parse, and what an audit finds
    "labelled values",
    "findings lookup text",
    # what the narrative says in numbers; a report reads it when it is asked
    "figures",
    "checks",
    # the report, which brings all of it together
    "problems report",
    "audit display serialize",
    # from text to readings
    "labels",
    "layouts",
    "grids",
    "cells",
    # what stands around the tables
    "document",
    # documents of other kinds, made into text
    "inputs",
    # all of it, in order
    "drafting",
    "parser",
    "files",
    "cli",
    "__init__ __main__",
)
# The same holds within each of the rooms that a text goes through, and in the rooms within these.
ROOMS = {
    "text": (
        "chinese counting decoding numerals source width",
        "fold",
        "days fillers",
        "edges",
        "furniture pages",
    ),
    "labels": (
        "articles cores dashes misprints money running_numbers strangers wordings wrapping",
        "vocabulary",
        "groups reworded spelling votes",
        "marks",
    ),
    "layouts": (
        "grid",
        "shared",
        "barred boxed columns columnwise delimited grouped headed items keyed listed paced "
        "padded quoted running signs spread stacked wiki",
    ),
    "layouts/shared": (
        "column_edges parts rulers stepped",
        "column_tables label_parts stack_pieces",
        "broken_labels line_runs",
        "whole_rows",
        "row_numbers screen",
        "between broken_pieces headers lines stacks",
        "beneath",
        "lined stack_rows",
    ),
    "grids": (
        "header header_names runs torn",
        "context counted",
        "spare_columns",
        "entries glance reworded",
        "shown",
        "attesting hindsight whole",
        "agreement labelled",
        "choosing",
        "unclaimed",
        "apart",
    ),
    "grids/whole": (
        "figure_lines formlines",
        "templates",
        "ordered placed stacked",
        "tables",
    ),
    "cells": (
        "standing",
        "columns",
        "rows",
        "leftovers mending mixed_reports whole_tables",
        "sifting",
        "settling solving",
        "contradicted resolving",
        "binding",
    ),
    "cells/columns": (
        "orders places",
        "above",
        "dealt nesting others yearly",
        "slots",
    ),
    "cells/rows": (
        "pieces strangers",
        "strips",
        "arranging readings surroundings",
        "table_row",
        "due_row",
        "due narrow reinterpreted",
    ),
    "cells/leftovers": ("echoes loose",),
    "cells/mending": (
        "broken joined_lines parted strays touching",
        "mended",
    ),
    "cells/sifting": (
        "dropped sifted",
        "added blocks completed continued foreign moved numbered paged rivals scattered shuffled",
        "sifts",
    ),
    "cells/solving": (
        "inferring",
        "contested",
        "solve",
        "cutting",
    ),
    "cells/settling": (
        "by_figures ending habits misaligned",
        "evidence",
        "doubts settle shifted",
        "settled",
    ),
    "document": (
        "heading_lines names prose spaced unglued unmarked",
        "authors endings outline pairs unbroken",
        "sections title_words",
        "behind",
        "titles",
        "announced catalogue own_title periods signatures",
        "dividing front",
        "known years",
        "gaps",
        "account",
    ),
    "inputs": (
        "celled colors extras faults figures hardwrapped lengths markup prefixed scored",
        "drawing strings tag_breaks zero_width",
        "plain printed",
        "heaped merged pdf_pictures ruled word_package",
        "counts pdf spanning tabled word_styles",
        "latex pages word_runs",
        "html spans",
        "inserted",
        "docx",
        "dashed records",
        "within",
        "given",
    ),
    "inputs/pages": (
        "changed copies generated properties telling tree",
        "canvas declared elements",
        "cascade hints sheets",
        "nests style",
        "looks matched pictured roles",
        "styled",
        "drawn",
    ),
}
TOLD_TO_READERS = {"labels/dashes", "labels/marks", "labels/running_numbers", "labels/strangers"}
TOLD_TO_READERS |= {"labels/wordings", "text/chinese", "text/counting", "text/edges"}
TOLD_TO_READERS |= {"text/fillers", "text/fold", "text/furniture", "text/pages"}
TOLD_TO_READERS |= {"text/source", "text/width"}
SHORTEST_LABEL = 3
SHORTEST_UNMISTAKABLE = 5
LONGEST_MODULE = 300
LONGEST_FUNCTION = 45
MEDIAN_FUNCTION = 10

LATER = re.compile(r"([a-z_]+(?:\.[a-z_]+)+):[a-z_]+")
"""A function and its module, which is imported when the function is called."""

PACKAGE = Path(gov_disclosure.__file__).parent
DOCS = Path(__file__).parents[1] / "docs"

TREES = {
    path.relative_to(PACKAGE).with_suffix("").as_posix(): ast.parse(
        path.read_text(encoding="utf-8")
    )
    for path in sorted(PACKAGE.rglob("*.py"))
}
"""The syntax trees of the modules, by names such as ``parser`` and ``tables/proactive``."""


def imported(name: str) -> Iterator[str]:
    """The modules of the package that a module imports, named as in ``TREES``."""
    package = ".".join(["gov_disclosure", *name.split("/")[:-1]])
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.ImportFrom):
            target = "." * node.level + (node.module or "")
            inside = resolve_name(target, package) if node.level else target
            yield from (module for module in modules(inside, node.names))
        elif isinstance(node, ast.Import):
            yield from (module for alias in node.names for module in modules(alias.name, []))
        elif isinstance(node, ast.Constant) and (later := LATER.fullmatch(str(node.value))):
            yield from modules(f"gov_disclosure.{later[1]}", [])


def modules(target: str, names: list[ast.alias]) -> Iterator[str]:
    """What ``from target import names`` imports of the package: a module, or several."""
    base, *inner = target.split(".")
    if base != "gov_disclosure":
        return
    children = ["/".join([*inner, alias.name]) for alias in names]
    found = [child for child in children if child in TREES or f"{child}/__init__" in TREES]
    yield from found or ["/".join(inner) or "__init__"]


def functions(name: str) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(TREES[name]) if isinstance(node, ast.FunctionDef))


def code_lines(function: ast.FunctionDef) -> int:
    """The lines of a function, its docstring and decorators left out."""
    first = function.body[0]
    is_docstring = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if is_docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def literals(tree: ast.Module) -> Iterator[ast.Constant]:
    """The strings in the code, docstrings of whatever kind left out."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node


def declared_labels() -> set[str]:
    """Every label and its core, as labels are compared."""
    words = vocabulary()
    models = (gov_disclosure.Metadata, gov_disclosure.Contacts)
    around = (item for model in models for _, item in declared_fields(model))
    spelled = chain.from_iterable((item.label or "", *item.aliases) for item in around)
    labels = {*words.exact, *words.by_core, *map(squeeze, spelled)}
    return {label for label in labels if len(label) >= SHORTEST_LABEL}


@pytest.fixture(scope="module")
def labels() -> re.Pattern[str]:
    """Any label; a short one only where it is a word by itself."""
    han = "[\u4e00-\u9fff]"
    return re.compile(
        "|".join(
            re.escape(label)
            if len(label) >= SHORTEST_UNMISTAKABLE
            else f"(?<!{han}){re.escape(label)}(?!{han})"
            for label in sorted(declared_labels(), key=len, reverse=True)
        )
    )


def ranks(layers: Iterable[str]) -> dict[str, int]:
    return {name: rank for rank, layer in enumerate(layers) for name in layer.split()}


RANKS = {room: ranks(layers) for room, layers in {"": LAYERS, **ROOMS}.items()}


def rooms_around(name: str) -> Iterator[tuple[str, str]]:
    """The rooms that a module is in, from the outside, and what there is of it in each."""
    steps = name.split("/")
    for depth, step in enumerate(steps):
        yield "/".join(steps[:depth]), step


def test_every_module_has_its_layer() -> None:
    found = map_reduce(chain.from_iterable(map(rooms_around, TREES)), itemgetter(0), itemgetter(1))
    for room, inside in RANKS.items():
        assert {*found[room], "__init__"} == {*inside, "__init__"}, room


@pytest.mark.parametrize("name", TREES)
def test_imports_point_one_way(name: str) -> None:
    for target in imported(name):
        both = zip(rooms_around(name), rooms_around(target), strict=False)
        (room, here), (_, there) = next((one, other) for one, other in both if one != other)
        order = RANKS.get(room)
        points_down = order is None or here == "__init__" or order[there] < order[here]
        assert points_down, f"{name} imports {target}"


def test_a_plain_text_needs_nothing_of_other_documents() -> None:
    """Importing what reads and checks them takes a sixth of the time to import the package."""
    code = "import sys, gov_disclosure as it; it.parse('规章 | 3').cells; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    others = ("checks.all", "figures.sentences", "inputs.docx", "inputs.html", "inputs.latex")
    assert not {f"gov_disclosure.{name}" for name in others} & {*ran.stdout.split()}


@pytest.mark.parametrize("name", [name for name in TREES if name.startswith("tables/")])
def test_models_know_the_declarations_alone(name: str) -> None:
    """One table knows nothing of another; only the package's ``__init__`` knows them all."""
    outside = {target for target in imported(name) if not name.endswith("/__init__")}
    assert outside <= {"declare", "tables/totals"}


@pytest.mark.parametrize("name", ["labelled", "values", "findings", "report"])
def test_what_users_hold_knows_nothing_of_text(name: str) -> None:
    """But for the figures of its narrative, which a report looks for when it is asked."""
    known = {target.partition("/")[0] for target in imported(name)}
    held = {"findings", "forms", "labelled", "later", "lookup", "tables", "values"}
    assert known - held <= {"checks", "declare", "figures"}


@pytest.mark.parametrize("name", [name for name in TREES if name.startswith("checks/")])
def test_checks_know_nothing_of_tables_in_text(name: str) -> None:
    """A report hands itself to them; they know its figures, and how words are compared."""
    rooms = {"checks", "declare", "figures", "findings", "forms", "tables", "values"}
    others = {target for target in imported(name) if target.partition("/")[0] not in rooms}
    assert others <= {"text/chinese", "text/fold"}


@pytest.mark.parametrize("name", [name for name in TREES if name.startswith("layouts/")])
def test_no_reader_knows_the_forms(name: str) -> None:
    """What a label is, a reader is told; and as all are in one layer, none knows another."""
    outside = {target for target in imported(name) if not target.startswith("layouts/")}
    assert outside <= TOLD_TO_READERS


@pytest.mark.parametrize(
    "name", [name for name in TREES if name != "labelled" and not name.startswith("tables/")]
)
def test_a_label_is_written_once(name: str, labels: re.Pattern[str]) -> None:
    for literal in literals(TREES[name]):
        found = labels.search(squeeze(str(literal.value)))
        assert not found, f"{name}:{literal.lineno} spells the label {found and found[0]}"


@pytest.mark.parametrize("name", TREES)
def test_modules_and_functions_are_short(name: str) -> None:
    lines = len((PACKAGE / f"{name}.py").read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_MODULE
    too_long = [f.name for f in functions(name) if code_lines(f) > LONGEST_FUNCTION]
    assert not too_long


def test_most_functions_are_very_short() -> None:
    lengths = [code_lines(function) for name in TREES for function in functions(name)]
    assert statistics.median(lengths) <= MEDIAN_FUNCTION


@pytest.mark.parametrize("name", [name for name in TREES if name not in ("cli", "problems")])
def test_problems_are_values(name: str) -> None:
    """Nothing is printed, logged or swallowed, and every problem is told in one module."""
    for node in ast.walk(TREES[name]):
        match node:
            case ast.Call(func=ast.Name(id="print" | "Problem")):
                pytest.fail(f"{name}:{node.lineno} calls {ast.unparse(node.func)}")
            case ast.ExceptHandler(type=None | ast.Name(id="Exception" | "BaseException")):
                pytest.fail(f"{name}:{node.lineno} catches everything")
            case ast.Import(names=[ast.alias(name="logging" | "warnings")]):
                pytest.fail(f"{name}:{node.lineno} imports {node.names[0].name}")


def test_every_problem_is_explained() -> None:
    """The pages on problems, English and Chinese, have every code and no other; each is used."""
    codes = [
        gov_disclosure.Code[node.args[0].attr]
        for node in ast.walk(TREES["problems"])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id == "Problem" and isinstance(node.args[0], ast.Attribute)
    ]
    assert sorted(codes) == sorted(gov_disclosure.Code)
    page = (DOCS / "problems.md").read_text(encoding="utf-8")
    chinese = (DOCS / "zh.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^## `([\w-]+)`$", page, re.MULTILINE)) == sorted(codes)
    assert sorted(re.findall(r"^```\{problem\} ([\w-]+)$", page, re.MULTILINE)) == sorted(codes)
    assert sorted(re.findall(r"^   \* - ``([\w-]+)``$", chinese, re.MULTILINE)) == sorted(codes)


def test_every_dependency_has_its_reason() -> None:
    """The page on dependencies names each library and each extra; benchmarks need many more."""
    project = tomllib.loads((DOCS.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    explained = (items for extra, items in extras.items() if extra != "benchmarks")
    needed = chain(project["dependencies"], *explained)
    named = {*extras, *(re.split(r"[\[>=<;]", item)[0] for item in needed)} - {project["name"]}
    page = (DOCS / "dependencies.md").read_text(encoding="utf-8").lower()
    assert not {name for name in named if name not in page}


def test_values_are_frozen() -> None:
    """No class of the package is made by any decorator but that of frozen values."""
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                made = {ast.unparse(maker).partition("(")[0] for maker in node.decorator_list}
                assert made <= {"attrs.frozen"}, f"{name}: {node.name} is made by {made}"
