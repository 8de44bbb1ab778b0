"""Licences, mobile links, ports and storage of the builders, with who holds what and what was measured."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from fullscore.importing.samples import sheets
from fullscore.importing.samples.construction.buying import CREW, LEDGER, TAKEOFF
from fullscore.importing.samples.construction.directory import FRONTLINE, PLANNING
from fullscore.importing.samples.construction.kinds import (
    DOCK,
    LAPTOP,
    MESA,
    SIGNAL,
    SWITCH,
    TABLET,
    WORKSTATION,
)
from fullscore.importing.samples.construction.places import ref
from fullscore.importing.samples.construction.roster import BRIDGE, HOMES, OFFICE, SCHOOL, YARD
from fullscore.importing.samples.construction.things import ERP_YEARS
from fullscore.importing.samples.microsoft365 import PREMIUM
from fullscore.importing.samples.people import Somebody, at_work
from fullscore.importing.samples.sheets import sheet
from fullscore.importing.samples.snipeit import A_YEAR
from fullscore.importing.samples.writing import Cell, csv_file

ERP, TAKEOFF_SEAT, CREW_SEAT, MDM = "ERP concurrent user", "Takeoff seat", "Crew app seat", "MDM seat"
PORTS, RACK, DRAWINGS = "Switch ports, head office", "Rack units, head office", "Drawings storage"
_WITH_CREW = frozenset({"Field Crews", "Site Supervisors", "Equipment and Yard"})
# Mbit/s, measured, working days it takes, months bound, and the sizes it is sold in with their months' cost.
LINKS = {
    OFFICE: (500, "228", 25, 24, ((500, "590.00"), (1000, "840.00"))),
    YARD: (100, "31", 20, 24, ((100, "160.00"), (200, "240.00"))),
    SCHOOL: (100, "62", 8, 12, ((100, "189.00"), (300, "329.00"))),
    BRIDGE: (50, "37", 8, 12, ((50, "119.00"), (100, "189.00"), (300, "329.00"))),
    HOMES: (100, "41", 8, 12, ((100, "189.00"), (300, "329.00"))),
}
# Days ago and what was measured: half a terabyte of drawings more each month.
DRAWINGS_MEASURED = ((187, "7200"), (156, "7700"), (125, "8100"), (95, "8700"), (64, "9100"), (9, "9900"))
OFFICE_MEASURED = ((160, "196"), (128, "203"), (97, "211"), (66, "217"), (9, "228"))


def snipeit_licences(on: date) -> bytes:
    """Return the licence table: bought and free; the keys in it are never kept."""
    header = ("ID", "Name", "Product Key", "Expiration Date", "Category", "Supplier", "Manufacturer", "Total",
              "Avail", "Purchase Date", "Purchase Cost", "Notes")  # fmt: skip
    return csv_file(header, [
        ("1", ERP, "ERP-0000-SAMPLE", "", "Business software", LEDGER, "Stonegate", 25, 1,
         on - timedelta(days=ERP_YEARS * A_YEAR), "61250.00", "version of 2011; no new users since 2022"),
        ("2", TAKEOFF_SEAT, "TKO-0000-SAMPLE", on + timedelta(days=220), "Estimating", TAKEOFF, "Takeoff", 10,
         1, on - timedelta(days=145), "14400.00", "one who left still holds one"),
        ("3", CREW_SEAT, "CRW-0000-SAMPLE", "", "Field", CREW, "Crewline", 60, 2, on - timedelta(days=300),
         "5040.00", ""),
        ("4", MDM, "MDM-0000-SAMPLE", on + timedelta(days=40), "Security", MESA, "Tallis", 60, 4,
         on - timedelta(days=325), "2520.00", "every laptop and tablet"),
    ])  # fmt: skip


def pools(on: date) -> bytes:
    """Return what no vendor's export says: prices, lots, lead times, measured use."""
    whole = ("organisation", "")
    return sheet(sheets.POOLS, [
        # Nobody sells it at a list price any more, so none is known.
        (ERP, "licence", LEDGER, *whole, "users", "", "24", "peak", _ago(on, 16), 100, "", "once", "multiple",
         5, 5, 60, 1, "", "", "erp"),
        (TAKEOFF_SEAT, "licence", TAKEOFF, *whole, "seats", "", "", "count", "", 100, "1440", "year",
         "multiple", 1, 1, 2, "0.5", "", "", "takeoff"),
        (CREW_SEAT, "licence", CREW, *whole, "seats", "", "", "count", "", 100, "84", "year", "multiple", 10,
         10, 1, "0.1", "", "", "crew-app"),
        (MDM, "licence", MESA, *whole, "seats", "", "", "count", "", 100, "42", "year", "multiple", 10, 10, 2,
         "0.1", "", "", "mdm"),
        *((name, "licence", MESA, *whole, "seats", "", "", "count", "", 100, price, "month", "multiple", 1,
           1, 1, "0.1", "", "", word)
          for name, price, word in ((PREMIUM, "22", "m365"), (FRONTLINE, "8", "m365-f3"),
                                    (PLANNING, "30", "project-plan"))),
        (PORTS, "ports", SIGNAL, "site", OFFICE, "ports", 96, 94, "count", _ago(on, 40), 100, "0", "once",
         "multiple", 24, 24, 1, 1, "", "", "ports-office"),
        (RACK, "power", "", "site", OFFICE, "units", 24, 22, "count", _ago(on, 40), 100, "", "once",
         "multiple", 12, 12, 15, 2, "", "", "rack-office"),
        (DRAWINGS, "storage", MESA, *whole, "GB", 16000, 9900, "peak", _ago(on, 9), 90, "0.065", "month",
         "multiple", 4000, 4000, 10, 2, "", "yes", "drawings"),
        *(_link(place, on) for place in LINKS),
    ])  # fmt: skip


