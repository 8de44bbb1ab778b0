"""Lots: multiples of a step from a minimum, or levels of which a new one replaces the old."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.estate.facts import LevelFact
from fullscore.engine.findings.trace import Trace


@dataclass(frozen=True, slots=True)
class Multiple:
    """Sold one by one, or in steps, not below a minimum."""

    minimum: int = 1
    step: int = 1

    def quantity(self, net: Decimal) -> int:
        """Return the smallest quantity sold that covers `net`."""
        return math.ceil(max(net, Decimal(self.minimum)) / self.step) * self.step

    def trace(self, net: Trace, unit: str | None, rows: Sequence[Trace]) -> Trace:
        """Return the quantity with its sum; `rows` are the minimum and the step where they stand."""
        minimum, step = rows
        assert isinstance(net.value, Decimal)
        least = Trace(max(net.value, Decimal(self.minimum)), unit, "max", (net, minimum))
        lots = math.ceil(max(net.value, Decimal(self.minimum)) / self.step)
        steps = Trace(
            lots,
            "lots",
            "ceil",
            (
                Trace(
                    Fraction(max(net.value, Decimal(self.minimum))) / self.step,
                    op="quotient",
                    args=(least, step),
                ),
            ),
        )
        return Trace(lots * self.step, unit, "product", (steps, step), note="whole lots")


@dataclass(frozen=True, slots=True)
class Levels:
    """Sold in sizes; `usable` is the share of a size that may be used."""

    levels: tuple[LevelFact, ...]
    usable: Decimal

    def level(self, needed: Decimal) -> LevelFact | None:
        """Return the smallest level that carries `needed`, or None when none is large enough."""
        enough = [level for level in self.levels if level.capacity * self.usable >= needed]
        return min(enough, key=lambda level: (level.capacity, level.ref), default=None)


Lot = Multiple | Levels
