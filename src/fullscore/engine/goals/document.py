"""The plan as a document, `fullscore/plan/1`: plain JSON values, the same at every door."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from fullscore.engine.findings.problem import finding_document
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.trace import Trace, as_document, named, plain_value
from fullscore.engine.goals.answer import answer
from fullscore.engine.goals.goal import Assumption, Goal, House, Reading
from fullscore.engine.goals.plan import Plan
from fullscore.engine.goals.requirement import Late, Requirement
from fullscore.engine.money.amounts import plain

Document = dict[str, object]
SCHEMA = "fullscore/plan/1"


def document(reading: Reading, plan: Plan, house: House, data_as_of: Mapping[str, str]) -> Document:
    """Return the whole plan of one asked goal."""
    goal = reading.goal
    assert goal is not None
    assumptions = (*reading.assumptions, *plan.assumptions)
    costs = {id(trace): f"{_id(one)}#{name}" for one in plan.orders for name, trace in _parts(one).items()}
    return {
        "schema": SCHEMA,
        "organisation": house.organisation,
        "currency": house.currency,
        "on": house.on.isoformat(),
        "horizon": _span(*plan.horizon),
        "data_as_of": dict(data_as_of),
        "sentence": reading.sentence,
        "understood": _understood(reading, goal, plan),
        "answer": [say(finding) for finding in answer(plan, goal)],
        "requirements": [_order(one) for one in plan.orders],
        "covered": [_need(one) for one in plan.covered],
        "workload": [],
        "findings": [finding_document(one) for one in (*reading.findings, *plan.findings)],
        "assumptions": [_assumption(one) for one in assumptions],
        "totals": {
            "cost_once": _amount(plan.totals.once),
            "cost_year": _amount(plan.totals.year),
            "complete": plan.totals.is_complete,
            "by_month": [],
            "trace": as_document(Trace(None, op="figures", args=(plan.totals.once, plan.totals.year)), costs),
        },
    }


def _understood(reading: Reading, goal: Goal, plan: Plan) -> Document:
    return {
        "kind": "headcount",
        "team": goal.team.ref,
        "team_name": goal.team.name,
        "site_split": dict(plan.site_splits[goal.ref]),
        "from": goal.head_from,
        "to": goal.head_to,
        "delta": goal.delta,
        "period": _span(goal.period.start, goal.period.end),
        "need_by": goal.need_by.isoformat(),
        "until": goal.until.isoformat() if goal.until else None,
        "not_understood": list(reading.not_understood),
        "trace": as_document(reading.trace) if reading.trace else None,
    }


def _id(one: Requirement) -> str:
    return f"{one.register}/{one.ref}@{one.need_by.isoformat()}"


def _span(start: date, end: date) -> Document:
    return {"from": start.isoformat(), "to": end.isoformat()}


def _need(one: Requirement) -> Document:
    """Return what an order and a covered need have in common."""
    return {
        "id": _id(one),
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
        "trace": as_document(Trace(None, op="figures", args=_figures(one)), _spelled_out(one)),
    }


FIGURES = ("gross", "on_hand", "scheduled_receipts", "safety_stock", "net")


def _order(one: Requirement) -> Document:
    assert one.timing is not None
    assert one.cost is not None
    when, lead = one.timing, one.timing.lead
    return _need(one) | {
        "deploy_from": plain_value(when.deploy_from.value),
        "arrive_by": plain_value(when.arrive_by.value),
        "order_by": plain_value(when.order_by.value),
        "order_by_likely": plain_value(when.order_by_likely.value),
        "lead_days": {"likely": lead.likely.value, "safe": lead.safe.value, "basis": lead.basis},
        "late": _late(when.late),
        "cost_once": _amount(one.cost.once),
        "cost_year": _amount(one.cost.year),
        "cost_known": one.cost.is_known,
        "pegged_to": [{"goal": peg.goal, "quantity": plain_value(peg.quantity)} for peg in one.pegs],
    }


def _late(late: Late | None) -> Document | None:
    if late is None:
        return None
    return {
        "earliest": plain_value(late.earliest.value),
        "people": late.people.value,
        "working_days": late.working_days.value,
    }


def _parts(one: Requirement) -> Mapping[str, Trace]:
    """Return every figure of a requirement by the field that shows it."""
    parts = {name: getattr(one.figures, name) for name in FIGURES} | {"quantity": one.quantity}
    if one.timing is None or one.cost is None:
        return parts
    when, cost = one.timing, one.cost
    parts |= {
        "need_by": when.need_by, "deploy_from": when.deploy_from, "arrive_by": when.arrive_by,
        "order_by": when.order_by, "order_by_likely": when.order_by_likely,
        "lead_days.likely": when.lead.likely, "lead_days.safe": when.lead.safe,
    }  # fmt: skip
    parts |= {"cost_once": cost.once} if cost.once else {}
    parts |= {"cost_year": cost.year} if cost.year else {}
    return parts | (_late_parts(when.late) if when.late else {})


def _figures(one: Requirement) -> tuple[Trace, ...]:
    return tuple(named(trace, name) for name, trace in _parts(one).items())


def _spelled_out(one: Requirement) -> Mapping[int, str]:
    return {id(trace): name for name, trace in _parts(one).items()}


def _late_parts(late: Late) -> dict[str, Trace]:
    return {
        "late.earliest": late.earliest, "late.people": late.people, "late.working_days": late.working_days
    }  # fmt: skip


def _amount(trace: Trace | None) -> str | None:
    if trace is None:
        return None
    assert isinstance(trace.value, Decimal)
    return plain(trace.value)


def _assumption(one: Assumption) -> Document:
    return {"text": one.text, "register": one.register, "ref": one.ref, "field": one.field}
