"""What changes ask to be done: each thing with its last safe day and what it costs to leave it.

A change that cannot keep its date waits, and waiting costs what stands with it as "a day later costs"; where
nobody has said, that field is what is missing. How likely it is that work takes its longest nobody knows:
one time in twenty is assumed, as its three estimates are usually meant (Malcolm et al. 1959).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from fullscore.engine.calendars.clock import clock_of, local_day
from fullscore.engine.calendars.spans import Span, merged, overlapping
from fullscore.engine.calendars.workdays import DAY
from fullscore.engine.changes.effects import disturbed, profile
from fullscore.engine.changes.facts import Calendared
from fullscore.engine.changes.problem import Job, Problem
from fullscore.engine.changes.saying import called, person_called
from fullscore.engine.changes.schedule import Placed
from fullscore.engine.changes.sides import worth
from fullscore.engine.changes.violations import Rulebook, busy_hours
from fullscore.engine.estate.graph import ref_of
from fullscore.engine.findings.actions import Action, Missing
from fullscore.engine.findings.finding import Basis, Finding, Subject, Value
from fullscore.engine.findings.losses import Loss, Step
from fullscore.engine.findings.trace import Source, Trace, leaf, named

# Working days before people must be told on which an owner who is silent is worth a line.
NEAR = 5
# Assumed: how often work takes its longest.
LONGEST = Decimal("0.05")
_PERSON_DAY = Missing("settings", "organisation", "person_day_cost", "what a day of one person costs")


@dataclass(frozen=True, slots=True)
class _Asked:
    """The calendar as it stands on a day, and its rules read once."""

    known: Calendared
    book: Rulebook
    on: date

    @property
    def problem(self) -> Problem:
        return self.known.problem

    def where(self, ref: str) -> Placed | None:
        return next((each for each in self.known.placed if each.ref == ref), None)

    def starts_on(self, here: Placed) -> date:
        return local_day(here.start, self.problem.zone)


def actions(known: Calendared, *, on: date, book: Rulebook | None = None) -> tuple[Action, ...]:
    """Return everything to do about changes."""
    asked = _Asked(known, book or Rulebook(known.problem), on)
    found = (_unanswered, _short_windows, _windowless, _double_booked, _overdue, _missed, _vendors)
    return tuple(action for ask in found for action in ask(asked))


def _unanswered(asked: _Asked) -> Iterator[Action]:
    """Yield changes whose owners have not answered while people must soon be told of them."""
    silent: dict[str, list[str]] = {}
    for each in asked.known.unanswered:
        silent.setdefault(each.change, []).append(each.name)
    for ref, names in silent.items():
        here, job = asked.where(ref), asked.book.jobs.get(ref)
        if here is None or job is None or job.is_fixed:
            continue
        by = _told_by(asked, job, here)
        if _day(by) <= asked.problem.calendar.workdays_after(asked.on, NEAR):
            values: dict[str, Value] = {
                "people": tuple(names), "notice_by": _day(by), "day": asked.starts_on(here),
            }  # fmt: skip
            yield _waiting(asked, "change-unanswered", job, values, by)


def _short_windows(asked: _Asked) -> Iterator[Action]:
    """Yield changes that outlast every window of something they take away, should they take their longest."""
    for job in asked.problem.jobs:
        worst = max(job.minutes, job.longest or 0) + job.rollback
        windows = {
            node: max((_minutes(span) for span in merged(asked.problem.windows[node])), default=0)
            for node in sorted(asked.book.effects[job.ref].states) if asked.problem.windows.get(node)
        }  # fmt: skip
        node = min(windows, key=lambda each: (windows[each], each), default=None)
        if node is None or windows[node] >= worst:
            continue
        values: dict[str, Value] = {
            "name": job.name, "node": called(asked.problem, node), "minutes": worst, "longest": windows[node],
        }  # fmt: skip
        finding = Finding("change-window-short", Subject("changes", job.ref), values, basis=Basis.ASSUMED)
        yield _overrun(asked, Action(finding), node, worst)


def _overrun(asked: _Asked, action: Action, node: str, worst: int) -> Action:
    """Return it with what the work beyond the window would disturb, as often as that is assumed to happen."""
    ref, rate = action.finding.subject.ref, asked.known.rate
    here = asked.where(ref)
    if here is None:
        return replace(action, missing=Missing("changes", ref, "starts_on", "its date"))
    if rate is None:
        return replace(action, missing=_PERSON_DAY)
    ends = here.start + timedelta(minutes=worst)
    window = next((span for span in overlapping(merged(asked.problem.windows[node]), _span(here))), None)
    beyond = Span(window.end if window and window.end < ends else here.start, ends)
    people_hours = disturbed(profile(asked.problem, asked.book.effects[ref]), beyond)
    money = worth(leaf(people_hours, note="hours of work beyond the window"), rate)
    step = Step(
        max(asked.starts_on(here), asked.on), Decimal(str(money.value)), probability=LONGEST,
        basis=Basis.ASSUMED, reason="outage", trace=money,
    )  # fmt: skip
    return replace(action, loss=Loss((step,), rate.day.whose))


def _windowless(asked: _Asked) -> Iterator[Action]:
    """Yield the services people work with that no window is for, so that they may be away at any hour."""
    problem = asked.problem
    for service in sorted({use.service for use in problem.uses}):
        if problem.windows.get(service):
            continue
        people = len(frozenset().union(*(use.people for use in problem.uses if use.service == service)))
        name = called(problem, service)
        values: dict[str, Value] = {"name": name, "people": people}
        finding = Finding("service-without-window", Subject("services", ref_of(service)), values)
        missing = Missing("windows", ref_of(service), "service", f"when {name} may be away")
        yield Action(finding, group="service-without-window", missing=missing)


def _double_booked(asked: _Asked) -> Iterator[Action]:
    """Yield changes whose people work on another one at that time."""
    busy: dict[tuple[str, str], set[str]] = {}
    for here in sorted(asked.known.placed, key=lambda each: (each.start, each.ref), reverse=True):
        for rule in asked.book.alone(here, busy_hours(asked.known.placed, here.ref)):
            if not rule.key.startswith("people:") or rule.other is None or (rule.other, here.ref) in busy:
                continue
            busy.setdefault((here.ref, rule.other), set()).add(rule.key.partition(":")[2])
    for (ref, other), people in busy.items():
        job, here = asked.book.jobs[ref], next(each for each in asked.known.placed if each.ref == ref)
        names = tuple(person_called(asked.problem, person) for person in sorted(people))
        values = {"people": names, "other": asked.book.jobs[other].name, **_when(asked, here)}
        yield _waiting(asked, "person-double-booked", job, values, _told_by(asked, job, here))


def _overdue(asked: _Asked) -> Iterator[Action]:
    """Yield changes wanted by a day that has passed."""
    there = {each.ref: each for each in asked.known.placed}
    for job in asked.problem.jobs:
        if job.due is None or job.due >= asked.on or job.is_fixed or job.ref in asked.known.missed:
            continue
        day = asked.starts_on(there[job.ref]) if job.ref in there else None
        values: dict[str, Value] = {"due": job.due, "days_late": (asked.on - job.due).days, "day": day}
        yield _waiting(asked, "change-overdue", job, values)


def _missed(asked: _Asked) -> Iterator[Action]:
    """Yield changes whose date went by without a word on how it went."""
    for ref, day in sorted(asked.known.missed.items()):
        yield _waiting(asked, "change-date-passed", asked.book.jobs[ref], {"day": day})


def _vendors(asked: _Asked) -> Iterator[Action]:
    """Yield changes that need a vendor's people on an evening on which another one needs them too."""
    evenings: dict[tuple[str, date], list[Placed]] = {}
    for each in sorted(asked.known.placed, key=lambda each: (each.start, each.ref)):
        vendor = asked.book.jobs[each.ref].vendor
        if vendor is not None:
            evenings.setdefault((vendor, asked.starts_on(each)), []).append(each)
    for (vendor, _), (first, *more) in evenings.items():
        for then in more:
            name = asked.known.vendors.get(vendor, vendor)
            values = {"vendor": name, "other": asked.book.jobs[first.ref].name, **_when(asked, then)}
            by = _told_by(asked, asked.book.jobs[then.ref], then)
            yield _waiting(asked, "vendor-double-booked", asked.book.jobs[then.ref], values, by)


