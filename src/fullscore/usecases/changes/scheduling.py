"""Dates for all open changes: a first schedule at once, made better until the time is up, with reasons."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from fullscore.engine.changes.saying import CODES
from fullscore.engine.changes.schedule import Schedule
from fullscore.engine.changes.violations import Rulebook
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.store import changes as store
from fullscore.usecases.changes.documents import Document, schedule_document
from fullscore.usecases.changes.posing import AS_IT_IS, HORIZON, Asked, Posed, posed
from fullscore.usecases.registers.values import RefusedError

LIMIT, MOST = 20, 600
# What reasons may take beyond the limit, in seconds; dates come first.
_REASONS = 2.0
_LAST_WORD = "reasons"


@dataclass(frozen=True, slots=True)
class Watch:
    """Who looks on: hears how far it is, and may say stop. Both are called in the caller's own thread."""

    progress: Callable[[str, str], None] = lambda _level, _value: None
    stop: Callable[[], bool] = lambda: False


ALONE = Watch()


def schedule(
    *, by: Member, on: date, now: datetime, limit: float = LIMIT, horizon_days: int = HORIZON,
    asked: Asked = AS_IT_IS, watch: Watch = ALONE,
) -> Document:  # fmt: skip
    """Return `fullscore/schedule/1` for all open changes as everything stands; writes nothing."""
    by.require(Right.PLAN_GOALS)
    if not 1 <= limit <= MOST:
        values: dict[str, Value] = {"value": f"{limit:g}", "most": MOST}
        raise RefusedError(Finding("schedule-limit-unread", Subject("changes", "limit"), values))
    return worked_out(by.organisation_id, on, now, limit, asked, watch, horizon_days)


def worked_out(  # noqa: PLR0917  as a run keeps them
    organisation_id: int, on: date, now: datetime, limit: float, asked: Asked, watch: Watch,
    horizon_days: int = HORIZON,
) -> Document:  # fmt: skip
    """Return the document of dates found within `limit` seconds, all reading counted in."""
    begun = time.monotonic()
    history = store.newest_history(organisation_id)
    told = posed(organisation_id, on, now, horizon_days=horizon_days, asked=asked)
    book = Rulebook(told.problem)
    watch.progress("list", "")
    # numpy takes sixteen megabytes, which a web process that looks for no dates does without.
    from fullscore.engine.changes.listing import list_schedule  # noqa: PLC0415

    first = list_schedule(told.problem, book)
    left = limit - (time.monotonic() - begun)
    found = _better(told, book, first, left, watch)
    watch.progress(_LAST_WORD, "")
    until = max(begun + limit, time.monotonic()) + _REASONS
    return schedule_document(
        told, book, found, asked=asked, history=history, is_time_left=lambda: time.monotonic() < until,
        seconds=lambda: time.monotonic() - begun,
    )  # fmt: skip


def _better(told: Posed, book: Rulebook, first: Schedule, left: float, watch: Watch) -> Schedule:
    # The solver's library takes half a second to load; who only reads the calendar does not wait for it.
    from fullscore.engine.changes.solver.levels import solved  # noqa: PLC0415

    if not told.problem.jobs:
        return first
    return solved(
        told.problem, first=first, limit=max(0.1, left), progress=watch.progress, stop=watch.stop,
        told=book.effects,
    )  # fmt: skip


def asked_for(without: Iterable[str] = (), no_changes: Iterable[str] = ()) -> Asked:
    """Return what is tried out: rules let go by key, and days such as 2026-12-01..2026-12-31.

    Raises `RefusedError` for what is neither.
    """
    keys = frozenset(key.strip() for key in without)
    unknown = sorted(key for key in keys if key.partition(":")[0] not in CODES or ":" not in key)
    if unknown:
        raise RefusedError(_unread("schedule-key-unknown", unknown[0]))
    return Asked(keys, tuple(_days(text) for text in no_changes))


def _days(text: str) -> tuple[date, date]:
    first, _, last = text.partition("..")
    try:
        days = date.fromisoformat(first.strip()), date.fromisoformat((last or first).strip())
    except ValueError:
        raise RefusedError(_unread("schedule-days-unread", text)) from None
    if days[1] < days[0]:
        raise RefusedError(_unread("schedule-days-unread", text))
    return days


def _unread(code: str, value: str) -> Finding:
    return Finding(code, Subject("changes", "asked"), {"value": shown(value)})


def asked_before(kept: object) -> Asked:
    """Return what a kept run was asked."""
    known = kept if isinstance(kept, dict) else {}
    frozen = (f"{first}..{last}" for first, last in known.get("frozen", ()))
    return asked_for(known.get("dropped", ()), frozen)
