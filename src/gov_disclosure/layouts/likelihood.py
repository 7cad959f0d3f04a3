"""The likelihood of layouts at a glance: the rungs of one ladder, tried from the top downwards.

Shares of lines that look like rows stand between the rungs; some are cut off at the rung that looks
can reach.  A certain layout is tried before all others; an impossible one never.
"""

CERTAIN = 1.0
ALL_BUT_CERTAIN = 0.95
"""Signs that hardly any other layout has: bars or tabs that open rows, and ends of rows."""
VERY_LIKELY = 0.9
"""Rules between rows, and delimiters between cells, but no corners."""
LIKELY_BENEATH_LABELS = 0.85
"""Wide gaps, and labels of columns that may show which cells are empty."""
LIKELY = 0.8
"""Figures alone on their lines; or wide gaps, and columns that may fit their cells."""
TYPICAL = 0.75
"""Signs between names and figures, or distances between lines, as other texts have too."""
POSSIBLE = 0.7
"""Wide gaps of any kind, or lines that may be columns one after another."""
LAST = 0.1
"""Nothing else separates cells."""
HARDLY = 0.05
"""No row can be whole."""
IMPOSSIBLE = 0.0
