"""Calendars kept elsewhere, read from files and addresses: freezes, events, closed days, absences.

The last copy that could be read stays when a later reading fails, and the page says since when.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from django.db import transaction

from fullscore.egress import fetching
from fullscore.egress.fetching import FetchError
from fullscore.engine.calendars.clock import midnight, zone_of
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.importing import child
from fullscore.importing.tables import TableRow
from fullscore.store import accounts
from fullscore.store import calendars as store
from fullscore.store.models import CalendarEntry, CalendarSource, Person, Service
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.usecases.registers.waking import today_is_behind

MEANS = CalendarSource.MEANS
AGAIN = timedelta(hours=1)
KEY = "calendar:"
_LONGEST, _LONGEST_ADDRESS, _CANCELLED, _NOTES = 200, 2000, "cancelled", 20
R = TypeVar("R")
Fetch = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Source:
    """One calendar as its page shows it; `error`: why the last reading failed, `notes`: what is left out."""

    number: int
    name: str
    address: str
    means: str
    about: str
    events: int
    read_at: datetime | None
    tried_at: datetime | None
    error: str
    notes: tuple[str, ...]


def listed(*, by: Member) -> tuple[Source, ...]:
    """Return the calendars of the organisation."""
    by.require(Right.PLAN_GOALS)
    counts = store.counts(by.organisation_id)
    return tuple(_source(row, counts) for row in store.sources(by.organisation_id))


def failing(organisation_id: int) -> tuple[Finding, ...]:
    """Return a finding for each calendar whose last reading failed; its last good copy still holds."""
    rows = store.sources(organisation_id).exclude(error="")
    return tuple(_finding("calendar-not-reached", row.name, reason=row.error) for row in rows)


def choices(*, by: Member) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return whose absences, or which service's freezes, a calendar may hold: (ref, name) each."""
    by.require(Right.PLAN_GOALS)
    people = Person.objects.of(by.organisation_id).filter(archived_at=None).exclude(status="left")
    services = Service.objects.of(by.organisation_id).filter(archived_at=None)
    return {
        "people": tuple(people.order_by("name").values_list("ref", "name")),
        "services": tuple(services.order_by("name").values_list("ref", "name")),
    }


def _source(row: CalendarSource, counts: dict[int, tuple[int, datetime | None]]) -> Source:
    about = row.person.name if row.person else row.service.name if row.service else ""
    events, _ = counts.get(row.pk, (0, None))
    # An address may hold the secret that opens it: only its machine is shown.
    place = row.address.split("/")[2] if row.address.count("/") > 1 else ""
    return Source(
        row.pk, row.name, place, row.means, about, events, row.read_at, row.tried_at, row.error,
        tuple(str(note) for note in row.notes),
    )  # fmt: skip


def add(
    *, by: Member, name: str, means: str, now: datetime, on: date, address: str = "",
    content: bytes | None = None, person: str = "", service: str = "", fetch: Fetch = fetching.fetched,
) -> Source:  # fmt: skip
    """Bring a calendar in by its file or its address; raises `RefusedError` when none can be read."""
    by.require(Right.EDIT_REGISTERS)
    row = _new(by, " ".join(name.split()), means, address.strip(), now)
    row.person, row.service = _person(by, person), _service(by, service)
    if means == "absence" and row.person is None:
        raise RefusedError(_finding("calendar-absence-of-nobody", row.name))
    try:
        found = fetch(row.address) if content is None else content
    except FetchError as error:
        raise RefusedError(_finding("calendar-not-reached", row.name, reason=str(error))) from error
    entries, notes = _read(row, found, on)
    with transaction.atomic():
        if CalendarSource.objects.of(by.organisation_id).filter(name=row.name).exists():
            raise RefusedError(_finding("calendar-name-taken", row.name))
        row.content, row.notes, row.read_at, row.tried_at = _text(found), notes, now, now
        row.save()
        _put(row, entries)
        _record(by, row, "created", {"name": [None, row.name], "means": [None, row.means]}, now)
    return _source(row, store.counts(by.organisation_id))


def _new(by: Member, name: str, means: str, address: str, now: datetime) -> CalendarSource:
    if not name.isprintable() or not name or len(name) > _LONGEST or means not in MEANS:
        raise RefusedError(_finding("calendar-unnamed", shown(name) or "The calendar"))
    if len(address) > _LONGEST_ADDRESS or not address.isprintable():
        raise RefusedError(_finding("calendar-not-reached", name, reason="Its address is none."))
    return CalendarSource(
        organisation_id=by.organisation_id, name=name, address=address, means=means, added_at=now,
        added_by=by.name,
    )  # fmt: skip


