"""Snipe-IT: the asset table, with the mistakes such tables have."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from fullscore.importing.samples.manufacturer.kinds import (
    DOCK,
    ENGINEERING,
    FLOOR,
    LAPTOP,
    MONITOR,
    OLD_DESKTOP,
    OLDER_LAPTOP,
    Kind,
)  # fmt: skip
from fullscore.importing.samples.manufacturer.roster import SEED, Somebody
from fullscore.importing.samples.writing import csv_file

HEADER = (
    "Asset Name", "Asset Tag", "Serial", "Model", "Model No.", "Category", "Status", "Checked Out To",
    "Employee Number", "Location", "Manufacturer", "Supplier", "Purchase Date", "Purchase Cost",
    "Order Number",
    "EOL Date", "Warranty Expires", "Notes",
)  # fmt: skip
ROWS = 573
SPARE_LAPTOP_LINES = (88, 91, 140)
# Lines with what people do to lists; all of them are monitors on the wall, so nobody's kit suffers.
NAMELESS_LINES, NO_SUCH_DAY_LINES = (44, 45, 46, 201, 388), (97, 98, 99)
SAME_TAG_LINES, SAME_SERIAL_LINES, NEW_WORD_LINE = (217, 340), (250, 300), 512
_SPECIAL = (*NAMELESS_LINES, *NO_SUCH_DAY_LINES, SAME_TAG_LINES[1], SAME_SERIAL_LINES[1], NEW_WORD_LINE)
SPARE_DOCKS, ARCHIVED = 5, 46
IN_USE, IN_STOCK, IN_REPAIR, GONE = "Deployed", "Ready to Deploy", "Out for Repair", "Archived"
_A_YEAR = 365


@dataclass(frozen=True, slots=True)
class Asset:
    """One row of the table."""

    kind: Kind
    status: str
    site: str
    bought: date
    holder: Somebody | None = None
    tag: str = ""
    serial: str = ""
    bought_as_written: str = ""
    notes: str = ""


def assets(people: Sequence[Somebody], on: date) -> bytes:
    """Return the table of 573 rows; eleven of them can only be refused."""
    rng = Random(SEED)  # noqa: S311  a sample, not a secret
    laid_out = _laid_out(_ordinary(people, on, rng), on, rng)
    return csv_file(HEADER, [_row(line, asset) for line, asset in enumerate(_spoilt(laid_out, on), start=2)])


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
    away = [Asset(OLD_DESKTOP, GONE, "Dayton", on - timedelta(days=8 * _A_YEAR)) for _ in range(ARCHIVED)]
    return [*held, *spare, *away, *_on_the_floor(on, rng)]


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
    return on - timedelta(days=rng.randint(30, 3 * _A_YEAR))


def _laid_out(ordinary: list[Asset], on: date, rng: Random) -> list[Asset]:
    """Return the rows in the table's order, monitors filling it up, each with its tag and serial."""
    spoilt = len(_SPECIAL) + len(SPARE_LAPTOP_LINES)
    ordinary += [
        Asset(MONITOR, IN_USE, _site(rng), _ago(rng, on)) for _ in range(ROWS - spoilt - len(ordinary))
    ]
    rng.shuffle(ordinary)
    for line in sorted((*_SPECIAL, *SPARE_LAPTOP_LINES)):
        ordinary.insert(line - 2, _at(line, on))
    return [
        replace(asset, tag=f"A-{number:04d}", serial=f"{asset.kind.serial}{number * 7919 % 99991:05d}")
        for number, asset in enumerate(ordinary, start=1)
    ]


def _at(line: int, on: date) -> Asset:
    if line in SPARE_LAPTOP_LINES:
        return Asset(LAPTOP, IN_STOCK, "Dayton", on - timedelta(days=20), notes="ready to give out")
    return Asset(MONITOR, IN_USE, "Dayton", on - timedelta(days=400))


def _spoilt(rows: list[Asset], on: date) -> list[Asset]:
    """Return the rows as they were really kept."""
    rows = list(rows)
    for line in NAMELESS_LINES:
        rows[line - 2] = replace(rows[line - 2], tag="", serial="")
    for line in NO_SUCH_DAY_LINES:
        rows[line - 2] = replace(rows[line - 2], bought_as_written=f"31/02/{on.year - 1}")
    first, again = SAME_TAG_LINES
    rows[again - 2] = replace(rows[again - 2], tag=rows[first - 2].tag)
    first, again = SAME_SERIAL_LINES
    rows[again - 2] = replace(rows[again - 2], serial=rows[first - 2].serial)
    rows[NEW_WORD_LINE - 2] = replace(rows[NEW_WORD_LINE - 2], status="Quarantine", site="Lima")
    return rows


def _row(line: int, asset: Asset) -> tuple[str, ...]:
    kind, holder = asset.kind, asset.holder
    # A fixed place has no person: the export then shows the location in the person's column.
    place = asset.site if kind.is_fixed and asset.status == IN_USE and holder is None else ""
    out_to = f"{holder.name} " if holder and line % 37 == 0 else holder.name if holder else place
    ends = asset.bought + timedelta(days=kind.life_years * _A_YEAR)
    return (
        f"{kind.short}-{line:03d}", "" if line % 67 == 0 else asset.tag, asset.serial, kind.name, kind.number,
        kind.category, asset.status, out_to, str(holder.number) if holder else "",
        "" if asset.status == GONE else asset.site, kind.maker, kind.supplier,
        asset.bought_as_written or _bought(line, asset.bought), f"{kind.cost:,.2f}",
        f"PO-{asset.bought:%y%m}",
        f"{ends:%Y-%m-%d}", f"{asset.bought + timedelta(days=3 * _A_YEAR):%Y-%m-%d}", asset.notes,
    )  # fmt: skip


def _bought(line: int, bought: date) -> str:
    return f"{bought:%m/%d/%Y}" if line % 41 == 0 else f"{bought:%Y-%m-%d}"
