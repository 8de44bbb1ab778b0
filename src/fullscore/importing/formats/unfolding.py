"""Unfolding: a series of events to its dates within a window, bounded in number and in time."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, tzinfo

import icalendar
import recurring_ical_events

from fullscore.importing.formats import events
from fullscore.importing.formats.purse import Purse, TooLongError

BEFORE, AFTER = timedelta(days=60), timedelta(days=400)
MOST_TIMES = 500  # one a day fits; what comes oftener than that runs away
Told = tuple[list[str], str | None]
Teller = Callable[[icalendar.Event, icalendar.Event, tzinfo | None, str], list[str]]


def unfolded(
    series: list[events.Event], on: date, zone: tzinfo | None, purse: Purse, told: Teller = events.cells
) -> Iterator[Told]:
    """Yield the rows of one series, and one that names it when not all of its dates could be read."""
    try:
        yield from list(_rows(series, on, zone, purse, told))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  what the library cannot say of one series is not said of it
        yield [series[0].uid or "an event"], "import-event-unreadable"


def _rows(
    series: list[events.Event], on: date, zone: tzinfo | None, purse: Purse, told: Teller
) -> Iterator[Told]:
    if not any(event.is_repeating for event in series):
        yield from ((told(one.component, one.component, zone, one.uid), None) for one in series)
        return
    master = _master(series)
    dates, code = _dates(series, on, purse)
    for one in dates or [master]:
        yield told(one, master, zone, f"{series[0].uid} {_which(one)}".strip()), None
    if code:
        yield [str(master.get("SUMMARY", "")) or series[0].uid], code


def _dates(series: list[events.Event], on: date, purse: Purse) -> tuple[list[icalendar.Event], str | None]:
    calendar = icalendar.Calendar()
    for event in series:
        calendar.add_component(event.component)
    try:
        with purse.spending():
            found = recurring_ical_events.of(calendar).between(on - BEFORE, on + AFTER)
    except TooLongError:
        return [], "import-event-endless"
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  a rule that cannot be followed, whatever the library calls it
        return [], "import-event-unreadable"
    found.sort(key=lambda one: _order(events.start(one)))
    return found[:MOST_TIMES], "import-event-endless" if len(found) > MOST_TIMES else None


def _master(series: list[events.Event]) -> icalendar.Event:
    """Return the event the series is told in; without one, the first of its changed dates."""
    own = (event.component for event in series if "RECURRENCE-ID" not in event.component)
    return next(own, series[0].component)


def _which(one: icalendar.Event) -> str:
    """Return the day this date stood on in its series; a date that was moved keeps it."""
    moment = events.moment(one, "RECURRENCE-ID") if "RECURRENCE-ID" in one else events.start(one)
    return moment.strftime("%Y%m%dT%H%M") if isinstance(moment, datetime) else f"{moment:%Y%m%d}"


def _order(moment: date | datetime) -> str:
    return moment.isoformat()
