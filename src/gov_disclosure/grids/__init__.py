"""From rows of cells to what they show of the forms, and which layout shows it best."""
