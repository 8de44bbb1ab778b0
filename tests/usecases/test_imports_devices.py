"""Lists of devices and of what belongs to them, brought in whole; twice is once."""

from datetime import date
from decimal import Decimal

import pytest

from fullscore.engine.registers.access import Member
from fullscore.store.models import Item, ItemModel
from fullscore.usecases.imports import Imported
from tests.usecases.test_imports_kinds import BringIn, Table, bring, counts

__all__ = ["bring"]

SNIPE: Table = [
    [
        "Asset Name",
        "Asset Tag",
        "Serial",
        "Model",
        "Category",
        "Status",
        "Manufacturer",
        "Purchase Date",
        "Warranty",
    ],
    [
        "LT-1",
        "A-1",
        "5CG1",
        "Dell Latitude 5450",
        "Laptop",
        "Ready to Deploy",
        "Dell",
        "2024-02-29",
        "36 months",
    ],
]
INTUNE: Table = [
    ["Device name", "Serial number", "Manufacturer", "Model", "OS", "OS version", "Last check-in",
     "Wi-Fi MAC",
     "Ownership", "Device ID"],
    ["LT-1", "5CG1", "Dell Inc.", "Latitude 5450", "Windows", "10.0.22631", "2026-11-20T23:59:59Z",
     "00155D012AFF", "Corporate", "9f0c-1"],
    ["LT-2", "5CG2", "Dell Inc.", "Latitude 5450", "Windows", "10.0.22631", "2026-11-19T08:00:00Z",
     "00155D012B00", "Personal", "9f0c-2"],
]  # fmt: skip
RMM: Table = [
    ["Display Name", "Organization", "Location", "Device Type", "OS Name", "Last Contact",
     "System Manufacturer",
     "System Model", "Serial Number", "MAC Addresses", "Device ID"],
    ["LT-1", "Mill", "Harlow", "WINDOWS_WORKSTATION", "Windows 11 Pro", "2026-11-21 10:00", "Dell Inc.",
     "Latitude 5450", "5CG1", "00:15:5D:01:2A:FF", "42"],
]  # fmt: skip


@pytest.mark.parametrize("lists", [(SNIPE, INTUNE, RMM), (RMM, INTUNE, SNIPE), (INTUNE, SNIPE, RMM)])
def test_three_programs_tell_one_laptop_and_one_model(
    bring: BringIn, owner: Member, lists: tuple[Table, ...]
) -> None:
    for table in lists:
        bring(table)
    items = Item.objects.of(owner.organisation_id).select_related("model").order_by("serial")

    assert [(item.serial, item.hostname) for item in items] == [("5CG1", "LT-1"), ("5CG2", "LT-2")]
    assert ItemModel.objects.of(owner.organisation_id).count() == 1
    assert (items[0].tag, items[0].mac, items[0].warranty_ends_on) == (
        "A-1", "00:15:5d:01:2a:ff", date(2027, 2, 28),
    )  # fmt: skip
    assert items[1].extra["Ownership"] == "Personal"


@pytest.mark.parametrize("table", [SNIPE, INTUNE, RMM])
def test_a_device_list_brought_in_twice_changes_nothing(bring: BringIn, table: Table) -> None:
    first = bring(table)
    again = bring(table)

    assert counts(first) == (len(table) - 1, 0, 0, 0)
    assert counts(again) == (0, 0, len(table) - 1, 0)


def test_accessories_are_models_with_their_count_beside_them(bring: BringIn, owner: Member) -> None:
    table = [
        ["Name", "Category", "Supplier", "Manufacturer", "QTY", "Location", "Min Amount", "Purchase Cost"],
        ["USB-C cable", "Cables", "Dyn", "Anker", "61", "Harlow", "10", "$9.50"],
        ["USB-C cable", "Cables", "Dyn", "Anker", "39", "East", "10", "$9.50"],
        ["Mouse", "Mice", "Dyn", "Logi", "1,024", "Harlow", "", ""],
    ]
    first, again = bring(table), bring(table)
    cable = ItemModel.objects.of(owner.organisation_id).get(name="USB-C cable")

    assert (first.kind, counts(first), counts(again)) == ("accessories", (2, 0, 1, 0), (0, 0, 3, 0))
    assert (cable.category, cable.unit_cost, cable.safety_stock) == ("accessory", Decimal("9.50"), 10)
    assert cable.extra["QTY"] == "100"


def test_models_come_with_life_and_the_least_to_keep(bring: BringIn, owner: Member) -> None:
    done: Imported = bring([
        ["Name", "Category", "Manufacturer", "Model Number", "Fieldset", "EOL", "Min Qty"],
        ["Latitude 5450", "Laptops", "Dell", "5450", "Laptops", "36", "5"],
    ])  # fmt: skip
    made = ItemModel.objects.of(owner.organisation_id).get()

    assert (done.kind, counts(done)) == ("models", (1, 0, 0, 0))
    assert (made.category, made.life_months, made.safety_stock) == ("laptop", 36, 5)


def test_docks_that_are_only_counted_are_said_and_kept_as_a_model(bring: BringIn, owner: Member) -> None:
    done = bring([
        ["Model", "Category", "Quantity", "Serial", "Asset Tag", "Status"],
        ["WD19S", "Docking station", "10", "", "", "In stock"],
        ["WD19S", "Docking station", "1", "SD1", "A-1", "In stock"],
    ])  # fmt: skip

    # The dock with a number of its own mentions the model, which then takes the count.
    assert counts(done) == (1, 1, 0, 0)
    assert Item.objects.of(owner.organisation_id).get().model.category == "dock"
    assert ItemModel.objects.of(owner.organisation_id).get().extra["Quantity"] == "10"
