"""Lists of activities made into plans: each as early as its turn allows, then pushed to the right and back.

Serial generation: Kelley (1963). Pushing right and left ("double justification") never makes a plan longer:
Valls, Ballestín, Quintanilla, "Justification and RCPSP" (2005).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from fullscore.engine.changes.projects import Project


@dataclass(frozen=True, slots=True)
class Network:
    """A project in numbers. What is free at a moment is one whole number, a field of bits for each capacity.

    The highest bit of every field stays set while no capacity is overdrawn: one subtraction asks for all.
    """

    lengths: tuple[int, ...]
    needs: tuple[int, ...]
    before: tuple[tuple[int, ...], ...]
    behind: tuple[tuple[int, ...], ...]
    free: int
    guard: int
    horizon: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Starts by number; `order` is the list it was made from, by start."""

    length: int
    starts: tuple[int, ...]
    order: tuple[int, ...]


def network(project: Project) -> Network:
    place = {each.ref: number for number, each in enumerate(project.activities)}
    before = tuple(tuple(place[ref] for ref in dict.fromkeys(each.after)) for each in project.activities)
    behind: list[list[int]] = [[] for _ in before]
    for number, firsts in enumerate(before):
        for first in firsts:
            behind[first].append(number)
    width = max(project.capacities, default=0).bit_length() + 1
    guard = sum(1 << (width * (at + 1) - 1) for at in range(len(project.capacities)))
    return Network(
        tuple(each.length for each in project.activities),
        tuple(_packed(each.needs, width) for each in project.activities),
        before,
        tuple(map(tuple, behind)),
        guard + _packed(project.capacities, width),
        guard,
        project.horizon + max((each.length for each in project.activities), default=0) + 1,
    )


def _packed(amounts: Sequence[int], width: int) -> int:
    return sum(amount << (width * at) for at, amount in enumerate(amounts))


def chains(lengths: Sequence[int], before: Sequence[Sequence[int]]) -> list[int]:
    """Return how long the longest chain is in front of each activity (itself left out)."""
    found: dict[int, int] = {}

    def ahead(number: int) -> int:
        if number not in found:
            found[number] = max((ahead(first) + lengths[first] for first in before[number]), default=0)
        return found[number]

    return [ahead(number) for number in range(len(lengths))]


def early(order: Sequence[int], of: Network) -> list[int]:
    """Return starts: one after the other in that order, each as early as precedence and capacities allow."""
    return _placed(order, of, of.before)


def _placed(order: Sequence[int], of: Network, before: tuple[tuple[int, ...], ...]) -> list[int]:
    free, guard, lengths = [of.free] * of.horizon, of.guard, of.lengths
    starts, ends = [0] * len(lengths), [0] * len(lengths)
    for number in order:
        start = 0
        for first in before[number]:
            start = max(start, ends[first])
        need, end = of.needs[number], start + lengths[number]
        if need:
            at = end - 1
            while at >= start:
                # From behind: the latest moment with too little left moves the start furthest.
                if (free[at] - need) & guard != guard:
                    start, end = at + 1, at + 1 + lengths[number]
                    at = end
                at -= 1
            for at in range(start, end):
                free[at] -= need
        starts[number], ends[number] = start, end
    return starts


def justified(starts: Sequence[int], of: Network) -> Plan:
    """Return the plan pushed to the right as far as it goes, then to the left; never a longer one.

    The proof is of activities that take time. Among ties of those that take none the list may turn out worse:
    then the plan stays as it was.
    """
    numbers = range(len(starts))
    first = max((starts[n] + of.lengths[n] for n in numbers), default=0)
    last_first = sorted(numbers, key=lambda number: (-starts[number] - of.lengths[number], -starts[number]))
    mirrored = _placed(last_first, of, of.behind)
    order = sorted(numbers, key=lambda number: (-mirrored[number] - of.lengths[number], -mirrored[number]))
    # Of two that begin together, what comes before (it takes no time) must stay in front.
    final = early(_in_front(order, of), of)
    if max((final[n] + of.lengths[n] for n in numbers), default=0) > first:
        final = list(starts)
    by_start = tuple(_in_front(sorted(numbers, key=final.__getitem__), of))
    return Plan(max((final[n] + of.lengths[n] for n in numbers), default=0), tuple(final), by_start)


def _in_front(order: Sequence[int], of: Network) -> list[int]:
    """Return the order with every activity behind those it comes after."""
    done: set[int] = set()
    found: list[int] = []
    for number in order:
        _put(number, of, done, found)
    return found


def _put(number: int, of: Network, done: set[int], found: list[int]) -> None:
    if number in done:
        return
    for first in of.before[number]:
        if first not in done:
            _put(first, of, done, found)
    done.add(number)
    found.append(number)
