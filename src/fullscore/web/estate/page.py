"""What fails with one thing or several, and the graph as a whole where nothing is asked."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render

from fullscore.engine.estate.graph import Graph, Node, State, ref_of, register_of
from fullscore.engine.estate.graph_layout import Layout, Spot
from fullscore.engine.estate.outages import Struck
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Right
from fullscore.usecases import estate
from fullscore.usecases.estate import Impacted, Overview
from fullscore.usecases.estate.documents_impact import in_order, in_words, sites, teams
from fullscore.usecases.estate.impacting import called, local, owners
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError
from fullscore.usecases.settings.organisation import settings_of
from fullscore.web.estate import picture, sums
from fullscore.web.templatetags.words import counted, money, number
from fullscore.web.vendors.sums import Sum

_CHIPS = {State.DOWN: ("late", "down"), State.DEGRADED: ("soon", "worse")}
_NOUNS = {
    "services": "Service",
    "items": "Item",
    "pools": "Capacity",
    "vendors": "Vendor",
    "people": "Person",
}
_CLOCK = "%Y-%m-%dT%H:%M"


@dataclass(frozen=True, slots=True)
class Thing:
    """A node with the way to its row and to its own impact."""

    name: str
    node: Node
    address: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One service that does not stay up."""

    thing: Thing
    tone: str
    state: str
    why: str
    who: str
    hours: str
    cost: str
    key: str
    owner: str


def impact(request: MemberRequest, *, org: str) -> HttpResponse:
    asked = [text for text in request.GET.getlist("of") if text.strip()]
    if not asked:
        return whole(request)
    try:
        found = estate.impacted(
            by=request.member, of=asked, on=request.on, hours=_hours(request), begin=_begin(request)
        )
    except RefusedError as refusal:
        return whole(request, refusal=refusal, status=422)
    return render(request, "estate/impact.html", _context(request, found))


def _hours(request: MemberRequest) -> Decimal | None:
    text = request.GET.get("hours", "").strip().replace(",", ".")
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return Decimal("NaN")


def _begin(request: MemberRequest) -> datetime | None:
    """Return the moment typed, on the organisation's clock; what is none is left out."""
    try:
        typed = datetime.strptime(request.GET.get("begin", "")[:16], _CLOCK)  # noqa: DTZ007  the zone follows
    except ValueError:
        return None
    return typed.replace(tzinfo=ZoneInfo(settings_of(by=request.member).zone))


def _context(request: MemberRequest, found: Impacted) -> dict[str, Any]:
    outage, states = found.outage, found.impact.states
    hits = [_hit(found, one) for one in in_order(outage.services)]
    others = sorted(node for node in states if register_of(node) != "services" and node not in found.nodes)
    return {
        "found": found,
        "answer": _answer(found),
        "of": [_thing(found.graph, node) for node in found.nodes],
        "names": _named(found.graph.names, found.layout.spots),
        "begin": local(found, outage.span.start).strftime(_CLOCK),
        "starts": _said(local(found, outage.span.start)),
        "hours": number(_length(found)),
        "picture": picture.draw(found.layout, found.graph, states, found.nodes),
        "listed": list(_listed(found.layout, found.graph, states, found.nodes)),
        "hits": hits,
        "others": [_thing(found.graph, node, in_words(found, node)) for node in others],
        "stopped_by": [
            (called(found, node), [_thing(found.graph, each) for each in by])
            for node, by in found.stopped_by.items()
            if register_of(node) == "services"
        ],
        "people": len(outage.people),
        "lost": sums.hours(outage.lost) if outage.lost is not None else "",
        "worse": sums.hours(outage.worse) if outage.worse is not None and outage.worse.args else "",
        "cost": "" if outage.money is None else money(Decimal(str(outage.money.value)), found.currency),
        "sites": sites(found),
        "owners": [
            (_person(found, ref), [called(found, node) for node in nodes])
            for ref, nodes in owners(found).items()
        ],
        "sums": _sums(found),
        "may_connect": request.member.may(Right.EDIT_REGISTERS),
    }


def _said(at: datetime) -> str:
    return f"{at:%a} {at.day} {at:%b, %H:%M}"


def _length(found: Impacted) -> Decimal:
    span = found.outage.span
    return Decimal(round((span.end - span.start).total_seconds() / 3600, 2)).quantize(Decimal("0.01"))


