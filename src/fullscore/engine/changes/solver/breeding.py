"""Good plans of a project from lists crossed with one another: a population, the same for the same dice.

Every child is justified. Valls, Ballestín, Quintanilla, "A hybrid genetic algorithm for the RCPSP" (2008).
"""

from collections.abc import Callable, Sequence

import numpy as np

from fullscore.engine.changes.solver.serial import Network, Plan, chains, early, justified

POPULATION = 40
# Share of neighbours in a list that change places.
MUTATED = 0.04


def bred(
    of: Network, rng: np.random.Generator, *, children: int, least: int, stop: Callable[[], bool]
) -> Plan:
    """Return the best of so many plans; it ends early when one takes no longer than `least`."""
    people = _first(of, rng)
    for _ in range(max(0, children - POPULATION)):
        if people[0].length <= least or stop():
            break
        child = _child(_chosen(people, rng), _chosen(people, rng), of, rng)
        _replace(people, child)
    return people[0]


def _first(of: Network, rng: np.random.Generator) -> list[Plan]:
    """Lists by how much hangs on an activity, with ever more chance in it."""
    behind = chains(of.lengths, of.behind)
    tails = [tail + length for tail, length in zip(behind, of.lengths, strict=True)]
    found = []
    for number in range(POPULATION):
        noise = rng.random(len(of.lengths)) * (number / POPULATION) * max(tails, default=0)
        found.append(_plan(_listed([tail + more for tail, more in zip(tails, noise, strict=True)], of), of))
    return sorted(found, key=lambda plan: plan.length)


def _listed(weights: Sequence[float], of: Network) -> list[int]:
    """Return a list that keeps precedence, the heaviest of those that may be next in front."""
    waits = [len(firsts) for firsts in of.before]
    ready = [number for number, count in enumerate(waits) if count == 0]
    found = []
    while ready:
        number = max(ready, key=lambda each: (weights[each], -each))
        ready.remove(number)
        found.append(number)
        for later in of.behind[number]:
            waits[later] -= 1
            if waits[later] == 0:
                ready.append(later)
    return found


def _plan(order: Sequence[int], of: Network) -> Plan:
    return justified(early(order, of), of)


def _chosen(people: Sequence[Plan], rng: np.random.Generator) -> Plan:
    """The better of two drawn by lot; they stand best first."""
    return people[int(rng.integers(0, len(people), 2).min())]


def _child(mother: Plan, father: Plan, of: Network, rng: np.random.Generator) -> Plan:
    """The middle from one parent, both ends in the order of the other: precedence holds of itself."""
    one, two = sorted(int(cut) for cut in rng.integers(0, len(of.lengths) + 1, 2))
    head = mother.order[:one]
    taken = set(head)
    middle = [number for number in father.order if number not in taken][: two - one]
    taken.update(middle)
    order = [*head, *middle, *(number for number in mother.order if number not in taken)]
    for at in np.flatnonzero(rng.random(max(len(order) - 1, 0)) < MUTATED).tolist():
        if order[at] not in of.before[order[at + 1]]:
            order[at], order[at + 1] = order[at + 1], order[at]
    return _plan(order, of)


def _replace(people: list[Plan], child: Plan) -> None:
    """The child takes the worst one's place, if it is no worse and nobody is the same."""
    if child.length > people[-1].length or any(
        each.length == child.length and each.starts == child.starts for each in people
    ):
        return
    people.pop()
    place = next((at for at, each in enumerate(people) if child.length <= each.length), len(people))
    people.insert(place, child)
