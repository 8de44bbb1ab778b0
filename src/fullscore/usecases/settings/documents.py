"""What REST and the command line say about settings: the same document."""

from collections.abc import Iterable

from fullscore.engine.money.amounts import plain
from fullscore.usecases.settings.closed import ClosedDay
from fullscore.usecases.settings.fields import READERS, Settings

Document = dict[str, object]
_TIMES = ("opens_at", "closes_at")


def settings_document(settings: Settings, closed: Iterable[ClosedDay] = ()) -> Document:
    """Return the settings with the version a change must name, and the next closed days."""
    values = {field: getattr(settings, field) for field in READERS}
    times = {field: f"{values[field]:%H:%M}" for field in _TIMES}
    amount, said_on = settings.person_day_cost, settings.person_day_cost_on
    figure = {
        "person_day_cost": None if amount is None else plain(amount),
        "discount_percent": float(settings.discount_percent),
        "person_day_cost_on": None if said_on is None else said_on.isoformat(),
    }
    days = [{"on": day.on.isoformat(), "name": day.name} for day in closed]
    return {
        "schema": "fullscore/settings/1",
        "ref": settings.ref,
        **values,
        **times,
        **figure,
        "version": settings.version,
        "closed_days": days,
    }
