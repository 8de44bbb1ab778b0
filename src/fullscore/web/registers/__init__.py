"""Pages of the registers: one list, one form and one detail for all of them, made from their columns."""
