"""Decide what a cell says: a label of the forms, a figure, nothing, or words."""
