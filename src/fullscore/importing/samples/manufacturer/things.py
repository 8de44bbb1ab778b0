"""What Morrow Metalworks owns: who holds it, what lies in stock, what stands on the floor."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from fullscore.importing.samples.kinds import Kind
from fullscore.importing.samples.manufacturer.kinds import (
    DOCK,
    ENGINEERING,
    FLOOR,
    LAPTOP,
    MONITOR,
    OLD_DESKTOP,
    OLDER_LAPTOP,
    UPS,
)
from fullscore.importing.samples.manufacturer.roster import SEED
from fullscore.importing.samples.people import Somebody
from fullscore.importing.samples.snipeit import (
    A_YEAR,
    GONE,
    IN_REPAIR,
    IN_STOCK,
    IN_USE,
    Asset,
    Slips,
    due_in,
    table,
)

ROWS = 573
SPARE_LAPTOP_LINES = (88, 91, 140)
# All of these are screens on the wall, so nobody's kit suffers.
SLIPS = Slips((44, 45, 46, 201, 388), (97, 98, 99), (217, 340), (250, 300), 512)
SPARE_DOCKS, ARCHIVED = 5, 46


def assets(people: Sequence[Somebody], on: date) -> bytes:
    """Return the table of 573 rows; eleven of them can only be refused."""
    rng = Random(SEED)  # noqa: S311  a sample, not a secret
    ordinary, placed = _ordinary(people, on, rng), _placed(on)
    ordinary += [
        Asset(MONITOR, IN_USE, _site(rng), _ago(rng, on)) for _ in range(ROWS - len(placed) - len(ordinary))
    ]
    return table(ordinary, placed, SLIPS, on, rng=rng)


def _ordinary(people: Sequence[Somebody], on: date, rng: Random) -> list[Asset]:
    here = [one for one in people if one.is_office and not one.has_left]
    held = [
        Asset(_laptop(place, one), IN_USE, one.site, _ago(rng, on), one) for place, one in enumerate(here)
    ]
    held += [Asset(DOCK, IN_USE, one.site, _ago(rng, on), one) for one in here]
    # Three of those who have left the sales team never brought their laptops back.
    gone = [one for one in people if one.has_left and one.team == "Sales"]
    held += [
        Asset(OLDER_LAPTOP, IN_USE, one.site, _ago(rng, on), one, notes="asked for it twice") for one in gone
    ]
    spare = [Asset(DOCK, IN_STOCK, "Dayton", on - timedelta(days=60)) for _ in range(SPARE_DOCKS)]
    away = [Asset(OLD_DESKTOP, GONE, "Dayton", on - timedelta(days=8 * A_YEAR)) for _ in range(ARCHIVED)]
    # What the plants keep their switches alive with is the next thing to grow old.
    aging = [Asset(UPS, IN_USE, "Dayton", due_in(UPS, on, days)) for days in (150, 150, 205)]
    return [*held, *spare, *away, *aging, *_on_the_floor(on, rng)]


def _laptop(place: int, one: Somebody) -> Kind:
    if one.team == "Engineering":
        return ENGINEERING
    return OLDER_LAPTOP if place % 6 == 5 else LAPTOP  # noqa: PLR2004


def _on_the_floor(on: date, rng: Random) -> list[Asset]:
    found = []
    for kind, in_use, in_stock, in_repair in FLOOR:
        for status, count in ((IN_USE, in_use), (IN_STOCK, in_stock), (IN_REPAIR, in_repair)):
            found += [Asset(kind, status, _site(rng), _ago(rng, on)) for _ in range(count)]
    return found


def _site(rng: Random) -> str:
    return "Lima" if rng.random() < 0.3 else "Dayton"  # noqa: PLR2004  about a third works there


def _ago(rng: Random, on: date) -> date:
    return on - timedelta(days=rng.randint(30, 3 * A_YEAR - 30))


def _placed(on: date) -> dict[int, Asset]:
    on_the_wall = Asset(MONITOR, IN_USE, "Dayton", on - timedelta(days=400))
    spare = Asset(LAPTOP, IN_STOCK, "Dayton", on - timedelta(days=20), notes="ready to give out")
    placed = dict.fromkeys(SLIPS.spoilt, on_the_wall) | dict.fromkeys(SPARE_LAPTOP_LINES, spare)
    return placed | {SLIPS.new_word: replace(on_the_wall, site="Lima")}
