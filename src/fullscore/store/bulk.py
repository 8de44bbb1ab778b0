"""Many rows in one go: statements prepared once for thousands of rows, ids reserved beforehand.

Django's own bulk methods prepare every value of every row anew and cannot exceed 999 values a statement
on SQLite; for an import that is most of the time. Names come from the models, never from a file.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from django.db import connection, connections, models

Model = type[models.Model]
Prepare = Callable[[Any, Any], Any]
# What drivers take as it is; the rest (days, moments, amounts, JSON) goes through the field.
_PLAIN = (models.CharField, models.TextField, models.IntegerField, models.ForeignKey, models.BooleanField)


def reserve_ids(model: Model, count: int) -> list[int]:
    """Return ids that no other row will get. On SQLite only within a write transaction."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # The table's name is a parameter here.
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
            )
            return [int(row[0]) for row in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        found = cursor.fetchone()
        first = int(found[0]) + 1 if found else 1
    return list(range(first, first + count))


def insert(rows: Sequence[models.Model], *, with_ids: bool) -> None:
    """Insert rows of one table, with the ids they carry or those the database gives."""
    if rows:
        fields = [field for field in _fields(type(rows[0])) if with_ids or not field.primary_key]
        names = ", ".join(_quoted(field.column) for field in fields)
        marks = ", ".join(["%s"] * len(fields))
        _many(f"INSERT INTO {_table(rows[0])} ({names}) VALUES ({marks})", rows, fields)  # noqa: S608


def update(rows: Sequence[models.Model], names: Iterable[str]) -> None:
    """Write the named fields of rows that exist."""
    if rows:
        wanted = frozenset(names)
        every = _fields(type(rows[0]))
        fields = [field for field in every if field.name in wanted]
        sets = ", ".join(f"{_quoted(field.column)} = %s" for field in fields)
        key = [field for field in every if field.primary_key]
        _many(f"UPDATE {_table(rows[0])} SET {sets} WHERE id = %s", rows, [*fields, *key])  # noqa: S608


def upsert(rows: Sequence[models.Model], *, same: Sequence[str], names: Sequence[str]) -> None:
    """Insert rows, or write the named fields of those that agree in the fields called `same`."""
    if rows:
        every = {field.name: field for field in _fields(type(rows[0])) if not field.primary_key}
        columns = ", ".join(_quoted(field.column) for field in every.values())
        marks = ", ".join(["%s"] * len(every))
        key = ", ".join(_quoted(every[name].column) for name in same)
        sets = ", ".join(f"{_quoted(every[n].column)} = excluded.{_quoted(every[n].column)}" for n in names)
        _many(
            f"INSERT INTO {_table(rows[0])} ({columns}) VALUES ({marks}) "  # noqa: S608
            f"ON CONFLICT ({key}) DO UPDATE SET {sets}",
            rows,
            list(every.values()),
        )


@cache
def _fields(model: Model) -> "tuple[models.Field[Any, Any], ...]":
    return tuple(model._meta.concrete_fields)


def _many(statement: str, rows: Sequence[models.Model], fields: "Sequence[models.Field[Any, Any]]") -> None:
    ways = [
        (field.attname, None if isinstance(field, _PLAIN) else field.get_db_prep_save) for field in fields
    ]
    # The connection itself: its stand-in asks for the thread's own at every touch.
    own = connections[connection.alias]
    with own.cursor() as cursor:
        cursor.executemany(statement, [_values(row, ways, own) for row in rows])


def _values(row: models.Model, ways: Sequence[tuple[str, Prepare | None]], own: object) -> list[Any]:
    return [
        getattr(row, name) if prepare is None else prepare(getattr(row, name), own) for name, prepare in ways
    ]


def _table(row: models.Model) -> str:
    return _quoted(type(row)._meta.db_table)


def _quoted(name: str | None) -> str:
    assert name is not None  # every field that is kept has a column
    return str(connection.ops.quote_name(name))
