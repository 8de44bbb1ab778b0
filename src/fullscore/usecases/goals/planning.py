"""Planning a goal: read the organisation whole, let the engine answer, hand out the document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.goals import document, plan, wording
from fullscore.engine.goals.document import Document
from fullscore.engine.goals.goal import Reading
from fullscore.engine.registers.access import Member, Right
from fullscore.store import reading
from fullscore.usecases.goals.house import house_of
from fullscore.usecases.registers.values import RefusedError

# No calendar of holidays is known beyond these years.
EARLIEST, LATEST = 2000, 2100


class GoalNotUnderstoodError(RefusedError):
    """The sentence leaves a question open; `reading` holds what was understood of it."""

    def __init__(self, understood: Reading) -> None:
        super().__init__(*understood.refusals)
        self.reading = understood


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A plan as every door shows it: `fullscore/plan/1`; beside it what a drawing of it needs.

    `closed` are the days nobody works from `on` to the last day of the plan, `places` the sites' names.
    """

    content: Document
    closed: tuple[tuple[date, str], ...]
    places: Mapping[str, str]


def plan_goal(*, by: Member, sentence: str, on: date) -> PlanDocument:
    """Return the plan for a sentence; raises `GoalNotUnderstoodError` with every open question."""
    by.require(Right.PLAN_GOALS)
    if not EARLIEST <= on.year <= LATEST:
        raise RefusedError(Finding("day-out-of-reach", Subject("goals", "on"), {"on": on}))
    house = house_of(by.organisation_id, on)
    estate = reading.read_estate(by.organisation_id)
    ages = reading.read_data_age(by.organisation_id)
    understood = wording.read(sentence, estate=estate, house=house)
    if understood.goal is None:
        raise GoalNotUnderstoodError(understood)
    made = plan.plan([understood.goal], estate=estate, house=house)
    moments = {source: moment.isoformat() for source, moment in ages.items()}
    return PlanDocument(
        document.document(understood, made, house, moments),
        house.calendar.closed_between(on, made.horizon[1]),
        {site.ref: site.name for site in estate.sites},
    )


def teams_to_ask_for(*, by: Member) -> tuple[str, ...]:
    """Return the names of the teams a goal may name, the largest first."""
    by.require(Right.PLAN_GOALS)
    return reading.read_team_names(by.organisation_id)
