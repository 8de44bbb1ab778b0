"""What many simulated years tell: the mean with its error, bad years with their intervals and makers."""

from collections.abc import Mapping
from dataclasses import dataclass

# One year in so many: the bad years that are told.
BAD_YEARS = (10, 100)


@dataclass(frozen=True, slots=True)
class Point:
    """A percentile of the yearly loss, in money; `low` to `high` holds it with 95 % (order statistics)."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """How bad years are; `error` is half the 95 % interval of the mean.

    `points` is by "one in so many years"; `curve` pairs a loss with how likely it, or more, is in a year, the
    likeliest first.
    """

    mean: float
    error: float
    median: Point
    points: Mapping[int, Point]
    curve: tuple[tuple[float, float], ...]

    def chance_of(self, amount: float) -> float:
        """Return how likely a year costs at least so much, read between two points of the curve."""
        before = 1.0
        for loss, chance in self.curve:
            if loss >= amount:
                return before
            before = chance
        return 0.0


@dataclass(frozen=True, slots=True)
class Simulation:
    """`gross` before insurance, `net` after. `shares[years][scenario]` is what it makes of such a bad year.

    `is_precise` says whether the mean is known as well as was asked.
    """

    years: int
    seed: int
    is_precise: bool
    is_stopped: bool
    gross: Outlook
    net: Outlook
    shares: Mapping[int, Mapping[str, float]]
