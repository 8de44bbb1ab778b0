"""Money: exact amounts, rounded once."""
