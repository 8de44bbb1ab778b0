"""What rests on what: services, items, links, vendors and people as nodes, and the links between them.

A node is written "register:ref", such as "services:crm" or "items:fw-1".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum, StrEnum

from fullscore.engine.estate.facts import Provenance, untold

Node = str


class State(IntEnum):
    """How a node stands; the larger is the worse."""

    UP = 0
    DEGRADED = 1
    DOWN = 2


class How(StrEnum):
    """What a node suffers when what it rests on is down."""

    STOPS = "stops"
    DEGRADES = "degrades"
    AUTHENTICATES = "authenticates"
    FEEDS = "feeds"


@dataclass(frozen=True, slots=True)
class Link:
    """`node` rests on `on`. Links of one node with the same `group` stand in for each other.

    `min_up` is how many of the group must be up, "1" or "50%"; empty: all of them. `grace_hours` is how long
    those signed in work on (authenticates) or data stay fresh enough (feeds); None: not at all.
    """

    node: Node
    on: Node
    how: How = How.STOPS
    group: str = ""
    min_up: str = ""
    grace_hours: Decimal | None = None
    ref: str = ""
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


# Things that often are called by a tag only; the kind then says what they are.
_TELLING = frozenset({"switch", "access point", "firewall", "server", "ups", "printer", "link"})


@dataclass(frozen=True, slots=True)
class Graph:
    """All nodes by what people call them, and all links. Owners and sites are refs."""

    names: Mapping[Node, str]
    links: tuple[Link, ...]
    owners: Mapping[Node, str] = field(default_factory=dict)
    sites: Mapping[Node, str] = field(default_factory=dict)
    kinds: Mapping[Node, str] = field(default_factory=dict)

    def called(self, node: Node) -> str:
        """Return what a sentence calls a node: its name, and its kind where the name does not hold it."""
        name, kind = self.names.get(node, ref_of(node)), self.kinds.get(node, "")
        return f"{name}, {kind}" if kind in _TELLING and kind not in name.casefold() else name


def node_of(register: str, ref: str) -> Node:
    """Return the node of a row."""
    return f"{register}:{ref}"


def register_of(node: Node) -> str:
    return node.partition(":")[0]


def ref_of(node: Node) -> str:
    return node.partition(":")[2]
