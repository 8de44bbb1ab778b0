"""Vendors, models, prices and purchase orders of the builders."""

from datetime import date, timedelta

from fullscore.importing.samples import buying, sheets
from fullscore.importing.samples.buying import Series, Wait
from fullscore.importing.samples.construction.kinds import (
    ACCESS_POINT,
    CAMERA,
    DOCK,
    FIREWALL,
    LAPTOP,
    MESA,
    MOBILE,
    PLOTTER,
    PRINTER,
    ROUTER,
    SERVER,
    SIGNAL,
    SUMMIT,
    SWITCH,
    TABLET,
    UPS,
    WORKSTATION,
)
from fullscore.importing.samples.construction.roster import OFFICE, YARD
from fullscore.importing.samples.sheets import sheet

LEDGER, TAKEOFF, CREW = "Stonegate ERP", "Takeoff Works", "Crewline"
# Days ago, working days until it came, pieces: median 12, nine in ten 15.
TABLET_ORDERS = (
    (1000, 12, 6), (915, 11, 4), (840, 13, 2), (750, 12, 8), (660, 10, 3), (570, 15, 2), (485, 12, 4),
    (400, 12, 6), (310, 16, 3), (215, 11, 4), (120, 12, 5),
)  # fmt: skip
# Too few to speak of nine in ten: median 14, longest 19.
WORKSTATION_ORDERS = ((900, 14, 3), (640, 13, 2), (420, 19, 2), (150, 14, 1))


# What stands at a site for everybody: kind, category, working days it takes, hours to set up, short name.
SHARED = (
    (PLOTTER, "printer", 18, "4", "plotter-36"), (PRINTER, "printer", 8, "1", "site-printer"),
    (ROUTER, "firewall", 6, "2", "mobile-router"), (ACCESS_POINT, "access point", 9, "1.5", "access-point"),
    (FIREWALL, "firewall", 20, "5", "firewall"), (UPS, "ups", 10, "1", "ups-1500"),
    (SERVER, "server", 25, "10", "rack-server"), (CAMERA, "other", 7, "1", "site-camera"),
)  # fmt: skip


def vendors() -> bytes:
    return sheet(sheets.VENDORS, [
        (MESA, "Tom Arroyo", "orders@mesabusiness.example", "970-555-0121", "https://mesabusiness.example",
         "HC-310", "", "mesa"),
        (SIGNAL, "Site desk", "sites@signalridge.example", "970-555-0163", "", "55-0091",
         "mobile links, terms of twelve months", "signal-ridge"),
        (SUMMIT, "", "service@frplotter.example", "970-555-0188", "", "", "", "front-range-plotter"),
        (LEDGER, "Partner desk", "partners@stonegate-erp.example", "", "", "contract of 2011",
         "sells no new users since 2022; five at a time from a reseller, about sixty working days",
         "stonegate"),
        (TAKEOFF, "", "seats@takeoffworks.example", "", "https://takeoffworks.example", "", "", "takeoff"),
        (CREW, "", "billing@crewline.example", "", "", "", "month by month, or cheaper for a year",
         "crewline"),
    ])  # fmt: skip


def models() -> bytes:
    return sheet(sheets.MODELS, [
        (LAPTOP.name, "laptop", MESA, "1240.00", 11, 1, 1, 0, 48, "2.5", 3, "laptop-14"),
        (WORKSTATION.name, "laptop", MESA, "2980.00", "", 1, 1, 0, 48, "4", 5, "workstation-17"),
        (TABLET.name, "tablet", MESA, "1120.00", "", 1, 1, 0, 48, "1", 4, "rugged-tablet"),
        (DOCK.name, "dock", MESA, "640.00", 8, 1, 1, 0, 72, "0.5", 2, "dock-two-screens"),
        (MOBILE.name, "phone", SIGNAL, "510.00", 6, 1, 1, 0, 36, "0.5", 3, "rugged-phone"),
        (SWITCH.name, "switch", SIGNAL, "1180.00", 12, 1, 1, 0, 96, "3", "", "switch-24"),
        *((kind.name, category, kind.supplier, kind.cost, lead, 1, 1, 0, kind.life_years * 12, hours, "", ref)
          for kind, category, lead, hours, ref in SHARED),
    ])  # fmt: skip


def offers() -> bytes:
    """Return what prices depend on: how many at once, and how long seats are bound."""
    return sheet(sheets.OFFERS, [
        (TABLET.name, "", 1, "1120.00", "once", "", "tablet-1"),
        (TABLET.name, "", 5, "1064.00", "once", "", "tablet-5"),
        (WORKSTATION.name, "", 1, "2980.00", "once", "", "workstation-1"),
        (WORKSTATION.name, "", 5, "2830.00", "once", "", "workstation-5"),
        ("", "Crew app seat", 1, "9.00", "month", "month", "crew-month"),
        ("", "Crew app seat", 1, "84.00", "year", "year", "crew-year"),
        ("", "Takeoff seat", 1, "1440.00", "year", "year", "takeoff-year"),
    ])  # fmt: skip


def orders(on: date) -> bytes:
    """Return past orders, from which lead times are learned, one on its way and one overdue."""
    tablets = Series(MESA, TABLET.name, YARD, "1120.00", 12, "CO")
    machines = Series(MESA, WORKSTATION.name, OFFICE, "2980.00", 14, "CO")
    docks = Series(MESA, DOCK.name, OFFICE, "640.00", 8, "CO")
    past = [
        *(buying.past(tablets, Wait(str(701 + 6 * n), *told), on) for n, told in enumerate(TABLET_ORDERS)),
        *(buying.past(machines, Wait(str(704 + 6 * n), *told), on)
          for n, told in enumerate(WORKSTATION_ORDERS)),
        buying.past(docks, Wait("758", 160, 9, 2), on),
    ]  # fmt: skip
    soon, gone = on + timedelta(days=12), on - timedelta(days=4)
    return buying.orders([
        *past,
        buying.on_its_way(tablets, Wait("782", 9, 0, 2), on, due=soon),
        buying.on_its_way(docks, Wait("779", 18, 0, 1), on, due=gone),
    ])  # fmt: skip
