"""Queries of imports: who may work on which, what rows are known, and bulk writes of a batch."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import models
from django.db.models import Q

from fullscore.engine.registers.access import Member
from fullscore.store import bulk
from fullscore.store.accounts import member_of, places_of
from fullscore.store.models import HistoryEntry, ImportRun, RegisterRow, Sighting

WAITING, RUNNING, DONE, STOPPED = "waiting", "running", "done", "stopped"
_AT_ONCE = 2000


def claim(run_id: int, organisation_id: int, worker: str, now: datetime, until: datetime) -> ImportRun | None:
    """Take an unfinished import whose claim, if it had one, has run out; None when somebody has it."""
    runs = ImportRun.objects.of(organisation_id)
    free = Q(claimed_until=None) | Q(claimed_until__lt=now) | Q(claimed_by=worker)
    taken = runs.filter(free, pk=run_id, state__in=(WAITING, RUNNING)).update(
        state=RUNNING, claimed_by=worker, claimed_until=until
    )
    return runs.select_related("organisation", "blob").get(pk=run_id) if taken else None


def move_cursor(run: ImportRun, worker: str, at: int, changes: Mapping[str, object]) -> bool:
    """Write a batch's counts and the cursor if it is still ours and still stands at `at`."""
    runs = ImportRun.objects.of(run.organisation_id)
    return runs.filter(pk=run.pk, claimed_by=worker, applied=at, state=RUNNING).update(**changes) == 1


def waiting(now: datetime) -> tuple[tuple[int, int], ...]:
    """Return (organisation, import) of what is unfinished and in nobody's hands, in every organisation.

    The host's sweep; the one question about imports not asked inside one organisation.
    """
    everywhere: models.QuerySet[ImportRun] = models.QuerySet(ImportRun)
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    found = everywhere.filter(free, state__in=(WAITING, RUNNING)).order_by("pk")
    return tuple(found.values_list("organisation_id", "pk")[:100])


def importer(run: ImportRun) -> Member | None:
    """Return who the import runs as, with the rights they have today; None when they are out."""
    if run.user_id is None:
        return None
    place = places_of(run.user_id).filter(organisation_id=run.organisation_id).first()
    return member_of(place) if place else None


def known_rows(
    model: type[RegisterRow], organisation_id: int, names: Sequence[str]
) -> Iterable[Mapping[str, object]]:
    """Yield pk, ref, archived_at and the named columns of every row of a register."""
    rows = model.objects.of(organisation_id).order_by("pk")
    told: Iterable[Mapping[str, object]] = rows.values("pk", "ref", "archived_at", *names).iterator(_AT_ONCE)
    return told


def known_sightings(register: str, organisation_id: int, source: str) -> Iterable[tuple[str, int]]:
    """Yield (source's key, row) of every row of a register that the source has named."""
    seen = Sighting.objects.of(organisation_id).filter(register=register, source=source)
    return seen.values_list("source_id", "row_id").iterator(_AT_ONCE)


def rows_by_id(
    model: type[RegisterRow], organisation_id: int, ids: Iterable[int]
) -> Mapping[int, RegisterRow]:
    """Return rows by id, locked until the transaction ends where the database knows row locks."""
    rows = model.objects.of(organisation_id).select_for_update().filter(pk__in=list(ids))
    return {row.pk: row for row in rows}


def insert(rows: Sequence[RegisterRow]) -> None:
    """Write new rows of one register; each then knows its id."""
    if rows:
        for row, pk in zip(rows, bulk.reserve_ids(type(rows[0]), len(rows)), strict=True):
            row.pk = pk
        bulk.insert(rows, with_ids=True)


def update(rows: Sequence[RegisterRow], names: Iterable[str]) -> None:
    """Write the named columns of rows that exist, and what every change brings with it."""
    bulk.update(rows, {*names, "version", "changed_at", "provenance", "extra"})


def remember(entries: Sequence[HistoryEntry]) -> None:
    """Write history entries."""
    bulk.insert(entries, with_ids=False)


def sight(sightings: Sequence[Sighting]) -> None:
    """Note when a source last named these rows."""
    bulk.upsert(
        sightings,
        same=("organisation", "register", "source", "source_id"),
        names=("row_id", "last_seen_at", "import_run"),
    )
