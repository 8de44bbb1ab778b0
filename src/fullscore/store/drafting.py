"""What plans draft changes from: kinds of pools and models, things in use; and the drafts that are there."""

from collections.abc import Mapping
from dataclasses import dataclass

from fullscore.store.models import (
    Agreement,
    Change,
    ChangeCrew,
    ChangeStep,
    HistoryEntry,
    Item,
    ItemModel,
    Pool,
)


@dataclass(frozen=True, slots=True)
class LiveFacts:
    """Kinds of pools and categories of models by ref; items in use as (ref, category, site)."""

    pools: Mapping[str, str]
    models: Mapping[str, str]
    items: tuple[tuple[str, str, str | None], ...]


def live_facts(organisation_id: int) -> LiveFacts:
    pools = Pool.objects.of(organisation_id).filter(archived_at=None)
    models = ItemModel.objects.of(organisation_id).filter(archived_at=None)
    items = Item.objects.of(organisation_id).filter(archived_at=None, status="in use", model__isnull=False)
    return LiveFacts(
        dict(pools.values_list("ref", "kind")),
        dict(models.values_list("ref", "category")),
        tuple(items.values_list("ref", "model__category", "site__ref").order_by("ref")),
    )


def drafted(organisation_id: int) -> dict[str, Change]:
    """Return every change that serves an order of a goal, by what it serves."""
    rows = Change.objects.of(organisation_id).filter(serves__startswith="g-", serves__contains="/")
    return {row.serves: row for row in rows.order_by("-pk")}


def deeds(row: Change) -> frozenset[str]:
    """Return the actions of its history."""
    entries = HistoryEntry.objects.of(row.organisation_id).filter(register=row.REGISTER, row_id=row.pk)
    return frozenset(entries.values_list("action", flat=True))


def has_work(row: Change) -> bool:
    """Return whether somebody laid steps, people or questions beside it."""
    return any(
        model.objects.of(row.organisation_id).filter(change=row, archived_at=None).exists()
        for model in (ChangeStep, ChangeCrew, Agreement)
    )
