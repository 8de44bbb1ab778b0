"""REST about changes: their dates, and the life of each."""
