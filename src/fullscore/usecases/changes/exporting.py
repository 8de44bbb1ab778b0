"""The calendar of changes as a sheet: a line for each change, with what no register holds."""

from collections.abc import Iterable
from datetime import datetime

from fullscore.paper import tables
from fullscore.usecases.changes.values import BoardChange

_COLUMNS = (
    "change", "name", "state", "starts", "ends", "watched_until", "wanted_by", "owner", "people", "touches",
    "waits_for", "against_it",
)  # fmt: skip


def calendar_csv(changes: Iterable[BoardChange]) -> bytes:
    """Return the changes as CSV; moments on the organisation's clock, with its offset."""
    return tables.csv_bytes(_COLUMNS, (_cells(each) for each in changes))


def _cells(each: BoardChange) -> list[str]:
    return [
        each.ref, each.name, each.state, _moment(each.start), _moment(each.end), _moment(each.soak_until),
        each.due.isoformat() if each.due else "", each.owner, ", ".join(each.who),
        ", ".join(touch.name for touch in each.touches), ", ".join(each.waits_for),
        " ".join(rule.sentence for rule in each.rules),
    ]  # fmt: skip


def _moment(at: datetime | None) -> str:
    return at.isoformat(timespec="minutes") if at else ""
