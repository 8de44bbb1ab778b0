"""A plan: goals in, requirements, what was assumed and what is to be said out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, partial

from fullscore.engine.estate.facts import Estate
from fullscore.engine.findings.finding import Basis, Finding, Subject, Value
from fullscore.engine.findings.trace import Trace, named
from fullscore.engine.goals import days, demand, holdings, kits, ordering, setup
from fullscore.engine.goals.goal import Assumption, Goal, House
from fullscore.engine.goals.requirement import Late, Requirement

HORIZON = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Totals:
    """What all orders cost; not complete where a price is missing."""

    once: Trace
    year: Trace
    is_complete: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What must be there by when. `orders` earliest first; `covered` is what there is enough of."""

    goals: tuple[Goal, ...]
    horizon: tuple[date, date]
    site_splits: Mapping[str, Mapping[str, int]]
    orders: tuple[Requirement, ...]
    covered: tuple[Requirement, ...]
    findings: tuple[Finding, ...]
    assumptions: tuple[Assumption, ...]
    totals: Totals


def plan(goals: Sequence[Goal], *, estate: Estate, house: House) -> Plan:
    """Return the plan for all goals netted together; the order they are given in does not matter."""
    known = holdings.look_up(estate, house.on)
    kit = cache(partial(kits.learn, known))
    together: dict[tuple[str, str], list[demand.Demand]] = {}
    for goal in sorted(goals, key=lambda one: (one.need_by, one.ref)):
        for one in demand.explode(goal, known, kit):
            together.setdefault(one.key, []).append(one)
    made = [ordering.order(demands, known, house) for _, demands in sorted(together.items())]
    needs = sorted((one for ordered in made for one in ordered.requirements), key=_by_urgency)
    orders = tuple(one for one in needs if one.is_order)
    findings = (
        *(one for ordered in made for one in ordered.findings),
        *_late(orders),
        *_nothing(goals, made),
    )
    return Plan(
        tuple(goals), _horizon(goals, house.on), {goal.ref: _split(goal, known) for goal in goals},
        orders, tuple(one for one in needs if not one.is_order), findings, _assumptions(goals, needs, known),
        _totals(orders),
    )  # fmt: skip


def _by_urgency(requirement: Requirement) -> tuple[date, str, str]:
    return requirement.order_by, requirement.name, requirement.ref


def _split(goal: Goal, known: holdings.Holdings) -> Mapping[str, int]:
    members = known.teams.get(goal.team.ref, ())
    return {site: count for site, count in demand.split(members, goal.delta).items() if site is not None}


def _horizon(goals: Sequence[Goal], on: date) -> tuple[date, date]:
    return on, max((on + HORIZON, *(goal.period.end for goal in goals)))


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


def _nothing(goals: Sequence[Goal], made: Sequence[ordering.Ordered]) -> list[Finding]:
    """Say so when people come and nothing is known of what they need."""
    growing = [goal for goal in goals if goal.delta > 0]
    if made or not growing:
        return []
    return [
        Finding("kit-nothing-known", Subject("teams", goal.team.ref), {"team": goal.team.name})
        for goal in growing
    ]


def _assumptions(
    goals: Sequence[Goal], needs: Sequence[Requirement], known: holdings.Holdings
) -> tuple[Assumption, ...]:
    told = dict.fromkeys(one for need in needs for one in need.assumptions)
    everyone = [
        Assumption(f"All {goal.delta} start on the same day", "goals", goal.ref, "period")
        for goal in goals if goal.delta > 1
    ]  # fmt: skip
    kits = [_learned(goal) for goal in goals if goal.delta > 0 and needs]
    shared = [setup.SHARED] if any(need.is_order for need in needs) else []
    moving = [one for goal in goals for one in _coming_and_going(goal, known)]
    return (*everyone, *moving, *kits, *told, *shared)


def _coming_and_going(goal: Goal, known: holdings.Holdings) -> list[Assumption]:
    """Say who of the team is registered to come or to leave before the period ends."""
    end = goal.period.end
    team = [one for one in known.estate.people if one.team == goal.team.ref]
    coming = sum(one.starts_on is not None and known.on < one.starts_on <= end for one in team)
    going = sum(one.ends_on is not None and known.on <= one.ends_on < goal.need_by for one in team)
    told = []
    if coming and goal.delta > 0:
        text = f"{coming} of the {goal.delta} new people may be in the register already, with a later start"
        told.append(Assumption(text, "teams", goal.team.ref))
    if going:
        text = f"{going} of the {goal.head_from} leave before; what they hold is not counted as free"
        told.append(Assumption(text, "teams", goal.team.ref))
    return told


def _learned(goal: Goal) -> Assumption:
    text = f"New people in {goal.team.name} get what its {goal.head_from} people hold today"
    return Assumption(text, "teams", goal.team.ref)


def _totals(orders: Sequence[Requirement]) -> Totals:
    costs = [one.cost for one in orders if one.cost is not None]
    once = [cost.once for cost in costs if cost.once is not None]
    year = [cost.year for cost in costs if cost.year is not None]
    return Totals(
        named(_sum(once), "cost_once"), named(_sum(year), "cost_year"), all(cost.is_known for cost in costs)
    )


def _sum(parts: Sequence[Trace]) -> Trace:
    total = sum((part.value for part in parts if isinstance(part.value, Decimal)), Decimal(0))
    return Trace(total, "money", "sum", tuple(parts))
