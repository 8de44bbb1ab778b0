"""What rests on what and who uses what, read whole in a few queries; rows put away are left out."""

from collections.abc import Iterator, Mapping
from typing import TypeVar, cast

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from fullscore.engine.estate.connecting_guesses import Hints
from fullscore.engine.estate.facts import PersonFact, Provenance
from fullscore.engine.estate.graph import Graph, How, Link, Node, node_of
from fullscore.engine.estate.services import ServiceFact
from fullscore.engine.estate.usage import Houses, Place, UseFact
from fullscore.store.models import (
    ContractCover,
    Item,
    Organisation,
    Person,
    Pool,
    Service,
    ServiceUse,
    Site,
    Support,
    Team,
    Vendor,
)
from fullscore.store.models.registers import RegisterRow
from fullscore.store.reading import PLANNED, UnreadProvenance, facts

R = TypeVar("R", bound=RegisterRow)
# Whatever may rest on something or be rested on.
NODES: tuple[type[RegisterRow], ...] = (Service, Item, Pool, Vendor, Person)
_UPPER = (("service__ref", "services"), ("for_item__ref", "items"), ("for_pool__ref", "pools"))
_LOWER = (
    ("item__ref", "items"), ("pool__ref", "pools"), ("other__ref", "services"), ("vendor__ref", "vendors"),
    ("person__ref", "people"),
)  # fmt: skip
_SUPPORT = ("ref", "kind", "group", "min_up", "grace_hours")
_CALLED = ("ref", "name")
_USE = ("ref", "service__ref", "team__ref", "site__ref", "hours")
_SERVICE = ("ref", "name", "owner__ref", "outage_cost_hour", "outage_cost_by", "outage_cost_on")
_CLOCK = "%H:%M"


def read_graph(organisation_id: int) -> Graph:
    """Read every node there is and every link between two of them."""
    names = {
        node_of(model.REGISTER, ref): name or ref
        for model in NODES
        for ref, name in _live(model, organisation_id).values_list(*_CALLED)
    }
    links = tuple(
        link for link in _links(organisation_id) if link.node in names and link.on in names
    )  # fmt: skip
    owners, sites = (_pointing(organisation_id, name) for name in ("owner", "site"))
    return Graph(names, links, owners, sites, _kinds(organisation_id))


def _kinds(organisation_id: int) -> Mapping[Node, str]:
    items = _live(Item, organisation_id).exclude(model=None).values_list("ref", "model__category")
    pools = _live(Pool, organisation_id).values_list("ref", "kind")
    return {
        node_of(register, ref): str(kind)
        for register, rows in (("items", items), ("pools", pools))
        for ref, kind in rows
    }


def _live(model: type[R], organisation_id: int) -> QuerySet[R]:
    found: QuerySet[R] = model.objects.of(organisation_id).filter(archived_at=None).order_by("ref")
    return found


def _links(organisation_id: int) -> Iterator[Link]:
    ends = [name for name, _ in (*_UPPER, *_LOWER)]
    rows = _live(Support, organisation_id).values_list(*_SUPPORT, *ends, Cast("provenance", TextField()))
    for ref, kind, group, min_up, grace, *rest, text in rows:
        upper, lower = _first(_UPPER, rest[: len(_UPPER)]), _first(_LOWER, rest[len(_UPPER) :])
        yield Link(upper, lower, How(kind), group, min_up, grace, ref, _told(text))


def _first(ends: tuple[tuple[str, str], ...], refs: list[str | None]) -> Node:
    """Return the one end that is named; a rule of the table holds that there is one."""
    return next(node_of(register, ref) for (_, register), ref in zip(ends, refs, strict=True) if ref)


def _pointing(organisation_id: int, name: str) -> Mapping[Node, str]:
    """Return each node's owner, or its site, by ref; nodes without one are left out."""
    has = {"owner": (Service, Pool), "site": (Item, Pool, Person)}[name]
    return {
        node_of(model.REGISTER, ref): to
        for model in has
        for ref, to in _live(model, organisation_id)
        .exclude(**{name: None})
        .values_list("ref", f"{name}__ref")
    }


def read_uses(organisation_id: int) -> Houses:
    """Read who uses what, and every place hours of use may stand in."""
    row = Organisation.objects.get(pk=organisation_id)
    return Houses(
        uses=_uses(organisation_id),
        people=facts(PersonFact, Person, organisation_id, PLANNED[Person]),
        teams=_places(Team, organisation_id),
        sites=_places(Site, organisation_id),
        services=_places(Service, organisation_id),
        zone=row.zone,
        weekdays=row.working_weekdays,
        opens=row.opens_at.strftime(_CLOCK),
        closes=row.closes_at.strftime(_CLOCK),
    )


def _uses(organisation_id: int) -> tuple[UseFact, ...]:
    rows = _live(ServiceUse, organisation_id).values_list(*_USE, Cast("provenance", TextField()))
    return tuple(
        UseFact(ref, service, team, site, hours, _told(text))
        for ref, service, team, site, hours, text in rows
    )


def _places(model: type[RegisterRow], organisation_id: int) -> Mapping[str, Place]:
    names = (*_CALLED, "hours", *(("zone",) if model is Site else ()))
    rows = _live(model, organisation_id).values_list(*names, Cast("provenance", TextField()))
    return {
        ref: Place(model.REGISTER, ref, name, hours, rest[0] if rest else "", _told(text))
        for ref, name, hours, *rest, text in rows
    }


def _told(text: str) -> Provenance:
    return cast(Provenance, UnreadProvenance(text))


def read_services(organisation_id: int) -> Mapping[str, ServiceFact]:
    """Read what an hour without each service costs, and whose figure that is."""
    return {fact.ref: fact for fact in facts(ServiceFact, Service, organisation_id, _SERVICE)}


def read_hints(organisation_id: int) -> Hints:
    """Read what else may say what rests on what: sites, kinds of things, contracts that pay for services."""
    paid = _live(ContractCover, organisation_id).exclude(service=None).exclude(contract__vendor=None)
    vendors: dict[Node, set[Node]] = {}
    for service, vendor in paid.values_list("service__ref", "contract__vendor__ref"):
        vendors.setdefault(node_of("services", service or ""), set()).add(node_of("vendors", vendor or ""))
    sites = dict(_live(Site, organisation_id).values_list(*_CALLED))
    return Hints(sites, _kinds(organisation_id), {node: frozenset(found) for node, found in vendors.items()})
