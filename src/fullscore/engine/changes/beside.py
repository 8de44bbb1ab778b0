"""Where one change may start while others stay where they are, rule by rule, as ranges of slots.

What two changes may not do together becomes a rule on the start of one of them once the other stands still.
All of it is monotone in the start: a later start ends later and is watched longer, so what a rule bars is
always one run of slots, and its edges are found by bisection.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, pairwise

from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.crew import matched, places_of
from fullscore.engine.changes.effects import Effect
from fullscore.engine.changes.problem import Job
from fullscore.engine.changes.schedule import Placed
from fullscore.engine.changes.starts import Ranges, Unary, at_slot, both, person_starts, soak_until
from fullscore.engine.changes.violations import LARGEST_JOINT, Rulebook
from fullscore.engine.estate.graph import Node


@dataclass(frozen=True, slots=True)
class Joint:
    """Changes that together stop services which no smaller part of them stops."""

    refs: frozenset[str]
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Spare:
    """What stands in for each other below a node: which of it may be away at once, and how many."""

    node: Node
    supporters: frozenset[Node]
    count: int


def spares(book: Rulebook) -> tuple[Spare, ...]:
    """Return for each group how many of it may be away at once."""
    return tuple(
        Spare(group.node, frozenset(group.supporters), len(frozenset(group.supporters)) - group.min_up)
        for group in book.index.groups
    )


def joints(book: Rulebook, free: Iterable[str], stay: Mapping[str, Placed]) -> tuple[Joint, ...]:
    """Return the sets of two or three changes, one of them free at least, that may not all run at once.

    Of those that stay only such as run at once somewhere: the others never meet.
    """
    shared = frozenset(node for group in book.index.groups for node in group.supporters)
    mine = frozenset(free)
    risky = sorted(ref for ref in mine | stay.keys() if book.effects[ref].downs & shared)
    found = []
    for size in range(2, LARGEST_JOINT + 1):
        for some in combinations(risky, size):
            if not mine & set(some) or not _meet([stay[ref] for ref in some if ref not in mine]):
                continue
            if nodes := book.stopped(some):
                found.append(Joint(frozenset(some), tuple(sorted(nodes))))
    return tuple(found)


def _meet(some: Sequence[Placed]) -> bool:
    return not some or max(each.start for each in some) < min(each.end for each in some)


class Beside:
    """One change, and what the changes that stay put leave open to it."""

    def __init__(self, book: Rulebook, ref: str, stay: Sequence[Placed], joint: Sequence[Joint]) -> None:
        self.book, self.problem, self.effect = book, book.problem, book.effects[ref]
        self.job: Job = self.effect.job
        self.stay = {each.ref: each for each in stay if each.ref != ref}
        self.joint = joint

    def rules(self) -> tuple[Unary, ...]:
        """Return what the others bar, each as a rule on the start; what bars nothing is left out."""
        found = [rule for each in self.stay.values() for rule in self._of(each)]
        found += self._redundant()
        found += self._jointly()
        everywhere = ((0, self.problem.slots),)
        return tuple(rule for rule in found if rule.ranges != everywhere)

    def crewed(self, people: Mapping[str, Ranges]) -> Ranges:
        """Return the starts at which everybody asked for is there; `people` are the starts of each."""
        return manned(places_of(self.job), people, self.problem.slots)

    def person(self, ref: str) -> tuple[Unary, ...]:
        """Return when somebody may start on it: hours and absences, and the other work they stay with."""
        busy = (
            Unary(f"people:{ref}", self.apart(each.start, each.end))
            for each in self.stay.values() if ref in each.who
        )  # fmt: skip
        return (*person_starts(self.problem, self.effect, ref), *busy)

    def _of(self, each: Placed) -> Iterator[Unary]:
        other: Effect = self.book.effects[each.ref]
        mine, theirs = self.job.ref, each.ref
        if self.effect.services & other.services and f"clash:{mine}" not in self.problem.dropped:
            yield Unary(f"clash:{theirs}", self.apart(each.start, each.end))
        if each.soak_until > each.end and self.effect.touched & other.soaks_on:
            yield Unary(f"soak:{theirs}", self.apart(each.end, each.soak_until))
        if self.effect.soak_days and other.touched & self.effect.soaks_on:
            yield Unary(f"soak:{mine}", self._outside(
                self._first(lambda slot: self.watched(slot) > each.start),
                self._first(lambda slot: self.ends(slot) >= each.end),
            ))  # fmt: skip
        if theirs in self.job.after:
            yield Unary(f"order:{theirs}>{mine}", self._from(each.end))
        if mine in other.job.after:
            yield Unary(f"order:{mine}>{theirs}", self._until(each.start))

    def _redundant(self) -> Iterator[Unary]:
        for spare in spares(self.book):
            mine = self.effect.downs & spare.supporters
            if not mine:
                continue
            for span in self._crowded(spare, mine):
                yield Unary(f"redundancy:{spare.node}", self.unwatched(span.start, span.end))

    def _crowded(self, spare: Spare, mine: frozenset[Node]) -> Iterator[Span]:
        """Yield the spans in which those that stay leave too little for this change to be away as well."""
        there = [
            (reach(each), down) for each in self.stay.values()
            if (down := self.book.effects[each.ref].downs & spare.supporters)
        ]  # fmt: skip
        edges = sorted({edge for span, _ in there for edge in (span.start, span.end)})
        for start, end in pairwise(edges):
            here = [down for span, down in there if span.start <= start < span.end]
            if here and len(mine.union(*here)) > spare.count:
                yield Span(start, end)

    def _jointly(self) -> Iterator[Unary]:
        for joint in self.joint:
            others = [self.stay[ref] for ref in joint.refs if ref in self.stay]
            if self.job.ref not in joint.refs or len(others) < len(joint.refs) - 1:
                continue
            start, end = max(each.start for each in others), min(each.end for each in others)
            if start < end:
                for node in joint.nodes:
                    yield Unary(f"joint:{node}", self.apart(start, end))

    def ends(self, slot: int) -> datetime:
        return at_slot(self.problem, slot + self.effect.length)

    def watched(self, slot: int) -> datetime:
        return soak_until(self.problem, self.ends(slot), self.effect.soak_days)

    def unwatched(self, start: datetime, end: datetime) -> Ranges:
        """Return the starts from which neither the change nor its watch meets a span."""
        low = self._first(lambda slot: self.watched(slot) > start)
        return self._outside(low, self._first(lambda slot: at_slot(self.problem, slot) >= end))

    def apart(self, start: datetime, end: datetime) -> Ranges:
        """Return the starts from which the change does not meet a span."""
        low = self._first(lambda slot: self.ends(slot) > start)
        return self._outside(low, self._first(lambda slot: at_slot(self.problem, slot) >= end))

    def _from(self, at: datetime) -> Ranges:
        return self._outside(0, self._first(lambda slot: at_slot(self.problem, slot) >= at))

    def _until(self, at: datetime) -> Ranges:
        return self._outside(self._first(lambda slot: self.ends(slot) > at), self.problem.slots)

    def _first(self, is_so: Callable[[int], bool]) -> int:
        """Return the first slot of which it is so; it stays so from there on."""
        return bisect_left(range(self.problem.slots), x=True, key=is_so)

    def _outside(self, low: int, high: int) -> Ranges:
        if high <= low:
            return ((0, self.problem.slots),)
        parts = ((0, low), (high, self.problem.slots))
        return tuple(part for part in parts if part[0] < part[1])


def reach(each: Placed) -> Span:
    """Return how long a change and its watch last."""
    return Span(each.start, max(each.end, each.soak_until))


def manned(places: Sequence[Sequence[str]], people: Mapping[str, Ranges], slots: int) -> Ranges:
    """Return the starts at which there is somebody for each place, nobody twice (Kuhn 1955)."""
    if not places:
        return ((0, slots),)
    edges = sorted({0, slots, *(edge for each in people.values() for low_high in each for edge in low_high)})
    found: list[tuple[int, int]] = []
    for low, high in pairwise(edges):
        free = {person for person, each in people.items() if both(each, ((low, high),))}
        if matched(places, free.__contains__) is None:
            continue
        if found and found[-1][1] == low:
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    return tuple(found)
