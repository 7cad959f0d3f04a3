"""What several layouts have in common, by the manner in which they find cells.

Between delimiters
    ``between`` splits the lines of a table at a delimiter.
Each on a line of its own
    ``stack_pieces`` finds the lines or pieces, ``stacks`` makes cells of them, ``stack_rows`` rows.
Along lines
    ``line_runs`` splits a line into labels with what stands behind them, ``lines`` makes rows of
    these runs, after ``whole_rows`` has joined those of one row, and ``lined`` drops what only
    stands beside or below them.
At their places on a screen
    ``screen`` finds pieces at their places, ``broken_pieces`` joins those of one label or figure,
    ``headers`` sees tables in them, and ``beneath`` which values stand below labels.
    ``column_edges`` tells columns by the edges of values, ``column_tables`` by all rows of a table.

Whatever the manner: cells of several lines (``parts``), numbers that only count rows
(``row_numbers``), labels in several cells (``label_parts``, ``broken_labels``), figures that narrow
columns broke (``stepped``).
"""
