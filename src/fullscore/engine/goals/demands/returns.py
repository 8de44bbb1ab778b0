"""Returns: what comes back from people who leave, and from people who came for a time only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import floor

from fullscore.engine.calendars.workdays import DAY
from fullscore.engine.estate.facts import ItemFact, ModelFact, PersonFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.goals import days
from fullscore.engine.goals.demands.demand import Demand, Kit, place_of, seated, thing_unit
from fullscore.engine.goals.demands.refresh import due_on
from fullscore.engine.goals.goal import Assumption, Goal, House
from fullscore.engine.goals.kits.holdings import Holdings
from fullscore.engine.goals.kits.kit import Thing

# Working days from coming back to being given out again, where the model does not say.
USUAL_REFIT = 3


@dataclass(frozen=True, slots=True)
class Return:
    """Units of a thing that can be used again at a place from a day on; `until` they are due for refresh."""

    thing: Thing
    place: str | None
    since: date
    units: Trace
    why: str
    until: date | None = None
    assumptions: tuple[Assumption, ...] = ()
    # The goal it comes from; None for people who leave anyway.
    goal: str | None = None

    @property
    def quantity(self) -> Decimal:
        return Decimal(str(self.units.value))


@dataclass(frozen=True, slots=True)
class Given:
    """Units handed back on a day, and why."""

    day: date
    units: Trace
    why: str
    goal: str | None = None


def of_leavers(holdings: Holdings, house: House, last: date) -> Iterator[Return]:
    """Yield what people give back whose last day lies in [on, last]; seats are free the day after."""
    for people in holdings.leaving.values():
        for person in people:
            assert person.ends_on is not None
            if person.ends_on <= last:
                yield from _given_back(person, person.ends_on, holdings, house)


def _given_back(person: PersonFact, day: date, holdings: Holdings, house: House) -> Iterator[Return]:
    files, why = holdings.estate.files, f"{person.called} leaves on {day.day} {day:%B %Y}"
    for key in holdings.classes.get(person.ref, ()):
        for one in holdings.held[person.ref, key]:
            if isinstance(one, ItemFact):
                row = leaf(one.ref, source_of(one, "holder", files))
                due = due_on(one, holdings.models)
                model = holdings.models[one.model or ""]
                back = Trace(Decimal(1), op="count", args=(row,), note=why)
                found = _of_model(model, one.site or person.site, Given(day, back, why), house)
                if due is None or due > found.since:
                    yield Return(model, found.place, found.since, back, why, due, found.assumptions)
            else:
                pool = holdings.pools[one.pool]
                row = leaf(one.ref, source_of(one, "person", files))
                back = Trace(Decimal(1), pool.unit, "count", (row,), note=why)
                yield Return(pool, place_of(pool, person.site), _next(day, house), back, why)


def of_goal(goal: Goal, holdings: Holdings, kit: Kit, house: House) -> Iterator[Return]:
    """Yield what a shrinking team gives back at each step: what its kit says people hold, rounded down."""
    if goal.delta >= 0:
        return
    for site, before, after, day in seated(goal, holdings, house):
        for line in kit(goal.team.ref, site):
            if line.typed is not None or line.holders == 0:
                continue  # what nobody holds by name comes back to nobody
            exact = (after - before) * line.per_head
            people = Trace(after - before, "people", note="fewer people")
            product = Trace(exact, thing_unit(line.thing), "product", (people, line.trace))
            units = Trace(Decimal(floor(exact)), product.unit, "floor", (product,), note="comes back")
            if units.value != 0:
                why = f"{goal.team.name} has {after - before} people fewer"
                yield _back(line.thing, site, Given(days.day_of(day), units, why, goal.ref), house)


def of_temporary(demand: Demand, house: House) -> Return:
    """Return what comes back after the last day of people who are here for a time only."""
    assert demand.until is not None
    day = demand.until
    why = f"back after {day.day} {day:%B %Y}"
    return _back(demand.thing, demand.place, Given(day, demand.units, why, demand.peg), house)


def _back(thing: Thing, site: str | None, given: Given, house: House) -> Return:
    if isinstance(thing, ModelFact):
        return _of_model(thing, site, given, house)
    return Return(
        thing, place_of(thing, site), _next(given.day, house), given.units, given.why, goal=given.goal
    )


def _of_model(model: ModelFact, site: str | None, given: Given, house: House) -> Return:
    refit = USUAL_REFIT if model.refit_days is None else model.refit_days
    ready = house.calendar.workdays_after(house.calendar.on_or_after(given.day), refit)
    text = f"{model.name} can be given out again {refit} working days after it came back; nobody has said so"
    told = () if model.refit_days is not None else (Assumption(text, "models", model.ref, "refit_days"),)
    return Return(model, site, ready, given.units, given.why, assumptions=told, goal=given.goal)


def _next(day: date, house: House) -> date:
    return house.calendar.on_or_after(day + DAY)
