"""The layout readers, in the order in which they are tried."""

from ..grid import Layout
from .columns import Columns
from .delimited import Delimited
from .running import Running
from .stacked import Stacked

LAYOUTS: tuple[Layout, ...] = (
    Delimited(name="pipes", delimiter="|"),
    Delimited(name="tabs", delimiter="\t"),
    Stacked(),
    Columns(),
    Running(),
)

__all__ = ["LAYOUTS"]
