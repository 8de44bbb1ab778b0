"""Changes: their calendar, their dates, and the life of each."""
