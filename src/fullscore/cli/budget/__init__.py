"""Commands about the budget: the years to come, one year, and the best use of money."""
