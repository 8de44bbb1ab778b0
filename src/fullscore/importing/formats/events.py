"""One event of a calendar: read by itself, told as the cells of a row."""

import contextlib
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from datetime import time as clock
from time import process_time
from typing import Protocol

import icalendar
from icalendar.timezone import tzp

from fullscore.importing.formats.purse import Purse, TooLongError

_REPEATING = ("RRULE", "RDATE", "RECURRENCE-ID")
_WRITTEN = ("DTSTAMP", "LAST-MODIFIED", "CREATED")
FIRST, LATEST = 1900, 2200
_QUICK = 0.005
_ZONE_NAME = re.compile(r"^TZID[;:].*$", re.IGNORECASE | re.MULTILINE)
Moment = date | datetime


@dataclass(frozen=True, slots=True)
class Event:
    """An event that could be read: what the library made of it, and whether it is one of a series."""

    component: icalendar.Event
    uid: str
    is_repeating: bool
    written: date | None
    begins: date


def zone_named(name: str) -> tzinfo | None:
    """Return the zone a whole calendar says it is in, by which its UTC times are told."""
    if not name:
        return None
    with contextlib.suppress(Exception):
        return tzp.timezone(name)
    return None


def remember_zone(block: str, time: Purse) -> None:
    """Let events say the zone's name; one that cannot be read leaves their times as they are written."""
    # The library remembers every zone it reads, so a zone is tried under a name nobody says.
    tried = _ZONE_NAME.sub("TZID:fullscore-tries-this-one", block)
    with contextlib.suppress(Exception, TooLongError), time.spending():
        zone = icalendar.Timezone.from_ical(tried)
        if isinstance(zone, icalendar.Timezone) and _is_quick(zone.to_tz(lookup_tzid=False)):
            icalendar.Timezone.from_ical(block)


def _is_quick(zone: tzinfo) -> bool:
    """Tell whether the zone answers at once for late days too: every event will ask it."""
    zone.utcoffset(datetime(LATEST, 1, 1))  # noqa: DTZ001  asked by the clock there
    began = process_time()
    zone.utcoffset(datetime(LATEST, 7, 1))  # noqa: DTZ001  the same
    return process_time() - began < _QUICK


def read(block: str, time: Purse) -> Event | None:
    """Return the event, or None when its dates or its rule make no sense."""
    try:
        with time.spending():
            return _read(block)
    except MemoryError:
        raise
    except (Exception, TooLongError):  # noqa: BLE001  the library raises many kinds; all mean the same here
        return None


def _read(block: str) -> Event | None:
    component = icalendar.Event.from_ical(block)
    if not isinstance(component, icalendar.Event) or not _makes_sense(component):
        return None
    repeating = any(name in component for name in _REPEATING)
    uid, begins = str(component.get("UID", "")), _day(start(component))
    return Event(component, uid, repeating, _written(component), begins)


def cells(event: icalendar.Event, master: icalendar.Event, zone: tzinfo | None, uid: str) -> list[str]:
    """Return the event as a row; of a series every date is a row of its own."""
    starts, ends = _local(moment(event, "DTSTART"), zone), _local(event.end, zone)
    rule = master.get("RRULE")
    return [
        str(event.get("SUMMARY", "")),
        _said(starts),
        _last_day(starts, ends).isoformat(),
        "no" if isinstance(starts, datetime) else "yes",
        str(event.get("LOCATION", "")),
        uid,
        _rule(rule),
        str(event.get("STATUS", "")).lower(),
        "; ".join(map(str, _categories(event))),
    ]


def moments(event: icalendar.Event, _master: icalendar.Event, _zone: tzinfo | None, uid: str) -> list[str]:
    """Return name, both moments, whole days or not, UID and status; a floating time has no offset."""
    starts, ends = moment(event, "DTSTART"), event.end
    return [
        str(event.get("SUMMARY", "")), starts.isoformat(), ends.isoformat(),
        "no" if isinstance(starts, datetime) else "yes", uid, str(event.get("STATUS", "")).lower(),
    ]  # fmt: skip


def moment(event: icalendar.Event, name: str) -> Moment:
    """Return the day or moment of one property, as written."""
    # The library has two dozen kinds of properties; only those of time are asked for here.
    found: Moment = event[name].dt  # type: ignore[union-attr,assignment]
    return found


def start(event: icalendar.Event) -> Moment:
    """Return when the event begins, as written."""
    return moment(event, "DTSTART")


def _makes_sense(component: icalendar.Event) -> bool:
    if "DTSTART" not in component or any(name in _NEEDED for name, _ in component.errors):
        return False
    if not FIRST <= start(component).year <= LATEST:
        return False
    rules = component.get("RRULE")
    # The end is computed by the library from one of two properties; asking for it finds both broken.
    return not isinstance(rules, list) and not _is_before(component.end, start(component))


_NEEDED = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"})


def _written(component: icalendar.Event) -> date | None:
    found = [moment(component, name) for name in _WRITTEN if hasattr(component.get(name), "dt")]
    return max(map(_day, found), default=None)


def _local(moment: Moment, zone: tzinfo | None) -> Moment:
    """Return the moment as clocks there show it: Google writes UTC and names the zone once, on top."""
    is_utc = isinstance(moment, datetime) and moment.utcoffset() == timedelta(0)
    return moment.astimezone(zone) if zone and is_utc and isinstance(moment, datetime) else moment


def _said(moment: Moment) -> str:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None, microsecond=0).isoformat(" ")
    return moment.isoformat()


def _last_day(starts: Moment, ends: Moment) -> date:
    """Return the last day, itself included: a calendar's end is the first moment after."""
    if isinstance(ends, datetime):
        before = ends - timedelta(microseconds=1) if ends.time() == clock() else ends
        return max(_day(before), _day(starts))
    return max(ends - timedelta(days=1), _day(starts))


def _is_before(one: Moment, other: Moment) -> bool:
    """Compare moments; a floating one and one of a zone can only be compared by their days."""
    if (
        isinstance(one, datetime)
        and isinstance(other, datetime)
        and (one.tzinfo is None) == (other.tzinfo is None)
    ):
        return one < other
    return _day(one) < _day(other)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


class _HasIcal(Protocol):
    def to_ical(self) -> bytes: ...


def _rule(rule: _HasIcal | None) -> str:
    return rule.to_ical().decode() if rule is not None else ""


def _categories(event: icalendar.Event) -> list[str]:
    return [str(word) for word in event.categories if str(word).strip()]
