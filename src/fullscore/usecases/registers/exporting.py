"""Registers as files: the columns and rows a member may see, ready to come back through import."""

from collections.abc import Sequence

from fullscore.engine.registers.access import Member
from fullscore.engine.registers.columns import Column, Register
from fullscore.paper import tables
from fullscore.store import rows as store
from fullscore.store.models import RegisterRow
from fullscore.usecases.registers.reading import selected
from fullscore.usecases.registers.showing import plain, sees_extra, shown_value
from fullscore.usecases.registers.values import Query

EXTRA = "extra:"


def export(*, by: Member, register: str, query: Query, form: str) -> bytes:
    """Return every row that matches `query` as a file; `form` is csv or xlsx."""
    seen, rows = selected(by, register, query)
    found = list(store.with_references(rows, seen.columns))
    extras = sorted({name for row in found for name in row.extra}) if sees_extra(by) else []
    lines = (cells(row, seen, extras) for row in found)
    if form == "csv":
        return tables.csv_bytes(header(seen, extras), lines)
    return tables.xlsx_bytes(seen.plural, header(seen, extras), lines)


def header(seen: Register, extras: Sequence[str]) -> list[str]:
    """Return the names of the columns, then those nobody knows, marked as such."""
    return [*(column.name for column in seen.columns), *(f"{EXTRA}{name}" for name in extras)]


def cells(row: RegisterRow, seen: Register, extras: Sequence[str]) -> list[str]:
    """Return one row as its line of the file."""
    return [
        *(_cell(row, column) for column in seen.columns),
        *(str(row.extra.get(name, "")) for name in extras),
    ]


def _cell(row: RegisterRow, column: Column) -> str:
    value = plain(shown_value(row, column))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
