"""What only a hand-over reads: how to reach people and vendors, where the way in lies, what comes again."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from fullscore.store.models import (
    CalendarEntry,
    CalendarSource,
    Contract,
    ContractCover,
    Freeze,
    Person,
    PurchaseOrder,
    Service,
    Vendor,
    Window,
)

Row = Mapping[str, Any]
_VENDOR = ("ref", "name", "contact", "phone", "email", "website", "account_number", "notes")
_WINDOW = ("name", "weekdays", "weeks", "opens_at", "closes_at", "service__name", "item__name", "site__name")
_FREEZE = ("name", "strength", "starts_on", "ends_on", "service__name", "site__name")
_ORDER = (
    "ref", "quantity", "unit_cost", "ordered_on", "due_on", "vendor__name", "model__name", "pool__name",
)  # fmt: skip


def people(organisation_id: int) -> Mapping[str, Row]:
    """Return everybody by ref with how to reach them; those put away too, as things may still be theirs."""
    fields = ("ref", "name", "phone", "email", "title", "status", "ends_on", "archived_at")
    return {row["ref"]: row for row in Person.objects.of(organisation_id).values(*fields)}


def services(organisation_id: int) -> list[Row]:
    rows = Service.objects.of(organisation_id).filter(archived_at=None).order_by("name", "ref")
    return list(rows.values("ref", "name", "owner__ref", "hours", "notes"))


def vendors(organisation_id: int) -> list[Row]:
    rows = Vendor.objects.of(organisation_id).filter(archived_at=None).order_by("name", "ref")
    return list(rows.values(*_VENDOR))


def contracts(organisation_id: int) -> list[Row]:
    rows = Contract.objects.of(organisation_id).filter(archived_at=None).order_by("name", "ref")
    return list(rows.values("ref", "name", "kind", "number", "account_at", "vendor__name"))


def covered(organisation_id: int) -> Mapping[str, list[str]]:
    """Return the contracts that pay for each service, by refs."""
    rows = ContractCover.objects.of(organisation_id).filter(archived_at=None, contract__archived_at=None)
    found: dict[str, list[str]] = {}
    pairs = rows.exclude(service=None).order_by("ref").values_list("service__ref", "contract__ref")
    for service, contract in pairs:
        found.setdefault(str(service), []).append(contract)
    return found


def windows(organisation_id: int) -> list[Row]:
    rows = Window.objects.of(organisation_id).filter(archived_at=None).order_by("name", "ref")
    return list(rows.values(*_WINDOW))


def freezes(organisation_id: int) -> list[Row]:
    rows = Freeze.objects.of(organisation_id).filter(archived_at=None).order_by("starts_on", "ref")
    return list(rows.values(*_FREEZE))


def calendars(organisation_id: int, since: datetime) -> Iterator[tuple[str, str, list[datetime]]]:
    """Yield each calendar kept elsewhere: its name, what it means, and when its next entries are."""
    for pk, name, means in (
        CalendarSource.objects.of(organisation_id).order_by("name").values_list("pk", "name", "means")
    ):
        rows = CalendarEntry.objects.of(organisation_id).filter(source_id=pk, end__gte=since)
        yield name, means, list(rows.order_by("start").values_list("start", flat=True)[:3])


def orders(organisation_id: int) -> list[Row]:
    """Return what was ordered and has not come."""
    rows = PurchaseOrder.objects.of(organisation_id).filter(archived_at=None, received_on=None)
    return list(rows.order_by("due_on", "ref").values(*_ORDER))
