"""Queries of taking an import back: what it did newest first, what came after, who points at its rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import cast

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from fullscore.store.models import REGISTERS, HistoryEntry, ImportRun, RegisterRow, Sighting

UNDONE, MERGED = "undone", "merged"
_SIGHTINGS_AT_ONCE = 2000


def deeds(run: ImportRun, *, skip: int, older_than: int | None, count: int) -> list[HistoryEntry]:
    """Return entries of an import, newest first, without those that took it back."""
    made = _deeds(run).order_by("-pk")
    return list(made[skip : skip + count] if older_than is None else made.filter(pk__lt=older_than)[:count])


def count_deeds(run: ImportRun) -> int:
    """Return how many entries there are to take back."""
    return _deeds(run).count()


def _deeds(run: ImportRun) -> models.QuerySet[HistoryEntry]:
    # What a merge brought with it has nothing written down beside it; the merge itself is taken back.
    told = Q(action__in=("changed", "archived", "unarchived")) & ~Q(before={})
    made = HistoryEntry.objects.of(run.organisation_id).filter(import_run_id=run.pk)
    return made.filter(Q(action__in=("created", MERGED)) | told)


def later_deeds(run: ImportRun, register: str, row_ids: Sequence[int], after: int) -> Iterable[HistoryEntry]:
    """Yield what people and other imports did to these rows since; imports taken back did nothing."""
    entries = HistoryEntry.objects.of(run.organisation_id).filter(
        register=register, row_id__in=row_ids, pk__gt=after
    )
    standing = Q(import_run=None) | ~Q(import_run__state=UNDONE)
    return entries.filter(standing).exclude(import_run_id=run.pk).exclude(action=UNDONE).order_by("pk")


def pointers(
    organisation_id: int, register: str, row_ids: Sequence[int]
) -> Iterable[tuple[str, int, str, str, int]]:
    """Yield (register, id, ref, column, target's id) of each row in use that points at one of these rows."""
    for model in REGISTERS:
        for name in _columns_to(model, register):
            rows = model.objects.of(organisation_id).filter(archived_at=None, **{f"{name}__in": row_ids})
            for pk, ref, target in rows.values_list("pk", "ref", name):
                yield model.REGISTER, pk, ref, name, target


def _columns_to(model: type[RegisterRow], register: str) -> tuple[str, ...]:
    keys = [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    return tuple(key.attname for key in keys if getattr(key.remote_field.model, "REGISTER", None) == register)


def clashing(row: RegisterRow) -> Mapping[str, str]:
    """Return the columns that the database would refuse as they stand, each with the ref in their way."""
    for constraint in row._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            other = _other(row, constraint)
            if other is not None:
                return dict.fromkeys((n for n in constraint.fields if n != "organisation"), other.ref)
        elif isinstance(constraint, models.CheckConstraint) and not _holds(row, constraint):
            return dict.fromkeys(_named(cast("Q", constraint.condition)), row.ref)
    return {}


def _other(row: RegisterRow, constraint: models.UniqueConstraint) -> RegisterRow | None:
    wanted = {name: getattr(row, name) for name in constraint.fields if name != "organisation"}
    if any(value is None for value in wanted.values()) or (constraint.condition and row.archived_at):
        return None
    others = type(row).objects.of(row.organisation_id).filter(**wanted).exclude(pk=row.pk)
    return (others.filter(constraint.condition) if constraint.condition else others).first()


def _holds(row: RegisterRow, constraint: models.CheckConstraint) -> bool:
    try:
        constraint.validate(type(row), row)
    except ValidationError:
        return False
    return True


def _named(condition: Q) -> tuple[str, ...]:
    """Return the columns that a condition is about."""
    found: list[str] = []
    for part in condition.children:
        if isinstance(part, Q):
            found += _named(part)
        elif isinstance(part, tuple):
            found.append(part[0].partition("__")[0])
            # The stubs do not know that F keeps the name of its column.
            found += [part[1].name] if isinstance(part[1], models.F) else []  # type: ignore[attr-defined]
    return tuple(found)


def move_back(run: ImportRun, worker: str, at: int, changes: Mapping[str, object]) -> bool:
    """Write the cursor of the way back if the import is still ours and still stands at `at`."""
    runs = ImportRun.objects.of(run.organisation_id)
    return runs.filter(pk=run.pk, claimed_by=worker, undone=at, state="undoing").update(**changes) == 1


def forget_sightings(run: ImportRun) -> bool:
    """Drop some of the sightings that this import made first; False when none is left."""
    seen = Sighting.objects.of(run.organisation_id).filter(
        import_run_id=run.pk, first_seen_at__gte=_since(run)
    )
    ids = list(seen.values_list("pk", flat=True)[:_SIGHTINGS_AT_ONCE])
    Sighting.objects.of(run.organisation_id).filter(pk__in=ids).delete()
    return len(ids) == _SIGHTINGS_AT_ONCE


def _since(run: ImportRun) -> datetime:
    """Return from when on a first sighting is surely this import's: it may have waited for its yes."""
    others = ImportRun.objects.of(run.organisation_id).filter(
        source=run.source, finished_at__gt=run.started_at, finished_at__lt=run.finished_at or run.started_at
    )
    last = others.exclude(pk=run.pk).aggregate(last=models.Max("finished_at"))["last"]
    return last or run.started_at
