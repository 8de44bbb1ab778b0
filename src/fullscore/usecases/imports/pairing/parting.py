"""Merged rows parted again: each gets back what it had, except what was changed since, which is listed."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.cleaning import shown
from fullscore.store import imports as store
from fullscore.store import pairs as pairing
from fullscore.store.models import HistoryEntry, ImportPair, ImportRun, RegisterRow
from fullscore.store.undoing import clashing
from fullscore.usecases.imports.pairing.melting import MERGED, attribute, put_back, stored
from fullscore.usecases.imports.pairing.merging import Hand, value_as_shown
from fullscore.usecases.registers.deriving import all_registers, models_by_register
from fullscore.usecases.registers.remembering import Changes
from fullscore.usecases.registers.showing import plain


class Parting:
    """One merged pair on its way back; `kept` then lists the later edits that stay."""

    def __init__(self, pair: ImportPair, hand: Hand) -> None:
        self.pair, self.hand, self.undo = pair, hand, pair.undo
        model, ids = models_by_register()[pair.register], (pair.undo["kept"], pair.undo["gone"])
        rows = store.rows_by_id(model, pair.organisation_id, ids)
        self.stays, self.back = rows[ids[0]], rows[ids[1]]
        self.kept: list[Finding] = []
        self._entries: list[HistoryEntry] = []

    def part(self) -> None:
        """Take the merge back within the caller's transaction."""
        self._restore()
        self._bring_back()
        self._point_back()
        for of_row, name in ((pairing.sightings, "sightings"), (pairing.attachments, "files")):
            own = frozenset(self.undo.get(name, ()))
            found = of_row(self.pair.organisation_id, self.pair.register, [self.stays.pk])
            pairing.move([row for row in found if row.pk in own], {self.stays.pk: self.back.pk})  # type: ignore[arg-type]  # of one kind
        store.remember(self._entries)

    def _restore(self) -> None:
        """Give the kept row the values it had before, where what the merge put there still stands."""
        changes: Changes = {}
        for name, value in self.undo["values"].items():
            if stored(self.stays, name) != self.undo["after"][name]:
                self._keep(self.stays, name)
                continue
            now = plain(value_as_shown(self.stays, name))
            put_back(self.stays, name, value, self.undo["origins"].get(name))
            changes[name] = [now, plain(value_as_shown(self.stays, name))]
        lent = {name for name, text in self.undo["extra"].items() if self.stays.extra.get(name) == text}
        self.stays.extra = {name: text for name, text in self.stays.extra.items() if name not in lent}
        self._write(self.stays, changes)

    def _bring_back(self) -> None:
        """Bring the other row back; a number that somebody else has by now is left out of it."""
        self.back.archived_at = None
        self.back.provenance = {n: origin for n, origin in self.back.provenance.items() if n != MERGED}
        changes: Changes = {"ref": [self.stays.ref, self.back.ref]}
        while clashes := clashing(self.back):
            for name in clashes:
                self._keep(self.back, name)
                setattr(self.back, attribute(self.back, name), None)
        self._write(self.back, changes)

    def _write(self, row: RegisterRow, changes: Changes) -> None:
        self.hand.touch(row)
        fields = {field.name for field in row._meta.concrete_fields if not field.primary_key}
        store.update([row], fields)
        self._entries.append(self.hand.entry(row, "parted", changes))

    def _point_back(self) -> None:
        """Let what pointed at the other row point at it again, if nobody has changed that since."""
        for register, pk, name in self.undo.get("references", ()):
            row = self._row(register, pk)
            if row is not None and getattr(row, attribute(row, name)) == self.stays.pk:
                self._set(row, name)
            elif row is not None:
                self._keep(row, name)
        for register, pk in self.undo.get("ended", ()):
            row = self._row(register, pk)
            if row is not None and row.archived_at is not None:
                self._revive(row)

    def _row(self, register: str, pk: int) -> RegisterRow | None:
        return store.rows_by_id(models_by_register()[register], self.pair.organisation_id, [pk]).get(pk)

    def _set(self, row: RegisterRow, name: str) -> None:
        setattr(row, attribute(row, name), self.back.pk)
        if pairing.is_ruled(type(row), name) and clashing(row):
            self._keep(row, name)
            return
        self.hand.touch(row)
        store.update([row], {name})
        self._entries.append(self.hand.entry(row, "changed", {name: [self.stays.ref, self.back.ref]}))

    def _revive(self, row: RegisterRow) -> None:
        row.archived_at = None
        if not clashing(row):
            self.hand.touch(row)
            store.update([row], {"archived_at"})
            self._entries.append(self.hand.entry(row, "unarchived", {}))

    def _keep(self, row: RegisterRow, name: str) -> None:
        """List a value that is no longer what the merge made it."""
        column = all_registers()[row.REGISTER].column(name)
        value = plain(value_as_shown(row, name))
        text = shown(str(value)) if value else "nothing"
        values: dict[str, Value] = {"field": column.label, "ref": row.ref, "value": text}
        self.kept.append(Finding("pair-edit-kept", Subject(row.REGISTER, row.ref), values))


def undone(pair: ImportPair, hand: Hand, state: str) -> Sequence[Finding]:
    """Part a pair within the caller's transaction and keep it in `state`; returns the edits that stay."""
    parting = Parting(pair, hand)
    parting.part()
    pair.state, pair.undo = state, {}
    pair.decided_at, pair.decided_by = hand.now, hand.name
    pair.save()
    return parting.kept


def part_all(run: ImportRun, by_name: str, now: datetime) -> Sequence[Finding]:
    """Part what an import itself has merged, for whoever takes it back; within their transaction.

    The pairs are forgotten: the same lists brought in again would merge them again.
    """
    pairs = pairing.of_import(run.organisation_id, run.pk)
    return [finding for pair in pairs for finding in _parted(run, pair, by_name, now)]


def part_some(
    run: ImportRun, rows: AbstractSet[tuple[str, int]], by_name: str, now: datetime
) -> list[dict[str, str]]:
    """Part only the pairs that hold one of `rows`; returns the edits that stay as an import lists them."""
    pairs = [
        pair
        for pair in pairing.of_import(run.organisation_id, run.pk)
        if rows & {(pair.register, pair.undo["kept"]), (pair.register, pair.undo["gone"])}
    ]
    return [
        {"register": each.subject.register, "ref": each.subject.ref, "field": str(each.values["field"]),
         "value": str(each.values["value"]), "by": ""}
        for pair in pairs
        for each in _parted(run, pair, by_name, now)
    ]  # fmt: skip


def _parted(run: ImportRun, pair: ImportPair, by_name: str, now: datetime) -> Sequence[Finding]:
    kept = undone(pair, Hand(by_name, None, now, run.pk), pairing.OPEN)
    pair.delete()
    return kept
