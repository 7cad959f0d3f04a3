"""Which columns the values of a row stand in: as the form has them, or as the header says."""
