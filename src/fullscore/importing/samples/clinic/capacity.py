"""Licences, links, ports and storage of the clinics, with who holds what and what was measured."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from fullscore.importing.samples import sheets
from fullscore.importing.samples.clinic.buying import CHARTWELL, FENCE
from fullscore.importing.samples.clinic.directory import ANALYTICS, FRONTLINE
from fullscore.importing.samples.clinic.kinds import DESK_PC, DOCK, LAPTOP, NORTH, PRAIRIE, SWITCH, TABLET
from fullscore.importing.samples.clinic.places import ref
from fullscore.importing.samples.clinic.roster import CLINICS, HARLOW
from fullscore.importing.samples.microsoft365 import PREMIUM
from fullscore.importing.samples.people import Somebody, at_work
from fullscore.importing.samples.sheets import sheet
from fullscore.importing.samples.writing import Cell, csv_file

EHR, DICTATION, MDM = "EHR seat", "Dictation seat", "MDM seat"
RACK, STORE = "Rack units, Harlow", "Imaging storage"
_WITH_EHR = frozenset(
    {"Physicians", "Nurses", "Medical Assistants", "Front Desk", "Billing", "Laboratory"}
)  # fmt: skip
# Each clinic's link: Mbit/s, measured, days it takes, and the sizes it is sold in with their months' cost.
LINKS = {
    "Harlow": (500, "338", ((500, "640.00"), (1000, "890.00"))),
    "Stanbury": (200, "131", ((200, "310.00"), (500, "480.00"))),
    "Orrin Falls": (100, "79", ((100, "190.00"), (200, "285.00"))),
    "Dunmore": (50, "26", ((50, "145.00"), (200, "285.00"))),
    "Kettle Lake": (100, "58", ((100, "190.00"), (200, "285.00"))),
}
# Ports of the switches there are, and how many are taken.
PORTS = {
    "Harlow": (96, 93), "Stanbury": (48, 41), "Orrin Falls": (48, 39), "Dunmore": (24, 22),
    "Kettle Lake": (24, 20),
}  # fmt: skip
# Days ago and what was measured: Harlow's link and the storage both grow by a fifth in half a year.
HARLOW_MEASURED = ((160, "285"), (129, "297"), (98, "306"), (67, "318"), (8, "338"))
STORE_MEASURED = ((190, "11200"), (160, "11600"), (129, "12100"), (98, "12400"), (67, "12900"), (8, "13600"))


def snipeit_licences(on: date) -> bytes:
    """Return the licence table: bought and free; the keys in it are never kept."""
    header = ("ID", "Name", "Product Key", "Expiration Date", "Category", "Supplier", "Manufacturer", "Total",
              "Avail", "Purchase Date", "Purchase Cost", "Notes")  # fmt: skip
    return csv_file(header, [
        ("1", EHR, "EHR-0000-SAMPLE", on + timedelta(days=130), "Clinical", CHARTWELL, "Chartwell", 130, 0,
         on - timedelta(days=235), "123240.00", "two who left still hold one"),
        ("2", DICTATION, "DIC-0000-SAMPLE", "", "Clinical", CHARTWELL, "Chartwell", 25, 3,
         on - timedelta(days=410), "9900.00", ""),
        ("3", MDM, "MDM-0000-SAMPLE", on + timedelta(days=60), "Security", FENCE, "Fenceline", 100, 1,
         on - timedelta(days=305), "4200.00", "every laptop and tablet"),
    ])  # fmt: skip


def pools(on: date) -> bytes:
    """Return what no vendor's export says: prices, lots, lead times, measured use."""
    whole = ("organisation", "")
    return sheet(sheets.POOLS, [
        (EHR, "licence", CHARTWELL, *whole, "seats", "", "", "count", "", 100, "948", "year",
         "multiple", 10, 10, 4, "0.5", "", "", "ehr"),
        (DICTATION, "licence", CHARTWELL, *whole, "seats", "", "", "count", "", 100, "396", "year",
         "multiple", 1, 1, 2, "0.25", "", "", "dictation"),
        (MDM, "licence", FENCE, *whole, "seats", "", "", "count", "", 100, "42", "year", "multiple", 25, 25,
         2, "0.1", "", "", "mdm"),
        *((name, "licence", NORTH, *whole, "seats", "", "", "count", "", 100, price, "month", "multiple", 1,
           1, 1, "0.1", "", "", word)
          for name, price, word in ((PREMIUM, "22", "m365"), (FRONTLINE, "8", "m365-f3"),
                                    (ANALYTICS, "10", "power-bi"))),
        (RACK, "power", "", "site", HARLOW, "units", 42, 40, "count", _ago(on, 30), 100, "", "once",
         "multiple", 12, 12, 15, 2, "", "", "rack-harlow"),
        (STORE, "storage", CHARTWELL, *whole, "GB", 18000, 13600, "peak", _ago(on, 8), 90, "0.0525", "month",
         "multiple", 4000, 4000, 10, 2, "", "yes", "imaging-storage"),
        *(_link(site, on) for site in CLINICS), *(_ports(site, on) for site in CLINICS),
    ])  # fmt: skip


