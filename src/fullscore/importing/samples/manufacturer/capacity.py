"""Licences and other capacity: Snipe-IT's licence table, and what Fullscore's own sheets add to it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from fullscore.importing.samples.microsoft365 import PREMIUM
from fullscore.importing.samples.people import Somebody
from fullscore.importing.samples.writing import csv_file

CRM, VPN, LINES = "CRM seat", "VPN seat", "Phone line"
LINK, PORTS = "Internet link, Dayton", "Switch ports, Dayton"
_WITH_VPN = frozenset({"Leadership", "Sales", "Engineering", "Finance", "IT"})
_SHOP_LINES = 6


def snipeit_licences(on: date) -> bytes:
    """Return the licence table: bought and free; the keys in it are never kept."""
    header = ("ID", "Name", "Product Key", "Expiration Date", "Category", "Supplier", "Manufacturer", "Total",
              "Avail", "Purchase Date", "Purchase Cost", "Notes")  # fmt: skip
    ends = on + timedelta(days=90)
    return csv_file(header, [
        ("1", CRM, "CRM-0000-SAMPLE", ends, "Business software", "Copperline Software", "Copperline", 30, 4,
         on - timedelta(days=275), "23760.00", "bought in fives"),
        ("2", VPN, "VPN-0000-SAMPLE", "", "Network", "Great Miami Networks", "Arbor", 60, 9,
         on - timedelta(days=400), "2280.00", ""),
        ("3", "CAD seat", "CAD-0000-SAMPLE", on + timedelta(days=200), "Engineering", "Copperline Software",
         "Draftwell", 12, 1, on - timedelta(days=160), "31200.00", ""),
        ("4", "ERP user", "ERP-0000-SAMPLE", "", "Business software", "Foundry ERP", "Foundry", 60, 7,
         on - timedelta(days=1500), "", "price in the contract"),
    ])  # fmt: skip


def pools(on: date) -> bytes:
    """Return what no vendor's export says: prices, lots, lead times, measured use."""
    header = (
        "name", "kind", "vendor", "scope", "site", "unit", "capacity", "used", "used_kind", "used_on",
        "planning_limit", "unit_cost", "cost_period", "lot_type", "lot_minimum", "lot_step", "lead_days",
        "deploy_hours", "per_head", "ref",
    )  # fmt: skip
    measured = on - timedelta(days=11)
    return csv_file(header, [
        (CRM, "licence", "Copperline Software", "organisation", "", "seats", "", "", "count", "", 100, "66",
         "month", "multiple", 5, 5, 2, "0.25", "", "crm"),
        (VPN, "licence", "Great Miami Networks", "organisation", "", "seats", "", "", "count", "", 100, "38",
         "year", "multiple", 10, 10, 3, "0.25", "", "vpn"),
        (PREMIUM, "licence", "Castle Computer Supply", "organisation", "", "seats", "", "", "count", "", 100,
         "22", "month", "multiple", 1, 1, 1, "0.1", "", "m365"),
        (LINES, "phone lines", "Buckeye Voice", "organisation", "", "lines", 120, 87, "count", measured, 100,
         "14.50", "month", "multiple", 1, 1, 5, "0.1", "", "phone-lines"),
        (LINK, "link", "Great Miami Networks", "site", "Dayton", "Mbit/s", 200, 154, "95th percentile",
        measured,
         80, "", "month", "levels", 1, 1, 29, 6, "2.25", "link-dayton"),
        (PORTS, "ports", "Great Miami Networks", "site", "Dayton", "ports", 240, 237, "count", measured, 100,
         "49.1667", "once", "multiple", 24, 24, 15, 4, "1", "ports-dayton"),
    ])  # fmt: skip


def levels() -> bytes:
    return csv_file(
        ("pool", "capacity", "cost_month", "cost_once", "ref"),
        [(LINK, 200, "410.00", "", "link-dayton-200"), (LINK, 500, "690.00", "450.00", "link-dayton-500")],
    )


def seats(people: Sequence[Somebody]) -> bytes:
    """Return who holds a CRM or VPN seat or a phone line; people by e-mail."""
    return csv_file(("pool", "person", "since", "ref"), [
        (pool, one.email, one.hired, f"{word}-{one.number}") for pool, word, one in _held(people)
    ])  # fmt: skip


def _held(people: Sequence[Somebody]) -> Iterable[tuple[str, str, Somebody]]:
    here = [one for one in people if not one.has_left]
    others = [one for one in here if one.title == "Owner" or one.team == "Customer Service"][:2]
    yield from ((CRM, "crm", one) for one in [*(one for one in here if one.team == "Sales"), *others])
    yield from ((VPN, "vpn", one) for one in here if one.team in _WITH_VPN)
    shop = [one for one in here if not one.is_office][::7][:_SHOP_LINES]
    yield from ((LINES, "line", one) for one in [*(one for one in here if one.is_office), *shop])
