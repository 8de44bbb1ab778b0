"""Where an amount and how seldom a year is stand on the drawing of the curve."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from fullscore.web.goals.axis import steps
from fullscore.web.templatetags.words import MINUS, SYMBOLS

# One year in so many has a line of its own; rarer than this is drawn only where somebody asks for it.
YEARS = (2, 5, 10, 20, 50, 100, 200, 500, 1000)
RAREST = 200
# A worst year so many times a usual one needs a scale of powers of ten to show both.
_LINEAR_UP_TO = 12.0
_DIGITS = (1, 2, 5)
_MANY_STEPS = 6
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Scale:
    """Money from left to right, rarer years further down; in the drawing's own pixels."""

    left: int
    right: int
    top: int
    bottom: int
    least: float
    most: float
    is_log: bool
    rarest: int = RAREST

    @property
    def rows(self) -> tuple[int, ...]:
        """One year in so many, for each line."""
        return tuple(one for one in YEARS if one <= self.rarest)

    def x(self, amount: float) -> float:
        """Return the place of an amount of money; what lies outside stands at the edge."""
        inside = min(max(amount, self.least), self.most)
        if self.is_log:
            share = math.log(inside / self.least) / math.log(self.most / self.least)
        else:
            share = (inside - self.least) / (self.most - self.least)
        return round(self.left + share * (self.right - self.left), 1)

    def y(self, probability: float) -> float:
        """Return the place of the chance of a year; what is rarer than the rarest is at the bottom."""
        years = min(1 / max(probability, 1 / self.rarest), float(self.rarest))
        return round(self.top + math.log(years) / math.log(self.rarest) * (self.bottom - self.top), 1)

    def amounts(self) -> Iterator[float]:
        """Yield round amounts for the axis, the smallest first."""
        if not self.is_log:
            yield from (float(one) for one in steps(Decimal(str(self.most))))
            return
        found = list(_round(self.least, self.most, _DIGITS))
        yield from found if len(found) <= _MANY_STEPS else _round(self.least, self.most, (1,))


def _round(least: float, most: float, digits: tuple[int, ...]) -> Iterator[float]:
    for power in range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1):
        for digit in digits:
            if least <= digit * 10.0**power <= most:
                yield digit * 10.0**power


def is_log(usual: float, worst: float) -> bool:
    """Say whether powers of ten show more: a worst year dwarfs a usual one, which costs something."""
    return usual >= 1 and worst / usual > _LINEAR_UP_TO


def short(amount: float, currency: str) -> str:
    """Return an amount of the axis: 0, $500, $5k, $2.5k, $1M."""
    if not amount:
        return "0"
    symbol = SYMBOLS.get(currency, f"{currency} ")
    sign = MINUS if amount < 0 else ""
    for size, letter in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if abs(amount) >= size:
            return f"{sign}{symbol}{abs(amount) / size:.3g}{letter}"
    return f"{sign}{symbol}{abs(amount):.3g}"
