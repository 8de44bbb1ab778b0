"""What a hand-over is written from, read once from every room."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from fullscore.engine.calendars.clock import zone_of
from fullscore.engine.estate.graph import Graph, How, Link, Node, ref_of, register_of
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.english.words import listed
from fullscore.engine.findings.trace import Source, Trace, leaf
from fullscore.engine.money.amounts import words
from fullscore.engine.registers.access import Member
from fullscore.engine.reports.handover.values import (
    Answering,
    Coming,
    HandedOver,
    Kept,
    Open,
    Reach,
    Routine,
    Supplier,
    Weak,
)
from fullscore.engine.vendors.renewals import Renewal
from fullscore.store import graph as graphs
from fullscore.store import handing_over as store
from fullscore.store import today as store_today
from fullscore.store.models import Organisation
from fullscore.usecases import today
from fullscore.usecases.estate import impacting
from fullscore.usecases.estate.values import Overview
from fullscore.usecases.reports import dates
from fullscore.usecases.today.values import KeptLine
from fullscore.usecases.vendors.values import Renewals

_BACK = timedelta(days=91)
_KINDS = {"items": "thing", "pools": "link or capacity", "vendors": "vendor", "people": "person"}
_SUFFERS = {
    How.STOPS: "", How.DEGRADES: "worse without it", How.AUTHENTICATES: "nobody signs in without it",
    How.FEEDS: "its data grow old without it",
}  # fmt: skip
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
People = Mapping[str, Reach]


def read(by: Member, organisation: Organisation, on: date, now: datetime) -> HandedOver:
    whole = impacting.overview(by=by, on=on)
    people = _people(by.organisation_id, on)
    _, contracts = dates.bound(by=by, on=on)
    rows = store.contracts(by.organisation_id)
    lines = today.on_day(by=by, on=on, now=now)
    return HandedOver(
        services=tuple(_services(by.organisation_id, whole, people)),
        weak=tuple(_weak(whole)),
        suppliers=tuple(_suppliers(by.organisation_id, whole.graph)),
        renewals=tuple(_named(contracts)),
        numbers={row["ref"]: row["number"] for row in rows},
        kept=tuple(_kept(by.organisation_id, rows)),
        routines=tuple(_routines(organisation, on, now)),
        backup=_backup(lines.backup_at, organisation),
        findings=tuple(_open(each, organisation.currency) for each in lines.open),
        calendar=dates.calendar(
            by=by, on=on, now=now, since=on - _BACK, first_month=organisation.fiscal_start_month
        ),
        orders=(*_ordered(by.organisation_id), *_to_order(by.organisation_id)),
        ages=tuple(sorted(contracts.ages.items())),
    )


def _people(organisation_id: int, on: date) -> People:
    return {ref: _reach(row, on) for ref, row in store.people(organisation_id).items()}


def _reach(row: Mapping[str, Any], on: date) -> Reach:
    is_over = row["ends_on"] is not None and row["ends_on"] < on
    is_gone = row["status"] == "left" or row["archived_at"] is not None or is_over
    return Reach(row["name"], row["phone"] or "", row["email"] or "", row["title"] or "", is_gone)


def _services(organisation_id: int, whole: Overview, people: People) -> Iterator[Answering]:
    costs = graphs.read_services(organisation_id)
    below: dict[Node, list[Link]] = {}
    for link in whole.graph.links:
        below.setdefault(link.node, []).append(link)
    for row in store.services(organisation_id):
        node = f"services:{row['ref']}"
        fact = costs.get(row["ref"])
        cost = fact.outage_cost_hour if fact else None
        users = whole.people.get(node)
        yield Answering(
            row["ref"], row["name"], people.get(row["owner__ref"] or ""), row["hours"],
            None if fact is None or cost is None
            else leaf(cost, source_of(fact, "outage_cost_hour", {}), "an hour without it"),
            tuple(_rests(whole.graph, below.get(node, ()))),
            len(users) if users is not None else None, row["notes"],
        )  # fmt: skip


def _rests(graph: Graph, links: Iterable[Link]) -> Iterator[str]:
    """Yield what a service rests on in words: what stands in for each other together, and how it suffers."""
    grouped: dict[tuple[How, str], list[Link]] = {}
    for link in links:
        grouped.setdefault((link.how, link.group or link.ref or link.on), []).append(link)
    for (how, _), of in grouped.items():
        called = tuple(sorted({graph.called(link.on) for link in of}))
        up = of[0].min_up or "all"
        said = called[0] if len(called) == 1 else f"{listed(called)} ({up} of them must be up)"
        yield f"{said} ({_SUFFERS[how]})" if _SUFFERS[how] else said


def _weak(whole: Overview) -> Iterator[Weak]:
    for each in whole.single:
        kind = whole.graph.kinds.get(each.node) or _KINDS.get(register_of(each.node), "thing")
        names = tuple(whole.graph.called(node) for node in each.services)
        yield Weak(whole.graph.names.get(each.node, ref_of(each.node)), kind, names, len(each.people))


def _suppliers(organisation_id: int, graph: Graph) -> Iterator[Supplier]:
    carried: dict[str, set[str]] = {}
    for link in graph.links:
        if register_of(link.on) == "vendors" and register_of(link.node) == "services":
            carried.setdefault(ref_of(link.on), set()).add(graph.called(link.node))
    for node, vendors in graphs.read_hints(organisation_id).vendors.items():
        for vendor in vendors:
            carried.setdefault(ref_of(vendor), set()).add(graph.called(node))
    for row in store.vendors(organisation_id):
        yield Supplier(
            row["ref"], row["name"], row["contact"], row["phone"], row["email"], row["website"],
            row["account_number"], row["notes"], tuple(sorted(carried.get(row["ref"], ()))),
        )  # fmt: skip


def _named(found: Renewals) -> Iterator[Renewal]:
    """Yield renewals with their vendors and owners by name."""
    for each in found.renewals:
        vendor, owner = found.name("vendors", each.vendor), found.name("people", each.owner)
        yield replace(each, vendor=vendor or None, owner=owner or None)


def _kept(organisation_id: int, rows: Iterable[Mapping[str, Any]]) -> Iterator[Kept]:
    """Yield where the way into each service and each contract lies; a service's through what pays for it."""
    by_ref = {row["ref"]: row for row in rows}
    paying = store.covered(organisation_id)
    for service in store.services(organisation_id):
        paid = [by_ref[ref] for ref in paying.get(service["ref"], ()) if ref in by_ref]
        through = next((row for row in paid if row["account_at"].strip()), None)
        yield Kept(
            service["name"], "service", (paid[0]["vendor__name"] or "") if paid else "",
            through["account_at"] if through else "", through["name"] if through else "",
        )  # fmt: skip
    for row in by_ref.values():
        yield Kept(row["name"], f"contract, {row['kind']}", row["vendor__name"] or "", row["account_at"])


