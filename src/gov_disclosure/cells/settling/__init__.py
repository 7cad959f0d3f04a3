"""Settle rows: find the place of each value by the habits of its layout and the doubts about it.

Most wrong figures come from empty cells: three cells are due, and only two numbers are there.  A
row with as many figures as cells are due is settled.  For other rows it matters what the layout
does with empty cells, which is learned from all rows in that layout.  An empty cell before a figure
in a row of the right width shows that empty cells keep their places.  Empty cells at the end of a
row may be mere filling.  If a row has empty cells and still fewer cells than are due, no empty cell
of the layout is trusted.  If another row casts doubt on it, even a full row counts only if its sums
hold.
"""
