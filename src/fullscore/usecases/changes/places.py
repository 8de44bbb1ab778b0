"""When changes may be made and when not: windows, freezes and calendars as spans of nodes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fullscore.engine.calendars.clock import END_OF_DAY, ClockTrouble, local_day, midnight, moment
from fullscore.engine.calendars.recurring import recurring
from fullscore.engine.calendars.spans import Span, Spans, merged
from fullscore.engine.calendars.workdays import DAY
from fullscore.engine.changes.problem import Away, Frozen
from fullscore.engine.estate.graph import Graph, Node, node_of, ref_of, register_of
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.store.changes import Rows
from fullscore.store.models import CalendarEntry, Freeze, Site, Window

CALENDARS = "calendars"
_CODES = {ClockTrouble.SKIPPED: "clock-time-skipped", ClockTrouble.TWICE: "clock-time-twice"}


@dataclass(frozen=True, slots=True)
class Places:
    """What holds where. `opened` are the spans of each window row, `frozen` those of each freeze."""

    windows: Mapping[Node, Spans]
    opened: tuple[tuple[Window, Spans, tuple[Node, ...]], ...]
    frozen: tuple[Frozen, ...]
    away: tuple[Away, ...]
    findings: tuple[Finding, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Ground:
    """What rows are read against: the time asked for, the organisation's zone, and what stands where."""

    rows: Rows
    graph: Graph
    begin: datetime
    end: datetime
    zone: str

    @property
    def days(self) -> tuple[date, date]:
        return local_day(self.begin, self.zone), local_day(self.end, self.zone)

    def at_site(self, site: Site) -> frozenset[Node]:
        """Return the services used at a site and the things that stand there."""
        used = {node_of("services", ref) for ref in self.rows.used_at.get(site.pk, ())}
        stands = {
            node
            for node, ref in self.graph.sites.items()
            if ref == site.ref and register_of(node) in {"items", "pools"}
        }
        return frozenset(used | stands)


def places(ground: Ground) -> Places:
    """Return all of it; what cannot be understood is named, and the rest holds."""
    findings: list[Finding] = []
    opened = tuple(_opened(ground, findings))
    frozen = (*_frozen(ground, findings), *_read_frozen(ground))
    away = (*_away(ground), *_read_away(ground))
    return Places(_by_node(opened), opened, frozen, away, tuple(findings))


def _by_node(opened: Iterable[tuple[Window, Spans, tuple[Node, ...]]]) -> dict[Node, Spans]:
    found: dict[Node, list[Span]] = {}
    for _, spans, nodes in opened:
        for node in nodes:
            found.setdefault(node, []).extend(spans)
    return {node: merged(spans) for node, spans in found.items()}


def _opened(ground: Ground, findings: list[Finding]) -> Iterator[tuple[Window, Spans, tuple[Node, ...]]]:
    """Yield each window with its spans and nodes; those of nothing stand for services without their own."""
    named = [(row, _nodes_of(ground, row)) for row in ground.rows.windows]
    owned = {node for _, nodes in named for node in nodes or ()}
    rest = tuple(
        sorted(node for node in ground.graph.names if register_of(node) == "services" and node not in owned)
    )
    for row, nodes in named:
        spans = _spans(ground, row, findings)
        if spans is not None:
            yield row, spans, rest if nodes is None else tuple(sorted(nodes))


def _nodes_of(ground: Ground, row: Window) -> frozenset[Node] | None:
    found: set[Node] = set()
    if row.service is not None:
        found.add(node_of("services", row.service.ref))
    if row.item is not None:
        found.add(node_of("items", row.item.ref))
    if row.site is not None:
        found |= ground.at_site(row.site)
    is_for_all = row.service is None and row.item is None and row.site is None
    return None if is_for_all else frozenset(found)


