"""Plain text: bytes, lines, pages, characters in a simpler form, and numbers."""
