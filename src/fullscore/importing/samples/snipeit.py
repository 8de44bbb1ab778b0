"""Snipe-IT: the asset table of a sample company, with the mistakes such tables have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from fullscore.importing.samples.kinds import Kind
from fullscore.importing.samples.people import Somebody
from fullscore.importing.samples.writing import csv_file

HEADER = (
    "Asset Name", "Asset Tag", "Serial", "Model", "Model No.", "Category", "Status", "Checked Out To",
    "Employee Number", "Location", "Manufacturer", "Supplier", "Purchase Date", "Purchase Cost",
    "Order Number", "EOL Date", "Warranty Expires", "Notes",
)  # fmt: skip
IN_USE, IN_STOCK, IN_REPAIR, GONE = "Deployed", "Ready to Deploy", "Out for Repair", "Archived"
A_YEAR = 365


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


@dataclass(frozen=True, slots=True)
class Slips:
    """Lines with what people do to lists: no tag, no such day, a tag or serial twice, a word of their own."""

    nameless: tuple[int, ...]
    no_such_day: tuple[int, ...]
    same_tag: tuple[int, int]
    same_serial: tuple[int, int]
    new_word: int

    @property
    def spoilt(self) -> tuple[int, ...]:
        return (
            *self.nameless, *self.no_such_day, self.same_tag[1], self.same_serial[1], self.new_word
        )  # fmt: skip


def table(
    ordinary: list[Asset], placed: Mapping[int, Asset], slips: Slips, on: date, *, rng: Random
) -> bytes:
    """Return the table: the ordinary rows shuffled, `placed` ones at their lines, then spoilt."""
    rows = list(ordinary)
    rng.shuffle(rows)
    for line in sorted(placed):
        rows.insert(line - 2, placed[line])
    tagged = [
        replace(asset, tag=f"A-{number:04d}", serial=f"{asset.kind.serial}{number * 7919 % 99991:05d}")
        for number, asset in enumerate(rows, start=1)
    ]
    return csv_file(HEADER, [_row(line, one) for line, one in enumerate(_spoilt(tagged, slips, on), start=2)])


def ago(rng: Random, kind: Kind, on: date) -> date:
    """Return a day of buying that leaves more than a year of the thing's life."""
    return on - timedelta(days=rng.randint(40, (kind.life_years - 1) * A_YEAR - 30))


def due_in(kind: Kind, on: date, days: int) -> date:
    """Return the day of buying of a thing that is to be replaced so many days from today."""
    return on + timedelta(days=days) - timedelta(days=kind.life_years * A_YEAR)


def _spoilt(rows: Sequence[Asset], slips: Slips, on: date) -> list[Asset]:
    """Return the rows as they were really kept."""
    kept = list(rows)
    for line in slips.nameless:
        kept[line - 2] = replace(kept[line - 2], tag="", serial="")
    for line in slips.no_such_day:
        kept[line - 2] = replace(kept[line - 2], bought_as_written=f"31/02/{on.year - 1}")
    first, again = slips.same_tag
    kept[again - 2] = replace(kept[again - 2], tag=kept[first - 2].tag)
    first, again = slips.same_serial
    kept[again - 2] = replace(kept[again - 2], serial=kept[first - 2].serial)
    kept[slips.new_word - 2] = replace(kept[slips.new_word - 2], status="Quarantine")
    return kept


def _row(line: int, asset: Asset) -> tuple[str, ...]:
    kind, holder = asset.kind, asset.holder
    # A fixed place has no person: the export then shows the location in the person's column.
    place = asset.site if kind.is_fixed and asset.status == IN_USE and holder is None else ""
    out_to = f"{holder.name} " if holder and line % 37 == 0 else holder.name if holder else place
    ends = asset.bought + timedelta(days=kind.life_years * A_YEAR)
    return (
        f"{kind.short}-{line:03d}", "" if line % 67 == 0 else asset.tag, asset.serial, kind.name, kind.number,
        kind.category, asset.status, out_to, str(holder.number) if holder else "",
        "" if asset.status == GONE else asset.site, kind.maker, kind.supplier,
        asset.bought_as_written or _bought(line, asset.bought), f"{kind.cost:,.2f}",
        f"PO-{asset.bought:%y%m}",
        f"{ends:%Y-%m-%d}", f"{asset.bought + timedelta(days=3 * A_YEAR):%Y-%m-%d}", asset.notes,
    )  # fmt: skip


def _bought(line: int, bought: date) -> str:
    return f"{bought:%m/%d/%Y}" if line % 41 == 0 else f"{bought:%Y-%m-%d}"
