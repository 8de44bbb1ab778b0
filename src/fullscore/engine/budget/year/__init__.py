"""One fiscal year: what is planned, owed, expected and was billed, in cells that add up every way."""
