"""Lots: multiples of a step from a minimum, or levels of which a new one replaces the old."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.estate.facts import LevelFact
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.netting import supply


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
    """Sold in sizes; `usable` is the share of a size that may be used, `present` the size in force."""

    levels: tuple[LevelFact, ...]
    usable: Decimal
    present: LevelFact | None = None

    def level(self, needed: Decimal) -> LevelFact | None:
        """Return the smallest level that carries `needed`, or None when none is large enough."""
        enough = [level for level in self.levels if level.capacity * self.usable >= needed]
        return min(enough, key=lambda level: (level.capacity, level.ref), default=None)

    def in_force(self, level: LevelFact, before: "supply.Lot") -> "supply.Lot":
        """Return what may be used once a size has taken the place of the one before."""
        may = level.capacity * self.usable
        share = Trace(self.usable * 100, "%", note="may be used")
        size = Trace(level.capacity, before.trace.unit, note="the size ordered before")
        trace = Trace(may, before.trace.unit, "percent", (size, share))
        return replace(before, quantity=may, trace=trace)


Lot = Multiple | Levels
