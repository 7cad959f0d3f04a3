"""How much of a report is left after real extraction tools, and that nothing of it is wrong.

``python -m benchmarks.extractors`` makes reports, writes them as HTML, DOCX and PDF, takes
their text out again with the tools people use, parses it and compares every figure.
"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "tests"))
