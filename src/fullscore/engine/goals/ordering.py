"""From the demand for one thing to its requirements: netted, lotted, timed, priced and pegged."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial

from fullscore.engine.estate.facts import LevelFact, ModelFact, PoolFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals import costs, days, leadtime, netting, pegging, setup, supply, timing
from fullscore.engine.goals.demand import Demand, thing_unit
from fullscore.engine.goals.goal import Goal, House
from fullscore.engine.goals.holdings import Holdings
from fullscore.engine.goals.leadtime import LeadTime
from fullscore.engine.goals.lots import Levels, Lot, Multiple
from fullscore.engine.goals.periods import Edge
from fullscore.engine.goals.requirement import Figures, Requirement

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Ordered:
    """What one thing comes to: its requirements, and what is to be said about it."""

    requirements: tuple[Requirement, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Need:
    """The demands for one thing that must be met by the same arrival."""

    demands: tuple[Demand, ...]
    need_by: Trace
    setup: setup.Setup
    arrive_by: date

    @property
    def gross(self) -> Decimal:
        return sum((demand.quantity for demand in self.demands), Decimal(0))


def order(demands: Sequence[Demand], holdings: Holdings, house: House) -> Ordered:
    """Return the requirements of one thing, earliest first; all demands are for the same thing."""
    thing = demands[0].thing
    lot = lot_of(thing, holdings)
    needs = _needs(demands, holdings, house)
    last = max(days.day_of(need.need_by) for need in needs)
    stock = _supply(thing, lot, holdings, house, last)
    if isinstance(stock, Finding):
        return Ordered(findings=(stock,))
    lead = cache(partial(leadtime.lead_time, thing, holdings, house.vendor_calendar))
    return _Desk(thing, lot, stock, holdings, house, lead).requirements(needs)


def lot_of(thing: ModelFact | PoolFact, holdings: Holdings) -> Lot:
    """Return how a thing is sold; a pool sold in levels without any level is sold in steps."""
    if isinstance(thing, PoolFact) and thing.lot_type == "levels":
        levels = tuple(level for level in holdings.estate.levels if level.pool == thing.ref)
        if levels:
            return Levels(levels, Decimal(thing.planning_limit) / HUNDRED)
    return Multiple(max(1, thing.lot_minimum), max(1, thing.lot_step))


def need_by(goal: Goal, house: House) -> Trace:
    """Return the day a goal's people must be equipped, with the rule it follows."""
    if goal.period.edge is Edge.END:
        return days.on_or_before(house.calendar, Trace(goal.period.end, note="at the latest"), "needed by")
    first = max(goal.period.start, house.on)
    return days.on_or_after(house.calendar, Trace(first, note="the period begins"), "needed by")


def _needs(demands: Sequence[Demand], holdings: Holdings, house: House) -> tuple[_Need, ...]:
    by_day: dict[date, list[Demand]] = {}
    for demand in sorted(demands, key=lambda one: (one.goal.need_by, one.goal.ref)):
        by_day.setdefault(demand.goal.need_by, []).append(demand)
    return tuple(_need(tuple(together), holdings, house) for together in by_day.values())


def _need(demands: tuple[Demand, ...], holdings: Holdings, house: House) -> _Need:
    thing = demands[0].thing
    units = _gross_trace(demands)
    if isinstance(thing, PoolFact) and thing.kind != "licence":
        units = Trace(1, note="one change, whatever its size")
    work = setup.set_up(thing, units, holdings)
    needed = need_by(demands[0].goal, house)
    arrival = timing.arrive_by(needed, work, house)[1]
    return _Need(demands, needed, work, days.day_of(arrival))


def _gross_trace(demands: Sequence[Demand]) -> Trace:
    if len(demands) == 1:
        return demands[0].gross
    total = sum((demand.quantity for demand in demands), Decimal(0))
    return Trace(total, thing_unit(demands[0].thing), "sum", tuple(demand.gross for demand in demands))


def _supply(
    thing: ModelFact | PoolFact, lot: Lot, holdings: Holdings, house: House, last: date
) -> supply.Supply | Finding:
    if isinstance(thing, ModelFact):
        return supply.of_model(thing, holdings, house, last)
    return supply.of_pool(thing, holdings, house, whole_load=isinstance(lot, Levels))


