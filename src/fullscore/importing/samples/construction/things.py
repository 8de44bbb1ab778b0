"""What the builders own: carried, in the yard, on site, and the server in the cellar."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from fullscore.importing.samples.construction.kinds import (
    DOCK,
    ERP_SERVER,
    LAPTOP,
    MOBILE,
    SCREEN,
    STANDING,
    TABLET,
    TERMINAL,
    WORKSTATION,
)
from fullscore.importing.samples.construction.roster import OFFICE, PLACES, SCHOOL, SEED, YARD
from fullscore.importing.samples.kinds import Kind
from fullscore.importing.samples.people import Somebody, at_work
from fullscore.importing.samples.snipeit import (
    A_YEAR,
    IN_STOCK,
    IN_USE,
    Asset,
    Slips,
    ago,
    due_in,
    table,
)

# All of these are screens on which plans are shown.
SLIPS = Slips((28, 101), (44, 45, 121), (50, 150), (70, 133), 160)
KITS: dict[str, tuple[Kind, ...]] = {
    "Leadership": (LAPTOP, DOCK, MOBILE), "Estimators": (WORKSTATION, DOCK),
    "Project Managers": (LAPTOP, DOCK, MOBILE), "Site Supervisors": (TABLET, MOBILE),
    "Accounting": (LAPTOP, DOCK), "Safety": (TABLET, MOBILE), "Human Resources": (LAPTOP, DOCK),
    "IT": (LAPTOP, DOCK, MOBILE),
}  # fmt: skip
# Of each crew every fourth has a tablet: the foremen.
FOREMEN = 4
SPARE = ((TABLET, 4), (MOBILE, 2), (WORKSTATION, 1))
# Superintendents' tablets at the school that are to be replaced so many days from today.
OLD_TABLETS = (75, 120)
SCREENS = 9
# The ERP came fifteen years ago and was never moved to anything newer.
ERP_YEARS = 15


def assets(people: Sequence[Somebody], on: date) -> bytes:
    """Return the asset table; what has neither tag nor serial number can only be refused."""
    rng = Random(SEED)  # noqa: S311  a sample, not a secret
    screen = Asset(SCREEN, IN_USE, OFFICE, on - timedelta(days=600))
    rows = [*_carried(people, on, rng), *_foremen(people, on, rng), *_standing(on, rng), *_erp(on)]
    rows += [
        Asset(kind, IN_STOCK, YARD, on - timedelta(days=50), notes="yard, blue cabinet")
        for kind, pieces in SPARE for _ in range(pieces)
    ]  # fmt: skip
    rows += [replace(screen, site=PLACES[place % len(PLACES)]) for place in range(SCREENS)]
    return table(rows, dict.fromkeys(SLIPS.spoilt, screen), SLIPS, on, rng=rng)


def _carried(people: Sequence[Somebody], on: date, rng: Random) -> Iterator[Asset]:
    aging = iter(OLD_TABLETS)
    for one in at_work(people, on):
        for kind in KITS.get(one.team, ()):
            bought = ago(rng, kind, on)
            if kind is TABLET and one.site == SCHOOL:
                days = next(aging, None)
                bought = bought if days is None else due_in(kind, on, days)
            yield Asset(kind, IN_USE, one.site, bought, one)
    for one in [one for one in people if one.has_left and one.title == "Seasonal Laborer"][:2]:
        yield Asset(TABLET, IN_USE, one.site, ago(rng, TABLET, on), one, notes="left in a truck?")


def _foremen(people: Sequence[Somebody], on: date, rng: Random) -> Iterator[Asset]:
    for site in PLACES:
        crew = [one for one in at_work(people, on) if one.team == "Field Crews" and one.site == site]
        # Not the first: somebody who leaves would speak for nobody.
        for one in crew[1::FOREMEN]:
            yield Asset(TABLET, IN_USE, site, ago(rng, TABLET, on), one)


def _standing(on: date, rng: Random) -> Iterator[Asset]:
    for kind, pieces, in_stock in STANDING:
        for site, count in zip(PLACES, pieces, strict=True):
            yield from (Asset(kind, IN_USE, site, ago(rng, kind, on)) for _ in range(count))
        yield from (Asset(kind, IN_STOCK, YARD, ago(rng, kind, on)) for _ in range(in_stock))


def _erp(on: date) -> Iterator[Asset]:
    bought = on - timedelta(days=ERP_YEARS * A_YEAR)
    yield Asset(ERP_SERVER, IN_USE, OFFICE, bought, notes="no support since 2022; spare disks on shelf 3")
    for _ in range(3):
        yield Asset(TERMINAL, IN_USE, OFFICE, bought + timedelta(days=4 * A_YEAR), notes="serial cable")
