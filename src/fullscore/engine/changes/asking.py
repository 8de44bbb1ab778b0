"""Can one change be placed at all when some rules are dropped? An exact answer, without a solver.

Asked for one change, all others are free: those nobody needs are left out, and what must come before it (and
before that) has to be placed with it. Announced changes, and those that run, stay where they are; so does
everything else when it is asked what can be had without moving anybody (`stay`).

Why it is exact. Beside what stays put, every rule on one change is a set of starts (`beside`). Of two to be
placed, "b begins when a is over", "... when a is no longer watched", "b ends no sooner than a" all read
`start_b >= f(start_a)` with f never falling. Sets of starts and such inequalities are closed under the
minimum of two solutions, so the least fixed point is the one solution that starts everything earliest, and
where there is none there is no solution. What is not of that form (two changes may not overlap; two or
three may not all run at once) is a choice of such inequalities: intervals that overlap two by two share a
moment (Helly), so some two must be apart, one way round or the other. Each choice is tried. Who works on what
is such a choice too where two changes that overlap ask for the same people.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fullscore.engine.changes.beside import Beside, joints, reach, spares
from fullscore.engine.changes.choosing import Choice, Choosing, Edge
from fullscore.engine.changes.crew import places_of
from fullscore.engine.changes.schedule import Placed
from fullscore.engine.changes.starts import Ranges, Unary, allowed, both, due_rule, slot_up, unary, whole
from fullscore.engine.changes.violations import Rulebook, placed_at

Starts = Mapping[str, int]
_FREE = frozenset[str]()
# So many ways are tried in all about one change; eight that must all come before, and all clash, have more.
MOST_WAYS = 5_000


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for one change beside those that stay: its own rules, theirs, and its people's."""

    own: tuple[Unary, ...]
    people: Mapping[str, tuple[Unary, ...]]