def _waiting(
    asked: _Asked, code: str, job: Job, values: Mapping[str, Value], by: Trace | None = None
) -> Action:
    """Return what makes a change wait, with what each day of waiting costs from its last safe day on."""
    trace = Trace(None, op="figures", args=(named(by, "act_by"),)) if by is not None else None
    act_by = _day(by) if by is not None else None
    finding = Finding(code, Subject("changes", job.ref), {"name": job.name, **values}, act_by, trace=trace)
    if job.day_cost is None:
        field = Missing("changes", job.ref, "waiting_cost_day", f"what a day later costs: {job.name}")
        return Action(finding, missing=field)
    cost = leaf(job.day_cost, Source("changes", job.ref, "waiting_cost_day"), "a day later")
    since = max(act_by + DAY, asked.on) if act_by is not None else asked.on
    step = Step(since, per_day=job.day_cost, reason="late", trace=cost)
    # A change that waits for three reasons waits once.
    return Action(finding, Loss((step,)), cause=f"changes:{job.ref}")


def _told_by(asked: _Asked, job: Job, here: Placed) -> Trace:
    """Return the last working day on which the change can still be moved or stopped in time."""
    calendar, day, count = asked.problem.calendar, asked.starts_on(here), max(job.notice_days, 1)
    by = calendar.workdays_before(day, count)
    closed = (each for each in sorted(calendar.closed) if by <= each < day)
    args = (
        leaf(day, Source("changes", job.ref, "starts_on"), "it starts on"),
        leaf(count, Source("changes", job.ref, "notice_days"), "working days before"),
        leaf(calendar.weekdays, note="working days"),
        *(leaf(each, note="closed") for each in closed),
    )
    return Trace(by, op="workdays-before", args=args, note="people are told by")


def _when(asked: _Asked, here: Placed) -> dict[str, Value]:
    zone = asked.problem.zone
    return {"day": local_day(here.start, zone), "starts": clock_of(here.start, zone)}


def _span(here: Placed) -> Span:
    return Span(here.start, here.end)


def _minutes(span: Span) -> int:
    return int(span.length.total_seconds()) // 60


def _day(trace: Trace) -> date:
    assert isinstance(trace.value, date)
    return trace.value
