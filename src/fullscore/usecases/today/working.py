"""Working an organisation's findings out: claimed by one worker, computed aside, stored in one short write.

What the findings rest on is noted before anything is read, so whatever is written meanwhile makes them
stale again. A worker that is killed leaves a claim that runs out.
"""

import os
import socket
import threading
import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from fullscore import queue
from fullscore.engine.findings.trace import as_document
from fullscore.store import today as store
from fullscore.usecases.registers.waking import TODAY
from fullscore.usecases.today import finding_out, keeping
from fullscore.usecases.today.finding_out import Worked
from fullscore.usecases.today.freshness import day_of

KIND = TODAY
# At midnight of a zone everybody is stale at once; a sweep names so many, the next one the next.
AT_ONCE = 200
# One that failed is tried again by the clock after this; a change does not hurry it.
RESTS = timedelta(minutes=5)
_LONGEST_ERROR = 300
_ME = f"{socket.gethostname()[:40]}-{os.getpid()}-{uuid4().hex[:8]}"


@dataclass(frozen=True, slots=True)
class _Begun:
    """A working out in hand: by whom, what it rests on, and since when."""

    organisation_id: int
    by: str
    newest: store.Newest
    on: date
    now: datetime
    clock: float

    @property
    def took_ms(self) -> int:
        return round((time.monotonic() - self.clock) * 1000)


def stale(*, now: datetime) -> tuple[str, ...]:
    """Return the organisations whose findings are behind and that nobody works on, longest behind first."""
    waiting = [
        each
        for each in store.standings()
        if not each.is_taken(now) and each.is_stale(day_of(each.zone, now, settings.ON), now)
    ]
    waiting.sort(
        key=lambda each: each.run.computed_at.timestamp() if each.run and each.run.computed_at else 0
    )
    return tuple(str(each.organisation_id) for each in waiting[:AT_ONCE])


def wake(organisation_id: int) -> None:
    """Ask a worker to look at an organisation soon; call it in `transaction.on_commit` only."""
    queue.wake(KIND, str(organisation_id))


def advance(*, key: str, now: datetime) -> bool:
    """Work out what a wake-up names, unless it is not behind, gone, or in somebody's hands."""
    standing = store.standing_if_there(int(key))
    if standing is None or standing.is_taken(now):
        return False
    is_stale = standing.is_stale(day_of(standing.zone, now, settings.ON), now)
    return is_stale and work_out(organisation_id=standing.organisation_id, now=now)


def work_out(*, organisation_id: int, now: datetime) -> bool:
    """Work one organisation's findings out and store them; False when another worker is at it.

    What goes wrong is kept with the organisation, for its page to show, and raised: other organisations
    are other pieces of work.
    """
    # Two threads of one worker are two workers.
    by = f"{_ME}-{threading.get_ident()}"
    if not store.claim(organisation_id, by, now, now + timedelta(seconds=settings.LEASE_SECONDS)):
        return False
    try:
        return _carry_out(organisation_id, by, now)
    except Exception as error:
        told = f"{type(error).__name__}: {error}"[:_LONGEST_ERROR]
        store.fail(organisation_id, by, told, now + RESTS)
        raise


def _carry_out(organisation_id: int, by: str, now: datetime) -> bool:
    standing = store.standing_of(organisation_id)
    on = day_of(standing.zone, now, settings.ON)
    begun = _Begun(organisation_id, by, standing.newest, on, now, time.monotonic())
    worked = finding_out.worked_out(organisation_id, on, now)
    return _stored(begun, worked)


@transaction.atomic
def _stored(begun: _Begun, worked: Worked) -> bool:
    """Write what differs, if the claim is still ours; whoever acts meanwhile comes before or after."""
    changes = {
        "history": begun.newest.history, "on": begun.on, "computed_at": begun.now,
        "is_settled": begun.newest.is_settled(begun.now), "summary": summary_of(worked),
        "took_ms": begun.took_ms,
    }  # fmt: skip
    if not store.finish(begun.organisation_id, begun.by, changes):
        return False
    known = store.locked_findings(begun.organisation_id)
    rows = keeping.merged(known, worked.found, finding_out.leaving(worked, known.values()))
    store.write(rows)
    return True


def summary_of(worked: Worked) -> dict[str, object]:
    """Return what is kept beside the lines: the week's free hours, and whose loss is counted elsewhere."""
    free = worked.free
    return {
        "free": None if free is None else f"{free.value}",
        "free_trace": None if free is None else as_document(free),
        "counted": sorted(worked.counted),
    }
