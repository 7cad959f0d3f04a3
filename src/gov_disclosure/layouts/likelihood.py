"""How likely a glance makes a layout: the rungs of one ladder, tried from the top downwards.

Shares of lines that look like rows stand between them; some are cut off at the rung that looks can
reach.  What is certain is tried before all others are looked at; what is impossible, never.
"""

CERTAIN = 1.0
ALL_BUT_CERTAIN = 0.95
"""Signs that hardly any other layout has: bars or tabs that open rows, and where these end."""
VERY_LIKELY = 0.9
"""Rules between rows, and what parts their cells, but no corners."""
LIKELY_BENEATH_LABELS = 0.85
"""Wide gaps, where the labels of columns may show which cells are empty."""
LIKELY = 0.8
"""Figures alone on their lines; or wide gaps, where columns may be as wide as their cells."""
TYPICAL = 0.75
"""Marks between names and figures, or distances between lines, that other texts have as well."""
POSSIBLE = 0.7
"""Wide gaps of any kind, or lines that may be columns one after another."""
LAST = 0.1
"""Where nothing else parts cells."""
HARDLY = 0.05
"""Where no row can be whole."""
IMPOSSIBLE = 0.0
