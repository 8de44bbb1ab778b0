"""Kits: what one more person of a team needs, learned from what its people really hold.

A line that somebody typed wins over what was learned of the same class of things.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial

from fullscore.engine.estate.facts import ItemFact, PersonFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Later, Trace, leaf
from fullscore.engine.goals.goal import Assumption
from fullscore.engine.goals.kits import sharing, typed
from fullscore.engine.goals.kits.holdings import POOL, Holding, Holdings
from fullscore.engine.goals.kits.kit import ENOUGH, MOST_HELD, Group, KitLine, Thing
from fullscore.engine.goals.kits.succession import bought


@dataclass(frozen=True, slots=True)
class _Sample:
    """One class of things within one group: who counts, what they hold, and who keeps stock."""

    people: tuple[PersonFact, ...]
    held: tuple[Holding, ...]
    keepers: tuple[PersonFact, ...] = ()


def learn(holdings: Holdings, team: str, site: str | None) -> tuple[KitLine, ...]:
    """Return what a newcomer of the team needs at the site, in the order of things' names.

    An empty `team` stands for everybody. n < 5: the small group's figure is filled up with the
    department's, then the organisation's.
    """
    groups = _groups(holdings, team, site)
    lines = typed.lines(holdings, team, site)
    settled = {typed.class_of_thing(line.thing) for line in lines}
    lines += tuple(line for line in typed.per_head(holdings, site) if POOL + line.thing.ref not in settled)
    keys = [key for key in _classes(holdings, groups) if key not in settled]
    lines += tuple(line for key in keys if (line := _line(holdings, groups, key)))
    needed = (line for line in lines if line.per_head > 0)
    return tuple(sorted(needed, key=lambda line: (line.thing.name, line.thing.ref)))


def _groups(holdings: Holdings, team: str, site: str | None) -> tuple[Group, ...]:
    """Return the groups that may speak, the nearest first; who is leaving speaks for nobody."""
    everybody = Group("the whole organisation", _staying(holdings, *holdings.staying))
    if not team:
        return everybody, everybody
    department = holdings.departments.get(team)
    in_team = holdings.staying.get(team, ())
    here = tuple(person for person in in_team if site is None or person.site == site)
    others = [ref for ref, of in holdings.departments.items() if department and of == department]
    names = ("the team there", "the whole team", f"the department {department}")
    return (*map(Group, names, (here, in_team, _staying(holdings, *others))), everybody)


def _staying(holdings: Holdings, *teams: str) -> tuple[PersonFact, ...]:
    return tuple(person for team in teams for person in holdings.staying.get(team, ()))


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
    shared = sharing.places(near.people, _counts(near))
    if shared is not None:
        return _shared(holdings, near, shared, thing)
    told: tuple[Assumption, ...] = ()
    if len(near.people) >= ENOUGH:
        per_head, trace = Fraction(len(near.held), len(near.people)), _mean(holdings, near)
    else:
        per_head, trace, told = _blended(holdings, near, groups, key, thing)
    low, high = interval(list(_counts(near).values()), per_head)
    return KitLine(
        thing, per_head, trace, len({_holder(one) for one in near.held}), len(near.people),
        (*told, *_left_out(holdings, groups[0], near, thing)), low=low, high=high,
    )  # fmt: skip


def _shared(holdings: Holdings, near: _Sample, shared: sharing.Places, thing: Thing) -> KitLine:
    """Return the line of a thing that shifts hand to one another: so much for each place of a shift."""
    per_place = Fraction(len(near.held), shared.places)
    places = Trace(shared.places, "shift places", note=f"the largest of {shared.shifts} shifts")
    held = _mean(holdings, near).args[0]
    text = f"{thing.name} is shared by {shared.shifts} shifts: one for each place, not for each person"
    return KitLine(
        thing, per_place, Trace(per_place, "per shift place", "quotient", (held, places)),
        len({_holder(one) for one in near.held}), len(near.people),
        (Assumption(text, "kits", None, None), *_kept(near, thing)), per="shift place", low=float(per_place),
        high=float(per_place), shifts=shared.shifts,
    )  # fmt: skip


def _sample(holdings: Holdings, group: Group, key: str) -> _Sample:
    held = {person.ref: holdings.held.get((person.ref, key), ()) for person in group.people}
    keepers = tuple(person for person in group.people if len(held[person.ref]) > MOST_HELD)
    people = tuple(person for person in group.people if len(held[person.ref]) <= MOST_HELD)
    return _Sample(people, tuple(one for person in people for one in held[person.ref]), keepers)


def _counts(sample: _Sample) -> dict[str, int]:
    held = Counter(_holder(one) for one in sample.held)
    return {person.ref: held[person.ref] for person in sample.people}


def _holder(holding: Holding) -> str | None:
    return holding.holder if isinstance(holding, ItemFact) else holding.person


def interval(counts: Sequence[int], mean: Fraction) -> tuple[float, float]:
    """Return the 80 % interval of a mean number held, from how many each person holds.

    Normal interval of a mean, mean ± 1.2816 s / √n; never below 0. Fewer than two people tell nothing.
    """
    if len(counts) < 2:  # noqa: PLR2004  a spread needs two
        return 0.0, math.inf
    average = sum(counts) / len(counts)
    spread = sum((count - average) ** 2 for count in counts) / (len(counts) - 1)
    half = 1.2816 * math.sqrt(spread / len(counts))
    return max(0.0, float(mean) - half), float(mean) + half


def _thing(holdings: Holdings, groups: Sequence[Group], key: str) -> Thing | None:
    """Return what is bought for a class: the model most held by the nearest group, then the newest."""
    if key.startswith(POOL):
        return holdings.pools.get(key.removeprefix(POOL))
    for group in groups:
        held = [one for one in _sample(holdings, group, key).held if isinstance(one, ItemFact)]
        if held:
            return bought(_most(held), holdings.models)
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
    held, people = partial(_held_rows, holdings, sample), partial(_people_rows, holdings, sample)
    return Trace(
        Fraction(len(sample.held), len(sample.people) or 1), "per person", "quotient",
        (Trace(len(sample.held), op="count", args=Later(held), note="held today"),
         Trace(len(sample.people), "people", "count", Later(people), note="people asked about")),
    )  # fmt: skip


def _held_rows(holdings: Holdings, sample: _Sample) -> tuple[Trace, ...]:
    files, field = holdings.estate.files, {True: "holder", False: "person"}
    return tuple(
        leaf(one.ref, source_of(one, field[isinstance(one, ItemFact)], files)) for one in sample.held
    )


def _people_rows(holdings: Holdings, sample: _Sample) -> tuple[Trace, ...]:
    files = holdings.estate.files
    return tuple(leaf(one.ref, source_of(one, "team", files)) for one in sample.people)


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
        len(near.held), op="count", note="held by the few there are",
        args=Later(partial(_held_rows, holdings, near)),
    )  # fmt: skip
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


def _left_out(holdings: Holdings, group: Group, sample: _Sample, thing: Thing) -> tuple[Assumption, ...]:
    """Name whoever did not count: people who keep stock, and people who are leaving with one of these."""
    teams = {person.team or "" for person in group.people}
    key = typed.class_of_thing(thing)
    gone = [
        person
        for team in sorted(teams)
        for person in holdings.leaving.get(team, ())
        if holdings.held.get((person.ref, key))
    ]
    # The same words for every thing, so that a plan says it once.
    text = "{} is leaving and was left out of the count of what newcomers need"
    return (
        *_kept(sample, thing),
        *(Assumption(text.format(one.called), "people", one.ref, "ends_on") for one in gone),
    )


def _kept(sample: _Sample, thing: Thing) -> tuple[Assumption, ...]:
    text = "{} holds more than {} of {} and was left out of the count"
    return tuple(
        Assumption(text.format(one.called, MOST_HELD, thing.name), "people", one.ref, "items")
        for one in sample.keepers
    )
