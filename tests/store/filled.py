"""Rows of the kinds that are hard to carry from one database to another."""

import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal

from fullscore.store.models import (
    Attachment,
    Blob,
    HistoryEntry,
    Item,
    ItemModel,
    Membership,
    Organisation,
    Person,
    Site,
    User,
)

NOW = datetime(2026, 11, 23, 14, 0, 0, 123456, tzinfo=UTC)
BYTES = bytes(range(256)) * 300


def fill(items: int = 20) -> Organisation:
    """Make one organisation with people, items and a file, and return it."""
    place = Organisation.objects.create(name="Mühle & Söhne 🏭", ref="mill", created_at=NOW)
    user = User.objects.create(email="owner@mill.example", name="Olive Owner", created_at=NOW)
    Membership.objects.create(organisation=place, user=user, role="owner", created_at=NOW)
    stamps = {"organisation": place, "created_at": NOW, "changed_at": NOW}
    site = Site.objects.create(ref="main", name="Main", **stamps)
    person = Person.objects.create(
        ref="ada", name="Ada\nLovelace", site=site, starts_on=date(2020, 2, 29), **stamps
    )
    model = ItemModel.objects.create(
        ref="x1", name="X1", category="laptop", unit_cost=Decimal("1234.50"), **stamps
    )
    Item.objects.bulk_create(_item(number, model, person, stamps) for number in range(items))
    _attach(place)
    return place


def _item(number: int, model: ItemModel, person: Person, stamps: dict[str, object]) -> Item:
    return Item(
        ref=f"item-{number}", name=f"Laptop {number}", tag=f"T{number}", model=model, holder=person,
        cost=Decimal("999.90"), provenance={"name": ["snipeit", 1, number], "cost": None},
        extra={"z": "é ", "a": 1.0, "nested": {"b": [1, "2"], "a": None}}, **stamps,
    )  # fmt: skip


def _attach(place: Organisation) -> None:
    digest = hashlib.sha256(BYTES).hexdigest()
    blob = Blob.objects.create(organisation=place, sha256=digest, size=len(BYTES), content=BYTES)
    Attachment.objects.create(
        organisation=place,
        register="items",
        row_id=1,
        name="invoice.pdf",
        blob=blob,
        added_at=NOW,
        added_by="Olive",
    )
    HistoryEntry.objects.create(
        organisation=place, register="items", row_id=1, ref="item-1", action="changed", at=NOW,
        by_name="Olive", changes={"cost": [None, "999.90"], "active": [True, False]},
    )  # fmt: skip
