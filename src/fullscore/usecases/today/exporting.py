"""Today as a file: one row for each line, in the order of the page, whatever became of it."""

from collections.abc import Iterator
from datetime import date, datetime

from fullscore.engine.registers.access import Member
from fullscore.paper import tables
from fullscore.usecases.today import reading
from fullscore.usecases.today.values import KeptLine

_HEADER = (
    "state", "group", "what", "why", "by", "a week costs", "currency", "hours", "with", "snoozed until",
    "reason", "code", "register", "ref",
)  # fmt: skip


def listed(*, by: Member, on: date, now: datetime) -> bytes:
    """Return the lines of this week, the rest, and those snoozed, done and declined; an unknown is empty."""
    found = reading.everything(by=by, on=on, now=now)
    lines = (*found.lines, *found.rest, *found.snoozed, *found.done, *found.declined)
    return tables.csv_bytes(_HEADER, (list(_cells(line, found.currency)) for line in lines))


def _cells(line: KeptLine, currency: str) -> Iterator[str]:
    document = line.document
    yield from (line.state, str(line.group or ""), str(document.get("title") or ""))
    yield str(document.get("why") or document.get("sentence") or "")
    yield from (line.act_by.isoformat() if line.act_by else "",)
    is_counted = line.cost is not None and not line.is_counted_elsewhere
    yield from (str(line.cost), currency) if is_counted else ("", "")
    yield from (str(line.hours), line.assigned_name)
    yield line.snoozed_until.isoformat() if line.snoozed_until else ""
    yield from (line.reason, line.code, line.register, line.ref)
