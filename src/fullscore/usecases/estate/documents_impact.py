"""What fails with what, as documents: what REST and `--json` answer, the same for both."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from fullscore.engine.estate.graph import Graph, Node, State, ref_of, register_of
from fullscore.engine.estate.outages import Struck
from fullscore.engine.findings.problem import finding_document
from fullscore.engine.findings.trace import Trace, as_document, named, plain_value
from fullscore.engine.money.amounts import plain
from fullscore.usecases.estate.documents import Document
from fullscore.usecases.estate.impacting import called, local, owners
from fullscore.usecases.estate.values import Connected, Impacted, Overview


def impact_document(found: Impacted) -> Document:
    """Return `fullscore/impact/1`: what is down or worse, who waits and what it costs."""
    outage = found.outage
    struck = {one.node for one in outage.services}
    others = [node for node in found.impact.states if node not in struck and node not in found.nodes]
    return {
        "schema": "fullscore/impact/1",
        "organisation": found.organisation,
        "on": found.on.isoformat(),
        "currency": found.currency,
        "begin": _moment(found, outage.span.start),
        "end": _moment(found, outage.span.end),
        "of": [_node(found.graph, node) for node in found.nodes],
        "services": [_service(found, one) for one in in_order(outage.services)],
        "things": [_hit(found, node) for node in sorted(others)],
        "people": len(outage.people) if any(one.is_use_known for one in outage.services) else None,
        "people_hours": _number(outage.lost),
        "people_hours_worse": _number(outage.worse),
        "cost": _money(outage.money),
        "cost_is_whole": outage.is_money_whole,
        "sites": [{"ref": ref, "name": name, "people": count} for ref, name, count in sites(found)],
        "owners": [
            {"ref": ref, "name": _person(found, ref), "of": [_node(found.graph, node) for node in nodes]}
            for ref, nodes in owners(found).items()
        ],
        "trace": _figures(
            people_hours=outage.lost, people_hours_worse=outage.worse, cost=outage.money
        ),
    }  # fmt: skip


def in_order(services: Iterable[Struck]) -> list[Struck]:
    """Return services as they hurt: down before degraded, most people first."""
    return sorted(services, key=lambda one: (-one.state, -len(one.people), one.node))


def sites(found: Impacted) -> list[tuple[str | None, str, int]]:
    """Return how many people wait at each site, most first; None are those whose site nobody has said."""
    refs = [found.people[who].site for who in found.outage.people if who in found.people]
    counts = {ref: refs.count(ref) for ref in set(refs)}
    named_counts = [(ref, found.sites.get(ref or "", "no site"), count) for ref, count in counts.items()]
    return sorted(named_counts, key=lambda each: (-each[2], each[1]))


def _moment(found: Impacted, at: datetime) -> str:
    return local(found, at).isoformat(timespec="minutes")


def _node(graph: Graph, node: Node) -> Document:
    return {"register": register_of(node), "ref": ref_of(node), "name": graph.names.get(node, ref_of(node))}


def _hit(found: Impacted, node: Node) -> Document:
    return {
        **_node(found.graph, node),
        "state": found.impact.states[node].name.lower(),
        "no_sign_in": node in found.impact.no_sign_in,
        "chain": [_node(found.graph, each) for each in found.impact.chain(node)],
        "sentence": in_words(found, node),
    }


def in_words(found: Impacted, node: Node) -> str:
    """Return the shortest chain in words: CRM is down: it rests on Internet, which rests on Firewall HQ."""
    names = [called(found, each) for each in reversed(found.impact.chain(node))]
    state = "down" if found.impact.states[node] is State.DOWN else "worse than usual"
    if len(names) == 1:
        return f"{names[0]} itself is {state}."
    return f"{names[0]} is {state}: it rests on {', which rests on '.join(names[1:])}."


def _service(found: Impacted, one: Struck) -> Document:
    owner = found.graph.owners.get(one.node)
    return {
        **_hit(found, one.node),
        "people": len(one.people) if one.is_use_known else None,
        "teams": teams(found, one.node),
        "hours": _number(one.hours),
        "cost": _money(one.money),
        "owner": owner,
        "owner_name": _person(found, owner) if owner else None,
        "trace": _figures(hours=one.hours, cost=one.money),
    }  # fmt: skip


def teams(found: Impacted, node: Node) -> list[str]:
    """Return the names of the teams that work with a service."""
    refs = {use.team for use in found.usages if use.service == node and use.team is not None}
    return sorted(found.teams.get(ref, ref) for ref in refs)


def _person(found: Impacted, ref: str) -> str:
    return found.people[ref].called if ref in found.people else ref


def _number(trace: Trace | None) -> object:
    return None if trace is None else plain_value(trace.value)


def _money(trace: Trace | None) -> str | None:
    return None if trace is None else plain(Decimal(str(trace.value)))


def _figures(**figures: Trace | None) -> object:
    known = tuple(named(trace, name) for name, trace in figures.items() if trace is not None)
    return as_document(Trace(None, op="figures", args=known)) if known else None


def overview_document(found: Overview) -> Document:
    """Return `fullscore/dependencies/1`: every node and link, what alone stops services, what to see to."""
    return {
        "schema": "fullscore/dependencies/1",
        "organisation": found.organisation,
        "on": found.on.isoformat(),
        "nodes": [
            {**_node(found.graph, node), "owner": found.graph.owners.get(node)}
            for node in (spot.node for spot in found.layout.spots)
        ],
        "links": [
            {
                "ref": link.ref, "node": link.node, "on": link.on, "kind": link.how.value,
                "group": link.group or None, "min_up": link.min_up or None,
                "grace_hours": None if link.grace_hours is None else plain_value(link.grace_hours),
            }
            for link in found.graph.links
        ],
        "single": [
            {
                **_node(found.graph, one.node), "people": len(one.people),
                "services": [_node(found.graph, node) for node in one.services],
            }
            for one in found.single
        ],
        "findings": [finding_document(one) for one in found.findings],
    }  # fmt: skip


def connected_document(found: Connected) -> Document:
    """Return `fullscore/connected/1`: what a sentence wrote down."""
    return {
        "schema": "fullscore/connected/1",
        "sentence": found.sentence,
        "refs": list(found.refs),
        "services": list(found.services),
    }
