"""What somebody must see to, from whatever is known so far: what expires, is unassigned, has no owner."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from fullscore.engine.estate.facts import PersonFact
from fullscore.engine.estate.held import COMPUTERS, PERSONAL, Held, HeldItem, HeldPool
from fullscore.engine.estate.sources import source_of
from fullscore.engine.estate.sums import Amount, a_year, cost_of, total
from fullscore.engine.findings.finding import Basis, Finding, Subject, Value
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.money.amounts import words

WINDOWS = (30, 90, 365)
SOON = 90
# Free plans are given out by the ten thousand; nobody has bought those seats.
_GIVEN_FREELY = 10_000
_EVERYTHING = "all"
_REGISTERS = {"licences-ending": "pools"}


@dataclass(frozen=True, slots=True)
class Window:
    """Rows whose day lies within so many days from today; `days` is None for those that are over."""

    days: int | None
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to see to: its finding and the rows it is about; `windows` where it is about days."""

    finding: Finding
    register: str
    refs: tuple[str, ...]
    windows: tuple[Window, ...] = ()
    nearest: date | None = None
    nearest_name: str | None = None

    @property
    def code(self) -> str:
        return self.finding.code


@dataclass(frozen=True, slots=True)
class _Ending:
    ref: str
    name: str
    on: date
    # Asked for only where it is shown: it opens where each figure was read.
    worth: Callable[[], Trace | None]


def expiring(held: Held, *, on: date) -> tuple[Notice, ...]:
    """Return what ends: warranties, time to replace, licences; each with what it is about in money."""
    due_on = held.due()
    warranties = _endings(held, lambda item: item.warranty_ends_on)
    due = _endings(held, lambda item: due_on.get(item.ref))
    pools = tuple(
        _Ending(pool.ref, pool.name, pool.expires_on, partial(_year_of, pool, held))
        for pool in held.pools
        if pool.expires_on is not None
    )
    found = (
        _ending("warranties-ending", warranties, held, on),
        _ending("replacements-due", due, held, on),
        _ending("licences-ending", pools, held, on),
    )
    return tuple(notice for notice in found if notice is not None)


def _endings(held: Held, day_of: Callable[[HeldItem], date | None]) -> tuple[_Ending, ...]:
    days = ((item, day_of(item)) for item in held.live)
    return tuple(
        _Ending(item.ref, item.called, day, partial(cost_of, item, held))
        for item, day in days
        if day is not None
    )


def _year_of(pool: HeldPool, held: Held) -> Trace | None:
    if pool.capacity is None:
        return None
    return a_year(pool, leaf(pool.capacity, source_of(pool, "capacity", held.files), "bought"), held)


def _ending(code: str, endings: Iterable[_Ending], held: Held, on: date) -> Notice | None:
    """Return a notice of rows by their day, nearest first; None when no day is known at all."""
    register = _REGISTERS.get(code, "items")
    by_day = sorted(endings, key=lambda one: (one.on, one.ref))
    if not by_day:
        return None
    over = [one for one in by_day if one.on < on]
    ahead = [one for one in by_day if one.on >= on]
    windows = (
        Window(None, tuple(one.ref for one in over)),
        *(
            Window(days, tuple(one.ref for one in ahead if one.on <= on + timedelta(days)))
            for days in WINDOWS
        ),
    )
    first = ahead[0] if ahead else None
    soon = [one for one in ahead if one.on <= on + timedelta(SOON)]
    values: dict[str, Value] = {
        "count": len(soon), "days": SOON, "over": len(over),
        "nearest": first.on if first else None, "name": first.name if first else None,
    }  # fmt: skip
    worth = total((cost for one in soon if (cost := one.worth())), "within 90 days")
    finding = finding_of(code, register, values, worth, held, act_by=first.on if soon and first else None)
    return Notice(
        finding, register, tuple(one.ref for one in (*over, *ahead)), windows,
        first.on if first else None, first.name if first else None,
    )  # fmt: skip


def unassigned(held: Held, *, on: date) -> tuple[Notice, ...]:
    """Return what nobody has or knows where: things, seats bought, and people without what others have."""
    strayed = (("items-not-enrolled", held.not_enrolled), ("items-not-seen", held.not_seen))
    found = (
        *_nobodys_items(held),
        *(_strayed(code, refs, held) for code, refs in strayed),
        _unused_seats(held),
        _without_computer(held, on),
    )
    return tuple(notice for notice in found if notice is not None)


def ownerless(held: Held, *, on: date) -> tuple[Notice, ...]:
    """Return what people who left still have, and licences nobody decides about."""
    left = held.left(on)
    found = (_of_leavers(held, left), _seats_of_leavers(held, left), _pools_without_owner(held, left))
    return tuple(notice for notice in found if notice is not None)


def notice_of(
    code: str, register: str, refs: Iterable[str], held: Held, worth: Amount | None = None,
    *, basis: Basis = Basis.CERTAIN, **values: Value,
) -> Notice | None:  # fmt: skip
    """Return a notice about these rows, None when there are none."""
    found = tuple(sorted(refs))
    if not found:
        return None
    told = {"count": len(found), **values}
    return Notice(finding_of(code, register, told, worth, held, basis=basis), register, found)


