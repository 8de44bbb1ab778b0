"""Classic projects: activities that need capacities while they run, and one another's end before they begin.

The same door as for changes, with the plainest rules: renewable capacities, precedence, as short as can be.
Whole units of time. Kolisch and Sprecher, "PSPLIB - A project scheduling problem library" (1997).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Activity:
    """Takes `length` units of time and so much of each capacity; begins when all `after` are over."""

    ref: str
    length: int
    needs: tuple[int, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """Raises `ValueError` for what can never be done, naming the activity."""

    activities: tuple[Activity, ...]
    capacities: tuple[int, ...]

    def __post_init__(self) -> None:
        known = {each.ref for each in self.activities}
        if len(known) < len(self.activities):
            raise ValueError("Each activity is named once.")
        for each in self.activities:
            if each.length < 0 or len(each.needs) not in {0, len(self.capacities)}:
                raise ValueError(
                    f"Activity {each.ref} says how long it takes and what it needs of everything."
                )
            if any(
                need > whole or need < 0 for need, whole in zip(each.needs, self.capacities, strict=False)
            ):
                raise ValueError(f"Activity {each.ref} needs more than there is.")
            if set(each.after) - known:
                raise ValueError(f"Activity {each.ref} comes after one that is not in the project.")
        topological(self)

    @property
    def horizon(self) -> int:
        """How long it takes to do one after the other."""
        return sum(each.length for each in self.activities)


@dataclass(frozen=True, slots=True)
class Course:
    """When each activity begins, how long all takes, and how long it takes at least (equal: proven).

    `is_cut`: the clock struck, so another run may find something else.
    """

    starts: Mapping[str, int]
    length: int
    bound: int
    is_cut: bool = False

    @property
    def is_proven(self) -> bool:
        return self.length == self.bound


def topological(project: Project) -> tuple[int, ...]:
    """Return the activities' numbers, each behind those it comes after. Raises `ValueError` for a circle."""
    place = {each.ref: number for number, each in enumerate(project.activities)}
    waits = [len(set(each.after)) for each in project.activities]
    follow: list[list[int]] = [[] for _ in project.activities]
    for number, each in enumerate(project.activities):
        for ref in set(each.after):
            follow[place[ref]].append(number)
    ready = [number for number, count in enumerate(waits) if count == 0]
    for number in ready:
        for later in follow[number]:
            waits[later] -= 1
            if waits[later] == 0:
                ready.append(later)
    if len(ready) < len(waits):
        circle = next(each.ref for each, count in zip(project.activities, waits, strict=True) if count)
        raise ValueError(f"Activity {circle} would have to wait for itself.")
    return tuple(ready)


def least(project: Project) -> int:
    """Return what no plan can beat: the longest chain, or the work for one capacity divided by it."""
    over: dict[str, int] = {}
    for number in topological(project):
        each = project.activities[number]
        over[each.ref] = max((over[ref] for ref in each.after), default=0) + each.length
    work = [
        -(-sum(each.length * each.needs[place] for each in project.activities if each.needs) // whole)
        for place, whole in enumerate(project.capacities)
        if whole
    ]
    return max((*over.values(), *work), default=0)


def faults(starts: Mapping[str, int], project: Project) -> tuple[str, ...]:
    """Return what a plan breaks, in words; read from the project alone, unit of time by unit of time."""
    missing = [each.ref for each in project.activities if starts.get(each.ref, -1) < 0]
    if missing:
        return tuple(f"{ref} has no start." for ref in missing)
    over = {each.ref: starts[each.ref] + each.length for each in project.activities}
    early = [
        f"{each.ref} begins before {ref} is over."
        for each in project.activities
        for ref in each.after
        if starts[each.ref] < over[ref]
    ]
    return (*early, *_overloads(starts, over, project))


def _overloads(starts: Mapping[str, int], over: Mapping[str, int], project: Project) -> tuple[str, ...]:
    """Between two moments at which something begins or ends nothing changes."""
    moments = sorted({*starts.values(), *over.values()})
    found = []
    for moment, _ in pairwise(moments):
        running = [each for each in project.activities if starts[each.ref] <= moment < over[each.ref]]
        for place, whole in enumerate(project.capacities):
            used = sum(each.needs[place] for each in running if each.needs)
            if used > whole:
                found.append(f"At {moment} capacity {place + 1} is asked for {used} of {whole}.")
    return tuple(found)
