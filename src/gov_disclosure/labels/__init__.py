"""What a cell says: a label of the forms, a figure, nothing at all, or words."""
