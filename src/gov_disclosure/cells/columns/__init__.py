"""The columns that the values of a row stand in: those of the form, or those of the header."""
