"""Ways out of what two or three changes may not do together, each a choice of inequalities; see `asking`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations

from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.beside import Beside, Joint, reach, spares
from fullscore.engine.changes.crew import places_of
from fullscore.engine.changes.schedule import Placed
from fullscore.engine.changes.starts import Ranges
from fullscore.engine.changes.violations import Rulebook


@dataclass(frozen=True, slots=True)
class Edge:
    """`then` begins when `first` is over ("end"), no longer watched ("reach"), or ends no sooner ("even")."""

    first: str
    then: str
    kind: str = "end"


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen on the way: inequalities, sets of starts, and who works on what."""

    edges: tuple[Edge, ...] = ()
    ranges: tuple[tuple[str, Ranges], ...] = ()
    crews: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def crew(self, ref: str) -> tuple[str, ...] | None:
        return next((people for each, people in self.crews if each == ref), None)


@dataclass(frozen=True, slots=True)
class Choosing:
    """Changes `lying` where they were put, beside those that stay, without the rules that are `gone`."""

    book: Rulebook
    joint: Sequence[Joint]
    lying: Mapping[str, Placed]
    staying: Mapping[str, Placed]
    gone: frozenset[str]
    choice: Choice

    def ways_out(self) -> list[Choice]:
        """Return the ways out of the first thing that is wrong with these starts; none: nothing is."""
        if len(self.lying) == 1:
            return []
        for one, other in combinations(self.lying.values(), 2):
            edges = self._parted(one, other)
            if edges:
                return [self._with(edge) for edge in edges]
            crews = self._crews(one, other)
            if crews:
                return crews
        return self._crowded() or self._jointly()

    def _parted(self, one: Placed, other: Placed) -> list[Edge]:
        a, b = self.book.effects[one.ref], self.book.effects[other.ref]
        is_same_time = Span(one.start, one.end).overlaps(Span(other.start, other.end))
        mine, theirs = set(self.choice.crew(one.ref) or ()), set(self.choice.crew(other.ref) or ())
        clash = a.services & b.services and not {f"clash:{one.ref}", f"clash:{other.ref}"} & self.gone
        if is_same_time and (clash or mine & theirs):
            return [Edge(one.ref, other.ref), Edge(other.ref, one.ref)]
        for watched, near in ((one, other), (other, one)):
            meets = self.book.effects[near.ref].touched & self.book.effects[watched.ref].soaks_on
            if f"soak:{watched.ref}" in self.gone or not meets or watched.soak_until <= watched.end:
                continue
            if near.start < watched.soak_until and near.end > watched.end:
                return [Edge(watched.ref, near.ref, "reach"), Edge(near.ref, watched.ref, "even")]
        return []

    def _crews(self, one: Placed, other: Placed) -> list[Choice]:
        """Return who may work on one of two that overlap and ask for the same people."""
        if not Span(one.start, one.end).overlaps(Span(other.start, other.end)):
            return []
        asked = [{person for place in places_of(self.book.jobs[each.ref]) for person in place}
                 for each in (one, other)]  # fmt: skip
        open_one = next((each.ref for each in (one, other) if self.choice.crew(each.ref) is None), None)
        if open_one is None or not asked[0] & asked[1]:
            return []
        places = places_of(self.book.jobs[open_one])
        crews = dict.fromkeys(
            tuple(sorted(crew)) for crew in permutations(sorted(frozenset().union(*places)), len(places))
            if all(person in place for person, place in zip(crew, places, strict=True))
        )  # fmt: skip
        return [replace(self.choice, crews=(*self.choice.crews, (open_one, crew))) for crew in crews]

    def _crowded(self) -> list[Choice]:
        for spare in spares(self.book):
            if f"redundancy:{spare.node}" in self.gone:
                continue
            there = {
                each.ref: each for each in (*self.lying.values(), *self.staying.values())
                if self.book.effects[each.ref].downs & spare.supporters
            }  # fmt: skip
            for last in there.values():
                active = [each for each in there.values() if _holds(reach(each), last)]
                downs = (self.book.effects[each.ref].downs & spare.supporters for each in active)
                mine = [each.ref for each in active if each.ref in self.lying]
                if len(mine) > 1 and len(frozenset().union(*downs)) > spare.count:
                    return self._apart(active, "reach")
        return []

    def _jointly(self) -> list[Choice]:
        there = {**self.staying, **self.lying}
        for joint in self.joint:
            if not joint.refs <= there.keys() or all(f"joint:{node}" in self.gone for node in joint.nodes):
                continue
            some = [there[ref] for ref in sorted(joint.refs)]
            if max(each.start for each in some) < min(each.end for each in some):
                return self._apart(some, "end")
        return []

    def _apart(self, some: Sequence[Placed], kind: str) -> list[Choice]:
        """Return every way to keep two of these apart; what stays put bars starts of the other."""
        found = []
        for one, other in permutations(some, 2):
            if one.ref in self.lying and other.ref in self.lying:
                found.append(self._with(Edge(one.ref, other.ref, kind)))
            elif one.ref in self.lying:
                beside = Beside(self.book, one.ref, (), ())
                end = reach(other).end if kind == "reach" else other.end
                apart = beside.unwatched if kind == "reach" else beside.apart
                found.append(
                    replace(self.choice, ranges=(*self.choice.ranges, (one.ref, apart(other.start, end))))
                )
        return found

    def _with(self, edge: Edge) -> Choice:
        return replace(self.choice, edges=(*self.choice.edges, edge))


def _holds(span: Span, other: Placed) -> bool:
    return span.start <= other.start < span.end
