"""What a source once named and now leaves out, where it says it names all: a seat that was given back."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from fullscore.importing.records import Line, Record, Whole
from fullscore.store.models import RegisterRow
from fullscore.usecases.imports.meeting.known import TOGETHER, Spot
from fullscore.usecases.imports.meeting.matching import mentioned
from fullscore.usecases.imports.meeting.work import PUT_AWAY, Work, lowered


def end_left_out(work: Work, lines: Sequence[Line]) -> frozenset[int]:
    """Archive what the lines leave out and this very source had brought; return the lines concerned."""
    wholes = [(line, line.whole) for line in lines if line.whole is not None]
    held = _held(work, {whole.register for _, whole in wholes})
    over = [(line, spot) for line, whole in wholes for spot in _left_out(work, line, whole, held)]
    work.load([spot for _, spot in over])
    ended = frozenset(line.number for line, spot in over if _end(work, line, spot))
    work.flush()
    return ended


def _held(work: Work, registers: Iterable[str]) -> dict[tuple[str, str, object], list[Spot]]:
    """Return the rows in use by (register, column, what it points at)."""
    held: defaultdict[tuple[str, str, object], list[Spot]] = defaultdict(list)
    for register in registers:
        for spot in work.known.at(register).spots.values():
            if spot.together is not None and not spot.is_away:
                for column, value in zip(TOGETHER[register], spot.together, strict=True):
                    held[register, column, value].append(spot)
    return dict(held)


def _left_out(
    work: Work, line: Line, whole: Whole, held: dict[tuple[str, str, object], list[Spot]]
) -> list[Spot]:
    owner, _ = mentioned(work.known, whole.owner)
    if owner is None:
        return []
    named = {_named(work, record) for record in line.records if record.register == whole.register}
    over = [
        spot for spot in held.get((whole.register, whole.column, owner.pk), ()) if spot.together not in named
    ]
    # Of somebody several lines name, one says what another leaves out: nothing is over.
    return over if over and not lowered(whole.owner) & work.named_twice else []


def _named(work: Work, record: Record) -> tuple[object, ...]:
    spots = [mentioned(work.known, record.values[name])[0] for name in TOGETHER[record.register]]  # type: ignore[arg-type]  # all are mentions
    return tuple(spot.pk if spot else None for spot in spots)


def _end(work: Work, line: Line, spot: Spot) -> bool:
    row = spot.row
    if row is None or spot.is_away or not _is_of(work, row):
        return False
    row.archived_at = row.changed_at = work.now
    row.version += 1
    row.provenance = {**row.provenance, PUT_AWAY: work.origin(line.number)}
    spot.is_away = True
    work.put_away(spot)
    return True


def _is_of(work: Work, row: RegisterRow) -> bool:
    """A seat that a person or another source has told of is not this source's to end."""
    origins = [row.provenance.get(name) for name in TOGETHER[row.REGISTER]]
    return all(origin is not None and origin[0] == work.known.source for origin in origins)
