"""Words of the world for what our registers keep in a few of their own."""