def _link(site: str, on: date) -> tuple[Cell, ...]:
    size, used, _ = LINKS[site]
    return (
        f"Internet link, {site}", "link", PRAIRIE, "site", site, "Mbit/s", size, used, "95th percentile",
        _ago(on, 8), 80, "", "month", "levels", 1, 1, 20, 3, "1.5", "yes", f"link-{ref(site)}",
    )  # fmt: skip


def _ports(site: str, on: date) -> tuple[Cell, ...]:
    ports, used = PORTS[site]
    # They cost nothing themselves: the switch that brings them does.
    return (
        f"Switch ports, {site}", "ports", PRAIRIE, "site", site, "ports", ports, used, "count", _ago(on, 30),
        100, "0", "once", "multiple", 24, 24, 1, 1, "", "", f"ports-{ref(site)}",
    )  # fmt: skip


def levels() -> bytes:
    return sheet(sheets.LEVELS, [
        (f"Internet link, {site}", size, cost, "" if size == LINKS[site][0] else "350.00", 24,
         f"link-{ref(site)}-{size}")
        for site in CLINICS for size, cost in LINKS[site][2]
    ])  # fmt: skip


def measurements(on: date) -> bytes:
    told = ((f"Internet link, {HARLOW}", "link-harlow", HARLOW_MEASURED), (STORE, "storage", STORE_MEASURED))
    return sheet(sheets.MEASUREMENTS, [
        (pool, _ago(on, days), value, f"{word}-{number}")
        for pool, word, points in told for number, (days, value) in enumerate(points, start=1)
    ])  # fmt: skip


def kits() -> bytes:
    """Return what things need themselves, and what IT knows better than the lists."""
    each = [(kind.name, MDM, f"mdm-{word}") for kind, word in ((LAPTOP, "laptop"), (TABLET, "tablet"))]
    wired = [(kind.name, word) for kind, word in ((DOCK, "dock"), (DESK_PC, "desk-pc"))]
    return sheet(sheets.KITS, [
        *(("", model, "", "", pool, 1, "", "used", word) for model, pool, word in each),
        *(("", model, "", "", f"Switch ports, {site}", 1, "", "used", f"port-{word}-{ref(site)}")
          for model, word in wired for site in CLINICS),
        # One switch for 24 ports, a little less, so that 24 ports never ask for a second one.
        *(("", "", f"Switch ports, {site}", SWITCH.name, "", "0.0416", "", "ordered", f"switch-{ref(site)}")
          for site in CLINICS),
        ("", SWITCH.name, "", "", RACK, 2, "", "used", "rack-harlow-switch"),
        ("Physicians", "", "", "", STORE, 50, "head", "", "storage-physicians"),
    ])  # fmt: skip


def seats(people: Sequence[Somebody], on: date) -> bytes:
    """Return who holds an EHR or dictation seat; people by e-mail."""
    rows = [(pool, one.email, one.hired, f"{word}-{one.number}") for pool, word, one in _held(people, on)]
    return sheet(sheets.SEATS, rows)


def _held(people: Sequence[Somebody], on: date) -> Iterable[tuple[str, str, Somebody]]:
    here = at_work(people, on)
    left = [one for one in people if one.has_left and one.team in _WITH_EHR][:2]
    yield from ((EHR, "ehr", one) for one in [*(one for one in here if one.team in _WITH_EHR), *left])
    yield from ((DICTATION, "dictation", one) for one in here if one.team == "Physicians")


def _ago(on: date, days: int) -> date:
    return on - timedelta(days=days)
