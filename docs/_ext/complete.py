"""A build warns of every public name that no page documents."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from declared import public_name, stands_of
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.autodoc import Options
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

import gov_disclosure
from gov_disclosure.tables import TABLES

logger = logging.getLogger(__name__)


def public_names() -> Iterator[str]:
    """What can be imported from the package, the attributes of a report, and all models."""
    yield from (f"gov_disclosure.{name}" for name in gov_disclosure.__all__)
    report = gov_disclosure.AnnualReport
    yield from (
        f"gov_disclosure.AnnualReport.{name}" for name in dir(report) if not name.startswith("_")
    )
    yield from (public_name(model) for table in TABLES for model in stands_of(table))


def has_page(name: str, documented: set[str]) -> bool:
    """Whether a page documents a name, or the module that it is imported from does."""
    module, _, last = name.rpartition(".")
    home = getattr(getattr(gov_disclosure, last, None), "__module__", module)
    return name in documented or f"{home}.{last}" in documented


def check(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of public names that the pages lack."""
    documented = {name for name, *_ in env.domains.python_domain.get_objects()}
    for name in sorted({*public_names()}):
        if not has_page(name, documented):
            logger.warning("%s is public, but no page documents it", name)


def without_signature(
    app: Sphinx, what: str, name: str, thing: object, options: Options, *signature: str | None
) -> tuple[str, None] | None:
    """Models are documented by their fields; a signature would only list those again."""
    return ("", None) if isinstance(thing, type) and attrs.has(thing) else None


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect the handlers."""
    app.connect("env-check-consistency", check)
    app.connect("autodoc-process-signature", without_signature)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
