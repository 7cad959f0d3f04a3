"""The figures in a report's narrative: numbers with their units and words."""
