"""Where each node of a picture stands: what people use at the left, what it rests on to the right of it.

Layers by the longest way from the top (Sugiyama, Tagawa and Toda 1981), circles in one layer, and within a
layer the order that the middle of a node's neighbours asks for. The same nodes give the same picture,
whichever of them was asked about.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from fullscore.engine.estate.graph import Graph, Link, Node
from fullscore.engine.estate.impact import cycles

_SWEEPS = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """A node's place, counted from the left and from the top."""

    node: Node
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Every node asked for, and every pair of which one rests on the other.

    `bends` holds by lower node and column the row through which lines go that pass that column by.
    """

    spots: tuple[Spot, ...]
    pairs: tuple[tuple[Node, Node], ...]
    bends: Mapping[tuple[Node, int], int] = field(default_factory=dict)

    @property
    def columns(self) -> int:
        return max((spot.column for spot in self.spots), default=-1) + 1

    @property
    def rows(self) -> int:
        return max((*(spot.row for spot in self.spots), *self.bends.values()), default=-1) + 1


def laid_out(graph: Graph, nodes: Collection[Node]) -> Layout:
    """Return a place for every one of these nodes."""
    inside = [link for link in graph.links if link.node in nodes and link.on in nodes]
    pairs = tuple(sorted({(link.node, link.on) for link in inside if link.node != link.on}))
    columns = _columns(nodes, inside, pairs)
    steps, passed = _steps(pairs, columns)
    layers: dict[int, list[Node]] = {}
    for node in sorted(nodes, key=lambda node: (graph.names.get(node, node).casefold(), node)):
        layers.setdefault(columns[node], []).append(node)
    for mark, (_, at) in sorted(passed.items()):
        layers[at].append(mark)
    _settle(layers, steps)
    placed = [(node, at, row) for at, layer in sorted(layers.items()) for row, node in enumerate(layer)]
    spots = tuple(Spot(*each) for each in placed if each[0] not in passed)
    return Layout(spots, pairs, {passed[node]: row for node, _, row in placed if node in passed})


def _steps(
    pairs: Iterable[tuple[Node, Node]], columns: Mapping[Node, int]
) -> tuple[set[tuple[Node, Node]], dict[Node, tuple[Node, int]]]:
    """Return the pairs cut at each column between, and the marks they go through, shared by lower node."""
    steps, passed = set(), dict[Node, tuple[Node, int]]()
    for upper, lower in pairs:
        before = upper
        for at in range(columns[upper] + 1, columns[lower]):
            mark = f"\0{lower} {at}"
            passed[mark] = (lower, at)
            steps.add((before, mark))
            before = mark
        steps.add((before, lower))
    return steps, passed


def _columns(
    nodes: Iterable[Node], links: Iterable[Link], pairs: Iterable[tuple[Node, Node]]
) -> Mapping[Node, int]:
    """Return the layer of each node: one further than whatever rests on it, a circle counting as one."""
    circle = {node: each[0] for each in cycles(Graph({}, tuple(links))) for node in each}
    below: dict[Node, set[Node]] = {circle.get(node, node): set() for node in nodes}
    for upper, lower in pairs:
        one, other = circle.get(upper, upper), circle.get(lower, lower)
        if one != other:
            below[one].add(other)
    found = dict.fromkeys(below, 0)
    above = dict.fromkeys(below, 0)
    for lowers in below.values():
        for lower in lowers:
            above[lower] += 1
    waiting = [node for node, count in above.items() if not count]
    for node in waiting:  # grows while it is walked through
        for lower in below[node]:
            found[lower] = max(found[lower], found[node] + 1)
            above[lower] -= 1
            if not above[lower]:
                waiting.append(lower)
    return {node: found[circle.get(node, node)] for node in nodes}


def _settle(layers: dict[int, list[Node]], pairs: Iterable[tuple[Node, Node]]) -> None:
    """Put each layer into the order its neighbours ask for, from the left and back, a few times."""
    beside: dict[Node, list[Node]] = {}
    for upper, lower in pairs:
        beside.setdefault(upper, []).append(lower)
        beside.setdefault(lower, []).append(upper)
    order = sorted(layers)
    for sweep in range(_SWEEPS):
        place = {
            node: row / max(1, len(layer) - 1) for layer in layers.values() for row, node in enumerate(layer)
        }
        for at in order if sweep % 2 == 0 else reversed(order):
            layers[at].sort(key=lambda node: _middle(node, beside, place))
            place |= {node: row / max(1, len(layers[at]) - 1) for row, node in enumerate(layers[at])}


def _middle(node: Node, beside: Mapping[Node, list[Node]], place: Mapping[Node, float]) -> float:
    others = [place[each] for each in beside.get(node, ())]
    return round(sum(others) / len(others), 6) if others else place[node]
