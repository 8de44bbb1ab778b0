"""What may rest on what, guessed from names, places and contracts; it counts once somebody says so."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fullscore.engine.estate.graph import Graph, Node, ref_of, register_of

MOST, _MOST_EACH = 8, 2
_WORD = re.compile(r"\w{3,}")
# Words half the names hold say nothing about what belongs together.
_COMMON = frozenset(
    {"the", "and", "for", "link", "service", "system", "server", "seats", "licence", "internet"}
)
_RARE = 4
_OFTEN = frozenset({"pools", "services", "vendors"})
_NETWORK = frozenset({"link", "switch", "firewall"})


class Why(StrEnum):
    """Where a guess comes from."""

    NAME = "name"
    SITE = "site"
    CONTRACT = "contract"


@dataclass(frozen=True, slots=True)
class Guess:
    node: Node
    on: Node
    why: Why


@dataclass(frozen=True, slots=True)
class Hints:
    """What else is known: names of sites by ref, kinds of nodes, vendors whose contracts pay for services."""

    sites: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[Node, str] = field(default_factory=dict)
    vendors: Mapping[Node, frozenset[Node]] = field(default_factory=dict)


def guesses(graph: Graph, hints: Hints) -> tuple[Guess, ...]:
    """Return what may be missing, services that rest on little first; never one that is there."""
    links = Counter(link.node for link in graph.links)
    there = {(link.node, link.on) for link in graph.links} | {(link.on, link.node) for link in graph.links}
    services = [node for node in graph.names if register_of(node) == "services"]
    found: dict[tuple[Node, Node], Guess] = {}
    for node in sorted(services, key=lambda node: (links[node], node)):
        for guess in (*_by_contract(node, hints), *_by_site(node, graph, hints), *_by_name(node, graph)):
            if (node, guess.on) not in there and (guess.on, node) not in found:
                found.setdefault((node, guess.on), guess)
    each: Counter[Node] = Counter()
    kept = []
    for guess in found.values():
        each[guess.node] += 1
        if each[guess.node] <= _MOST_EACH:
            kept.append(guess)
    return tuple(kept)[:MOST]


def _by_contract(node: Node, hints: Hints) -> Iterator[Guess]:
    yield from (Guess(node, vendor, Why.CONTRACT) for vendor in sorted(hints.vendors.get(node, ())))


def _by_site(node: Node, graph: Graph, hints: Hints) -> Iterator[Guess]:
    """Yield links and network gear that stand at the site a service is named after."""
    name = graph.names[node].casefold()
    at = {ref for ref, site in hints.sites.items() if site and site.casefold() in name}
    for other, site in sorted(graph.sites.items()):
        if site in at and hints.kinds.get(other) in _NETWORK:
            yield Guess(node, other, Why.SITE)


def _by_name(node: Node, graph: Graph) -> Iterator[Guess]:
    """Yield what shares a word with the service that few others have."""
    words = {other: _words(name) for other, name in graph.names.items() if register_of(other) in _OFTEN}
    seen = Counter(word for each in words.values() for word in each)
    mine = {word for word in words[node] if seen[word] <= _RARE}
    for other in sorted(words):
        if other != node and mine & words[other]:
            yield Guess(node, other, Why.NAME)


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold())) - _COMMON


def sentence(graph: Graph, guess: Guess) -> str:
    """Return a guess as the sentence that would make it so."""
    return f"{graph.names[guess.node]} rests on {graph.names.get(guess.on, ref_of(guess.on))}"
