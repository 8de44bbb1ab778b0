"""What the years to come cost, month by month, from what is known; each figure opens to its causes."""
