"""The layout readers, in the order in which they are tried."""

from .barred import Barred
from .boxed import Boxed
from .columns import Columns
from .columnwise import Columnwise
from .delimited import Delimited
from .grid import Layout
from .grouped import Grouped
from .headed import Headed
from .items import Items
from .keyed import Keyed
from .listed import Listed
from .paced import Paced
from .padded import Padded
from .quoted import COMMAS, QUOTED_TABS, SEMICOLONS
from .running import Running
from .signs import Signs
from .spread import Spread
from .stacked import Stacked
from .wiki import Wiki

# ``Signs`` reads any delimiter, but only where most lines have it.  The delimiters that are listed
# by name are found between lines of prose as well.
LAYOUTS: tuple[Layout, ...] = (
    Boxed(),
    QUOTED_TABS,
    Listed(),
    Wiki(),
    Paced(),
    Delimited(name="pipes", delimiter="|"),
    Delimited(name="wide pipes", delimiter="｜"),
    Delimited(name="drawn pipes", delimiter="│"),
    Delimited(name="tabs", delimiter="\t"),
    Delimited(name="double tabs", delimiter="\t\t"),
    Delimited(name="double pipes", delimiter="||"),
    Delimited(name="cell marks", delimiter="\x07"),
    Delimited(name="dots", delimiter="·"),
    Delimited(name="double bars", delimiter="‖"),
    Delimited(name="slashes", delimiter=" / "),
    Delimited(name="commas apart", delimiter=", "),
    Items(),
    COMMAS,
    SEMICOLONS,
    Signs(),
    Barred(),
    Keyed(),
    Grouped(),
    Padded(),
    Headed(),
    Stacked(),
    Columnwise(),
    Spread(),
    Spread(name="spread by line ends", by_eye=True),
    Columns(),
    Running(),
)

__all__ = ["LAYOUTS"]
