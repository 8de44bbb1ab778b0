"""Which changes may not lie at the same time: of two which of their parts, of more not all at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from fullscore.engine.changes.effects import Effect
from fullscore.engine.changes.problem import Problem
from fullscore.engine.changes.violations import LARGEST_JOINT, Rulebook
from fullscore.engine.estate.graph import Node

TWO = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two changes by ref. `works`: they may not run at once. `wholes`: nor while one is watched.

    `after_one`: the other does not run while the first is watched; `after_other` the other way round.
    """

    one: str
    other: str
    works: bool
    after_one: bool
    after_other: bool
    wholes: bool


@dataclass(frozen=True, slots=True)
class Apart:
    """`crowds` may not all run at one moment; with True, watch counts as running."""

    pairs: tuple[Pair, ...]
    crowds: tuple[tuple[tuple[str, ...], bool], ...]


def apart(problem: Problem, told: Mapping[str, Effect]) -> Apart:
    """Return the pairs and crowds of a problem. Rules that are dropped keep nothing apart."""
    rules = Rulebook(problem, told)
    crowded = _redundancy(rules)
    pairs = {
        (one, other): pair
        for one, other in combinations([job.ref for job in problem.jobs], 2)
        if (pair := _pair(problem, told[one], told[other], (one, other) in crowded)) is not None
    }
    never: set[tuple[str, ...]] = {key for key, pair in pairs.items() if pair.works or pair.wholes}
    joint = _joint(rules, never)
    # In a fixed order: the same problem is the same model.
    for one, other in sorted(each for each in joint if len(each) == TWO):
        old = pairs.get((one, other), Pair(one, other, False, False, False, False))
        pairs[one, other] = Pair(one, other, True, old.after_one, old.after_other, old.wholes)
    crowds = [(each, True) for each in sorted(crowded) if len(each) > TWO]
    crowds += [(each, False) for each in sorted(joint) if len(each) > TWO]
    return Apart(tuple(pairs.values()), tuple(crowds))


def _pair(problem: Problem, one: Effect, other: Effect, is_crowded: bool) -> Pair | None:  # noqa: FBT001
    keys = {f"clash:{one.job.ref}", f"clash:{other.job.ref}"}
    works = bool(one.services & other.services) and not keys & problem.dropped
    after_one, after_other = _watched(problem, one, other), _watched(problem, other, one)
    if not (works or after_one or after_other or is_crowded):
        return None
    return Pair(one.job.ref, other.job.ref, works, after_one, after_other, is_crowded)


def _watched(problem: Problem, one: Effect, other: Effect) -> bool:
    is_dropped = f"soak:{one.job.ref}" in problem.dropped
    return bool(one.soak_days and not is_dropped and other.touched & one.soaks_on)


def _redundancy(rules: Rulebook) -> set[tuple[str, ...]]:
    """Return the least sets of changes that leave too little of a group, were they all down or watched."""
    found: set[tuple[str, ...]] = set()
    for group in rules.index.groups:
        if f"redundancy:{group.node}" in rules.problem.dropped:
            continue
        supporters = frozenset(group.supporters)
        downs = {ref: down for ref, effect in rules.effects.items() if (down := effect.downs & supporters)}
        spare = len(supporters) - group.min_up
        found |= _least(downs, spare)
    return found


def _least(downs: Mapping[str, frozenset[Node]], spare: int) -> set[tuple[str, ...]]:
    """Of those that all lack nothing: sets of two and more that together take more than is spare.

    Those that take the same count once for a larger set: a set is least when none of its parts is too many.
    """
    found: set[tuple[str, ...]] = set()
    for size in range(2, spare + 2 + (spare < 1)):
        for some in combinations(downs, size):
            if len(frozenset().union(*(downs[ref] for ref in some))) > spare and not _holds_one(some, found):
                found.add(some)
    return found


def _holds_one(some: Sequence[str], found: Iterable[tuple[str, ...]]) -> bool:
    return any(set(each) <= set(some) for each in found)


def _joint(rules: Rulebook, never: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Return twos and threes that stop a service together; those with two that never meet need no rule."""
    shared = frozenset(node for group in rules.index.groups for node in group.supporters)
    risky = [job.ref for job in rules.problem.jobs if rules.effects[job.ref].downs & shared]
    found: set[tuple[str, ...]] = set()
    for size in range(2, LARGEST_JOINT + 1):
        for some in combinations(risky, size):
            if any(two in never for two in combinations(some, 2)) or _holds_one(some, found):
                continue
            stopped = rules.stopped(some)
            if any(f"joint:{node}" not in rules.problem.dropped for node in stopped):
                found.add(some)
    return found
