"""Supply: what is free now, what comes back and what is on its way, each with the rows it came from."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from fullscore.engine.estate.facts import ItemFact, MeasurementFact, ModelFact, OrderFact, PoolFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.findings.trace import Later, Trace, leaf
from fullscore.engine.goals.demands.demand import place_of
from fullscore.engine.goals.demands.refresh import due_on
from fullscore.engine.goals.demands.returns import Return
from fullscore.engine.goals.goal import Assumption, House
from fullscore.engine.goals.kits.holdings import Holdings
from fullscore.engine.goals.kits.kit import Thing

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Lot:
    """Units at one place, usable from `since` on and before `until`; an order's lot is a receipt."""

    place: str | None
    since: date
    quantity: Decimal
    trace: Trace
    until: date | None = None
    order: str | None = None


@dataclass(frozen=True, slots=True)
class Supply:
    """What covers needs without an order. `base` is the load that is there already (levels only).

    `home` is where most of the stock lies: what is kept back is kept there.
    """

    lots: tuple[Lot, ...]
    safety: Trace
    base: Trace | None = None
    home: str | None = None
    findings: tuple[Finding, ...] = ()
    assumptions: tuple[Assumption, ...] = ()


def supply_of(
    thing: Thing, holdings: Holdings, house: House, back: Sequence[Return], *, whole_load: bool
) -> Supply | Finding:
    """Return what covers needs of a thing without an order; a finding when nobody can tell."""
    if isinstance(thing, ModelFact):
        return of_model(thing, holdings, house, back)
    return of_pool(thing, holdings, house, back, whole_load=whole_load)


def of_model(model: ModelFact, holdings: Holdings, house: House, back: Sequence[Return]) -> Supply:
    """Return what lies in stock, what comes back and is not due for refresh, and the open orders."""
    files = holdings.estate.files
    stock = tuple(_stock(model, holdings, house))
    safety = Trace(Decimal(model.safety_stock), row=source_of(model, "safety_stock", files), note="kept back")
    orders, findings = _open_orders(model, holdings, house)
    findings += _uncounted(model, holdings, orders)
    lots = (*stock, *_returned(back), *orders)
    told = dict.fromkeys(one for each in back for one in each.assumptions)
    return Supply(lots, safety, home=_home(stock), findings=findings, assumptions=tuple(told))


def _stock(model: ModelFact, holdings: Holdings, house: House) -> Iterable[Lot]:
    found: defaultdict[tuple[str | None, date | None], list[ItemFact]] = defaultdict(list)
    for item in holdings.stock.get(model.ref, ()):
        due = due_on(item, holdings.models)
        if due is None or due > house.on:
            found[item.site, due].append(item)
    for (site, due), items in sorted(found.items(), key=lambda one: (one[0][0] or "", one[0][1] or date.max)):
        rows = Later(partial(_rows, holdings, tuple(items)))
        yield Lot(
            site, house.on, Decimal(len(items)),
            Trace(Decimal(len(items)), op="count", args=rows, note="in stock"), due,
        )  # fmt: skip


def _rows(holdings: Holdings, items: tuple[ItemFact, ...]) -> tuple[Trace, ...]:
    files = holdings.estate.files
    return tuple(leaf(item.ref, source_of(item, "status", files)) for item in items)


def _home(stock: Sequence[Lot]) -> str | None:
    held = Counter[str]()
    for lot in stock:
        if lot.place is not None:
            held[lot.place] += int(lot.quantity)
    return min(held, key=lambda place: (-held[place], place), default=None)


def _returned(back: Sequence[Return]) -> Iterable[Lot]:
    for one in sorted(back, key=lambda one: (one.since, one.place or "", one.why)):
        yield Lot(one.place, one.since, one.quantity, one.units, one.until)


def _uncounted(model: ModelFact, holdings: Holdings, orders: tuple[Lot, ...]) -> tuple[Finding, ...]:
    """Name items that stand as 'on order' beyond what orders bring: nobody knows when they come."""
    waiting = holdings.on_order.get(model.ref, 0) - sum(lot.quantity for lot in orders)
    if waiting <= 0:
        return ()
    values: dict[str, Value] = {"name": model.name, "quantity": waiting}
    return (Finding("items-on-order-without-order", Subject("models", model.ref), values),)


