"""Rows that one more list shows to be one thing: merged before the list's own values are put upon them."""

from collections.abc import Sequence

from fullscore.engine.findings.finding import Value
from fullscore.store import pairs as pairing
from fullscore.store.models import RegisterRow
from fullscore.usecases.imports.meeting.known import Spot
from fullscore.usecases.imports.meeting.work import Work, rekeyed
from fullscore.usecases.imports.pairing import merging
from fullscore.usecases.imports.pairing.merging import Hand, Merge

Joint = tuple[Spot, Spot]


def join(work: Work, found: Sequence[Joint]) -> None:
    """Merge each second row into its first; both stay known by all they were known by."""
    joints = _apart(found)
    work.joints = []
    work.load([spot for joint in joints for spot in joint])
    hand = Hand(work.by.name, work.by.user_id, work.now, work.run.pk)
    merges = [merge for kept, gone in joints if (merge := _melted(work, kept, gone, hand)) is not None]
    if work.glance is None:
        merging.write(merges, hand)
        pairing.keep([merging.pair_of(merge, hand, _why(merge)) for merge in merges])
    for kept, gone in joints:
        _follow(work, kept, gone)


def _apart(found: Sequence[Joint]) -> list[Joint]:
    """Return the joints in which no row goes twice and none is kept that goes elsewhere."""
    gone: set[int] = set()
    kept: set[int] = set()
    joints: list[Joint] = []
    for one, other in found:
        if other.written not in gone | kept and one.written not in gone:
            joints.append((one, other))
            gone.add(other.written)
            kept.add(one.written)
    return joints


def _melted(work: Work, kept: Spot, gone: Spot, hand: Hand) -> Merge | None:
    if kept.row is None or gone.row is None:
        return None

    def shown(row: RegisterRow, name: str) -> object:
        return work.shown(row, work.column(row.REGISTER, name))

    merge = Merge(kept.row, gone.row)
    merge.melt(work.trust.precedence, hand, shown)
    if work.glance is not None:
        work.glance.changed(kept, merge.melted.names)
        work.glance.changed(gone, {"archived_at"})
    return merge


def _why(merge: Merge) -> dict[str, object]:
    values: dict[str, Value] = {"one": merge.kept.ref, "other": merge.gone.ref}
    return {"code": "pair-joined", "values": dict(values)}


def _follow(work: Work, kept: Spot, gone: Spot) -> None:
    """Let later rows of the list find the kept row by whatever named either."""
    shelf = work.known.at(kept.register)
    gone.is_away = True
    work.touched |= {id(kept), id(gone)}
    work.joined.add(id(kept))
    rekeyed(kept)
    shelf.add(kept)
    shelf.merged(kept, gone)
