"""Kits: what one more person of a team needs, learned from what its people really hold."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fullscore.engine.estate.facts import ItemFact, ModelFact, PersonFact, PoolFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.goals.goal import Assumption
from fullscore.engine.goals.holdings import POOL, Holding, Holdings

# Fewer people than this tell too little; a wider group then counts for the rest.
ENOUGH = 5
# Whoever holds more of a class keeps stock for others and says nothing about what one person needs.
MOST_HELD = 3

Thing = ModelFact | PoolFact


@dataclass(frozen=True, slots=True)
class Group:
    """People whose holdings speak for newcomers: of a team at a site, a team, a department, the whole."""

    name: str
    people: tuple[PersonFact, ...]


@dataclass(frozen=True, slots=True)
class KitLine:
    """How much of one thing a newcomer needs; `per_head` is exact."""

    thing: Thing
    per_head: Fraction
    trace: Trace
    holders: int
    sample: int
    assumptions: tuple[Assumption, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sample:
    """One class of things within one group: who counts, what they hold, and who keeps stock."""

    people: tuple[PersonFact, ...]
    held: tuple[Holding, ...]
    keepers: tuple[str, ...] = ()


def learn(holdings: Holdings, team: str, site: str | None) -> tuple[KitLine, ...]:
    """Return what a newcomer of the team needs at the site, in the order of things' names."""
    groups = _groups(holdings, team, site)
    lines = [_typed(pool, holdings) for pool in holdings.estate.pools if _is_typed(pool, site)]
    lines += [line for key in _classes(holdings, groups) if (line := _line(holdings, groups, key))]
    return tuple(sorted(lines, key=lambda line: (line.thing.name, line.thing.ref)))


def _is_typed(pool: PoolFact, site: str | None) -> bool:
    return pool.per_head is not None and (pool.scope != "site" or pool.site == site)


def _typed(pool: PoolFact, holdings: Holdings) -> KitLine:
    per_head = Fraction(pool.per_head or 0)
    row = source_of(pool, "per_head", holdings.estate.files)
    return KitLine(pool, per_head, Trace(per_head, pool.unit, row=row, note="per person, as typed"), 0, 0)


def _groups(holdings: Holdings, team: str, site: str | None) -> tuple[Group, ...]:
    """Return the groups that may speak, the nearest first."""
    department = holdings.departments.get(team)
    in_team = holdings.teams.get(team, ())
    here = tuple(person for person in in_team if site is None or person.site == site)
    wider = tuple(
        person
        for ref, of in holdings.departments.items()
        if department and of == department
        for person in holdings.teams.get(ref, ())
    )
    names = ("the team there", "the whole team", f"the department {department}", "the whole organisation")
    return tuple(map(Group, names, (here, in_team, wider, holdings.active)))


def _classes(holdings: Holdings, groups: Sequence[Group]) -> tuple[str, ...]:
    """Return every class the team holds; for a small team also what most of a wider group hold."""
    own = {key for person in groups[0].people for key in holdings.classes.get(person.ref, ())}
    if len(groups[0].people) >= ENOUGH:
        return tuple(sorted(own))
    wide = _wide(groups)
    usual = Counter(key for person in wide.people for key in holdings.classes.get(person.ref, ()))
    common = {key for key, holders in usual.items() if 2 * holders >= len(wide.people)}
    return tuple(sorted(own | common))


def _wide(groups: Sequence[Group]) -> Group:
    return next((group for group in groups[1:] if len(group.people) >= ENOUGH), groups[-1])


def _line(holdings: Holdings, groups: Sequence[Group], key: str) -> KitLine | None:
    near = _sample(holdings, groups[0], key)
    thing = _thing(holdings, groups, key)
    if thing is None:
        return None
    told: tuple[Assumption, ...] = ()
    if len(near.people) >= ENOUGH:
        per_head, trace = Fraction(len(near.held), len(near.people)), _mean(holdings, near)
    else:
        per_head, trace, told = _blended(holdings, near, groups, key, thing)
    if per_head == 0:
        return None
    holders = len({_holder(one) for one in near.held})
    return KitLine(thing, per_head, trace, holders, len(near.people), (*told, *_left_out(near, thing)))


