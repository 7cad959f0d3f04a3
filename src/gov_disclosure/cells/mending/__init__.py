"""Rows put together again: figures and cells that line ends, columns or labels broke."""
