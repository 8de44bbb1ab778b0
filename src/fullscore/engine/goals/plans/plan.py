"""A plan: goals in, requirements, what was assumed and what is to be said out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.estate.facts import Estate
from fullscore.engine.findings.finding import Basis, Finding, Subject, Value
from fullscore.engine.findings.trace import Trace, named
from fullscore.engine.goals import days
from fullscore.engine.goals.demands import demand, refresh
from fullscore.engine.goals.demands.returns import Return
from fullscore.engine.goals.goal import Assumption, Goal, House
from fullscore.engine.goals.hours.workload import Week
from fullscore.engine.goals.kits.holdings import Holdings
from fullscore.engine.goals.orders.requirement import Late, Requirement
from fullscore.engine.goals.plans import background
from fullscore.engine.goals.plans.planner import Made, Planner
from fullscore.engine.goals.plans.scope import Ground, ground_of, scope_of


@dataclass(frozen=True, slots=True)
class Totals:
    """What all orders cost and how long they take to set up; not complete where a price is missing."""

    once: Trace
    year: Trace
    hours: Trace
    is_complete: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What must be there by when. `orders` earliest first; `covered` is what there is enough of.

    All goals, refresh, trends and returns are netted together; of the requirements those are kept in which
    a goal that was asked for has a share.
    """

    goals: tuple[Goal, ...]
    horizon: tuple[date, date]
    site_splits: Mapping[str, Mapping[str, int]]
    registered: Mapping[str, int]
    orders: tuple[Requirement, ...]
    covered: tuple[Requirement, ...]
    findings: tuple[Finding, ...]
    assumptions: tuple[Assumption, ...]
    totals: Totals
    weeks: tuple[Week, ...]
    crew: str
    short_hours: Fraction
    returns: tuple[Return, ...]


def plan(
    goals: Sequence[Goal],
    *,
    estate: Estate,
    house: House,
    asked: str | None = None,
    ground: Ground | None = None,
) -> Plan:
    """Return the plan for all goals netted together; the order they are given in does not matter.

    `asked` names the goal whose lines are wanted: those in which it has a share; without it every goal's
    are. `ground` is what an earlier plan for the same estate and day started from. Raises `ValueError` for
    a cyclic kit (`parts.refusals`).
    """
    start = ground or ground_of(estate, house, goals)
    scope = scope_of(goals, start)
    planner = Planner(start, scope)
    made = planner.made()
    wanted = frozenset({asked} if asked else {goal.ref for goal in goals})
    asked_for = [goal for goal in scope.goals if goal.ref in wanted]
    serving = (one for one in made.requirements if _serves(one, wanted, with_share=asked is not None))
    lines = sorted(serving, key=_by_urgency)
    orders = tuple(one for one in lines if one.is_order)
    findings = (
        *_about(made),
        *_late(orders),
        *(said for one in orders for said in one.findings),
        *_nothing(asked_for, made.requirements),
    )
    weeks, told = background.weeks(made, planner.background(), start, lines)
    return Plan(
        tuple(asked_for), (house.on, scope.last),
        {goal.ref: _split(goal, start.holdings) for goal in asked_for},
        {goal.ref: _registered(goal, start.holdings) for goal in asked_for},
        orders, tuple(one for one in lines if not one.is_order), findings,
        (*_assumptions(asked_for, lines, start), *told), _totals(orders, lines), weeks, start.crew.name,
        sum((one.hours for one in made.loading.overload), Fraction(0)),
        made.returns,
    )  # fmt: skip


def _serves(one: Requirement, wanted: frozenset[str], *, with_share: bool) -> bool:
    """Return whether a line is about one of the goals; `with_share`: of an order they cause some of it."""
    if one.is_order and with_share:
        return any(peg.goal in wanted and peg.quantity > 0 for peg in one.pegs)
    return any(goal in wanted for goal in one.served)


def _about(made: Made) -> list[Finding]:
    """Return each finding once, those of the work last."""
    return list({(one.code, one.subject): one for one in (*made.findings, *made.loading.findings)}.values())


