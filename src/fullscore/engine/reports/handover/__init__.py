"""The hand-over pack: what lets a stranger take over, section by section. No secret is ever in it."""
