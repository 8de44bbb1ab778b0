"""Who works with a service, where and when: what an outage takes from them.

Hours of use are those said for the use, else of the team, else of the site, else of the service, else the
organisation's own; they are clock times of the place where people sit.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from zoneinfo import ZoneInfoNotFoundError

from fullscore.engine.calendars.clock import zone_of
from fullscore.engine.calendars.hours import HoursError, hours
from fullscore.engine.calendars.spans import Span, Spans, common, merged
from fullscore.engine.calendars.workdays import DAY
from fullscore.engine.estate.facts import PersonFact, Provenance, untold
from fullscore.engine.estate.graph import Node

_DAYS = {"1": "Mon", "2": "Tue", "3": "Wed", "4": "Thu", "5": "Fri", "6": "Sat", "7": "Sun"}


@dataclass(frozen=True, slots=True)
class Place:
    """A site, team or service with its hours of use, as people wrote them."""

    register: str
    ref: str
    name: str
    hours: str = ""
    zone: str = ""
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class UseFact:
    """One row of who uses what."""

    ref: str
    service: str
    team: str | None = None
    site: str | None = None
    hours: str = ""
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Usage:
    """These people, who sit in one place, work with a service in these hours; `told` is where they stand."""

    ref: str
    service: Node
    people: frozenset[str]
    hours: str
    zone: str
    told: tuple[str, str, str]
    team: str | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True)
class Houses:
    """What usages are worked out from, read whole; the last four are the organisation's own."""

    uses: tuple[UseFact, ...]
    people: tuple[PersonFact, ...]
    teams: Mapping[str, Place]
    sites: Mapping[str, Place]
    services: Mapping[str, Place]
    zone: str
    weekdays: str
    opens: str
    closes: str


def usages(found: Houses, *, on: date) -> tuple[Usage, ...]:
    """Return who works with each service on a day, by row and by where they sit."""
    active = [person for person in found.people if person.is_active(on)]
    return tuple(each for use in found.uses for each in _of_row(use, found, active))


def _of_row(use: UseFact, found: Houses, active: Iterable[PersonFact]) -> Iterator[Usage]:
    sitting: dict[str | None, set[str]] = defaultdict(set)
    for person in active:
        if use.team in {None, person.team} and use.site in {None, person.site}:
            sitting[person.site].add(person.ref)
    for site, people in sorted(sitting.items(), key=lambda each: each[0] or ""):
        place = found.sites.get(site or "")
        text, told = _hours(use, place, found)
        zone = place.zone if place and _is_zone(place.zone) else found.zone
        yield Usage(use.ref, f"services:{use.service}", frozenset(people), text, zone, told, use.team, site)


def _is_zone(name: str) -> bool:
    try:
        return bool(name) and zone_of(name) is not None
    except (ZoneInfoNotFoundError, ValueError):
        return False


def _hours(use: UseFact, site: Place | None, found: Houses) -> tuple[str, tuple[str, str, str]]:
    """Return the hours that hold and where they stand: the first that says any."""
    if use.hours:
        return use.hours, ("uses", use.ref, "hours")
    for place in (found.teams.get(use.team or ""), site, found.services.get(use.service)):
        if place is not None and place.hours:
            return place.hours, (place.register, place.ref, "hours")
    return working_hours(found.weekdays, found.opens, found.closes), ("settings", "organisation", "hours")


def working_hours(weekdays: str, opens: str, closes: str) -> str:
    """Return the organisation's own hours as people write them: Mon, Tue 08:00-17:00."""
    return f"{', '.join(_DAYS[each] for each in weekdays)} {opens}-{closes}"


def spans_of(usage: Usage, span: Span, closed: Container[date] = ()) -> Spans:
    """Return when they work with it within a span; hours nobody understands are taken for all hours."""
    zone = zone_of(usage.zone)
    begin, end = span.start.astimezone(zone).date(), span.end.astimezone(zone).date()
    try:
        found = hours(usage.hours).spans(begin - DAY, end + DAY, usage.zone, closed)
    except HoursError:
        return (span,)
    return common(found, (span,))


def together(each: Iterable[Spans]) -> Spans:
    """Return the moments that lie in any of them."""
    return merged(span for spans in each for span in spans)


def lasts(spans: Spans) -> timedelta:
    return sum((span.length for span in spans), timedelta())
