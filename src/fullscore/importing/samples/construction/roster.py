"""The people: office, yard and three sites, last summer's crew, and those who come and go."""

from dataclasses import replace
from datetime import date, timedelta

from fullscore.importing.samples import people
from fullscore.importing.samples.people import Cast, Job, Somebody

SEED, DOMAIN = 5813, "halvorsencrane.example"
OFFICE, YARD = "Head office", "Pike Road yard"
SCHOOL, BRIDGE, HOMES = "Juniper school", "Route 9 bridge", "Mill Creek homes"
PLACES = (OFFICE, YARD, SCHOOL, BRIDGE, HOMES)
KNOWN = (
    ("Ingrid", "Halvorsen", "Leadership", OFFICE, "Owner"),
    ("Curtis", "Baines", "IT", OFFICE, "IT Manager"),
    ("Lena", "Ostrow", "IT", OFFICE, "IT Technician"),
)
# Team, job title, heads at each of the places in their order.
TEAMS = (
    ("Leadership", "Vice President", (2, 0, 0, 0, 0)),
    ("Estimators", "Estimator", (8, 0, 0, 0, 0)),
    ("Project Managers", "Project Manager", (9, 0, 0, 0, 0)),
    ("Site Supervisors", "Site Superintendent", (0, 0, 4, 3, 3)),
    ("Field Crews", "Carpenter", (0, 0, 16, 12, 12)),
    ("Equipment and Yard", "Equipment Operator", (0, 8, 0, 0, 0)),
    ("Accounting", "Project Accountant", (5, 0, 0, 0, 0)),
    ("Safety", "Safety Coordinator", (3, 0, 0, 0, 0)),
    ("Human Resources", "HR Generalist", (2, 0, 0, 0, 0)),
)
LAST_SUMMER = (
    Job("Field Crews", SCHOOL, "Seasonal Laborer", 8, has_left=True),
    Job("Field Crews", BRIDGE, "Seasonal Laborer", 6, has_left=True),
    Job("Estimators", OFFICE, "Estimator", 1, has_left=True),
)
# Hired, with a first day to come: team, site, title, days from today.
STARTING = (("Project Managers", OFFICE, "Project Manager", 42), ("Estimators", OFFICE, "Estimator", 63))
# Who has given notice: team, site, days from today to the last day.
LEAVING = (("Accounting", OFFICE, 60), ("Field Crews", HOMES, 25))
AT_A_DESK = frozenset(
    {"Leadership", "Estimators", "Project Managers", "Accounting", "Safety", "Human Resources", "IT"}
)  # fmt: skip


def roster(on: date) -> tuple[Somebody, ...]:
    """Return everybody: 90 at work today, fifteen who have left, two who start."""
    jobs = [
        Job(team, place, title, heads)
        for team, title, each in TEAMS for place, heads in zip(PLACES, each, strict=True) if heads
    ]  # fmt: skip
    jobs += [*LAST_SUMMER, *(Job(team, site, title, 1) for team, site, title, _ in STARTING)]
    found = list(people.roster(Cast(SEED, DOMAIN, KNOWN, jobs, AT_A_DESK), on))
    found = people.with_dates(found, [days for *_, days in STARTING], LEAVING, on)
    autumn = _last_autumn(on)
    return tuple(replace(_seasonal(one, autumn), pattern=_pattern(one)) for one in found)


def _seasonal(one: Somebody, autumn: date) -> Somebody:
    if one.title != "Seasonal Laborer":
        return one
    return replace(one, hired=autumn - timedelta(days=150), last_day=autumn)


def _last_autumn(on: date) -> date:
    """Return the 30 September that passed last."""
    day = date(on.year, 9, 30)
    return day if day < on else date(on.year - 1, 9, 30)


def _pattern(one: Somebody) -> str:
    return "Part-Time" if one.title == "IT Technician" else "Full-Time"
