"""Changes that follow from accepted plans: drafted with the acceptance, given up with its withdrawal.

What somebody has worked on since is theirs: it is neither changed nor given up.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from fullscore.engine.changes.drafting import Drafted, Thing, drafts
from fullscore.engine.changes.problem import Touch
from fullscore.engine.estate.graph import State, node_of, ref_of, register_of
from fullscore.engine.goals.plans.placing import Placed
from fullscore.engine.registers.access import Member
from fullscore.store import drafting as store
from fullscore.store import goals as kept
from fullscore.store.graph import read_graph
from fullscore.store.models import Change
from fullscore.usecases import registers
from fullscore.usecases.registers import deriving, remembering

REGISTER = "changes"
_HOW = {State.UP: "up", State.DEGRADED: "degraded", State.DOWN: "down"}
_COLUMN = {"services": "service", "items": "item", "pools": "pool"}
# What plans themselves write into the history of a draft; anything else was somebody's work.
_OURS = frozenset({"created", "drafted", "withdrawn"})


def follow(by: Member, parts: Iterable[Placed], now: datetime) -> None:
    """Let the drafted changes follow from the orders of all accepted plans; doing it twice does it once."""
    organisation = by.organisation_id
    facts = store.live_facts(organisation)
    things = tuple(Thing(node_of("items", ref), category, site) for ref, category, site in facts.items)
    wanted = drafts(
        parts, read_graph(organisation), pools=facts.pools, models=facts.models, things=things
    )  # fmt: skip
    there = store.drafted(organisation)
    sentences = {plan.ref: plan.sentence for plan in kept.accepted(organisation)}
    for one in wanted:
        row = there.get(one.serves)
        if row is None:
            _draft(by, one, sentences.get(one.goal, one.goal), now)
        elif _is_untouched(row) and (row.state, row.due) != ("draft", one.due):
            _put(by, row, {"state": "draft", "due": one.due}, "drafted", now)
    serving = {one.serves for one in wanted}
    for key, row in there.items():
        if key not in serving and row.state == "draft" and _is_untouched(row):
            _put(by, row, {"state": "abandoned"}, "withdrawn", now)


def _draft(by: Member, one: Drafted, sentence: str, now: datetime) -> None:
    values = {
        "name": one.name, "why": f"{sentence} ({one.goal})", "serves": one.serves,
        "due": one.due.isoformat(),
    }  # fmt: skip
    row = registers.save(by=by, register=REGISTER, ref=None, values=values, version=None, now=now)
    for touch in one.touches:
        registers.save(
            by=by, register="touches", ref=None, values=_touched(row.ref, touch), version=None, now=now
        )


def _touched(ref: str, touch: Touch) -> Mapping[str, object]:
    column = _COLUMN[register_of(touch.node)]
    return {"change": ref, "how": _HOW[touch.how], column: ref_of(touch.node)}


def _is_untouched(row: Change) -> bool:
    """Return whether nobody has worked on it: plans alone wrote it, and nothing was laid beside it."""
    return store.deeds(row) <= _OURS and not store.has_work(row)


def _put(by: Member, row: Change, values: Mapping[str, object], action: str, now: datetime) -> None:
    seen = deriving.register(by, REGISTER)
    before = remembering.picture(row, seen)
    for name, value in values.items():
        setattr(row, name, value)
    changes = remembering.differences(before, row, seen)
    row.version, row.changed_at = row.version + 1, now
    row.save()
    remembering.remember(by, row, action, changes, now)
