"""Sentences: from what an owner says to a goal with a team, a number and a period, and back."""
