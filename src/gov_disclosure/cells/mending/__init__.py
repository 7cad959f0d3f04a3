"""Mend rows whose figures or cells were broken by line ends, columns or labels."""
