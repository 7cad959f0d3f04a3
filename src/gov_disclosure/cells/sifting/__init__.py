"""Which rows are the report's, and which are told twice, elsewhere, or of others."""
