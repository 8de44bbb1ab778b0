"""The people: who they are, where they sit, since when. Names are invented, the seed is fixed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

SEED = 2291
DOMAIN = "morrowmetal.example"
FIRST = (
    "Aaron", "Abby", "Alma", "Amir", "Andre", "Anita", "Arlo", "Beth", "Bianca", "Boyd", "Brenda", "Bruno",
    "Caleb",
    "Carla", "Cedric", "Celia", "Chad", "Cora", "Dale", "Darius", "Della", "Derek", "Doris", "Earl",
    "Edith", "Eli",
    "Elsa", "Emmett", "Erin", "Faye", "Felix", "Flora", "Gail", "Glen", "Greta", "Hank", "Hazel", "Hugo",
    "Ida",
    "Ivan", "Jade", "Joel", "Judith", "Karl", "Kendra", "Lamar", "Leah", "Lena", "Lyle", "Mabel", "Marcus",
    "Mina",
    "Nadia", "Noel", "Opal", "Otis", "Paige", "Perry", "Quinn", "Rhea", "Roland", "Sadie", "Silas", "Tess",
    "Uri",
    "Vera", "Wade", "Willa", "Yusuf", "Zora",
)  # fmt: skip
LAST = (
    "Abbott", "Alvarez", "Baxter", "Becker", "Bowen", "Brandt", "Calloway", "Castillo", "Chen", "Cobb",
    "Dalton",
    "Delgado", "Drake", "Eaton", "Ellison", "Farrow", "Fischer", "Foley", "Gaines", "Goode", "Grady", "Hale",
    "Hobbs", "Hughes", "Ibarra", "Jarvis", "Keene", "Kowalski", "Lang", "Lockhart", "Mabry", "Marsh",
    "Mercer",
    "Novak", "Oakley", "Ortiz", "Pace", "Pruitt", "Quiroga", "Ramsey", "Reyes", "Rowe", "Salas", "Sharpe",
    "Stroud",
    "Tate", "Tran", "Underhill", "Vance", "Voss", "Walsh", "Weaver", "Wilder", "Yates", "Zeller",
)  # fmt: skip
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


@dataclass(frozen=True, slots=True)
class Somebody:
    """One person, as every program of the company knows them."""

    number: int
    first: str
    last: str
    team: str
    site: str
    title: str
    hired: date
    has_left: bool = False

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def email(self) -> str:
        return f"{self.first}.{self.last}@{DOMAIN}".lower()

    @property
    def is_office(self) -> bool:
        return self.team in OFFICE


def roster(on: date) -> tuple[Somebody, ...]:
    """Return everybody, those who have left included, in the order of their numbers."""
    rng = Random(SEED)  # noqa: S311  a sample, not a secret
    names = iter(rng.sample([(first, last) for first in FIRST for last in LAST], 260))
    known = [(first, last, team, "Dayton", title, False) for first, last, team, title in KNOWN]
    others = [(*next(names), *job) for job in _jobs()]
    return tuple(
        Somebody(1001 + place, first, last, team, site, title, _hired(rng, on, has_left=left), left)
        for place, (first, last, team, site, title, left) in enumerate([*known, *others])
    )


def _jobs() -> Iterator[tuple[str, str, str, bool]]:
    for team, site, title, heads in JOBS:
        yield from [(team, site, title, False)] * heads
    for team, site, title, heads in LEFT:
        yield from [(team, site, title, True)] * heads


def _hired(rng: Random, on: date, *, has_left: bool) -> date:
    return on - timedelta(days=rng.randint(500 if has_left else 40, 5200))
