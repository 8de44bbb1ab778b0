"""Calendar feeds as RFC 5545 writes them: all-day events with stable names, counted changes and alarms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

DAY = timedelta(days=1)
# How often a calendar program need look again; what is here changes by the day.
REFRESH = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Entry:
    """One day in a feed. `uid` stays while it is about the same thing; `sequence` grows when that changes.

    `alarms` are days before it on which a calendar should speak up, at nine in the morning. With `hours`,
    its first and last moment, it is an appointment: people are busy then.
    """

    uid: str
    on: date
    summary: str
    text: str
    url: str
    sequence: int
    changed_at: datetime
    alarms: tuple[int, ...] = (7, 1)
    hours: tuple[datetime, datetime] | None = None


def calendar(name: str, entries: Sequence[Entry]) -> bytes:
    """Return a feed of these days, as a calendar program subscribes to it."""
    made = Calendar()
    made.add("prodid", "-//Fullscore//Feed 1//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    made.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    for entry in entries:
        made.add_component(_event(entry))
    return bytes(made.to_ical())


def _event(entry: Entry) -> Event:
    made = Event()
    made.add("uid", entry.uid)
    made.add("dtstamp", entry.changed_at)
    made.add("last-modified", entry.changed_at)
    made.add("sequence", entry.sequence)
    start, end = entry.hours or (entry.on, entry.on + DAY)
    made.add("dtstart", start)
    made.add("dtend", end)
    made.add("summary", entry.summary)
    made.add("description", entry.text)
    made.add("url", entry.url)
    # The day is a reminder, not an appointment: nobody is busy because of it.
    made.add("transp", "OPAQUE" if entry.hours else "TRANSPARENT")
    for days in entry.alarms:
        made.add_component(_alarm(entry, days))
    return made


def _alarm(entry: Entry, days: int) -> Alarm:
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", entry.summary)
    # An all-day event begins at midnight where its reader is; alarms ring at nine in the morning.
    made.add("trigger", -days * DAY if entry.hours else timedelta(hours=9) - days * DAY)
    return made
