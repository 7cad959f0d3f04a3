"""Made-up reports and the layouts in which extracted text shows them.

``reports`` makes the figures, ``printed`` lays them out as the forms print them, ``styles``
varies what does not change their meaning, and ``render`` turns them into text.
"""

from .render import RENDERINGS, Keeps, Rendering, render
from .reports import MANNERS, Expected, MadeReport, Manner, made_reports, make_report
from .styles import PLAIN, Style, random_style, styles

__all__ = [
    "MANNERS",
    "PLAIN",
    "RENDERINGS",
    "Expected",
    "Keeps",
    "MadeReport",
    "Manner",
    "Rendering",
    "Style",
    "made_reports",
    "make_report",
    "random_style",
    "render",
    "styles",
]
