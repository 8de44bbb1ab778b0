"""People of a sample company: who they are, where they sit, since when. All names are invented."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

FIRST = (
    "Aaron", "Abby", "Alma", "Amir", "Andre", "Anita", "Arlo", "Beth", "Bianca", "Boyd", "Brenda", "Bruno",
    "Caleb", "Carla", "Cedric", "Celia", "Chad", "Cora", "Dale", "Darius", "Della", "Derek", "Doris",
    "Earl", "Edith", "Eli", "Elsa", "Emmett", "Erin", "Faye", "Felix", "Flora", "Gail", "Glen", "Greta",
    "Hank", "Hazel", "Hugo", "Ida", "Ivan", "Jade", "Joel", "Judith", "Karl", "Kendra", "Lamar", "Leah",
    "Lena", "Lyle", "Mabel", "Marcus", "Mina", "Nadia", "Noel", "Opal", "Otis", "Paige", "Perry", "Quinn",
    "Rhea", "Roland", "Sadie", "Silas", "Tess", "Uri", "Vera", "Wade", "Willa", "Yusuf", "Zora",
)  # fmt: skip
LAST = (
    "Abbott", "Alvarez", "Baxter", "Becker", "Bowen", "Brandt", "Calloway", "Castillo", "Chen", "Cobb",
    "Dalton", "Delgado", "Drake", "Eaton", "Ellison", "Farrow", "Fischer", "Foley", "Gaines", "Goode",
    "Grady", "Hale", "Hobbs", "Hughes", "Ibarra", "Jarvis", "Keene", "Kowalski", "Lang", "Lockhart",
    "Mabry", "Marsh", "Mercer", "Novak", "Oakley", "Ortiz", "Pace", "Pruitt", "Quiroga", "Ramsey", "Reyes",
    "Rowe", "Salas", "Sharpe", "Stroud", "Tate", "Tran", "Underhill", "Vance", "Voss", "Walsh", "Weaver",
    "Wilder", "Yates", "Zeller",
)  # fmt: skip
# Enough names for the largest of the companies.
_NAMES = 260


@dataclass(frozen=True, slots=True)
class Job:
    """So many people of a team who do one job at one site."""

    team: str
    site: str
    title: str
    heads: int
    has_left: bool = False


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
    email: str
    is_office: bool
    has_left: bool = False
    last_day: date | None = None
    pattern: str = ""

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


@dataclass(frozen=True, slots=True)
class Cast:
    """Whom a company is made of: those known by name (first, last, team, site, title), then jobs."""

    seed: int
    domain: str
    known: Sequence[tuple[str, str, str, str, str]]
    jobs: Sequence[Job]
    office: frozenset[str]


def roster(cast: Cast, on: date) -> tuple[Somebody, ...]:
    """Return everybody, those who have left included, in the order of their numbers."""
    rng = Random(cast.seed)  # noqa: S311  a sample, not a secret
    names = iter(rng.sample([(first, last) for first in FIRST for last in LAST], _NAMES))
    known = [((first, last), Job(team, site, title, 1)) for first, last, team, site, title in cast.known]
    others = [(next(names), job) for job in _places(cast.jobs)]
    return tuple(
        _somebody(cast, 1001 + place, name, job, _hired(rng, on, has_left=job.has_left))
        for place, (name, job) in enumerate([*known, *others])
    )


def _somebody(cast: Cast, number: int, name: tuple[str, str], job: Job, hired: date) -> Somebody:
    email = f"{'.'.join(name)}@{cast.domain}".lower()
    is_office = job.team in cast.office
    return Somebody(number, *name, job.team, job.site, job.title, hired, email, is_office, job.has_left)


def _places(jobs: Sequence[Job]) -> Iterator[Job]:
    for job in jobs:
        yield from [job] * job.heads


def _hired(rng: Random, on: date, *, has_left: bool) -> date:
    return on - timedelta(days=rng.randint(500 if has_left else 40, 5200))


def at_work(people: Sequence[Somebody], on: date) -> list[Somebody]:
    """Return who works here on the day: nobody who has left or is still to come."""
    return [one for one in people if not one.has_left and one.hired <= on]


def with_dates(
    people: Sequence[Somebody],
    starting: Sequence[int],
    leaving: Sequence[tuple[str, str, int]],
    on: date,
) -> list[Somebody]:
    """Return the people, the last of them still to start, and somebody of each team and site to leave.

    `starting` are days from today to the first day, `leaving` (team, site, days to the last day).
    """
    found = list(people)
    for place, days in enumerate(starting, start=len(found) - len(starting)):
        found[place] = replace(found[place], hired=on + timedelta(days=days))
    for team, site, days in leaving:
        place = next(place for place, one in enumerate(found) if (one.team, one.site) == (team, site))
        found[place] = replace(found[place], last_day=on + timedelta(days=days))
    return found