def of_pool(
    pool: PoolFact, holdings: Holdings, house: House, back: Sequence[Return], *, whole_load: bool
) -> Supply | Finding:
    """Return what is free of a pool; with `whole_load` what may be used, its load apart (for levels)."""
    if pool.capacity is None:
        return Finding("pool-without-capacity", Subject("pools", pool.ref), {"pool": pool.name})
    files = holdings.estate.files
    place = place_of(pool, pool.site)
    usable = _usable(pool, pool.capacity, holdings)
    load, told = _load(pool, holdings, house)
    safety = Trace(pool.safety, pool.unit, row=source_of(pool, "safety", files), note="kept back")
    orders, findings = _open_orders(pool, holdings, house)
    if not pool.unit:
        findings += (Finding("pool-without-unit", Subject("pools", pool.ref), {"pool": pool.name}),)
    coming = (*_returned(back), *orders)
    if whole_load:
        whole = Lot(place, house.on, _decimal(usable), usable)
        return Supply((whole, *coming), safety, load, place, findings, told)
    free = _decimal(usable) - _decimal(load)
    if free < 0:
        values: dict[str, Value] = {"pool": pool.name, "over": -free, "unit": pool.unit or "units"}
        findings += (Finding("pool-over-used", Subject("pools", pool.ref), values),)
    left = Lot(place, house.on, free, Trace(free, pool.unit, "difference", (usable, load), note="free"))
    return Supply((left, *coming), safety, None, place, findings, told)


def _usable(pool: PoolFact, capacity: Decimal, holdings: Holdings) -> Trace:
    files = holdings.estate.files
    whole = Trace(capacity, pool.unit, row=source_of(pool, "capacity", files), note="capacity")
    if pool.planning_limit == HUNDRED:
        return whole
    limit = Trace(pool.planning_limit, "%", row=source_of(pool, "planning_limit", files), note="may be used")
    return Trace(capacity * pool.planning_limit / HUNDRED, pool.unit, "percent", (whole, limit))


def _load(pool: PoolFact, holdings: Holdings, house: House) -> tuple[Trace, tuple[Assumption, ...]]:
    """Return what is in use: as measured last, else the seats that people hold."""
    files = holdings.estate.files
    newest = _newest(pool, holdings, house)
    if newest is not None:
        when = f"{newest.measured_on.day} {newest.measured_on:%B %Y}"
        row = source_of(newest, "value", files)
        return Trace(newest.value, pool.unit, row=row, note=f"in use (measured, {when})"), ()
    if pool.used is not None:
        when = f", {pool.used_on.day} {pool.used_on:%B %Y}" if pool.used_on else ""
        row = source_of(pool, "used", files)
        return Trace(pool.used, pool.unit, row=row, note=f"in use ({pool.used_kind}{when})"), ()
    seats = holdings.seats_taken.get(pool.ref, ())
    rows = Later(lambda: tuple(leaf(seat.ref, source_of(seat, "person", files)) for seat in seats))
    told: tuple[Assumption, ...] = ()
    if not seats:
        text = f"Nothing of {pool.name} is in use: nobody holds a seat and no use was measured"
        told = (Assumption(text, "pools", pool.ref, "used"),)
    return Trace(Decimal(len(seats)), pool.unit, "count", rows, note="seats held"), told


def _newest(pool: PoolFact, holdings: Holdings, house: House) -> MeasurementFact | None:
    """Return the last measurement up to today unless the use on the pool itself is as new."""
    until = [one for one in holdings.measured.get(pool.ref, ()) if one.measured_on <= house.on]
    newest = max(until, key=lambda one: (one.measured_on, one.ref), default=None)
    if newest is None or (pool.used is not None and (pool.used_on or house.on) >= newest.measured_on):
        return None
    return newest


def _open_orders(
    thing: Thing, holdings: Holdings, house: House
) -> tuple[tuple[Lot, ...], tuple[Finding, ...]]:
    """Return what is on its way. Without a due date nothing is counted; an overdue order comes next."""
    lots, findings = [], []
    for order in holdings.orders.get((thing.REGISTER, thing.ref), ()):
        if order.received_on is not None and order.received_on <= house.on:
            continue
        if order.due_on is None:
            findings.append(_about(order, thing, "order-without-date"))
            continue
        if order.due_on < house.on:
            findings.append(_about(order, thing, "order-overdue"))
        lots.append(_ordered(order, order.due_on, thing, holdings, house))
    return tuple(sorted(lots, key=lambda lot: (lot.since, lot.order or ""))), tuple(findings)


def _ordered(order: OrderFact, due_on: date, thing: Thing, holdings: Holdings, house: House) -> Lot:
    due = house.calendar.on_or_after(max(due_on, house.on))
    row = source_of(order, "quantity", holdings.estate.files)
    trace = Trace(order.quantity, row=row, note=f"order {order.ref}, due {due.day} {due:%B %Y}")
    place = order.site if isinstance(thing, ModelFact) else place_of(thing, thing.site)
    return Lot(place, due, order.quantity, trace, order=order.ref)


def _about(order: OrderFact, thing: Thing, code: str) -> Finding:
    values: dict[str, Value] = {
        "order": order.ref,
        "name": thing.name,
        "quantity": order.quantity,
        "due_on": order.due_on,
    }
    return Finding(code, Subject("orders", order.ref), values)


def _decimal(trace: Trace) -> Decimal:
    assert isinstance(trace.value, Decimal)
    return trace.value
