"""The mark of a finding: another one as soon as the case it is about is another case."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.finding import Value

LENGTH = 40
# Values that move with the calendar alone: tomorrow they differ though nothing has happened.
_MOVE = ("day", "days", "on", "today", "week", "weeks", "left", "late", "ago", "age", "over")
# A finding that has become urgent is another case for whoever put it off until something changes.
URGENT, FIRST_GROUP = "!", 1


def mark_of(action: Action) -> str:
    """Return the mark of a line: its day, what it is about in money, its losses, values and parts."""
    told = json.dumps(list(_told(action)), default=str)
    return hashlib.sha256(told.encode()).hexdigest()[:LENGTH]


def _told(action: Action) -> Iterator[object]:
    finding = action.finding
    yield finding.act_by
    yield _plain(finding.at_stake)
    for step in action.loss.steps if action.loss else ():
        yield step.reason, _plain(step.per_day), _plain(step.probability), step.counts.value
    for name in sorted(finding.values):
        if not _moves(name):
            yield name, _plain(finding.values[name])
    yield sorted(part.key for part in action.parts)


def _moves(name: str) -> bool:
    return bool(set(name.split("_")) & set(_MOVE))


def _plain(value: Value) -> object:
    """Return 12 and 12.00 as one thing."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else value


def snoozed_mark(mark: str, group: int | None) -> str:
    """Return what a snooze remembers: the mark, and whether it was urgent already."""
    return f"{mark}{URGENT}" if group == FIRST_GROUP else mark


def is_as_snoozed(remembered: str, mark: str, group: int | None) -> bool:
    """Return whether a case is still the one that was put off; one no longer urgent is."""
    return remembered in {snoozed_mark(mark, group), f"{mark}{URGENT}"}
