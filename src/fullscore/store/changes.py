"""All changes with the rules that hold for them, read whole; and the dates that were asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Max, Q, QuerySet

from fullscore.engine.changes.states import OVER
from fullscore.store import living
from fullscore.store.models import (
    Absence,
    Agreement,
    CalendarEntry,
    CalendarSource,
    Change,
    ChangeCrew,
    ChangeTouch,
    Event,
    Freeze,
    HistoryEntry,
    Organisation,
    Person,
    ScheduleRun,
    ServiceUse,
    Window,
)
from fullscore.store.models.registers import RegisterRow

R = TypeVar("R", bound=RegisterRow)
_OVER = tuple(stage.value for stage in OVER)
_HEAVY = ("provenance", "extra")
OPEN_RUNS = ("asked", "running")


@dataclass(frozen=True, slots=True)
class Rows:
    """What a schedule is worked out from. `changes` are no templates; `touches` and `crews` go by change.

    `used_at` are the services (refs) used at each site (key). `entries` lie in the time that was asked for.
    """

    organisation: Organisation
    changes: tuple[Change, ...]
    touches: Mapping[int, tuple[ChangeTouch, ...]]
    crews: Mapping[int, tuple[ChangeCrew, ...]]
    after: Mapping[str, tuple[str, ...]]
    windows: tuple[Window, ...]
    freezes: tuple[Freeze, ...]
    absences: tuple[Absence, ...]
    events: tuple[Event, ...]
    people: tuple[Person, ...]
    entries: tuple[CalendarEntry, ...]
    used_at: Mapping[int, frozenset[str]]


def read_rows(organisation_id: int, begin: datetime, end: datetime) -> Rows:
    """Read everything that says when changes may be made; rows put away are left out."""
    days = Q(starts_on__lte=end.date()) & Q(ends_on__gte=begin.date())
    return Rows(
        organisation=Organisation.objects.get(pk=organisation_id),
        changes=changes(organisation_id),
        touches=_by_change(_live(ChangeTouch, organisation_id, "service", "item", "pool")),
        crews=_by_change(_live(ChangeCrew, organisation_id, "person")),
        after=living.after(organisation_id),
        windows=tuple(_live(Window, organisation_id, "service", "item", "site")),
        freezes=tuple(_live(Freeze, organisation_id, "service", "site").filter(days)),
        absences=tuple(_live(Absence, organisation_id, "person").filter(days)),
        events=tuple(_live(Event, organisation_id).filter(days)),
        people=tuple(_live(Person, organisation_id, "site").exclude(status="left")),
        entries=_entries(organisation_id, begin, end),
        used_at=_used_at(organisation_id),
    )


def changes(organisation_id: int) -> tuple[Change, ...]:
    """Return every change that is no template."""
    return tuple(_live(Change, organisation_id, "owner", "vendor").filter(is_template=False))


def agreements(organisation_id: int) -> QuerySet[Agreement]:
    """Return what everybody said who was asked about a change."""
    return _live(Agreement, organisation_id, "person").defer("seen", *_HEAVY)


def is_planned(organisation_id: int) -> bool:
    """Say whether anybody plans changes here: one is open, or a window says when."""
    rows = _live(Change, organisation_id).filter(is_template=False).exclude(state__in=_OVER)
    return rows.exists() or _live(Window, organisation_id).exists()


def _live(model: type[R], organisation_id: int, *beside: str) -> QuerySet[R]:
    rows: QuerySet[R] = model.objects.of(organisation_id).filter(archived_at=None).defer(*_HEAVY)
    return (rows.select_related(*beside) if beside else rows).order_by("ref")


L = TypeVar("L", ChangeTouch, ChangeCrew)


def _by_change(rows: Iterable[L]) -> dict[int, tuple[L, ...]]:
    found: dict[int, list[L]] = {}
    for row in rows:
        found.setdefault(row.change_id, []).append(row)
    return {key: tuple(each) for key, each in found.items()}


def _entries(organisation_id: int, begin: datetime, end: datetime) -> tuple[CalendarEntry, ...]:
    rows = CalendarEntry.objects.of(organisation_id).filter(start__lt=end, end__gt=begin)
    rows = rows.select_related("source", "source__person", "source__service").defer("source__content")
    return tuple(rows.order_by("start", "source_id", "pk"))


def _used_at(organisation_id: int) -> dict[int, frozenset[str]]:
    """Return the services people work with at each site: said of the site, or of a team that sits there."""
    found: dict[int, set[str]] = {}
    rows = _live(ServiceUse, organisation_id)
    for site, ref in rows.exclude(site=None).values_list("site_id", "service__ref"):
        found.setdefault(site, set()).add(ref)
    seats = Person.objects.of(organisation_id).filter(archived_at=None).exclude(status="left")
    sits: dict[int, set[int]] = {}
    for team, site in seats.exclude(team=None).exclude(site=None).values_list("team_id", "site_id"):
        sits.setdefault(team, set()).add(site)
    for team, ref in rows.filter(site=None).exclude(team=None).values_list("team_id", "service__ref"):
        for site in sits.get(team, ()):
            found.setdefault(site, set()).add(ref)
    return {site: frozenset(refs) for site, refs in found.items()}


def newest_history(organisation_id: int) -> int:
    """Return the newest history entry, 0 before the first."""
    found: int | None = HistoryEntry.objects.of(organisation_id).aggregate(last=Max("pk"))["last"]
    return found or 0


def calendars_read_at(organisation_id: int) -> datetime | None:
    """Return when any calendar was last read well."""
    found: datetime | None = CalendarSource.objects.of(organisation_id).aggregate(last=Max("read_at"))["last"]
    return found


def runs(organisation_id: int) -> QuerySet[ScheduleRun]:
    """Return the dates asked for, the newest first."""
    return ScheduleRun.objects.of(organisation_id).order_by("-number")


def run_by_key(key: int) -> ScheduleRun | None:
    """Return one run whoever it belongs to: a worker is in no organisation."""
    everywhere: QuerySet[ScheduleRun] = QuerySet(ScheduleRun)
    return everywhere.select_related("organisation").filter(pk=key).first()


def open_runs() -> QuerySet[ScheduleRun]:
    """Return every run of any organisation that is not over, the oldest first."""
    everywhere: QuerySet[ScheduleRun] = QuerySet(ScheduleRun)
    return everywhere.filter(state__in=OPEN_RUNS).order_by("pk")


def claim(run: ScheduleRun, at: datetime) -> bool:
    """Take a run up, unless somebody else did since it was read."""
    mine = ScheduleRun.objects.of(run.organisation_id).filter(
        pk=run.pk, state=run.state, begun_at=run.begun_at
    )
    return mine.filter(stop_asked=False).update(state="running", begun_at=at) == 1


def write_run(run: ScheduleRun, claimed_at: datetime | None, changes: Mapping[str, object]) -> bool:
    """Write how far a run is, if it is still in the hands that claimed it then."""
    mine = ScheduleRun.objects.of(run.organisation_id).filter(pk=run.pk, state="running", begun_at=claimed_at)
    return mine.update(**changes) == 1


def is_stop_asked(run: ScheduleRun) -> bool:
    return ScheduleRun.objects.of(run.organisation_id).filter(pk=run.pk, stop_asked=True).exists()
