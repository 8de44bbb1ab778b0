"""Dates found in the background: claimed by one worker, told on while it works, stopped when asked.

A worker that is killed leaves a run that nobody tells on any more; after a while another takes it up anew.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings

from fullscore.store import changes as store
from fullscore.store.models import ScheduleRun
from fullscore.usecases.changes.asking import KIND
from fullscore.usecases.changes.documents import Document
from fullscore.usecases.changes.scheduling import LIMIT, Watch, asked_before, worked_out
from fullscore.usecases.registers.values import RefusedError

__all__ = ["KIND", "advance", "stale"]
Clock = Callable[[], datetime]
# How often somebody looks whether it is to stop, and says that it is still at it, in seconds.
_LOOK, _TELL = 0.5, 5.0
_LONGEST_ERROR = 300
_SEEN = "seen"


def stale(*, now: datetime) -> tuple[str, ...]:
    """Return the runs that wait, and those whose worker has not told on for too long."""
    return tuple(str(row.pk) for row in store.open_runs() if _is_free(row, now))


def _is_free(row: ScheduleRun, now: datetime) -> bool:
    if row.state == "asked":
        return True
    seen = row.progress.get(_SEEN)
    last = datetime.fromisoformat(seen) if isinstance(seen, str) else row.begun_at
    return last is None or last <= now - timedelta(seconds=settings.LEASE_SECONDS)


def advance(*, key: str, clock: Clock) -> bool:
    """Find the dates a run asks for, unless it is over, gone, or in somebody's hands."""
    now = clock()
    row = store.run_by_key(int(key))
    if row is None or row.state not in store.OPEN_RUNS or not _is_free(row, now):
        return False
    if row.stop_asked:
        store.write_run(row, row.begun_at, {"state": "stopped", "ended_at": now})
        return False
    return store.claim(row, now) and _carry_out(row, now, clock)


def _carry_out(row: ScheduleRun, claimed_at: datetime, clock: Clock) -> bool:
    at_it = _AtIt(row, claimed_at, clock)
    try:
        found = worked_out(
            row.organisation_id, row.on, claimed_at, LIMIT, asked_before(row.asked),
            Watch(at_it.told, at_it.is_stopped),
        )  # fmt: skip
    except RefusedError as error:
        return at_it.end({"state": "failed", "error": str(error)[:_LONGEST_ERROR]})
    except Exception as error:
        at_it.end({"state": "failed", "error": f"{type(error).__name__}: {error}"[:_LONGEST_ERROR]})
        raise
    return at_it.end(_done(found, is_stopped=at_it.is_stopped()))


def _done(found: Document, *, is_stopped: bool) -> dict[str, object]:
    state = "stopped" if is_stopped else "done"
    return {"state": state, "document": found, "history": found["history"]}


class _AtIt:
    """One run in hand: what it says of itself, and whether it is to stop."""

    def __init__(self, row: ScheduleRun, claimed_at: datetime, clock: Clock) -> None:
        self.row, self.claimed_at, self.clock = row, claimed_at, clock
        self.saying: dict[str, object] = {}
        self.looked = self.said = 0.0
        self.stopped = False

    def told(self, level: str, value: str) -> None:
        """Keep how far it is; each better value of one level is told on only every few seconds."""
        is_new = self.saying.get("level") != level
        self.saying = {"level": level, "value": value}
        if is_new:
            self._tell()

    def is_stopped(self) -> bool:
        """Say whether it is to stop: asked for, or taken up by another worker meanwhile."""
        here = time.monotonic()
        if not self.stopped and here - self.looked >= _LOOK:
            self.looked = here
            self.stopped = store.is_stop_asked(self.row)
        if here - self.said >= _TELL:
            self._tell()
        return self.stopped

    def _tell(self) -> None:
        self.said = time.monotonic()
        progress = {**self.saying, _SEEN: self.clock().isoformat()}
        if not store.write_run(self.row, self.claimed_at, {"progress": progress}):
            self.stopped = True

    def end(self, changes: dict[str, object]) -> bool:
        """Write what came out, if the run is still ours."""
        return store.write_run(self.row, self.claimed_at, {**changes, "ended_at": self.clock()})
