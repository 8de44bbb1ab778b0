"""Changes as jobs to be placed: what takes part, what cannot, and what is missing of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_CEILING, Decimal

from fullscore.engine.calendars.clock import moment
from fullscore.engine.changes import classes
from fullscore.engine.changes.effects import Effect, effects
from fullscore.engine.changes.ordering import circle
from fullscore.engine.changes.problem import Job, Problem, Risk, Touch
from fullscore.engine.changes.states import OVER, Stage
from fullscore.engine.estate.graph import State
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.store import living as store
from fullscore.store.models import Change
from fullscore.usecases.changes import hands
from fullscore.usecases.changes.living.rating import facts_of
from fullscore.usecases.changes.places import Ground, odd

REGISTER = "changes"
_STATES = {"up": State.UP, "degraded": State.DEGRADED, "down": State.DOWN}
_GIVEN_UP = {Stage.ROLLED_BACK.value, Stage.ABANDONED.value}


@dataclass(frozen=True, slots=True)
class Jobs:
    """What takes part; `left` are findings of what cannot, by change; `noted` of what can all the same."""

    jobs: tuple[Job, ...]
    left: Mapping[str, tuple[Finding, ...]]
    noted: Mapping[str, tuple[Finding, ...]]


def is_open(row: Change) -> bool:
    return row.state not in {stage.value for stage in OVER}


def jobs(ground: Ground) -> Jobs:
    """Return every open change as a job, with what comes before it as far as that is still to be done."""
    rows = {row.ref: row for row in ground.rows.changes}
    open_rows = {ref: row for ref, row in rows.items() if is_open(row)}
    left: dict[str, tuple[Finding, ...]] = {}
    noted: dict[str, list[Finding]] = {}
    after = {ref: _after(ref, ground, rows, noted) for ref in open_rows}
    for ref, row in open_rows.items():
        missing = tuple(_missing(row, ground))
        if missing:
            left[ref] = missing
    left |= _circles({ref: each for ref, each in after.items() if ref not in left}, rows, left)
    left |= _behind(after, rows, left)
    found = []
    for ref, row in open_rows.items():
        if ref not in left:
            found.append(_job(row, after[ref], ground, noted.setdefault(ref, [])))
    return Jobs(tuple(found), left, {ref: tuple(each) for ref, each in noted.items() if each})


def said(code: str, row: Change, **values: Value) -> Finding:
    """Return a finding about one change."""
    return Finding(code, Subject(REGISTER, row.ref), {"name": row.name, **values})


def _after(
    ref: str, ground: Ground, rows: Mapping[str, Change], noted: dict[str, list[Finding]]
) -> tuple[str, ...]:
    """Return what must still come before it: what is done holds nothing up, what was given up is named."""
    found = []
    for first in ground.rows.after.get(ref, ()):
        row = rows.get(first)
        if row is None or row.state in _GIVEN_UP:
            name, state = (row.name, row.state) if row else (first, "put away")
            noted.setdefault(ref, []).append(
                said("change-before-given-up", rows[ref], other=name, state=state)
            )
        elif is_open(row):
            found.append(first)
    return tuple(found)


def _missing(row: Change, ground: Ground) -> Iterator[Finding]:
    if not row.likely_hours:
        yield said("change-without-length", row)
    elif minutes_of(row) > (ground.end - ground.begin).total_seconds() / 60:
        yield said("change-longer-than-plan", row)
    if row.state == Stage.RUNNING and row.begun_at is None and row.starts_on is None:
        yield said("change-without-beginning", row)


def _circles(
    after: Mapping[str, tuple[str, ...]], rows: Mapping[str, Change], left: Mapping[str, tuple[Finding, ...]]
) -> dict[str, tuple[Finding, ...]]:
    """Return a finding for each change that waits for itself; every circle is named."""
    waits = {ref: tuple(first for first in each if first not in left) for ref, each in after.items()}
    found: dict[str, tuple[Finding, ...]] = {}
    while refs := circle(waits):
        names = tuple(rows[ref].name for ref in refs)
        for ref in refs:
            found[ref] = (said("change-order-cycle", rows[ref], names=names),)
            waits.pop(ref)
        waits = {ref: tuple(each for each in before if each in waits) for ref, before in waits.items()}
    return found


def _behind(
    after: Mapping[str, tuple[str, ...]], rows: Mapping[str, Change], left: Mapping[str, tuple[Finding, ...]]
) -> dict[str, tuple[Finding, ...]]:
    """Return a finding for each change that waits for one that takes no part."""
    found: dict[str, tuple[Finding, ...]] = {}
    is_new = True
    while is_new:
        is_new = False
        for ref, before in after.items():
            first = next((each for each in before if each in left or each in found), None)
            if first is not None and ref not in left and ref not in found:
                found[ref] = (said("change-waits-for-unplanned", rows[ref], other=rows[first].name),)
                is_new = True
    return found


def minutes(hours: Decimal | None) -> int:
    """Return hours in whole minutes, rounded up."""
    return int(((hours or Decimal(0)) * 60).quantize(Decimal(1), ROUND_CEILING))


def minutes_of(row: Change) -> int:
    """Return how long a change takes with taking it back."""
    return minutes(row.likely_hours) + minutes(row.rollback_hours)


def _job(row: Change, after: tuple[str, ...], ground: Ground, noted: list[Finding]) -> Job:
    crew, short = hands.demands(ground.rows, row)
    noted += short
    set_for = set_for_of(row, ground.zone, noted)
    is_running = row.state == Stage.RUNNING
    return Job(
        row.ref,
        row.name,
        minutes(row.likely_hours),
        minutes(row.rollback_hours),
        longest=minutes(row.longest_hours) or None,
        touches=tuple(
            Touch(store.node(one), _STATES[one.how]) for one in ground.rows.touches.get(row.pk, ())
        ),
        crew=crew,
        after=() if is_running else after,
        earliest=row.earliest,
        latest=row.latest,
        due=row.due,
        notice_days=row.notice_days or 0,
        soak_days=row.soak_days,
        set_for=row.begun_at if is_running and row.begun_at else set_for,
        is_announced=row.is_announced and set_for is not None,
        is_fixed=is_running,
        day_cost=row.waiting_cost_day,
        vendor=row.vendor.ref if row.vendor else None,
    )


def set_for_of(row: Change, zone: str, noted: list[Finding]) -> datetime | None:
    """Return the moment a change is set for; an hour that does not exist, or exists twice, is named."""
    if row.starts_on is None or not row.starts_at:
        if row.starts_on is not None:
            noted.append(said("change-without-time", row, day=row.starts_on))
        return None
    try:
        noted += odd(Subject(REGISTER, row.ref), row.name, row.starts_on, row.starts_at, zone)
        return moment(row.starts_on, row.starts_at, zone).at
    except ValueError:
        noted.append(
            Finding(
                "clock-time-unread", Subject(REGISTER, row.ref), {"name": row.name, "value": row.starts_at}
            )
        )
        return None


def rated(problem: Problem, ground: Ground) -> tuple[Risk, ...]:
    """Return the risk class of each job, from what it does to others and what was written of it."""
    rows = {row.ref: row for row in ground.rows.changes}
    told = effects(problem)
    return tuple(_risk(rows[job.ref], told[job.ref], problem) for job in problem.jobs)


def _risk(row: Change, effect: Effect, problem: Problem) -> Risk:
    people = frozenset().union(*(use.people for use in problem.uses if use.service in effect.services))
    return classes.rated(facts_of(row, effect.states, len(people))).risk
