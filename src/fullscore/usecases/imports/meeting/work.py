"""One batch in the making: rows to be written, what is remembered of them, and the counts."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from fullscore.engine.findings.finding import Finding
from fullscore.engine.registers.access import Member
from fullscore.engine.registers.columns import Column, Kind, Register
from fullscore.importing.records import Line, Mention
from fullscore.store import imports as store
from fullscore.store.models import HistoryEntry, ImportRun, RegisterRow, Sighting
from fullscore.usecases.imports.meeting.glancing import Glance
from fullscore.usecases.imports.meeting.known import KEYS, TOGETHER, Known, Spot, keys_of, together_of
from fullscore.usecases.imports.meeting.trust import Trust
from fullscore.usecases.registers.showing import plain

Changes = dict[str, list[str | int | bool | None]]
# See `HistoryEntry.before`.
Before = dict[str, object]
# Under this name provenance keeps the import that put a row away, so that another may bring it back.
PUT_AWAY = "archived_at"


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that this batch changes: what, in which columns, and how it was before."""

    spot: Spot
    changes: Changes
    names: frozenset[str]
    before: Before


@dataclass(slots=True)
class Tally:
    """What became of a batch's rows, and why."""

    reasons: list[dict[str, object]] = field(default_factory=list)

    def because(self, line: int, column: str | None, finding: Finding) -> None:
        """Keep one reason, as JSON; its sentence is said when somebody reads it."""
        values = {name: _json(value) for name, value in finding.values.items()}
        self.reasons.append({"line": line, "column": column or None, "code": finding.code, "values": values})


def _json(value: object) -> object:
    if isinstance(value, tuple):
        return [str(part) for part in value]
    return value if isinstance(value, int) or value is None else str(value)


