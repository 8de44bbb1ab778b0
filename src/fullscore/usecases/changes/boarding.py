"""The calendar of changes: everything one page shows of some days."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from fullscore.engine.calendars.clock import midnight
from fullscore.engine.calendars.spans import Span, Spans, overlapping
from fullscore.engine.calendars.workdays import DAY
from fullscore.engine.changes.problem import Frozen
from fullscore.engine.changes.starts import unary
from fullscore.engine.estate.graph import Graph, Node, node_of
from fullscore.engine.registers.access import Member, Right
from fullscore.store import changes as store
from fullscore.usecases.changes import asking, calendars, cards, places
from fullscore.usecases.changes.places import CALENDARS, Ground, Places
from fullscore.usecases.changes.standing import Standing, standing
from fullscore.usecases.changes.values import Bar, Board, BoardChange, Lane, Slot
from fullscore.usecases.goals import recalling
from fullscore.usecases.goals.house import house_of


def board(*, by: Member, on: date, now: datetime, begin: date, end: date) -> Board:
    """Return the calendar of local days [begin, end], with every change that is not over."""
    by.require(Right.PLAN_GOALS)
    quarter = int(now.timestamp()) // 900
    key = ("board", by.organisation_id, by.may(Right.EDIT_REGISTERS), on, quarter, begin, end)
    return recalling.recalled(key, lambda: _board(by, on, now, begin, end), lambda _: True)


def _board(by: Member, on: date, now: datetime, begin: date, end: date) -> Board:
    stands = standing(by.organisation_id, on, now, until=end)
    zone = stands.problem.zone
    span = Span(midnight(begin, zone), midnight(end + DAY, zone))
    rows = store.read_rows(by.organisation_id, span.start, span.end)
    ground = Ground(rows, stands.problem.graph, span.start, span.end, zone)
    found = places.places(ground)
    changes = cards.cards(stands, on, span)
    bars = tuple(_bars(stands, ground, found, by.organisation_id, on))
    return Board(
        organisation=rows.organisation.name,
        zone=zone,
        on=on,
        begin=begin,
        end=end,
        changes=changes,
        bars=bars,
        lanes=_lanes(stands, ground, found, bars, changes),
        findings=(*stands.posed.everything_said, *calendars.failing(by.organisation_id)),
        rules=_rules(stands),
        run=asking.newest(by.organisation_id),
        newest=_newest(ground),
        may_edit=by.may(Right.EDIT_REGISTERS),
    )


def _newest(ground: Ground) -> datetime | None:
    rows = ground.rows
    return max((row.changed_at for row in (*rows.changes, *rows.windows, *rows.freezes)), default=None)


def _rules(stands: Standing) -> Mapping[str, int]:
    """Return how many rules hold, by their word: each once, however many changes it holds for."""
    problem = stands.problem
    keys = {rule.key for effect in stands.book.effects.values() for rule in unary(problem, effect)}
    keys |= {f"order:{first}>{job.ref}" for job in problem.jobs for first in job.after}
    keys |= {f"hours:{hand.ref}" for hand in problem.hands if hand.hours is not None}
    keys |= {f"absence:{away.ref}" for away in problem.absences}
    keys |= {f"announced:{job.ref}" for job in problem.jobs if job.is_announced}
    return Counter(key.partition(":")[0] for key in keys - problem.dropped)


def _bars(stands: Standing, ground: Ground, found: Places, organisation_id: int, on: date) -> Iterator[Bar]:
    graph = ground.graph
    for row, spans, nodes in found.opened:
        about = tuple(sorted(places.name_of(graph, node) for node in nodes))
        for span in spans:
            yield _bar(stands, "window", row.name, span, about, where=("windows", row.ref))
    for frozen in found.frozen:
        yield from _frozen(stands, graph, frozen)
    for away in found.away:
        person = next((row.name for row in ground.rows.people if row.ref == away.person), away.person)
        yield _bar(stands, "absence", person, away.span, (person,), where=("absences", away.ref))
    yield from _events(stands, ground)
    yield from _holidays(stands, ground, organisation_id, on)


def _bar(
    stands: Standing, kind: str, name: str, span: Span, about: tuple[str, ...], *, where: tuple[str, str]
) -> Bar:
    start, end = stands.local(span.start), stands.local(span.end)
    is_whole = start.time() == end.time() == datetime.min.time()
    return Bar(kind, name, start, end, about, *where, is_whole_day=is_whole)


def _frozen(stands: Standing, graph: Graph, frozen: Frozen) -> Iterator[Bar]:
    kind = "hard freeze" if frozen.is_hard else "soft freeze"
    about = tuple(sorted(places.name_of(graph, node) for node in frozen.nodes or ()))
    for span in frozen.spans:
        yield _bar(stands, kind, frozen.name, span, about, where=(frozen.register, frozen.ref))


def _events(stands: Standing, ground: Ground) -> Iterator[Bar]:
    zone = ground.zone
    for row in ground.rows.events:
        span = Span(midnight(row.starts_on, zone), midnight(row.ends_on + DAY, zone))
        kind = "closed" if row.is_closed else "event"
        yield _bar(stands, kind, row.name, span, (), where=("events", row.ref))
    for entry in ground.rows.entries:
        if entry.source.means in {"event", "closed"} and entry.start < entry.end:
            span = Span(entry.start, entry.end)
            where = (CALENDARS, entry.source.name)
            yield _bar(stands, entry.source.means, entry.name, span, (), where=where)


def _holidays(stands: Standing, ground: Ground, organisation_id: int, on: date) -> Iterator[Bar]:
    first, last = ground.days
    for day, name in sorted(house_of(organisation_id, on).vendor_calendar.closed.items()):
        if first <= day < last:
            span = Span(midnight(day, ground.zone), midnight(day + DAY, ground.zone))
            yield _bar(stands, "holiday", name, span, (), where=("", ""))


def _lanes(
    stands: Standing, ground: Ground, found: Places, bars: tuple[Bar, ...], changes: tuple[BoardChange, ...]
) -> tuple[Lane, ...]:
    """Return a lane for each service that a change reaches, or a window or freeze names; busy ones first."""
    reached: dict[Node, list[str]] = {}
    for change in changes:
        for service in change.services:
            reached.setdefault(service.node, []).append(change.ref)
    named = {node_of("services", row.service.ref) for row in ground.rows.windows if row.service}
    named |= {node_of("services", row.service.ref) for row in ground.rows.freezes if row.service}
    people = {row.ref: row.name for row in ground.rows.people}
    span = Span(ground.begin, ground.end)
    freezes = [bar for bar in bars if bar.kind.endswith("freeze")]
    lanes = []
    for node in {*reached, *named} & ground.graph.names.keys():
        name = ground.graph.names[node]
        owner = people.get(ground.graph.owners.get(node, ""), "")
        windows = _slots(stands, overlapping(found.windows.get(node, ()), span))
        frozen = tuple(bar for bar in freezes if not bar.about or name in bar.about)
        refs = tuple(reached.get(node, ()))
        lanes.append(Lane(node, name, owner, windows, frozen, refs, node in found.windows))
    return tuple(sorted(lanes, key=lambda lane: (-len(lane.changes), lane.name)))


def _slots(stands: Standing, spans: Spans) -> tuple[Slot, ...]:
    return tuple(Slot(stands.local(span.start), stands.local(span.end)) for span in spans)
