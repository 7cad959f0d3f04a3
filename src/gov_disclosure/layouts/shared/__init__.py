"""What several layouts share: lines and pieces of lines, headers, pages, broken rows."""