def _link(place: str, on: date) -> tuple[Cell, ...]:
    size, used, lead, _, _ = LINKS[place]
    return (
        f"Link, {place}", "link", SIGNAL, "site", place, "Mbit/s", size, used, "95th percentile",
        _ago(on, 9), 80, "", "month", "levels", 1, 1, lead, 2, "0.5", "yes", f"link-{ref(place)}",
    )  # fmt: skip


def levels() -> bytes:
    return sheet(sheets.LEVELS, [
        (f"Link, {place}", size, cost, "" if size == present else "150.00", term, f"link-{ref(place)}-{size}")
        for place, (present, _, _, term, sizes) in LINKS.items() for size, cost in sizes
    ])  # fmt: skip


def measurements(on: date) -> bytes:
    told = (("drawings", DRAWINGS, DRAWINGS_MEASURED), ("office", f"Link, {OFFICE}", OFFICE_MEASURED))
    return sheet(sheets.MEASUREMENTS, [
        (pool, _ago(on, days), value, f"{word}-{number}")
        for word, pool, points in told for number, (days, value) in enumerate(points, start=1)
    ])  # fmt: skip


def kits() -> bytes:
    """Return what things need themselves, and what IT knows better than the lists."""
    managed = ((LAPTOP, "laptop"), (WORKSTATION, "workstation"), (TABLET, "tablet"))
    return sheet(sheets.KITS, [
        *(("", kind.name, "", "", MDM, 1, "", "used", f"mdm-{word}") for kind, word in managed),
        ("", DOCK.name, "", "", PORTS, 1, "", "used", "port-dock"),
        # One switch for 24 ports, a little less, so that 24 ports never ask for a second one.
        ("", "", PORTS, SWITCH.name, "", "0.0416", "", "ordered", "switch-office"),
        ("", SWITCH.name, "", "", RACK, 2, "", "used", "rack-switch"),
        *((team, "", "", "", ERP, "0.5", "head", "", f"erp-{ref(team)}")
          for team in ("Estimators", "Project Managers", "Accounting")),
        ("Estimators", "", "", "", DRAWINGS, 100, "head", "", "drawings-estimators"),
    ])  # fmt: skip


def seats(people: Sequence[Somebody], on: date) -> bytes:
    """Return who holds a takeoff or crew app seat; people by e-mail."""
    rows = [(pool, one.email, one.hired, f"{word}-{one.number}") for pool, word, one in _held(people, on)]
    return sheet(sheets.SEATS, rows)


def _held(people: Sequence[Somebody], on: date) -> Iterable[tuple[str, str, Somebody]]:
    here = at_work(people, on)
    left = [one for one in people if one.has_left and one.team == "Estimators"]
    yield from ((TAKEOFF_SEAT, "takeoff", one) for one in here if one.team == "Estimators")
    yield from ((TAKEOFF_SEAT, "takeoff", one) for one in left)
    yield from ((CREW_SEAT, "crew", one) for one in here if one.team in _WITH_CREW)


def _ago(on: date, days: int) -> date:
    return on - timedelta(days=days)
