"""Reading Today: stored findings only, documents of those that are shown, and how far they can be trusted."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.today.weeks import week
from fullscore.store import accounts
from fullscore.store import today as store
from fullscore.store.models import KeptFinding, Organisation, TodayRun
from fullscore.usecases.goals import recalling
from fullscore.usecases.registers.values import NotThereError
from fullscore.usecases.today import freshness, summing
from fullscore.usecases.today.values import Document, KeptLine, Today

REGISTER = "today"
DONE_SHOWN, DECLINED_SHOWN = timedelta(days=7), timedelta(days=90)
_STATE, _UNTIL = store.LINE.index("state"), store.LINE.index("snoozed_until")
NO_DOCUMENT: Document = MappingProxyType({})
Documents = Callable[[Iterable[KeptLine]], tuple[KeptLine, ...]]


class _Light(NamedTuple):
    """As much of a line as says whether it is of this week."""

    group: int | None
    hours: Decimal
    act_by: date | None
    cost: Decimal | None = None
    is_counted_elsewhere: bool = False


def today(*, by: Member, on: date, now: datetime) -> Today:
    """Return what to do this week as it was worked out last; only lines of this week carry documents.

    Read again once a minute, and as soon as anything at all was written; in between it is remembered.
    """
    by.require(Right.PLAN_GOALS)
    minute = now.replace(second=0, microsecond=0)
    key = ("today", by.organisation_id, on, minute)
    return recalling.recalled(key, lambda: _read(by, on, now, is_whole=False))


def everything(*, by: Member, on: date, now: datetime) -> Today:
    """Return the same with the documents of all lines."""
    by.require(Right.PLAN_GOALS)
    return _read(by, on, now, is_whole=True)


def line(*, by: Member, finding: int) -> KeptLine:
    """Return one line with its document; raises `NotThereError`."""
    by.require(Right.PLAN_GOALS)
    row = store.findings(by.organisation_id).filter(pk=finding).first()
    return line_of(there(row, finding), row.document if row else NO_DOCUMENT)


def there(row: KeptFinding | None, finding: int) -> KeptFinding:
    """Return the row; raises `NotThereError` where there is none."""
    if row is None:
        values = {"target": "finding", "value": str(finding)}
        raise NotThereError(Finding("row-not-found", Subject(REGISTER, str(finding)), values))
    return row


def count(*, by: Member) -> int | None:
    """Return how many lines there are this week, for every page; None where nothing was ever worked out."""
    by.require(Right.PLAN_GOALS)
    return recalling.recalled(("today's count", by.organisation_id), lambda: _count(by), lambda _: True)


def _count(by: Member) -> int | None:
    run = store.run_of(by.organisation_id)
    if run is None or run.computed_at is None or run.on is None:
        return None
    free = run.summary.get("free")
    lines = [_Light(*each) for each in store.open_lines(by.organisation_id)]
    return len(week(lines, on=run.on, free_hours=None if free is None else Decimal(free)).lines)


def assignees(*, by: Member) -> tuple[tuple[int, str], ...]:
    """Return user and name of everybody who may act on findings, by name."""
    by.require(Right.ACT_ON_FINDINGS)
    places = accounts.active(by.organisation_id).select_related("user", "organisation")
    members = (accounts.member_of(place) for place in places)
    found = ((one.user_id, one.name) for one in members if one.may(Right.ACT_ON_FINDINGS))
    return tuple(sorted(((pk, name) for pk, name in found if pk is not None), key=lambda one: one[1]))


def _read(by: Member, on: date, now: datetime, *, is_whole: bool) -> Today:
    run = store.run_of(by.organisation_id)
    is_behind = store.newest_of(by.organisation_id).is_after(run, on, now)
    rows = store.shown(by.organisation_id, now - DECLINED_SHOWN)
    kept = _with_documents(by.organisation_id)
    found = assembled(by, rows, run or TodayRun(), on, now, kept if is_whole else tuple)
    return replace(found, lines=found.lines if is_whole else kept(found.lines), is_behind=is_behind)


def _with_documents(organisation_id: int) -> Documents:
    def read(lines: Iterable[KeptLine]) -> tuple[KeptLine, ...]:
        told = tuple(lines)
        found = store.documents(organisation_id, (one.id for one in told if one.id is not None))
        return tuple(replace(one, document=found.get(one.id or 0, NO_DOCUMENT)) for one in told)

    return read


def assembled(  # noqa: PLR0917  for this module and the one that works out another day only
    by: Member, rows: Iterable[Sequence[Any]], run: TodayRun, on: date, now: datetime, opened: Documents
) -> Today:
    """Return Today from rows that are stored, or that were worked out for another day."""
    counted = frozenset(run.summary.get("counted", ()))
    lines = [_line(row, NO_DOCUMENT, counted, on) for row in rows]
    todo = _numbered(one for one in lines if one.state == "open" and one.rank is not None)
    free = run.summary.get("free")
    share = week(todo, on=on, free_hours=None if free is None else Decimal(free))
    cost, cost_trace, unpriced = summing.cost_of(todo)
    row = Organisation.objects.get(pk=by.organisation_id)
    ages = store.ages(by.organisation_id)
    return Today(
        organisation=row.ref, currency=row.currency, on=on,
        lines=opened(share.lines), rest=opened(share.rest),
        snoozed=opened(one for one in lines if one.state == "snoozed" and one.rank is not None),
        done=opened(_acted(lines, "done", now - DONE_SHOWN)),
        declined=opened(_acted(lines, "declined", now - DECLINED_SHOWN)),
        hours=share.hours, free=None if free is None else Decimal(free),
        free_trace=run.summary.get("free_trace"), cost=cost, cost_trace=cost_trace, unpriced=unpriced,
        is_more_than_a_week=share.is_more_than_a_week,
        to_drop=tuple(one.id for one in share.to_drop if one.id is not None),
        computed_at=run.computed_at, computed_on=run.on, took_ms=run.took_ms, is_behind=False,
        error=run.error, worker_seen_at=store.worker_seen_at(), backup_at=store.backup_at(),
        data_as_of=max(ages.values(), default=None), ages=ages,
        next_days=freshness.next_days(by, on), nights=freshness.nights(on),
    )  # fmt: skip


def _numbered(lines: Iterable[KeptLine]) -> list[KeptLine]:
    """Return open lines counted from 1: what was put off or done in between leaves no gap."""
    ordered = sorted(lines, key=lambda one: (one.group or 0, one.rank or 0))
    return [one if one.rank == place else replace(one, rank=place) for place, one in enumerate(ordered, 1)]


def _acted(lines: Iterable[KeptLine], state: str, since: datetime) -> list[KeptLine]:
    found = [one for one in lines if one.state == state and one.acted_at and one.acted_at >= since]
    return sorted(found, key=lambda one: str(one.acted_at), reverse=True)


def line_of(row: KeptFinding, document: Document) -> KeptLine:
    """Return a row as doors show it."""
    return _line([getattr(row, name) for name in store.LINE], document)


def _line(
    row: Sequence[Any], document: Document, counted: Collection[str] = (), on: date | None = None
) -> KeptLine:
    """Return a row as doors show it; on the day a snooze ends the line is open, worked out anew or not."""
    _, _, code, register, ref, state, *_ = row
    snoozed_until = row[_UNTIL]
    if state == "snoozed" and on is not None and snoozed_until is not None and snoozed_until <= on:
        row = [*row[:_STATE], "open", *row[_STATE + 1 : _UNTIL], None, *row[_UNTIL + 1 :]]
    made: Callable[..., KeptLine] = KeptLine
    return made(*row[:_STATE], document, *row[_STATE:], f"{code} {register} {ref}" in counted)
