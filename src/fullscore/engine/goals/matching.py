"""Names that nearly match: the one module that compares words by likeness."""

from collections.abc import Iterable

# The library takes longer to load than a sentence to read, and most sentences name what there is.
# Below this likeness a suggestion puzzles more than it helps ("sails" to "sales" is 80).
NEAR = 68
MOST = 3


def near_misses(asked: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return up to three names that look like what was asked for, the nearest first."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415  see above

    found = process.extract(
        asked, sorted(set(names)), scorer=fuzz.ratio, processor=utils.default_process,
        score_cutoff=NEAR, limit=MOST,
    )  # fmt: skip
    return tuple(name for name, _, _ in found)


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, 0 to 100, whatever their case."""
    from rapidfuzz import fuzz, utils  # noqa: PLC0415  see above

    return float(fuzz.ratio(one, other, processor=utils.default_process))
