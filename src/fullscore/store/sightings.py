"""Queries of what sources have named, and what a source's latest whole list left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from fullscore.store.models import ImportRun, RegisterRow, Sighting

Rows = QuerySet[RegisterRow]


@dataclass(frozen=True, slots=True)
class WholeList:
    """When a source last brought a list of all it knows of one kind."""

    source: str
    kind: str
    began_at: datetime


Lists = Mapping[tuple[str, str], WholeList]


def of_row(organisation_id: int, register: str, row_id: int) -> Sequence[Sighting]:
    """Return what sources call a row, the latest word first."""
    seen = Sighting.objects.of(organisation_id).filter(register=register, row_id=row_id)
    return list(seen.select_related("import_run").order_by("-last_seen_at", "-pk"))


def whole_lists(organisation_id: int, register: str) -> Lists:
    """Return the latest whole list of a register's rows by source and kind; one taken back does not count."""
    runs = ImportRun.objects.of(organisation_id).filter(
        register=register, state="done", preview__is_whole=True
    )
    told = runs.order_by("started_at", "pk").values_list("source", "kind", "started_at")
    return {(source, kind): WholeList(source, kind, began_at) for source, kind, began_at in told}


def left_out(rows: Rows, organisation_id: int, register: str, whole: WholeList) -> Rows:
    """Return the rows that the source had named before its latest whole list and has not since."""
    of_kind = Q(import_run__kind=whole.kind) | Q(import_run=None)
    named = Sighting.objects.of(organisation_id).filter(of_kind, register=register, source=whole.source)
    since = named.filter(last_seen_at__gte=whole.began_at).values("row_id")
    return rows.filter(pk__in=named.values("row_id")).exclude(pk__in=since)


def named_by(rows: Rows, organisation_id: int, sources: Iterable[str]) -> Rows:
    """Return the rows that one of these sources has named."""
    named = Sighting.objects.of(organisation_id).filter(register=_of(rows), source__in=list(sources))
    return rows.filter(pk__in=named.values("row_id"))


def not_named_by(rows: Rows, organisation_id: int, sources: Iterable[str]) -> Rows:
    """Return the rows that none of these sources has named."""
    named = Sighting.objects.of(organisation_id).filter(register=_of(rows), source__in=list(sources))
    return rows.exclude(pk__in=named.values("row_id"))


def _of(rows: Rows) -> str:
    return rows.model.REGISTER


def enrollable(rows: Rows, categories: Iterable[str]) -> Rows:
    """Return the devices at hand of these categories."""
    # Only items have a model and a status; the query is typed for any register.
    wanted = {"model__category__in": list(categories), "status__in": ["in use", "in stock"]}
    return rows.filter(**wanted)
