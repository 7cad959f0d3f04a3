"""Helpers of several layouts: lines and their pieces, headers, pages, and broken rows."""
