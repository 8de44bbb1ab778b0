"""Netting: every need of one thing against what is there, what comes, and what is kept back."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.estate.facts import LevelFact
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.demands.needs import Need
from fullscore.engine.goals.netting.figures import Figures
from fullscore.engine.goals.netting.ledger import Asked, Ledger, Part, Row
from fullscore.engine.goals.netting.lots import Levels, Lot, Multiple
from fullscore.engine.goals.netting.places import Ways
from fullscore.engine.goals.netting.supply import Supply

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Netted:
    """One need, netted: how much to order (a level's size for levels), None when no size is large enough.

    `present` is the level in force before it, `load` what a level carries on that day.
    """

    need: Need
    row: Row
    quantity: Decimal | None
    level: LevelFact | None = None
    present: LevelFact | None = None
    load: tuple[Trace, ...] = ()

    @property
    def is_order(self) -> bool:
        return bool(self.quantity)


def net(
    needs: Sequence[Need], arrivals: Mapping[str, date], lot: Lot, stock: Supply, ways: Ways
) -> tuple[Netted, ...]:
    """Return every need of one thing netted: the earlier day first, whatever its supply must be there by.

    Of needs on the same day the higher priority comes first, then places that have something of their own,
    then the ref: in whichever order goals were entered, the answer is the same.
    """
    if not isinstance(lot, Multiple):
        return tuple(_levels(needs, arrivals, lot, stock))
    assert isinstance(stock.safety.value, Decimal)
    ledger = Ledger(stock.lots, stock.safety.value, stock.home, ways)

    def sold(short: Decimal) -> Decimal:
        return Decimal(lot.quantity(short))

    def order(need: Need) -> tuple[date, int, bool, str]:
        return need.day, need.priority, not ledger.has_own(need.place), need.place or ""

    found = []
    for need in sorted(needs, key=order):
        asked = Asked(need.place, arrivals[need.key], need.day, need.gross, sold)
        row = ledger.serve(asked)
        found.append(Netted(need, row, row.planned))
    return tuple(found)


def _levels(
    needs: Sequence[Need], arrivals: Mapping[str, date], lot: Levels, stock: Supply
) -> "list[Netted]":
    """Net needs of a pool sold in sizes: gross is the whole load on the day, on hand the size in force."""
    assert stock.base is not None
    assert isinstance(stock.safety.value, Decimal)
    whole, *coming = stock.lots
    load, found = [stock.base], []
    present = lot.present
    on_hand = whole
    for need in sorted(needs, key=lambda one: (one.day, one.priority)):
        day = arrivals[need.key]
        back = [one for one in coming if one.order is None and one.since <= need.day]
        orders = [one for one in coming if one.order is not None and one.since <= day]
        load.append(need.units())
        gross = sum((_decimal(one) for one in load), ZERO) - sum((one.quantity for one in back), ZERO)
        come = sum((one.quantity for one in orders), ZERO)
        short = max(ZERO, gross - on_hand.quantity - come + stock.safety.value)
        level = lot.level(short + on_hand.quantity) if short else None
        row = Row(
            gross, (Part(on_hand, on_hand.quantity),), tuple(Part(one, one.quantity) for one in orders),
            stock.safety.value, short, level.capacity if level else ZERO,
        )  # fmt: skip
        returned = tuple(Trace(-one.quantity, one.trace.unit, note="comes back") for one in back)
        size = level.capacity if level else None if short else ZERO
        found.append(Netted(need, row, size, level, present, (*load, *returned)))
        if level is not None:
            present, on_hand = level, lot.in_force(level, whole)
    return found


def figures(netted: Netted, stock: Supply) -> Figures:
    """Return the figures of a need, each with its sum."""
    need, row = netted.need, netted.row
    unit = need.units().unit
    gross = need.units()
    if netted.load:
        gross = Trace(row.gross, unit, "sum", netted.load, note="present use and newcomers")
    on_hand = _sum(row.on_hand, unit, "free")
    receipts = Trace(
        sum((part.left for part in row.receipts), ZERO), unit, "sum",
        tuple(part.trace for part in row.receipts), note="on its way, in time",
    )  # fmt: skip
    safety = _safety(row, stock, unit)
    inner = Trace(
        row.gross - _decimal(on_hand) - _decimal(receipts), unit, "difference", (gross, on_hand, receipts)
    )
    with_safety = Trace(_decimal(inner) + row.safety, unit, "sum", (inner, safety))
    short = Trace(row.net, unit, "max", (Trace(0), with_safety), note="net requirement")
    return Figures(gross, on_hand, receipts, safety, short)


def _safety(row: Row, stock: Supply, unit: str | None) -> Trace:
    """Return what is kept back here: less by what is kept back at other places, nothing out of reach."""
    if row.safety == stock.safety.value:
        return stock.safety
    if not row.elsewhere:
        return Trace(ZERO, unit, note="kept back elsewhere")
    there = _sum(row.elsewhere, unit, "kept back at other places")
    left = Trace(_decimal(stock.safety) - _decimal(there), unit, "difference", (stock.safety, there))
    return Trace(row.safety, unit, "max", (Trace(ZERO), left), note="kept back here")


def _sum(parts: Sequence[Part], unit: str | None, note: str) -> Trace:
    if len(parts) == 1:
        return parts[0].trace
    total = sum((part.left for part in parts), ZERO)
    return Trace(total, unit, "sum", tuple(part.trace for part in parts), note=note)


def people_short(netted: Netted) -> Trace:
    """Return how many start without: those whom what is free does not reach."""
    need = netted.need
    people, gross = need.people, need.gross
    short = min(netted.row.net, gross)
    count = min(people, math.ceil(short * people / gross)) if gross else 0
    args = (Trace(short, note="short"), Trace(people, "people"), Trace(gross, note="needed"))
    product = Trace(short * people, op="product", args=args[:2])
    share = Trace(Fraction(short * people) / Fraction(gross or 1), op="quotient", args=(product, args[2]))
    return Trace(count, "people", "ceil", (share,), note="start without")


def _decimal(trace: Trace) -> Decimal:
    assert isinstance(trace.value, Decimal)
    return trace.value
