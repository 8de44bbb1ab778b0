"""The people: teams, sites, jobs, and the few whose names matter."""

from datetime import date

from fullscore.importing.samples import people
from fullscore.importing.samples.people import Cast, Job, Somebody

SEED = 2291
DOMAIN = "morrowmetal.example"
# Team, site, job title, heads.
JOBS = (
    ("Leadership", "Dayton", "Plant Director", 3), ("Sales", "Dayton", "Account Manager", 18),
    ("Sales", "Dayton", "Inside Sales Representative", 6),
    ("Customer Service", "Dayton", "Order Specialist", 8),
    ("Engineering", "Dayton", "Tooling Engineer", 14), ("Quality", "Dayton", "Quality Inspector", 6),
    ("Quality", "Lima", "Quality Inspector", 4), ("Purchasing", "Dayton", "Buyer", 5),
    ("Finance", "Dayton", "Accountant", 7), ("Human Resources", "Dayton", "HR Generalist", 3),
    ("Planning", "Dayton", "Production Planner", 4),
    ("Production, first shift", "Dayton", "Press Operator", 38),
    ("Production, second shift", "Dayton", "Press Operator", 28), ("Lima welding", "Lima", "Welder", 26),
    ("Warehouse", "Lima", "Warehouse Associate", 9), ("Maintenance", "Dayton", "Maintenance Mechanic", 6),
    ("Maintenance", "Lima", "Maintenance Mechanic", 4), ("Shipping", "Dayton", "Shipping Clerk", 8),
)  # fmt: skip
LEFT = (
    ("Sales", "Dayton", "Account Manager", 3), ("Finance", "Dayton", "Accountant", 1),
    ("Engineering", "Dayton", "Tooling Engineer", 2),
    ("Production, first shift", "Dayton", "Press Operator", 4),
)  # fmt: skip
# Those who plan the company's IT, and whose word counts.
KNOWN = (
    ("Ruth", "Morrow", "Leadership", "Owner"), ("Dana", "Whitfield", "IT", "IT Lead"),
    ("Tomas", "Lindqvist", "IT", "IT Technician"),
)  # fmt: skip
OFFICE = frozenset(
    {"Leadership", "Sales", "Customer Service", "Engineering", "Quality", "Purchasing", "Finance",
     "Human Resources", "IT", "Planning"}
)  # fmt: skip


def roster(on: date) -> tuple[Somebody, ...]:
    """Return everybody, those who have left included, in the order of their numbers."""
    known = [(first, last, team, "Dayton", title) for first, last, team, title in KNOWN]
    jobs = [Job(*job) for job in JOBS] + [Job(*job, has_left=True) for job in LEFT]
    return people.roster(Cast(SEED, DOMAIN, known, jobs, OFFICE), on)
