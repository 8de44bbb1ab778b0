"""A first schedule at once: the most urgent change takes the best place nothing stands against.

A list rule (Kolisch 1996): what is fixed or was announced keeps its place where it can; the rest follows by
what waiting costs, each after what comes before it. No rule is ever broken; what finds no place stays out.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import combinations

import numpy as np
import numpy.typing as npt

from fullscore.engine.calendars.clock import local_day, midnight
from fullscore.engine.calendars.spans import Span, merged
from fullscore.engine.calendars.workdays import DAY
from fullscore.engine.changes.beside import Beside, Joint
from fullscore.engine.changes.crew import crew_for, matched, places_of
from fullscore.engine.changes.effects import Effect, freezes_of, profile
from fullscore.engine.changes.problem import Job, Problem
from fullscore.engine.changes.schedule import Placed, Schedule
from fullscore.engine.changes.starts import Ranges, allowed, both, outside, person_starts, soak_until, unary
from fullscore.engine.changes.values import weight_of
from fullscore.engine.changes.violations import LARGEST_JOINT, Rulebook, busy_hours, placed_at
from fullscore.engine.estate.graph import Node

Costs = npt.NDArray[np.float64]
Slots = npt.NDArray[np.int64]


def list_schedule(problem: Problem, book: Rulebook | None = None) -> Schedule:
    """Return a schedule that breaks no rule, most urgent changes first."""
    listing = _Listing(problem, book or Rulebook(problem))
    for job in _in_order(problem.jobs):
        listing.place(job)
    placed = sorted(listing.placed.values(), key=lambda each: (each.start, each.ref))
    return Schedule(tuple(placed), tuple(job.ref for job in problem.jobs if job.ref not in listing.placed))


class _Listing:
    def __init__(self, problem: Problem, book: Rulebook) -> None:
        self.problem, self.book = problem, book
        self.placed: dict[str, Placed] = {}
        self.shared = frozenset(node for group in book.index.groups for node in group.supporters)
        self.days = _days(problem)
        self._sums: dict[tuple[frozenset[Node], tuple[str, ...]], tuple[Costs, Costs]] = {}

    def place(self, job: Job) -> None:
        if job.is_fixed and job.set_for is not None:
            self.placed[job.ref] = self._fixed(job, job.set_for)
            return
        if any(first not in self.placed for first in job.after if self._holds(f"order:{first}>{job.ref}")):
            return
        found = self._best(job, self._open(job))
        if found is not None:
            self.placed[job.ref] = found

    def _holds(self, key: str) -> bool:
        return key not in self.problem.dropped

    def _fixed(self, job: Job, start: datetime) -> Placed:
        """Return a change that runs, where it runs; somebody works on it, whatever their hours say."""
        effect = self.book.effects[job.ref]
        span = Span(start, start + timedelta(minutes=self.problem.step * effect.length))
        who = self._crew(job, span) or matched(places_of(job), lambda _: True) or ()
        return Placed(job.ref, start, span.end, soak_until(self.problem, span.end, effect.soak_days), who)

    def _crew(self, job: Job, span: Span) -> tuple[str, ...] | None:
        return crew_for(self.problem, job, span, busy_hours(tuple(self.placed.values()), job.ref))

    def _open(self, job: Job) -> Slots:
        """Return every start that neither its own rules nor the others stand against, but for people."""
        effect, stay = self.book.effects[job.ref], tuple(self.placed.values())
        found = allowed(self.problem, effect, unary(self.problem, effect))
        for rule in Beside(self.book, job.ref, stay, tuple(self._joint(effect))).rules():
            if found and self._holds(rule.key):
                found = both(found, rule.ranges)
        return np.concatenate([np.arange(0), *(np.arange(low, high) for low, high in found)])

    def _free(self, job: Job, slots: Slots) -> dict[str, npt.NDArray[np.bool_]]:
        """Return for everybody asked for at which of the starts they are free."""
        effect = self.book.effects[job.ref]
        busy = busy_hours(tuple(self.placed.values()), job.ref)
        found = {}
        for person in {person for place in places_of(job) for person in place}:
            spans = merged(span for span, _ in busy.get(person, ()))
            ranges = outside(self.problem, spans, effect.length)
            for rule in person_starts(self.problem, effect, person):
                ranges = both(ranges, rule.ranges)
            found[person] = _among(ranges, slots)
        return found

    def _joint(self, effect: Effect) -> Iterable[Joint]:
        """Yield the sets of what is placed and runs at once that this change would complete to an outage."""
        if not effect.downs & self.shared:
            return
        risky = [each for each in self.placed.values() if self.book.effects[each.ref].downs & self.shared]
        for size in range(1, LARGEST_JOINT):
            for some in combinations(risky, size):
                if max(each.start for each in some) < min(each.end for each in some):
                    refs = (effect.job.ref, *(each.ref for each in some))
                    nodes = sorted(node for node in self.book.stopped(refs) if self._holds(f"joint:{node}"))
                    yield Joint(frozenset(refs), tuple(nodes))

    def _best(self, job: Job, slots: Slots) -> Placed | None:
        """Return the place that costs least: late days, then people disturbed, then the earliest.

        An announced date is kept where it can be.
        """
        effect, places, free = self.book.effects[job.ref], places_of(job), self._free(job, slots)
        if matched(places, lambda _: True) is None:
            return None
        kept = np.ones(len(slots))
        if job.is_announced and job.set_for is not None:
            kept[slots * self._step == (job.set_for - self.problem.begin).total_seconds()] = 0
        told = [slots, self._disturbed(effect, slots), self._late(job, slots + effect.length), kept]
        for at in np.lexsort(told):
            who = matched(places, lambda person, at=at: bool(free[person][at]))  # type: ignore[misc]
            if who is not None:
                return placed_at(self.problem, effect, int(slots[at]), who)
        return None

    @property
    def _step(self) -> int:
        return 60 * self.problem.step

    def _late(self, job: Job, ends: Slots) -> Costs:
        if job.due is None:
            return np.zeros(len(ends))
        first = local_day(self.problem.begin, self.problem.zone)
        day = np.searchsorted(self.days, ends * self._step, side="left")
        late: Costs = np.maximum(0.0, day - float((job.due - first).days)) * weight_of(job)
        return late

    def _disturbed(self, effect: Effect, slots: Slots) -> Costs:
        """Return the person-seconds each start disturbs: what is disturbed by its end, less by its start."""
        key = effect.services, tuple(each.ref for each in freezes_of(self.problem, effect))
        if key not in self._sums:
            self._sums[key] = self._summed(effect)
        marks, sums = self._sums[key]
        starts = slots * self._step
        before, after = (np.interp(at, marks, sums) for at in (starts, starts + effect.length * self._step))
        disturbed: Costs = np.rint(after - before)
        return disturbed

    def _summed(self, effect: Effect) -> tuple[Costs, Costs]:
        """Return moments in seconds, and how many person-seconds were disturbed up to each."""
        marks, sums = [0.0], [0.0]
        for span, people in profile(self.problem, effect):
            start, end = ((at - self.problem.begin).total_seconds() for at in (span.start, span.end))
            marks += [start, end]
            sums += [sums[-1], sums[-1] + people * (end - start)]
        known = slice(1, None) if len(marks) > 1 else slice(None)
        return np.array(marks[known]), np.array(sums[known])


def _among(ranges: Ranges, slots: Slots) -> npt.NDArray[np.bool_]:
    """Return which of the slots lie in the ranges: behind as many beginnings as ends, and one more."""
    edges = np.array([edge for low_high in ranges for edge in low_high])
    found: npt.NDArray[np.bool_] = np.searchsorted(edges, slots, side="right") % 2 == 1
    return found


def _days(problem: Problem) -> Costs:
    """Return the midnights after the first day, in seconds from the beginning."""
    first, last = (local_day(at, problem.zone) for at in (problem.begin, problem.end))
    nights = (midnight(first + number * DAY, problem.zone) for number in range(1, (last - first).days + 2))
    return np.array([(night - problem.begin).total_seconds() for night in nights])


def _in_order(jobs: Sequence[Job]) -> list[Job]:
    """Return the changes in the order of placing: fixed, announced, urgent; each after what comes before."""
    known = {job.ref: job for job in jobs}
    found: dict[str, Job] = {}
    asked: set[str] = set()
    ahead = sorted(jobs, key=_urgency, reverse=True)
    while ahead:
        job = ahead.pop()
        if job.ref in found:
            continue
        waits = [known[first] for first in job.after if first not in asked]
        if job.ref not in asked and waits:
            asked.add(job.ref)
            ahead += [job, *sorted(waits, key=_urgency, reverse=True)]
            continue
        asked.add(job.ref)
        found[job.ref] = job
    return list(found.values())


def _urgency(job: Job) -> tuple[bool, bool, date, float, str]:
    day = min((each for each in (job.latest, job.due) if each is not None), default=date.max)
    return not job.is_fixed, not job.is_announced, day, -float(job.day_cost or 0), job.ref
