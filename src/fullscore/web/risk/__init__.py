"""The page of risk: what a year may cost, what makes it up, and what would lessen it."""
