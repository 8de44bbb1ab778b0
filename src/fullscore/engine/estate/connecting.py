"""What rests on what, typed as people say it: "CRM rests on Internet link, M365 login".

One sentence names what is above, how it hangs, and what it rests on; "Fiber or LTE" are two that stand in for
each other. Names are those of the graph, in whatever case, or enough of their words to mean only one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.estate.graph import Graph, How, Link, Node, ref_of, register_of
from fullscore.engine.findings.finding import Finding, Subject

# The first that is said counts; longer ones stand before those they hold.
VERBS: tuple[tuple[How, tuple[str, ...]], ...] = (
    (How.DEGRADES, ("gets worse without", "is worse without", "is slow without", "gets slow without")),
    (How.AUTHENTICATES, ("signs in with", "signs in through", "logs in with", "logs in through")),
    (How.FEEDS, ("is fed by", "gets data from", "gets its data from", "reads from")),
    (How.STOPS, (
        "rests on", "rest on", "depends on", "depend on", "runs on", "stops without", "stop without",
        "cannot do without", "needs", "need",
    )),
)  # fmt: skip
_VERB = {verb: how for how, verbs in VERBS for verb in verbs}
_SENTENCE = re.compile(
    rf"\s*(.+?)\s+({'|'.join(sorted(map(re.escape, _VERB), key=len, reverse=True))})\s+(.+?)\s*\.?\s*",
    re.IGNORECASE | re.DOTALL,
)
_GRACE = re.compile(r"\s+(?:for|up to|within)\s+(\d{1,4}(?:\.\d{1,2})?)\s*(?:h|hours?)$", re.IGNORECASE)
# Where several registers know a name: what people name first.
_ORDER = ("services", "pools", "items", "vendors", "people")
_UPPER = frozenset({"services", "items", "pools"})
_MOST_GUESSES, _NEAR = 4, 0.5
_APART = re.compile(r"[,;]|\s(?:and|or)\s", re.IGNORECASE)
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Named:
    """What was typed and what it means; `guesses` where it means nothing, or several."""

    text: str
    node: Node | None
    guesses: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence understood: each part of `lower` is one thing, or several of which one will do."""

    upper: Named
    how: How
    lower: tuple[tuple[Named, ...], ...]
    grace_hours: Decimal | None = None

    @property
    def unknown(self) -> tuple[Named, ...]:
        every = (self.upper, *(each for part in self.lower for each in part))
        return tuple(each for each in every if each.node is None)


def understood(sentence: str, graph: Graph) -> Said | Finding:
    """Return what a sentence says, or why nobody can tell."""
    match = _SENTENCE.fullmatch(sentence[:LONGEST].replace("\0", ""))
    if match is None:
        return Finding("connect-not-understood", Subject("supports", ""), {"said": sentence.strip()[:80]})
    how = _VERB[" ".join(match[2].casefold().split())]
    rest = match[3]
    grace = _GRACE.search(rest)
    upper = meant(match[1], graph, _UPPER, None)
    parts = _parts(rest[: grace.start()] if grace else rest, graph)
    lower = tuple(tuple(meant(text, graph, None, upper.node) for text in part) for part in parts)
    return Said(upper, how, lower, Decimal(grace[1]) if grace else None)


def _parts(text: str, graph: Graph) -> Iterator[tuple[str, ...]]:
    """Yield what stands between commas and "and", each as what stands in for each other."""
    kept, whole = _masked(text, graph)
    for each in re.split(r"[,;]\s*(?:and\s+)?|\s+and\s+", whole):
        found = (_unmasked(one.strip(), kept) for one in re.split(r"\s+or\s+", each) if one.strip())
        names = tuple(dict.fromkeys(found))
        if names:
            yield names


