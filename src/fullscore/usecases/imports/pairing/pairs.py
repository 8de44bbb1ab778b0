"""Doubtful pairs: offered to a person, merged or said to be different, and parted again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.findings.sentences_en import SENTENCES
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.columns import Reference, Register
from fullscore.engine.registers.doubts import TELLING
from fullscore.store import imports as store
from fullscore.store import pairs as pairing
from fullscore.store.models import ImportPair, Organisation, RegisterRow
from fullscore.usecases.imports.meeting.trust import trust_of
from fullscore.usecases.imports.pairing import merging, parting
from fullscore.usecases.imports.pairing.merging import Hand, Merge, value_as_shown
from fullscore.usecases.registers import NotThereError, RefusedError
from fullscore.usecases.registers.deriving import models_by_register, register
from fullscore.usecases.registers.showing import plain

_MOST = 200


@dataclass(frozen=True, slots=True)
class PairSide:
    """One row of a pair: (label, text) of what tells the two apart, and the sources that name it."""

    ref: str
    title: str
    values: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows of a register that may be one thing. `state`: "open", "same", "different".

    `one` and `other` have the same labels in the same order. Of a merged pair `kept` says which stays;
    `by_name` and `decided_at` are None while it is open.
    """

    number: int
    register: str
    room: str
    singular: str
    one: PairSide
    other: PairSide
    sentence: str
    state: str
    kept: str | None = None
    by_name: str | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Parted:
    """Two rows parted again, and the later edits that stayed where they are."""

    refs: tuple[str, str]
    kept: tuple[Finding, ...]


def pairs(*, by: Member, is_decided: bool = False) -> tuple[Pair, ...]:
    """Return the pairs that wait for a decision, or those that were decided, newest first."""
    by.require(Right.IMPORT)
    wanted = (pairing.SAME, pairing.DIFFERENT) if is_decided else (pairing.OPEN,)
    found = pairing.listed(by.organisation_id, wanted, _MOST)
    shown = _Shown(by, found)
    told = (shown.pair(pair) for pair in found)
    return tuple(pair for pair in told if pair is not None)


def same(*, by: Member, number: int, keep: Literal["one", "other"], now: datetime) -> Pair:
    """Merge a pair into the row that is kept; raises `NotThereError`, `RefusedError` when overtaken."""
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        pair = _waiting(by, number)
        rows = _rows(pair)
        ids = (pair.one_id, pair.other_id)
        kept, gone = (rows[pk] for pk in (ids if keep == "one" else ids[::-1]))
        hand = Hand(by.name, by.user_id, now)
        merge = Merge(kept, gone)
        organisation = Organisation.objects.get(pk=by.organisation_id)
        merge.melt(trust_of(organisation, "").precedence, hand, value_as_shown)
        merging.write([merge], hand)
        _decide(pair, pairing.SAME, hand, merge.undo())
    return _told(by, pair)


def different(*, by: Member, number: int, now: datetime) -> Pair:
    """Say that a pair are two things; it is never offered again."""
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        pair = _waiting(by, number)
        _decide(pair, pairing.DIFFERENT, Hand(by.name, by.user_id, now), {})
    return _told(by, pair)


def part(*, by: Member, number: int, now: datetime) -> Parted:
    """Take a merge back: both rows stand as before, except what was changed since, which is listed.

    Raises `NotThereError`, or `RefusedError` when the kept row is itself merged away by now.
    """
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        pair = _locked(by, number)
        if pair.state != pairing.SAME:
            raise _overtaken(pair)
        rows = pairing.rows(models_by_register()[pair.register], by.organisation_id, _ids(pair))
        if rows[int(pair.undo["kept"])].archived_at is not None:
            raise _overtaken(pair)
        kept = parting.undone(pair, Hand(by.name, by.user_id, now), pairing.DIFFERENT)
    return Parted((rows[pair.one_id].ref, rows[pair.other_id].ref), tuple(kept))


def _ids(pair: ImportPair) -> tuple[int, int]:
    return pair.one_id, pair.other_id


