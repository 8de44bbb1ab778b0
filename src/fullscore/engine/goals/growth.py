"""Growth: pools whose measured use has been growing need more without any goal."""

from collections.abc import Iterator
from datetime import date

from fullscore.engine.goals.demand import Demand
from fullscore.engine.goals.goal import House
from fullscore.engine.goals.holdings import Holdings


def demands(holdings: Holdings, house: House, last: date) -> Iterator[Demand]:
    """Yield what a clear trend adds to each pool inside the horizon, pegged to 'trend'."""
    yield from ()
