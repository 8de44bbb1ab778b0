"""Vendors, models and purchase orders: Fullscore's own export, as somebody filled it in by hand."""

from dataclasses import replace
from datetime import date, timedelta

from fullscore.importing.samples import buying, sheets
from fullscore.importing.samples.buying import Series, Wait
from fullscore.importing.samples.manufacturer.kinds import CASTLE, DOCK, LAPTOP, RIVER, SUMMIT
from fullscore.importing.samples.sheets import sheet

# Days ago that a laptop order went out, working days until it came, pieces: median 15, nine in ten 17.
LAPTOP_ORDERS = (
    (980, 15, 6), (905, 14, 3), (820, 16, 4), (741, 15, 8), (655, 13, 2), (560, 17, 5), (470, 15, 4),
    (385, 14, 6), (290, 17, 3), (200, 16, 4), (95, 15, 5),
)  # fmt: skip
OPEN_ORDER, OPEN_SINCE, OPEN_DUE, OPEN_PIECES = "118", 21, 11, 2


def vendors() -> bytes:
    return sheet(sheets.VENDORS, [
        (CASTLE, "Nora Feld", "orders@castle-supply.example", "937-555-0110", "https://castle-supply.example",
         "MM-4471", "", "castle"),
        (RIVER, "Service desk", "desk@greatmiami.example", "937-555-0144", "https://greatmiami.example",
         "00871", "", "great-miami"),
        (SUMMIT, "Pat Ames", "pat@summitprint.example", "419-555-0172", "", "", "", "summit"),
        ("Copperline Software", "Renewals", "renewals@copperline.example", "",
         "https://copperline.example", "C-2093", "price stays until February", "copperline"),
        ("Buckeye Voice", "", "help@buckeyevoice.example", "614-555-0199", "", "BV-58", "", "buckeye-voice"),
        ("Foundry ERP", "", "support@foundry-erp.example", "", "", "", "contract of 2011", "foundry-erp"),
    ])  # fmt: skip


def models() -> bytes:
    return sheet(sheets.MODELS, [
        (LAPTOP.name, "laptop", CASTLE, "1285.00", "", 1, 1, 2, 48, "2.5", 3, "laptop-14"),
        ('Workstation 16"', "laptop", CASTLE, "2640.00", 20, 1, 1, 0, 48, "4", 5, "workstation-16"),
        (DOCK.name, "dock", CASTLE, "610.00", 9, 1, 1, 0, 72, "0.5", 2, "dock-two-screens"),
        ("Switch, 24 ports", "switch", RIVER, "1180.00", 10, 1, 1, 0, 96, "4", "", "switch-24"),
        ("Access point", "access point", RIVER, "495.00", 10, 1, 1, 1, 72, "1", "", "access-point"),
    ])  # fmt: skip


def offers() -> bytes:
    """Return what prices depend on: how many laptops at once, and how long CRM seats are bound."""
    return sheet(sheets.OFFERS, [
        (LAPTOP.name, "", 1, "1285.00", "once", "", "laptop-1"),
        (LAPTOP.name, "", 25, "1215.00", "once", "", "laptop-25"),
        ("", "CRM seat", 1, "82.00", "month", "month", "crm-month"),
        ("", "CRM seat", 1, "792.00", "year", "year", "crm-year"),
    ])  # fmt: skip


def orders(on: date) -> bytes:
    """Return past orders, from which lead times are learned, and the one that is on its way."""
    laptops = Series(CASTLE, LAPTOP.name, "Dayton", "1240.00", 15, "OH")
    docks = Series(CASTLE, DOCK.name, "Dayton", "610.00", 10, "OH")
    switches = Series(RIVER, "Switch, 24 ports", "Lima", "1150.00", 10, "OH")
    waits = [Wait(str(61 + 5 * place), *told) for place, told in enumerate(LAPTOP_ORDERS)]
    coming = Wait(OPEN_ORDER, OPEN_SINCE, 0, OPEN_PIECES)
    return buying.orders([
        *(buying.past(laptops, wait, on) for wait in waits),
        buying.past(replace(docks, unit_cost="598.00"), Wait("64", 800, 8, 6), on),
        buying.past(docks, Wait("97", 88, 9, 5), on),
        buying.past(switches, Wait("82", 500, 10, 1), on),
        buying.on_its_way(
            replace(laptops, unit_cost="1285.00"), coming, on, due=on + timedelta(days=OPEN_DUE)
        ),
    ])  # fmt: skip
