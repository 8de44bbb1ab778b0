"""Rows of any table as lines of JSON and back: the same bytes from either database."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from django.apps.registry import Apps
from django.db import connections, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import StateApps

from fullscore.store.schema import Step

Table = type[models.Model]
# The host's own notes: what this machine's clock has started is no part of the data.
NOT_KEPT = {"hostrun"}
AT_ONCE = 1000


def tables_at(steps: Iterable[Step]) -> dict[str, Table]:
    """Return the store's tables as they were after `steps`, by name, in a fixed order."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    has = [step for step in steps if step in loader.graph.nodes]
    if not any(app == "store" for app, _ in has):
        return {}
    apps: Apps | StateApps = loader.project_state(has).apps
    found = apps.get_app_config("store").get_models(include_auto_created=True)
    named = {str(model._meta.model_name): model for model in found}
    return {name: named[name] for name in sorted(named) if name not in NOT_KEPT}


def columns(table: Table) -> list[Any]:
    """Return the fields that a line holds; bytes travel apart."""
    return [field for field in table._meta.concrete_fields if not isinstance(field, models.BinaryField)]


def bytes_column(table: Table) -> str | None:
    """Return the name of the column that holds bytes, if the table has one."""
    fields = table._meta.concrete_fields
    return next((field.attname for field in fields if isinstance(field, models.BinaryField)), None)


def lines(table: Table, alias: str) -> Iterator[bytes]:
    """Give a table line by line: the names of its columns, then each row by its key."""
    names = [field.attname for field in columns(table)]
    yield _line(names)
    rows = table._base_manager.using(alias).order_by("pk").values_list(*names)  # noqa: SLF001
    for row in rows.iterator(chunk_size=AT_ONCE):
        yield _line([_plain(value) for value in row])


def contents(table: Table, alias: str) -> Iterator[tuple[int, bytes]]:
    """Give key and bytes of each row that holds a file, one at a time."""
    name = str(bytes_column(table))
    rows = table._base_manager.using(alias)  # noqa: SLF001
    for key in list(rows.order_by("pk").values_list("pk", flat=True)):
        yield key, bytes(rows.values_list(name, flat=True).get(pk=key))


def read_row(table: Table, names: list[str], line: bytes) -> models.Model:
    """Return the row that a line describes, not yet saved; raises `ValueError` for a line that is none."""
    values = json.loads(line)
    if not isinstance(values, list) or len(values) != len(names):
        raise ValueError("a line has the wrong number of values")
    fields = {field.attname: field for field in columns(table)}
    return table(**{name: _value(fields[name], value) for name, value in zip(names, values, strict=True)})


def digest(parts: Iterable[bytes]) -> str:
    """Return the SHA-256 of parts as one text."""
    found = hashlib.sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()


def restart_counters(tables: Iterable[Table], alias: str) -> None:
    """Let new rows take the keys after the highest loaded one; SQLite does so by itself."""
    from django.core.management.color import no_style  # noqa: PLC0415  only restores need it

    connection = connections[alias]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)


def _line(values: list[Any]) -> bytes:
    # Keys sorted: PostgreSQL keeps JSON in an order of its own.
    return json.dumps(values, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _value(field: Any, value: object) -> object:  # noqa: ANN401  a Django field of any kind
    if isinstance(field, models.JSONField):
        return value
    target = field.target_field if field.is_relation else field
    return target.to_python(value)
