"""Pages of changes: their calendar, and one change in full."""
