"""Everything an organisation keeps in its registers as one ZIP, which the import takes back as it is.

Each register is there twice: as CSV with the rows in use, in an order in which no row comes before one it
points at, and as JSON with the rows put away beside them. A row put away cannot be pointed at by an
import, so the CSV leaves such references empty; the JSON has them.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from fullscore.engine.registers.access import Member
from fullscore.engine.registers.columns import Column, Kind, Register
from fullscore.paper import tables
from fullscore.paper.archives import Archive
from fullscore.store import rows as store
from fullscore.store.models import Organisation, RegisterRow
from fullscore.usecases.registers.checking import broken
from fullscore.usecases.registers.deriving import models_by_register, registers
from fullscore.usecases.registers.documents import moment, rows_parts
from fullscore.usecases.registers.exporting import cells, header
from fullscore.usecases.registers.showing import sees_extra, shown_row

MANIFEST = "manifest.json"
_AT_ONCE = 1000


@dataclass(slots=True)
class _Counted:
    """Rows on their way into a file; `count` says afterwards how many there were."""

    rows: Iterable[RegisterRow]
    count: int = 0

    def __iter__(self) -> Iterator[RegisterRow]:
        for row in self.rows:
            self.count += 1
            yield row


def everything(*, by: Member, now: datetime) -> bytes:
    """Return every register `by` may open as CSV and JSON, and a manifest, in one ZIP."""
    order = in_order(registers(by))
    archive = Archive(now)
    files: list[dict[str, object]] = []
    # Those that point go first: what they point at is surely there when its turn comes.
    for seen in reversed(order):
        files[:0] = [_as_csv(archive, by, seen), _as_json(archive, by, seen)]
    archive.add(MANIFEST, [_manifest(by, now, files)])
    return archive.content()


def in_order(found: Sequence[Register]) -> tuple[Register, ...]:
    """Return registers so that each comes after those its rows point at."""
    by_name = {register.name: register for register in found}
    ordered: dict[str, Register] = {}

    def put(register: Register) -> None:
        for column in register.columns:
            target = by_name.get(column.target or "")
            if target is not None and target is not register and target.name not in ordered:
                put(target)
        ordered[register.name] = register

    for register in found:
        if register.name not in ordered:
            put(register)
    return tuple(ordered.values())


def _manifest(by: Member, now: datetime, files: list[dict[str, object]]) -> bytes:
    organisation = Organisation.objects.get(pk=by.organisation_id)
    told = {
        "schema": "fullscore/export/1",
        "organisation": {"ref": organisation.ref, "name": organisation.name},
        "made_at": moment(now),
        "currency": organisation.currency,
        "files": files,
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _as_csv(archive: Archive, by: Member, seen: Register) -> dict[str, object]:
    extras = _extras(by, seen)
    rows = _Counted(_importable(by, seen))
    lines = (cells(row, seen, extras) for row in rows)
    digest = archive.add(f"{seen.name}.csv", tables.csv_parts(header(seen, extras), lines))
    # A header alone is nothing to bring in.
    return _file(f"{seen.name}.csv", seen, rows.count, digest, is_list=rows.count > 0)


def _as_json(archive: Archive, by: Member, seen: Register) -> dict[str, object]:
    rows = _Counted(_stored(by, seen, is_archived=None))
    shown = (shown_row(row, seen, by, {}) for row in rows)
    digest = archive.add(f"{seen.name}.json", rows_parts(seen, shown))
    return _file(f"{seen.name}.json", seen, rows.count, digest, is_list=False)


def _file(name: str, seen: Register, rows: int, digest: str, *, is_list: bool) -> dict[str, object]:
    # Only lists are brought in when the ZIP comes back; the JSON says the same again.
    return {"name": name, "register": seen.name, "rows": rows, "sha256": digest, "is_list": is_list}


def _stored(by: Member, seen: Register, *, is_archived: bool | None) -> Iterator[RegisterRow]:
    rows = store.rows_of(models_by_register()[seen.name], by, is_archived=is_archived).order_by("ref", "pk")
    return store.with_references(rows, seen.columns).iterator(_AT_ONCE)


def _extras(by: Member, seen: Register) -> list[str]:
    if not sees_extra(by):
        return []
    told = (
        store.rows_of(models_by_register()[seen.name], by).exclude(extra={}).values_list("extra", flat=True)
    )
    return sorted({name for extra in told.iterator(_AT_ONCE) for name in extra})


def _importable(by: Member, seen: Register) -> Iterator[RegisterRow]:
    """Yield the rows in use, each after the row of its own register that it points at."""
    references = [column for column in seen.columns if column.kind is Kind.REFERENCE]
    rows = (row for row in _stored(by, seen, is_archived=False) if _stands(row, references))
    own = [column.name for column in references if column.target == seen.name]
    return _targets_first(list(rows), own) if own else rows


def _stands(row: RegisterRow, references: Sequence[Column]) -> bool:
    """Say whether the row can come back; forgets what it points at that is put away."""
    away = [
        column for column in references
        if (target := getattr(row, column.name)) is not None and target.archived_at is not None
    ]  # fmt: skip
    if any(column.is_required for column in away):
        return False
    for column in away:
        setattr(row, column.name, None)
    # What is about one of several things is about nothing once that one is put away.
    return not (away and broken(row))


def _targets_first(rows: Sequence[RegisterRow], own: Sequence[str]) -> Iterator[RegisterRow]:
    by_id = {row.pk: row for row in rows}
    seen: set[int] = set()
    for row in rows:
        way = [row]
        # Down to the last row of the chain; one that leads back to itself is cut where it closes.
        while way:
            targets = [getattr(way[-1], f"{name}_id") for name in own]
            ahead = [pk for pk in targets if pk in by_id and pk not in seen and by_id[pk] not in way]
            if ahead:
                way.append(by_id[ahead[0]])
                continue
            done = way.pop()
            if done.pk not in seen:
                seen.add(done.pk)
                yield done
