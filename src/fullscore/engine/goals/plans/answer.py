"""The answer in words, as findings: the lead settles it, then what to order first, then each gap."""

from fullscore.engine.findings.finding import Basis, Finding, Subject, Value
from fullscore.engine.goals import days
from fullscore.engine.goals.goal import Goal
from fullscore.engine.goals.orders.requirement import Requirement
from fullscore.engine.goals.plans.plan import Plan

# More gaps than these are counted, not told one by one.
MOST_GAPS = 2
_GAPS = frozenset({"pool-without-capacity", "pool-no-size-large-enough"})


def answer(plan: Plan, goal: Goal) -> tuple[Finding, ...]:
    """Return the sentences of the answer, the lead first; at most five."""
    if goal.delta < 0:
        return _said("answer-fewer", goal, people=-goal.delta, team=goal.team.name, need_by=goal.need_by)
    gaps = [finding for finding in plan.findings if finding.code in _GAPS]
    late = [one for one in plan.orders if one.is_late]
    if not plan.orders and not gaps:
        return _without_orders(plan, goal)
    lead = _said("answer-lead", goal, gaps=len(gaps) + len(late), orders=len(plan.orders), late=len(late))
    return (*lead, *_first(plan, goal), *_late(late, goal), *gaps[:MOST_GAPS])


def _without_orders(plan: Plan, goal: Goal) -> tuple[Finding, ...]:
    if not plan.covered:
        return _said("answer-not-known", goal, team=goal.team.name)
    return _said("answer-enough", goal, people=goal.delta, need_by=goal.need_by)


def _first(plan: Plan, goal: Goal) -> tuple[Finding, ...]:
    """Return the order that comes first among those in time, and how many follow it."""
    on_time = [one for one in plan.orders if not one.is_late]
    if not on_time:
        return ()
    first, others = on_time[0], len(on_time) - 1
    last = max(one.order_by for one in on_time)
    told = _said(
        "answer-order-first", goal, **_named(first), order_by=first.order_by,
        people=goal.delta, need_by=goal.need_by, is_whole=int(len(on_time) == len(plan.orders) == 1),
    )  # fmt: skip
    return told + (_said("answer-orders-follow", goal, others=others, last=last) if others else ())


def _late(late: list[Requirement], goal: Goal) -> tuple[Finding, ...]:
    told: tuple[Finding, ...] = ()
    for one in late[:MOST_GAPS]:
        assert one.timing is not None
        assert one.timing.late is not None
        when = one.timing.late
        told += _said(
            "answer-late", goal, **_named(one), earliest=days.day_of(when.earliest),
            people=days.count_of(when.people), working_days=days.count_of(when.working_days),
        )  # fmt: skip
    more = len(late) - MOST_GAPS
    return told + (_said("answer-more-late", goal, more=more) if more > 0 else ())


def _named(one: Requirement) -> dict[str, Value]:
    return {"name": one.name, "quantity": one.ordered, "unit": one.unit, "kind": one.kind, "place": one.place}


def _said(code: str, goal: Goal, **values: Value) -> tuple[Finding, ...]:
    return (Finding(code, Subject("goals", goal.ref), values, basis=Basis.EXPECTED),)
