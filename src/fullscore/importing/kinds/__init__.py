"""Kinds of lists, whoever writes them: what their columns may mean, and what a row becomes."""
