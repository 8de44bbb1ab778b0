"""From accepted plans to purchase orders: what to order by when, ordered, set aside, taken back."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction

from fullscore.engine.findings.finding import Basis, Finding, Subject, Value
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.refs import free_ref
from fullscore.store import goals as store
from fullscore.store.models import ItemModel, KeptPlan, KeptRequirement, Pool, PurchaseOrder
from fullscore.usecases import registers
from fullscore.usecases.goals import planning, remembering
from fullscore.usecases.goals.house import house_of
from fullscore.usecases.goals.values import OrderLine, ToOrder
from fullscore.usecases.registers.values import NotThereError, RefusedError

# What has to be ordered within so many days is told today.
SOON = timedelta(days=14)


def to_order(*, by: Member, on: date) -> ToOrder:
    """Return the open orders of all accepted plans, earliest first; a finding for each due within 14 days."""
    by.require(Right.PLAN_GOALS)
    planning.refuse_far(on)
    rows = store.orders(by.organisation_id).filter(state="to order", plan__state="accepted")
    lines = tuple(remembering.line(row) for row in rows)
    return ToOrder(lines, tuple(_due(one, on) for one in lines if one.order_by <= on + SOON))


def _due(one: OrderLine, on: date) -> Finding:
    values: dict[str, Value] = {
        "plan": one.plan, "name": one.name, "kind": one.kind, "quantity": one.quantity, "unit": one.unit,
        "order_by": one.order_by, "need_by": one.need_by, "days_late": max(0, (on - one.order_by).days),
    }  # fmt: skip
    subject = Subject("goals", f"{one.plan}/{one.requirement}")
    # What waiting costs is people without tools; nobody has given that a price, so none is named.
    return Finding("order-now", subject, values, act_by=one.order_by, basis=Basis.EXPECTED)


def order_requirement(
    *, by: Member, ref: str, requirement: str, ordered_on: date, due_on: date | None,
    quantity: Decimal | None, now: datetime,
) -> OrderLine:  # fmt: skip
    """Place one order of an accepted plan: a purchase order is kept, and the line stands as ordered.

    `requirement` is the line's id in the plan or the ref of its item. Less than the whole `quantity` leaves
    the rest to order; without `due_on` the plan's lead time says when it comes. Raises `RefusedError` for
    what the register of orders refuses; nothing is kept then.
    """
    by.require(Right.KEEP_PLANS)
    planning.refuse_far(ordered_on, due_on or ordered_on)
    with transaction.atomic():
        plan, row = _line(by, ref, requirement, "to order")
        wanted = row.quantity if quantity is None else quantity
        due_on = due_on or _due_on(plan, row, ordered_on)
        _refuse_dates(row, wanted, ordered_on, due_on)
        values = _values(by, plan, row, wanted) | {"ordered_on": ordered_on, "due_on": due_on}
        made = registers.save(by=by, register="orders", ref=None, values=values, version=None, now=now)
        rest = row.quantity - wanted
        if rest > 0:
            _split(row, rest)
        order = PurchaseOrder.objects.of(by.organisation_id).get(pk=made.id)
        _mark(by, row, "ordered", order, now)
        changes = {"order": [None, made.ref], "item": [None, row.ref], "quantity": [None, f"{wanted:f}"]}
        remembering.remember(by, plan, "ordered", now, changes)
    return remembering.line(row)


def cancel_order(*, by: Member, ref: str, requirement: str, now: datetime) -> OrderLine:
    """Take an order or a setting aside back: the purchase order is archived, the line is to order again."""
    by.require(Right.KEEP_PLANS)
    with transaction.atomic():
        plan, row = _line(by, ref, requirement, "ordered", "not needed")
        order = row.purchase_order
        if order is not None:
            if order.received_on is not None:
                raise _about(row, "order-received-already", order=order.ref)
            registers.archive(by=by, register="orders", ref=order.ref, now=now)
        _mark(by, row, "to order", None, now)
        remembering.remember(by, plan, "order taken back", now, {"item": [row.ref, None]})
    return remembering.line(row)


def set_aside(*, by: Member, ref: str, requirement: str, now: datetime) -> OrderLine:
    """Say that one order of an accepted plan is not needed; `cancel_order` undoes it."""
    by.require(Right.KEEP_PLANS)
    with transaction.atomic():
        plan, row = _line(by, ref, requirement, "to order")
        _mark(by, row, "not needed", None, now)
        remembering.remember(by, plan, "set aside", now, {"item": [row.ref, None]})
    return remembering.line(row)


def _line(by: Member, ref: str, requirement: str, *states: str) -> tuple[KeptPlan, KeptRequirement]:
    plan = remembering.locked(by, ref, None)
    if plan.state != "accepted":
        raise remembering.refused("plan-not-accepted", plan)
    rows = list(store.orders(by.organisation_id).filter(plan=plan))
    named = [row for row in rows if requirement in {row.requirement, row.ref}]
    if not named:
        values = {"target": f"order in {plan.ref}", "value": requirement[:64]}
        raise NotThereError(Finding("row-not-found", Subject("goals", plan.ref), values))
    fitting = [row for row in named if row.state in states]
    if not fitting:
        raise _about(named[0], "requirement-not-open", state=named[0].state)
    return plan, fitting[0]


def _about(row: KeptRequirement, code: str, **values: str) -> RefusedError:
    return RefusedError(
        Finding(code, Subject("goals", row.plan.ref), {"plan": row.plan.ref, "name": row.name, **values})
    )


def _due_on(plan: KeptPlan, row: KeptRequirement, ordered_on: date) -> date:
    """Return when an order comes by the plan's safe lead time; one without a day would not be counted."""
    needs = {one["id"]: one for one in plan.document["requirements"]}
    if row.requirement not in needs:
        return max(ordered_on, row.need_by)
    lead = int(needs[row.requirement]["lead_days"]["safe"])
    return house_of(plan.organisation_id, ordered_on).vendor_calendar.workdays_after(ordered_on, lead)


