"""The rules of an audit as the code declares them: those of the forms, and all others."""

from __future__ import annotations

from declared import list_table
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from gov_disclosure.checks import rules
from gov_disclosure.checks.prescribed import sums_of, yearly_sums_of


class Sums(SphinxDirective):
    """The sums that the forms prescribe, each once, with its code and in printed labels."""

    def run(self) -> list[nodes.Node]:
        """What stands on the page."""
        within = [(each.code, *each.words) for each in sums_of(None)]
        between = [(f"yearly-{each.code}", *each.words) for each in yearly_sums_of(None)]
        rows = [("Code", "What adds up to the same")]
        for code, left, right in dict.fromkeys((*within, *between)):
            rows.append((f"``{code}``", f"{left} = {right}"))
        return self.parse_text_to_nodes("\n".join(list_table(rows)))


class Rules(SphinxDirective):
    """The rules that are no sums: their codes, what they demand, and what can come of them."""

    def run(self) -> list[nodes.Node]:
        """What stands on the page."""
        rows = [("Code", "Rule", "Outcomes")]
        for rule in vars(rules).values():
            if isinstance(rule, rules.ReportRule):
                outcomes = ", ".join(f"``{status.value}``" for status in rule.messages)
                rows.append((f"``{rule.code}``", rule.words, outcomes))
        return self.parse_text_to_nodes("\n".join(list_table(rows)))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("prescribed-sums", Sums)
    app.add_directive("report-rules", Rules)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
