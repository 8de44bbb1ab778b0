"""Calendars: which days people work, and counting along them."""
