"""Brackets: unit prices that fall with the quantity, so that a larger order may cost less."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.estate.facts import OfferFact, PoolFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Source, Trace
from fullscore.engine.goals.kits.kit import Thing
from fullscore.engine.goals.netting.lots import Multiple

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Price:
    """What one unit costs from a quantity on, paid once, a month or a year; bound for a month or a year."""

    from_quantity: int
    unit_cost: Decimal
    period: str
    row: Source
    commitment: str | None = None
    from_row: Source | None = None


@dataclass(frozen=True, slots=True)
class Brackets(Multiple):
    """Sold like a multiple, at prices by quantity; the cheapest quantity that covers a need is bought."""

    prices: tuple[Price, ...] = ()

    def quantity(self, net: Decimal) -> int:
        """Return the cheapest quantity that covers `net`: of equals, and without a price, the smallest."""
        least = self.least(net)
        if at(self.prices, least) is None:
            return least
        tried = {self.least(Decimal(max(least, one.from_quantity))) for one in self.prices}
        return min((price.unit_cost * count, count) for count in tried if (price := at(self.prices, count)))[
            1
        ]

    def least(self, net: Decimal) -> int:
        """Return the smallest quantity sold that covers `net`, whatever it costs."""
        return Multiple.quantity(self, net)

    def trace(self, net: Trace, unit: str | None, rows: Sequence[Trace]) -> Trace:
        """Return the quantity with its sum; where more is cheaper, with the bracket it reaches for."""
        assert isinstance(net.value, Decimal)
        least = Multiple.trace(self, net, unit, rows)
        bought = self.quantity(net.value)
        price = at(self.prices, bought)
        if bought == least.value or price is None:
            return least
        start = Trace(Decimal(price.from_quantity), unit, row=price.from_row, note="from this quantity on")
        reached = Multiple.trace(self, start, unit, rows)
        return Trace(bought, unit, "max", (least, reached), note="more is cheaper")


def prices_of(
    thing: Thing, offers: Sequence[OfferFact], files: Mapping[int, str]
) -> Mapping[str | None, tuple[Price, ...]]:
    """Return a thing's prices by what they are bound for, each from the smallest quantity on.

    The thing's own price holds for what offers leave open: below the first bracket, or without any offer.
    """
    found: dict[str | None, list[Price]] = {}
    for one in sorted(offers, key=lambda offer: (offer.from_quantity, -offer.unit_cost, offer.ref)):
        found.setdefault(one.commitment, []).append(_price(one, files))
    own = _own(thing, files)
    covered = any(group[0].from_quantity <= 1 for group in found.values())
    if own is not None and (not covered or (None in found and found[None][0].from_quantity > 1)):
        found.setdefault(None, []).insert(0, own)
    return {bound: tuple(group) for bound, group in sorted(found.items(), key=lambda pair: pair[0] or "")}


def at(prices: Sequence[Price], quantity: int) -> Price | None:
    """Return the price at a quantity: of the last bracket that has begun; None below the first."""
    begun = [one for one in prices if one.from_quantity <= quantity]
    return begun[-1] if begun else None


def lot_of(thing: Thing, offers: Sequence[OfferFact], files: Mapping[int, str]) -> Multiple:
    """Return how a thing is sold in steps: by brackets, unless its prices depend on how long one is bound."""
    least = Multiple(max(1, thing.lot_minimum), max(1, thing.lot_step))
    prices = prices_of(thing, offers, files)
    if set(prices) != {None} or len({one.period for one in prices[None]}) > 1:
        return least
    return Brackets(least.minimum, least.step, prices[None])


def _price(one: OfferFact, files: Mapping[int, str]) -> Price:
    rows = source_of(one, "unit_cost", files), source_of(one, "from_quantity", files)
    return Price(one.from_quantity, one.unit_cost, one.cost_period, rows[0], one.commitment, rows[1])


def _own(thing: Thing, files: Mapping[int, str]) -> Price | None:
    if thing.unit_cost is None:
        return None
    period = thing.cost_period if isinstance(thing, PoolFact) else "once"
    return Price(1, thing.unit_cost, period, source_of(thing, "unit_cost", files))
