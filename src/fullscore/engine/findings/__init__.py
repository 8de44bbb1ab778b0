"""What there is to be said (findings) and how a figure came about (traces)."""
