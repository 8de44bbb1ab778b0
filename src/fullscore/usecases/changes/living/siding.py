"""Both sides of a change in the same figures: what doing it disturbs, and what a week without it costs."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes import sides as sums
from fullscore.engine.changes.sides import Rate
from fullscore.engine.estate.graph import register_of
from fullscore.engine.estate.outages import Rates, outage
from fullscore.engine.estate.usage import Usage, usages
from fullscore.engine.findings.losses import PersonDay
from fullscore.engine.findings.trace import Trace
from fullscore.store import living as store
from fullscore.store.graph import read_services, read_uses
from fullscore.store.models import Change, Organisation
from fullscore.usecases.changes.living import clock
from fullscore.usecases.changes.living.effects import Effect
from fullscore.usecases.changes.living.values import Side, Sides
from fullscore.usecases.goals.house import house_of

_NO_RATE = "Say what a day of one person costs in Settings, and hours become money."
_NO_USE = "Say who uses what is affected, and whom it disturbs is known."
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


def sides(row: Change, done: Effect, users: tuple[Usage, ...]) -> Sides:
    """Return both sides; what cannot be known is None, and says what would tell it."""
    rate = rate_of(row.organisation)
    return Sides(_doing(row, done, users, rate), _waiting(row, rate))


def rate_of(organisation: Organisation) -> Rate | None:
    """Return what an hour of one person costs here, None where nobody has said."""
    cost = organisation.person_day_cost
    if cost is None:
        return None
    whose = PersonDay(cost, organisation.person_day_cost_by, organisation.person_day_cost_on)
    return Rate(whose, _day_hours(organisation))


def _day_hours(organisation: Organisation) -> Decimal:
    day = date(2000, 1, 3)
    lasts = datetime.combine(day, organisation.closes_at) - datetime.combine(day, organisation.opens_at)
    return Decimal(int(lasts.total_seconds())) / 3600 if lasts > timedelta() else Decimal(8)


def _doing(row: Change, done: Effect, users: tuple[Usage, ...], rate: Rate | None) -> Side:
    is_hit = any(register_of(node) == "services" for node in done.impact.states)
    if is_hit and not users:
        return Side(None, None, None, _NO_USE)
    span, free = _span(row), length(row)
    if span is None:
        people = len({person for one in users for person in one.people})
        hours = None if free is None else sums.at_most(people, free)
        money = sums.worth(hours, rate) if hours is not None and rate is not None else None
        return Side(people, hours, money, "" if rate else _NO_RATE)
    closed = house_of(row.organisation_id, span.start.date()).calendar.closed
    hours = sums.disturbed(users, span, closed)
    rates = Rates(
        read_services(row.organisation_id), rate.day if rate else None, _day_hours(row.organisation)
    )
    lost = outage(done.impact.states, users, span, rates, closed)
    # What nobody works with at that time costs nothing, whatever an hour of it may cost.
    money = lost.money or (sums.worth(hours, rate) if rate else None)
    return Side(len(lost.people), hours, money, "" if money else _NO_RATE)


def _span(row: Change) -> Span | None:
    """Return when it is to be; None without a day, a time or a length."""
    start = clock.planned(row.starts_on, row.starts_at, row.organisation.zone) if row.starts_at else None
    free = length(row)
    minutes = int(sums.amount(free) * 60) if free else 0
    return Span(start, start + timedelta(minutes=minutes)) if start and minutes else None


def _waiting(row: Change, rate: Rate | None) -> Side:
    people = store.people_of_goal(row.organisation_id, row.serves.partition("/")[0])
    if row.waiting_cost_day is None:
        return Side(people, None, None, _NO_WAITING)
    money = sums.week(row.waiting_cost_day, row.ref)
    return Side(people, sums.work_of(money, rate) if rate else None, money)