def _sample(holdings: Holdings, group: Group, key: str) -> _Sample:
    held = {person.ref: holdings.held.get((person.ref, key), ()) for person in group.people}
    keepers = tuple(sorted(ref for ref, things in held.items() if len(things) > MOST_HELD))
    people = tuple(person for person in group.people if person.ref not in keepers)
    return _Sample(people, tuple(one for person in people for one in held[person.ref]), keepers)


def _holder(holding: Holding) -> str | None:
    return holding.holder if isinstance(holding, ItemFact) else holding.person


def _thing(holdings: Holdings, groups: Sequence[Group], key: str) -> Thing | None:
    """Return what is bought for a class: the model most held by the nearest group, then the newest."""
    if key.startswith(POOL):
        return holdings.pools.get(key.removeprefix(POOL))
    for group in groups:
        held = [one for one in _sample(holdings, group, key).held if isinstance(one, ItemFact)]
        if held:
            return holdings.models[_most(held)]
    return None


def _most(held: Sequence[ItemFact]) -> str:
    counts: Counter[str] = Counter()
    newest: defaultdict[str, date] = defaultdict(lambda: date.min)
    for item in held:
        ref = item.model or ""
        counts[ref] += 1
        newest[ref] = max(newest[ref], item.purchased_on or date.min)
    return max(sorted(counts), key=lambda ref: (counts[ref], newest[ref]))


def _mean(holdings: Holdings, sample: _Sample) -> Trace:
    files = holdings.estate.files
    field = {True: "holder", False: "person"}
    held = tuple(
        leaf(one.ref, source_of(one, field[isinstance(one, ItemFact)], files)) for one in sample.held
    )
    people = tuple(holdings.leaves[person.ref] for person in sample.people)
    return Trace(
        Fraction(len(sample.held), len(sample.people) or 1), "per person", "quotient",
        (Trace(len(held), op="count", args=held, note="held today"),
         Trace(len(people), "people", "count", people, note="people asked about")),
    )  # fmt: skip


def _blended(
    holdings: Holdings, near: _Sample, groups: Sequence[Group], key: str, thing: Thing
) -> tuple[Fraction, Trace, tuple[Assumption, ...]]:
    """Return the small group's mean filled up to five people with a wider group's, and say so."""
    wide_group = _wide(groups)
    wide = _sample(holdings, wide_group, key)
    own, missing = len(near.people), ENOUGH - len(near.people)
    wider = _mean(holdings, wide)
    share = Fraction(len(wide.held), len(wide.people) or 1)
    filled = Trace(
        missing * share, op="product", args=(Trace(missing, "people", note="missing to five"), wider)
    )
    held = Trace(
        len(near.held), op="count", note="held by the few there are", args=_mean(holdings, near).args[0].args
    )
    total = Trace(len(near.held) + missing * share, op="sum", args=(held, filled))
    mean = Fraction(len(near.held)) / ENOUGH + missing * share / ENOUGH
    text = (
        f"Only {own} people tell how much of {thing.name} a newcomer needs; "
        f"{wide_group.name} ({len(wide.people)} people) counts for the other {missing}"
    )
    trace = Trace(
        mean, "per person", "quotient", (total, Trace(ENOUGH, "people")), note="a small team, filled up"
    )
    return mean, trace, (Assumption(text, thing.REGISTER, thing.ref, "per_head"),)


def _left_out(sample: _Sample, thing: Thing) -> tuple[Assumption, ...]:
    text = "{} holds more than {} of {} and was left out of the count"
    return tuple(
        Assumption(text.format(ref, MOST_HELD, thing.name), "people", ref, "items") for ref in sample.keepers
    )
