"""The organisation's settled ways, from its settings and calendars to the engine's values."""

from collections.abc import Iterable
from datetime import date, timedelta

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.goals.goal import House
from fullscore.engine.goals.periods import Reckoning
from fullscore.importing.calendars.public import public_holidays
from fullscore.store import reading
from fullscore.store.models import Organisation

# Past orders are counted in working days as far back as they are learned from.
YEARS_BACK, YEARS_AHEAD = 5, 6


def house_of(organisation_id: int, on: date) -> House:
    """Return currency, calendar and reckoning of days; vendors work on all but public holidays."""
    row = Organisation.objects.get(pk=organisation_id)
    events = tuple(reading.read_closures(organisation_id))
    years = range(on.year - YEARS_BACK, on.year + YEARS_AHEAD)
    public = dict(public_holidays(country=row.country, subdivision=row.subdivision, years=years))
    own = public | dict(_closed(events))
    # The nearest of several events with one name: this Christmas, not the next.
    named = {name: (start, end) for name, start, end, _ in reversed(events) if end >= on}
    return House(
        organisation=row.ref,
        currency=row.currency,
        reckoning=Reckoning(on, row.fiscal_start_month, row.date_order, named),
        calendar=Calendar(row.working_weekdays, own),
        vendor_calendar=Calendar("12345", public),
    )


def _closed(events: Iterable[tuple[str, date, date, bool]]) -> Iterable[tuple[date, str]]:
    for name, start, end, is_closed in events:
        if is_closed:
            yield from ((start + timedelta(days=step), name) for step in range((end - start).days + 1))
