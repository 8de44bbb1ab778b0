"""From a stored row to the values one member may see."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from fullscore.engine.registers.access import FieldClass, Member
from fullscore.engine.registers.columns import Column, Kind, Reference, Register
from fullscore.store.models import ImportRun, RegisterRow
from fullscore.usecases.registers.values import Origin, Row


def shown_row(row: RegisterRow, register: Register, by: Member, files: Mapping[int, str]) -> Row:
    """Return the row reduced to `register`'s columns; `files` names imports by id."""
    values = {column.name: shown_value(row, column) for column in register.columns}
    return Row(
        id=row.pk,
        ref=row.ref,
        title=str(values.get(register.title) or row.ref),
        version=row.version,
        values=values,
        changed_at=row.changed_at,
        archived_at=row.archived_at,
        extra=dict(row.extra) if sees_extra(by) else {},
        sources=_origins(row.provenance, values, files),
    )


def sees_extra(by: Member) -> bool:
    """Nobody knows what an unknown column holds, so it counts as internal."""
    return FieldClass.INTERNAL in by.reads and not by.sees_own_rows_only


def shown_value(row: RegisterRow, column: Column) -> object:
    """Return one value as doors get it: None for nothing, a reference with what it is called."""
    value = getattr(row, column.name)
    if column.kind is Kind.REFERENCE:
        return None if value is None else Reference(value.ref, str(getattr(value, value.TITLE) or value.ref))
    return None if value == "" else value


def plain(value: object) -> str | int | bool | None:
    """Return a value as history keeps it: JSON that reads the same in twenty years."""
    if isinstance(value, Reference):
        return value.ref
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value if isinstance(value, str | int | bool) or value is None else str(value)


def import_files(rows: Iterable[RegisterRow], organisation_id: int) -> dict[int, str]:
    """Return the file names of every import that these rows remember."""
    ids = {entry[1] for row in rows for entry in row.provenance.values() if entry[1] is not None}
    if not ids:
        return {}
    return dict(ImportRun.objects.of(organisation_id).filter(pk__in=ids).values_list("pk", "file"))


def _origins(
    provenance: Mapping[str, Any], values: Mapping[str, object], files: Mapping[int, str]
) -> dict[str, Origin]:
    kept = {name: entry for name, entry in provenance.items() if name in values}
    return {name: Origin(entry[0], files.get(entry[1]), entry[2], entry[3]) for name, entry in kept.items()}
