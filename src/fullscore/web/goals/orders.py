"""Orders that accepted plans ask for, as rows: what, by when, for how much, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fullscore.usecases.goals import OrderLine
from fullscore.web.goals import days
from fullscore.web.templatetags.words import money, number

SOON = 14


@dataclass(frozen=True, slots=True)
class Order:
    """One order of a plan. `urgency` is a colour role: late, soon or none."""

    key: str
    plan: str
    requirement: str
    name: str
    quantity: str
    plain_quantity: str
    order_by: str
    distance: str
    urgency: str
    need_by: str
    cost: str
    state: str
    order: str
    changed: str


def lines(found: Sequence[OrderLine], currency: str, on: date) -> tuple[Order, ...]:
    """Return orders to place first, then those placed or set aside; each part by its day."""
    ranked = sorted(found, key=lambda one: (one.state != "to order", one.order_by, one.name))
    return tuple(_order(one, currency, on) for one in ranked)


def _order(one: OrderLine, currency: str, on: date) -> Order:
    unit = f" {one.unit}" if one.unit else ""
    left = (one.order_by - on).days
    urgency = "" if one.state != "to order" else "late" if left < 0 else "soon" if left <= SOON else ""
    return Order(
        str(one.id), one.plan, one.requirement, one.name, f"{number(one.quantity)}{unit}",
        number(one.quantity).replace(",", ""), days.of(one.order_by, on), days.distance(left), urgency,
        days.of(one.need_by, on), _cost(one, currency), one.state, one.order or "", one.changed_by,
    )  # fmt: skip


def _cost(one: OrderLine, currency: str) -> str:
    amounts = ((one.cost_once, "once"), (one.cost_year, "a year"))
    known = [f"{money(amount, currency)} {when}" for amount, when in amounts if amount]
    return ", ".join(known)


def lead(open_lines: Sequence[OrderLine], on: date) -> str:
    """Return the title of the list: what cannot wait, and by when the next thing must be ordered."""
    if not open_lines:
        return "Nothing to order"
    late = sum(one.order_by < on for one in open_lines)
    count = len(open_lines)
    words = f"{count} {'order' if count == 1 else 'orders'} to place"
    if late:
        return f"{words}, {late} late"
    return f"{words}, the next by {days.of(min(one.order_by for one in open_lines), on)}"
