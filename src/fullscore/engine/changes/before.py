"""What changed just before something went wrong: on the thing itself, or on what it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from fullscore.engine.estate.graph import Graph, Node

# Most of what a change breaks shows within two weeks of it.
USUAL_DAYS = 14


@dataclass(frozen=True, slots=True)
class Past:
    """Work that was begun: what it touched, and when it truly was; `end` None while it runs."""

    ref: str
    nodes: frozenset[Node]
    begin: datetime
    end: datetime | None = None


def rests_on(graph: Graph, node: Node) -> frozenset[Node]:
    """Return the node and everything it rests on, however far below; circles are gone round once."""
    below: dict[Node, list[Node]] = {}
    for link in graph.links:
        below.setdefault(link.node, []).append(link.on)
    found, ahead = {node}, [node]
    while ahead:
        fresh = [other for other in below.get(ahead.pop(), ()) if other not in found]
        found.update(fresh)
        ahead.extend(fresh)
    return frozenset(found)


def just_before(
    graph: Graph, node: Node, pasts: Iterable[Past], at: datetime, days: int = USUAL_DAYS
) -> tuple[Past, ...]:
    """Return what was worked on below a node in the days up to `at`, the latest first."""
    below, since = rests_on(graph, node), at - timedelta(days=days)
    near = [one for one in pasts if one.nodes & below and one.begin <= at and (one.end or at) >= since]
    return tuple(sorted(near, key=lambda one: (one.begin, one.ref), reverse=True))
