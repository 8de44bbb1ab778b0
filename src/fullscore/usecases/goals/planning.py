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
from fullscore.engine.goals.goal import Goal, House, Reading
from fullscore.engine.goals.kits import parts
from fullscore.engine.goals.plans import document, keeping, later, placing, plan, scope
from fullscore.engine.goals.plans.keeping import Left
from fullscore.engine.goals.plans.placing import Placed
from fullscore.engine.goals.plans.plan import Plan
from fullscore.engine.goals.sentences import canonical, wording
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
# Items and seats of an organisation that is remembered whole between two questions.
LARGEST_KEPT = 10_000


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
        here = _known(by, on)
        return answered(here, understood(here, sentence))

    return recalling.recalled(("plan", by.organisation_id, by.role, on, sentence), worked_out)


def what_if(*, by: Member, sentence: str, on: date) -> WhatIf:
    """Return a goal's plan beside the accepted ones, and the sums without and with it; keeps nothing."""
    by.require(Right.PLAN_GOALS)
    here = _known(by, on)
    asked = understood(here, sentence)
    assert asked.goal is not None
    return WhatIf(
        answered(here, asked),
        _sums(_made(here, here.accepted.goals)),
        _sums(_made(here, (asked.goal, *here.accepted.goals))),
    )


def _known(by: Member, on: date) -> Situation:
    """Return the situation as it was read for an earlier question, where nothing was written since."""
    return recalling.recalled(("situation", by.organisation_id, on), lambda: situation(by, on), _is_usual)


def _is_usual(here: Situation) -> bool:
    """Return whether an organisation is of the size this is made for; others would fill the memory."""
    return len(here.estate.items) + len(here.estate.seats) <= LARGEST_KEPT


def situation(
    by: Member, on: date, *, asked: KeptPlan | None = None, without: KeptPlan | None = None
) -> Situation:
    """Read the organisation for one day; a kept plan `asked` again stands beside the accepted ones.

    The plan `without` which it is to be counts as not accepted.
    """
    refuse_far(on)
    house = house_of(by.organisation_id, on)
    estate = reading.read_estate(by.organisation_id)
    wrong = parts.refusals(estate)
    if wrong:
        raise RefusedError(*wrong)
    rows = {row.number: row for row in store.accepted(by.organisation_id) if row != without}
    if asked:
        rows[asked.number] = asked
    # In the order of keeping, from which their heads are counted.
    kept = [keeping.from_plain(row.goal, estate, ref=row.ref) for _, row in sorted(rows.items())]
    left = keeping.left_of(kept, estate, house)
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


def parts_of(here: Situation) -> tuple[Placed, ...]:
    """Return what each accepted plan, and the one that is asked, wants ordered; all netted together."""
    goals = (*here.accepted.goals, *((here.asked,) if here.asked else ()))
    return placing.parts(_made(here, goals), frozenset(goal.ref for goal in goals))


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
    of = by.organisation_id
    return recalling.recalled(("teams", of), lambda: reading.read_team_names(of))
