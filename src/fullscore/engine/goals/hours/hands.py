"""One who sets things up: the hours of a week, less tickets, and the days without work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.estate.facts import AbsenceFact, PersonFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Source, Trace, leaf
from fullscore.engine.goals.goal import Assumption

DAY = timedelta(days=1)
USUAL_WEEK, PART_TIME_WEEK = Decimal(40), Decimal(20)
USUAL_TICKETS = 70
WHOLE = 100
NOBODY = "one person, assumed"


@dataclass(frozen=True, slots=True)
class Away:
    """Days without work, from `start` to the day before `back`, and the row that says so."""

    start: date
    back: date
    row: Source
    note: str


@dataclass(frozen=True, slots=True)
class Hand:
    """One who sets things up: free hours of a day at work, and the days without."""

    name: str
    a_day: Trace
    away: tuple[Away, ...] = ()

    @property
    def hours(self) -> Fraction:
        assert isinstance(self.a_day.value, Fraction)
        return self.a_day.value


def hand_of(
    person: PersonFact, absences: Sequence[AbsenceFact], files: Mapping[int, str], on: date, week: Trace
) -> tuple[Hand, tuple[Assumption, ...]]:
    hours, of_hours = _hours_week(person, files)
    tickets, of_tickets = _tickets(person, files)
    away = _away(person, absences, files)
    told = (*of_hours, *of_tickets)
    if person.status == "on leave" and not any(one.start <= on < one.back for one in away):
        away = (Away(on, date.max, source_of(person, "status", files), "on leave"),)
        text = f"{person.called} is on leave and no day of return is known, so none of their hours count"
        told = (Assumption(text, "people", person.ref, "status"),)
    return Hand(person.called, _a_day(hours, week, tickets), away), told


def _hours_week(person: PersonFact, files: Mapping[int, str]) -> tuple[Trace, tuple[Assumption, ...]]:
    if person.hours_week is not None:
        row = source_of(person, "hours_week", files)
        return Trace(person.hours_week, "hours", row=row, note=f"{person.called} works a week"), ()
    is_part = person.working_pattern == "part time"
    usual, pattern = (PART_TIME_WEEK, "part time") if is_part else (USUAL_WEEK, "full time")
    text = f"{person.called} works {usual} hours a week, as is usual {pattern}; nobody has said so"
    note = f"{person.called} works a week, as is usual {pattern}"
    return Trace(usual, "hours", note=note), (Assumption(text, "people", person.ref, "hours_week"),)


def _tickets(person: PersonFact, files: Mapping[int, str]) -> tuple[Trace, tuple[Assumption, ...]]:
    if person.ticket_share is not None:
        row = source_of(person, "ticket_share", files)
        return Trace(person.ticket_share, "%", row=row, note="goes into tickets"), ()
    text = f"{USUAL_TICKETS} % of the time of {person.called} goes into tickets; nobody has said so"
    told = Assumption(text, "people", person.ref, "ticket_share")
    return Trace(USUAL_TICKETS, "%", note="goes into tickets, as assumed"), (told,)


def assumed(week: Trace) -> Trace:
    hours = Trace(USUAL_WEEK, "hours", note="a person works a week, as is usual full time")
    return _a_day(hours, week, Trace(USUAL_TICKETS, "%", note="goes into tickets, as assumed"))


def nobody() -> Assumption:
    text = (
        f"One person with {USUAL_WEEK} hours a week, {USUAL_TICKETS} % of them for tickets, sets things up; "
        "nobody is ticked and no team is called IT"
    )
    return Assumption(text, "people", None, "sets_up")


def _a_day(hours: Trace, week: Trace, tickets: Trace) -> Trace:
    """Return the free hours of one day at work: the day's share of the week, without the tickets."""
    assert isinstance(hours.value, Decimal)
    assert isinstance(week.value, int)
    assert isinstance(tickets.value, int)
    exact, left = Fraction(hours.value) / week.value, WHOLE - tickets.value
    a_day = Trace(exact, "hours", "quotient", (hours, week), note="a day at work")
    rest = Trace(left, "%", "difference", (Trace(WHOLE, "%"), tickets), note="is left")
    return Trace(exact * left / WHOLE, "hours", "percent", (a_day, rest), note="free on a day at work")


def _away(person: PersonFact, absences: Sequence[AbsenceFact], files: Mapping[int, str]) -> tuple[Away, ...]:
    found = [
        Away(one.starts_on, _after(one.ends_on), source_of(one, "starts_on", files), "absent")
        for one in absences if one.starts_on <= one.ends_on
    ]  # fmt: skip
    if person.starts_on is not None:
        found.append(Away(date.min, person.starts_on, source_of(person, "starts_on", files), "not here yet"))
    if person.ends_on is not None:
        gone = Away(_after(person.ends_on), date.max, source_of(person, "ends_on", files), "no longer here")
        found.append(gone)
    return tuple(sorted(found, key=lambda one: (one.start, one.back, one.row.ref)))


def _after(day: date) -> date:
    """Return the next day; the last day there is, which people type for "for ever", has none."""
    return min(day, date.max - DAY) + DAY


def part(hand: Hand, working: Trace, open_days: Sequence[date]) -> Trace:
    """Return one person's free hours on these working days."""
    missed = tuple(
        leaf(day, found.row, f"{hand.name}: {found.note}")
        for day in open_days
        if (found := next((one for one in hand.away if one.start <= day < one.back), None))
    )
    count = len(open_days) - len(missed)
    there = working
    if missed:
        gone = Trace(len(missed), "working days", "count", missed, note=f"{hand.name} is not there")
        there = Trace(count, "working days", "difference", (working, gone), note="at work")
    return Trace(hand.hours * count, "hours", "product", (hand.a_day, there), note=hand.name)
