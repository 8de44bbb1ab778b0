"""Vendors, models and purchase orders: Fullscore's own export, as somebody filled it in by hand."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from fullscore.importing.calendars.public import public_holidays
from fullscore.importing.samples.manufacturer.kinds import CASTLE, DOCK, LAPTOP, RIVER, SUMMIT
from fullscore.importing.samples.writing import csv_file

# Days ago that a laptop order went out, working days until it came, pieces: median 15, nine in ten 17.
LAPTOP_ORDERS = (
    (980, 15, 6), (905, 14, 3), (820, 16, 4), (741, 15, 8), (655, 13, 2), (560, 17, 5), (470, 15, 4),
    (385, 14, 6), (290, 17, 3), (200, 16, 4), (95, 15, 5),
)  # fmt: skip
OPEN_ORDER, OPEN_SINCE, OPEN_DUE, OPEN_PIECES = "118", 21, 11, 2
_SATURDAY = 5


def vendors() -> bytes:
    header = ("name", "contact", "email", "phone", "website", "account_number", "notes", "ref")
    return csv_file(header, [
        (CASTLE, "Nora Feld", "orders@castle-supply.example", "937-555-0110", "https://castle-supply.example",
         "MM-4471", "", "castle"),
        (RIVER, "Service desk", "desk@greatmiami.example", "937-555-0144", "https://greatmiami.example",
        "00871", "",
         "great-miami"),
        (SUMMIT, "Pat Ames", "pat@summitprint.example", "419-555-0172", "", "", "", "summit"),
        ("Copperline Software", "Renewals", "renewals@copperline.example", "",
         "https://copperline.example", "C-2093",
         "price stays until February", "copperline"),
        ("Buckeye Voice", "", "help@buckeyevoice.example", "614-555-0199", "", "BV-58", "", "buckeye-voice"),
        ("Foundry ERP", "", "support@foundry-erp.example", "", "", "", "contract of 2011", "foundry-erp"),
    ])  # fmt: skip


def models() -> bytes:
    header = (
        "name", "category", "vendor", "unit_cost", "lead_days", "lot_minimum", "lot_step", "safety_stock",
        "life_months", "deploy_hours", "ref",
    )  # fmt: skip
    return csv_file(header, [
        (LAPTOP.name, "laptop", CASTLE, "1285.00", "", 1, 1, 2, 48, "2.5", "laptop-14"),
        ('Workstation 16"', "laptop", CASTLE, "2640.00", 20, 1, 1, 0, 48, "4", "workstation-16"),
        (DOCK.name, "dock", CASTLE, "610.00", 9, 1, 1, 0, 72, "0.5", "dock-two-screens"),
        ("Switch, 24 ports", "switch", RIVER, "1180.00", 10, 1, 1, 0, 96, "4", "switch-24"),
        ("Access point", "access point", RIVER, "495.00", 10, 1, 1, 1, 72, "1", "access-point"),
    ])  # fmt: skip


def orders(on: date) -> bytes:
    """Return past orders, from which lead times are learned, and the one that is on its way."""
    header = ("number", "vendor", "model", "site", "quantity", "unit_cost", "ordered_on", "due_on",
    "received_on",
              "ref")  # fmt: skip
    ordered, due = on - timedelta(days=OPEN_SINCE), on + timedelta(days=OPEN_DUE)
    on_its_way = (
        OPEN_ORDER,
        CASTLE,
        LAPTOP.name,
        "Dayton",
        OPEN_PIECES,
        "1285.00",
        ordered,
        due,
        "",
        OPEN_ORDER,
    )
    return csv_file(header, [*_past_laptops(on), *_past_others(on), on_its_way])


def _past_laptops(on: date) -> Iterator[tuple[str | int | date, ...]]:
    for place, (ago, took, pieces) in enumerate(LAPTOP_ORDERS):
        number, ordered = str(61 + 5 * place), _working(on - timedelta(days=ago))
        came = _after(ordered, took)
        yield (
            number,
            CASTLE,
            LAPTOP.name,
            "Dayton",
            pieces,
            "1240.00",
            ordered,
            _after(ordered, 15),
            came,
            number,
        )


def _past_others(on: date) -> Iterator[tuple[str | int | date, ...]]:
    for number, vendor, model, site, pieces, cost, ago, took in (
        ("64", CASTLE, DOCK.name, "Dayton", 6, "598.00", 800, 8),
        ("97", CASTLE, DOCK.name, "Dayton", 5, "610.00", 88, 9),
        ("82", RIVER, "Switch, 24 ports", "Lima", 1, "1150.00", 500, 10),
    ):  # fmt: skip
        ordered = _working(on - timedelta(days=ago))
        yield (
            number,
            vendor,
            model,
            site,
            pieces,
            cost,
            ordered,
            _after(ordered, 10),
            _after(ordered, took),
            number,
        )


def _working(day: date) -> date:
    while not _is_open(day):
        day += timedelta(days=1)
    return day


def _after(day: date, working_days: int) -> date:
    """Return the day that many of the vendor's working days later."""
    while working_days:
        day += timedelta(days=1)
        working_days -= _is_open(day)
    return day


def _is_open(day: date) -> bool:
    return day.weekday() < _SATURDAY and day not in _closed(day.year)


@cache
def _closed(year: int) -> frozenset[date]:
    return frozenset(day for day, _ in public_holidays(country="US", subdivision="OH", years=(year,)))
