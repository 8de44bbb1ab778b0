"""Queries every register shares: which rows, in which order, whose; each within one organisation."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q

from fullscore.engine.registers.access import Member
from fullscore.engine.registers.columns import Column, Kind
from fullscore.store.models import HistoryEntry, RegisterRow

Rows = models.QuerySet[RegisterRow]
Comparable = str | int | Decimal | date | bool | None


def rows_of(model: type[RegisterRow], by: Member, *, is_archived: bool | None = False) -> Rows:
    """Return the rows `by` may see: their organisation's, for a requester their own."""
    rows = model.objects.of(by.organisation_id)
    if by.sees_own_rows_only:
        rows = rows.filter(**{f"{model.OWN_BY}__iexact": by.email}) if by.email else rows.none()
    return rows if is_archived is None else rows.filter(archived_at__isnull=not is_archived)


def with_references(rows: Rows, columns: Iterable[Column]) -> Rows:
    """Return the rows with what their references are called, in one query."""
    names = [column.name for column in columns if column.kind is Kind.REFERENCE]
    # What the others remember of themselves is long, and nobody asks for it here.
    unread = [f"{name}__{field}" for name in names for field in ("provenance", "extra")]
    return rows.select_related(*names).defer(*unread) if names else rows


def stretch(rows: Rows, columns: Iterable[Column], first: int, count: int) -> list[RegisterRow]:
    """Return some rows in order. Their keys are sorted alone: sorting carries every column it is given."""
    keys = list(rows.values_list("pk", flat=True)[first : first + count])
    found = {row.pk: row for row in with_references(rows.order_by().filter(pk__in=keys), columns)}
    return [found[key] for key in keys if key in found]


def searched(rows: Rows, columns: Iterable[Column], text: str, *, has_extra: bool) -> Rows:
    """Return the rows that hold every word of `text` in some searchable column."""
    paths = [path for column in columns for path in _search_paths(column, rows.model)]
    for word in text.split()[:8]:
        hits = Q(*[(f"{path}__icontains", word) for path in paths], _connector=Q.OR)
        rows = rows.filter(hits | Q(extra__icontains=word) if has_extra else hits)
    return rows


def _search_paths(column: Column, model: type[models.Model]) -> list[str]:
    if column.kind is Kind.REFERENCE and column.is_listed:
        return [f"{column.name}__{title_of(model, column)}"]
    return [column.name] if column.is_searchable else []


def title_of(model: type[models.Model], column: Column) -> str:
    """Return the field by which the rows a reference column points at are called."""
    remote = model._meta.get_field(column.name).related_model
    return str(getattr(remote, "TITLE", "ref"))


def condition(model: type[models.Model], column: Column, word: str, values: tuple[Comparable, ...]) -> Q:
    """Return one filter as a condition; `values` are already of the column's kind."""
    path = column.name
    if word == "empty":
        return _empty(column)
    if column.kind is Kind.REFERENCE and word == "contains":
        return Q(**{f"{path}__{title_of(model, column)}__icontains": values[0]})
    if column.kind is Kind.REFERENCE:
        by_title = Q(**{f"{path}__{title_of(model, column)}__in": values})
        return by_title | Q(**{f"{path}__ref__in": values})
    if word in {"is", "in"}:
        return Q(**{f"{path}__in": values})
    return Q(**{f"{path}__{_LOOKUPS[word]}": values[0]})


_LOOKUPS = {"before": "lt", "after": "gt", "contains": "icontains"}


def _empty(column: Column) -> Q:
    nothing = Q(**{f"{column.name}__isnull": True})
    is_text = column.kind in {Kind.TEXT, Kind.LONG_TEXT, Kind.EMAIL, Kind.CHOICE}
    return nothing | Q(**{column.name: ""}) if is_text else nothing


def ordered(rows: Rows, column: Column | None, *, is_descending: bool, title: str) -> Rows:
    """Return the rows by one column, nothing last, ties by ref so that pages never overlap."""
    if column is None:
        return rows.order_by(title, "ref", "pk") if title != "ref" else rows.order_by("ref", "pk")
    path = f"{column.name}__{title_of(rows.model, column)}" if column.kind is Kind.REFERENCE else column.name
    key = models.F(path)
    first = key.desc(nulls_last=True) if is_descending else key.asc(nulls_last=True)
    return rows.order_by(first, "ref", "pk")


def last_change(rows: Rows) -> Any:  # noqa: ANN401  an aggregate has no narrower type
    """Return the moment of the newest change among the rows, None when there are none."""
    return rows.aggregate(newest=models.Max("changed_at"))["newest"]


def history_of(model: type[RegisterRow], by: Member, row_id: int) -> models.QuerySet[HistoryEntry]:
    """Return what was changed on one row, newest first."""
    entries = HistoryEntry.objects.of(by.organisation_id)
    return entries.filter(register=model.REGISTER, row_id=row_id).select_related("import_run").order_by("-id")


def deeds_before(
    by: Member, registers: tuple[str, ...], before: int | None, count: int
) -> list[HistoryEntry]:
    """Return what people did, newest first; what an import did row by row is not among it."""
    entries = HistoryEntry.objects.of(by.organisation_id).filter(import_run=None, register__in=registers)
    older = entries if before is None else entries.filter(pk__lt=before)
    return list(older.select_related("import_run").order_by("-pk")[:count])
