"""Registers in a shell: the rows of each, and all of them in one file."""
