"""``python -m gov_disclosure`` is the command ``gov-disclosure``."""

import sys

from .cli import main

sys.exit(main())
