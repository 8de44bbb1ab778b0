"""Accepting a plan: it is planned once more for the day, and what it asks for becomes orders to place.

Whoever accepts or withdraws a plan moves stock from one goal to another, so the open orders of all accepted
plans are written anew each time. Planning happens before the database is locked; what it rests on is looked
at again behind the turnstile, and planned again where somebody was faster.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.goals.plans.document import Document
from fullscore.engine.goals.plans.placing import Placed
from fullscore.engine.registers.access import Member, Right
from fullscore.store import goals as store
from fullscore.store.models import KeptPlan, KeptRequirement
from fullscore.usecases.goals import comparing, drafting, planning, remembering
from fullscore.usecases.goals.keeping import kept_plan, put_document
from fullscore.usecases.goals.values import KeptWhole
from fullscore.usecases.registers.values import RefusedError

FIRST, LAST = 1, 9
Standing = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What a deed will write: the orders of all accepted plans after it, and the accepted one's document."""

    seen: Standing
    parts: tuple[Placed, ...]
    content: Document | None = None


def accept_plan(*, by: Member, ref: str, version: int | None, on: date, now: datetime) -> KeptWhole:
    """Accept a draft or a withdrawn plan as it stands on the day; its document becomes that day's.

    Raises `StaleVersionError` when somebody was faster, `RefusedError` for a dropped plan, one that is
    accepted already, or one whose goal asks for nobody any more.
    """
    by.require(Right.KEEP_PLANS)

    def prepared(row: KeptPlan, seen: Standing) -> _Prepared:
        here = planning.situation(by, on, asked=row)
        content = comparing.beside_accepted(here, row).content
        return _Prepared(seen, planning.parts_of(here), content)

    def done(row: KeptPlan, ready: _Prepared) -> None:
        assert ready.content is not None
        before = row.state
        put_document(row, ready.content)
        row.on, row.state, row.accepted_at, row.accepted_by = on, "accepted", now, by.name
        remembering.saved(row)
        remembering.remember(by, row, "accepted", now, {"state": [before, "accepted"]})

    return _carry_out(by, ref, version, now, _refuse_accepting, prepared, done)


def withdraw_plan(*, by: Member, ref: str, version: int | None, on: date, now: datetime) -> KeptWhole:
    """Take an acceptance back: its open orders go, what was ordered stays ordered."""
    by.require(Right.KEEP_PLANS)

    def prepared(row: KeptPlan, seen: Standing) -> _Prepared:
        return _Prepared(seen, planning.parts_of(planning.situation(by, on, without=row)))

    def done(row: KeptPlan, _: _Prepared) -> None:
        row.state, row.accepted_at, row.accepted_by = "withdrawn", None, ""
        remembering.saved(row)
        store.orders(by.organisation_id).filter(plan=row).exclude(state="ordered").delete()
        remembering.remember(by, row, "withdrawn", now, {"state": ["accepted", "withdrawn"]})

    return _carry_out(by, ref, version, now, _refuse_withdrawing, prepared, done)


def set_priority(
    *, by: Member, ref: str, priority: int, version: int | None, on: date, now: datetime
) -> KeptWhole:
    """Say how early a plan is served where stock is short on one day: 1 first, 9 last."""
    by.require(Right.KEEP_PLANS)
    if not FIRST <= priority <= LAST:
        values: dict[str, Value] = {"priority": priority, "first": FIRST, "last": LAST}
        raise RefusedError(Finding("plan-priority", Subject("goals", ref[:64]), values))

    def prepared(row: KeptPlan, seen: Standing) -> _Prepared:
        row.goal["priority"] = priority
        is_accepted = row.state == "accepted"
        here = planning.situation(by, on, asked=row if is_accepted else None)
        return _Prepared(seen, planning.parts_of(here))

    def done(row: KeptPlan, _: _Prepared) -> None:
        before, row.priority = row.priority, priority
        row.goal = {**row.goal, "priority": priority}
        remembering.saved(row)
        remembering.remember(by, row, "moved", now, {"priority": [str(before), str(priority)]})

    return _carry_out(by, ref, version, now, lambda _: None, prepared, done)


def _refuse_accepting(row: KeptPlan) -> None:
    if row.state == "accepted":
        raise remembering.refused("plan-already-accepted", row)
    if row.dropped_at is not None:
        raise remembering.refused("plan-is-dropped", row)


def _refuse_withdrawing(row: KeptPlan) -> None:
    if row.state != "accepted":
        raise remembering.refused("plan-not-accepted", row)


def _carry_out(  # noqa: PLR0917  used by the three above only
    by: Member,
    ref: str,
    version: int | None,
    now: datetime,
    refuse: Callable[[KeptPlan], None],
    prepared: Callable[[KeptPlan, Standing], _Prepared],
    done: Callable[[KeptPlan, _Prepared], None],
) -> KeptWhole:
    """Prepare a deed on a plan, then do it in one short transaction, or prepare it again."""
    while True:
        seen = store.standing(by.organisation_id)
        row = remembering.found(by, ref)
        remembering.refuse_stale(row, version)
        refuse(row)
        ready = prepared(row, seen)
        with transaction.atomic():
            store.turnstile(by.organisation_id)
            row = remembering.locked(by, ref, version)
            refuse(row)
            if store.standing(by.organisation_id) == ready.seen:
                done(row, ready)
                _write_orders(by, ready.parts, now)
                drafting.follow(by, ready.parts, now)
                break
    return kept_plan(by=by, ref=ref)


def _write_orders(by: Member, parts: Iterable[Placed], now: datetime) -> None:
    """Replace every open order by what all accepted plans together ask for."""
    rows = store.orders(by.organisation_id)
    rows.filter(state="to order").delete()
    set_aside = set(rows.filter(state="not needed").values_list("plan_id", "requirement"))
    plans = {row.ref: row for row in store.accepted(by.organisation_id)}
    KeptRequirement.objects.bulk_create(
        _row(by, plans[part.goal], part, now)
        for part in parts
        if (plans[part.goal].pk, part.requirement) not in set_aside
    )


def _row(by: Member, plan: KeptPlan, part: Placed, now: datetime) -> KeptRequirement:
    return KeptRequirement(
        organisation_id=by.organisation_id, plan=plan, requirement=part.requirement, register=part.register,
        ref=part.ref, name=part.name, kind=part.kind, quantity=part.quantity, unit=part.unit or "",
        place=part.place or "", order_by=part.order_by, need_by=part.need_by, cost_once=part.cost_once,
        cost_year=part.cost_year, changed_at=now, changed_by=by.name,
    )  # fmt: skip
