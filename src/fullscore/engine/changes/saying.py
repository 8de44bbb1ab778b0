"""Broken rules as findings: the code, what it is about, and the values its sentence needs."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from fullscore.engine.calendars.clock import END_OF_DAY, clock_of, local_day
from fullscore.engine.calendars.spans import Span, Spans, merged
from fullscore.engine.changes.problem import Job, Problem
from fullscore.engine.changes.schedule import Violation
from fullscore.engine.estate.graph import Node
from fullscore.engine.findings.finding import Finding, Subject, Value

# Odd spans that do not keep a week from being one, and how many different ones a week has at most.
_ODD, _WEEK = 3, 7
_DAY = timedelta(days=1, hours=2)
_NONE: Mapping[str, Value] = MappingProxyType({})
# The rule's word in its key, and the code that says it is broken.
CODES = {
    "window": "change-window-missed", "freeze": "change-frozen", "earliest": "change-too-early",
    "latest": "change-too-late", "notice": "change-notice-short", "hours": "change-hours-outside",
    "absence": "change-absent", "order": "change-order-broken", "soak": "change-soaking",
    "clash": "change-clash", "redundancy": "change-redundancy-lost", "joint": "change-joint-outage",
    "announced": "change-other-announced", "due": "change-late", "people": "change-person-busy",
    "crew": "change-crew-missing", "horizon": "change-outside-plan",
}  # fmt: skip


def said(
    problem: Problem, key: str, job: Job, *, other: str | None = None, values: Mapping[str, Value] = _NONE
) -> Violation:
    """Return a broken rule with its finding; `values` are what the rule's sentence needs beside the names."""
    word, _, rest = key.partition(":")
    named = {"name": job.name, **({"other": _job(problem, other).name} if other else {}), **values}
    if word == "order":
        first, _, then = rest.partition(">")
        named |= {"first": _job(problem, first).name, "then": _job(problem, then).name}
    code = CODES[word]
    return Violation(key, job.ref, Finding(code, Subject("changes", job.ref), named), other)


@dataclass(frozen=True, slots=True)
class _At:
    """A rule on one change: what its key says behind the word, and where the change would lie."""

    problem: Problem
    rest: str
    job: Job
    span: Span | None


def by_key(problem: Problem, key: str, job: Job, span: Span | None = None) -> Violation:
    """Return a rule that stands against a change, said by its key; `span` is where the change would lie."""
    word, _, rest = key.partition(":")
    if word in _VALUES:
        return said(problem, key, job, values=_VALUES[word](_At(problem, rest, job, span)))
    if word in {"soak", "clash", "announced"}:
        return said(problem, key, job, other=rest)
    if word == "order":
        first, _, then = rest.partition(">")
        return said(problem, key, job, other=first if then == job.ref else then)
    return said(problem, key, job, values={"node": called(problem, rest)})


def called(problem: Problem, node: Node) -> str:
    return problem.graph.names.get(node, node.partition(":")[2])


def person_called(problem: Problem, ref: str) -> str:
    return next((hand.name for hand in problem.hands if hand.ref == ref), ref)


def _job(problem: Problem, ref: str) -> Job:
    return next(job for job in problem.jobs if job.ref == ref)


def _clocks(problem: Problem, start: datetime, end: datetime) -> dict[str, Value]:
    """Return a span as sentences write it; `end` on the next day only when the clock says so."""
    return {
        "day": local_day(start, problem.zone), "from": clock_of(start, problem.zone),
        "last": local_day(end, problem.zone), "to": clock_of(end, problem.zone),
    }  # fmt: skip


def _window(at: _At) -> dict[str, Value]:
    problem, job = at.problem, at.job
    after = at.span.start if at.span else problem.begin
    spans = merged(problem.windows.get(at.rest, ()))
    coming = next((each for each in spans if each.start >= after), None)
    times: dict[str, Value] = _clocks(problem, coming.start, coming.end) if coming else {"day": None}
    longest = max((int(each.length.total_seconds()) // 60 for each in spans), default=0)
    return {
        "node": called(problem, at.rest), "minutes": job.minutes + job.rollback, "longest": longest,
        "openings": openings(spans, problem.zone), **times,
    }  # fmt: skip


def _freeze(at: _At) -> dict[str, Value]:
    found = next(each for each in at.problem.freezes if each.ref == at.rest)
    spans = merged(found.spans)
    hit = next((each for each in spans if at.span and each.overlaps(at.span)), spans[0] if spans else None)
    times: dict[str, Value] = _clocks(at.problem, hit.start, hit.end) if hit else {"day": None}
    return {"freeze": found.name, **times}


def _notice(at: _At) -> dict[str, Value]:
    first = at.problem.calendar.workdays_after(at.problem.on, at.job.notice_days)
    return {"days": at.job.notice_days, "day": first}


def _absence(at: _At) -> dict[str, Value]:
    away = next(each for each in at.problem.absences if each.ref == at.rest)
    times = _clocks(at.problem, away.span.start, away.span.end)
    return {"person": person_called(at.problem, away.person), "needs": _needs(at.job), **times}


def _hours(at: _At) -> dict[str, Value]:
    hand = next((each for each in at.problem.hands if each.ref == at.rest), None)
    spans = merged(hand.hours or ()) if hand is not None else ()
    said = openings(spans, at.problem.zone)
    return {"person": person_called(at.problem, at.rest), "needs": _needs(at.job), "openings": said}


def _needs(job: Job) -> int:
    """Return how many people it takes."""
    return sum(demand.count for demand in job.crew)


def openings(spans: Spans, zone: str) -> tuple[str, ...]:
    """Return hours that come back every week: "6 22:00 04:00" is Saturday; none where there is no such week.

    What is cut off where the plan begins and ends, or on the days clocks change, does not count.
    """
    told = Counter(_opening(span, zone) for span in spans if span.length < _DAY)
    weekly = sorted(text for text, count in told.items() if count > 1)
    is_weekly = sum(told[text] for text in weekly) >= len(spans) - _ODD and len(weekly) <= _WEEK
    return tuple(weekly) if is_weekly else ()


def _opening(span: Span, zone: str) -> str:
    closes = clock_of(span.end, zone)
    closes = END_OF_DAY if closes == "00:00" else closes
    return f"{local_day(span.start, zone).isoweekday()} {clock_of(span.start, zone)} {closes}"


_VALUES: Mapping[str, Callable[[_At], dict[str, Value]]] = {
    "window": _window,
    "freeze": _freeze,
    "earliest": lambda at: {"day": at.job.earliest},
    "latest": lambda at: {"day": at.job.latest},
    "due": lambda at: {"day": at.job.due},
    "notice": _notice,
    "hours": _hours,
    "absence": _absence,
}