def _masked(text: str, graph: Graph) -> tuple[list[str], str]:
    """Return the names that hold "and", "or" or a comma themselves, and the text with a mark for each."""
    kept: list[str] = []
    for name in sorted({name for name in graph.names.values() if _APART.search(name)}, key=len, reverse=True):
        if re.search(re.escape(name), text, re.IGNORECASE):
            text = re.sub(re.escape(name), f"\0{len(kept)}\0", text, flags=re.IGNORECASE)
            kept.append(name)
    return kept, text


def _unmasked(text: str, kept: list[str]) -> str:
    return re.sub("\0(\\d+)\0", lambda found: kept[int(found[1])], text)


def meant(text: str, graph: Graph, registers: frozenset[str] | None, upper: Node | None) -> Named:
    """Return the node a text names: by its name, its ref, or words only one name holds; never `upper`."""
    even = " ".join(text.casefold().split())
    fitting = {
        node: name.casefold()
        for node, name in graph.names.items()
        if node != upper and (registers is None or register_of(node) in registers)
    }
    for found in (
        [node for node, name in fitting.items() if name == even],
        [node for node in fitting if ref_of(node).casefold() == even],
        [node for node, name in fitting.items() if set(even.split()) <= _words(name)],
        [node for node, name in fitting.items() if set(even.split()) <= _words(name) | _beside(graph, node)],
    ):
        first = _first_register(found)
        if len(first) == 1:
            return Named(text, first[0])
        if first:
            return Named(text, None, tuple(first[:_MOST_GUESSES]))
    near = sorted(((_likeness(even, name), node) for node, name in fitting.items()), reverse=True)
    return Named(text, None, tuple(node for ratio, node in near[:_MOST_GUESSES] if ratio >= _NEAR))


def _likeness(one: str, other: str) -> float:
    """Return how much two texts share of their pairs of letters, 0 to 1 (Dice 1945)."""
    pairs, others = ({f" {text} "[at : at + 2] for at in range(len(text) + 1)} for text in (one, other))
    return 2 * len(pairs & others) / (len(pairs) + len(others))


def _words(name: str) -> set[str]:
    return set(re.findall(r"[^\s,()]+", name))


def _beside(graph: Graph, node: Node) -> set[str]:
    """Return the words of a thing's kind and site: "firewall dayton" is FW-093 where it is the only one."""
    return _words(f"{graph.kinds.get(node, '')} {graph.sites.get(node, '')}".casefold())


def _first_register(nodes: Iterable[Node]) -> list[Node]:
    by_register = {
        register: sorted(node for node in nodes if register_of(node) == register) for register in _ORDER
    }
    return next((found for found in by_register.values() if found), [])


def links(said: Said) -> tuple[Link, ...]:
    """Return the links a sentence asks for; every name in it is known."""
    assert said.upper.node is not None
    found = []
    for part in said.lower:
        several = len(part) > 1
        group = " or ".join(each.text for each in part)[:64] if several else ""
        for each in part:
            assert each.node is not None
            min_up = "1" if several else ""
            found.append(Link(said.upper.node, each.node, said.how, group, min_up, said.grace_hours))
    return tuple(found)


def doubts(said: Said, graph: Graph) -> tuple[Finding, ...]:
    """Return what keeps a sentence from being written down."""
    found = [_unknown(each, graph) for each in said.unknown]
    if said.upper.node is None:
        return tuple(found)
    there = {(link.node, link.on, link.how) for link in graph.links}
    name = graph.names[said.upper.node]
    for each in (each for part in said.lower for each in part if each.node is not None):
        if (said.upper.node, each.node, said.how) in there:
            values = {"name": name, "on": graph.names[each.node or ""]}
            found.append(Finding("connect-there-already", Subject("supports", ""), values))
    return tuple(found)


def _unknown(one: Named, graph: Graph) -> Finding:
    names = tuple(f"{graph.names[node]} ({register_of(node)} {ref_of(node)})" for node in one.guesses)
    return Finding("connect-name-unknown", Subject("supports", ""), {"said": one.text[:80], "guesses": names})
