"""Calendars kept elsewhere: sources, their last good copy, and the occurrences read from it."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Count, Max, Q, QuerySet

from fullscore.store.models import CalendarEntry, CalendarSource


def sources(organisation_id: int) -> QuerySet[CalendarSource]:
    """Return the calendars of an organisation by name, without the copies themselves."""
    rows = CalendarSource.objects.of(organisation_id).defer("content").select_related("person", "service")
    return rows.order_by("name")


def counts(organisation_id: int) -> dict[int, tuple[int, datetime | None]]:
    """Return for each source how many occurrences it has, and when the last of them begins."""
    rows = CalendarEntry.objects.of(organisation_id).values_list("source_id")
    return {pk: (count, last) for pk, count, last in rows.annotate(Count("pk"), Max("start"))}


def replaced(source: CalendarSource, entries: Sequence[CalendarEntry]) -> None:
    """Put these occurrences in place of those there were; within the caller's transaction."""
    CalendarEntry.objects.of(source.organisation_id).filter(source=source).delete()
    CalendarEntry.objects.bulk_create(entries, batch_size=500)


def behind(before: datetime) -> tuple[int, ...]:
    """Return the addresses nobody has tried since, in all organisations."""
    everywhere: QuerySet[CalendarSource] = QuerySet(CalendarSource)
    rows = everywhere.exclude(address="").filter(Q(tried_at=None) | Q(tried_at__lt=before))
    return tuple(rows.values_list("pk", flat=True))


def address(pk: int) -> CalendarSource | None:
    """Return one address by its number, in whichever organisation: the worker asks."""
    everywhere: QuerySet[CalendarSource] = QuerySet(CalendarSource)
    return everywhere.select_related("organisation").filter(pk=pk).exclude(address="").first()
