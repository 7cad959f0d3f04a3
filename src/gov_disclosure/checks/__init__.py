"""What is checked of a report, and of the reports of several years."""
