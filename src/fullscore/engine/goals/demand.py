"""Gross requirements: newcomers by site, times what each needs, per thing and place."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.estate.facts import ModelFact, PersonFact, PoolFact
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.goal import Assumption, Goal
from fullscore.engine.goals.holdings import Holdings
from fullscore.engine.goals.kits import KitLine


@dataclass(frozen=True, slots=True)
class Demand:
    """What one goal needs of one thing, in whole units; `per_head` says how many people one unit serves."""

    goal: Goal
    thing: ModelFact | PoolFact
    places: tuple[str, ...]
    gross: Trace
    people: int
    lines: tuple[KitLine, ...]
    assumptions: tuple[Assumption, ...] = ()

    @property
    def quantity(self) -> Decimal:
        assert isinstance(self.gross.value, Decimal)
        return self.gross.value

    @property
    def key(self) -> tuple[str, str]:
        return self.thing.REGISTER, self.thing.ref


def split(members: Sequence[PersonFact], newcomers: int) -> Mapping[str | None, int]:
    """Return newcomers by site in the members' proportions (largest remainder, ties by site's name)."""
    present = Counter(person.site for person in members if person.site is not None)
    total = sum(present.values())
    if newcomers <= 0:
        return {}
    if not total:
        return {None: newcomers}
    whole = {site: newcomers * count // total for site, count in present.items()}
    by_remainder = sorted(present, key=lambda site: (-(newcomers * present[site] % total), site))
    for site in by_remainder[: newcomers - sum(whole.values())]:
        whole[site] += 1
    return {site: count for site, count in sorted(whole.items()) if count}


Kit = Callable[[str, str | None], tuple[KitLine, ...]]


def explode(goal: Goal, holdings: Holdings, kit: Kit) -> tuple[Demand, ...]:
    """Return what the goal's newcomers need, one demand a thing; nobody new needs nothing.

    `kit` says what a newcomer of a team needs at a site.
    """
    if goal.delta <= 0:
        return ()
    members = holdings.teams.get(goal.team.ref, ())
    found: dict[tuple[str, str], list[tuple[str | None, int, KitLine]]] = {}
    for site, newcomers in split(members, goal.delta).items():
        for line in kit(goal.team.ref, site):
            found.setdefault((line.thing.REGISTER, line.thing.ref), []).append((site, newcomers, line))
    names = {site.ref: site.name for site in holdings.estate.sites}
    return tuple(_demand(goal, parts, names) for _, parts in sorted(found.items()))


def _demand(goal: Goal, parts: Sequence[tuple[str | None, int, KitLine]], names: Mapping[str, str]) -> Demand:
    grosses = [_gross(newcomers, line, names.get(site or "", site)) for site, newcomers, line in parts]
    total = sum((gross.value for gross in grosses if isinstance(gross.value, Decimal)), Decimal(0))
    thing = parts[0][2].thing
    gross = grosses[0] if len(grosses) == 1 else Trace(total, thing_unit(thing), "sum", tuple(grosses))
    told = dict.fromkeys(one for _, _, line in parts for one in line.assumptions)
    return Demand(
        goal, thing, tuple(sorted({site for site, _, _ in parts if site})), gross,
        sum(newcomers for _, newcomers, _ in parts), tuple(line for _, _, line in parts), tuple(told),
    )  # fmt: skip


def _gross(newcomers: int, line: KitLine, place: str | None) -> Trace:
    unit, exact = thing_unit(line.thing), newcomers * line.per_head
    where = f" in {place}" if place else ""
    people = Trace(newcomers, "people", note=f"new people{where}")
    needed = Trace(exact, unit, "product", (people, line.trace))
    return Trace(Decimal(math.ceil(exact)), unit, "ceil", (needed,), note=f"needed{where}")


def thing_unit(thing: ModelFact | PoolFact) -> str | None:
    """Return the unit a thing is counted in; items are counted without one."""
    return (thing.unit or None) if isinstance(thing, PoolFact) else None
