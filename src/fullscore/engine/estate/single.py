"""What the graph shows by itself: what alone stops services, circles, islands, services without owner."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fullscore.engine.estate.graph import Graph, How, Link, Node, State, ref_of, register_of
from fullscore.engine.estate.impact import Index, cycles, impact, indexed
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.shares import ShareError, needed_up

_SERVICES = "services"


@dataclass(frozen=True, slots=True)
class Single:
    """One thing that alone takes services down, and all the people who work with those."""

    node: Node
    services: tuple[Node, ...]
    people: frozenset[str]


def single_points(
    graph: Graph | Index, people: Mapping[Node, frozenset[str]] | None = None
) -> tuple[Single, ...]:
    """Return every thing, vendor or person that alone stops a service: most people first.

    A one-element cut of the threshold graph, found by letting each fail by itself. Services are left out:
    they are what stops, not why.
    """
    index = graph if isinstance(graph, Index) else indexed(graph)
    lower = {link.on for link in index.graph.links if register_of(link.on) != _SERVICES}
    found = (_alone(index, node, people or {}) for node in sorted(lower))
    return tuple(sorted((each for each in found if each.services), key=_largest))


def stopping(graph: Graph, node: Node) -> tuple[Node, ...]:
    """Return what alone takes this node down: everything below it is tried by itself, services too."""
    index = indexed(graph)
    below: dict[Node, list[Node]] = {}
    for link in graph.links:
        below.setdefault(link.node, []).append(link.on)
    tried = sorted(_joined(below, node) - {node})
    return tuple(each for each in tried if impact(index, {each: State.DOWN}).states.get(node) is State.DOWN)


def _largest(one: Single) -> tuple[int, int, Node]:
    return -len(one.people), -len(one.services), one.node


def _alone(index: Index, node: Node, people: Mapping[Node, frozenset[str]]) -> Single:
    states = impact(index, {node: State.DOWN}).states
    down = (each for each, state in states.items() if state is State.DOWN and register_of(each) == _SERVICES)
    services = tuple(sorted(down, key=lambda each: (-len(people.get(each, ())), each)))
    return Single(node, services, frozenset(who for each in services for who in people.get(each, ())))


def noticed(graph: Graph, people: Mapping[Node, frozenset[str]]) -> tuple[Finding, ...]:
    """Return what is to be said of the graph as a whole, the worst first."""
    return (
        *_circles(graph),
        *(_single(graph, each) for each in single_points(graph, people)),
        *_small_groups(graph),
        *_services(graph, people),
    )


def _name(graph: Graph, node: Node) -> str:
    return graph.called(node)


def _subject(node: Node) -> Subject:
    return Subject(register_of(node), ref_of(node))


def _circles(graph: Graph) -> Iterator[Finding]:
    for circle in cycles(graph):
        names = tuple(_name(graph, node) for node in circle)
        yield Finding("estate-circle", _subject(circle[0]), {"names": names})


def _single(graph: Graph, one: Single) -> Finding:
    values: dict[str, Value] = {
        "name": _name(graph, one.node),
        "services": tuple(_name(graph, node) for node in one.services),
        "people": len(one.people) or None,
    }
    return Finding("single-point-of-failure", _subject(one.node), values)


def _small_groups(graph: Graph) -> Iterator[Finding]:
    """Yield groups of which more are asked to be up than there are."""
    grouped: dict[tuple[Node, str], list[Link]] = {}
    for link in graph.links:
        if link.how is How.STOPS and (link.group or link.min_up):
            grouped.setdefault((link.node, link.group), []).append(link)
    for (node, group), links in grouped.items():
        there = len({link.on for link in links})
        for said in sorted({link.min_up for link in links if _asks_too_much(link.min_up, there)}):
            values: dict[str, Value] = {
                "name": _name(graph, node),
                "group": group,
                "said": said,
                "there": there,
            }
            yield Finding("support-group-too-small", _subject(node), values)


def _asks_too_much(said: str, there: int) -> bool:
    try:
        return needed_up(said, there) > there
    except ShareError:
        return True


def _services(graph: Graph, people: Mapping[Node, frozenset[str]]) -> Iterator[Finding]:
    upper = {link.node for link in graph.links}
    for node in sorted(node for node in graph.names if register_of(node) == _SERVICES):
        values = {"name": _name(graph, node)}
        if node not in upper:
            yield Finding("service-rests-on-nothing", _subject(node), values)
        if node not in people:
            yield Finding("service-use-unknown", _subject(node), values)
        if node not in graph.owners:
            yield Finding("service-without-owner", _subject(node), values)


def islands(graph: Graph) -> tuple[tuple[Node, ...], ...]:
    """Return the parts of the graph that no link joins, each in order, the largest first; lone nodes too."""
    joined: dict[Node, list[Node]] = {node: [] for node in graph.names}
    for link in graph.links:
        joined[link.node].append(link.on)
        joined[link.on].append(link.node)
    found, seen = [], set[Node]()
    for start in sorted(joined):
        if start not in seen:
            part = _joined(joined, start)
            seen |= part
            found.append(tuple(sorted(part)))
    return tuple(sorted(found, key=lambda part: (-len(part), part)))


def part_of(graph: Graph, nodes: Iterable[Node]) -> frozenset[Node]:
    """Return everything that hangs together with these, whichever way the links lead."""
    joined: dict[Node, list[Node]] = {}
    for link in graph.links:
        joined.setdefault(link.node, []).append(link.on)
        joined.setdefault(link.on, []).append(link.node)
    return frozenset(each for node in nodes for each in _joined(joined, node))


def _joined(joined: Mapping[Node, list[Node]], start: Node) -> set[Node]:
    found, waiting = {start}, [start]
    while waiting:
        fresh = {each for each in joined.get(waiting.pop(), ()) if each not in found}
        found |= fresh
        waiting += fresh
    return found
