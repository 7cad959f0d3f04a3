"""Match entries to rows of the form: the slots that are due in each, and the sums along it."""
