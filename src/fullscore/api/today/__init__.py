"""REST of the room today: its lines here; mail and feeds have modules of their own."""
