"""What a schedule is asked for: the rows of an organisation as one problem, and what does not fit in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType

from fullscore.engine.calendars.clock import local_day, midnight
from fullscore.engine.calendars.hours import HoursError, hours
from fullscore.engine.calendars.spans import Span
from fullscore.engine.calendars.workdays import DAY, Calendar
from fullscore.engine.changes.problem import Frozen, Hand, Job, Problem, Use
from fullscore.engine.estate.usage import spans_of, usages
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.store import changes as store
from fullscore.store.graph import read_graph, read_uses
from fullscore.store.models import Change, Organisation
from fullscore.usecases.changes import hands, jobs, places
from fullscore.usecases.changes.places import Ground, Places
from fullscore.usecases.goals.house import house_of

HORIZON, LONGEST, STEP = 92, 400, 15
# Of one wanted by a day there is time after it, so that late is an answer too.
_BEYOND = 14
ON_TRIAL = "on-trial"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is tried out: rules let go by key, and days (first, last) on which nothing may change."""

    dropped: frozenset[str] = frozenset()
    frozen: tuple[tuple[date, date], ...] = ()

    def document(self) -> dict[str, object]:
        """Return it as it is kept with what was asked for."""
        days = [[first.isoformat(), last.isoformat()] for first, last in self.frozen]
        return {"dropped": sorted(self.dropped), "frozen": days}


AS_IT_IS = Asked()


@dataclass(frozen=True, slots=True)
class Posed:
    """A problem with the rows behind it. `left` and `noted` are findings by change; `findings` all others."""

    problem: Problem
    rows: Mapping[str, Change]
    organisation: Organisation
    places: Places
    ground: Ground
    left: Mapping[str, tuple[Finding, ...]]
    noted: Mapping[str, tuple[Finding, ...]]
    findings: tuple[Finding, ...]

    @property
    def everything_said(self) -> tuple[Finding, ...]:
        """Return every finding once: of the rules first, then change by change."""
        by_change = (one for some in (self.left, self.noted) for each in some.values() for one in each)
        each = (*self.findings, *by_change)
        return tuple({(one.code, one.subject, str(one.values)): one for one in each}.values())


def posed(
    organisation_id: int, on: date, now: datetime, *, horizon_days: int = HORIZON, asked: Asked = AS_IT_IS,
    until: date | None = None,
) -> Posed:  # fmt: skip
    """Return the problem as everything stands now; it reaches to the last day anybody waits for.

    `until` asks for at least so many days, for who looks at a month far ahead.
    """
    row = Organisation.objects.get(pk=organisation_id)
    begin = _begin(on, now, row.zone)
    last = _last(store.changes(organisation_id), on, horizon_days, until)
    end = midnight(last + DAY, row.zone)
    rows = store.read_rows(organisation_id, begin, end)
    ground = Ground(rows, read_graph(organisation_id), begin, end, row.zone)
    return _posed(ground, on, asked, house_of(organisation_id, on).calendar)


def _posed(ground: Ground, on: date, asked: Asked, calendar: Calendar) -> Posed:
    found, made = places.places(ground), jobs.jobs(ground)
    findings = list(found.findings)
    wanted = {person for job in made.jobs for demand in job.crew for person in demand.people}
    people: tuple[Hand, ...] = tuple(hands.hands(ground, wanted, findings))
    closed = {**calendar.closed, **places.closed_days(ground)}
    problem = Problem(
        made.jobs,
        ground.graph,
        ground.begin,
        ground.end,
        on,
        ground.zone,
        STEP,
        uses=_uses(ground, on, closed, findings),
        windows=found.windows,
        freezes=(*found.frozen, *_on_trial(asked, ground)),
        hands=people,
        absences=found.away,
        calendar=Calendar(calendar.weekdays, MappingProxyType(closed)),
        dropped=asked.dropped,
    )
    problem = _with_risk(problem, ground)
    rows = {row.ref: row for row in ground.rows.changes}
    return Posed(
        problem, rows, ground.rows.organisation, found, ground, made.left, made.noted,
        tuple(findings),
    )  # fmt: skip


def _with_risk(problem: Problem, ground: Ground) -> Problem:
    risks = jobs.rated(problem, ground)
    made: tuple[Job, ...] = tuple(
        replace(job, risk=risk) for job, risk in zip(problem.jobs, risks, strict=True)
    )
    return replace(problem, jobs=made)


def _begin(on: date, now: datetime, zone: str) -> datetime:
    """Return the first moment a change may begin: the next quarter of an hour, or the day that was named."""
    if local_day(now, zone) != on:
        return midnight(on, zone)
    past = timedelta(minutes=now.minute % STEP, seconds=now.second, microseconds=now.microsecond)
    return now - past + (timedelta(minutes=STEP) if past else timedelta())


def _last(rows: Iterable[Change], on: date, horizon_days: int, until: date | None) -> date:
    """Return the last day of the plan: far enough for whoever waits, but not for a slip of the pen."""
    days = [on + DAY * horizon_days, *([until] if until else [])]
    for row in rows:
        if jobs.is_open(row):
            said = (row.due, row.latest, row.earliest, row.starts_on)
            days += [day + DAY * _BEYOND for day in said if day is not None]
    return min(max(days), on + DAY * LONGEST)


def _uses(ground: Ground, on: date, closed: Mapping[date, str], findings: list[Finding]) -> tuple[Use, ...]:
    """Return who uses what when; hours nobody understands are named, and count as all hours."""
    whole = Span(ground.begin, ground.end)
    found = usages(read_uses(ground.rows.organisation.pk), on=on)
    for register, ref, _ in sorted({each.told for each in found if not _is_read(each.hours)}):
        text = next(each.hours for each in found if each.told[:2] == (register, ref))
        values = {"name": ref, "field": "hours of use", "value": text}
        findings.append(Finding("hours-unread", Subject(register, ref), values))
    return tuple(Use(each.service, each.people, spans_of(each, whole, closed)) for each in found)


def _is_read(text: str) -> bool:
    try:
        hours(text)
    except HoursError:
        return False
    return True


def _on_trial(asked: Asked, ground: Ground) -> Iterator[Frozen]:
    for first, last in asked.frozen:
        if last < first:
            continue
        span = Span(midnight(first, ground.zone), midnight(last + DAY, ground.zone))
        yield Frozen(f"{ON_TRIAL}-{first}-{last}", f"No changes from {first} to {last}", (span,))
