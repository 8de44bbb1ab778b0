"""What an hour of the clock without a service costs on average of a week: from who works with it and when."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from fullscore.engine.calendars.clock import zone_of
from fullscore.engine.calendars.spans import Span
from fullscore.engine.estate.graph import Node, State, node_of
from fullscore.engine.estate.impact import Index, impact, indexed
from fullscore.engine.estate.outages import Outage, Rates, outage
from fullscore.engine.estate.usage import Usage, usages
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.store import graph as store
from fullscore.store.models import Organisation
from fullscore.usecases.changes.living.siding import rate_of

HOURS = 168
_WEEK = leaf(HOURS, note="hours of the clock in a week")


@dataclass(frozen=True, slots=True)
class Week:
    """A standard week: what rests on what, who works with it when, and what that costs.

    It is a week without holidays, so that the figure is the same whichever week follows.
    """

    index: Index
    usages: tuple[Usage, ...]
    rates: Rates
    span: Span

    def without(self, service: str) -> Outage:
        """Return what a whole week without a service takes, with all that goes down with it."""
        found = impact(self.index, {node_of("services", service): State.DOWN}, hours=None)
        hit: set[Node] = set(found.states)
        return outage(found.states, [use for use in self.usages if use.service in hit], self.span, self.rates)


def week_of(organisation: Organisation, on: date) -> Week:
    """Return the week from the first Monday after a day, on the organisation's clock."""
    day = on + timedelta(days=7 - on.weekday())
    zone = zone_of(organisation.zone)
    ends = (datetime.combine(each, time.min, zone) for each in (day, day + timedelta(days=7)))
    rate = rate_of(organisation)
    services = store.read_services(organisation.pk)
    rates = Rates(services) if rate is None else Rates(services, rate.day, rate.hours)
    return Week(
        indexed(store.read_graph(organisation.pk)), usages(store.read_uses(organisation.pk), on=on), rates,
        Span(*ends),
    )  # fmt: skip


def an_hour(found: Outage) -> Trace | None:
    """Return what an hour of the clock costs on average of the week; None where nobody has said a figure."""
    money = found.money
    if money is None or money.value is None:
        return None
    value = Fraction(str(money.value)) / HOURS
    return Trace(value, op="quotient", args=(money, _WEEK), note="an hour of the clock")
