"""Kendall's S: how far so many measurements may stand out of order by chance (Kendall 1938, exact)."""

from fractions import Fraction
from functools import cache
from itertools import accumulate

# The interval leaves out this much at either end: 80 % lie inside.
TAIL = Fraction(1, 10)


@cache
def rank(count: int) -> tuple[int, Fraction]:
    """Return which slope from either end bounds the interval of a trend, and how sure it then is.

    S is at least N - 2j just when at most j of the pairs are out of order, and so many orders of `count`
    things have at most j pairs out of order; that is counted here. Rank 1 is the widest there is.
    """
    orders = list(accumulate(_inversions(count)))
    found = max(1, sum(fewer <= TAIL * orders[-1] for fewer in orders))
    return found, 1 - 2 * Fraction(orders[found - 1], orders[-1])


def _inversions(count: int) -> list[int]:
    """Return of how many orders of `count` things 0, 1, 2, ... pairs stand the wrong way round."""
    orders = [1]
    for size in range(2, count + 1):
        longer = [*accumulate([*orders, *[0] * (size - 1)])]
        orders = [here - (longer[at - size] if at >= size else 0) for at, here in enumerate(longer)]
    return orders
