"""What the estate asks to be done: its notices with the work they take and what waiting costs.

Rules: a seat nobody has costs its price a year / 365 each day. Missing data costs what is at stake times
the share of such findings that came true in the last two years, spread over two years; before anything
has come true nobody knows. A licence that a contract charges for loses nothing here: its contract says what
its seats cost and when it ends, and this line refers to it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from fullscore.engine.calendars.workdays import DAY
from fullscore.engine.estate import completeness, noticing
from fullscore.engine.estate.facts import SeatFact
from fullscore.engine.estate.held import Held, HeldPool
from fullscore.engine.estate.noticing import Notice
from fullscore.engine.estate.sources import source_of
from fullscore.engine.estate.sums import a_year, total
from fullscore.engine.findings.actions import USUAL_HOURS, Action, Missing
from fullscore.engine.findings.finding import Basis, Finding, Subject, Value
from fullscore.engine.findings.losses import Counted, Loss, PersonDay, Step
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.money.amounts import words

# Of each code: how many such findings came true in the last two years, and of how many that can be said.
CameTrue = Mapping[str, tuple[int, int]]
DAYS_A_YEAR, LEARNED_OVER = 365, 2 * 365


@dataclass(frozen=True, slots=True)
class Work:
    """Hours a thing takes: to begin, for each row, and at most, for a list brought in replaces typing."""

    once: Decimal
    each: Decimal = Decimal(0)
    most: Decimal = Decimal(8)

    def of(self, rows: int) -> Decimal:
        return min(self.once + self.each * rows, self.most).quantize(Decimal("0.01"))


_MINUTE = Decimal(1) / 60
_LOOK_UP = Work(Decimal("0.1"), 2 * _MINUTE, Decimal(2))
_FETCH = Work(Decimal("0.25"), 10 * _MINUTE)
_TAKE_BACK = Work(Decimal("0.1"), _MINUTE, Decimal(2))
_DECIDE = Work(Decimal("0.25"), 5 * _MINUTE)
WORK: Mapping[str, Work] = MappingProxyType({
    "warranties-ending": _DECIDE, "replacements-due": _DECIDE, "licences-ending": _DECIDE,
    "items-nobodys": _FETCH, "items-holder-unknown": Work(Decimal("0.25")), "items-not-enrolled": _FETCH,
    "items-not-seen": _FETCH, "seats-unused": _TAKE_BACK, "people-without-computer": _FETCH,
    "items-of-leavers": _FETCH, "seats-of-leavers": _TAKE_BACK, "pools-without-owner": _DECIDE,
    "models-without-price": _LOOK_UP, "pools-without-expiry": _LOOK_UP,
    "items-without-purchase-date": _LOOK_UP, "items-without-warranty": _LOOK_UP,
    "pools-without-use": _LOOK_UP, "pools-without-price": _LOOK_UP,
    "items-without-model": _LOOK_UP, "models-without-lead-time": _LOOK_UP, "people-without-team": _LOOK_UP,
    "people-without-start": _LOOK_UP,
})  # fmt: skip
# Where something that ended already is still to be seen to; a warranty that is over is over.
_STILL_DUE = frozenset({"licences-ending", "replacements-due"})
# What a contract says of the licences it charges for.
_CONTRACTS_SAY = frozenset({"licences-ending", "pools-without-expiry", "pools-without-price"})


@dataclass(frozen=True, slots=True)
class _Known:
    """What prices the notices of one day."""

    held: Held
    on: date
    person_day: PersonDay | None
    charged: frozenset[str]
    came_true: CameTrue


def actions(
    held: Held, *, on: date, person_day: PersonDay | None = None, charged: frozenset[str] = frozenset(),
    came_true: CameTrue = MappingProxyType({}),
) -> tuple[Action, ...]:  # fmt: skip
    """Return what is to be done about the estate; `charged` are the pools that contracts charge for."""
    known = _Known(held, on, person_day, charged, came_true)
    notices = {notice.code: notice for notice in _notices(held, on)}
    if charged:
        others = replace(held, pools=tuple(pool for pool in held.pools if pool.ref not in charged))
        apart = {notice.code: notice for notice in _notices(others, on)}
        notices = {code: one for code, one in notices.items() if code not in _CONTRACTS_SAY} | {
            code: one for code, one in apart.items() if code in _CONTRACTS_SAY
        }
    return tuple(_action(notice, known) for code, notice in notices.items() if code in WORK)


def _notices(held: Held, on: date) -> Iterator[Notice]:
    for notice in noticing.expiring(held, on=on):
        values = notice.finding.values
        if values["count"] or (values["over"] and notice.code in _STILL_DUE):
            yield notice
    yield from noticing.unassigned(held, on=on)
    yield from noticing.ownerless(held, on=on)
    yield from completeness.gaps(held, on=on)


def _action(notice: Notice, known: _Known) -> Action:
    if notice.code == "seats-unused":
        return _of_pools(notice, dict(noticing.free_seats(known.held)), known)
    if notice.code == "seats-of-leavers":
        return _of_pools(notice, _left_seats(notice, known.held), known)
    hours = _hours(notice.finding)
    if notice.code == "people-without-computer":
        return _idle(notice, known, hours)
    return Action(notice.finding, learned(notice.finding, known.came_true, on=known.on), hours)


def _hours(finding: Finding) -> Decimal:
    count = finding.values.get("count")
    rows = count if isinstance(count, int) and count else finding.values.get("over")
    work = WORK.get(finding.code)
    return USUAL_HOURS if work is None else work.of(rows if isinstance(rows, int) else 1)


def _left_seats(notice: Notice, held: Held) -> dict[str, Trace]:
    """Return how many seats of each licence are with people who left."""
    refs, seats = set(notice.refs), defaultdict[str, list[SeatFact]](list)
    for seat in held.seats:
        if seat.ref in refs:
            seats[seat.pool].append(seat)
    return {pool: _count(found, held) for pool, found in seats.items()}


def _count(seats: Iterable[SeatFact], held: Held) -> Trace:
    args = tuple(leaf(1, source_of(seat, "person", held.files), "seat") for seat in seats)
    return Trace(Decimal(len(args)), op="count", args=args, note="with people who left")


def _of_pools(notice: Notice, seats: Mapping[str, Trace], known: _Known) -> Action:
    """Return one line with a part for each licence; what those of contracts cost stands with the contract."""
    pools = {pool.ref: pool for pool in known.held.pools}
    parts = tuple(_of_pool(notice, pools[ref], count, known) for ref, count in seats.items() if ref in pools)
    steps = tuple(step for part in parts if part.loss is not None for step in part.loss.steps)
    missing = next((part.missing for part in parts if part.missing is not None), None)
    names = tuple(str(part.finding.values["name"]) for part in parts)
    finding = replace(notice.finding, values={**notice.finding.values, "names": names})
    hours = sum((part.hours for part in parts), Decimal(0))
    return Action(finding, Loss(steps) if steps else None, hours, missing=missing, parts=parts)


def _of_pool(notice: Notice, pool: HeldPool, count: Trace, known: _Known) -> Action:
    quantity = Decimal(str(count.value))
    cost = a_year(pool, count, known.held)
    worth = total((cost,), "a year") if cost is not None else None
    values: dict[str, Value] = {
        **notice.finding.values, "count": 1 if "seats" in notice.finding.values else int(quantity),
        "seats": quantity, "people": int(quantity), "name": pool.name,
        "worth": words(worth.value, known.held.currency) if worth else None,
    }  # fmt: skip
    finding = Finding(
        notice.code, Subject("pools", pool.ref), values, at_stake=worth.value if worth else None,
        trace=worth.trace if worth else None,
    )  # fmt: skip
    hours = WORK[notice.code].of(int(quantity))
    if pool.ref in known.charged:
        return Action(finding, hours=hours, cause=f"pools:{pool.ref}")
    if cost is None:
        return Action(finding, hours=hours, missing=_unpriced(pool))
    # Seats nobody has and seats of leavers are different seats of one licence.
    cause = f"pools:{pool.ref}" if notice.code == "seats-unused" else f"seats:{pool.ref}"
    return Action(finding, Loss((_unused(cost, known.on),)), hours, cause=cause)


def _unpriced(pool: HeldPool) -> Missing | None:
    """Return the field that would tell; of what is paid once, waiting costs nothing anybody could name."""
    if pool.unit_cost is not None:
        return None
    return Missing("pools", pool.ref, "unit_cost", f"the price of {pool.name}")


def _unused(cost: Trace, on: date) -> Step:
    a_day = Decimal(str(cost.value)) / DAYS_A_YEAR
    trace = Trace(a_day, op="quotient", args=(cost, leaf(DAYS_A_YEAR, note="days a year")), note="a day")
    return Step(on, per_day=a_day, reason="unused", trace=trace)


def _idle(notice: Notice, known: _Known, hours: Decimal) -> Action:
    """Return people without a computer on record: how many of them truly have none, only the past tells."""
    if known.person_day is None:
        missing = Missing("settings", "organisation", "person_day_cost", "what a day of one person costs")
        return Action(notice.finding, hours=hours, missing=missing)
    share = _share(notice.code, known.came_true)
    if share is None:
        return Action(notice.finding, hours=hours)
    people = Decimal(len(notice.refs))
    a_day = people * known.person_day.cost
    args = (leaf(people, note="people without a computer"), known.person_day.trace)
    step = Step(
        known.on, per_day=a_day, probability=Decimal(str(share.value)), basis=Basis.ASSUMED,
        counts=Counted.WORKING_DAYS, reason="idle", trace=Trace(a_day, op="product", args=args, note="a day"),
    )  # fmt: skip
    return Action(notice.finding, Loss((step,), known.person_day.whose), hours)


def _share(code: str, came_true: CameTrue) -> Trace | None:
    """Return which share of such findings came true; None as long as none has."""
    came, of = came_true.get(code, (0, 0))
    if not came:
        return None
    args = (leaf(came, note="came true"), leaf(of, note="gone in two years"))
    return Trace(Decimal(came) / Decimal(of), op="quotient", args=args, note="share that came true")


def learned(finding: Finding, came_true: CameTrue, *, on: date) -> Loss | None:
    """Return what is at stake as often as it came true: on its day, or spread over two years."""
    share, stake = _share(finding.code, came_true), finding.at_stake
    if share is None or stake is None:
        return None
    weight, day = Decimal(str(share.value)), finding.act_by
    whole = Trace(stake * weight, op="product", args=(leaf(stake, note="at stake"), share), note="expected")
    if day is not None and day >= on:
        step = Step(day + DAY, stake * weight, basis=Basis.EXPECTED, reason="came-true", trace=whole)
        return Loss((step,))
    a_day = stake * weight / LEARNED_OVER
    args = (whole, leaf(LEARNED_OVER, note="days in two years"))
    trace = Trace(a_day, op="quotient", args=args, note="a day")
    return Loss((Step(on, per_day=a_day, basis=Basis.EXPECTED, reason="came-true", trace=trace),))
