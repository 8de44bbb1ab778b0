"""Facts about packs: what they say, and that it adds up."""
