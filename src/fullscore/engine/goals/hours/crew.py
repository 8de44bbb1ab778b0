"""The crew: who sets things up, and the hours each has free for it on a day."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import accumulate

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import AbsenceFact, Estate, PersonFact, TeamFact
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals import days
from fullscore.engine.goals.goal import Assumption, House
from fullscore.engine.goals.hours.hands import DAY, NOBODY, Away, Hand, assumed, hand_of, nobody, part

# What teams that run IT are called, once words like "department" are gone.
IT_NAMES = frozenset({"it", "ict", "information technology", "information systems", "informatics"})
_OF_A_TEAM = frozenset(
    {"department", "dept", "team", "group", "service", "services", "support", "operations"}
)


@dataclass(frozen=True, slots=True)
class Crew:
    """Everybody who sets things up. `hours` are free before, between and after the days in `turns`."""

    name: str
    hands: tuple[Hand, ...]
    calendar: Calendar
    turns: tuple[date, ...]
    hours: tuple[Fraction, ...]
    assumptions: tuple[Assumption, ...] = ()

    def free(self, day: date) -> Fraction:
        """Return the hours all of them together have for setting up on that day."""
        return self.between(day) if self.calendar.is_workday(day) else Fraction(0)

    def between(self, day: date) -> Fraction:
        """Return the hours of a day as if it were a working day."""
        return self.hours[bisect_right(self.turns, day)]

    def trace(self, first: date, last: date) -> Trace:
        """Return the free hours from the first day to the last, person by person."""
        eve = Trace(first - DAY, note="counted from the day after")
        working = days.between(self.calendar, eve, Trace(last))
        span = [first + DAY * step for step in range((last - first).days + 1)]
        open_days = [day for day in span if self.calendar.is_workday(day)]
        parts = tuple(part(hand, working, open_days) for hand in self.hands)
        total = sum((part.value for part in parts if isinstance(part.value, Fraction)), Fraction(0))
        return Trace(total, "hours", "sum", parts, note=f"free for setting up: {self.name}")


def crew_of(estate: Estate, house: House) -> Crew:
    """Return who sets things up: those ticked, else the team called IT, else one person who is assumed."""
    people = _people(estate, house.on)
    absences: dict[str, list[AbsenceFact]] = {}
    for absence in estate.absences:
        absences.setdefault(absence.person, []).append(absence)
    week = _week(house.calendar)
    if not people:
        return _crew(NOBODY, (Hand(NOBODY, assumed(week)),), house.calendar, (nobody(),))
    made = [hand_of(one, absences.get(one.ref, []), estate.files, house.on, week) for one in people]
    told = tuple(one for _, assumptions in made for one in assumptions)
    return _crew(_name(people), tuple(hand for hand, _ in made), house.calendar, told)


def _crew(name: str, hands: tuple[Hand, ...], calendar: Calendar, told: tuple[Assumption, ...]) -> Crew:
    return Crew(name, hands, calendar, *_turns(hands), told)


def _people(estate: Estate, on: date) -> tuple[PersonFact, ...]:
    """Return the crew in the order of refs; who starts later belongs to it, and has no hours before."""
    staying = sorted(
        (one for one in estate.people if one.status != "left" and (one.ends_on is None or one.ends_on >= on)),
        key=lambda one: one.ref,
    )
    ticked = tuple(one for one in staying if one.sets_up)
    if ticked:
        return ticked
    teams = {team.ref for team in estate.teams if _is_it(team)}
    return tuple(one for one in staying if one.team in teams)


def _is_it(team: TeamFact) -> bool:
    return any(_bare(words) in IT_NAMES for words in (team.name, team.ref))


def _bare(words: str) -> str:
    """Return a team's name without what any team may be called: "The IT-Department" is "it"."""
    parts = words.casefold().replace("-", " ").replace("_", " ").replace("&", " ").split()
    return " ".join(part for part in parts if part not in _OF_A_TEAM and part != "the")


def _name(people: Sequence[PersonFact]) -> str:
    return people[0].called if len(people) == 1 else f"IT, {len(people)} people"


def _week(calendar: Calendar) -> Trace:
    return Trace(len(set(calendar.weekdays)), "days", note="days of a working week")


def _turns(hands: Sequence[Hand]) -> tuple[tuple[date, ...], tuple[Fraction, ...]]:
    """Return the days on which free hours change, and the hours before the first and from each on."""
    change: defaultdict[date, Fraction] = defaultdict(Fraction)
    for hand in hands:
        for start, back in _merged(hand.away):
            change[start] -= hand.hours
            change[back] += hand.hours
    turns = tuple(sorted(change))
    whole = sum((hand.hours for hand in hands), Fraction(0))
    return turns, tuple(accumulate((change[day] for day in turns), initial=whole))


def _merged(away: Sequence[Away]) -> list[tuple[date, date]]:
    """Return spans without overlap: two absences on one day take the day once."""
    spans: list[tuple[date, date]] = []
    for one in away:
        if spans and one.start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], one.back))
        else:
            spans.append((one.start, one.back))
    return spans
