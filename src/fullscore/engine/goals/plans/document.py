"""The plan as a document, `fullscore/plan/1`: plain JSON values, the same at every door."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.facts import PoolFact
from fullscore.engine.findings.problem import finding_document
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.trace import Trace, as_document, plain_value
from fullscore.engine.goals.demands.returns import Return
from fullscore.engine.goals.goal import Assumption, Goal, House, Reading
from fullscore.engine.goals.hours.workload import Week
from fullscore.engine.goals.orders.months import Month, by_month
from fullscore.engine.goals.plans import lines
from fullscore.engine.goals.plans.answer import answer
from fullscore.engine.goals.plans.later import Start
from fullscore.engine.goals.plans.lines import amount
from fullscore.engine.goals.plans.plan import Plan
from fullscore.engine.money.amounts import plain

Document = dict[str, object]
SCHEMA = "fullscore/plan/1"


def document(
    reading: Reading, plan: Plan, house: House, data_as_of: Mapping[str, str], starts: Sequence[Start] = ()
) -> Document:
    """Return the whole plan of one asked goal; `starts` are other ways to start it."""
    goal = reading.goal
    assert goal is not None
    return {
        "schema": SCHEMA,
        "organisation": house.organisation,
        "currency": house.currency,
        "on": house.on.isoformat(),
        "horizon": {"from": plan.horizon[0].isoformat(), "to": plan.horizon[1].isoformat()},
        "data_as_of": dict(data_as_of),
        "sentence": reading.sentence,
        "understood": _understood(reading, goal, plan, starts),
        "answer": [say(finding) for finding in answer(plan, goal)],
        "requirements": [lines.order(one, goal.ref) for one in plan.orders],
        "covered": [lines.need(one) for one in plan.covered],
        "returns": _returns([one for one in plan.returns if _concerns(one, plan, goal)]),
        "workload": [_week(one, plan.crew) for one in plan.weeks],
        "later": [_start(one) for one in starts],
        "findings": [finding_document(one) for one in (*reading.findings, *plan.findings)],
        "assumptions": [_assumption(one) for one in (*reading.assumptions, *plan.assumptions)],
        "totals": _totals(plan, goal),
        "kept": None,
        "compared": None,
    }


def _totals(plan: Plan, goal: Goal) -> Document:
    shown = {
        id(trace): f"{one.id}#{name}"
        for one in (*plan.orders, *plan.covered)
        for name, trace in lines.parts(one).items()
    }
    totals = plan.totals
    shares = [lines.share_of(one, goal.ref) for one in plan.orders]
    whole = Trace(None, op="figures", args=(totals.once, totals.year, totals.hours))
    return {
        "cost_once": amount(totals.once),
        "cost_year": amount(totals.year),
        "hours": plain_value(totals.hours.value),
        "complete": totals.is_complete,
        "share": {
            "cost_once": plain(sum((one.once or Decimal(0) for one in shares), Decimal(0))),
            "cost_year": plain(sum((one.year or Decimal(0) for one in shares), Decimal(0))),
        },
        "by_month": [_month(one, shown) for one in by_month(plan.orders, plan.horizon[1])],
        "trace": as_document(whole, shown),
    }


def _month(one: Month, shown: Mapping[int, str]) -> Document:
    return {
        "month": f"{one.first:%Y-%m}",
        "cost_once": amount(one.once),
        "cost_running": amount(one.running),
        "trace": as_document(one.trace, shown),
    }


def _week(one: Week, crew: str) -> Document:
    return {
        "week": one.monday.isoformat(),
        "person_or_team": crew,
        "needed_hours": plain_value(one.needed.value),
        "free_hours": plain_value(one.free.value),
        "trace": as_document(one.trace),
    }


def _start(one: Start) -> Document:
    totals = one.plan.totals
    return {
        "sentence": one.sentence,
        "label": one.label,
        "from": one.goal.steps[0].on.isoformat(),
        "late_orders": one.late_orders,
        "people_without": one.people_without,
        "working_days": one.working_days,
        "short_hours": plain_value(one.short_hours),
        "days_given_up": one.days_given_up,
        "cost_once": amount(totals.once),
    }


def _concerns(one: Return, plan: Plan, goal: Goal) -> bool:
    """Return whether something that people hold comes back from the goal's, or is needed by the plan."""
    if isinstance(one.thing, PoolFact) and one.thing.kind != "licence":
        return False
    if one.goal is not None:
        return one.goal == goal.ref
    needed = {(line.register, line.ref) for line in (*plan.orders, *plan.covered)}
    return (one.thing.REGISTER, one.thing.ref) in needed and one.since <= goal.need_by


def _returns(returns: Sequence[Return]) -> list[Document]:
    """Return what comes back for the same reason on the same day as one line for each thing and place."""
    found: dict[tuple[str, str | None, date, str], list[Return]] = {}
    for one in returns:
        found.setdefault((one.thing.ref, one.place, one.since, one.why), []).append(one)
    return [_return(together) for together in found.values()]


def _return(together: Sequence[Return]) -> Document:
    one = together[0]
    return {
        "register": one.thing.REGISTER,
        "item": one.thing.ref,
        "name": one.thing.name,
        "quantity": plain_value(sum((each.quantity for each in together), Decimal(0))),
        "unit": one.units.unit,
        "place": one.place,
        "usable_from": one.since.isoformat(),
        "why": one.why,
    }


def _understood(reading: Reading, goal: Goal, plan: Plan, starts: Sequence[Start]) -> Document:
    return {
        "kind": "new site" if goal.is_new_site else "headcount",
        "team": goal.team.ref,
        "team_name": goal.team.name,
        "site": goal.site.ref if goal.site else None,
        "site_split": dict(plan.site_splits[goal.ref]),
        "from": goal.head_from,
        "to": goal.head_to,
        "delta": goal.delta,
        "registered": plan.registered[goal.ref],
        "period": {"from": goal.period.start.isoformat(), "to": goal.period.end.isoformat()},
        "need_by": goal.need_by.isoformat(),
        "until": goal.until.isoformat() if goal.until else None,
        "ramp": [{"on": step.on.isoformat(), "people": step.people} for step in goal.steps],
        "canonical": starts[0].sentence if starts else None,
        "not_understood": list(reading.not_understood),
        "trace": as_document(reading.trace) if reading.trace else None,
    }


def _assumption(one: Assumption) -> Document:
    return {"text": one.text, "register": one.register, "ref": one.ref, "field": one.field}
