"""Vendors, models, prices and purchase orders of the clinics."""

from datetime import date, timedelta

from fullscore.importing.samples import buying, sheets
from fullscore.importing.samples.buying import Series, Wait
from fullscore.importing.samples.clinic.kinds import (
    ACCESS_POINT,
    DESK_PC,
    DOCK,
    EXAM_PC,
    FIREWALL,
    LABELS,
    LAPTOP,
    MARROW,
    MOBILE,
    NORTH,
    PRAIRIE,
    PRINTER,
    SCANNER,
    SERVER,
    SWITCH,
    TABLET,
    UPS,
)
from fullscore.importing.samples.clinic.roster import HARLOW
from fullscore.importing.samples.sheets import sheet

CHARTWELL, FENCE = "Chartwell Health Records", "Fenceline Device Management"
# Days ago, working days until it came, pieces: median 11, nine in ten 13.
TABLET_ORDERS = (
    (1010, 11, 10), (930, 10, 4), (850, 12, 6), (760, 11, 3), (665, 11, 8), (575, 14, 2), (480, 11, 5),
    (390, 10, 4), (300, 12, 3), (205, 11, 6), (110, 13, 2),
)  # fmt: skip
# Too few to speak of nine in ten: median 9, longest 12.
LAPTOP_ORDERS = ((820, 9, 6), (610, 8, 3), (430, 12, 4), (260, 9, 5), (75, 9, 2))


# What stands in a clinic for everybody: kind, category, working days it takes, hours to set up, short name.
STANDING = (
    (EXAM_PC, "desktop", 8, "2", "exam-room-pc"), (LABELS, "printer", 6, "1", "label-printer"),
    (PRINTER, "printer", 9, "1.5", "office-printer"), (SCANNER, "scanner", 7, "0.5", "card-scanner"),
    (ACCESS_POINT, "access point", 12, "1", "access-point"), (FIREWALL, "firewall", 20, "5", "firewall"),
    (UPS, "ups", 12, "1", "ups-1000"), (SERVER, "server", 25, "10", "rack-server"),
)  # fmt: skip


def vendors() -> bytes:
    return sheet(sheets.VENDORS, [
        (NORTH, "Joan Tierney", "orders@northline.example", "320-555-0118", "https://northline.example",
         "LV-2201", "", "northline"),
        (PRAIRIE, "Business desk", "business@prairiefiber.example", "320-555-0142", "", "77-4410", "",
         "prairie-fiber"),
        (MARROW, "", "sales@marrowlabel.example", "612-555-0170", "", "", "", "marrow"),
        (CHARTWELL, "Account team", "accounts@chartwell.example", "", "https://chartwell.example", "CH-9917",
         "seats in tens; year's commitment is cheaper, month can be handed back", "chartwell"),
        (FENCE, "", "billing@fenceline.example", "", "", "", "", "fenceline"),
    ])  # fmt: skip


def models() -> bytes:
    return sheet(sheets.MODELS, [
        (LAPTOP.name, "laptop", NORTH, "1175.00", "", 1, 1, 1, 48, "2.5", 3, "laptop-13"),
        (TABLET.name, "tablet", NORTH, "840.00", "", 1, 1, 1, 48, "1", 2, "clinical-tablet"),
        (DOCK.name, "dock", NORTH, "390.00", 7, 1, 1, 0, 72, "0.5", 2, "dock-screen"),
        (DESK_PC.name, "desktop", NORTH, "780.00", 8, 1, 1, 0, 60, "2", 3, "front-desk-pc"),
        (MOBILE.name, "phone", NORTH, "420.00", 5, 1, 1, 0, 36, "0.5", 2, "mobile-phone"),
        (SWITCH.name, "switch", PRAIRIE, "1240.00", 12, 1, 1, 0, 96, "3", "", "switch-24"),
        *((kind.name, category, kind.supplier, kind.cost, lead, 1, 1, 0, kind.life_years * 12, hours, "", ref)
          for kind, category, lead, hours, ref in STANDING),
    ])  # fmt: skip


def offers() -> bytes:
    """Return what prices depend on: how many tablets at once, and how long seats are bound."""
    return sheet(sheets.OFFERS, [
        (TABLET.name, "", 1, "840.00", "once", "", "tablet-1"),
        (TABLET.name, "", 10, "798.00", "once", "", "tablet-10"),
        (LAPTOP.name, "", 1, "1175.00", "once", "", "laptop-1"),
        (LAPTOP.name, "", 10, "1120.00", "once", "", "laptop-10"),
        ("", "EHR seat", 1, "92.00", "month", "month", "ehr-month"),
        ("", "EHR seat", 1, "948.00", "year", "year", "ehr-year"),
    ])  # fmt: skip


def orders(on: date) -> bytes:
    """Return past orders, from which lead times are learned, one on its way and one overdue."""
    tablets = Series(NORTH, TABLET.name, HARLOW, "840.00", 10, "MN")
    laptops = Series(NORTH, LAPTOP.name, HARLOW, "1175.00", 10, "MN")
    phones = Series(NORTH, MOBILE.name, HARLOW, "420.00", 5, "MN")
    past = [
        *(buying.past(tablets, Wait(str(301 + 7 * n), *told), on) for n, told in enumerate(TABLET_ORDERS)),
        *(buying.past(laptops, Wait(str(305 + 11 * n), *told), on) for n, told in enumerate(LAPTOP_ORDERS)),
        buying.past(phones, Wait("352", 240, 6, 5), on),
    ]
    soon, gone = on + timedelta(days=9), on - timedelta(days=6)
    return buying.orders([
        *past,
        buying.on_its_way(tablets, Wait("388", 8, 0, 2), on, due=soon),
        buying.on_its_way(phones, Wait("385", 20, 0, 3), on, due=gone),
    ])  # fmt: skip
