"""Impact: what is down or worse when some things fail. The least fixed point from what failed.

States only get worse while the answer is worked out, and each rule is monotone in the states of what a node
rests on; so every order of working ends in the same, least answer, cycles or not (Knaster-Tarski). What
stands in for something else is counted: a group is down when fewer of it are up or degraded than `min_up`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from fullscore.engine.estate.graph import Graph, How, Link, Node, State
from fullscore.engine.registers.shares import ShareError, needed_up

_T = TypeVar("_T")
_DOWN, _DEGRADED, _UP = State.DOWN, State.DEGRADED, State.UP


@dataclass(frozen=True, slots=True)
class Group:
    """Supporters of a node that stand in for each other: down when fewer than `min_up` are up."""

    node: Node
    name: str
    supporters: tuple[Node, ...]
    min_up: int


@dataclass(frozen=True, slots=True)
class Index:
    """A graph ready to be asked many times, each mapping by what is rested on.

    `stops` holds what is down at once without it, `soft` the links of every other kind, `group_of` the
    places in `groups` of the groups it belongs to.
    """

    graph: Graph
    stops: Mapping[Node, tuple[Node, ...]]
    soft: Mapping[Node, tuple[Link, ...]]
    groups: tuple[Group, ...]
    group_of: Mapping[Node, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Impact:
    """`states` holds what is not up. Nobody new signs in to what is in `no_sign_in`."""

    failed: Mapping[Node, State]
    states: Mapping[Node, State]
    no_sign_in: frozenset[Node]
    hours: Decimal | None = None
    index: Index | None = field(default=None, repr=False, compare=False)
    _told: dict[Node, Node | None] = field(default_factory=dict, repr=False, compare=False)

    def chain(self, node: Node) -> tuple[Node, ...]:
        """Return a shortest chain from what failed to this node, both named; empty for what is up."""
        if node not in self.states:
            return ()
        if not self._told:
            self._told.update(_chains(self))
        found = [node]
        while (before := self._told.get(found[-1])) is not None:
            found.append(before)
        return tuple(reversed(found))


def indexed(graph: Graph) -> Index:
    """Return the graph as impacts read it."""
    stops: dict[Node, list[Node]] = {}
    soft: dict[Node, list[Link]] = {}
    grouped: dict[tuple[Node, str], list[Link]] = {}
    for link in graph.links:
        if link.how is not How.STOPS:
            soft.setdefault(link.on, []).append(link)
        elif link.group or link.min_up:
            grouped.setdefault((link.node, link.group), []).append(link)
        else:
            stops.setdefault(link.on, []).append(link.node)
    groups = tuple(_group(key, links) for key, links in grouped.items())
    group_of: dict[Node, list[int]] = {}
    for at, group in enumerate(groups):
        for supporter in group.supporters:
            group_of.setdefault(supporter, []).append(at)
    return Index(graph, _frozen(stops), _frozen(soft), groups, _frozen(group_of))


def _frozen(found: Mapping[Node, list[_T]]) -> dict[Node, tuple[_T, ...]]:
    return {node: tuple(each) for node, each in found.items()}


def _group(key: tuple[Node, str], links: list[Link]) -> Group:
    supporters = tuple(dict.fromkeys(link.on for link in links))
    # Lines that contradict each other: whoever asks for most is heard, in whatever order they stand.
    said = [link.min_up for link in links if link.min_up] or [""]
    return Group(*key, supporters, max(_needed(each, len(supporters)) for each in said))


def _needed(said: str, of: int) -> int:
    # More than there are, or what nobody understands, can only mean that all of them are needed.
    try:
        return min(needed_up(said, of), of)
    except ShareError:
        return of


def impact(graph: Graph | Index, failed: Mapping[Node, State], *, hours: Decimal | None = None) -> Impact:
    """Return what is not up when these fail for so many hours; None: until all grace is over.

    Each node goes down at most once and hands that on at once: O(nodes + links).
    """
    index = graph if isinstance(graph, Index) else indexed(graph)
    told = {node: state for node, state in failed.items() if state is not _UP}
    states = dict(told)
    down = [node for node, state in told.items() if state is _DOWN]
    no_sign_in: set[Node] = set()
    lost: dict[int, int] = {}
    for node in down:  # grows while it is walked through
        for above in index.stops.get(node, ()):
            if states.get(above) is not _DOWN:
                states[above] = _DOWN
                down.append(above)
        if node in index.soft or node in index.group_of:
            for above, state in _beyond(index, node, hours, lost, no_sign_in):
                if state > states.get(above, _UP):
                    states[above] = state
                    if state is _DOWN:
                        down.append(above)
    return Impact(told, states, frozenset(no_sign_in), hours, index)


def _beyond(
    index: Index, node: Node, hours: Decimal | None, lost: dict[int, int], no_sign_in: set[Node]
) -> Iterator[tuple[Node, State]]:
    """Yield what becomes of others by groups and by links that are no plain stops, when a node goes down."""
    for at in index.group_of.get(node, ()):
        group = index.groups[at]
        lost[at] = lost.get(at, 0) + 1
        if len(group.supporters) - lost[at] < group.min_up:
            yield group.node, _DOWN
    for link in index.soft.get(node, ()):
        if link.how is How.AUTHENTICATES:
            no_sign_in.add(link.node)
        yield link.node, _softly(link, hours)


def _softly(link: Link, hours: Decimal | None) -> State:
    """Return how the upper end stands when the lower one is down for so long, for what is no plain stop."""
    is_over = hours is None or link.grace_hours is None or hours > link.grace_hours
    if link.how is How.DEGRADES:
        return _DEGRADED
    if link.how is How.FEEDS:
        return _DEGRADED if is_over else _UP
    return _DOWN if is_over else _DEGRADED


def _chains(found: Impact) -> dict[Node, Node | None]:
    """Return for each node that is not up what stands before it on a shortest chain; None begins one.

    Breadth first through what is down, over the links that by themselves or with their group explain the
    state a node is in: what is down is never explained by what only makes it worse.
    """
    before: dict[Node, Node | None] = dict.fromkeys(
        node for node, state in sorted(found.failed.items()) if state is found.states[node]
    )
    down = [node for node in before if found.states[node] is _DOWN]
    for node in down:  # grows while it is walked through
        for above, state in _explained(found, node):
            if above not in before and found.states.get(above) is state:
                before[above] = node
                if state is _DOWN:
                    down.append(above)
    return before


def _explained(found: Impact, node: Node) -> Iterator[tuple[Node, State]]:
    assert found.index is not None
    yield from ((above, _DOWN) for above in found.index.stops.get(node, ()))
    for at in found.index.group_of.get(node, ()):
        group = found.index.groups[at]
        standing = sum(found.states.get(each) is not _DOWN for each in group.supporters)
        if standing < group.min_up:
            yield group.node, _DOWN
    yield from ((link.node, _softly(link, found.hours)) for link in found.index.soft.get(node, ()))


def cycles(graph: Graph) -> tuple[tuple[Node, ...], ...]:
    """Return the sets of nodes that rest on each other in a circle, each sorted (Tarjan 1972, iterative)."""
    following: dict[Node, list[Node]] = {}
    for link in graph.links:
        following.setdefault(link.node, []).append(link.on)
    found = (tuple(sorted(each)) for each in _components(following))
    return tuple(sorted(each for each in found if len(each) > 1))


def _components(following: Mapping[Node, list[Node]]) -> Iterable[list[Node]]:
    order: dict[Node, int] = {}
    low: dict[Node, int] = {}
    path: list[Node] = []
    on_path: set[Node] = set()
    for root in following:
        work = [(root, iter(following[root]))] if root not in order else []
        while work:
            node, rest = work[-1]
            if node not in order:
                order[node] = low[node] = len(order)
                path.append(node)
                on_path.add(node)
            step = next((each for each in rest if each not in order or each in on_path), None)
            if step is not None and step not in order:
                work.append((step, iter(following.get(step, ()))))
                continue
            if step is not None:
                low[node] = min(low[node], order[step])
                continue
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[node])
            if low[node] == order[node]:
                yield _cut(path, on_path, node)


def _cut(path: list[Node], on_path: set[Node], node: Node) -> list[Node]:
    """Take the nodes from this one on off the path: they rest on each other."""
    found: list[Node] = []
    while not found or found[-1] != node:
        found.append(path.pop())
    on_path.difference_update(found)
    return found
