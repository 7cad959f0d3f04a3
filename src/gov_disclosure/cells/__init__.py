"""From rows under labels to values, each at its place in the forms."""
