"""A text as it was given: its bytes, its lines, its characters in plain form, its numbers."""
