"""Kits: who holds what, and what one more person or thing needs."""
