"""Solve open rows by the form's arithmetic: what is the same in all ways that keep the sums."""
