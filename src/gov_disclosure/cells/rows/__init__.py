"""Entries as rows of their tables, with the places that are due and what must add up."""
