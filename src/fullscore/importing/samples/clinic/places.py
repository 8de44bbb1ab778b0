"""Clinics, teams, business events and who is away: Fullscore's own sheets, filled in by hand."""

from collections.abc import Sequence
from datetime import date, timedelta

from fullscore.importing.samples import sheets
from fullscore.importing.samples.clinic.roster import CLINICS, HARLOW, TEAMS
from fullscore.importing.samples.people import Somebody
from fullscore.importing.samples.sheets import sheet
from fullscore.importing.samples.writing import next_christmas

HOURS = "Mon-Fri 07:30-18:00"
_STREETS = ("210 Mill Pond Road", "18 County Line", "4 Falls Avenue", "77 Depot Street", "9 Shoreline Drive")
_DEPARTMENTS = {
    "Leadership": "Administration", "Billing": "Administration", "Human Resources": "Administration",
    "IT": "Administration", "Laboratory": "Clinical", "Physicians": "Clinical", "Nurses": "Clinical",
    "Medical Assistants": "Clinical", "Front Desk": "Patient Services",
}  # fmt: skip


def ref(site: str) -> str:
    """Return a clinic's short name."""
    return site.lower().replace(" ", "-")


def sites() -> bytes:
    return sheet(sheets.SITES, [
        (site, street, site, "US", "MN", "America/Chicago", HOURS, ref(site))
        for site, street in zip(CLINICS, _STREETS, strict=True)
    ])  # fmt: skip


def teams() -> bytes:
    names = [*(name for name, *_ in TEAMS), "IT"]
    return sheet(sheets.TEAMS, [(name, _DEPARTMENTS[name], HOURS) for name in names])


def events(on: date) -> bytes:
    def after(days: int) -> date:
        return on + timedelta(days=days)

    christmas = next_christmas(on)
    eve = christmas - timedelta(days=1)
    return sheet(sheets.EVENTS, [
        ("Clinics closed", eve, eve, "yes", "Christmas Eve, all sites", "closed-christmas-eve"),
        ("Flu shot Saturday clinics", after(12), after(12), "no", "Harlow and Stanbury", "flu-clinics"),
        ("Accreditation visit", after(79), after(81), "no", "Records must be up all day", "accreditation"),
        ("EHR release", after(54), after(55), "no", "Vendor's window, 20:00 to 04:00", "ehr-release"),
    ])  # fmt: skip


def lanes() -> bytes:
    """Return the courier's round: from Harlow to every clinic overnight."""
    return sheet(sheets.LANES, [(HARLOW, site, 1, f"harlow-{ref(site)}") for site in CLINICS[1:]])


def hands(people: Sequence[Somebody]) -> bytes:
    """Return what HR does not know: who sets things up, and what tickets leave of their week."""
    manager, assistant = _it(people)
    return sheet(sheets.HANDS, [
        (manager.name, manager.email, 40, "yes", 70, "network, records, accounts",
         "Mon-Fri 08:00-04:00; Sat-Sun 08:00-20:00"),
        (assistant.name, assistant.email, 20, "yes", 50, "network, accounts", "Mon-Sat 16:00-23:00"),
    ])  # fmt: skip


def absences(people: Sequence[Somebody], on: date) -> bytes:
    manager, assistant = _it(people)
    christmas = next_christmas(on)
    before, after = christmas - timedelta(days=4), christmas + timedelta(days=7)
    fair = on + timedelta(days=95)
    return sheet(sheets.ABSENCES, [
        (manager.email, before, after, "holiday", "raman-christmas"),
        (assistant.email, fair, fair + timedelta(days=2), "exams", "birk-exams"),
    ])  # fmt: skip


def _it(people: Sequence[Somebody]) -> list[Somebody]:
    return [one for one in people if one.team == "IT"]
