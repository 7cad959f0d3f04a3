"""Where the values of each row stand, by the habits of its layout and the doubts about it.

Most wrong figures come from empty cells: three cells are due, and two numbers are there.  A row
with as many figures as cells are due is settled.  Of others it depends on what the layout does with
empty cells, which rows show of one another: one that stands before a figure, in a row of the right
width, keeps its place, and so do those of other rows; those at the end of a row may be mere
filling; and where a row has empty cells, and still fewer cells than are due, none can be trusted.
A row that another speaks against, even a full one, has to keep the sums of the form.
"""
