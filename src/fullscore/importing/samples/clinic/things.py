"""What the clinics own: who carries it, what lies in Harlow, what stands in the rooms."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from fullscore.importing.samples.clinic.kinds import DESK_PC, DOCK, LAPTOP, MOBILE, ROOMS, SCREEN, TABLET
from fullscore.importing.samples.clinic.roster import CLINICS, HARLOW, SEED, STANBURY
from fullscore.importing.samples.kinds import Kind
from fullscore.importing.samples.people import Somebody, at_work
from fullscore.importing.samples.snipeit import IN_REPAIR, IN_STOCK, IN_USE, Asset, Slips, ago, due_in, table

# All of these are screens in waiting rooms.
SLIPS = Slips((31, 77, 160), (52, 53), (60, 181), (90, 140), 203)
KITS: dict[str, tuple[Kind, ...]] = {
    "Leadership": (LAPTOP, DOCK, MOBILE), "Physicians": (LAPTOP, MOBILE), "Nurses": (TABLET,),
    "Front Desk": (DESK_PC,), "Billing": (LAPTOP, DOCK), "Human Resources": (LAPTOP, DOCK),
    "IT": (LAPTOP, DOCK, MOBILE),
}  # fmt: skip
SPARE = ((TABLET, 2), (LAPTOP, 3), (DOCK, 2), (MOBILE, 4))
# Tablets of nurses in Stanbury that are to be replaced so many days from today.
OLD_TABLETS = (30, 120, 200)
SCREENS = 12


def assets(people: Sequence[Somebody], on: date) -> bytes:
    """Return the asset table; what has neither tag nor serial number can only be refused."""
    rng = Random(SEED)  # noqa: S311  a sample, not a secret
    screen = Asset(SCREEN, IN_USE, HARLOW, on - timedelta(days=500))
    rows = [*_carried(people, on, rng), *_in_stock(on), *_in_rooms(on, rng)]
    rows += [replace(screen, site=CLINICS[place % len(CLINICS)]) for place in range(SCREENS)]
    return table(rows, dict.fromkeys(SLIPS.spoilt, screen), SLIPS, on, rng=rng)


def _carried(people: Sequence[Somebody], on: date, rng: Random) -> Iterator[Asset]:
    aging = iter(OLD_TABLETS)
    for one in at_work(people, on):
        for kind in KITS.get(one.team, ()):
            bought = ago(rng, kind, on)
            if kind is TABLET and one.site == STANBURY and one.last_day is None:
                days = next(aging, None)
                bought = bought if days is None else due_in(kind, on, days)
            yield Asset(kind, IN_USE, one.site, bought, one)
    # Two medical assistants share a tablet, which one of them has signed for.
    for one in [one for one in at_work(people, on) if one.team == "Medical Assistants"][::2]:
        yield Asset(TABLET, IN_USE, one.site, ago(rng, TABLET, on), one)
    for one in [one for one in people if one.has_left and one.team == "Nurses"][:2]:
        yield Asset(TABLET, IN_USE, one.site, ago(rng, TABLET, on), one, notes="never handed in")


def _in_stock(on: date) -> Iterator[Asset]:
    for kind, pieces in SPARE:
        for _ in range(pieces):
            yield Asset(kind, IN_STOCK, HARLOW, on - timedelta(days=45), notes="shelf in the server room")


def _in_rooms(on: date, rng: Random) -> Iterator[Asset]:
    for kind, pieces, in_stock, in_repair in ROOMS:
        for site, count in zip(CLINICS, pieces, strict=True):
            for _ in range(count):
                yield Asset(kind, IN_USE, site, ago(rng, kind, on))
        for status, count in ((IN_STOCK, in_stock), (IN_REPAIR, in_repair)):
            for _ in range(count):
                yield Asset(kind, status, HARLOW, ago(rng, kind, on))
