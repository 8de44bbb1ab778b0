"""What fails when something fails, who waits then and what it costs: read whole, worked out by the engine."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from fullscore.engine.calendars.clock import moment
from fullscore.engine.calendars.spans import Span
from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.connecting import meant
from fullscore.engine.estate.graph import Graph, Node, State
from fullscore.engine.estate.graph_layout import Layout, laid_out
from fullscore.engine.estate.impact import Impact, impact
from fullscore.engine.estate.outages import Outage, Rates, outage
from fullscore.engine.estate.single import noticed, part_of, single_points, stopping
from fullscore.engine.estate.usage import Houses, Usage, usages
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.findings.losses import PersonDay
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.store import graph as store
from fullscore.store.models import Organisation
from fullscore.usecases.estate.values import Impacted, Overview
from fullscore.usecases.goals.house import house_of
from fullscore.usecases.registers.values import RefusedError

# A quarter of a year: longer is no outage any more.
LONGEST = 2_160
MOST = 50
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class _Read:
    graph: Graph
    houses: Houses
    organisation: Organisation
    calendar: Calendar
    usages: tuple[Usage, ...]

    @property
    def people(self) -> dict[Node, frozenset[str]]:
        """Return everybody who works with each service somebody has said anything of."""
        found: dict[Node, set[str]] = {f"services:{use.service}": set() for use in self.houses.uses}
        for usage in self.usages:
            found[usage.service] |= usage.people
        return {node: frozenset(people) for node, people in found.items()}


def _read(by: Member, on: date) -> _Read:
    by.require(Right.PLAN_GOALS)
    houses = store.read_uses(by.organisation_id)
    return _Read(
        store.read_graph(by.organisation_id), houses, Organisation.objects.get(pk=by.organisation_id),
        house_of(by.organisation_id, on).calendar, usages(houses, on=on),
    )  # fmt: skip


def impacted(
    *, by: Member, of: Sequence[str], on: date, begin: datetime | None = None, hours: Decimal | None = None
) -> Impacted:
    """Return what these take down with them, each named by its name or as "items:fw-1".

    Without a time it is a working day's hours from the next opening on. Raises `RefusedError` for a name
    nobody knows, or no length of time.
    """
    read = _read(by, on)
    nodes = _nodes(read.graph, of)
    span = _span(read, on, begin, _checked(hours))
    length = Decimal(int(span.length / timedelta(minutes=1))) / 60
    found = impact(read.graph, dict.fromkeys(nodes, State.DOWN), hours=length)
    return Impacted(
        organisation=by.organisation,
        currency=read.organisation.currency,
        zone=read.organisation.zone,
        on=on,
        nodes=nodes,
        graph=read.graph,
        impact=found,
        outage=_outage(read, found, span, by),
        layout=_layout(read.graph, nodes),
        teams={ref: place.name for ref, place in read.houses.teams.items()},
        sites={ref: place.name for ref, place in read.houses.sites.items()},
        people={person.ref: person for person in read.houses.people},
        usages=tuple(use for use in read.usages if use.service in found.states),
        stopped_by={node: stopping(read.graph, node) for node in nodes},
    )


def _nodes(graph: Graph, of: Iterable[str]) -> tuple[Node, ...]:
    found: dict[Node, None] = {}
    doubts = []
    for text in list(of)[:MOST]:
        named = text if text in graph.names else None
        guess = meant(text, graph, None, None)
        node = named or guess.node
        if node is None:
            names = tuple(graph.names[each] for each in guess.guesses)
            values: dict[str, Value] = {"said": shown(text[:80]), "guesses": names}
            doubts.append(Finding("impact-node-unknown", Subject("estate", "impact"), values))
        else:
            found[node] = None
    if doubts:
        raise RefusedError(*doubts)
    return tuple(found)


def _checked(hours: Decimal | None) -> Decimal | None:
    if hours is not None and not (hours.is_finite() and 0 < hours <= LONGEST):
        values: dict[str, Value] = {"said": shown(str(hours)), "limit": LONGEST}
        raise RefusedError(Finding("impact-hours-not-understood", Subject("estate", "impact"), values))
    return hours


def _span(read: _Read, on: date, begin: datetime | None, hours: Decimal | None) -> Span:
    """Return when it is: from a moment on, or from the next opening, for so long or a working day."""
    houses = read.houses
    day = read.calendar.on_or_after(on)
    start = begin or moment(day, houses.opens, houses.zone).at
    if hours is not None:
        return Span(start, start + max(timedelta(minutes=1), float(hours) * _HOUR))
    end = moment(day, houses.closes, houses.zone).at
    length = end - moment(day, houses.opens, houses.zone).at
    return Span(start, start + (length if length > timedelta() else 8 * _HOUR))


def _outage(read: _Read, found: Impact, span: Span, by: Member) -> Outage:
    row = read.organisation
    cost = row.person_day_cost
    day = None if cost is None else PersonDay(cost, row.person_day_cost_by, row.person_day_cost_on)
    rates = Rates(store.read_services(by.organisation_id), day, _day_hours(row))
    return outage(found.states, read.usages, span, rates, read.calendar.closed)


def _day_hours(row: Organisation) -> Decimal:
    day = date(2000, 1, 3)
    length = datetime.combine(day, row.closes_at) - datetime.combine(day, row.opens_at)
    return Decimal(int(length.total_seconds())) / 3600 if length > timedelta() else Decimal(8)


def _layout(graph: Graph, nodes: Iterable[Node]) -> Layout:
    """Return the picture of all that hangs together with these: the same from whichever end it is opened."""
    return laid_out(graph, part_of(graph, nodes))


def overview(*, by: Member, on: date) -> Overview:
    """Return what is to be seen to in the graph, what alone stops the most, and what may be missing."""
    read = _read(by, on)
    people = read.people
    return Overview(
        organisation=by.organisation,
        on=on,
        graph=read.graph,
        layout=laid_out(read.graph, {end for link in read.graph.links for end in (link.node, link.on)}),
        single=single_points(read.graph, people),
        findings=noticed(read.graph, people),
        people=people,
    )


def local(found: Impacted, at: datetime) -> datetime:
    """Return a moment on the organisation's clock."""
    return at.astimezone(ZoneInfo(found.zone))


def owners(found: Impacted) -> dict[str, tuple[Node, ...]]:
    """Return who answers for what is hit, by ref: the nodes they own."""
    owned: dict[str, list[Node]] = {}
    for node in sorted({*found.nodes, *found.impact.states}):
        owner = found.graph.owners.get(node)
        if owner is not None:
            owned.setdefault(owner, []).append(node)
    return {owner: tuple(nodes) for owner, nodes in sorted(owned.items())}


def called(found: Impacted, node: Node) -> str:
    return found.graph.called(node)
