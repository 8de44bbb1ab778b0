"""What was asked, answered in the background: claimed by one worker, told on meanwhile, stopped when asked.

A worker that is killed leaves a run that nobody tells on any more; after a while another takes it up anew.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings

from fullscore.store import budget as store
from fullscore.store.models import BudgetRun
from fullscore.usecases.budget.asking import asked_before, print_of, worked_out
from fullscore.usecases.budget.posing import posed
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.usecases.risk import simulating
from fullscore.usecases.risk.posing import posed as posed_risks
from fullscore.usecases.risk.runs import WAKE
from fullscore.usecases.risk.values import Document, Watch

__all__ = ["KIND", "advance", "stale"]
KIND = WAKE
Clock = Callable[[], datetime]
# How often somebody looks whether it is to stop, and says that it is still at it, in seconds.
_LOOK, _TELL = 0.5, 2.0
_LONGEST_ERROR = 500
_SEEN = "seen"


def stale(*, now: datetime) -> tuple[str, ...]:
    """Return the runs that wait, and those whose worker has not told on for too long."""
    return tuple(str(row.pk) for row in store.open_runs() if _is_free(row, now))


def _is_free(row: BudgetRun, now: datetime) -> bool:
    if row.state == "asked":
        return True
    seen = row.progress.get(_SEEN)
    last = datetime.fromisoformat(seen) if isinstance(seen, str) else row.begun_at
    return last is None or last <= now - timedelta(seconds=settings.LEASE_SECONDS)


def advance(*, key: str, clock: Clock) -> bool:
    """Answer what a run asks for, unless it is over, gone, or in somebody's hands."""
    now = clock()
    row = store.run_by_key(int(key))
    if row is None or row.state not in store.OPEN_RUNS or not _is_free(row, now):
        return False
    if row.stop_asked:
        store.write_run(row, row.begun_at, {"state": "stopped", "ended_at": now})
        return False
    return store.claim(row, now) and _carry_out(row, now, clock)


def _carry_out(row: BudgetRun, claimed_at: datetime, clock: Clock) -> bool:
    at_it = _AtIt(row, claimed_at, clock)
    try:
        fingerprint, found = _answered(row, Watch(at_it.told, at_it.is_stopped))
    except (RefusedError, NotThereError) as error:
        return at_it.end({"state": "failed", "error": str(error)[:_LONGEST_ERROR]})
    except Exception as error:
        at_it.end({"state": "failed", "error": f"{type(error).__name__}: {error}"[:_LONGEST_ERROR]})
        raise
    state = "stopped" if at_it.is_stopped() else "done"
    return at_it.end({"state": state, "document": found, "fingerprint": fingerprint})


def _answered(row: BudgetRun, watch: Watch) -> tuple[str, Document]:
    """Return the answer with the fingerprint of the rows as they are by now."""
    if row.kind == simulating.SIMULATE:
        risks = posed_risks(row.organisation_id, row.on)
        return simulating.print_of(risks), simulating.worked_out(risks, simulating.SEED, watch)
    told = posed(row.organisation_id, row.on)
    return print_of(told, row.kind), worked_out(told, asked_before(row.kind, row.asked), watch)


class _AtIt:
    """One run in hand: what it says of itself, and whether it is to stop."""

    def __init__(self, row: BudgetRun, claimed_at: datetime, clock: Clock) -> None:
        self.row, self.claimed_at, self.clock = row, claimed_at, clock
        self.saying: dict[str, object] = {}
        self.looked = self.said = 0.0
        self.stopped = False

    def told(self, level: str, value: str) -> None:
        """Keep how far it is; each new value of one level is told on only every few seconds."""
        is_new = self.saying.get("level") != level
        self.saying = {"level": level, "value": value}
        if is_new or time.monotonic() - self.said >= _TELL:
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
