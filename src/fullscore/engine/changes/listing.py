"""A first schedule at once: the most urgent change takes the first place nothing stands against.

A list rule (Kolisch 1996): what is fixed or was announced keeps its place where it can; the rest follows by
what waiting costs, each after what comes before it. No rule is ever broken; what finds no place stays out.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.crew import crew_for
from fullscore.engine.changes.effects import Profile, disturbed, profile
from fullscore.engine.changes.problem import Job, Problem
from fullscore.engine.changes.schedule import Placed, Schedule
from fullscore.engine.changes.starts import Ranges, allowed, both, slot_down, slot_up, unary
from fullscore.engine.changes.values import late
from fullscore.engine.changes.violations import Rulebook, busy_hours, placed_at

# Starts tried for one change before the list rule gives it up; the solver looks at all of them.
_MOST_TRIED = 4000


def list_schedule(problem: Problem, book: Rulebook | None = None) -> Schedule:
    """Return a schedule that breaks no rule, most urgent changes first."""
    return _Listing(problem, book or Rulebook(problem)).run()


class _Listing:
    def __init__(self, problem: Problem, book: Rulebook) -> None:
        self.problem, self.book = problem, book
        self.placed: list[Placed] = []
        self.profiles: dict[str, Profile] = {}

    def run(self) -> Schedule:
        for job in _in_order(self.problem.jobs):
            found = self._place(job)
            if found is not None:
                self.placed.append(found)
        there = {each.ref for each in self.placed}
        unplaced = tuple(job.ref for job in self.problem.jobs if job.ref not in there)
        return Schedule(tuple(sorted(self.placed, key=lambda each: (each.start, each.ref))), unplaced)

    def _place(self, job: Job) -> Placed | None:
        effect = self.book.effects[job.ref]
        if job.is_fixed and job.set_for is not None:
            slot = slot_down(self.problem, job.set_for)
            fixed = placed_at(self.problem, effect, slot)
            start = job.set_for
            return Placed(job.ref, start, start + (fixed.end - fixed.start), fixed.soak_until)
        if not {*job.after} <= {each.ref for each in self.placed}:
            return None
        return next(iter(self._candidates(job)), None)

    def _candidates(self, job: Job) -> Iterable[Placed]:
        """Yield places that break nothing, the undisturbed ones on the first days first."""
        effect = self.book.effects[job.ref]
        ranges = allowed(self.problem, effect, unary(self.problem, effect))
        if job.is_announced and job.set_for is not None:
            slot = slot_down(self.problem, job.set_for)
            if any(low <= slot < high for low, high in ranges):
                kept = self._tried(job, slot)
                if kept is not None:
                    yield kept
        ranges = both(ranges, self._after(job))
        yield from self._calm_first(job, ranges)

    def _after(self, job: Job) -> Ranges:
        ends = [each.end for each in self.placed if each.ref in job.after]
        low = max((slot_up(self.problem, end) for end in ends), default=0)
        return ((max(0, low), self.problem.slots),)

    def _calm_first(self, job: Job, ranges: Ranges) -> Iterable[Placed]:
        """Yield places by what they cost: late days, then people disturbed, then the earliest."""
        effect = self.book.effects[job.ref]
        told = self.profiles.setdefault(job.ref, profile(self.problem, effect))
        waiting: list[tuple[object, Placed]] = []
        tried = 0
        for slot in (slot for low, high in ranges for slot in range(low, high)):
            tried += 1
            if tried > _MOST_TRIED:
                break
            bare = placed_at(self.problem, effect, slot)
            cost = (late(job, bare, self.problem), disturbed(told, Span(bare.start, bare.end)))
            if any(cost):
                waiting.append(((*cost, slot), bare))
                continue
            found = self._tried(job, slot)
            if found is not None:
                yield found
        for _, bare in sorted(waiting, key=lambda each: each[0]):  # type: ignore[arg-type, return-value]
            found = self._tried(job, slot_down(self.problem, bare.start))
            if found is not None:
                yield found

    def _tried(self, job: Job, slot: int) -> Placed | None:
        """Return the change there with its crew, or None when anything stands against it."""
        effect = self.book.effects[job.ref]
        bare = placed_at(self.problem, effect, slot)
        if any(True for other in self.placed for _ in self.book.pair(bare, other)):
            return None
        who = crew_for(self.problem, job, Span(bare.start, bare.end), busy_hours(self.placed, job.ref))
        if who is None:
            return None
        here = Placed(job.ref, bare.start, bare.end, bare.soak_until, who)
        return here if not self.book.of(job.ref, [*self.placed, here]) else None


def _in_order(jobs: Sequence[Job]) -> list[Job]:
    """Return the changes in the order of placing: fixed, announced, urgent; each after what comes before."""
    known = {job.ref: job for job in jobs}
    found: dict[str, Job] = {}
    asked: set[str] = set()

    def take(job: Job) -> None:
        if job.ref in found or job.ref in asked:
            return
        asked.add(job.ref)
        for first in job.after:
            take(known[first])
        found[job.ref] = job

    for job in sorted(jobs, key=_urgency):
        take(job)
    return list(found.values())


def _urgency(job: Job) -> tuple[bool, bool, date, float, str]:
    day = min((each for each in (job.latest, job.due) if each is not None), default=date.max)
    return not job.is_fixed, not job.is_announced, day, -float(job.day_cost or 0), job.ref
