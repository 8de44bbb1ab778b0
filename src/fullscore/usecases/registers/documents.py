"""Registers as documents: what REST and `--json` answer, the same for both."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal

from fullscore.engine.registers.columns import Column, Kind, Reference, Register
from fullscore.usecases.registers.values import Entry, FileOnRow, Hit, Page, Row

Document = dict[str, object]


def page_document(page: Page) -> Document:
    """Return `fullscore/rows/1`: one page of a register."""
    columns = page.register.columns
    return {
        "schema": "fullscore/rows/1",
        "register": page.register.name,
        "total": page.total,
        "page": page.page,
        "pages": page.pages,
        "size": page.size,
        "data_as_of": moment(page.newest),
        "rows": [_row(row, columns) for row in page.rows],
    }


def rows_parts(register: Register, rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield `fullscore/rows/1` of a whole register as one page, row by row: it may be long."""
    newest: datetime | None = None
    yield b'{"schema": "fullscore/rows/1", "register": "%s", "rows": [' % register.name.encode()
    count = 0
    for count, row in enumerate(rows, start=1):
        newest = row.changed_at if newest is None else max(newest, row.changed_at)
        told = json.dumps(_row(row, register.columns), ensure_ascii=False)
        yield (",\n" if count > 1 else "\n").encode() + told.encode("utf-8", "replace")
    rest = {"total": count, "page": 1, "pages": 1, "size": count, "data_as_of": moment(newest)}
    yield b"\n], " + json.dumps(rest)[1:].encode() + b"\n"


def row_document(row: Row, columns: tuple[Column, ...], register: str) -> Document:
    """Return `fullscore/row/1`: one row with the origin of its values."""
    origins = {
        name: {"source": o.source, "file": o.file, "line": o.line, "person": o.person}
        for name, o in row.sources.items()
    }
    return {"schema": "fullscore/row/1", "register": register, **_row(row, columns), "sources": origins}


def history_document(entries: tuple[Entry, ...], register: str, ref: str) -> Document:
    """Return `fullscore/history/1`: what happened to a row, newest first."""
    return {
        "schema": "fullscore/history/1",
        "register": register,
        "ref": ref,
        "entries": [
            {
                "id": entry.id,
                "at": moment(entry.at),
                "by": entry.by_name,
                "action": entry.action,
                "import": entry.import_file,
                "changes": [
                    {"column": c.column, "before": c.before, "after": c.after} for c in entry.changes
                ],
            }
            for entry in entries
        ],
    }


def hits_document(hits: tuple[Hit, ...]) -> Document:
    """Return `fullscore/hits/1`: where a search found its words."""
    found = [{"register": h.register, "room": h.room, "ref": h.ref, "title": h.title} for h in hits]
    return {"schema": "fullscore/hits/1", "hits": found}


def files_document(files: tuple[FileOnRow, ...], register: str, ref: str) -> Document:
    """Return `fullscore/files/1`: the files of a row."""
    listed = [
        {"id": f.id, "name": f.name, "size": f.size, "added_at": moment(f.added_at), "added_by": f.added_by}
        for f in files
    ]
    return {"schema": "fullscore/files/1", "register": register, "ref": ref, "files": listed}


def moment(at: datetime | None) -> str | None:
    """Return a moment with its offset."""
    return None if at is None else at.isoformat(timespec="seconds")


def _row(row: Row, columns: tuple[Column, ...]) -> Document:
    return {
        "ref": row.ref,
        "title": row.title,
        "version": row.version,
        "changed_at": moment(row.changed_at),
        "archived_at": moment(row.archived_at),
        "values": {column.name: _value(row.values[column.name], column) for column in columns},
        "extra": dict(row.extra),
    }


def _value(value: object, column: Column) -> object:
    if isinstance(value, Decimal):
        return f"{value:.{column.places or 2}f}" if column.kind is Kind.MONEY else _number(value)
    if isinstance(value, Reference):
        return {"ref": value.ref, "label": value.label}
    return value.isoformat() if isinstance(value, date) else value


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