@dataclass(frozen=True, slots=True)
class _Desk:
    """One thing, how it is sold and what there is of it: the place where its orders are made out."""

    thing: ModelFact | PoolFact
    lot: Lot
    stock: supply.Supply
    holdings: Holdings
    house: House
    lead: Callable[[], LeadTime]

    def requirements(self, needs: Sequence[_Need]) -> Ordered:
        found, findings = list[Requirement](), list(self.stock.findings)
        on_hand, base, waiting = self.stock.on_hand, self.stock.base, list(self.stock.receipts)
        for need in sorted(needs, key=lambda one: (one.arrive_by, days.day_of(one.need_by))):
            come = [receipt for receipt in waiting if receipt.due_on <= need.arrive_by]
            waiting = [receipt for receipt in waiting if receipt.due_on > need.arrive_by]
            figures = self._figures(need, on_hand, base, come)
            quantity, level = self._quantity(figures)
            if quantity is None:
                findings.append(self._too_small(figures))
                continue
            requirement = self._requirement(need, figures, quantity, level)
            findings += self._later(waiting) if requirement.is_order else []
            found.append(requirement)
            on_hand, base = _left(figures, self._added(figures, quantity, level)), None
        return Ordered(tuple(found), tuple(findings))

    def _figures(
        self, need: _Need, on_hand: Trace, base: Trace | None, come: Sequence[netting.Receipt]
    ) -> Figures:
        gross = _gross_trace(need.demands)
        if base is not None:
            assert isinstance(base.value, Decimal)
            total = need.gross + base.value
            gross = Trace(total, gross.unit, "sum", (base, gross), note="present use and newcomers")
        row = netting.project(
            [(need.arrive_by, Decimal(str(gross.value)))],
            on_hand=Decimal(str(on_hand.value)), receipts=come,
            safety=Decimal(str(self.stock.safety.value)), lot=lambda net: net,
        )[0]  # fmt: skip
        rows = tuple(self.stock.receipt_traces[receipt.ref] for receipt in row.receipts)
        receipts = Trace(row.received, gross.unit, "sum", rows, note="on its way, in time")
        inner = Trace(
            row.gross - row.on_hand - row.received, gross.unit, "difference", (gross, on_hand, receipts)
        )
        with_safety = Trace(_decimal(inner) + row.safety, gross.unit, "sum", (inner, self.stock.safety))
        net = Trace(row.net, gross.unit, "max", (Trace(0), with_safety), note="net requirement")
        return Figures(gross, on_hand, receipts, self.stock.safety, net)

    def _quantity(self, figures: Figures) -> tuple[Trace | None, LevelFact | None]:
        """Return what to order, 0 when nothing is short, None when no size is large enough."""
        net, unit = figures.amount("net"), figures.gross.unit
        if net == 0:
            return Trace(0, unit, note="enough"), None
        files = self.holdings.estate.files
        if isinstance(self.lot, Multiple):
            rows = [
                Trace(getattr(self.thing, field), unit, row=source_of(self.thing, field, files), note=note)
                for field, note in (("lot_minimum", "smallest order"), ("lot_step", "sold in steps of"))
            ]
            return self.lot.trace(figures.net, unit, rows), None
        needed = net + figures.amount("on_hand")
        level = self.lot.level(needed)
        if level is None:
            return None, None
        large = [one for one in self.lot.levels if one.capacity * self.lot.usable >= needed]
        args = tuple(Trace(one.capacity, unit, row=source_of(one, "capacity", files)) for one in large)
        return Trace(level.capacity, unit, "min", args, note="the smallest size that is large enough"), level

    def _added(self, figures: Figures, quantity: Trace, level: LevelFact | None) -> Trace:
        if level is None or not isinstance(self.lot, Levels):
            return quantity
        added = level.capacity * self.lot.usable - figures.amount("on_hand")
        return Trace(added, figures.gross.unit, note="what the new size adds")

    def _requirement(
        self, need: _Need, figures: Figures, quantity: Trace, level: LevelFact | None
    ) -> Requirement:
        register, ref, kind = self.thing.REGISTER, self.thing.ref, self._kind()
        told = dict.fromkeys(one for demand in need.demands for one in demand.assumptions)
        common = Requirement(
            register, ref, self.thing.name, figures.gross.unit, self._place(need), kind, self._lot(),
            figures, quantity, days.day_of(need.need_by), assumptions=(*told, *self.stock.assumptions),
        )  # fmt: skip
        if quantity.value == 0:
            return common
        return self._placed(common, need, level)

    def _placed(self, common: Requirement, need: _Need, level: LevelFact | None) -> Requirement:
        """Return the requirement as an order, with its days, its price and its goals."""
        lead = self.lead()
        short = self._people_short(need, common.figures)
        when = timing.timing(
            need_by=need.need_by, setup=need.setup, lead=lead, people_short=short, house=self.house
        )
        cost = self._cost(common.quantity, level)
        pegs = pegging.peg(
            [(demand.goal.ref, demand.quantity) for demand in need.demands],
            net=min(common.figures.amount("net"), need.gross), quantity=common.ordered,
        )  # fmt: skip
        told = (*common.assumptions, *lead.assumptions, *need.setup.assumptions, *cost.assumptions)
        return Requirement(
            common.register, common.ref, common.name, common.unit, common.place, common.kind, common.lot,
            common.figures, common.quantity, common.need_by, when, cost, pegs, told,
        )  # fmt: skip

    def _cost(self, quantity: Trace, level: LevelFact | None) -> costs.Cost:
        if level is None or not isinstance(self.thing, PoolFact) or not isinstance(self.lot, Levels):
            return costs.of_quantity(self.thing, quantity, self.holdings)
        present = next((one for one in self.lot.levels if one.capacity == self.thing.capacity), None)
        return costs.of_level(self.thing, level, present, self.holdings)

    def _people_short(self, need: _Need, figures: Figures) -> Trace:
        """Return how many start without: those whom what is free does not reach."""
        people = sum(demand.people for demand in need.demands)
        gross = need.gross
        short = min(figures.amount("net"), gross)
        count = min(people, math.ceil(short * people / gross)) if gross else 0
        args = (Trace(short, note="short"), Trace(people, "people"), Trace(gross, note="needed"))
        product = Trace(short * people, op="product", args=args[:2])
        share = Trace(Fraction(short * people) / Fraction(gross or 1), op="quotient", args=(product, args[2]))
        return Trace(count, "people", "ceil", (share,), note="start without")

    def _later(self, waiting: Sequence[netting.Receipt]) -> list[Finding]:
        return [
            Finding("order-comes-too-late", Subject("orders", receipt.ref), {
                "order": receipt.ref, "name": self.thing.name,
                "quantity": receipt.quantity, "due_on": receipt.due_on,
            })
            for receipt in waiting
        ]  # fmt: skip

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

    def _place(self, need: _Need) -> str | None:
        if isinstance(self.thing, PoolFact):
            return self.thing.site if self.thing.scope == "site" else None
        places = {place for demand in need.demands for place in demand.places}
        return next(iter(places)) if len(places) == 1 else None

    def _lot(self) -> dict[str, object]:
        if isinstance(self.lot, Multiple):
            return {"type": "multiple", "minimum": self.lot.minimum, "step": self.lot.step}
        sizes = sorted(level.capacity for level in self.lot.levels)
        return {"type": "levels", "levels": [float(size) if size % 1 else int(size) for size in sizes]}


def _left(figures: Figures, added: Trace) -> Trace:
    """Return what is on hand once a need is met: the next need's projected on hand."""
    come = (figures.on_hand, figures.scheduled_receipts, added)
    total = sum((Decimal(str(part.value)) for part in come), Decimal(0))
    whole = Trace(total, figures.gross.unit, "sum", come)
    left = total - figures.amount("gross")
    return Trace(left, figures.gross.unit, "difference", (whole, figures.gross), note="left by then")


def _decimal(trace: Trace) -> Decimal:
    assert isinstance(trace.value, Decimal)
    return trace.value
