"""Budget: what the money there is does best, and the case for each proposal."""
