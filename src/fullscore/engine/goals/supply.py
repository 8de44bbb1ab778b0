"""Supply: what is free now and what is on its way, each with the rows it was counted from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.facts import ItemFact, ModelFact, OrderFact, PoolFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.goals.goal import Assumption, House
from fullscore.engine.goals.holdings import Holdings
from fullscore.engine.goals.netting import Receipt

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Supply:
    """What covers a need without an order. `base` is the load that is there already (levels only)."""

    on_hand: Trace
    receipts: tuple[Receipt, ...]
    receipt_traces: dict[str, Trace]
    safety: Trace
    base: Trace | None = None
    findings: tuple[Finding, ...] = ()
    assumptions: tuple[Assumption, ...] = ()


def of_model(model: ModelFact, holdings: Holdings, house: House, need_by: date) -> Supply:
    """Return what lies in stock and is not due for replacement by then, and the open orders."""
    files = holdings.estate.files
    usable = [item for item in holdings.stock.get(model.ref, ()) if _is_usable(item, need_by)]
    rows = tuple(leaf(item.ref, source_of(item, "status", files)) for item in usable)
    on_hand = Trace(Decimal(len(rows)), op="count", args=rows, note="in stock")
    safety = Trace(Decimal(model.safety_stock), row=source_of(model, "safety_stock", files), note="kept back")
    receipts, traces, findings = _open_orders(model, holdings, house)
    findings += _uncounted(model, holdings, receipts)
    return Supply(on_hand, receipts, traces, safety, findings=findings)


def _uncounted(model: ModelFact, holdings: Holdings, receipts: tuple[Receipt, ...]) -> tuple[Finding, ...]:
    """Name items that stand as 'on order' beyond what orders bring: nobody knows when they come."""
    waiting = holdings.on_order.get(model.ref, 0) - sum(receipt.quantity for receipt in receipts)
    if waiting <= 0:
        return ()
    values: dict[str, Value] = {"name": model.name, "quantity": waiting}
    return (Finding("items-on-order-without-order", Subject("models", model.ref), values),)


def of_pool(pool: PoolFact, holdings: Holdings, house: House, *, whole_load: bool) -> Supply | Finding:
    """Return what is free of a pool; with `whole_load` what may be used, its load apart (for levels)."""
    if pool.capacity is None:
        return Finding("pool-without-capacity", Subject("pools", pool.ref), {"pool": pool.name})
    files = holdings.estate.files
    usable = _usable(pool, pool.capacity, holdings)
    load, told = _load(pool, holdings)
    safety = Trace(pool.safety, pool.unit, row=source_of(pool, "safety", files), note="kept back")
    receipts, traces, findings = _open_orders(pool, holdings, house)
    if not pool.unit:
        findings += (Finding("pool-without-unit", Subject("pools", pool.ref), {"pool": pool.name}),)
    if whole_load:
        return Supply(usable, receipts, traces, safety, load, findings, told)
    free = _decimal(usable) - _decimal(load)
    if free < 0:
        values: dict[str, Value] = {"pool": pool.name, "over": -free, "unit": pool.unit or "units"}
        findings += (Finding("pool-over-used", Subject("pools", pool.ref), values),)
    on_hand = Trace(free, pool.unit, "difference", (usable, load), note="free")
    return Supply(on_hand, receipts, traces, safety, findings=findings, assumptions=told)


def _is_usable(item: ItemFact, need_by: date) -> bool:
    return item.replace_by is None or item.replace_by > need_by


def _usable(pool: PoolFact, capacity: Decimal, holdings: Holdings) -> Trace:
    files = holdings.estate.files
    whole = Trace(capacity, pool.unit, row=source_of(pool, "capacity", files), note="capacity")
    if pool.planning_limit == HUNDRED:
        return whole
    limit = Trace(pool.planning_limit, "%", row=source_of(pool, "planning_limit", files), note="may be used")
    return Trace(capacity * pool.planning_limit / HUNDRED, pool.unit, "percent", (whole, limit))


def _load(pool: PoolFact, holdings: Holdings) -> tuple[Trace, tuple[Assumption, ...]]:
    """Return what is in use: as measured, else the seats that people hold."""
    files = holdings.estate.files
    if pool.used is not None:
        when = f", {pool.used_on.day} {pool.used_on:%B %Y}" if pool.used_on else ""
        row = source_of(pool, "used", files)
        return Trace(pool.used, pool.unit, row=row, note=f"in use ({pool.used_kind}{when})"), ()
    seats = holdings.seats_taken.get(pool.ref, ())
    rows = tuple(leaf(seat.ref, source_of(seat, "person", files)) for seat in seats)
    told: tuple[Assumption, ...] = ()
    if not seats:
        text = f"Nothing of {pool.name} is in use: nobody holds a seat and no use was measured"
        told = (Assumption(text, "pools", pool.ref, "used"),)
    return Trace(Decimal(len(rows)), pool.unit, "count", rows, note="seats held"), told


def _open_orders(
    thing: ModelFact | PoolFact, holdings: Holdings, house: House
) -> tuple[tuple[Receipt, ...], dict[str, Trace], tuple[Finding, ...]]:
    """Return what is on its way. Without a due date nothing is counted; an overdue order comes next."""
    receipts, traces, findings = [], {}, []
    for order in holdings.orders.get((thing.REGISTER, thing.ref), ()):
        if order.received_on is not None and order.received_on <= house.on:
            continue
        if order.due_on is None:
            findings.append(_about(order, thing, "order-without-date"))
            continue
        if order.due_on < house.on:
            findings.append(_about(order, thing, "order-overdue"))
        due = house.calendar.on_or_after(max(order.due_on, house.on))
        receipts.append(Receipt(order.ref, due, order.quantity))
        row = source_of(order, "quantity", holdings.estate.files)
        note = f"order {order.ref}, due {due.day} {due:%B %Y}"
        traces[order.ref] = Trace(order.quantity, row=row, note=note)
    return tuple(receipts), traces, tuple(findings)


def _about(order: OrderFact, thing: ModelFact | PoolFact, code: str) -> Finding:
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
