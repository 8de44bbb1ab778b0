"""Office, yard and sites, teams, events and who is away: Fullscore's own sheets, filled in by hand."""

from collections.abc import Sequence
from datetime import date, timedelta

from fullscore.importing.samples import sheets
from fullscore.importing.samples.construction.roster import BRIDGE, HOMES, OFFICE, PLACES, SCHOOL, TEAMS, YARD
from fullscore.importing.samples.people import Somebody
from fullscore.importing.samples.sheets import sheet
from fullscore.importing.samples.writing import next_christmas

DESK, DAYLIGHT = "Mon-Fri 07:00-16:30", "Mon-Sat 06:00-16:30"
_ADDRESSES = {
    OFFICE: "1600 Crane Street", YARD: "41 Pike Road", SCHOOL: "Juniper Avenue 300, trailer 1",
    BRIDGE: "Route 9, mile 14, trailer 2", HOMES: "Mill Creek Lane, lot 7",
}  # fmt: skip
_DEPARTMENTS = {
    "Leadership": "Office", "Estimators": "Preconstruction", "Project Managers": "Operations",
    "Site Supervisors": "Operations", "Field Crews": "Field", "Equipment and Yard": "Field",
    "Accounting": "Office", "Safety": "Operations", "Human Resources": "Office", "IT": "Office",
}  # fmt: skip


def ref(place: str) -> str:
    """Return a place's short name."""
    return place.lower().replace(" ", "-")


def sites() -> bytes:
    return sheet(sheets.SITES, [
        (place, _ADDRESSES[place], "Larkin Bluff", "US", "CO", "America/Denver",
         DESK if place == OFFICE else DAYLIGHT, ref(place))
        for place in PLACES
    ])  # fmt: skip


def teams() -> bytes:
    return sheet(sheets.TEAMS, [
        (name, _DEPARTMENTS[name], DESK if _DEPARTMENTS[name] in {"Office", "Preconstruction"} else DAYLIGHT)
        for name in (*(name for name, *_ in TEAMS), "IT")
    ])  # fmt: skip


def events(on: date) -> bytes:
    def after(days: int) -> date:
        return on + timedelta(days=days)

    christmas = next_christmas(on)
    eve, last = christmas - timedelta(days=1), christmas + timedelta(days=6)
    return sheet(sheets.EVENTS, [
        ("Winter shutdown", eve, last, "yes", "Office and sites; the yard has a guard", "winter-shutdown"),
        ("Bid opening, county library", after(30), after(30), "no", "Plotters and estimators",
         "bid-library"),
        ("Concrete pour, bridge deck", after(66), after(67), "no", "Link must hold", "pour-bridge"),
        ("Year-end inventory of the yard", after(210), after(211), "no", "", "yard-inventory"),
    ])  # fmt: skip


def lanes() -> bytes:
    """Return the truck's round: the yard feeds office and sites."""
    targets = ((OFFICE, 1), (SCHOOL, 1), (BRIDGE, 2), (HOMES, 1))
    return sheet(sheets.LANES, [(YARD, site, days, f"yard-{ref(site)}") for site, days in targets])


def hands(people: Sequence[Somebody]) -> bytes:
    """Return what HR does not know: who sets things up, and what tickets leave of their week."""
    manager, technician = _it(people)
    return sheet(sheets.HANDS, [
        (manager.name, manager.email, 45, "yes", 80, "network, ERP, accounts",
         "Mon-Fri 07:00-22:00; Sat-Sun 08:00-23:00"),
        (technician.name, technician.email, 24, "yes", 60, "network, accounts", "Mon-Sat 06:00-22:00"),
    ])  # fmt: skip


def absences(people: Sequence[Somebody], on: date) -> bytes:
    manager, technician = _it(people)
    christmas = next_christmas(on)
    leave = on + timedelta(days=88)
    return sheet(sheets.ABSENCES, [
        (manager.email, christmas - timedelta(days=3), christmas + timedelta(days=11), "holiday",
         "baines-christmas"),
        (technician.email, leave, leave + timedelta(days=4), "course", "ostrow-course"),
    ])  # fmt: skip


def _it(people: Sequence[Somebody]) -> list[Somebody]:
    return [one for one in people if one.team == "IT"]
