"""Planning a goal: read the organisation whole, let the engine answer, hand out the document.

Everything that calls the engine's plan stands here, so that asked, kept and accepted goals are all planned
in one way: the asked one together with what accepted ones still ask for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.facts import Estate
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.goals import canonical, document, keeping, later, parts, placing, plan, scope, wording
from fullscore.engine.goals.goal import Goal, House, Reading
from fullscore.engine.goals.keeping import Left
from fullscore.engine.goals.placing import Placed
from fullscore.engine.goals.plan import Plan
from fullscore.engine.registers.access import Member, Right
from fullscore.store import goals as store
from fullscore.store import reading
from fullscore.store.models import KeptPlan
from fullscore.usecases.goals import recalling
from fullscore.usecases.goals.house import house_of
from fullscore.usecases.goals.values import PlanDocument, Sums, WhatIf
from fullscore.usecases.registers.values import RefusedError

# No calendar of holidays is known beyond these years.
EARLIEST, LATEST = 2000, 2100


class GoalNotUnderstoodError(RefusedError):
    """The sentence leaves a question open; `reading` holds what was understood of it."""

    def __init__(self, understood: Reading) -> None:
        super().__init__(*understood.refusals)
        self.reading = understood


@dataclass(frozen=True, slots=True)
class Situation:
    """An organisation on one day, read whole; `accepted` is what its accepted plans still ask for.

    `asked` is what is left of a kept goal that is planned again; it is not among the accepted ones.
    """

    house: House
    estate: Estate
    ages: Mapping[str, str]
    accepted: Left
    asked: Goal | None = None


def plan_goal(*, by: Member, sentence: str, on: date) -> PlanDocument:
    """Return the plan for a sentence; raises `GoalNotUnderstoodError` with every open question."""
    by.require(Right.PLAN_GOALS)

    def worked_out() -> PlanDocument:
        here = situation(by, on)
        return answered(here, understood(here, sentence))

    return recalling.recalled(("plan", by.organisation_id, by.role, on, sentence), worked_out)


def what_if(*, by: Member, sentence: str, on: date) -> WhatIf:
    """Return a goal's plan beside the accepted ones, and the sums without and with it; keeps nothing."""
    by.require(Right.PLAN_GOALS)
    here = situation(by, on)
    asked = understood(here, sentence)
    assert asked.goal is not None
    return WhatIf(
        answered(here, asked),
        _sums(_made(here, here.accepted.goals)),
        _sums(_made(here, (asked.goal, *here.accepted.goals))),
    )


def situation(by: Member, on: date, *, asked: KeptPlan | None = None) -> Situation:
    """Read the organisation for one day; a kept plan `asked` again stands beside the accepted ones."""
    refuse_far(on)
    house = house_of(by.organisation_id, on)
    estate = reading.read_estate(by.organisation_id)
    wrong = parts.refusals(estate)
    if wrong:
        raise RefusedError(*wrong)
    left = keeping.left_of(_goals(by, asked, estate), estate, house)
    own = asked.ref if asked else None
    return Situation(
        house,
        estate,
        {kind: at.isoformat() for kind, at in reading.read_data_age(by.organisation_id).items()},
        Left(tuple(goal for goal in left.goals if goal.ref != own), left.findings),
        next((goal for goal in left.goals if goal.ref == own), None),
    )


def refuse_far(*days: date) -> None:
    """Raise `RefusedError` for a day no calendar reaches."""
    for day in days:
        if not EARLIEST <= day.year <= LATEST:
            raise RefusedError(Finding("day-out-of-reach", Subject("goals", "on"), {"on": day}))


def _goals(by: Member, asked: KeptPlan | None, estate: Estate) -> list[Goal]:
    """Return the goals of the accepted plans and of the one that is asked, in the order of keeping."""
    rows = {row.number: row for row in store.accepted(by.organisation_id)}
    if asked:
        rows[asked.number] = asked
    return [keeping.from_plain(row.goal, estate, ref=row.ref) for _, row in sorted(rows.items())]


def understood(here: Situation, sentence: str) -> Reading:
    """Return what a sentence means; raises `GoalNotUnderstoodError` with every open question."""
    found = wording.read(sentence, estate=here.estate, house=here.house)
    if found.goal is None:
        raise GoalNotUnderstoodError(found)
    return found


def answered(here: Situation, asked: Reading) -> PlanDocument:
    """Return the document of an asked goal, netted together with the accepted ones."""
    assert asked.goal is not None
    ground = scope.ground_of(here.estate, here.house, (asked.goal, *here.accepted.goals))

    def plan_of(goal: Goal) -> Plan:
        goals = (goal, *here.accepted.goals)
        return plan.plan(goals, estate=here.estate, house=here.house, asked=goal.ref, ground=ground)

    def say(goal: Goal) -> str:
        return canonical.canonical(goal, here.house)

    made = plan_of(asked.goal)
    beside = keeping.beside(asked.goal, here.accepted.goals)
    told = replace(asked, findings=(*asked.findings, *beside, *here.accepted.findings))
    starts = later.starts(asked.goal, made, here.house, plan_of=plan_of, say=say)
    return PlanDocument(
        document.document(told, made, here.house, here.ages, starts),
        here.house.calendar.closed_between(here.house.on, made.horizon[1]),
        {site.ref: site.name for site in here.estate.sites},
    )


def parts_of(here: Situation, plans: frozenset[str]) -> tuple[Placed, ...]:
    """Return what each accepted plan asks to be ordered, all netted together."""
    return placing.parts(_made(here, here.accepted.goals), plans)


def _made(here: Situation, goals: Sequence[Goal]) -> Plan:
    return plan.plan(goals, estate=here.estate, house=here.house)


def _sums(made: Plan) -> Sums:
    once, year = made.totals.once.value, made.totals.year.value
    assert isinstance(once, Decimal)
    assert isinstance(year, Decimal)
    return Sums(once, year, made.totals.is_complete, len(made.orders))


def teams_to_ask_for(*, by: Member) -> tuple[str, ...]:
    """Return the names of the teams a goal may name, the largest first."""
    by.require(Right.PLAN_GOALS)
    return reading.read_team_names(by.organisation_id)
