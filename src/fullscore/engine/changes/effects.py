"""What each change does while it runs: how long it takes, what it takes down, whom it disturbs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from operator import itemgetter

from fullscore.engine.calendars.spans import Span, Spans, merged
from fullscore.engine.changes.problem import Frozen, Job, Problem, Risk
from fullscore.engine.estate.graph import Node, State, register_of
from fullscore.engine.estate.impact import Index, impact, indexed

SERVICES = "services"
# Working days in which nothing else touches what was changed, where nobody has said how many.
USUAL_SOAK: Mapping[Risk, int] = {Risk.LOW: 0, Risk.MEDIUM: 1, Risk.HIGH: 3}
Profile = tuple[tuple[Span, int], ...]
# A moment, whether something begins (1) or ends (-1) there, and which of the uses that is.
Mark = tuple[datetime, int, int]
_SOFT = -1


@dataclass(frozen=True, slots=True)
class Effect:
    """One change while it runs. `length` counts slots of the problem's step, taking back included.

    `states` are the nodes not up, `services` those of them that people use, `downs` those that are down;
    `soaks_on` is what other changes keep off while it is watched.
    """

    job: Job
    length: int
    states: Mapping[Node, State]
    services: frozenset[Node]
    touched: frozenset[Node]
    soaks_on: frozenset[Node]
    downs: frozenset[Node]
    soak_days: int

    @property
    def meets(self) -> frozenset[Node]:
        """Return what a freeze may stand for: what it touches and what that affects."""
        return self.touched | self.states.keys()


def failures(job: Job) -> dict[Node, State]:
    """Return what fails while the change runs, before anything follows from it."""
    found: dict[Node, State] = {}
    for touch in job.touches:
        if touch.how is not State.UP:
            found[touch.node] = max(touch.how, found.get(touch.node, State.UP))
    return found


def length_of(job: Job, step: int) -> int:
    """Return how many slots the change takes: its duration and taking it back, rounded up."""
    return -(-(job.minutes + job.rollback) // step)


def hours_of(job: Job) -> Decimal:
    return Decimal(job.minutes + job.rollback) / 60


def effects(problem: Problem, index: Index | None = None) -> dict[str, Effect]:
    """Return the effect of every change by its ref."""
    index = index or indexed(problem.graph)
    above: dict[Node, set[Node]] = {}
    for link in problem.graph.links:
        if register_of(link.node) == SERVICES:
            above.setdefault(link.on, set()).add(link.node)
    return {job.ref: _effect(job, problem, index, above) for job in problem.jobs}


def _effect(job: Job, problem: Problem, index: Index, above: Mapping[Node, set[Node]]) -> Effect:
    states = impact(index, failures(job), hours=hours_of(job)).states
    touched = frozenset(touch.node for touch in job.touches)
    directly = frozenset(service for node in touched for service in above.get(node, ()))
    return Effect(
        job, length_of(job, problem.step), states,
        frozenset(node for node in states if register_of(node) == SERVICES), touched, touched | directly,
        frozenset(node for node, state in states.items() if state is State.DOWN),
        USUAL_SOAK[job.risk] if job.soak_days is None else job.soak_days,
    )  # fmt: skip


def freezes_of(problem: Problem, effect: Effect) -> tuple[Frozen, ...]:
    """Return the freezes, hard and soft, that stand for a change; dropped ones do not."""
    return tuple(
        each for each in problem.freezes
        if (each.nodes is None or each.nodes & effect.meets) and f"freeze:{each.ref}" not in problem.dropped
    )  # fmt: skip


def profile(problem: Problem, effect: Effect) -> Profile:
    """Return how many people the change disturbs at which times, as spans apart from each other.

    Somebody is counted once, however many of the services they use are affected. In a soft freeze everybody
    who uses one of them counts, at any hour, and at least one person.
    """
    uses = [use for use in problem.uses if use.service in effect.services]
    marks = [mark for number, use in enumerate(uses) for mark in _marks(use.spans, number)]
    soft = merged(
        span for each in freezes_of(problem, effect) if not each.is_hard for span in each.spans
    )  # fmt: skip
    return _levelled([*marks, *_marks(soft, _SOFT)], [use.people for use in uses])


def _marks(spans: Spans, number: int) -> Iterable[Mark]:
    for span in spans:
        yield span.start, 1, number
        yield span.end, -1, number


def _levelled(marks: list[Mark], people: list[frozenset[str]]) -> Profile:
    """Walk along the marks. What is open at once comes back day after day, so it is counted once."""
    known: dict[frozenset[int], int] = {}
    here, since = Counter[int](), None
    found: list[tuple[Span, int]] = []
    for at, sign, number in sorted(marks, key=itemgetter(0)):
        if since is not None and since < at and here:
            uses = frozenset(here)
            if uses not in known:
                known[uses] = _counted(uses, people)
            if known[uses]:
                found.append((Span(since, at), known[uses]))
        since = at
        here[number] += sign
        if not here[number]:
            del here[number]
    return tuple(found)


def _counted(uses: frozenset[int], people: list[frozenset[str]]) -> int:
    if _SOFT in uses:
        return max(1, len(frozenset().union(*people)))
    return len(frozenset().union(*(people[number] for number in uses)))


def disturbed(told: Profile, span: Span) -> Decimal:
    """Return the person-hours that a change lying in `span` disturbs."""
    seconds = Decimal(0)
    for each, people in told:
        if each.start < span.end and span.start < each.end:
            lap = min(each.end, span.end) - max(each.start, span.start)
            seconds += people * int(lap.total_seconds())
    return seconds / 3600
