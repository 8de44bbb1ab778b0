"""Licences and other capacity: Snipe-IT's licence table, and what Fullscore's own sheets add to it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from fullscore.importing.samples import sheets
from fullscore.importing.samples.manufacturer.kinds import CASTLE, RIVER
from fullscore.importing.samples.microsoft365 import PREMIUM
from fullscore.importing.samples.people import Somebody
from fullscore.importing.samples.sheets import sheet
from fullscore.importing.samples.writing import csv_file

CRM, VPN, LINES = "CRM seat", "VPN seat", "Phone line"
# Bought for fifty; no more than 38 ever opened it.
DRAWING_SEAT, DRAWING_BOUGHT, DRAWING_USED = "Drawing seat", 50, 38
LINK, LIMA_LINK, PORTS = "Internet link, Dayton", "Internet link, Lima", "Switch ports, Dayton"
# Days ago and what was measured.
DAYTON_MEASURED = ((190, "131"), (130, "137"), (70, "148"), (11, "154"))
LIMA_MEASURED = ((196, "48"), (165, "51"), (135, "53"), (104, "57"), (73, "60"), (11, "66"))
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
    measured = on - timedelta(days=11)
    whole = ("organisation", "")
    return sheet(sheets.POOLS, [
        (CRM, "licence", "Copperline Software", *whole, "seats", "", "", "count", "", 100, "66", "month",
         "multiple", 5, 5, 2, "0.25", "", "", "crm"),
        (VPN, "licence", RIVER, *whole, "seats", "", "", "count", "", 100, "38", "year", "multiple", 10, 10,
         3, "0.25", "", "", "vpn"),
        (PREMIUM, "licence", CASTLE, *whole, "seats", "", "", "count", "", 100, "22", "month", "multiple", 1,
         1, 1, "0.1", "", "", "m365"),
        (LINES, "phone lines", "Buckeye Voice", *whole, "lines", 120, 87, "count", measured, 100, "14.50",
         "month", "multiple", 1, 1, 5, "0.1", "", "", "phone-lines"),
        (DRAWING_SEAT, "licence", "Draftwell", *whole, "seats", DRAWING_BOUGHT, DRAWING_USED, "count",
         measured, 100, "240", "year", "multiple", 1, 1, 2, "0.25", "", "", "drawing"),
        # The last months brought a customer portal, not people: nobody expects that to go on.
        (LINK, "link", RIVER, "site", "Dayton", "Mbit/s", 200, 154, "95th percentile", measured, 80, "",
         "month", "levels", 1, 1, 30, 6, "2.25", "no", "link-dayton"),
        (LIMA_LINK, "link", RIVER, "site", "Lima", "Mbit/s", 100, 66, "95th percentile", measured, 80, "",
         "month", "levels", 1, 1, 24, 6, "0.75", "yes", "link-lima"),
        (PORTS, "ports", RIVER, "site", "Dayton", "ports", 240, 237, "count", measured, 100, "49.1667",
         "once", "multiple", 24, 24, 15, 4, "1", "", "ports-dayton"),
    ])  # fmt: skip


def levels() -> bytes:
    return sheet(sheets.LEVELS, [
        (LINK, 200, "410.00", "", 12, "link-dayton-200"),
        (LINK, 500, "690.00", "450.00", 24, "link-dayton-500"),
        (LIMA_LINK, 100, "240.00", "", 12, "link-lima-100"),
        (LIMA_LINK, 200, "410.00", "300.00", 24, "link-lima-200"),
    ])  # fmt: skip


def measurements(on: date) -> bytes:
    told = ((LINK, "dayton", DAYTON_MEASURED), (LIMA_LINK, "lima", LIMA_MEASURED))
    return sheet(sheets.MEASUREMENTS, [
        (pool, on - timedelta(days=days), value, f"link-{word}-{number}")
        for pool, word, points in told for number, (days, value) in enumerate(points, start=1)
    ])  # fmt: skip


def kits() -> bytes:
    """Return what IT knows better than the lists: who works in the ERP and in CAD, what two shifts share."""
    return sheet(sheets.KITS, [
        ("Engineering", "", "", "", "CAD seat", 1, "head", "", "cad-engineering"),
        *((team, "", "", "", "ERP user", 1, "head", "", f"erp-{word}")
          for team, word in (("Purchasing", "purchasing"), ("Planning", "planning"), ("Finance", "finance"))),
        ("Warehouse", "", "", "Barcode scanner", "", "0.5", "shift place", "", "scanner-warehouse"),
    ])  # fmt: skip


def seats(people: Sequence[Somebody]) -> bytes:
    """Return who holds a CRM or VPN seat or a phone line; people by e-mail."""
    return sheet(sheets.SEATS, [
        (pool, one.email, one.hired, f"{word}-{one.number}") for pool, word, one in _held(people)
    ])  # fmt: skip


def _held(people: Sequence[Somebody]) -> Iterable[tuple[str, str, Somebody]]:
    here = [one for one in people if not one.has_left]
    others = [one for one in here if one.title == "Owner" or one.team == "Customer Service"][:2]
    yield from ((CRM, "crm", one) for one in [*(one for one in here if one.team == "Sales"), *others])
    yield from ((VPN, "vpn", one) for one in here if one.team in _WITH_VPN)
    shop = [one for one in here if not one.is_office][::7][:_SHOP_LINES]
    yield from ((LINES, "line", one) for one in [*(one for one in here if one.is_office), *shop])
