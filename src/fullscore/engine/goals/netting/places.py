"""Places: which site's stock reaches which other site, and after how many working days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import LaneFact
from fullscore.engine.goals.goal import Assumption

# Working days a parcel takes from one site to another as long as nobody has typed any transfer.
USUAL_TRANSFER = 3
ASSUMED = Assumption(
    f"Stock goes from any site to any other in {USUAL_TRANSFER} working days; nobody has said so", "lanes"
)


@dataclass(frozen=True, slots=True)
class Ways:
    """How stock may travel. Without any typed transfer every site feeds every other."""

    lanes: Mapping[tuple[str, str], int]
    calendar: Calendar
    on: date

    def days(self, origin: str | None, target: str | None) -> int | None:
        """Return the working days of a transfer, 0 within a place, None when there is no way."""
        if origin is None or target is None or origin == target:
            return 0
        if not self.lanes:
            return USUAL_TRANSFER
        return self.lanes.get((origin, target))

    def arrival(self, since: date, days: int) -> date:
        """Return when what is usable at its place on `since` is there after so many days on the way."""
        return self.calendar.workdays_after(max(since, self.on), days) if days else since


def ways(lanes: tuple[LaneFact, ...], calendar: Calendar, on: date) -> Ways:
    """Return the ways of an organisation; of two lanes between the same sites the faster counts."""
    fastest: dict[tuple[str, str], int] = {}
    for lane in lanes:
        key = (lane.origin, lane.target)
        fastest[key] = min(fastest.get(key, lane.transfer_days), lane.transfer_days)
    return Ways(fastest, calendar, on)
