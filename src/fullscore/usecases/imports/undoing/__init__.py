"""An import taken back as one; knows all rooms before it."""