class Work:
    """What a batch has gathered; `flush` writes it within the caller's transaction.

    With a `glance` nothing is written: rows get ids below zero and stay in memory, so that later rows
    of the file meet them as they would meet written ones.
    """

    def __init__(
        self, run: ImportRun, by: Member, known: Known, registers: Mapping[str, Register],
        *, trust: Trust, files: frozenset[str] = frozenset(), glance: Glance | None = None,
        lines: Callable[[], Iterable[Line]] = tuple,
    ) -> None:  # fmt: skip
        self.run = run
        self.by = by
        self.known = known
        self.registers = registers
        self.trust = trust
        # Own edits that the person lets the file replace, each as "ref.column".
        self.files = files
        self.glance = glance
        self._lines = lines
        self.now: datetime = run.started_at
        self.on: date = run.started_at.date()
        self.tally = Tally()
        self._made: dict[str, list[Spot]] = {}
        self._changed: dict[str, list[Changed]] = {}
        self._sighted: dict[tuple[str, str], Spot] = {}
        self._put_away: list[Spot] = []
        self._fresh: dict[int, Spot] = {}
        # Rows that this batch's records show to be one thing, the kept one first; and which were joined.
        self.joints: list[tuple[Spot, Spot]] = []
        self.joined: set[int] = set()
        # What this batch's records were surely met by when its rows were read, and the rows it has touched.
        self.met: dict[int, tuple[object, Spot]] = {}
        self.touched: set[int] = set()

    @cached_property
    def named_twice(self) -> frozenset[tuple[str, str]]:
        """Return the words by which several lines of the file name whose rows they tell whole."""
        wholes = (line.whole.owner for line in self._lines() if line.whole is not None)
        counts = Counter(word for owner in wholes for word in lowered(owner))
        return frozenset(word for word, count in counts.items() if count > 1)

    def begin(self, now: datetime, on: date) -> None:
        """Start a new batch."""
        self.now, self.on, self.tally = now, on, Tally()
        # Rows are read anew for each batch; only what matching needs stays in memory.
        for spot in self._fresh.values():
            if self.glance is not None:
                self.glance.put_by(spot)
            spot.row = None
        self._made, self._changed, self._sighted, self._fresh = {}, {}, {}, {}
        self._put_away = []
        self.joints, self.joined = [], set()
        self.met, self.touched = {}, set()

    def made(self, spot: Spot) -> None:
        self._made.setdefault(spot.register, []).append(spot)

    def changed(self, spot: Spot, changes: Changes, names: frozenset[str], before: Before) -> None:
        self.touched.add(id(spot))
        self._changed.setdefault(spot.register, []).append(Changed(spot, changes, names, before))

    def put_away(self, spot: Spot) -> None:
        """Note that a row the source no longer names is archived by this batch."""
        self._put_away.append(spot)

    def sighted(self, spot: Spot, source_id: str) -> None:
        self._sighted[spot.register, source_id] = spot
        self.touched.add(id(spot))
        self.known.at(spot.register).named(spot, source_id)
        if self.glance is not None:
            self.glance.sighted(spot)

    def column(self, register: str, name: str) -> Column:
        return self.registers[register].column(name)

    def origin(self, line: int) -> list[object]:
        """Return the provenance of a value that came on this line."""
        return [self.known.source, self.run.pk, line, None]

    def load(self, spots: list[Spot]) -> None:
        """Read the rows this batch may change, as they stand now."""
        ids: dict[str, list[int]] = {}
        for spot in spots:
            if spot.pk is not None and id(spot) not in self._fresh:
                self._fresh[id(spot)] = spot
                if not self._is_held(spot):
                    ids.setdefault(spot.register, []).append(spot.pk)
        for register, wanted in ids.items():
            shelf = self.known.at(register)
            for pk, row in store.rows_by_id(shelf.model, self.run.organisation_id, wanted).items():
                if self.glance is not None:
                    self.glance.overlay(shelf.spots[pk], row)
                shelf.spots[pk].row = row
                shelf.spots[pk].is_away = row.archived_at is not None

    def _is_held(self, spot: Spot) -> bool:
        """Take up a row that an earlier batch of this look would have made or changed."""
        if self.glance is None:
            return False
        spot.row = spot.row or self.glance.taken_up(spot, self.known.at(spot.register).model)
        return spot.row is not None

    def flush(self) -> None:
        """Write new rows, changed rows, history and sightings; a register's new rows go first."""
        if self.glance is not None:
            self._look(self.glance)
        else:
            self._write()
        self._made, self._changed, self._sighted, self._put_away = {}, {}, {}, []

    def _look(self, glance: Glance) -> None:
        for spots in self._made.values():
            for spot in spots:
                spot.pk = glance.made(spot)
                self._fresh[id(spot)] = spot
                self.known.at(spot.register).add(spot)
        for changes in self._changed.values():
            for each in changes:
                glance.changed(each.spot, each.names)
        for spot in self._put_away:
            glance.changed(spot, {"archived_at"})

    def _write(self) -> None:
        entries = [entry for register, spots in self._made.items() for entry in self._insert(register, spots)]
        for register, changes in self._changed.items():
            # A row may have changed twice; one statement must not meet it twice.
            rows = {each.spot.pk: each.spot.row for each in changes if each.spot.row is not None}
            store.update(list(rows.values()), frozenset().union(*(each.names for each in changes)))
            # A change of no value is a row that was put away and comes back.
            entries += [
                self._entry(register, e.spot, "changed" if e.changes else "unarchived", e.changes, e.before)
                for e in changes
            ]
        store.update([spot.row for spot in self._put_away if spot.row is not None], {"archived_at"})
        away: Before = {"archived_at": None, "provenance": {PUT_AWAY: None}}
        entries += [self._entry(spot.register, spot, "archived", {}, away) for spot in self._put_away]
        store.remember(entries)
        store.sight([self._sighting(*key, spot) for key, spot in self._sighted.items()])

    def _insert(self, register: str, spots: list[Spot]) -> list[HistoryEntry]:
        store.insert([spot.row for spot in spots if spot.row is not None])
        shelf = self.known.at(register)
        for spot in spots:
            spot.pk = spot.row.pk if spot.row else None
            self._fresh[id(spot)] = spot
            shelf.add(spot)
        return [self._entry(register, spot, "created", self._all_of(register, spot), {}) for spot in spots]

    def _all_of(self, register: str, spot: Spot) -> Changes:
        row = spot.row
        told = (
            [(column.name, self.shown(row, column)) for column in self.registers[register].columns]
            if row
            else []
        )
        return {name: [None, value] for name, value in told if value is not None}

    def shown(self, row: RegisterRow, column: Column) -> str | int | bool | None:
        """Return one value as history keeps it; a reference by its ref."""
        if column.kind is Kind.REFERENCE:
            pk = getattr(row, f"{column.name}_id")
            return None if pk is None else self.known.at(str(column.target)).spots[pk].ref
        value = getattr(row, column.name)
        return None if value == "" else plain(value)

    def called(self, row: RegisterRow, column: Column) -> str:
        """Return one value as people read it; a reference by what its row is called."""
        if column.kind is not Kind.REFERENCE:
            return str(self.shown(row, column) or "")
        pk = getattr(row, f"{column.name}_id")
        return "" if pk is None else self.name_of(self.known.at(str(column.target)).spots[pk])

    def name_of(self, spot: Spot) -> str:
        """Return what a row is called; one that a look would make has no id to ask by."""
        if spot.row is None and spot.pk is not None and spot.pk > 0:
            shelf = self.known.at(spot.register)
            row = store.rows_by_id(shelf.model, self.run.organisation_id, [spot.pk]).get(spot.pk)
        else:
            row = spot.row
        return str(getattr(row, row.TITLE) or spot.ref) if row is not None else spot.ref

    def _entry(
        self, register: str, spot: Spot, action: str, changes: Changes, before: Before
    ) -> HistoryEntry:
        return HistoryEntry(
            organisation_id=self.run.organisation_id, register=register, row_id=spot.written, ref=spot.ref,
            action=action, changes=changes, before=before, at=self.now, user_id=self.by.user_id,
            by_name=self.by.name, import_run_id=self.run.pk,
        )  # fmt: skip

    def _sighting(self, register: str, source_id: str, spot: Spot) -> Sighting:
        return Sighting(
            organisation_id=self.run.organisation_id, register=register, row_id=spot.written,
            source=self.known.source, source_id=source_id, first_seen_at=self.now, last_seen_at=self.now,
            import_run_id=self.run.pk,
        )  # fmt: skip


def rekeyed(spot: Spot) -> None:
    """Take a row's keys from its values, after these were set."""
    row = spot.row
    if row is not None:
        spot.keys = keys_of(spot.register, {name: getattr(row, name) for name in KEYS.get(spot.register, ())})
        spot.together = together_of(spot.register, _by_id(spot.register, row))


def _by_id(register: str, row: RegisterRow) -> dict[str, object]:
    """Return the values that identify a row together; references by id."""
    return {
        name: getattr(row, f"{name}_id" if hasattr(type(row), f"{name}_id") else name)
        for name in TOGETHER.get(register, ())
    }


def lowered(mention: Mention) -> frozenset[tuple[str, str]]:
    """Return the words of a mention as they are compared."""
    return frozenset((column, value.casefold()) for column, value in mention.words if value)
