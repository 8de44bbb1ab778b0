"""A goal: a team, how many, by when; and what was made of the sentence it came from."""

from dataclasses import dataclass
from datetime import date

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import SiteFact, TeamFact
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.periods import Period, Reckoning


@dataclass(frozen=True, slots=True)
class House:
    """What the organisation has settled: its currency, its days, and the days its vendors work."""

    organisation: str
    currency: str
    reckoning: Reckoning
    calendar: Calendar
    vendor_calendar: Calendar

    @property
    def on(self) -> date:
        return self.reckoning.on


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken for granted, and the field that would settle it where there is one."""

    text: str
    register: str | None = None
    ref: str | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """So many people on one working day: one step of a ramp."""

    on: date
    people: int


@dataclass(frozen=True, slots=True)
class Goal:
    """A headcount goal. `until` is the last day of people who come for a time only.

    `arrivals` is the ramp, earliest first; its people add up to the absolute change. Empty: everybody on
    `need_by`. `site` names where the new people sit (None: at the team's sites in their proportions);
    `is_new_site` says that nobody works there yet. `priority` 1 is served before 9 on the same day.
    """

    ref: str
    team: TeamFact
    head_from: int
    head_to: int
    period: Period
    need_by: date
    until: date | None = None
    arrivals: tuple[Arrival, ...] = ()
    site: SiteFact | None = None
    is_new_site: bool = False
    priority: int = 5

    def __post_init__(self) -> None:
        if self.arrivals and sum(one.people for one in self.arrivals) != abs(self.delta):
            raise ValueError(f"The ramp of {self.ref} does not add up to {abs(self.delta)} people.")

    @property
    def delta(self) -> int:
        return self.head_to - self.head_from

    @property
    def steps(self) -> tuple[Arrival, ...]:
        """Return who comes (or goes) when; without a ramp all of them on the day of need."""
        return self.arrivals or (Arrival(self.need_by, abs(self.delta)),)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence was understood as. A refused one has no goal and says why in `refusals`."""

    sentence: str
    goal: Goal | None
    refusals: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    not_understood: tuple[str, ...] = ()
    trace: Trace | None = None
    # The parts that were understood, also when the whole was not.
    team: TeamFact | None = None
    period: Period | None = None
    need_by: date | None = None


def refusal(code: str, sentence: str, **values: Value) -> Finding:
    """Return a finding about the sentence itself."""
    return Finding(code, Subject("goals", sentence[:80]), dict(values))
