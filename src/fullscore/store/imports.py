"""Queries of imports: who may work on which, what rows are known, and bulk writes of a batch."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Case, F, Q, Value, When

from fullscore.engine.registers.access import Member
from fullscore.store import bulk
from fullscore.store.accounts import member_of, places_of
from fullscore.store.models import (
    HistoryEntry,
    ImportHeader,
    ImportPair,
    ImportReason,
    ImportRun,
    RegisterRow,
    Sighting,
)

READING, ASKING, PROPOSED = "reading", "asking", "proposed"
WAITING, RUNNING, DONE, STOPPED = "waiting", "running", "done", "stopped"
UNDOING, UNDONE, DISCARDED = "undoing", "undone", "discarded"
# What a worker goes on with when nobody has it in hand.
UNFINISHED = (READING, WAITING, RUNNING, UNDOING)
_AT_ONCE = 2000


def claim(run_id: int, organisation_id: int, worker: str, now: datetime, until: datetime) -> ImportRun | None:
    """Take an unfinished import whose claim, if it had one, has run out; None when somebody has it."""
    runs = ImportRun.objects.of(organisation_id)
    free = Q(claimed_until=None) | Q(claimed_until__lt=now) | Q(claimed_by=worker)
    now_running = Case(When(state=WAITING, then=Value(RUNNING)), default=F("state"))
    taken = runs.filter(free, pk=run_id, state__in=UNFINISHED).update(
        state=now_running, claimed_by=worker, claimed_until=until
    )
    return runs.select_related("organisation", "blob").get(pk=run_id) if taken else None


def first_in_line(organisation_id: int) -> int | None:
    """Return the import that is to be applied before all others of an organisation: they come in order."""
    return _in_line(organisation_id).order_by("pk").values_list("pk", flat=True).first()


def comes_later(organisation_id: int, run_id: int) -> bool:
    """Say whether an import is to be applied, but one that came before it is not done yet."""
    line = _in_line(organisation_id)
    begun = Q(state=RUNNING)
    return line.filter(pk=run_id).exclude(begun).exists() and line.filter(pk__lt=run_id).exists()


def _in_line(organisation_id: int) -> "models.QuerySet[ImportRun]":
    unseen = Q(state=READING, said__is_applied=True)
    return ImportRun.objects.of(organisation_id).filter(Q(state__in=(WAITING, RUNNING)) | unseen)


def locked(organisation_id: int, run_id: int) -> ImportRun | None:
    """Return an import for whoever is about to decide on it, so that two answers come one after the other."""
    runs = ImportRun.objects.of(organisation_id).select_related("organisation", "blob")
    return runs.select_for_update(of=("self",)).filter(pk=run_id).first()


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
    found = everywhere.filter(free, state__in=UNFINISHED).order_by("pk")
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


def telling_rows(
    model: type[RegisterRow], organisation_id: int, names: Sequence[str]
) -> Iterable[tuple[object, ...]]:
    """Yield the id and the named columns of every row in use of a register."""
    rows = model.objects.of(organisation_id).filter(archived_at=None).order_by("pk")
    return rows.values_list("pk", *names).iterator(_AT_ONCE)


def known_sightings(register: str, organisation_id: int, source: str) -> Iterable[tuple[str, int]]:
    """Yield (source's key, row) of every row of a register that the source has named."""
    seen = Sighting.objects.of(organisation_id).filter(register=register, source=source)
    return seen.values_list("source_id", "row_id").iterator(_AT_ONCE)


def sources_by_row(register: str, organisation_id: int) -> Iterable[tuple[str, int]]:
    """Yield (source, row) for every row of a register that any source has named, each once."""
    seen = Sighting.objects.of(organisation_id).filter(register=register)
    return seen.values_list("source", "row_id").distinct().iterator(_AT_ONCE)


def sources_by_register(organisation_id: int) -> Iterable[tuple[str, str]]:
    """Return (register, source) for every source that has named a row of a register, each once."""
    return list(Sighting.objects.of(organisation_id).values_list("register", "source").distinct())


def merged_pairs(register: str, organisation_id: int) -> Iterable[tuple[int, int]]:
    """Yield (kept row, row merged into it) in the order in which they were merged."""
    pairs = ImportPair.objects.of(organisation_id).filter(register=register, state="same")
    for one, other, undo in pairs.order_by("decided_at", "pk").values_list("one_id", "other_id", "undo"):
        yield (one, other) if undo.get("kept") == one else (other, one)


def made_by(run: ImportRun) -> Mapping[str, frozenset[int]]:
    """Return the rows that an import has made, by register."""
    made: dict[str, set[int]] = {}
    entries = HistoryEntry.objects.of(run.organisation_id).filter(import_run_id=run.pk, action="created")
    for register, row_id in entries.values_list("register", "row_id").iterator(_AT_ONCE):
        made.setdefault(register, set()).add(row_id)
    return {register: frozenset(ids) for register, ids in made.items()}


def different_pairs(register: str, organisation_id: int) -> Iterable[tuple[int, int]]:
    """Yield the pairs of a register that a person has said to be two things."""
    pairs = ImportPair.objects.of(organisation_id).filter(register=register, state="different")
    return pairs.values_list("one_id", "other_id").iterator(_AT_ONCE)


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


def as_reasons(run: ImportRun, told: Iterable[Mapping[str, Any]]) -> list[ImportReason]:
    """Return reasons as they are kept: each told as line, column, code, values, and whether it refused."""
    return [
        ImportReason(
            organisation_id=run.organisation_id, import_run_id=run.pk, line=each["line"],
            column=each["column"], code=each["code"], values=each["values"],
            is_refusal=bool(each.get("refused")),
        )
        for each in told
    ]  # fmt: skip


def note_reasons(reasons: Sequence[ImportReason]) -> None:
    """Write why rows or values were not taken."""
    bulk.insert(reasons, with_ids=False)


def forget_reasons(run: ImportRun) -> None:
    """Drop what a look beforehand has said; the import itself says it anew."""
    ImportReason.objects.of(run.organisation_id).filter(import_run_id=run.pk).delete()


def reasons_of(run: ImportRun, most: int | None = None) -> Sequence[ImportReason]:
    """Return what was said about a file's rows, in their order; `most` bounds how many."""
    found = ImportReason.objects.of(run.organisation_id).filter(import_run_id=run.pk).order_by("pk")
    return list(found[:most])


def headers(organisation_id: int) -> Mapping[str, Mapping[str, object]]:
    """Return what people said of headers, by fingerprint."""
    return dict(ImportHeader.objects.of(organisation_id).values_list("fingerprint", "said"))


def remember_header(
    organisation_id: int, fingerprint: str, said: object, now: datetime, by_name: str
) -> None:
    """Keep what a person said of a header, in place of what was said before."""
    ImportHeader.objects.of(organisation_id).update_or_create(
        fingerprint=fingerprint,
        defaults={"said": said, "decided_at": now, "decided_by": by_name},
        create_defaults={
            "organisation_id": organisation_id, "said": said, "decided_at": now, "decided_by": by_name
        },
    )  # fmt: skip


def sight(sightings: Sequence[Sighting]) -> None:
    """Note when a source last named these rows."""
    bulk.upsert(
        sightings,
        same=("organisation", "register", "source", "source_id"),
        names=("row_id", "last_seen_at", "import_run"),
    )
