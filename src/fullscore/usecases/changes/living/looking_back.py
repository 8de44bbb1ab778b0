"""What changed just before this: on a service or thing, or on anything it rests on."""

from datetime import datetime, timedelta

from fullscore.engine.changes.before import USUAL_DAYS, just_before
from fullscore.engine.estate.graph import node_of
from fullscore.engine.registers.access import Member, Right
from fullscore.store import living as store
from fullscore.store.graph import read_graph
from fullscore.usecases import registers
from fullscore.usecases.changes.living import keeping
from fullscore.usecases.changes.living.values import Recent


def before(
    *, by: Member, register: str, ref: str, now: datetime, days: int = USUAL_DAYS
) -> tuple[Recent, ...]:
    """Return what was worked on in the days before, the latest first; raises `NotThereError`."""
    by.require(Right.PLAN_GOALS)
    row = registers.one(by=by, register=register, ref=ref)
    organisation = store.organisation(by.organisation_id)
    graph = read_graph(by.organisation_id)
    pasts = store.worked_on(by.organisation_id, now - timedelta(days=days), organisation.zone)
    found = just_before(graph, node_of(register, row.ref), pasts, now, days)
    return tuple(
        Recent(
            change.ref, change.name, change.state, past.begin, past.end,
            tuple(sorted(graph.names.get(node, node) for node in past.nodes)),
            change.owner.name if change.owner else None,
        )
        for past in found
        for change in (keeping.found(by, past.ref),)
    )  # fmt: skip
