"""Sample companies: files as their programs would write them, dirty in the usual ways."""
