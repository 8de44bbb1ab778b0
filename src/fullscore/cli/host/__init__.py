"""Commands of the host's operator: install, keep, get back."""
