"""What rows of cells show of the forms, and which layout shows it best."""