def _locked(by: Member, number: int) -> ImportPair:
    pair = pairing.locked(by.organisation_id, number)
    if pair is None:
        raise NotThereError(Finding("pair-not-here", Subject("pairs", str(number)), {"value": str(number)}))
    return pair


def _waiting(by: Member, number: int) -> ImportPair:
    pair = _locked(by, number)
    if pair.state != pairing.OPEN:
        raise _overtaken(pair)
    return pair


def _rows(pair: ImportPair) -> Mapping[int, RegisterRow]:
    """Return both rows, locked; raises `RefusedError` when one has been put away since."""
    rows = store.rows_by_id(models_by_register()[pair.register], pair.organisation_id, _ids(pair))
    if any(row.archived_at is not None for row in rows.values()):
        raise _overtaken(pair)
    return rows


def _overtaken(pair: ImportPair) -> RefusedError:
    """Return the refusal of a decision that somebody else has taken, or that has no object any more."""
    values = {"by": pair.decided_by or None, "state": pair.state}
    return RefusedError(Finding("pair-overtaken", Subject("pairs", str(pair.pk)), dict(values)))


def _decide(pair: ImportPair, state: str, hand: Hand, undo: dict[str, object]) -> None:
    pair.state, pair.undo = state, undo
    pair.decided_at, pair.decided_by = hand.now, hand.name
    pair.save()


def _told(by: Member, pair: ImportPair) -> Pair:
    told = _Shown(by, [pair]).pair(pair)
    if told is None:
        raise _overtaken(pair)
    return told


class _Shown:
    """Pairs as one member may see them; the rows of each register are read at once."""

    def __init__(self, by: Member, found: Sequence[ImportPair]) -> None:
        self.by = by
        self._rows: dict[tuple[str, int], RegisterRow] = {}
        self._sources: dict[tuple[str, int], set[str]] = {}
        for name in dict.fromkeys(pair.register for pair in found):
            ids = {pk for pair in found if pair.register == name for pk in _ids(pair)}
            rows = pairing.rows(models_by_register()[name], by.organisation_id, ids)
            self._rows |= {(name, pk): row for pk, row in rows.items()}
            for seen in pairing.sightings(by.organisation_id, name, ids):
                self._sources.setdefault((name, seen.row_id), set()).add(seen.source)

    def pair(self, pair: ImportPair) -> Pair | None:
        """Return one pair, None for an open one of which a row has gone."""
        rows = [self._rows.get((pair.register, pk)) for pk in _ids(pair)]
        if rows[0] is None or rows[1] is None:
            return None
        if pair.state == pairing.OPEN and any(row and row.archived_at for row in rows):
            return None
        seen = register(self.by, pair.register)
        names = [name for name in _telling(seen) if any(getattr(row, name) for row in rows)]
        one, other = (self._side(row, seen, names) for row in rows if row)
        kept = pair.undo.get("kept")
        return Pair(
            pair.pk, pair.register, seen.room, seen.singular, one, other, self._sentence(pair), pair.state,
            None if kept is None else self._rows[pair.register, int(kept)].ref,
            pair.decided_by or None, pair.decided_at,
        )  # fmt: skip

    def _sentence(self, pair: ImportPair) -> str:
        return SENTENCES[pair.why["code"]](pair.why["values"])

    def _side(self, row: RegisterRow, seen: Register, names: Sequence[str]) -> PairSide:
        values = tuple((seen.column(name).label, _text(value_as_shown(row, name))) for name in names)
        sources = tuple(sorted(self._sources.get((row.REGISTER, row.pk), ())))
        return PairSide(row.ref, str(getattr(row, row.TITLE) or row.ref), values, sources)


def _telling(seen: Register) -> tuple[str, ...]:
    """Return the columns that tell two rows apart, first those the doubt is about."""
    listed = (column.name for column in seen.columns if column.is_listed)
    visible = {column.name for column in seen.columns}
    return tuple(name for name in dict.fromkeys((*TELLING.get(seen.name, ()), *listed)) if name in visible)


def _text(value: object) -> str:
    if isinstance(value, Reference):
        return value.label
    return "" if value is None else str(plain(value))