def _person(by: Member, ref: str) -> Person | None:
    return _row(
        Person.objects.of(by.organisation_id).filter(ref=ref, archived_at=None).first(), "person", ref
    )


def _service(by: Member, ref: str) -> Service | None:
    rows = Service.objects.of(by.organisation_id).filter(ref=ref, archived_at=None)
    return _row(rows.first(), "service", ref)


def _row(found: R | None, target: str, ref: str) -> R | None:
    if ref and found is None:
        values = {"target": target, "value": shown(ref)}
        raise RefusedError(Finding("row-not-found", Subject("calendars", target), values))
    return found


def remove(*, by: Member, number: int, now: datetime) -> str:
    """Take a calendar out with all that was read from it; returns its name."""
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        row = CalendarSource.objects.of(by.organisation_id).select_for_update().filter(pk=number).first()
        if row is None:
            values = {"target": "calendar", "value": str(number)}
            raise NotThereError(Finding("row-not-found", Subject("calendars", str(number)), values))
        _record(by, row, "removed", {"name": [row.name, None], "means": [row.means, None]}, now)
        row.delete()
    return row.name


def stale(*, now: datetime) -> tuple[str, ...]:
    """Return the addresses that are to be read again."""
    return tuple(f"{KEY}{pk}" for pk in store.behind(now - AGAIN))


def read_again(*, key: str, now: datetime, fetch: Fetch = fetching.fetched) -> None:
    """Read one address again; what cannot be read leaves the last good copy, and says why."""
    number = key.removeprefix(KEY)
    row = store.address(int(number)) if number.isdecimal() else None
    if row is None:
        return
    on = now.astimezone(zone_of(row.organisation.zone)).date()
    # Said first: whatever happens next, nobody tries it on every sweep.
    row.tried_at = now
    row.save(update_fields=["tried_at"])
    try:
        content = fetch(row.address)
        entries, row.notes = _read(row, content, on)
    except (FetchError, RefusedError) as error:
        row.error = str(error)
        row.save(update_fields=["error"])
        return
    with transaction.atomic():
        row.content, row.read_at, row.error = _text(content), now, ""
        row.save(update_fields=["content", "notes", "read_at", "error"])
        _put(row, entries)


def _put(row: CalendarSource, entries: list[CalendarEntry]) -> None:
    for entry in entries:
        entry.source = row
    store.replaced(row, entries)
    today_is_behind(row.organisation_id)


def _read(row: CalendarSource, content: bytes, on: date) -> tuple[list[CalendarEntry], list[str]]:
    """Return the occurrences of a calendar and what of it could not be read; refuses what is none."""
    table = child.calendar(content, on)
    if table.trouble is not None:
        raise RefusedError(table.trouble)
    zone = row.organisation.zone
    entries: list[CalendarEntry] = []
    notes: list[str] = []
    for line in table.rows[1:]:
        if line.problem is not None:
            notes.append(say(Finding(str(line.problem[0]), Subject("calendars", row.name), _named(line))))
        elif (entry := _entry(row, line, zone)) is not None:
            entries.append(entry)
    return entries, notes[:_NOTES]


def _named(line: TableRow) -> dict[str, str]:
    return {"name": shown(line.cells[0]), "value": shown(line.cells[0])}


def _entry(row: CalendarSource, line: TableRow, zone: str) -> CalendarEntry | None:
    name, start, end, whole, uid, status = (*line.cells, *[""] * 6)[:6]
    begins, ends = _moment(start, zone), _moment(end, zone)
    if status == _CANCELLED:
        return None
    return CalendarEntry(
        organisation_id=row.organisation_id, uid=uid[:400], name=(name or row.name)[:400], start=begins,
        end=max(begins, ends), is_all_day=whole == "yes",
    )  # fmt: skip


def _moment(text: str, zone: str) -> datetime:
    """Return the moment; a day begins at midnight here, a floating time is of this organisation's clock."""
    if len(text) == len("2026-11-23"):
        return midnight(date.fromisoformat(text), zone)
    at = datetime.fromisoformat(text)
    return (at if at.tzinfo else at.replace(tzinfo=zone_of(zone))).astimezone(UTC)


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace").replace("\x00", "")


def _record(
    by: Member, row: CalendarSource, action: str, changes: dict[str, list[str | None]], now: datetime
) -> None:
    accounts.record(
        by, register="calendars", row_id=row.pk, ref=row.name[:64], action=action, changes=changes, now=now
    )


def _finding(code: str, name: str, **values: str) -> Finding:
    return Finding(code, Subject("calendars", name), {"name": name, **values})
