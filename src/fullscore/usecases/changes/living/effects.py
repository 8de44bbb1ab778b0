"""What a change does to everything else: the impact of what it touches, for as long as it takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.estate.graph import Graph, Node, State
from fullscore.engine.estate.impact import Impact, impact
from fullscore.store import living as store
from fullscore.store.graph import read_graph
from fullscore.store.models import Change, ChangeTouch

_STATES = {"up": State.UP, "degraded": State.DEGRADED, "down": State.DOWN}


@dataclass(frozen=True, slots=True)
class Effect:
    """What is touched and how, in the graph it is touched in, and what follows."""

    graph: Graph
    touches: Mapping[Node, State]
    impact: Impact

    @property
    def affected(self) -> frozenset[Node]:
        """All that is touched or does not stay up."""
        return frozenset(self.touches) | frozenset(self.impact.states)

    def name(self, node: Node) -> str:
        return self.graph.names.get(node, node.partition(":")[2])


def effect_of(row: Change) -> Effect:
    """Return the effect of a change as everything stands now."""
    return effect(row, store.touches(row), read_graph(row.organisation_id))


def effect(row: Change, touches: tuple[ChangeTouch, ...], graph: Graph) -> Effect:
    """Return the effect in a graph that was read already."""
    stand = {store.node(one): _STATES[one.how] for one in touches}
    failed = {node: state for node, state in stand.items() if state is not State.UP and node in graph.names}
    return Effect(graph, stand, impact(graph, failed, hours=kept_free(row)))


def kept_free(row: Change) -> Decimal | None:
    """Return the hours a change takes with its roll-back; None while nobody has said."""
    if row.likely_hours is None:
        return None
    return row.likely_hours + (row.rollback_hours or Decimal(0))
