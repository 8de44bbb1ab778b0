"""Rows merged: the one that is kept takes values, sightings, files and references; the other is put away.

What moved is written down with the pair, so that the two can be parted again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from fullscore.engine.registers.precedence import Precedence
from fullscore.store import imports as store
from fullscore.store import pairs as pairing
from fullscore.store.models import HistoryEntry, ImportPair, RegisterRow
from fullscore.store.undoing import clashing
from fullscore.usecases.imports.pairing.melting import MERGED, Melted, attribute, melt
from fullscore.usecases.registers.deriving import all_registers
from fullscore.usecases.registers.remembering import Changes
from fullscore.usecases.registers.showing import plain, shown_value


@dataclass(frozen=True, slots=True)
class Hand:
    """Who merges or parts, when, and within which import."""

    name: str
    user_id: int | None
    now: datetime
    run_id: int | None = None

    def entry(self, row: RegisterRow, action: str, changes: Changes) -> HistoryEntry:
        """Return one entry of history for a row."""
        return HistoryEntry(
            organisation_id=row.organisation_id, register=row.REGISTER, row_id=row.pk, ref=row.ref,
            action=action, changes=changes, before={}, at=self.now, user_id=self.user_id, by_name=self.name,
            import_run_id=self.run_id,
        )  # fmt: skip

    def touch(self, row: RegisterRow) -> None:
        """Count a change of a row."""
        row.version, row.changed_at = row.version + 1, self.now


@dataclass(slots=True)
class Merge:
    """Two rows of one register on their way to become one; `moved` collects what parting them needs."""

    kept: RegisterRow
    gone: RegisterRow
    melted: Melted = field(init=False)
    changes: Changes = field(default_factory=dict)
    moved: dict[str, list[object]] = field(default_factory=dict)

    def melt(self, precedence: Precedence, hand: Hand, shown: Callable[[RegisterRow, str], object]) -> None:
        """Let the kept row take what it lacks, and put the other away; nothing is written yet."""
        seen = {name: shown(self.kept, name) for name in _columns(self.kept)}
        self.melted = melt(self.kept, self.gone, precedence)
        after = {name: shown(self.kept, name) for name in self.melted.names}
        self.changes = {name: [plain(seen[name]), plain(value)] for name, value in after.items()}
        self.gone.archived_at = hand.now
        self.gone.provenance = {**self.gone.provenance, MERGED: ["merged", hand.run_id, None, hand.name]}
        for row in (self.kept, self.gone):
            hand.touch(row)

    def undo(self) -> dict[str, object]:
        """Return what parting the two needs."""
        return {
            "kept": self.kept.pk, "gone": self.gone.pk, "values": self.melted.before,
            "origins": self.melted.origins, "after": self.melted.after, "extra": dict(self.melted.extra),
            **self.moved,
        }  # fmt: skip


def _columns(row: RegisterRow) -> tuple[str, ...]:
    return tuple(column.name for column in all_registers()[row.REGISTER].columns)


def value_as_shown(row: RegisterRow, name: str) -> object:
    """Return one value as history tells it; a reference is read for its ref."""
    return shown_value(row, all_registers()[row.REGISTER].column(name))


def write(merges: Sequence[Merge], hand: Hand) -> None:
    """Write merges of one register within the caller's transaction, after their rows were melted."""
    if not merges:
        return
    register, place = merges[0].kept.REGISTER, merges[0].kept.organisation_id
    by_gone = {merge.gone.pk: merge for merge in merges}
    # The row that goes makes room for its serial number or e-mail first.
    store.update([merge.gone for merge in merges], {"archived_at"})
    store.update(
        [merge.kept for merge in merges], frozenset().union(*(merge.melted.names for merge in merges))
    )
    _repoint(place, register, by_gone, hand)
    _move(place, register, by_gone)
    store.remember(
        [entry for merge in merges for entry in (
            hand.entry(merge.kept, "merged", merge.changes),
            hand.entry(merge.gone, "merged", {"ref": [merge.gone.ref, merge.kept.ref]}),
        )]
    )  # fmt: skip


def _repoint(place: int, register: str, by_gone: Mapping[int, Merge], hand: Hand) -> None:
    """Let what points at a row that goes point at the kept one; what would then double is put away."""
    entries: list[HistoryEntry] = []
    for name, row in pairing.pointing(place, register, list(by_gone)):
        merge = by_gone[getattr(row, attribute(row, name))]
        if row.pk in {merge.kept.pk, merge.gone.pk} and register == row.REGISTER:
            continue
        entries += _pointed(merge, name, row, hand)
    store.remember(entries)


def _pointed(merge: Merge, name: str, row: RegisterRow, hand: Hand) -> list[HistoryEntry]:
    setattr(row, attribute(row, name), merge.kept.pk)
    if pairing.is_ruled(type(row), name) and clashing(row):
        setattr(row, attribute(row, name), merge.gone.pk)
        return _ended(merge, row, hand)
    hand.touch(row)
    store.update([row], {name})
    merge.moved.setdefault("references", []).append([row.REGISTER, row.pk, name])
    return [hand.entry(row, "changed", {name: [merge.gone.ref, merge.kept.ref]})]


def _ended(merge: Merge, row: RegisterRow, hand: Hand) -> list[HistoryEntry]:
    if row.archived_at is not None:
        return []
    row.archived_at = hand.now
    hand.touch(row)
    store.update([row], {"archived_at"})
    merge.moved.setdefault("ended", []).append([row.REGISTER, row.pk])
    return [hand.entry(row, "archived", {})]


def _move(place: int, register: str, by_gone: Mapping[int, Merge]) -> None:
    """Give the kept rows what sources call the others, and the files on them."""
    to = {gone: merge.kept.pk for gone, merge in by_gone.items()}
    seen, files = pairing.sightings(place, register, to), pairing.attachments(place, register, to)
    for sighting in seen:
        by_gone[sighting.row_id].moved.setdefault("sightings", []).append(sighting.pk)
    for attachment in files:
        by_gone[attachment.row_id].moved.setdefault("files", []).append(attachment.pk)
    pairing.move(seen, to)
    pairing.move(files, to)


def pair_of(merge: Merge, hand: Hand, why: Mapping[str, object]) -> ImportPair:
    """Return a merge as it is kept."""
    one, other = sorted((merge.kept.pk, merge.gone.pk))
    return ImportPair(
        organisation_id=merge.kept.organisation_id, register=merge.kept.REGISTER, one_id=one, other_id=other,
        why=dict(why), state=pairing.SAME, found_at=hand.now, decided_at=hand.now, decided_by=hand.name,
        undo=merge.undo(), import_run_id=hand.run_id,
    )  # fmt: skip
