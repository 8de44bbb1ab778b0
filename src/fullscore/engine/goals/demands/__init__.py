"""Demands: what goals, old things and growth ask for on which day, and what comes back."""
