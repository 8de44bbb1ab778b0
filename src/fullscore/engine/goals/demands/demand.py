"""Gross requirements: newcomers by site and step, times what each needs, per thing and place."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.estate.facts import PersonFact, PoolFact
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals import days
from fullscore.engine.goals.goal import Assumption, Goal, House
from fullscore.engine.goals.kits.holdings import Holdings
from fullscore.engine.goals.kits.kit import KitLine, Thing
from fullscore.engine.goals.periods import Edge

# What is behind a demand that no goal asks for.
REFRESH, TREND = "refresh", "trend"
USUAL_PRIORITY = 5


@dataclass(frozen=True, slots=True)
class Demand:
    """Whole units of one thing that must work at a place on a day, and on whose account (`peg`).

    `place` is a site's ref, None for what is not bound to one. `until` is the last day of use.
    """

    thing: Thing
    place: str | None
    peg: str
    need_by: Trace
    units: Trace
    people: int = 0
    priority: int = USUAL_PRIORITY
    until: date | None = None
    assumptions: tuple[Assumption, ...] = ()
    # What says how much a newcomer needs; none for what no person asks for.
    line: KitLine | None = None

    @property
    def quantity(self) -> Decimal:
        assert isinstance(self.units.value, Decimal)
        return self.units.value

    @property
    def key(self) -> tuple[str, str]:
        return self.thing.REGISTER, self.thing.ref

    @property
    def day(self) -> date:
        return days.day_of(self.need_by)


def split(
    members: Sequence[PersonFact], newcomers: int, known: Sequence[PersonFact] = ()
) -> Mapping[str | None, int]:
    """Return newcomers by site in the members' proportions (largest remainder, ties by site's ref).

    `known` are newcomers who stand in the register already: their own sites count first.
    """
    seated = Counter(person.site for person in known[:newcomers])
    present = Counter(person.site for person in members if person.site is not None)
    total, free = sum(present.values()), newcomers - sum(seated.values())
    if newcomers <= 0:
        return {}
    if not total:
        return dict(seated + Counter({None: free}))
    whole = Counter({site: free * count // total for site, count in present.items()})
    by_remainder = sorted(present, key=lambda site: (-(free * present[site] % total), site))
    whole.update(by_remainder[: free - sum(whole.values())])
    both = seated + whole
    return {site: both[site] for site in sorted(both, key=lambda site: site or "") if both[site]}


def sites_of(goal: Goal, holdings: Holdings) -> Mapping[str | None, int]:
    """Return where the people of a goal sit."""
    if goal.site is not None:
        return {goal.site.ref: abs(goal.delta)}
    members = holdings.teams.get(goal.team.ref, ()) if goal.team.ref else holdings.active
    known = coming(goal, holdings) if goal.delta > 0 else ()
    return split(members, abs(goal.delta), known)


def coming(goal: Goal, holdings: Holdings) -> tuple[PersonFact, ...]:
    """Return the people of the team who are registered to start inside the goal's period."""
    starting = holdings.starting.get(goal.team.ref, ())
    return tuple(one for one in starting if one.starts_on is not None and one.starts_on <= goal.period.end)


Kit = Callable[[str, str | None], tuple[KitLine, ...]]


def explode(goal: Goal, holdings: Holdings, kit: Kit, house: House) -> tuple[Demand, ...]:
    """Return what the goal's newcomers need, one demand a thing, place and step; nobody new needs nothing.

    `kit` says what a newcomer of a team needs at a site.
    """
    if goal.delta <= 0:
        return ()
    return tuple(_demands(goal, holdings, kit, house))


def _demands(goal: Goal, holdings: Holdings, kit: Kit, house: House) -> Iterator[Demand]:
    for site, before, after, day in seated(goal, holdings, house):
        name = goal.site.name if goal.site else _name(site, holdings)
        for line in kit(goal.team.ref, site):
            units = _units(line, before, after, name)
            if units.value != 0:
                yield Demand(
                    line.thing, place_of(line.thing, site), goal.ref, day, units, after - before,
                    goal.priority, goal.until, line.assumptions, line,
                )  # fmt: skip


def seated(goal: Goal, holdings: Holdings, house: House) -> Iterator[tuple[str | None, int, int, Trace]]:
    """Yield (site, people there before the step, after it, day) for every step of a goal's ramp."""
    waiting = _queue(sites_of(goal, holdings))
    there: Counter[str | None] = Counter()
    for step in goal.steps:
        come, waiting = Counter(waiting[: step.people]), waiting[step.people :]
        day = need_by(goal, house) if not goal.arrivals else _step_day(step.on, house)
        for site in sorted(come, key=lambda site: site or ""):
            yield site, there[site], there[site] + come[site], day
        there.update(come)


def _queue(by_site: Mapping[str | None, int]) -> list[str | None]:
    """Return one place a newcomer, so mixed that every step of a ramp has about the sites' proportions."""
    turns = [
        (Fraction(2 * number + 1, 2 * count), site or "", site)
        for site, count in by_site.items()
        for number in range(count)
    ]
    return [site for *_, site in sorted(turns, key=lambda turn: turn[:2])]


def need_by(goal: Goal, house: House) -> Trace:
    """Return the day a goal's people must be equipped, with the rule it follows."""
    if goal.period.edge is Edge.END:
        return days.on_or_before(house.calendar, Trace(goal.period.end, note="at the latest"), "needed by")
    first = max(goal.period.start, house.on)
    return days.on_or_after(house.calendar, Trace(first, note="the period begins"), "needed by")


def _step_day(day: date, house: House) -> Trace:
    first = Trace(max(day, house.on), note="a step of the ramp")
    return days.on_or_after(house.calendar, first, "needed by")


def place_of(thing: Thing, site: str | None) -> str | None:
    """Return where a thing must stand for people at a site; seats of the organisation stand nowhere."""
    if isinstance(thing, PoolFact):
        return site if thing.scope == "site" else None
    return site


def _name(site: str | None, holdings: Holdings) -> str | None:
    found = holdings.sites.get(site or "")
    return found.name if found else site


def _units(line: KitLine, before: int, after: int, place: str | None) -> Trace:
    """Return the whole units a step adds: what all need from then on, less what those before them need."""
    whole = _whole(line, after, place)
    if not before:
        return whole
    earlier = _whole(line, before, place)
    added = Decimal(line.quantity(after) - line.quantity(before))
    return Trace(added, whole.unit, "difference", (whole, earlier), note="added by this step")


def _whole(line: KitLine, people: int, place: str | None) -> Trace:
    unit, where = thing_unit(line.thing), f" in {place}" if place else ""
    needed = Trace(
        line.drivers(people) * line.per_head, unit, "product", (_drivers(line, people, where), line.trace)
    )
    return Trace(Decimal(line.quantity(people)), unit, "ceil", (needed,), note=f"needed{where}")


def _drivers(line: KitLine, people: int, where: str) -> Trace:
    new = Trace(people, "people", note=f"new people{where}")
    if line.per == "shift place":
        shifts = Trace(line.shifts, "shifts", note="take turns")
        share = Trace(Fraction(people, line.shifts), op="quotient", args=(new, shifts))
        return Trace(int(line.drivers(people)), "shift places", "ceil", (share,))
    if line.per == "FTE":
        each = Trace(line.fte, "FTE", note="a person of the team on average")
        return Trace(line.drivers(people), "FTE", "product", (new, each))
    return new


def thing_unit(thing: Thing) -> str | None:
    """Return the unit a thing is counted in; items are counted without one."""
    return (thing.unit or None) if isinstance(thing, PoolFact) else None
