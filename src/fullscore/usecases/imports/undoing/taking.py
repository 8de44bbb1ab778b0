"""One stretch of an import's history taken back: each row as it was, except where somebody came later."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import models

from fullscore.engine.registers.columns import Kind
from fullscore.store import imports as store
from fullscore.store import undoing as past
from fullscore.store.models import HistoryEntry, ImportRun, RegisterRow
from fullscore.usecases.imports.meeting.work import PUT_AWAY
from fullscore.usecases.registers.deriving import all_registers, models_by_register
from fullscore.usecases.registers.remembering import Changes
from fullscore.usecases.registers.showing import plain, shown_value

Kept = dict[str, str]
Key = tuple[str, int]


class Taking:
    """Entries of an import, newest first; `take` works on their rows and writes what comes of it.

    `is_careful` asks the database about each row before it is written: for a stretch that it refused.
    """

    def __init__(
        self, run: ImportRun, entries: Sequence[HistoryEntry], now: datetime, *, is_careful: bool = False
    ) -> None:
        self.run, self.now, self.is_careful = run, now, is_careful
        self._entries = entries
        self.kept: list[Kept] = []
        self._rows: dict[Key, RegisterRow] = {}
        self._later: defaultdict[Key, list[HistoryEntry]] = defaultdict(list)
        self._pointers: defaultdict[Key, list[tuple[Key, str, str]]] = defaultdict(list)
        self._names: defaultdict[Key, set[str]] = defaultdict(set)
        self._changes: defaultdict[Key, Changes] = defaultdict(dict)

    def take(self) -> None:
        """Take the entries back within the caller's transaction; `kept` then lists what stays."""
        self._read()
        ways: dict[str, Callable[[HistoryEntry, RegisterRow], None]] = {
            "created": self._away, "unarchived": self._away, "archived": self._bring, "changed": self._restore
        }  # fmt: skip
        for entry in self._entries:
            row = self._rows.get(_key(entry))
            if row is not None and entry.action in ways:
                ways[entry.action](entry, row)
        self._write()

    def _read(self) -> None:
        """Read the rows, what was done to them since, and who points at those that are to go."""
        of_register: defaultdict[str, list[HistoryEntry]] = defaultdict(list)
        for entry in self._entries:
            of_register[entry.register].append(entry)
        place = self.run.organisation_id
        for register, found in of_register.items():
            ids = sorted({entry.row_id for entry in found})
            rows = store.rows_by_id(models_by_register()[register], place, ids)
            self._rows |= {(register, pk): row for pk, row in rows.items()}
            for deed in past.later_deeds(self.run, register, ids, min(entry.pk for entry in found)):
                self._later[_key(deed)].append(deed)
            going = sorted({entry.row_id for entry in found if entry.action in {"created", "unarchived"}})
            for where, pk, ref, name, target in past.pointers(place, register, going) if going else ():
                self._pointers[register, target].append(((where, pk), ref, name))

    def _since(self, entry: HistoryEntry) -> list[HistoryEntry]:
        return [deed for deed in self._later[_key(entry)] if deed.pk > entry.pk]

    def _away(self, entry: HistoryEntry, row: RegisterRow) -> None:
        """Put a row away that came with the import, unless somebody has worked on it or uses it."""
        since = self._since(entry)
        user = None if since else self._user_of(row)
        if since:
            self._keep_row(row, since)
        elif user is not None:
            self._keep(row, "used by", user, self.run.file)
        else:
            then = entry.before.get("archived_at")
            row.archived_at = datetime.fromisoformat(then) if then else self.now
            told = entry.before.get("provenance") or {PUT_AWAY: [self.run.source, self.run.pk, 0, None]}
            row.provenance = {**row.provenance, PUT_AWAY: told[PUT_AWAY]}
            self._touch(entry, {"archived_at"})

    def _user_of(self, row: RegisterRow) -> str | None:
        """Return the ref of a row in use that points at this one; rows of this stretch as they stand now."""
        for key, ref, name in self._pointers[row.REGISTER, row.pk]:
            pointer = self._rows.get(key)
            if pointer is None or (pointer.archived_at is None and getattr(pointer, name) == row.pk):
                return ref
        return None

    def _bring(self, entry: HistoryEntry, row: RegisterRow) -> None:
        """Bring a row back that the import had put away."""
        origin = row.provenance.get(PUT_AWAY)
        if row.archived_at is None or not origin or origin[1] != self.run.pk or self._since(entry):
            self._keep_row(row, self._since(entry))
            return
        archived_at, row.archived_at = row.archived_at, None
        in_the_way = past.clashing(row) if self.is_careful else {}
        if in_the_way:
            row.archived_at = archived_at
            self._keep(row, "archived", str(archived_at.date()), next(iter(in_the_way.values())))
            return
        row.provenance = {name: told for name, told in row.provenance.items() if name != PUT_AWAY}
        self._touch(entry, {"archived_at"})

    def _restore(self, entry: HistoryEntry, row: RegisterRow) -> None:
        """Set each value back that is still the import's own."""
        values, origins = entry.before.get("values", {}), entry.before.get("provenance", {})
        ours = {name for name in values if _is_of(self.run, row, name)}
        for name in values.keys() - ours:
            self._keep_value(row, name)
        stood = {name: (_raw(row, name), row.provenance.get(name)) for name in ours}
        for name in ours:
            _put(row, name, values[name], origins.get(name))
        for name, other in self._refused(row, ours).items():
            ours.remove(name)
            _put(row, name, *stood[name])
            self._keep_value(row, name, other)
        self._touch(entry, ours | self._restore_extra(entry, row))

    def _refused(self, row: RegisterRow, ours: Iterable[str]) -> Mapping[str, str]:
        clashing = past.clashing(row) if self.is_careful else {}
        return {name: other for name, other in clashing.items() if name in ours}

    def _restore_extra(self, entry: HistoryEntry, row: RegisterRow) -> set[str]:
        """Set columns nobody knows back; returns {"extra"} when there was one."""
        before = entry.before.get("extra", {})
        taken = {name for deed in self._since(entry) for name in deed.before.get("extra", {})}
        for name in before.keys() & taken:
            self._keep(row, name, row.extra.get(name, ""), self._since(entry)[-1].by_name)
        back = {name: text for name, text in before.items() if name not in taken}
        texts = {**row.extra, **back}
        row.extra = {name: text for name, text in texts.items() if text is not None}
        return {"extra"} if back else set()

    def _touch(self, entry: HistoryEntry, names: set[str]) -> None:
        """Note that a row is to be written, and what its one new entry of history tells."""
        if not names:
            return
        key = _key(entry)
        self._names[key] |= names
        told = self._changes[key]
        for name, (before, after) in entry.changes.items():
            if name in names:
                told[name] = [told[name][0] if name in told else after, before]

    def _keep_row(self, row: RegisterRow, since: Sequence[HistoryEntry]) -> None:
        """List why a row stays: the values others gave it, else what they did."""
        names = [name for name in dict.fromkeys(n for deed in since for n in deed.changes) if name != "extra"]
        others = [name for name in names if not _is_of(self.run, row, name)]
        for name in others:
            self._keep_value(row, name)
        if not others:
            self._keep(row, since[-1].action if since else "archived", "", since[-1].by_name if since else "")

    def _keep_value(self, row: RegisterRow, name: str, other: str = "") -> None:
        column = all_registers()[row.REGISTER].column(name)
        value = plain(shown_value(row, column))
        text = ("yes" if value else "no") if column.kind is Kind.YES_NO else str(value or "")
        origin = row.provenance.get(name) or ["", None, None, None]
        self._keep(row, column.label, text, other or str(origin[3] or origin[0]))

    def _keep(self, row: RegisterRow, field: str, value: str, by: str) -> None:
        told = {"register": row.REGISTER, "ref": row.ref, "field": field, "value": value, "by": by}
        if told not in self.kept:
            self.kept.append(told)

    def _write(self) -> None:
        """Write the rows and one entry of history for each; those that go away make room first."""
        touched = sorted(self._names, key=lambda key: self._rows[key].archived_at is None)
        of_register: defaultdict[str, list[Key]] = defaultdict(list)
        for key in touched:
            row = self._rows[key]
            row.version, row.changed_at = row.version + 1, self.now
            of_register[key[0]].append(key)
        for keys in of_register.values():
            names = frozenset().union(*(self._names[key] for key in keys))
            store.update([self._rows[key] for key in keys], names)
        store.remember([self._entry(self._rows[key], self._changes[key]) for key in touched])

    def _entry(self, row: RegisterRow, changes: Changes) -> HistoryEntry:
        return HistoryEntry(
            organisation_id=self.run.organisation_id, register=row.REGISTER, row_id=row.pk, ref=row.ref,
            action=past.UNDONE, changes=changes, before={}, at=self.now, by_name=self.run.undone_by,
            import_run_id=self.run.pk,
        )  # fmt: skip


def _key(entry: HistoryEntry) -> Key:
    return entry.register, entry.row_id


def _is_of(run: ImportRun, row: RegisterRow, name: str) -> bool:
    """Say whether the value that stands there is this import's own."""
    origin = row.provenance.get(name)
    return bool(origin and origin[1] == run.pk)


def _raw(row: RegisterRow, name: str) -> object:
    return getattr(row, _field(row, name).attname)


def _put(row: RegisterRow, name: str, stored: object, origin: object) -> None:
    """Set one value as it was stored, and where it had come from."""
    field = _field(row, name)
    kind = field.target_field if isinstance(field, models.ForeignKey) else field
    setattr(row, field.attname, kind.to_python(stored))
    row.provenance = {key: told for key, told in row.provenance.items() if key != name}
    if origin is not None:
        row.provenance[name] = origin


def _field(row: RegisterRow, name: str) -> "models.Field[Any, Any]":
    return next(field for field in row._meta.concrete_fields if field.name == name)
