"""Accepted plans draft changes: one for each order that is set up on something people work with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fullscore.engine.changes.problem import Touch
from fullscore.engine.estate.graph import Graph, Node, State, node_of
from fullscore.engine.goals.plans.placing import Placed

# What services run on; a new laptop disturbs nobody.
LIVE = frozenset({"switch", "access point", "firewall", "server", "ups"})
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Thing:
    """An item in use: of which category it is, and where it stands."""

    node: Node
    category: str
    site: str | None


@dataclass(frozen=True, slots=True)
class Drafted:
    """A change a plan asks for. `serves` is its goal and order, the same however often it is planned."""

    serves: str
    goal: str
    name: str
    due: date
    touches: tuple[Touch, ...]


def drafts(
    parts: Iterable[Placed],
    graph: Graph,
    *,
    pools: Mapping[str, str],
    models: Mapping[str, str],
    things: Iterable[Thing],
) -> tuple[Drafted, ...]:
    """Return what the orders of accepted plans change, earliest first.

    `pools` and `models` say of what kind a pool and of what category a model is. More seats of a licence
    and things that nothing rests on change nothing that is live.
    """
    carries = frozenset(link.on for link in graph.links)
    standing = tuple(thing for thing in things if thing.node in carries)
    found: dict[str, Drafted] = {}
    for part in parts:
        touches = tuple(_touches(part, carries, pools, models, standing))
        if touches:
            made = _drafted(part, touches, found)
            found[made.serves] = made
    return tuple(found.values())


def _touches(
    part: Placed,
    carries: frozenset[Node],
    pools: Mapping[str, str],
    models: Mapping[str, str],
    standing: tuple[Thing, ...],
) -> Iterator[Touch]:
    if part.register == "pools":
        node, kind = node_of("pools", part.ref), pools.get(part.ref, "licence")
        if kind != "licence" and node in carries:
            # A link is another one once it is faster; of the rest there is more than before.
            yield Touch(node, State.DOWN if kind == "link" else State.DEGRADED)
        return
    category = models.get(part.ref, "")
    if category in LIVE:
        same = (one for one in standing if one.category == category and part.place in {None, one.site})
        yield from (Touch(one.node, State.DEGRADED) for one in same)


def _drafted(part: Placed, touches: tuple[Touch, ...], found: Mapping[str, Drafted]) -> Drafted:
    word = f"{part.goal}/{part.register}:{part.ref}"
    place = f"@{part.place}" if part.place else ""
    key, number = f"{word}{place}"[:_LONGEST], 2
    while key in found:
        key, number = f"{f'{word}{place}'[: _LONGEST - 3]}#{number}", number + 1
    return Drafted(key, part.goal, _name(part), part.need_by, touches)


def _name(part: Placed) -> str:
    quantity = f"{part.quantity.normalize():f}"
    much = f"{quantity} {part.unit}" if part.unit else f"put {quantity} in"
    return f"{part.name}: {much}"[:200]