def _refuse_dates(row: KeptRequirement, quantity: Decimal, ordered_on: date, due_on: date) -> None:
    if quantity <= 0:
        raise _about(row, "order-quantity-not-positive", quantity=f"{quantity:f}")
    if due_on < ordered_on:
        raise _about(row, "order-due-before-ordered")


def _values(by: Member, plan: KeptPlan, row: KeptRequirement, quantity: Decimal) -> dict[str, object]:
    """Return a purchase order's values; a size counts with what it adds to the present one."""
    orders = PurchaseOrder.objects.of(by.organisation_id).filter(ref__startswith=f"{plan.ref}-")
    ref = free_ref(f"{plan.ref}-{row.ref}"[:60], frozenset(orders.values_list("ref", flat=True)))
    column, model = ("model", ItemModel) if row.register == "models" else ("pool", Pool)
    thing = model.objects.of(by.organisation_id).filter(ref=row.ref).select_related("vendor").first()
    vendor = thing.vendor.ref if thing is not None and thing.vendor else None
    added = quantity - (thing.capacity or 0) if isinstance(thing, Pool) and row.kind == "level" else quantity
    price = row.cost_once / row.quantity if row.cost_once is not None and row.kind == "stock" else None
    return {
        "ref": ref, "vendor": vendor, column: row.ref, "quantity": added,
        "unit_cost": None if price is None else f"{price:.2f}",
    }  # fmt: skip


def _split(row: KeptRequirement, rest: Decimal) -> None:
    """Leave the rest of an order to be placed: a line of its own, its costs in proportion."""
    left = KeptRequirement.objects.of(row.organisation_id).get(pk=row.pk)
    left.pk, left._state.adding = None, True  # noqa: SLF001  Django's documented way to copy a row
    left.quantity = rest
    for name in ("cost_once", "cost_year"):
        whole = getattr(row, name)
        if whole is not None:
            setattr(left, name, (whole * rest / row.quantity).quantize(Decimal("0.01")))
            setattr(row, name, whole - getattr(left, name))
    left.save(force_insert=True)
    row.quantity -= rest


def _mark(by: Member, row: KeptRequirement, state: str, order: PurchaseOrder | None, now: datetime) -> None:
    row.state, row.purchase_order, row.changed_at, row.changed_by = state, order, now, by.name
    row.save()
