"""Opening a site: it gets what the site nearest to it in size has, for as many people as will work there."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import partial

from fullscore.engine.estate.facts import Estate, ItemFact, KitFact, LaneFact, PoolFact, SiteFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Later, Trace, leaf
from fullscore.engine.goals.demands import demand
from fullscore.engine.goals.demands.demand import Demand
from fullscore.engine.goals.demands.refresh import IN_USE
from fullscore.engine.goals.goal import Assumption, Goal, House
from fullscore.engine.goals.kits.holdings import Holdings
from fullscore.engine.goals.kits.succession import bought

# What stands at a site for everybody and is held by nobody.
SHARED = frozenset({"switch", "access point", "firewall", "printer", "scanner", "ups"})
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Pattern:
    """The site a new one is modelled on, and how many people work there."""

    site: str
    name: str
    people: int


def opened(estate: Estate, goals: Iterable[Goal]) -> Estate:
    """Return the estate with the new sites in it: their pools are there, and empty."""
    for goal in goals:
        if goal.is_new_site and goal.site is not None and goal.delta > 0:
            estate = _with(estate, goal)
    return estate


def pattern_of(estate: Estate, goal: Goal) -> Pattern | None:
    """Return the site whose number of people is nearest to the new one's, the larger of two."""
    own = goal.site.ref if goal.site else None
    people = Counter(
        one.site for one in estate.people if one.site and one.status != "left" and one.site != own
    )
    names = {site.ref: site.name for site in estate.sites}
    found = min(people, key=lambda site: (abs(people[site] - goal.delta), -people[site], site), default=None)
    return None if found is None else Pattern(found, names.get(found, found), people[found])


def _with(estate: Estate, goal: Goal) -> Estate:
    pattern = pattern_of(estate, goal)
    assert goal.site is not None
    site = goal.site.ref
    sites = estate.sites if any(one.ref == site for one in estate.sites) else (*estate.sites, goal.site)
    if pattern is None:
        return replace(estate, sites=sites)
    like = [one for one in estate.pools if one.scope == "site" and one.site == pattern.site]
    new = {one.ref: f"{one.ref}@{site}" for one in like}
    return replace(
        estate,
        sites=sites,
        pools=(*estate.pools, *(_empty(one, new[one.ref], goal.site, pattern) for one in like)),
        levels=(
            *estate.levels,
            *(replace(one, pool=new[one.pool]) for one in estate.levels if one.pool in new),
        ),
        lanes=(*estate.lanes, *_lanes(estate.lanes, pattern.site, site)),
        kits=(*estate.kits, *_kits(estate.kits, new, pattern.site, site)),
    )


def _lanes(lanes: Sequence[LaneFact], like: str, site: str) -> Iterator[LaneFact]:
    """Yield ways to a new site: those that lead to its pattern, and one, the quickest, from there."""
    yield from (replace(one, target=site) for one in lanes if one.target == like)
    own = [one for one in lanes if one.origin == like]
    if own:
        yield replace(min(own, key=lambda one: (one.transfer_days, one.ref)), target=site)


def _empty(pool: PoolFact, ref: str, site: SiteFact, pattern: Pattern) -> PoolFact:
    """Return the pattern's pool for the new site: with its name in it, and nothing there yet."""
    name = pool.name.replace(pattern.name, site.name)
    name = name if name != pool.name else f"{pool.name}, {site.name}"
    return replace(pool, ref=ref, name=name, site=site.ref, capacity=ZERO, used=ZERO, used_on=None)


def _kits(kits: Sequence[KitFact], new: Mapping[str, str], old_site: str, site: str) -> Iterator[KitFact]:
    """Yield the typed lines that speak of the pattern's pools, now of the new site's."""
    for kit in kits:
        if kit.pool in new or kit.for_pool in new:
            yield replace(
                kit, pool=new.get(kit.pool or "", kit.pool),
                for_pool=new.get(kit.for_pool or "", kit.for_pool),
                site=site if kit.site == old_site else kit.site,
            )  # fmt: skip


def demands(goal: Goal, holdings: Holdings, house: House) -> Iterator[Demand]:
    """Yield what stands at the new site for everybody, in proportion to the pattern's people."""
    pattern = pattern_of(holdings.estate, goal) if goal.is_new_site and goal.site else None
    if pattern is None or goal.delta <= 0:
        return
    # What comes with a pool's orders, such as the switch behind new ports, is asked for by the pool.
    with_pools = {kit.model for kit in holdings.estate.kits if kit.for_pool is not None}
    standing: defaultdict[str, list[ItemFact]] = defaultdict(list)
    for item in holdings.estate.items:
        if item.site == pattern.site and item.holder is None and item.status in IN_USE:
            model = holdings.models.get(item.model or "")
            if model is not None and model.category in SHARED and model.ref not in with_pools:
                standing[bought(model.ref, holdings.models).ref].append(item)
    assert goal.site is not None
    for ref, items in sorted(standing.items()):
        units = _units(items, pattern, goal, holdings)
        yield Demand(
            holdings.models[ref], goal.site.ref, goal.ref, demand.need_by(goal, house), units, goal.delta,
            goal.priority, goal.until, (_told(goal, pattern),),
        )  # fmt: skip


def _told(goal: Goal, pattern: Pattern) -> Assumption:
    assert goal.site is not None
    text = (
        f"{goal.site.name} gets what {pattern.name} has, where {pattern.people} people work: "
        "its link, its ports and what stands there for everybody"
    )
    return Assumption(text, "sites", pattern.site, "name")


def _units(items: Sequence[ItemFact], pattern: Pattern, goal: Goal, holdings: Holdings) -> Trace:
    rows = Later(partial(_rows, tuple(items), holdings))
    there = Trace(len(items), op="count", args=rows, note=f"in {pattern.name}")
    new = Trace(goal.delta, "people", note="new people")
    product = Trace(len(items) * goal.delta, op="product", args=(there, new))
    people = Trace(pattern.people, "people", note=f"people in {pattern.name}")
    exact = Fraction(len(items) * goal.delta, pattern.people)
    share = Trace(exact, op="quotient", args=(product, people))
    return Trace(
        Decimal(math.ceil(exact)),
        None,
        "ceil",
        (share,),
        note=f"needed in {goal.site.name if goal.site else ''}",
    )


def _rows(items: tuple[ItemFact, ...], holdings: Holdings) -> tuple[Trace, ...]:
    return tuple(leaf(one.ref, source_of(one, "site", holdings.estate.files)) for one in items)
