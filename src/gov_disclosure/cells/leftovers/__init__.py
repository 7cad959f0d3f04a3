"""Figures that found no place: they are told, but for those that only stand there once more."""
