"""Who works on changes: people by name and by skill, and the hours in which they do."""

from collections.abc import Iterable, Iterator, Mapping

from fullscore.engine.calendars.hours import HoursError, hours
from fullscore.engine.calendars.spans import Spans
from fullscore.engine.changes.problem import Demand, Hand
from fullscore.engine.changes.words import skills_of
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.store.changes import Rows
from fullscore.store.models import Change, ChangeCrew, Person
from fullscore.usecases.changes.places import Ground, zone_of_site

ACTIVE = "active"


def active(rows: Rows) -> tuple[Person, ...]:
    return tuple(row for row in rows.people if row.status == ACTIVE)


def having(rows: Rows, skill: str) -> tuple[str, ...]:
    """Return the active people who have a skill, however its letters are written."""
    wanted = skill.strip().casefold()
    return tuple(
        row.ref for row in active(rows) if wanted in {word.casefold() for word in skills_of(row.skills)}
    )


def demands(rows: Rows, change: Change) -> tuple[tuple[Demand, ...], tuple[Finding, ...]]:
    """Return whom a change takes, and a finding for each line that nobody here can fill."""
    found, findings = list[Demand](), list[Finding]()
    for line in rows.crews.get(change.pk, ()):
        demand = _demand(rows, line)
        found.append(demand)
        if len(demand.people) < demand.count:
            findings.append(_short(change, line, len(demand.people)))
    return tuple(found), tuple(findings)


def _demand(rows: Rows, line: ChangeCrew) -> Demand:
    if line.person is None:
        return Demand(having(rows, line.skill), line.count, line.skill)
    is_here = any(row.ref == line.person.ref for row in active(rows))
    return Demand((line.person.ref,) if is_here else ())


def _short(change: Change, line: ChangeCrew, have: int) -> Finding:
    about = Subject("changes", change.ref)
    if line.person is not None:
        return Finding("change-person-gone", about, {"name": change.name, "person": line.person.name})
    values: dict[str, Value] = {"name": change.name, "skill": line.skill, "count": line.count, "have": have}
    return Finding("change-skill-unknown", about, values)


def hands(ground: Ground, wanted: Iterable[str], findings: list[Finding]) -> Iterator[Hand]:
    """Yield those who may work on any change; hours nobody understands are named and count as any hour."""
    refs = frozenset(wanted)
    for row in active(ground.rows):
        if row.ref in refs:
            yield Hand(row.ref, row.name, _hours(ground, row, findings))


def _hours(ground: Ground, row: Person, findings: list[Finding]) -> Spans | None:
    if not row.change_hours.strip():
        return None
    zone, (begin, end) = zone_of_site(row.site, ground.zone, findings), ground.days
    try:
        return hours(row.change_hours).spans(begin, end, zone)
    except HoursError as error:
        values = {"name": row.name, "field": "hours for changes", "value": error.part}
        findings.append(Finding("hours-unread", Subject("people", row.ref), values))
        return None


def names(rows: Rows) -> Mapping[str, str]:
    return {row.ref: row.name for row in rows.people}
