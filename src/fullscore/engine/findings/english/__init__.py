"""English sentences, one module a room."""