def _routines(organisation: Organisation, on: date, now: datetime) -> Iterator[Routine]:
    zone = zone_of(organisation.zone)
    for row in store.windows(organisation.pk):
        days = ", ".join(_DAYS[int(day) - 1] for day in row["weekdays"] if day in "1234567")
        weeks = "" if row["weeks"] == "every week" else f"{row['weeks']} of the month: "
        yield Routine(
            row["name"], "maintenance window", _about(row, "service__name", "item__name", "site__name"),
            f"{weeks}{days} {row['opens_at']} to {row['closes_at']}",
        )  # fmt: skip
    for row in store.freezes(organisation.pk):
        if row["ends_on"] >= on:
            when = f"{_day(row['starts_on'])} to {_day(row['ends_on'])}"
            about = _about(row, "service__name", "site__name")
            yield Routine(row["name"], f"{row['strength']} freeze", about, when)
    for name, means, starts in store.calendars(organisation.pk, now):
        when = ", ".join(_day(start.astimezone(zone).date()) for start in starts) or "no day to come"
        yield Routine(name, f"calendar, {means}", "", when)


def _about(row: Mapping[str, Any], *fields: str) -> str:
    return ", ".join(row[name] for name in fields if row[name])


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"


def _backup(at: datetime | None, organisation: Organisation) -> str:
    return f"last written {_day(at.astimezone(zone_of(organisation.zone)).date())}" if at else ""


def _open(line: KeptLine, currency: str) -> Open:
    """Return a line; one whose loss stands with another has no figure of its own here."""
    document, cost = line.document, None
    trace = document.get("cost_trace")
    if line.cost is not None and isinstance(trace, Mapping):
        cost = (words(line.cost, currency), trace)
    return Open(
        str(document.get("title", "")), str(document.get("sentence", "")), line.act_by, line.hours,
        line.assigned_name, cost,
    )  # fmt: skip


def _ordered(organisation_id: int) -> Iterator[Coming]:
    for row in store.orders(organisation_id):
        name = row["model__name"] or row["pool__name"] or "something"
        yield Coming(
            row["ref"], name, row["quantity"], row["vendor__name"] or "", row["due_on"],
            _price(row), row["ordered_on"],
        )  # fmt: skip


def _price(row: Mapping[str, Any]) -> Trace | None:
    if row["unit_cost"] is None:
        return None
    source = ("orders", row["ref"])
    args = (
        leaf(row["quantity"], Source(*source, "quantity"), "ordered"),
        leaf(row["unit_cost"], Source(*source, "unit_cost"), "price of one"),
    )
    return Trace(Decimal(row["quantity"] * row["unit_cost"]), op="product", args=args, note="the order")


def _to_order(organisation_id: int) -> Iterator[Coming]:
    for row in store_today.to_order(organisation_id):
        costs = [
            leaf(cost, Source("plans", row.plan.ref, name), name.replace("_", " "))
            for name, cost in (("cost_once", row.cost_once), ("cost_year", row.cost_year))
            if cost is not None
        ]
        total = sum((Decimal(str(each.value)) for each in costs), Decimal(0))
        cost = Trace(total, op="sum", args=tuple(costs), note="first year") if costs else None
        yield Coming(f"{row.plan.ref}/{row.requirement}", row.name, row.quantity, "", row.order_by, cost)
