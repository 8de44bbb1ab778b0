"""From a netted need to its requirement: lotted, timed, priced and pegged, every figure with its sum."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from fullscore.engine.estate.facts import ModelFact, OfferFact, PoolFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals import days
from fullscore.engine.goals.demands.needs import Need, Work
from fullscore.engine.goals.goal import House
from fullscore.engine.goals.hours.jobs import Placed
from fullscore.engine.goals.kits.holdings import Holdings
from fullscore.engine.goals.kits.kit import Thing
from fullscore.engine.goals.netting import brackets, netting
from fullscore.engine.goals.netting.figures import Figures
from fullscore.engine.goals.netting.lots import Levels, Lot, Multiple
from fullscore.engine.goals.netting.netting import Netted
from fullscore.engine.goals.netting.places import ASSUMED, Ways
from fullscore.engine.goals.netting.supply import Supply
from fullscore.engine.goals.orders import costs, offers, pegging, timing
from fullscore.engine.goals.orders.leadtime import LeadTime
from fullscore.engine.goals.orders.offers import Priced, Purchase
from fullscore.engine.goals.orders.requirement import Requirement

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Desk:
    """One thing, how it is sold and what there is of it: the place where its orders are made out."""

    thing: Thing
    lot: Lot
    stock: Supply
    lead: Callable[[], LeadTime]
    holdings: Holdings
    house: House
    ways: Ways

    def requirement(self, netted: Netted, work: Work, placed: Placed) -> Requirement | Finding:
        """Return the requirement of one need; a finding when no size is large enough."""
        figures = netting.figures(netted, self.stock)
        if netted.quantity is None:
            return self._too_small(figures)
        need = netted.need
        told = dict.fromkeys(one for demand in need.demands for one in demand.assumptions)
        moved = (ASSUMED,) if netted.row.moved and not self.ways.lanes else ()
        common = Requirement(
            self.thing.REGISTER, self.thing.ref, self.thing.name, figures.gross.unit, need.place,
            self._kind(), self._lot(), figures, self._quantity(netted, figures), need.day,
            assumptions=(*told, *self.stock.assumptions, *moved, *work.setup.assumptions),
            hours=work.trace, moved=netted.row.moved, served=tuple(sorted(need.pegs)),
            kit=tuple({id(one.line): one.line for one in need.demands if one.line}.values()),
        )  # fmt: skip
        return self._order(common, netted, placed) if netted.is_order else common

    def _order(self, common: Requirement, netted: Netted, placed: Placed) -> Requirement:
        """Return the requirement as an order, with its days, its price and its goals."""
        need, lead = netted.need, self.lead()
        assert common.hours is not None
        begun = timing.start(placed, need.need_by, common.hours, self.house)
        when = timing.timing(need_by=need.need_by, deploy_from=begun, lead=lead, house=self.house)
        months = _months(need)
        priced = self._price(common, netted, months)
        told = (*common.assumptions, *lead.assumptions, *priced.cost.assumptions)
        return replace(
            common, timing=when, cost=priced.cost, pegs=self._pegs(netted, common.ordered), months=months,
            assumptions=tuple(dict.fromkeys(told)), options=priced.options, findings=priced.findings,
        )  # fmt: skip

    def late(self, order: Requirement, netted: Netted, placed: Placed) -> Requirement:
        """Return a late order with the day it works from, or order today what is in time after all.

        `placed` was loaded from the day on which it can be here.
        """
        assert order.timing is not None
        assert order.hours is not None
        short = netting.people_short(netted)
        late = timing.late(
            netted.need.need_by, placed, hours=order.hours, people=short, lead=self.lead(), house=self.house
        )
        if days.count_of(late.working_days):
            return replace(order, timing=replace(order.timing, late=late))
        # Its last day has passed, and ordered today it is in time all the same: nobody waits. Its days are
        # those of the work as it lies now.
        begun = timing.start(placed, netted.need.need_by, order.hours, self.house)
        when = timing.timing(
            need_by=netted.need.need_by, deploy_from=begun, lead=self.lead(), house=self.house
        )
        today = days.on_or_after(self.house.calendar, Trace(self.house.on, note="today"), "order today")
        return replace(order, timing=replace(when, order_by=days.later(when.order_by, today)))

    def waiting(self, arrive_by: Trace) -> list[Finding]:
        """Name open orders that come too late for a need that must now be ordered for."""
        day = days.day_of(arrive_by)
        return [
            Finding("order-comes-too-late", Subject("orders", lot.order), {
                "order": lot.order, "name": self.thing.name, "quantity": lot.quantity, "due_on": lot.since,
            })
            for lot in self.stock.lots if lot.order is not None and lot.since > day
        ]  # fmt: skip

    def _quantity(self, netted: Netted, figures: Figures) -> Trace:
        """Return what to order, with its sum; 0 when nothing is short."""
        unit, files = figures.gross.unit, self.holdings.estate.files
        if not netted.quantity:
            return Trace(0, unit, note="enough")
        if isinstance(self.lot, Multiple):
            rows = [
                Trace(getattr(self.thing, field), unit, row=source_of(self.thing, field, files), note=note)
                for field, note in (("lot_minimum", "smallest order"), ("lot_step", "sold in steps of"))
            ]
            return self.lot.trace(figures.net, unit, rows)
        needed = figures.amount("net") + figures.amount("on_hand")
        large = [one for one in self.lot.levels if one.capacity * self.lot.usable >= needed]
        args = tuple(Trace(one.capacity, unit, row=source_of(one, "capacity", files)) for one in large)
        return Trace(netted.quantity, unit, "min", args, note="the smallest size that is large enough")

    def _pegs(self, netted: Netted, quantity: Decimal) -> tuple[pegging.Peg, ...]:
        needs: dict[str, Decimal] = {}
        for demand in netted.need.demands:
            needs[demand.peg] = needs.get(demand.peg, Decimal(0)) + demand.quantity
        if netted.level is not None:
            return pegging.peg_size(tuple(needs.items()), quantity)
        return pegging.peg(
            tuple(needs.items()), net=min(netted.row.net, netted.need.gross), quantity=quantity
        )

    def _price(self, common: Requirement, netted: Netted, months: int | None) -> Priced:
        if netted.level is not None and isinstance(self.thing, PoolFact):
            return Priced(costs.of_level(self.thing, netted.level, netted.present, self.holdings, months))
        assert isinstance(self.lot, Multiple)
        net = common.figures.amount("net")
        bought = Purchase(self.thing, common.quantity, net, self.lot, months, self.house.currency)
        return offers.price(bought, _offers(self.thing, self.holdings), self.holdings.estate.files)

    def _too_small(self, figures: Figures) -> Finding:
        sizes = [level.capacity for level in self.lot.levels] if isinstance(self.lot, Levels) else []
        values: dict[str, Value] = {
            "pool": self.thing.name, "needed": figures.amount("net") + figures.amount("on_hand"),
            "unit": figures.gross.unit or "units",
            "largest": max(sizes, default=None),
        }  # fmt: skip
        return Finding("pool-no-size-large-enough", Subject("pools", self.thing.ref), values)

    def _kind(self) -> str:
        if isinstance(self.thing, ModelFact):
            return "stock"
        return "level" if isinstance(self.lot, Levels) else "pool"

    def _lot(self) -> dict[str, object]:
        if isinstance(self.lot, Multiple):
            sold = {"type": "multiple", "minimum": self.lot.minimum, "step": self.lot.step}
            prices = self.lot.prices if isinstance(self.lot, brackets.Brackets) else ()
            begun = [one.from_quantity for one in prices]
            return {**sold, "type": "brackets", "from": begun} if begun[1:] else sold
        sizes = sorted(level.capacity for level in self.lot.levels)
        return {"type": "levels", "levels": [float(size) if size % 1 else int(size) for size in sizes]}


def lot_of(thing: Thing, holdings: Holdings) -> Lot:
    """Return how a thing is sold; a pool sold in levels without any level is sold in steps."""
    if isinstance(thing, PoolFact) and thing.lot_type == "levels":
        levels = holdings.levels.get(thing.ref, ())
        if levels:
            present = next((one for one in levels if one.capacity == thing.capacity), None)
            return Levels(levels, Decimal(thing.planning_limit) / HUNDRED, present)
    return brackets.lot_of(thing, _offers(thing, holdings), holdings.estate.files)


def _offers(thing: Thing, holdings: Holdings) -> tuple[OfferFact, ...]:
    return holdings.offers.get((thing.REGISTER, thing.ref), ())


def _months(need: Need) -> int | None:
    """Return for how many months a need lasts, a part of a month as a whole one; None for good."""
    until = need.until
    if until is None:
        return None
    return (until.year - need.day.year) * 12 + until.month - need.day.month + (until.day >= need.day.day)
