"""Out and in again: every table into an archive at one moment, and an archive into empty tables."""

import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from django.db import connections, models, transaction

from fullscore.store import archive, database, lines, schema
from fullscore.store.archive import ArchiveDamagedError, Manifest, Part
from fullscore.store.lines import AT_ONCE, Table

# Between two tables there is time to say that the work goes on.
Pulse = Callable[[], None]


def dump(path: Path, *, now: datetime, pulse: Pulse) -> Manifest:
    """Write an archive of what the database holds at one moment; others may go on writing meanwhile."""
    with database.snapshot() as alias, archive.writing(path) as writer:
        steps = schema.read(alias).applied
        for name, table in lines.tables_at(steps).items():
            pulse()
            writer.add(_member(name), lines.lines(table, alias), has_rows=True)
            if lines.bytes_column(table):
                for key, content in lines.contents(table, alias):
                    pulse()
                    writer.add(_blob(name, key), [content], has_rows=False)
        return writer.close(made_at=now, program=program(), migrations=steps)


def program() -> str:
    """Return this program's version; a checkout that was never installed has none."""
    try:
        return version("fullscore")
    except PackageNotFoundError:
        return "a checkout"


def load(path: Path, alias: str) -> None:
    """Fill the empty tables behind `alias`, which stand at the archive's own state of migration."""
    with archive.reading(path) as (manifest, file):
        tables = lines.tables_at(manifest.migrations)
        _same_tables(manifest, tables)
        with connections[alias].constraint_checks_disabled(), transaction.atomic(using=alias):
            for name, table in tables.items():
                _fill(file, name, table, alias)
            lines.restart_counters(tables.values(), alias)
            connections[alias].check_constraints()


def differences(path: Path, alias: str) -> tuple[str, ...]:
    """Return the members that would come out of `alias` unlike they stand in the archive."""
    with archive.reading(path) as (manifest, _):
        tables = lines.tables_at(manifest.migrations)
        return tuple(name for name, found in _digests(tables, alias) if _sha(manifest.parts, name) != found)


def _digests(tables: dict[str, Table], alias: str) -> Iterator[tuple[str, str]]:
    for name, table in tables.items():
        yield _member(name), lines.digest(lines.lines(table, alias))
        if lines.bytes_column(table):
            yield from (
                (_blob(name, key), lines.digest([content])) for key, content in lines.contents(table, alias)
            )


def _sha(parts: dict[str, Part], name: str) -> str | None:
    return parts[name].sha256 if name in parts else None


def _fill(file: zipfile.ZipFile, name: str, table: Table, alias: str) -> None:
    holds_bytes = lines.bytes_column(table)
    batch: list[models.Model] = []
    with file.open(_member(name)) as member:
        names = _heading(member.readline(), table)
        for line in member:
            row = _row(table, names, line)
            if holds_bytes:
                setattr(row, holds_bytes, file.read(_blob(name, row.pk)))
            batch.append(row)
            # Files are large; rows are not.
            if len(batch) >= (1 if holds_bytes else AT_ONCE):
                _keep(table, alias, batch)
    _keep(table, alias, batch)


def _keep(table: Table, alias: str, batch: list[models.Model]) -> None:
    table._base_manager.using(alias).bulk_create(batch)  # noqa: SLF001  Django's public name for it
    batch.clear()


def _row(table: Table, names: list[str], line: bytes) -> models.Model:
    try:
        return lines.read_row(table, names, line)
    except Exception as error:
        raise ArchiveDamagedError(f"a row of {table._meta.model_name} cannot be read") from error


def _heading(line: bytes, table: Table) -> list[str]:
    names = json.loads(line)
    if names != [field.attname for field in lines.columns(table)]:
        raise ArchiveDamagedError(f"the columns of {table._meta.model_name} are not those of its version")
    return [str(name) for name in names]


def _same_tables(manifest: Manifest, tables: dict[str, Table]) -> None:
    told = {name for name, part in manifest.parts.items() if part.rows is not None}
    if told != {_member(name) for name in tables}:
        raise ArchiveDamagedError("its tables are not those of its version")


def _member(name: str) -> str:
    return f"tables/{name}.jsonl"


def _blob(name: str, key: int) -> str:
    return f"files/{name}/{key}"
