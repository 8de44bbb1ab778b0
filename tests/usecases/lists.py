"""Lists of a program brought in row by row, for tests that are about what happens after a file was read."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from itertools import count

from fullscore.engine.registers.access import Member
from fullscore.importing.records import Key, Line, Mention, Plain, Reading, Record
from fullscore.store import imports as store
from fullscore.store.models import ImportRun
from fullscore.usecases import imports
from fullscore.usecases.imports import Imported
from fullscore.usecases.imports.applying import carrying, staging
from tests.conftest import NOW

_ITEM_KEYS = ("serial", "tag", "device_id", "mac", "hostname")
_PEOPLE_KEYS = ("employee_number", "email", "name")
_WEAK = frozenset({"hostname", "name"})
_NUMBERS = count()
ROLES = {
    "Snipe-IT": "assets", "Intune": "management", "NinjaOne": "management", "BambooHR": "hr",
    "Microsoft 365": "directory", "Microsoft Entra": "directory", "QuickBooks": "books",
}  # fmt: skip


def device(*, model: str = "", source_id: str | None = None, **values: Plain) -> Record:
    """Return one row of a list of devices."""
    keys = tuple(
        Key(name, part, is_strong=name not in _WEAK)
        for name in _ITEM_KEYS
        for part in str(values.get(name) or "").split(", ")
        if part
    )
    named = {"model": Mention("models", (("name", model),))} if model else {}
    return Record("items", {**values, **named}, keys=keys, source_id=source_id)


def person(*, source_id: str | None = None, **values: Plain) -> Record:
    """Return one row of a list of people."""
    keys = tuple(
        Key(name, str(values[name]), is_strong=name not in _WEAK) for name in _PEOPLE_KEYS if values.get(name)
    )
    return Record("people", values, keys=keys, source_id=source_id)


def named(register: str, name: str, **values: Plain) -> Record:
    """Return one row of a register that people know by its name."""
    return Record(register, {"name": name, **values}, keys=(Key("name", name, is_strong=False),))


def brought(
    by: Member, source: str, records: Iterable[Record], *, is_whole: bool = True, now: datetime = NOW
) -> Imported:
    """Apply a list as its program's file would be; returns what became of its rows."""
    reading = _reading(source, records, is_whole=is_whole)
    run = _run(by, source, reading, now)
    run.save(force_insert=True)
    ours = carrying.claimed(by.organisation_id, run.pk, lambda: now)
    assert ours is not None
    carrying.carry_out(ours, by, reading, lambda: now, lambda _, __: None)
    return imports.one(by=by, number=run.pk)


def looked_at(by: Member, source: str, records: Iterable[Record]) -> tuple[int, int, int]:
    """Look at a list without touching a row; returns how many would be created, updated and left."""
    reading = _reading(source, records, is_whole=True)
    run = _run(by, source, reading, NOW)
    staging.look(run, by, reading, NOW, lambda _, __: None)
    return run.created, run.updated, run.left


def _run(by: Member, source: str, reading: Reading, now: datetime) -> ImportRun:
    mark = hashlib.sha256(f"{source} {next(_NUMBERS)}".encode()).hexdigest()
    run = ImportRun(
        organisation_id=by.organisation_id, file=f"{source}.csv", sha256=mark, state=store.WAITING,
        started_at=now, user_id=by.user_id, by_name=by.name,
    )  # fmt: skip
    staging.put_reading(run, reading)
    return run


def _reading(source: str, records: Iterable[Record], *, is_whole: bool) -> Reading:
    lines = tuple(Line(at, (record,)) for at, record in enumerate(records, 2))
    register = lines[0].records[0].register if lines else "items"
    return Reading(
        source, "devices" if register == "items" else register, source, register, 1.0, len(lines),
        lambda: iter(lines), role=ROLES.get(source, "sheet"), is_whole=is_whole,
    )  # fmt: skip
