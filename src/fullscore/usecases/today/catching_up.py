"""Today as it is this moment, for whoever cannot wait for a worker, and as it would be on another day."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from django.conf import settings

from fullscore.engine.registers.access import Member, Right
from fullscore.store import today as store
from fullscore.store.models import KeptFinding, TodayRun
from fullscore.usecases.today import finding_out, keeping, working
from fullscore.usecases.today.freshness import day_of
from fullscore.usecases.today.reading import Documents, assembled, everything
from fullscore.usecases.today.values import KeptLine, Today

Key = tuple[str, str, str]


def current(*, by: Member, on: date, now: datetime) -> Today:
    """Return Today of a day, worked out first where what is stored is behind.

    Another day than the organisation's own, or one that a worker has in hand, is worked out aside: states
    hold as they are kept, and nothing is stored.
    """
    by.require(Right.PLAN_GOALS)
    standing = store.standing_of(by.organisation_id)
    is_today = on == day_of(standing.zone, now, settings.ON)
    if is_today and not standing.is_stale(on, now):
        return everything(by=by, on=on, now=now)
    if is_today and working.work_out(organisation_id=by.organisation_id, now=now):
        return everything(by=by, on=on, now=now)
    return on_day(by=by, on=on, now=now)


def at_hand(*, by: Member, on: date, now: datetime) -> Today:
    """Return what is stored where it is of that day, however far behind; another day is worked out aside."""
    by.require(Right.PLAN_GOALS)
    run = store.run_of(by.organisation_id)
    if run is None or run.on is None or run.on == on:
        return everything(by=by, on=on, now=now)
    return on_day(by=by, on=on, now=now)


def on_day(*, by: Member, on: date, now: datetime) -> Today:
    """Return Today as it would be worked out on that day; nothing is stored."""
    by.require(Right.PLAN_GOALS)
    worked = finding_out.worked_out(by.organisation_id, on, now)
    known = store.known_findings(by.organisation_id)
    changed = keeping.merged(known, worked.found, finding_out.leaving(worked, known.values()))
    rows = {_key(row): row for row in (*known.values(), *changed)}
    run = TodayRun(summary=working.summary_of(worked), on=on, computed_at=now)
    told = ([getattr(row, name) for name in store.LINE] for row in rows.values())
    return assembled(by, told, run, on, now, _opened(rows))


def _opened(rows: Mapping[Key, KeptFinding]) -> Documents:
    def read(lines: Iterable[KeptLine]) -> tuple[KeptLine, ...]:
        return tuple(
            replace(line, document=rows[line.code, line.register, line.ref].document) for line in lines
        )

    return read


def _key(row: KeptFinding) -> Key:
    return row.code, row.register, row.ref
