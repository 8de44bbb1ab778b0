"""When a warranty ends, where a list tells only how long it runs."""

import calendar
from datetime import date

from fullscore.importing import literals
from fullscore.importing.filling import Filled
from fullscore.importing.kinds.kind import Told
from fullscore.importing.records import Told as Value

_MOST_MONTHS = 600
_MONTHS = 12


def warranty_end(told: Told, got: Filled) -> dict[str, Value]:
    """Return the day counted from buying; a list's own day, and one that stands already, go before."""
    bought, text = got.values.get("purchased_on"), told.text.get("warranty_months", "")
    if "warranty_ends_on" in got.values or not isinstance(bought, date) or not text:
        return {}
    try:
        months = literals.months(text)
    except literals.UnreadError:
        # "ProSupport Plus" is a contract's name; it stays beside the item.
        return {}
    return {"warranty_ends_on": _after(bought, months)} if months and months <= _MOST_MONTHS else {}


def _after(day: date, months: int) -> date:
    """Return the same day so many months on, the last of the month where it has no such day."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
