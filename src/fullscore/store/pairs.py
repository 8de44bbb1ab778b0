"""Queries of rows that may be one thing: what points at a row, what names it, and where pairs are kept."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import models

from fullscore.store import bulk
from fullscore.store.models import REGISTERS, Attachment, ImportPair, RegisterRow, Sighting

OPEN, SAME, DIFFERENT = "open", "same", "different"


def locked(organisation_id: int, number: int) -> ImportPair | None:
    """Return a pair for whoever is about to decide on it, so that two answers come one after the other."""
    return ImportPair.objects.of(organisation_id).select_for_update().filter(pk=number).first()


def listed(organisation_id: int, states: Iterable[str], count: int) -> Sequence[ImportPair]:
    """Return pairs in these states, the open ones first, newest first among the decided."""
    pairs = ImportPair.objects.of(organisation_id).filter(state__in=tuple(states))
    return list(pairs.order_by("state", "-decided_at", "register", "pk")[:count])


def count_open(organisation_id: int) -> int:
    """Return how many pairs wait; one of which a row has been put away waits no more."""
    waiting = ImportPair.objects.of(organisation_id).filter(state=OPEN)
    found = frozenset(waiting.values_list("register", flat=True).distinct())
    return sum(
        waiting.filter(register=model.REGISTER, one_id__in=live, other_id__in=live).count()
        for model in REGISTERS
        for live in [model.objects.of(organisation_id).filter(archived_at=None).values("pk")]
        if model.REGISTER in found
    )


def of_import(organisation_id: int, run_id: int) -> Sequence[ImportPair]:
    """Return what an import itself has merged, newest first."""
    pairs = ImportPair.objects.of(organisation_id).filter(import_run_id=run_id, state=SAME)
    return list(pairs.select_for_update().order_by("-pk"))


def known(organisation_id: int, register: str) -> frozenset[tuple[int, int]]:
    """Return every pair of a register that was ever offered."""
    pairs = ImportPair.objects.of(organisation_id).filter(register=register)
    return frozenset(pairs.values_list("one_id", "other_id"))


def keep(pairs: Sequence[ImportPair]) -> None:
    """Write new pairs; one that is kept already is written over."""
    bulk.upsert(
        pairs,
        same=("organisation", "register", "one_id", "other_id"),
        names=("state", "why", "decided_at", "decided_by", "undo", "import_run"),
    )


def rows(model: type[RegisterRow], organisation_id: int, ids: Iterable[int]) -> Mapping[int, RegisterRow]:
    """Return rows by id without a lock, for whoever only shows them."""
    return {row.pk: row for row in model.objects.of(organisation_id).filter(pk__in=list(ids))}


def pointing(organisation_id: int, register: str, ids: Sequence[int]) -> Iterable[tuple[str, RegisterRow]]:
    """Yield (column, row) for each row, put away or not, that points at one of these rows; locked."""
    for model in REGISTERS:
        for name in _columns_to(model, register):
            found = model.objects.of(organisation_id).select_for_update()
            for row in found.filter(**{f"{name}_id__in": ids}).order_by("pk"):
                yield name, row


def _columns_to(model: type[RegisterRow], register: str) -> tuple[str, ...]:
    keys = [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    return tuple(key.name for key in keys if getattr(key.remote_field.model, "REGISTER", None) == register)


def is_ruled(model: type[RegisterRow], name: str) -> bool:
    """Say whether a constraint of the table is about this column, so that a new value may be refused."""
    return any(
        name in constraint.fields if isinstance(constraint, models.UniqueConstraint)
        else f"'{name}" in str(getattr(constraint, "condition", "")) or f"({name})" in str(constraint)
        for constraint in model._meta.constraints
    )  # fmt: skip


def sightings(organisation_id: int, register: str, ids: Iterable[int]) -> Sequence[Sighting]:
    """Return what sources call these rows."""
    seen = Sighting.objects.of(organisation_id).filter(register=register, row_id__in=list(ids))
    return list(seen.order_by("pk"))


def attachments(organisation_id: int, register: str, ids: Iterable[int]) -> Sequence[Attachment]:
    """Return the files on these rows."""
    files = Attachment.objects.of(organisation_id).filter(register=register, row_id__in=list(ids))
    return list(files.order_by("pk"))


def move(rows: "Sequence[Sighting] | Sequence[Attachment]", to: Mapping[int, int]) -> None:
    """Let sightings or files of one kind belong to other rows."""
    for row in rows:
        row.row_id = to[row.row_id]
    bulk.update(rows, {"row_id"})
