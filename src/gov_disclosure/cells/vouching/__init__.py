"""Evidence that a row's figures are its own although figures of its table have moved."""
