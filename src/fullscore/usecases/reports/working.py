"""A pack that was asked for, made in the background: composed, stamped, printed, frozen at once.

A worker that is killed leaves a pack that nobody tells on any more; after a while another takes it up anew.
"""

import hashlib
import json
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from fullscore.engine.calendars.clock import zone_of
from fullscore.engine.registers.access import Member, Right
from fullscore.store import reports as store
from fullscore.store.models import Pack
from fullscore.usecases.host.operating import as_operator
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.usecases.reports import printing
from fullscore.usecases.reports.issuing import WAKE
from fullscore.usecases.reports.keeping import asks_of, found
from fullscore.usecases.reports.making import made

__all__ = ["KIND", "advance", "fingerprint", "finish", "stale", "stamped"]
KIND = WAKE
Clock = Callable[[], datetime]
Document = dict[str, Any]
_TELL = 1.0
_LONGEST_ERROR = 500
_SEEN = "seen"


class StoppedError(Exception):
    """Somebody asked for the pack to be let be, or another worker took it up."""


def stale(*, now: datetime) -> tuple[str, ...]:
    """Return the packs that wait, and those whose worker has not told on for too long."""
    return tuple(str(row.pk) for row in store.open_packs() if _is_free(row, now))


def _is_free(row: Pack, now: datetime) -> bool:
    if row.state == "asked":
        return True
    seen = row.progress.get(_SEEN)
    last = datetime.fromisoformat(seen) if isinstance(seen, str) else row.begun_at
    return last is None or last <= now - timedelta(seconds=settings.LEASE_SECONDS)


def advance(*, key: str, clock: Clock) -> bool:
    """Make a pack, unless it is made, gone, or in somebody's hands."""
    now = clock()
    row = store.pack_by_key(int(key))
    if row is None or row.state not in store.OPEN_PACKS or not _is_free(row, now):
        return False
    if row.stop_asked:
        store.write(row, row.begun_at, {"state": "stopped", "ended_at": now})
        return False
    return store.claim(row, now) and _carry_out(_AtIt(row, now, clock))


def finish(*, by: Member, kind: str, number: int, clock: Clock) -> bool:
    """Make a pack that was asked for in this process, unless a worker has it already."""
    by.require(Right.KEEP_PLANS)
    return advance(key=str(found(by.organisation_id, kind, number).pk), clock=clock)


def _carry_out(at_it: "_AtIt") -> bool:
    try:
        document = stamped(_composed(at_it), at_it.row, at_it.clock())
        printed = dict(_printed(at_it, document))
        return _frozen(at_it, document, printed)
    except StoppedError:
        return at_it.end({"state": "stopped"})
    except (RefusedError, NotThereError) as error:
        return at_it.end({"state": "failed", "error": str(error)[:_LONGEST_ERROR]})
    except Exception as error:
        at_it.end({"state": "failed", "error": f"{type(error).__name__}: {error}"[:_LONGEST_ERROR]})
        raise


def _composed(at_it: "_AtIt") -> Document:
    """Return the document: the draft's where one was issued, else made anew."""
    row = at_it.row
    if row.document is not None:
        return dict(row.document)
    by = as_operator(row.organisation.ref, row.organisation_id)
    left_out = frozenset(row.asked.get("left_out", ()))
    return made(by=by, kind=row.kind, on=row.on, now=at_it.clock(), left_out=left_out, progress=at_it.tell)


def stamped(document: Mapping[str, Any], row: Pack, now: datetime) -> Document:
    """Return the document with its number, the moment it was frozen and who asked; a draft has none."""
    if row.number == store.DRAFT:
        return dict(document)
    at = now.astimezone(zone_of(row.organisation.zone)).isoformat(timespec="seconds")
    return {**document, "number": row.number, "issued_at": at, "issued_by": row.asked_by}


def _printed(at_it: "_AtIt", document: Document) -> list[tuple[str, bytes]]:
    found = []
    at_it.tell("Printing")
    for form, content in printing.files(at_it.row.organisation_id, document):
        found.append((form, content))
        at_it.tell(f"Printed {form.upper()}")
    return found


def _frozen(at_it: "_AtIt", document: Document, printed: Mapping[str, bytes]) -> bool:
    """Write document and files in one step; nothing is half there."""
    row = at_it.row
    with transaction.atomic():
        asked = {**row.asked, "asks": len(asks_of(document))}
        changes = {
            "state": "done", "document": document, "fingerprint": fingerprint(document), "asked": asked
        }  # fmt: skip
        is_ours = at_it.end(changes)
        for form, content in printed.items() if is_ours else ():
            store.keep_file(row, form, content)
    return is_ours


def fingerprint(document: Mapping[str, Any]) -> str:
    """Return the SHA-256 of the document in its canonical form: keys in order, no space."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


class _AtIt:
    """One pack in hand: what it says of itself, and whether it is to stop."""

    def __init__(self, row: Pack, claimed_at: datetime, clock: Clock) -> None:
        self.row, self.claimed_at, self.clock = row, claimed_at, clock
        self.said = 0.0

    def tell(self, step: str) -> None:
        """Keep how far it is; raises `StoppedError` where it is to stop."""
        if time.monotonic() - self.said < _TELL:
            return
        self.said = time.monotonic()
        progress = {"step": step, _SEEN: self.clock().isoformat()}
        is_ours = store.write(self.row, self.claimed_at, {"progress": progress})
        if not is_ours or store.is_stop_asked(self.row):
            raise StoppedError

    def end(self, changes: Mapping[str, object]) -> bool:
        """Write what came out, if the pack is still ours."""
        return store.write(self.row, self.claimed_at, {**changes, "ended_at": self.clock()})
