"""Orders of accepted plans that wait to be placed: who will be without, and what each day of that costs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.findings.actions import Action, Missing
from fullscore.engine.findings.finding import Basis, Finding, Subject, Value
from fullscore.engine.findings.losses import Counted, Loss, PersonDay, Step
from fullscore.engine.findings.trace import Trace, leaf

CODE = "order-place"
# Twenty-five minutes: asking for the price, writing the order, filing it.
HOURS = Decimal("0.42")
PERSON_DAY = Missing("settings", "organisation", "person_day_cost", "what a day of one person costs")


@dataclass(frozen=True, slots=True)
class ToOrder:
    """One order of an accepted plan. `people` are those who wait for it; None when it is not for people.

    `order_by` is the last day on which it still comes in time; `name` is what people call the thing.
    """

    plan: str
    requirement: str
    name: str
    kind: str
    quantity: Decimal
    order_by: date
    need_by: date
    unit: str | None = None
    team: str | None = None
    people: Decimal | None = None
    at_stake: Decimal | None = None
    trace: Trace | None = None


def order_actions(orders: Iterable[ToOrder], *, person_day: PersonDay | None, on: date) -> tuple[Action, ...]:
    """Return what is to be ordered, each with the days its people would be without."""
    return tuple(_action(order, person_day, on) for order in orders)


def _action(order: ToOrder, person_day: PersonDay | None, on: date) -> Action:
    missing = PERSON_DAY if person_day is None and order.people else None
    return Action(_finding(order, on), _loss(order, person_day), HOURS, missing=missing)


def _finding(order: ToOrder, on: date) -> Finding:
    values: dict[str, Value] = {
        "plan": order.plan, "name": order.name, "kind": order.kind, "quantity": order.quantity,
        "unit": order.unit, "team": order.team, "people": order.people, "order_by": order.order_by,
        "need_by": order.need_by, "days_late": max(0, (on - order.order_by).days),
    }  # fmt: skip
    return Finding(
        CODE, Subject("goals", f"{order.plan}/{order.requirement}"), values, order.order_by,
        at_stake=order.at_stake, basis=Basis.EXPECTED, trace=order.trace,
    )  # fmt: skip


def _loss(order: ToOrder, person_day: PersonDay | None) -> Loss | None:
    """Return people without x the cost of a day, for every working day after the last one to order."""
    if person_day is None or not order.people:
        return None
    people = leaf(order.people, note="people without")
    a_day = order.people * person_day.cost
    trace = Trace(a_day, op="product", args=(people, person_day.trace), note="a working day without")
    step = Step(
        order.order_by, per_day=a_day, basis=Basis.ASSUMED, counts=Counted.WORKING_DAYS, reason="idle",
        trace=trace,
    )  # fmt: skip
    return Loss((step,), person_day.whose)
