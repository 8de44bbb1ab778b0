"""Calendars brought in: rules are expanded here, everybody else gets days."""
