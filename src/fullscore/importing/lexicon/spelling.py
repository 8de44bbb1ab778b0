"""Names with a typing error in them."""

from fullscore.engine.goals.matching import likeness

_SHORTEST = 7
_SAME = 90.0


def is_slip(name: str, meant: str) -> bool:
    """Say whether one name is the other with a letter wrong, missing or too many; short names never are."""
    return min(len(name), len(meant)) >= _SHORTEST and likeness(name, meant) >= _SAME
