"""Checks of a report, and of the reports of several years.

A check looks at a report through :class:`subject.Audited` and gives findings; none knows
another.  What the forms prescribe is declared with them, what else is demanded in
:mod:`gov_disclosure.checks.rules`.
"""
