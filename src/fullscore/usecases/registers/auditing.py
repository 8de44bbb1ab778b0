"""Who did what: the newest deeds of an organisation, told only in what the reader may see."""

from collections.abc import Iterator
from dataclasses import dataclass

from fullscore.engine.registers.access import Member, Right
from fullscore.store import rows as store
from fullscore.store.models import HistoryEntry
from fullscore.usecases.registers.deriving import registers
from fullscore.usecases.registers.reading import labels_of, told
from fullscore.usecases.registers.values import Entry

AT_ONCE = 50
_READ_AT_ONCE = 200
# What is remembered outside the registers, and who may read of it.
_APART = {
    "members": Right.MANAGE_MEMBERS, "tokens": Right.MANAGE_TOKENS, "settings": Right.MANAGE_SETTINGS,
    "goals": Right.PLAN_GOALS, "today": Right.PLAN_GOALS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deed:
    """One entry of history with the row it is about; `room` is None where no register holds it."""

    entry: Entry
    register: str
    room: str | None
    ref: str
    where: str


@dataclass(frozen=True, slots=True)
class Deeds:
    """The newest deeds; `older` is what to ask with for those before them, None at the end."""

    lines: tuple[Deed, ...]
    older: int | None


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the reader may see of one kind of row; without labels every field of it may be seen."""

    where: str
    room: str | None
    labels: dict[str, str] | None


def deeds(*, by: Member, before: int | None = None) -> Deeds:
    """Return at most fifty deeds older than entry `before`; rows that imports changed are told by imports."""
    by.require(Right.READ_HISTORY)
    kept = _kept(by)
    found: list[Deed] = []
    for deed in _read(by, kept, before):
        if len(found) == AT_ONCE:
            return Deeds(tuple(found), found[-1].entry.id)
        found.append(deed)
    return Deeds(tuple(found), None)


def _kept(by: Member) -> dict[str, _Kept]:
    of_registers = {each.name: _Kept(each.singular, each.room, labels_of(by, each)) for each in registers(by)}
    apart = {name: _Kept(name.capitalize(), None, None) for name, right in _APART.items() if by.may(right)}
    return of_registers | apart


def _read(by: Member, kept: dict[str, _Kept], before: int | None) -> Iterator[Deed]:
    """Yield deeds newest first, reading on until enough of them could be told."""
    while True:
        rows = store.deeds_before(by, tuple(kept), before, _READ_AT_ONCE)
        yield from (deed for deed in (_deed(row, kept[row.register]) for row in rows) if deed is not None)
        if len(rows) < _READ_AT_ONCE:
            return
        before = rows[-1].pk


def _deed(row: HistoryEntry, kept: _Kept) -> Deed | None:
    """Return the entry as the reader may know it; a change of nothing they see did not happen."""
    labels = kept.labels
    if labels is None:
        labels = {name: name.replace("_", " ").capitalize() for name in row.changes}
    entry = told(row, labels)
    if entry.action == "changed" and not entry.changes:
        return None
    return Deed(entry, row.register, kept.room, row.ref, kept.where)
