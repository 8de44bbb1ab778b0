"""A feed as a calendar reads it: days of contracts and orders, under its person's rights."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from fullscore.engine.calendars.clock import moment
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right, Role
from fullscore.engine.registers.cleaning import shown
from fullscore.engine.vendors.renewals import Renewal, renewals
from fullscore.post.calendars import Entry, calendar
from fullscore.store import feeds as store
from fullscore.store.accounts import digest
from fullscore.store.models import Change, Feed, Organisation
from fullscore.usecases import goals, vendors
from fullscore.usecases.accounts import throttling
from fullscore.usecases.today.feeding.values import (
    CHANGES,
    DECIDE,
    NOTICE,
    ORDER,
    RENEWALS,
    FeedDeadError,
)

AHEAD = timedelta(days=3 * 366)
TITLES = {
    NOTICE: "last days for notice", DECIDE: "decide by", ORDER: "order by", RENEWALS: "renewals and ends",
    CHANGES: "changes",
}  # fmt: skip
Changes = dict[str, tuple[int, datetime]]


def feed(*, secret: str, address: str, root: str, now: datetime) -> bytes:
    """Return the feed as RFC 5545 text; `address` is where it is asked from, `root` how pages are reached.

    Raises `FeedDeadError` with one sentence for every dead address, `TooOftenError` for many tries.
    """
    row = store.feed_with(digest(secret))
    place = store.membership_of(row) if row else None
    if row is None or place is None:
        raise _dead(address, now)
    organisation = row.organisation
    by = Member(organisation.pk, organisation.ref, Role(place.role), row.user_id, place.user.name)
    if not by.may(Right.PLAN_GOALS):
        raise _dead(address, now)
    entries = tuple(_entries(row, by, f"{root.rstrip('/')}/o/{organisation.ref}", now))
    store.note_read(row, now)
    return calendar(f"{organisation.name}: {TITLES[row.kind]}", entries)


def _dead(address: str, now: datetime) -> FeedDeadError:
    subject = Subject("feeds", "address")
    throttling.count_wrong(what="feed", address=address, subject=subject, now=now)
    return FeedDeadError(Finding("feed-dead", subject))


def _entries(row: Feed, by: Member, root: str, now: datetime) -> Iterator[Entry]:
    on = now.astimezone(ZoneInfo(row.organisation.zone)).date()
    if row.kind == ORDER:
        yield from _orders(row.organisation, by, root, on)
        return
    if row.kind == CHANGES:
        dated = store.dated_changes(by.organisation_id, on)
        yield from (_change(one, row.organisation, root) for one in dated)
        return
    changes = store.contract_changes(by.organisation_id)
    for one in renewals(vendors.bound_of(by.organisation_id, on), on=on):
        yield from _days(row, one, changes, root, on)


def _change(one: Change, organisation: Organisation, root: str) -> Entry:
    """Return one change as an appointment: its work and taking it back, on the organisation's clock."""
    day = one.starts_on or one.created_at.date()
    start = moment(day, one.starts_at or "00:00", organisation.zone).at
    hours = (one.likely_hours or one.longest_hours or Decimal(1)) + (one.rollback_hours or Decimal(0))
    told = [one.why.strip(), f"{one.owner.name} sees to it." if one.owner else ""]
    return Entry(
        uid=f"changes-{one.ref}@{organisation.ref}.fullscore", on=day, summary=one.name,
        text=" ".join(part for part in told if part), url=f"{root}/changes/plans/{one.ref}/",
        sequence=one.version + organisation.version, changed_at=one.changed_at, alarms=(1,),
        hours=(start, start + timedelta(minutes=int(hours * 60))),
    )  # fmt: skip


def _days(row: Feed, one: Renewal, changes: Changes, root: str, on: date) -> Iterator[Entry]:
    """Yield the day of one contract that this feed is about, if it is known and still to come."""
    dates, contract = one.dates, one.contract
    day = {NOTICE: dates.notice_by, DECIDE: dates.decide_by, RENEWALS: dates.renews_on or dates.ends_on}[
        row.kind
    ]
    if day is None or not on <= day <= on + AHEAD or contract.ref not in changes:
        return
    version, changed_at = changes[contract.ref]
    # The same exit is the same event, whatever day a changed contract moves it to.
    about = dates.next_exit or dates.ends_on or day
    yield Entry(
        uid=f"{row.kind}-{contract.ref}-{about:%Y%m%d}@{row.organisation.ref}.fullscore",
        on=day,
        summary=_SUMMARIES[row.kind].format(_called(one)) if dates.renews_on or row.kind != RENEWALS
        else f"Ends: {_called(one)}",
        text=_text(row.kind, one),
        url=f"{root}/vendors/renewals/{contract.ref}/",
        sequence=version + row.organisation.version,
        changed_at=changed_at,
    )  # fmt: skip


_SUMMARIES = {NOTICE: "Last day for notice: {}", DECIDE: "Decide: {}", RENEWALS: "Renews: {}"}


def _called(one: Renewal) -> str:
    return f"{one.contract.name} ({one.vendor})" if one.vendor else one.contract.name


def _text(kind: str, one: Renewal) -> str:
    """Return what a calendar shows when the event is opened; no money, since feeds travel far."""
    dates, form = one.dates, one.contract.notice_form
    told = []
    if kind != NOTICE and dates.notice_by:
        told.append(f"Last day for notice: {_day(dates.notice_by)}.")
    if kind == NOTICE:
        told.append(f"Notice must have arrived by then{f', by {form}' if form else ''}.")
    if dates.next_exit:
        told.append(f"It then ends on {_day(dates.next_exit)}.")
    if one.owner:
        told.append(f"{one.owner} decides.")
    return " ".join(told)


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _orders(organisation: Organisation, by: Member, root: str, on: date) -> Iterator[Entry]:
    changes = store.plan_changes(by.organisation_id)
    for line in goals.to_order(by=by, on=on).lines:
        if line.plan not in changes:
            continue
        version, changed_at = changes[line.plan]
        unit = f" {line.unit}" if line.unit else ""
        yield Entry(
            uid=f"order-{line.plan}-{shown(line.requirement)}@{organisation.ref}.fullscore",
            on=max(line.order_by, on),
            summary=f"Order {line.quantity.normalize():f}{unit} {line.name}",
            text=f"Needed by {_day(line.need_by)}, for plan {line.plan}.",
            url=f"{root}/goals/to-order/",
            sequence=version + organisation.version,
            changed_at=max(changed_at, line.changed_at),
        )
