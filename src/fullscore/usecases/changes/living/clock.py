"""Moments as people say them: a day and a time on the organisation's clock."""

from datetime import date, datetime

from fullscore.engine.calendars import clock
from fullscore.engine.calendars.clock import ClockTrouble, zone_of
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.cleaning import shown


def moment(day: str, at: str, zone: str, label: str) -> datetime | Finding:
    """Return a moment, or a finding for what is none: no day, no time, or an hour that the clock leaps over.

    Of an hour that the clock shows twice the first is meant.
    """
    try:
        found = clock.moment(date.fromisoformat(day.strip()), at.strip(), zone)
    except ValueError:
        return _unknown(label, f"{day} {at}".strip())
    return _unknown(label, f"{day} {at}") if found.trouble is ClockTrouble.SKIPPED else found.at


def _unknown(label: str, value: str) -> Finding:
    about = Subject("changes", label)
    return Finding("change-moment-unknown", about, {"field": label, "value": shown(value)})


def planned(day: date | None, at: str, zone: str) -> datetime | None:
    """Return the moment a change is set for; without a time, the beginning of the day."""
    if day is None:
        return None
    return clock.moment(day, at or "00:00", zone).at.astimezone(zone_of(zone))


def local(at: datetime, zone: str) -> datetime:
    """Return the same moment on the clock of a place."""
    return at.astimezone(zone_of(zone))
