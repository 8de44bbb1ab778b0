"""The people: five clinics, those who start soon, and those who have said that they go."""

from dataclasses import replace
from datetime import date

from fullscore.importing.samples import people
from fullscore.importing.samples.people import Cast, Job, Somebody

SEED, DOMAIN = 4407, "larkspurhealth.example"
HARLOW, STANBURY, ORRIN, DUNMORE, KETTLE = "Harlow", "Stanbury", "Orrin Falls", "Dunmore", "Kettle Lake"
CLINICS = (HARLOW, STANBURY, ORRIN, DUNMORE, KETTLE)
KNOWN = (
    ("Helen", "Sorensen", "Leadership", HARLOW, "Medical Director"),
    ("Priya", "Raman", "IT", HARLOW, "IT Manager"),
    ("Owen", "Birk", "IT", HARLOW, "IT Assistant"),
)
# Team, job title, heads at each of the clinics in their order.
TEAMS = (
    ("Leadership", "Practice Administrator", (3, 0, 0, 0, 0)),
    ("Physicians", "Family Physician", (7, 5, 4, 3, 3)),
    ("Nurses", "Registered Nurse", (12, 10, 8, 5, 5)),
    ("Medical Assistants", "Medical Assistant", (8, 6, 5, 5, 2)),
    ("Front Desk", "Patient Services Representative", (5, 4, 4, 5, 2)),
    ("Billing", "Billing Specialist", (12, 0, 0, 0, 0)),
    ("Laboratory", "Laboratory Technician", (5, 3, 0, 0, 0)),
    ("Human Resources", "HR and Purchasing Coordinator", (6, 0, 0, 0, 0)),
)
LEFT = (
    Job("Nurses", STANBURY, "Registered Nurse", 3, has_left=True),
    Job("Front Desk", ORRIN, "Patient Services Representative", 2, has_left=True),
    Job("Physicians", HARLOW, "Family Physician", 1, has_left=True),
)
# Hired, with a first day to come: team, site, title, days from today.
STARTING = (("Nurses", STANBURY, "Registered Nurse", 49), ("Physicians", KETTLE, "Family Physician", 70))
# Who has given notice: team, site, days from today to the last day.
LEAVING = (("Nurses", DUNMORE, 67), ("Front Desk", KETTLE, 25))
OFFICE = frozenset({"Leadership", "Physicians", "Billing", "Human Resources", "IT"})
PART_TIME = ("IT Assistant",)


def roster(on: date) -> tuple[Somebody, ...]:
    """Return everybody: 140 at work today, six who have left, two who start."""
    jobs = [
        Job(team, site, title, heads)
        for team, title, each in TEAMS for site, heads in zip(CLINICS, each, strict=True) if heads
    ]  # fmt: skip
    jobs += [*LEFT, *(Job(team, site, title, 1) for team, site, title, _ in STARTING)]
    found = list(people.roster(Cast(SEED, DOMAIN, KNOWN, jobs, OFFICE), on))
    found = people.with_dates(found, [days for *_, days in STARTING], LEAVING, on)
    return tuple(replace(one, pattern=_pattern(place, one)) for place, one in enumerate(found))


def _pattern(place: int, one: Somebody) -> str:
    is_part = one.title in PART_TIME or (one.team == "Nurses" and place % 9 == 4)  # noqa: PLR2004
    return "Part-Time" if is_part else "Full-Time"
