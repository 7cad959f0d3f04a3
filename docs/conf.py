import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "gov_disclosure"
author = "The gov_disclosure team"
copyright = "The gov_disclosure team"
version = release = version_of("gov-disclosure")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "declared",
    "described",
    "checked",
    "complete",
]
exclude_patterns = ["_build", "_ext"]
nitpicky = True
nitpick_ignore_regex = [
    # The standard library: the docs are built without a network, so nothing there is looked up.
    (r"py:\w+", r"(collections|datetime|decimal|enum|fractions|json|os|re|typing|xml)(\..*)?"),
    (r"py:\w+", r"(bool|dict|float|int|list|slice|str|tuple|type|str\.\w+|date|Decimal)"),
    (r"py:\w+", r"(TypeError|ValueError|LookupError|ExceptionGroup)"),
    (r"py:\w+", r"(Any|Callable|Container|Iterable|Iterator|Mapping|Sequence)"),
    # Other packages, and type variables.
    (r"py:\w+", r"(attrs?|lxml|pdfplumber|tinycss2)\..*|.*\._[A-Z]"),
]

myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
python_display_short_literal_types = True

# The examples of the pages; those of docstrings are run where they stand, by pytest.
doctest_test_doctest_blocks = ""

html_theme = "furo"
html_title = "gov_disclosure"
html_show_copyright = False
html_show_sourcelink = False
html_copy_source = False
