"""Both sides of a change in the same figures: what doing it disturbs, and what a week without it costs."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes import sides as sums
from fullscore.engine.changes.sides import Rate
from fullscore.engine.estate.graph import register_of
from fullscore.engine.estate.usage import Usage, usages
from fullscore.engine.findings.losses import PersonDay
from fullscore.engine.findings.trace import Trace
from fullscore.store import living as store
from fullscore.store.graph import read_uses
from fullscore.store.models import Change, Organisation
from fullscore.usecases.changes.living import clock
from fullscore.usecases.changes.living.effects import Effect
from fullscore.usecases.changes.living.values import Side, Sides
from fullscore.usecases.goals.house import house_of

_NO_RATE = "Say what a day of one person costs in Settings, and hours become money."
_NO_WAITING = "Say what a day later costs, and waiting has its figures."


def length(row: Change) -> Trace | None:
    """Return the hours the calendar is kept free for it; None while nobody has said."""
    if row.likely_hours is None:
        return None
    return sums.kept_free(row.likely_hours, row.rollback_hours or Decimal(0), row.ref)


def using(row: Change, done: Effect, on: date) -> tuple[Usage, ...]:
    """Return who works with the services that do not stay up."""
    hit = {node for node in done.impact.states if register_of(node) == "services"}
    if not hit:
        return ()
    day = row.starts_on or on
    return tuple(one for one in usages(read_uses(row.organisation_id), on=day) if one.service in hit)


def sides(row: Change, users: tuple[Usage, ...]) -> Sides:
    """Return both sides; what cannot be known is None, and says what would tell it."""
    rate = rate_of(row.organisation)
    return Sides(_doing(row, users, rate), _waiting(row, rate))


def rate_of(organisation: Organisation) -> Rate | None:
    """Return what an hour of one person costs here, None where nobody has said."""
    cost = organisation.person_day_cost
    if cost is None:
        return None
    day = date(2000, 1, 3)
    lasts = datetime.combine(day, organisation.closes_at) - datetime.combine(day, organisation.opens_at)
    hours = Decimal(int(lasts.total_seconds())) / 3600
    whose = PersonDay(cost, organisation.person_day_cost_by, organisation.person_day_cost_on)
    return Rate(whose, hours) if hours > 0 else None


def _doing(row: Change, users: tuple[Usage, ...], rate: Rate | None) -> Side:
    people = len({person for one in users for person in one.people})
    hours = _hours(row, users, people)
    money = sums.worth(hours, rate) if hours is not None and rate is not None else None
    return Side(people, hours, money, "" if rate else _NO_RATE)


def _hours(row: Change, users: tuple[Usage, ...], people: int) -> Trace | None:
    """Return the hours of work it disturbs: at its date what is used then, without one at most everything."""
    free = length(row)
    start = clock.planned(row.starts_on, row.starts_at, row.organisation.zone) if row.starts_at else None
    if free is None or start is None:
        return None if free is None else sums.at_most(people, free)
    minutes = int((Decimal(str(free.value)) * 60).to_integral_value())
    if minutes <= 0:
        return sums.at_most(people, free)
    day = start.date()
    closed = house_of(row.organisation_id, day).calendar.closed
    return sums.disturbed(users, Span(start, start + timedelta(minutes=minutes)), closed)


def _waiting(row: Change, rate: Rate | None) -> Side:
    people = store.people_of_goal(row.organisation_id, row.serves.partition("/")[0])
    if row.waiting_cost_day is None:
        return Side(people, None, None, _NO_WAITING)
    money = sums.week(row.waiting_cost_day, row.ref)
    return Side(people, sums.work_of(money, rate) if rate else None, money)
