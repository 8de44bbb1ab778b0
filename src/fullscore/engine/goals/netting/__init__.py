"""Netting: needs against stock, orders and returns, and how things are sold."""
