"""Commands about changes: what they do to others, their dates, and the life of each."""
