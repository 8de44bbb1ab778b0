"""Sites, teams and business events: Fullscore's own export, as somebody filled it in by hand."""

from collections.abc import Sequence
from datetime import date, timedelta

from fullscore.importing.samples import sheets
from fullscore.importing.samples.people import Somebody
from fullscore.importing.samples.sheets import sheet

MORNING = "Mon-Fri 06:00-14:00"
OFFICE = "Mon-Fri 08:00-17:00"
TEAMS = (
    ("Leadership", "Office", OFFICE), ("Sales", "Commercial", OFFICE),
    ("Customer Service", "Commercial", OFFICE),
    ("Engineering", "Operations", OFFICE), ("Quality", "Operations", MORNING),
    ("Purchasing", "Office", OFFICE),
    ("Finance", "Office", OFFICE), ("Human Resources", "Office", OFFICE), ("IT", "Office", OFFICE),
    ("Planning", "Operations", OFFICE), ("Production, first shift", "Operations", MORNING),
    ("Production, second shift", "Operations", "Mon-Fri 14:00-22:00"),
    ("Lima welding", "Operations", MORNING),
    ("Warehouse", "Operations", MORNING), ("Maintenance", "Operations", MORNING),
    ("Shipping", "Operations", MORNING),
)  # fmt: skip


def sites() -> bytes:
    return sheet(sheets.SITES, [
        ("Dayton", "1400 Kuhlman Road", "Dayton", "US", "OH", "America/New_York", "Mon-Fri 06:00-22:00",
         "dayton"),
        ("Lima", "88 Hume Street", "Lima", "US", "OH", "America/New_York", MORNING, "lima"),
    ])  # fmt: skip


def teams() -> bytes:
    return sheet(sheets.TEAMS, TEAMS)


def events(on: date) -> bytes:
    def after(days: int) -> date:
        return on + timedelta(days=days)

    return sheet(sheets.EVENTS, [
        ("Company closed", after(4), after(4), "yes", "The day after Thanksgiving", "closed-day-after"),
        ("Company closed", after(31), after(31), "yes", "Before the holidays", "closed-before-holidays"),
        ("Stock-taking", after(35), after(38), "no", "Warehouse and ERP, both sites", "stock-taking"),
        ("Metal trade fair", after(72), after(74), "no", "Sales travels with laptops", "trade-fair"),
        ("Customer audit", after(101), after(102), "no", "Line two must run", "customer-audit"),
    ])  # fmt: skip


def lanes() -> bytes:
    """Return the truck between the plants."""
    return sheet(sheets.LANES, [("Dayton", "Lima", 1, "dayton-lima"), ("Lima", "Dayton", 1, "lima-dayton")])


def hands(people: Sequence[Somebody]) -> bytes:
    """Return what HR does not know: who sets things up, and what tickets take of their week."""
    lead, technician = _it(people)
    return sheet(sheets.HANDS, [
        (lead.name, lead.email, 40, "yes", 50, "network, accounts, phones, ERP",
         "Mon-Fri 07:00-23:00; Sat 09:00-04:00; Sun 06:00-20:00"),
        (technician.name, technician.email, 40, "yes", 30, "network, accounts",
         "Mon-Fri 06:00-22:00; Sat 09:00-04:00; Sun 06:00-14:00"),
    ])  # fmt: skip


def absences(people: Sequence[Somebody], on: date) -> bytes:
    _, technician = _it(people)
    first, last = on + timedelta(days=14), on + timedelta(days=18)
    return sheet(sheets.ABSENCES, [(technician.email, first, last, "hunting week", "lindqvist-december")])


def _it(people: Sequence[Somebody]) -> list[Somebody]:
    return [one for one in people if one.team == "IT"]
