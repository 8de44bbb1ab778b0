"""Where one change may start by each of its own rules, as ranges of slots."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from fullscore.engine.calendars.clock import local_day, midnight
from fullscore.engine.calendars.spans import Spans, merged
from fullscore.engine.calendars.workdays import DAY
from fullscore.engine.changes.effects import Effect, freezes_of
from fullscore.engine.changes.problem import Problem

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Unary:
    """A rule on one change alone: it holds for starts in these ranges [low, high) of slots."""

    key: str
    ranges: Ranges


def at_slot(problem: Problem, slot: int) -> datetime:
    return problem.begin + timedelta(minutes=problem.step * slot)


def slot_up(problem: Problem, at: datetime) -> int:
    """Return the first slot that does not begin before a moment."""
    return -((problem.begin - at) // timedelta(minutes=problem.step))


def slot_down(problem: Problem, at: datetime) -> int:
    """Return the last slot that does not begin after a moment."""
    return (at - problem.begin) // timedelta(minutes=problem.step)


def soak_until(problem: Problem, end: datetime, days: int) -> datetime:
    """Return until when a change that ends then is watched: the midnight after so many working days."""
    if not days:
        return end
    return midnight(problem.calendar.workdays_after(local_day(end, problem.zone), days) + DAY, problem.zone)


def whole(problem: Problem, effect: Effect) -> Ranges:
    """Return all starts from which the change ends within the problem's time: a fact, no rule."""
    last = problem.slots - effect.length + 1
    return ((0, last),) if last > 0 else ()


def unary(problem: Problem, effect: Effect) -> tuple[Unary, ...]:
    """Return every rule on this change alone that is not dropped, with the starts it allows."""
    found = [*_windows(problem, effect), *_frozen(problem, effect), *_days(problem, effect)]
    return tuple(each for each in found if each.key not in problem.dropped)


def allowed(
    problem: Problem, effect: Effect, rules: Iterable[Unary], without: Collection[str] = ()
) -> Ranges:
    """Return the starts all of these rules allow, those named in `without` left out."""
    found = whole(problem, effect)
    for rule in rules:
        if rule.key not in without:
            found = both(found, rule.ranges)
    return found


def both(one: Ranges, other: Ranges) -> Ranges:
    """Return the slots in both; each sorted and apart."""
    found, left, right = [], 0, 0
    while left < len(one) and right < len(other):
        low, high = max(one[left][0], other[right][0]), min(one[left][1], other[right][1])
        if low < high:
            found.append((low, high))
        if one[left][1] <= other[right][1]:
            left += 1
        else:
            right += 1
    return tuple(found)


def inside(problem: Problem, spans: Spans, length: int) -> Ranges:
    """Return the starts from which `length` slots lie inside one of the spans."""
    found = [
        (max(0, slot_up(problem, span.start)), slot_down(problem, span.end) - length + 1) for span in spans
    ]
    return tuple(each for each in found if each[0] < each[1])


def outside(problem: Problem, spans: Spans, length: int) -> Ranges:
    """Return the starts from which `length` slots touch none of the spans."""
    found, low = [], 0
    for span in spans:
        found.append((low, slot_down(problem, span.start) - length + 1))
        low = max(low, slot_up(problem, span.end))
    found.append((low, problem.slots))
    return tuple(each for each in found if each[0] < each[1])


def _windows(problem: Problem, effect: Effect) -> Iterable[Unary]:
    for node in sorted(effect.states):
        if node in problem.windows:
            spans = merged(problem.windows[node])
            yield Unary(f"window:{node}", inside(problem, spans, effect.length))


def _frozen(problem: Problem, effect: Effect) -> Iterable[Unary]:
    for each in freezes_of(problem, effect):
        if each.is_hard:
            yield Unary(f"freeze:{each.ref}", outside(problem, merged(each.spans), effect.length))


def _days(problem: Problem, effect: Effect) -> Iterable[Unary]:
    job, zone = effect.job, problem.zone
    if job.earliest is not None:
        yield Unary(f"earliest:{job.ref}", _from(problem, midnight(job.earliest, zone)))
    if job.latest is not None:
        yield Unary(f"latest:{job.ref}", until(problem, effect, midnight(job.latest + DAY, zone)))
    if job.notice_days:
        first = problem.calendar.workdays_after(problem.on, job.notice_days)
        yield Unary(f"notice:{job.ref}", _told(problem, effect, midnight(first, zone)))


def _told(problem: Problem, effect: Effect, at: datetime) -> Ranges:
    """Return the starts late enough to tell people; they were told of an announced date already."""
    late = _from(problem, at)
    job = effect.job
    if not (job.is_announced and job.set_for is not None):
        return late
    slot = slot_down(problem, job.set_for)
    return late if slot < 0 or (late and slot >= late[0][0]) else ((slot, slot + 1), *late)


def _from(problem: Problem, at: datetime) -> Ranges:
    low = max(0, slot_up(problem, at))
    return ((low, problem.slots),) if low < problem.slots else ()


def until(problem: Problem, effect: Effect, at: datetime) -> Ranges:
    """Return the starts from which the change is over by a moment."""
    high = slot_down(problem, at) - effect.length + 1
    return ((0, high),) if high > 0 else ()


def due_rule(problem: Problem, effect: Effect) -> Unary | None:
    """Return its due day as a rule, for who asks why a change is late."""
    job = effect.job
    if job.due is None:
        return None
    return Unary(f"due:{job.ref}", until(problem, effect, midnight(job.due + DAY, problem.zone)))


def person_starts(problem: Problem, effect: Effect, person: str) -> tuple[Unary, ...]:
    """Return when somebody may work on the change, by their hours and by each absence."""
    hand = next((each for each in problem.hands if each.ref == person), None)
    found = []
    if hand is not None and hand.hours is not None:
        found.append(Unary(f"hours:{person}", inside(problem, merged(hand.hours), effect.length)))
    found += [
        Unary(f"absence:{away.ref}", outside(problem, (away.span,), effect.length))
        for away in problem.absences if away.person == person
    ]  # fmt: skip
    return tuple(each for each in found if each.key not in problem.dropped)
