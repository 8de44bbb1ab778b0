"""Lines of a plan's document: one order, or one need that is covered, each figure with its trace."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.findings.trace import Trace, as_document, named, plain_value
from fullscore.engine.goals.demands.demand import REFRESH, TREND
from fullscore.engine.goals.kits.kit import KitLine
from fullscore.engine.goals.orders.requirement import Late, Requirement
from fullscore.engine.money.amounts import cents, plain

Document = dict[str, object]
FIGURES = ("gross", "on_hand", "scheduled_receipts", "safety_stock", "net")
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Share:
    """The asked goal's part of an order, by its part of the quantity."""

    quantity: Decimal
    once: Decimal | None
    year: Decimal | None


def share_of(one: Requirement, goal: str) -> Share:
    """Return a goal's part of an order."""
    return _share(one, one.share(goal))


def whole_of(one: Requirement) -> Share:
    """Return all of an order."""
    return _share(one, one.ordered)


def _share(one: Requirement, part: Decimal) -> Share:
    if one.cost is None or not one.ordered:
        return Share(part, None, None)
    once, year = (_part(trace, part, one.ordered) for trace in (one.cost.once, one.cost.year))
    return Share(part, once, year)


def _part(trace: Trace | None, part: Decimal, whole: Decimal) -> Decimal | None:
    if trace is None:
        return None
    assert isinstance(trace.value, Decimal)
    return cents(trace.value * part / whole)


def need(one: Requirement) -> Document:
    """Return what an order and a covered need have in common."""
    return {
        "id": one.id,
        "register": one.register,
        "item": one.ref,
        "name": one.name,
        "unit": one.unit,
        "place": one.place,
        "kind": one.kind,
        **{name: plain_value(one.figures.amount(name)) for name in FIGURES},
        "lot": one.lot,
        "quantity": plain_value(one.ordered),
        "need_by": one.need_by.isoformat(),
        "hours": None if one.hours is None else plain_value(one.hours.value),
        "from_places": [{"place": place, "quantity": plain_value(units)} for place, units in one.moved],
        "kit": [_kit(line) for line in one.kit],
        "trace": as_document(Trace(None, op="figures", args=_figures(one)), _spelled_out(one)),
    }


def _kit(line: KitLine) -> Document:
    """Return how much a newcomer needs: learned from so many people with its 80 % interval, or typed."""
    return {
        "per": line.per,
        "mean": plain_value(line.per_head),
        "low": line.low,
        "high": None if math.isinf(line.high) else line.high,
        "holders": line.holders,
        "sample": line.sample,
        "typed": line.typed.ref if line.typed else None,
    }


def order(one: Requirement, asked: str) -> Document:
    """Return one order of the plan of the goal `asked`."""
    assert one.timing is not None
    assert one.cost is not None
    when, lead, share = one.timing, one.timing.lead, share_of(one, asked)
    return need(one) | {
        "deploy_from": plain_value(when.deploy_from.value),
        "arrive_by": plain_value(when.arrive_by.value),
        "order_by": plain_value(when.order_by.value),
        "order_by_likely": plain_value(when.order_by_likely.value),
        "lead_days": {"likely": lead.likely.value, "safe": lead.safe.value, "basis": lead.basis},
        "late": _late(when.late),
        "cost_once": amount(one.cost.once),
        "cost_year": amount(one.cost.year),
        "cost_known": one.cost.is_known,
        "for_months": one.months,
        "options": [
            {"text": option.text, "cost": plain(option.cost), "is_chosen": option.is_chosen}
            for option in one.options
        ],
        "pegged_to": [
            {"goal": peg.goal, "quantity": plain_value(peg.quantity), "text": _on_account_of(peg.goal, asked)}
            for peg in one.pegs
        ],
        "share": {
            "quantity": plain_value(share.quantity),
            "cost_once": None if share.once is None else plain(share.once),
            "cost_year": None if share.year is None else plain(share.year),
        },
    }


def _on_account_of(goal: str, asked: str) -> str:
    words = {asked: "this goal", REFRESH: "replacing what is old", TREND: "the growing use"}
    return words.get(goal, f"the goal {goal}")


def _late(late: Late | None) -> Document | None:
    if late is None:
        return None
    return {
        "earliest": plain_value(late.earliest.value),
        "people": late.people.value,
        "working_days": late.working_days.value,
    }


def parts(one: Requirement) -> Mapping[str, Trace]:
    """Return every figure of a requirement by the field that shows it."""
    found = {name: getattr(one.figures, name) for name in FIGURES} | {"quantity": one.quantity}
    found |= {"hours": one.hours} if one.hours is not None else {}
    if one.timing is None or one.cost is None:
        return found
    when, cost = one.timing, one.cost
    found |= {
        "need_by": when.need_by, "deploy_from": when.deploy_from, "arrive_by": when.arrive_by,
        "order_by": when.order_by, "order_by_likely": when.order_by_likely,
        "lead_days.likely": when.lead.likely, "lead_days.safe": when.lead.safe,
    }  # fmt: skip
    found |= {"cost_once": cost.once} if cost.once else {}
    found |= {"cost_year": cost.year} if cost.year else {}
    return found | (_late_parts(when.late) if when.late else {})


def _late_parts(late: Late) -> dict[str, Trace]:
    return {
        "late.earliest": late.earliest, "late.people": late.people, "late.working_days": late.working_days
    }  # fmt: skip


def _figures(one: Requirement) -> tuple[Trace, ...]:
    return tuple(named(trace, name) for name, trace in parts(one).items())


def _spelled_out(one: Requirement) -> Mapping[int, str]:
    return {id(trace): name for name, trace in parts(one).items()}


def amount(trace: Trace | None) -> str | None:
    """Return an amount of money as documents carry it."""
    if trace is None:
        return None
    assert isinstance(trace.value, Decimal)
    return plain(trace.value)
