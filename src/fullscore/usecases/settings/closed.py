"""The days nobody works: public holidays of the place that fall on a working day."""

from dataclasses import dataclass
from datetime import date

from fullscore.engine.registers.access import Member, Right
from fullscore.importing.calendars.public import public_holidays
from fullscore.store.models import Organisation

SHOWN = 12


@dataclass(frozen=True, slots=True)
class ClosedDay:
    on: date
    name: str


def closed_days(*, by: Member, on: date) -> tuple[ClosedDay, ...]:
    """Return the next closed days from `on`, at most twelve; none where no calendar is known."""
    by.require(Right.BELONG)
    row = Organisation.objects.get(pk=by.organisation_id)
    found = public_holidays(country=row.country, subdivision=row.subdivision, years=(on.year, on.year + 1))
    coming = (
        ClosedDay(day, name)
        for day, name in found
        if day >= on and str(day.isoweekday()) in row.working_weekdays
    )
    return tuple(coming)[:SHOWN]
