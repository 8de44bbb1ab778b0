"""The page of Today: what to do this week, in one order, and what one more week costs."""
