"""Registers as files: the columns and rows a member may see, ready to come back through import."""

from collections.abc import Iterator

from fullscore.engine.registers.access import Member
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
    names = [column.name for column in seen.columns]
    header = [*names, *(f"{EXTRA}{name}" for name in extras)]

    def lines() -> Iterator[list[str]]:
        for row in found:
            yield [
                *(cell(row, index) for index in range(len(names))),
                *(str(row.extra.get(n, "")) for n in extras),
            ]

    def cell(row: RegisterRow, index: int) -> str:
        value = plain(shown_value(row, seen.columns[index]))
        if isinstance(value, bool):
            return "yes" if value else "no"
        return "" if value is None else str(value)

    return (
        tables.csv_bytes(header, lines())
        if form == "csv"
        else tables.xlsx_bytes(seen.plural, header, lines())
    )
