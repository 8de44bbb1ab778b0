"""An emergency is written down after the fact, with what truly happened."""

from collections.abc import Mapping
from datetime import datetime

from fullscore.engine.changes.states import Stage
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.access import Member
from fullscore.store.models import Change, HistoryEntry
from fullscore.usecases.changes.living import clock, keeping
from fullscore.usecases.registers.values import RefusedError

FIELDS = ("begun_day", "begun_at", "ended_day", "ended_at", "outcome")


def is_told(given: Mapping[str, str]) -> bool:
    """Return whether anything was said about what happened."""
    return any(given.get(name, "").strip() for name in FIELDS if name != "outcome")


def write(by: Member, row: Change, given: Mapping[str, str], now: datetime) -> HistoryEntry | None:
    """Keep when it truly began and ended; without an end it is still being worked on."""
    begun, ended = _moment(row, given, "begun", now), _moment(row, given, "ended", now)
    if begun is None:
        values: dict[str, Value] = {"field": "Begun", "value": "nothing"}
        raise RefusedError(Finding("change-moment-unknown", Subject(keeping.REGISTER, "begun_day"), values))
    if ended is not None and ended < begun:
        raise keeping.refused("change-ends-before-it-begins", row)
    stage = Stage.RUNNING if ended is None else Stage.DONE
    stage = Stage.ROLLED_BACK if ended is not None and given.get("outcome") == "rolled back" else stage
    there = clock.local(begun, row.organisation.zone)
    values = {"state": stage.value, "starts_on": there.date(), "starts_at": f"{there:%H:%M}"}
    times = {"begun_at": begun, "ended_at": ended}
    return keeping.put(by, row, values, now, action="told", times=times)


def _moment(row: Change, given: Mapping[str, str], which: str, now: datetime) -> datetime | None:
    day, at = given.get(f"{which}_day", ""), given.get(f"{which}_at", "")
    if not (day.strip() or at.strip()):
        return None
    label = "Begun" if which == "begun" else "Over"
    found = clock.moment(day, at, row.organisation.zone, label)
    if isinstance(found, Finding):
        raise RefusedError(found)
    if found > now:
        raise keeping.refused("change-moment-ahead", row, field=label)
    return found