class Question:
    """One change asked for.

    `stay` are the changes that keep their place, but those in `announced` when that rule of theirs is
    dropped. `is_due` makes the change's due day a rule.
    """

    def __init__(
        self, book: Rulebook, ref: str, stay: Sequence[Placed], announced: Collection[str] = (),
        *, is_due: bool = False, ways: int = MOST_WAYS,
    ) -> None:  # fmt: skip
        self.book, self.ref, self.is_due = book, ref, is_due
        self.stay = {each.ref: each for each in stay if each.ref != ref}
        self.announced = frozenset(announced) & self.stay.keys()
        self.joint = joints(book, self._reachable(), self.stay)
        self.ways, self._tried = ways, 0
        self._known: dict[tuple[str, frozenset[str]], tuple[Beside, Rules]] = {}

    def needed(self, dropped: Collection[str] = ()) -> tuple[str, ...]:
        """Return the change and what must be placed before it, itself first."""
        found, waiting, staying = list[str](), [self.ref], self.staying(dropped)
        while waiting:
            ref = waiting.pop()
            if ref in found or ref in staying:
                continue
            found.append(ref)
            gone = {*dropped, *self.book.problem.dropped}
            waiting += [a for a in self.book.jobs[ref].after if f"order:{a}>{ref}" not in gone]
        return tuple(found)

    def staying(self, dropped: Collection[str]) -> frozenset[str]:
        return frozenset(
            ref for ref in self.stay if ref not in self.announced or f"announced:{ref}" not in dropped
        )

    def keys(self) -> tuple[str, ...]:
        """Return every rule that may stand against the change; facts are none."""
        free = sorted(self._reachable())
        found = [f"announced:{ref}" for ref in sorted(self.announced)]
        for ref in free:
            _, rules = self._rules(ref, _FREE)
            job = self.book.jobs[ref]
            found += [rule.key for rule in rules.own]
            found += [rule.key for each in rules.people.values() for rule in each]
            found += [f"order:{a}>{ref}" for a in job.after]
            found += [f"soak:{ref}", f"clash:{ref}"] if len(free) > 1 else []
        if len(free) > 1:
            found += [f"redundancy:{spare.node}" for spare in spares(self.book)]
            found += [f"joint:{node}" for joint in self.joint for node in joint.nodes]
        gone = self.book.problem.dropped
        return tuple(key for key in dict.fromkeys(found) if not key.startswith("people:") and key not in gone)

    def _reachable(self) -> tuple[str, ...]:
        """Return what may have to be placed if announced dates fell as well."""
        return self.needed([f"announced:{ref}" for ref in self.announced])

    def own_rules(self) -> tuple[Unary, ...]:
        """Return the rules on the change itself, its people's included."""
        _, rules = self._rules(self.ref, _FREE)
        problem, effect = self.book.problem, self.book.effects[self.ref]
        people = (rule for each in rules.people.values() for rule in each)
        own = unary(problem, effect)
        due = due_rule(problem, effect) if self.is_due else None
        return (*own, *people, *([due] if due else []))

    def bars(self, key: str) -> bool:
        """Say whether a rule can bar anything; one that allows every start to whom it concerns cannot."""
        if key.startswith("announced:"):
            away = frozenset({key.partition(":")[2]})
            return any(self._rules(ref, away)[1] != self._rules(ref, _FREE)[1] for ref in self._reachable())
        is_concerned = False
        for ref in self._reachable():
            _, rules = self._rules(ref, _FREE)
            for rule in (*rules.own, *(each for some in rules.people.values() for each in some)):
                if rule.key == key:
                    is_concerned = True
                    if both(rule.ranges, self._whole(ref)) != self._whole(ref):
                        return True
        return not is_concerned

    def _whole(self, ref: str) -> Ranges:
        return whole(self.book.problem, self.book.effects[ref])

    def first(self, dropped: Collection[str] = ()) -> Placed | None:
        """Return the change at its earliest start without the dropped rules; None where there is none."""
        best: list[int] = []
        for starts in self._solutions(dropped, best):
            best[:] = [starts[self.ref]]
        return self._placed(best[0]) if best else None

    def last(self, dropped: Collection[str] = ()) -> Placed | None:
        """Return a latest start: what comes before it is as early as can be, which bars it least.

        Exact where nothing but one order joins them; else a start that works, if not the latest.
        """
        for starts in self._solutions(dropped):
            ranges = self._ranges(self.ref, dropped, Choice())
            for low, high in reversed(ranges):
                if high - 1 >= starts[self.ref] and self._is_fine({**starts, self.ref: high - 1}, dropped):
                    return self._placed(max(high - 1, starts[self.ref]))
                if low <= starts[self.ref]:
                    break
            return self._placed(starts[self.ref])
        return None

    def is_placeable(self, dropped: Collection[str] = ()) -> bool:
        """Say whether there is any place for the change without the dropped rules.

        Where there are too many ways to try them all, nothing is ruled out, and `is_cut` says so.
        """
        return next(self._solutions(dropped), None) is not None or self.is_cut

    @property
    def is_cut(self) -> bool:
        """Say whether there were more ways than are tried."""
        return self._tried > self.ways

    def ranges(self, dropped: Collection[str] = ()) -> Ranges:
        """Return the starts the change may have beside those that stay, all rules but the dropped kept."""
        return self._ranges(self.ref, dropped, Choice())

    def _placed(self, slot: int, ref: str | None = None) -> Placed:
        return placed_at(self.book.problem, self.book.effects[ref or self.ref], slot)

    def _is_fine(self, starts: Starts, dropped: Collection[str]) -> bool:
        return not self._ways_out(starts, dropped, Choice())

    def _solutions(self, dropped: Collection[str], best: Sequence[int] = ()) -> Iterator[Starts]:
        """Yield solutions; where there is a best so far, only those in which the change begins sooner."""
        free = self.needed(dropped)
        gone = {*dropped, *self.book.problem.dropped}
        edges = tuple(
            Edge(first, ref) for ref in free for first in self.book.jobs[ref].after
            if first in free and f"order:{first}>{ref}" not in gone
        )  # fmt: skip
        yield from self._search(free, dropped, Choice(edges), best)

    def _search(
        self, free: Sequence[str], dropped: Collection[str], choice: Choice, best: Sequence[int]
    ) -> Iterator[Starts]:
        self._tried += 1
        starts = None if self.is_cut else self._least(free, dropped, choice)
        # A choice never lets anything begin sooner.
        if starts is None or (best and starts[self.ref] >= best[0]):
            return
        choices = self._ways_out(starts, dropped, choice)
        if not choices:
            yield starts
        for each in choices:
            yield from self._search(free, dropped, each, best)

    def _ways_out(self, starts: Starts, dropped: Collection[str], choice: Choice) -> list[Choice]:
        lying = {ref: self._placed(slot, ref) for ref, slot in starts.items()}
        staying = {ref: self.stay[ref] for ref in self.staying(dropped)}
        gone = frozenset({*dropped, *self.book.problem.dropped})
        return Choosing(self.book, self.joint, lying, staying, gone, choice).ways_out()

    def _least(self, free: Sequence[str], dropped: Collection[str], choice: Choice) -> dict[str, int] | None:
        """Return the least fixed point: every change as early as its starts and the inequalities allow."""
        ranges = {ref: self._ranges(ref, dropped, choice) for ref in free}
        lows = dict.fromkeys(free, 0)
        while True:
            starts = {ref: _at_or_after(ranges[ref], lows[ref]) for ref in free}
            if any(start is None for start in starts.values()):
                return None
            found = {ref: start for ref, start in starts.items() if start is not None}
            pushed = dict(found)
            for edge in choice.edges:
                pushed[edge.then] = max(pushed[edge.then], self._after(edge, found[edge.first]))
            if pushed == found:
                return found
            lows = pushed

    def _after(self, edge: Edge, slot: int) -> int:
        first, then = self.book.effects[edge.first], self.book.effects[edge.then]
        if edge.kind == "reach":
            return slot_up(self.book.problem, reach(self._placed(slot, edge.first)).end)
        return slot + first.length - (then.length if edge.kind == "even" else 0)

    def _ranges(self, ref: str, dropped: Collection[str], choice: Choice) -> Ranges:
        beside, rules = self._rules(ref, frozenset(self.stay) - self.staying(dropped))
        gone = frozenset({*dropped, *self.book.problem.dropped})
        if f"clash:{ref}" in gone:
            gone |= {rule.key for rule in rules.own if rule.key.startswith("clash:")}
        found = allowed(self.book.problem, self.book.effects[ref], rules.own, gone)
        for one, ranges in choice.ranges:
            found = both(found, ranges) if one == ref else found
        people = {
            person: allowed(self.book.problem, self.book.effects[ref], each, gone)
            for person, each in rules.people.items()
        }  # fmt: skip
        crew = choice.crew(ref)
        if crew is None:
            return both(found, beside.crewed(people))
        for person in crew:
            found = both(found, people[person])
        return found

    def _rules(self, ref: str, away: frozenset[str]) -> tuple[Beside, Rules]:
        """Return the rules on one change while some of those that stay are gone."""
        if (ref, away) not in self._known:
            stay = [each for one, each in self.stay.items() if one not in away]
            beside = Beside(self.book, ref, stay, self.joint)
            effect = self.book.effects[ref]
            due = due_rule(self.book.problem, effect) if self.is_due and ref == self.ref else None
            own = (*unary(self.book.problem, effect), *beside.rules(), *([due] if due else []))
            people = {person for place in places_of(effect.job) for person in place}
            rules = Rules(own, {person: beside.person(person) for person in sorted(people)})
            self._known[ref, away] = beside, rules
        return self._known[ref, away]


def _at_or_after(ranges: Ranges, slot: int) -> int | None:
    return next((max(low, slot) for low, high in ranges if high > slot), None)
