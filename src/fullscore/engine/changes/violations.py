"""Every rule a schedule breaks, worked out from the problem and the impact of its graph, in plain Python.

Nothing here knows how a schedule was found: it runs after every solve and every drag.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from fullscore.engine.calendars.clock import local_day, midnight
from fullscore.engine.calendars.spans import Span, covered, merged, overlapping
from fullscore.engine.calendars.workdays import DAY
from fullscore.engine.changes.crew import Busy, crew_for, hindrances, matched, places_of
from fullscore.engine.changes.effects import Effect, effects, failures, freezes_of, hours_of
from fullscore.engine.changes.problem import Job, Problem
from fullscore.engine.changes.saying import by_key, called, person_called, said
from fullscore.engine.changes.schedule import Placed, Violation
from fullscore.engine.changes.starts import at_slot, soak_until
from fullscore.engine.estate.graph import Node, State
from fullscore.engine.estate.impact import Index, impact, indexed
from fullscore.engine.findings.finding import Value

# Nothing stops a service only when more than three changes meet: larger sets are not looked at.
LARGEST_JOINT = 3


class Rulebook:
    """A problem read once, so that many schedules and many drags can be checked against it."""

    def __init__(self, problem: Problem, told: Mapping[str, Effect] | None = None) -> None:
        self.problem = problem
        self.index: Index = indexed(problem.graph)
        self.effects = dict(told) if told is not None else effects(problem, self.index)
        self.jobs = {job.ref: job for job in problem.jobs}

    def all(self, placed: Sequence[Placed]) -> tuple[Violation, ...]:
        """Return every broken rule of the schedule, the first change first."""
        ordered = sorted(placed, key=lambda each: (each.start, each.ref))
        found = [rule for each in ordered for rule in self.alone(each, busy_hours(ordered, each.ref))]
        for one, other in combinations(ordered, 2):
            found += self.pair(one, other)
        found += self.missing(ordered)
        return (*found, *self.redundancy(ordered), *self.joint(ordered))

    def of(self, ref: str, placed: Sequence[Placed]) -> tuple[Violation, ...]:
        """Return the broken rules that have to do with one change of the schedule, and no others."""
        here = next(each for each in placed if each.ref == ref)
        others = [each for each in placed if each.ref != ref]
        found = [*self.alone(here, busy_hours(placed, ref))]
        for other in others:
            found += self.pair(here, other)
        near = [each for each in others if _reach(each).overlaps(_reach(here))]
        found += [*self.redundancy([here, *near], ref), *self.joint([here, *near], ref)]
        return (*found, *(rule for rule in self.missing(placed) if rule.change == ref))

    def alone(self, here: Placed, busy: Busy) -> Iterable[Violation]:
        """Yield the rules broken by where a change lies, whatever the others do but for people's time."""
        problem, effect = self.problem, self.effects[here.ref]
        job, span = effect.job, Span(here.start, here.end)
        if not job.is_fixed and (here.start < problem.begin or here.end > problem.end):
            yield said(problem, f"horizon:{job.ref}", job)
        if not job.is_fixed:
            yield from (by_key(problem, key, job, span) for key in self._own_keys(effect, span))
            yield from self._crew(job, span, here.who, busy)

    def _own_keys(self, effect: Effect, span: Span) -> Iterable[str]:
        keys = (*self._times(effect, span), *self._days(effect.job, span))
        return (key for key in keys if key not in self.problem.dropped)

    def _times(self, effect: Effect, span: Span) -> Iterable[str]:
        for node in sorted(effect.states):
            windows = self.problem.windows.get(node)
            if windows is not None and not covered(merged(windows), span):
                yield f"window:{node}"
        for each in freezes_of(self.problem, effect):
            if each.is_hard and overlapping(merged(each.spans), span):
                yield f"freeze:{each.ref}"

    def _days(self, job: Job, span: Span) -> Iterable[str]:
        problem = self.problem
        if job.earliest is not None and local_day(span.start, problem.zone) < job.earliest:
            yield f"earliest:{job.ref}"
        if job.latest is not None and span.end > midnight(job.latest + DAY, problem.zone):
            yield f"latest:{job.ref}"
        if job.notice_days and not (job.is_announced and job.set_for == span.start):
            first = problem.calendar.workdays_after(problem.on, job.notice_days)
            if local_day(span.start, problem.zone) < first:
                yield f"notice:{job.ref}"

    def _crew(self, job: Job, span: Span, who: Sequence[str], busy: Busy) -> Iterable[Violation]:
        problem, places = self.problem, places_of(job)
        short = next((demand for demand in job.crew if len(set(demand.people)) < demand.count), None)
        if short is not None:
            yield said(problem, f"crew:{job.ref}", job, values={"skill": short.skill or "people"})
            return
        if not places or self._is_manned(job, span, who, busy):
            return
        people = dict.fromkeys(who or (person for place in places for person in place))
        is_hindered = False
        for person in people:
            for key, other in hindrances(problem, person, span, busy):
                is_hindered = True
                name: dict[str, Value] = {"person": person_called(problem, person)}
                is_busy = other is not None
                yield (
                    said(problem, key, job, other=other, values=name)
                    if is_busy
                    else by_key(problem, key, job, span)
                )
        if not is_hindered:
            # Everybody named is free, and yet they are too few, or not whom the change asks for.
            yield said(problem, f"crew:{job.ref}", job, values={"skill": job.crew[0].skill or "people"})

    def _is_manned(self, job: Job, span: Span, who: Sequence[str], busy: Busy) -> bool:
        if not who:
            return crew_for(self.problem, job, span, busy) is not None
        named = frozenset(who)
        places = places_of(job)
        is_fit = len(named) == len(who) == len(places) and matched(places, named.__contains__) is not None
        return is_fit and not any(hindrances(self.problem, person, span, busy) for person in who)

    def pair(self, one: Placed, other: Placed) -> Iterable[Violation]:
        """Yield the rules two changes break between them: order, clash and what is still watched."""
        yield from self._ordered(one, other)
        yield from self._ordered(other, one)
        a, b = self.effects[one.ref], self.effects[other.ref]
        problem = self.problem
        if Span(one.start, one.end).overlaps(Span(other.start, other.end)) and a.services & b.services:
            keys = {f"clash:{a.job.ref}", f"clash:{b.job.ref}"}
            if not keys & problem.dropped:
                yield said(problem, f"clash:{other.ref}", a.job, other=other.ref)
        yield from self._soaking(one, other)
        yield from self._soaking(other, one)

    def _ordered(self, then: Placed, first: Placed) -> Iterable[Violation]:
        job, key = self.jobs[then.ref], f"order:{first.ref}>{then.ref}"
        if first.ref in job.after and then.start < first.end and key not in self.problem.dropped:
            yield said(self.problem, key, job, other=first.ref)

    def _soaking(self, watched: Placed, other: Placed) -> Iterable[Violation]:
        key = f"soak:{watched.ref}"
        if watched.soak_until <= watched.end or key in self.problem.dropped:
            return
        is_near = self.effects[other.ref].touched & self.effects[watched.ref].soaks_on
        if is_near and Span(watched.end, watched.soak_until).overlaps(Span(other.start, other.end)):
            yield said(self.problem, key, self.jobs[other.ref], other=watched.ref)

    def missing(self, placed: Sequence[Placed]) -> Iterable[Violation]:
        """Yield changes whose predecessor has no date."""
        there = {each.ref for each in placed}
        for each in placed:
            job = self.jobs[each.ref]
            for first in job.after:
                key = f"order:{first}>{job.ref}"
                if first not in there and key not in self.problem.dropped:
                    yield said(self.problem, key, job, other=first)

    def redundancy(self, placed: Sequence[Placed], ref: str | None = None) -> Iterable[Violation]:
        """Yield moments at which too few of what stands in for each other are left, by `ref` if named."""
        for group in self.index.groups:
            key = f"redundancy:{group.node}"
            if key in self.problem.dropped:
                continue
            supporters = frozenset(group.supporters)
            there = [(each, each_down) for each in placed
                     if (each_down := self.effects[each.ref].downs & supporters)]  # fmt: skip
            spare = len(supporters) - group.min_up
            for crowd in self._crowds(there, spare):
                if ref is None or ref in (each.ref for each in crowd):
                    yield self._together(key, crowd, ref)

    def _crowds(
        self, there: Sequence[tuple[Placed, frozenset[Node]]], spare: int
    ) -> Iterable[Sequence[Placed]]:
        # Each set that is down together is met when the last of it begins.
        for last, _ in there:
            active = [
                (each, down) for each, down in there
                if each.start <= last.start and _reach(each).end > last.start
            ]  # fmt: skip
            if len(active) > 1 and len(frozenset().union(*(down for _, down in active))) > spare:
                yield [*(each for each, _ in active if each is not last), last]

    def _together(self, key: str, some: Sequence[Placed], ref: str | None) -> Violation:
        """Return what these break together: said of the one that came last, beside `ref` if that is named."""
        *others, last = some
        other = ref if ref not in {None, last.ref} else others[-1].ref
        node = called(self.problem, key.partition(":")[2])
        return said(self.problem, key, self.jobs[last.ref], other=other, values={"node": node})

    def joint(self, placed: Sequence[Placed], ref: str | None = None) -> Iterable[Violation]:
        """Yield sets of two or three running at once that stop a service none of their parts stops.

        With `ref` those it is one of.
        """
        shared = frozenset(node for group in self.index.groups for node in group.supporters)
        risky = sorted(
            (each for each in placed if self.effects[each.ref].downs & shared),
            key=lambda each: (each.start, each.ref),
        )
        # Changes that all run at once are met when the last of them begins.
        for at, last in enumerate(risky):
            running = [each for each in risky[:at] if each.end > last.start]
            for size in range(1, LARGEST_JOINT):
                for some in combinations(running, size):
                    refs = tuple(each.ref for each in (*some, last))
                    nodes = self.stopped(refs) if ref is None or ref in refs else ()
                    for node in sorted(nodes):
                        if f"joint:{node}" not in self.problem.dropped:
                            yield self._together(f"joint:{node}", (*some, last), ref)

    def stopped(self, refs: Sequence[str]) -> frozenset[Node]:
        """Return the services these changes stop at once that no smaller part of them stops."""
        smaller = (part for size in range(1, len(refs)) for part in combinations(refs, size))
        return self._down(refs) - frozenset().union(*(self._down(part) for part in smaller))

    def _down(self, refs: Sequence[str]) -> frozenset[Node]:
        if len(refs) == 1:
            effect = self.effects[refs[0]]
            return effect.downs & effect.services
        failed: dict[Node, State] = {}
        for ref in refs:
            for node, state in failures(self.jobs[ref]).items():
                failed[node] = max(state, failed.get(node, State.UP))
        longest = max(hours_of(self.jobs[ref]) for ref in refs)
        states = impact(self.index, failed, hours=longest).states
        return frozenset(
            node for node, state in states.items() if state is State.DOWN and node.startswith("services:")
        )


def violations(
    placed: Sequence[Placed], problem: Problem, told: Mapping[str, Effect] | None = None
) -> tuple[Violation, ...]:
    """Return every rule of the problem that the schedule breaks; none means that it may be kept."""
    return Rulebook(problem, told).all(placed)


def busy_hours(placed: Sequence[Placed], ref: str) -> dict[str, list[tuple[Span, str]]]:
    """Return when people work on other changes than this one."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for each in placed:
        if each.ref != ref:
            for person in each.who:
                found.setdefault(person, []).append((Span(each.start, each.end), each.ref))
    return found


def _reach(each: Placed) -> Span:
    return Span(each.start, max(each.end, each.soak_until))


def placed_at(problem: Problem, effect: Effect, start_slot: int, who: tuple[str, ...] = ()) -> Placed:
    """Return a change where it starts at a slot, with its end and its watch."""
    start, end = at_slot(problem, start_slot), at_slot(problem, start_slot + effect.length)
    return Placed(effect.job.ref, start, end, soak_until(problem, end, effect.soak_days), who)
