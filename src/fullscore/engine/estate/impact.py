"""Impact: what is down or worse when some things fail. The least fixed point from what failed.

States only get worse while the answer is worked out, and each rule is monotone in the states of what a node
rests on; so every order of working ends in the same, least answer, cycles or not (Knaster-Tarski). What
stands in for something else is counted: a group is down when fewer of it are up or degraded than `min_up`.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from fullscore.engine.estate.graph import Graph, How, Link, Node, State
from fullscore.engine.estate.shares import needed_up

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Group:
    """Supporters of a node that stand in for each other: down when fewer than `min_up` are up."""

    node: Node
    name: str
    supporters: tuple[Node, ...]
    min_up: int


@dataclass(frozen=True, slots=True)
class Index:
    """A graph ready to be asked many times: for each node the links and groups that hang on it."""

    graph: Graph
    by: Mapping[Node, tuple[Link, ...]]
    groups: tuple[Group, ...]
    group_of: Mapping[Node, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Impact:
    """`states` holds what is not up. Nobody new signs in to what is in `no_sign_in`."""

    failed: Mapping[Node, State]
    states: Mapping[Node, State]
    no_sign_in: frozenset[Node]
    because: Mapping[Node, Node]

    def chain(self, node: Node) -> tuple[Node, ...]:
        """Return a shortest chain from what failed to this node, both named; empty for what is up."""
        if node not in self.states and node not in self.no_sign_in:
            return ()
        found = [node]
        while found[-1] in self.because:
            found.append(self.because[found[-1]])
        return tuple(reversed(found))


def indexed(graph: Graph) -> Index:
    """Return the graph as impacts read it."""
    by: dict[Node, list[Link]] = {}
    grouped: dict[tuple[Node, str], list[Link]] = {}
    for link in graph.links:
        if link.how is How.STOPS and link.group:
            grouped.setdefault((link.node, link.group), []).append(link)
        else:
            by.setdefault(link.on, []).append(link)
    groups = tuple(_group(key, links) for key, links in grouped.items())
    group_of: dict[Node, list[int]] = {}
    for at, group in enumerate(groups):
        for supporter in group.supporters:
            group_of.setdefault(supporter, []).append(at)
    return Index(graph, _frozen(by), groups, _frozen(group_of))


def _frozen(found: Mapping[Node, list[_T]]) -> dict[Node, tuple[_T, ...]]:
    return {node: tuple(each) for node, each in found.items()}


def _group(key: tuple[Node, str], links: list[Link]) -> Group:
    supporters = tuple(dict.fromkeys(link.on for link in links))
    said = next((link.min_up for link in links if link.min_up), "")
    return Group(*key, supporters, needed_up(said, len(supporters)))


def impact(graph: Graph | Index, failed: Mapping[Node, State], *, hours: Decimal | None = None) -> Impact:
    """Return what is not up when these fail for so many hours; None: until all grace is over.

    Worked through breadth first, so that the first to worsen a node lies on a shortest chain. Each node
    worsens at most twice: O(nodes + links).
    """
    index = graph if isinstance(graph, Index) else indexed(graph)
    return _Walk(index, hours).run(failed)


class _Walk:
    def __init__(self, index: Index, hours: Decimal | None) -> None:
        self.index, self.hours = index, hours
        self.states: dict[Node, State] = {}
        self.because: dict[Node, Node] = {}
        self.no_sign_in: set[Node] = set()
        self.down_of: dict[int, int] = {}
        self.waiting: deque[Node] = deque()

    def run(self, failed: Mapping[Node, State]) -> Impact:
        told = {node: state for node, state in failed.items() if state is not State.UP}
        for node, state in sorted(told.items()):
            self.worsen(node, state, None)
        while self.waiting:
            self.spread_down(self.waiting.popleft())
        return Impact(told, self.states, frozenset(self.no_sign_in), self.because)

    def worsen(self, node: Node, state: State, because: Node | None) -> None:
        if state <= self.states.get(node, State.UP):
            return
        self.states[node] = state
        # What is down is explained by what was down before it, so no chain runs in a circle.
        if because is not None:
            self.because[node] = because
        if state is State.DOWN:
            self.waiting.append(node)

    def spread_down(self, node: Node) -> None:
        for link in self.index.by.get(node, ()):
            self.follow(link)
        for at in self.index.group_of.get(node, ()):
            group = self.index.groups[at]
            self.down_of[at] = self.down_of.get(at, 0) + 1
            if len(group.supporters) - self.down_of[at] < group.min_up:
                self.worsen(group.node, State.DOWN, node)

    def follow(self, link: Link) -> None:
        if link.how is How.STOPS:
            self.worsen(link.node, State.DOWN, link.on)
        elif link.how is How.DEGRADES:
            self.worsen(link.node, State.DEGRADED, link.on)
        elif link.how is How.FEEDS:
            if self._is_over(link):
                self.worsen(link.node, State.DEGRADED, link.on)
        else:
            self.no_sign_in.add(link.node)
            self.worsen(link.node, State.DOWN if self._is_over(link) else State.DEGRADED, link.on)

    def _is_over(self, link: Link) -> bool:
        return self.hours is None or link.grace_hours is None or self.hours > link.grace_hours


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
                at = path.index(node)
                component, path = path[at:], path[:at]
                on_path -= set(component)
                yield component