def zone_of_site(site: Site | None, zone: str, findings: list[Finding]) -> str:
    """Return the zone of a site, the organisation's where it says none or one nobody knows."""
    if site is None or not site.zone:
        return zone
    try:
        ZoneInfo(site.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        findings.append(
            Finding("zone-not-known", Subject("sites", site.ref), {"name": site.name, "value": site.zone})
        )
        return zone
    return site.zone


def _spans(ground: Ground, row: Window, findings: list[Finding]) -> Spans | None:
    zone, (begin, end) = zone_of_site(row.site, ground.zone, findings), ground.days
    about = Subject("windows", row.ref)
    try:
        found = recurring(
            row.weekdays, row.weeks, row.opens_at, row.closes_at, begin, end, zone,
            first=row.starts_on, last=row.ends_on,
        )  # fmt: skip
    except (ValueError, KeyError):
        values = {"name": row.name, "value": f"{row.opens_at} {row.closes_at}"}
        findings.append(Finding("clock-time-unread", about, values))
        return None
    clocks = {row.opens_at, row.closes_at}
    for day in _jumps(begin, end, zone):
        if str(day.isoweekday()) in row.weekdays or str((day - DAY).isoweekday()) in row.weekdays:
            findings += (
                trouble for clock in sorted(clocks) for trouble in odd(about, row.name, day, clock, zone)
            )
    return found


def _jumps(begin: date, end: date, zone: str) -> Iterator[date]:
    """Yield the local days on which clocks are changed."""
    for step in range((end - begin).days + 1):
        day = begin + DAY * step
        if midnight(day + DAY, zone) - midnight(day, zone) != DAY:
            yield day


def odd(about: Subject, name: str, day: date, clock: str, zone: str) -> Iterator[Finding]:
    """Yield a finding for a clock time that does not exist on a day, or exists twice."""
    found = moment(day, clock, zone)
    if found.trouble is not None:
        yield Finding(_CODES[found.trouble], about, {"name": name, "day": day, "clock": clock})


def _frozen(ground: Ground, findings: list[Finding]) -> Iterator[Frozen]:
    for row in ground.rows.freezes:
        span = _frozen_span(ground, row, findings)
        if span is None:
            continue
        nodes: frozenset[Node] | None = None
        if row.service is not None:
            nodes = frozenset({node_of("services", row.service.ref)})
        if row.site is not None:
            nodes = (nodes or frozenset()) | ground.at_site(row.site)
        yield Frozen(row.ref, row.name, (span,), row.strength == "hard", nodes)


def _frozen_span(ground: Ground, row: Freeze, findings: list[Finding]) -> Span | None:
    zone, about = zone_of_site(row.site, ground.zone, findings), Subject("freezes", row.ref)
    clocks = (row.starts_at or "00:00", row.ends_at or END_OF_DAY)
    try:
        for day, clock in zip((row.starts_on, row.ends_on), clocks, strict=True):
            findings += odd(about, row.name, day, clock, zone)
        start, end = moment(row.starts_on, clocks[0], zone).at, moment(row.ends_on, clocks[1], zone).at
    except ValueError:
        findings.append(Finding("clock-time-unread", about, {"name": row.name, "value": " ".join(clocks)}))
        return None
    if end <= start:
        findings.append(Finding("freeze-ends-before-it-begins", about, {"name": row.name}))
        return None
    return Span(start, end)


def _read(ground: Ground, *means: str) -> Iterator[tuple[CalendarEntry, Span]]:
    for entry in ground.rows.entries:
        if entry.source.means in means and entry.start < entry.end:
            yield entry, Span(entry.start, entry.end)


def entry_ref(entry: CalendarEntry) -> str:
    """Return what an occurrence is called in keys of rules: the same however often it is read."""
    return f"{entry.source.name}/{entry.uid}/{entry.start:%Y%m%dT%H%MZ}"


def _read_frozen(ground: Ground) -> Iterator[Frozen]:
    for entry, span in _read(ground, "hard freeze", "soft freeze"):
        service = entry.source.service
        nodes = frozenset({node_of("services", service.ref)}) if service is not None else None
        is_hard = entry.source.means == "hard freeze"
        yield Frozen(entry_ref(entry), entry.name, (span,), is_hard, nodes, CALENDARS)


def _away(ground: Ground) -> Iterator[Away]:
    for row in ground.rows.absences:
        zone = ground.zone
        span = Span(midnight(row.starts_on, zone), midnight(row.ends_on + DAY, zone))
        yield Away(row.ref, row.person.ref, span, row.person.name)


def _read_away(ground: Ground) -> Iterator[Away]:
    for entry, span in _read(ground, "absence"):
        person = entry.source.person
        if person is not None:
            yield Away(entry_ref(entry), person.ref, span, entry.name)


def closed_days(ground: Ground) -> dict[date, str]:
    """Return the days on which a calendar that was read says the business is closed."""
    found: dict[date, str] = {}
    for entry, span in _read(ground, "closed"):
        day, last = local_day(span.start, ground.zone), local_day(span.end, ground.zone)
        # A whole day ends at the next midnight; a closed afternoon leaves the day a working day.
        while midnight(day + DAY, ground.zone) <= span.end and day <= last:
            if midnight(day, ground.zone) >= span.start:
                found[day] = entry.name
            day += DAY
    return found


def name_of(graph: Graph, node: Node) -> str:
    return graph.names.get(node, ref_of(node))