def finding_of(
    code: str, register: str, values: Mapping[str, Value], worth: Amount | None, held: Held,
    *, act_by: date | None = None, basis: Basis = Basis.CERTAIN,
) -> Finding:  # fmt: skip
    """Return the finding about some rows of a register, with what they are about in money."""
    said = words(worth.value, held.currency) if worth else None
    return Finding(
        code, Subject(register, _EVERYTHING), {**values, "worth": said}, act_by=act_by,
        at_stake=worth.value if worth else None, basis=basis, trace=worth.trace if worth else None,
    )  # fmt: skip


def _nobodys_items(held: Held) -> Iterator[Notice | None]:
    """Yield items in use without holder, those apart whose file names one who is not in People."""
    found = [item for item in held.items if item.status == "in use" and item.holder is None]
    named = [item for item in found if held.names_a_stranger(item)]
    known = {item.ref for item in named}
    nobodys = [item for item in found if item.ref not in known and _is_nowhere(item)]
    for code, items in (("items-holder-unknown", named), ("items-nobodys", nobodys)):
        worth = total((cost for item in items if (cost := cost_of(item, held))), "what they cost")
        yield notice_of(code, "items", (item.ref for item in items), held, worth)


def _strayed(code: str, refs: frozenset[str], held: Held) -> Notice | None:
    """Return the live items among these: what one program knows of and another does not, or no more."""
    items = [item for item in held.live if item.ref in refs]
    worth = total((cost for item in items if (cost := cost_of(item, held))), "what they cost")
    return notice_of(code, "items", (item.ref for item in items), held, worth)


def _is_nowhere(item: HeldItem) -> bool:
    """Return whether a thing that nobody holds is missed: what people work with belongs to somebody."""
    return item.place is None and (item.category in PERSONAL or item.site is None)


def _unused_seats(held: Held) -> Notice | None:
    free = dict(free_seats(held))
    pools = {pool.ref: pool for pool in held.pools}
    worth = total(
        (cost for ref, seats in free.items() if (cost := a_year(pools[ref], seats, held))), "a year"
    )
    seats = sum((Decimal(str(trace.value)) for trace in free.values()), Decimal(0))
    return notice_of("seats-unused", "pools", free, held, worth, seats=seats)


def free_seats(held: Held) -> Iterator[tuple[str, Trace]]:
    """Yield licences of which more is bought than anybody has; unknown use is not no use."""
    seats = Counter(seat.pool for seat in held.seats)
    for pool in held.pools:
        used = _used(pool, seats, held)
        if pool.kind != "licence" or pool.capacity is None or used is None:
            continue
        if pool.unit_cost is None and pool.capacity >= _GIVEN_FREELY:
            continue
        free = pool.capacity - Decimal(str(used.value))
        if free > 0:
            bought = leaf(pool.capacity, source_of(pool, "capacity", held.files), "bought")
            yield pool.ref, Trace(free, op="difference", args=(bought, used), note="nobody has")


def _used(pool: HeldPool, seats: Counter[str], held: Held) -> Trace | None:
    """Return how many seats are taken: those known by name, or as many as were counted, if more."""
    by_name = seats[pool.ref]
    if pool.used is not None and pool.used >= by_name:
        return leaf(pool.used, source_of(pool, "used", held.files), "in use")
    return leaf(by_name, note="held by name") if by_name else None


def _without_computer(held: Held, on: date) -> Notice | None:
    """People without a computer in teams where most have one; elsewhere it is how they work."""
    holders = {item.holder for item in held.live if item.category in COMPUTERS and item.holder}
    teams: dict[str, list[PersonFact]] = defaultdict(list)
    for person in held.people:
        if person.team and person.is_active(on):
            teams[person.team].append(person)
    lacking = [
        person.ref
        for people in teams.values()
        if sum(person.ref in holders for person in people) * 2 > len(people)
        for person in people
        if person.ref not in holders
    ]
    return notice_of("people-without-computer", "people", lacking, held)


def _of_leavers(held: Held, left: frozenset[str]) -> Notice | None:
    found = [item for item in held.live if item.holder in left]
    worth = total((cost for item in found if (cost := cost_of(item, held))), "what they cost")
    people = len({item.holder for item in found})
    return notice_of("items-of-leavers", "items", (item.ref for item in found), held, worth, people=people)


def _seats_of_leavers(held: Held, left: frozenset[str]) -> Notice | None:
    found = [seat for seat in held.seats if seat.person in left]
    pools = {pool.ref: pool for pool in held.pools}
    known = (
        a_year(pools[seat.pool], leaf(1, source_of(seat, "person", held.files), "seat"), held)
        for seat in found
        if seat.pool in pools
    )
    worth = total((cost for cost in known if cost), "a year")
    people = len({seat.person for seat in found})
    return notice_of("seats-of-leavers", "seats", (seat.ref for seat in found), held, worth, people=people)


def _pools_without_owner(held: Held, left: frozenset[str]) -> Notice | None:
    found = [pool for pool in held.pools if pool.owner is None or pool.owner in left]
    gone = sum(pool.owner is not None for pool in found)
    worth = total((cost for pool in found if (cost := _year_of(pool, held))), "a year")
    return notice_of("pools-without-owner", "pools", (pool.ref for pool in found), held, worth, left=gone)