def _answer(found: Impacted) -> str:
    names = " and ".join(called(found, node) for node in found.nodes)
    takes, makes = ("takes", "makes") if len(found.nodes) == 1 else ("take", "make")
    others = [one for one in found.outage.services if one.node not in found.nodes]
    down = sum(one.state is State.DOWN for one in others)
    worse = len(others) - down
    if not others:
        return f"{names} {takes} no other service down"
    if not down:
        return f"{names} {makes} {counted(worse, 'service,services')} worse"
    more = f" and {makes} {counted(worse, 'other,others')} worse" if worse else ""
    return f"{names} {takes} {counted(down, 'service,services')} down{more}"


def _thing(graph: Graph, node: Node, note: str = "") -> Thing:
    register = register_of(node)
    room = "vendors" if register == "vendors" else "estate"
    return Thing(
        graph.called(node),
        node,
        f"{room}/{register}/{ref_of(node)}/",
        note or _NOUNS.get(register, ""),
    )


def _named(names: Mapping[Node, str], spots: Iterable[Spot]) -> list[str]:
    return sorted({names[spot.node] for spot in spots if spot.node in names})


def _listed(
    layout: Layout, graph: Graph, states: Mapping[Node, State], asked: Collection[Node]
) -> Iterator[tuple[Thing, str, str]]:
    """Yield every box of the picture for a narrow screen, what fails and what falls with it first."""
    order = sorted(layout.spots, key=lambda spot: (spot.node not in asked, -states.get(spot.node, State.UP)))
    for spot in order:
        tone, word = _CHIPS.get(states.get(spot.node, State.UP), ("", ""))
        yield _thing(graph, spot.node), tone, "fails" if spot.node in asked else word


def _hit(found: Impacted, one: Struck) -> Hit:
    tone, state = _CHIPS[one.state]
    if one.node in found.impact.no_sign_in and one.state is State.DEGRADED:
        state = "no new sign-in"
    who = counted(len(one.people), "person,people") if one.is_use_known else ""
    listed = ", ".join(teams(found, one.node))
    owner = found.graph.owners.get(one.node)
    return Hit(
        _thing(found.graph, one.node), tone, state, in_words(found, one.node),
        f"{who}: {listed}" if who and listed else who,
        sums.hours(one.hours) if one.hours is not None else "",
        money(Decimal(str(one.money.value)), found.currency) if one.money is not None else "",
        f"cost-{ref_of(one.node)}", _person(found, owner) if owner else "",
    )  # fmt: skip


def _person(found: Impacted, ref: str) -> str:
    return found.people[ref].called if ref in found.people else ref


def _sums(found: Impacted) -> list[Sum]:
    outage, currency = found.outage, found.currency
    made = [
        sums.of_hours("lost", "Hours of people lost", outage.lost),
        sums.of_hours("worse", "Hours of people made harder", outage.worse),
        sums.of_money("cost", "What it costs", outage.money, currency),
        *(
            sums.of_money(f"cost-{ref_of(one.node)}", called(found, one.node), one.money, currency)
            for one in outage.services
        ),
    ]
    return [each for each in made if each]


def whole(
    request: MemberRequest, *, refusal: RefusedError | None = None, status: int = 200, said: str = ""
) -> HttpResponse:
    """Show the graph as a whole: what alone stops most, what to see to, and a place to type more."""
    found = estate.overview(by=request.member, on=request.on)
    may_connect = request.member.may(Right.EDIT_REGISTERS)
    context = {
        "found": found,
        "answer": _whole_answer(found),
        "picture": picture.draw(found.layout, found.graph, {}, ()),
        "listed": list(_listed(found.layout, found.graph, {}, ())),
        "names": _named(found.graph.names, found.layout.spots),
        "single": [
            (
                _thing(found.graph, one.node),
                [found.graph.names[node] for node in one.services],
                len(one.people),
            )
            for one in found.single
        ],
        "findings": [
            (say(each), f"estate/{each.subject.register}/{each.subject.ref}/")
            for each in found.findings
            if each.code != "single-point-of-failure"
        ],
        "suggested": estate.suggested(by=request.member) if may_connect else (),
        "refusal": refusal,
        "said": said,
        "may_connect": may_connect,
    }
    return render(request, "estate/whole.html", context, status=status)


def _whole_answer(found: Overview) -> str:
    if not found.layout.spots:
        return "Nobody has said what rests on what"
    if not found.single:
        return "Nothing alone stops a service"
    first = found.graph.called(found.single[0].node)
    count = counted(len(found.single[0].services), "service,services")
    return f"{first} alone takes {count} down"
