"""The rows that belong to one change: what it touches, who is needed, what comes before, its steps."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from fullscore.engine.changes.problem import Touch
from fullscore.engine.changes.words import Hands
from fullscore.engine.estate.graph import State, ref_of, register_of
from fullscore.engine.registers.access import Member
from fullscore.store import living as store
from fullscore.store.models import Change
from fullscore.usecases import registers

# What a change may work on, and the column that names it.
TOUCHABLE = {"services": "service", "items": "item", "pools": "pool"}
STATES = {"up": State.UP, "degraded": State.DEGRADED, "down": State.DOWN}
_HOWS = {state: word for word, state in STATES.items()}


def write_touches(by: Member, row: Change, wanted: Iterable[Touch], now: datetime) -> None:
    """Make what is touched what is wanted: new rows written, changed ones changed, others put away."""
    there = {store.node(one): one for one in store.touches(row)}
    hows = {one.node: _HOWS[one.how] for one in wanted}
    _put_away(by, "touches", (one.ref for node, one in there.items() if node not in hows), now)
    for node, how in hows.items():
        if node not in there:
            place = {TOUCHABLE[register_of(node)]: ref_of(node)}
            _save(by, "touches", None, {"change": row.ref, "how": how, **place}, now)
        elif there[node].how != how:
            _save(by, "touches", there[node].ref, {"how": how}, now)


def write_crew(by: Member, row: Change, wanted: Iterable[Hands], now: datetime) -> None:
    """Make who is needed who is wanted."""
    there = {(one.person.ref if one.person else None, one.skill): one for one in store.crews(row)}
    counts = {(one.person, one.skill): one.count for one in wanted}
    _put_away(by, "crews", (one.ref for key, one in there.items() if key not in counts), now)
    for (person, skill), count in counts.items():
        old = there.get((person, skill))
        if old is None:
            values = {"change": row.ref, "person": person, "skill": skill, "count": count}
            _save(by, "crews", None, values, now)
        elif old.count != count:
            _save(by, "crews", old.ref, {"count": count}, now)


def write_after(by: Member, row: Change, wanted: Iterable[str], now: datetime) -> None:
    """Make what comes before what is wanted."""
    there = {one.after.ref: one.ref for one in store.before(row)}
    refs = tuple(wanted)
    _put_away(by, "predecessors", (ref for after, ref in there.items() if after not in refs), now)
    for after in refs:
        if after not in there:
            _save(by, "predecessors", None, {"change": row.ref, "after": after}, now)


def write_steps(by: Member, row: Change, wanted: Iterable[str], now: datetime) -> None:
    """Make the steps the lines that are wanted; a line that stays keeps its tick."""
    there = {one.text: one for one in store.steps(row)}
    texts = tuple(dict.fromkeys(wanted))
    _put_away(by, "steps", (one.ref for text, one in there.items() if text not in texts), now)
    for position, text in enumerate(texts, start=1):
        if text not in there:
            _save(by, "steps", None, {"change": row.ref, "position": position, "text": text}, now)
        elif there[text].position != position:
            _save(by, "steps", there[text].ref, {"position": position}, now)


def _put_away(by: Member, register: str, refs: Iterable[str], now: datetime) -> None:
    for ref in refs:
        registers.archive(by=by, register=register, ref=ref, now=now)


def _save(by: Member, register: str, ref: str | None, values: Mapping[str, object], now: datetime) -> None:
    registers.save(by=by, register=register, ref=ref, values=values, version=None, now=now)
