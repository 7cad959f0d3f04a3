"""What stands around the tables: headings and sections, titles, catalogue data."""