def _by_urgency(requirement: Requirement) -> tuple[date, str, str, str]:
    return requirement.order_by, requirement.name, requirement.ref, requirement.place or ""


def _split(goal: Goal, known: Holdings) -> Mapping[str, int]:
    return {site: count for site, count in demand.sites_of(goal, known).items() if site is not None}


def _registered(goal: Goal, known: Holdings) -> int:
    return min(len(demand.coming(goal, known)), max(0, goal.delta))


def _late(orders: Sequence[Requirement]) -> list[Finding]:
    return [_late_one(one, one.timing.late) for one in orders if one.timing and one.timing.late]


def _late_one(one: Requirement, late: Late) -> Finding:
    values: dict[str, Value] = {
        "name": one.name, "quantity": one.ordered, "unit": one.unit, "need_by": one.need_by,
        "order_by": one.order_by, "earliest": days.day_of(late.earliest),
        "people": days.count_of(late.people), "working_days": days.count_of(late.working_days),
    }  # fmt: skip
    subject = Subject(one.register, one.ref)
    return Finding("requirement-late", subject, values, act_by=one.order_by, basis=Basis.EXPECTED)


def _nothing(goals: Sequence[Goal], made: Sequence[Requirement]) -> list[Finding]:
    """Say so when people come and nothing is known of what they need."""
    served = {ref for one in made for ref in one.served}
    return [
        Finding("kit-nothing-known", Subject("teams", goal.team.ref), {"team": goal.team.name})
        for goal in goals if goal.delta > 0 and goal.ref not in served
    ]  # fmt: skip


def _assumptions(
    goals: Sequence[Goal], lines: Sequence[Requirement], start: Ground
) -> tuple[Assumption, ...]:
    told = dict.fromkeys(one for line in lines for one in line.assumptions)
    everyone = [
        Assumption(f"All {abs(goal.delta)} start on the same day", "goals", goal.ref, "period")
        for goal in goals if goal.delta > 1 and not goal.arrivals
    ]  # fmt: skip
    kits = [_learned(goal) for goal in goals if goal.delta > 0 and lines]
    going = [one for goal in goals for one in _moving(goal, start.holdings)]
    crew = start.crew.assumptions if any(line.is_order for line in lines) else ()
    return tuple(
        dict.fromkeys((*everyone, *going, *kits, *told, *crew, *refresh.overdue(start.holdings, start.house)))
    )


def _moving(goal: Goal, known: Holdings) -> list[Assumption]:
    """Say who is registered to come, and who leaves before: nobody replaces those."""
    coming = _registered(goal, known)
    text = f"{coming} of the {goal.delta} new people are in the register already, with their first day"
    told = [Assumption(text, "teams", goal.team.ref)] if coming else []
    going = [
        one for one in known.leaving.get(goal.team.ref, ()) if one.ends_on and one.ends_on < goal.need_by
    ]
    if not going:
        return told
    text = f"{len(going)} of the {goal.head_from} leave before; the goal does not replace them"
    return [*told, Assumption(text, "teams", goal.team.ref)]


def _learned(goal: Goal) -> Assumption:
    text = f"New people in {goal.team.name} get what its {goal.head_from} people hold today"
    if not goal.team.ref:
        text = "New people get what everybody here holds today"
    return Assumption(text, "teams", goal.team.ref or None)


def _totals(orders: Sequence[Requirement], lines: Sequence[Requirement]) -> Totals:
    costs = [one.cost for one in orders if one.cost is not None]
    once = [cost.once for cost in costs if cost.once is not None]
    year = [cost.year for cost in costs if cost.year is not None]
    hours = [one.hours for one in lines if one.hours is not None]
    return Totals(
        named(_sum(once, "money"), "cost_once"), named(_sum(year, "money"), "cost_year"),
        named(_sum(hours, "hours"), "hours"), all(cost.is_known for cost in costs),
    )  # fmt: skip


def _sum(parts: Sequence[Trace], unit: str) -> Trace:
    total = sum((part.value for part in parts if isinstance(part.value, Decimal)), Decimal(0))
    return Trace(total, unit, "sum", tuple(parts))
