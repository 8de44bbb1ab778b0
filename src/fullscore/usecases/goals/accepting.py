"""Accepting a plan: it is planned once more for the day, and what it asks for becomes orders to place.

Whoever accepts or withdraws a plan moves stock from one goal to another, so the open orders of all accepted
plans are written anew each time.
"""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from fullscore.engine.goals.placing import Placed
from fullscore.engine.registers.access import Member, Right
from fullscore.store import goals as store
from fullscore.store.models import KeptPlan, KeptRequirement
from fullscore.usecases.goals import comparing, planning, remembering
from fullscore.usecases.goals.keeping import kept_plan, put_document
from fullscore.usecases.goals.values import KeptWhole


def accept_plan(*, by: Member, ref: str, version: int | None, on: date, now: datetime) -> KeptWhole:
    """Accept a draft or a withdrawn plan as it stands on the day; its document becomes that day's.

    Raises `StaleVersionError` when somebody was faster, `RefusedError` for a dropped plan, one that is
    accepted already, or one whose goal asks for nobody any more.
    """
    by.require(Right.KEEP_PLANS)
    with transaction.atomic():
        store.turnstile(by.organisation_id)
        row = remembering.locked(by, ref, version)
        if row.state == "accepted":
            raise remembering.refused("plan-already-accepted", row)
        if row.dropped_at is not None:
            raise remembering.refused("plan-is-dropped", row)
        before = row.state
        put_document(row, comparing.planned_again(by, row, on).content)
        row.on, row.state, row.accepted_at, row.accepted_by = on, "accepted", now, by.name
        remembering.saved(row)
        _write_orders(by, on, now)
        remembering.remember(by, row, "accepted", now, {"state": [before, "accepted"]})
    return kept_plan(by=by, ref=ref)


def withdraw_plan(*, by: Member, ref: str, version: int | None, on: date, now: datetime) -> KeptWhole:
    """Take an acceptance back: its open orders go, what was ordered stays ordered."""
    by.require(Right.KEEP_PLANS)
    with transaction.atomic():
        store.turnstile(by.organisation_id)
        row = remembering.locked(by, ref, version)
        if row.state != "accepted":
            raise remembering.refused("plan-not-accepted", row)
        row.state, row.accepted_at, row.accepted_by = "withdrawn", None, ""
        remembering.saved(row)
        store.orders(by.organisation_id).filter(plan=row).exclude(state="ordered").delete()
        _write_orders(by, on, now)
        remembering.remember(by, row, "withdrawn", now, {"state": ["accepted", "withdrawn"]})
    return kept_plan(by=by, ref=ref)


def _write_orders(by: Member, on: date, now: datetime) -> None:
    """Replace every open order by what all accepted plans together ask for on the day."""
    rows = store.orders(by.organisation_id)
    rows.filter(state="to order").delete()
    set_aside = set(rows.filter(state="not needed").values_list("plan_id", "requirement"))
    plans = {row.ref: row for row in store.accepted(by.organisation_id)}
    KeptRequirement.objects.bulk_create(
        _row(by, plans[part.goal], part, now)
        for part in planning.parts_of(planning.situation(by, on), frozenset(plans))
        if (plans[part.goal].pk, part.requirement) not in set_aside
    )


def _row(by: Member, plan: KeptPlan, part: Placed, now: datetime) -> KeptRequirement:
    return KeptRequirement(
        organisation_id=by.organisation_id, plan=plan, requirement=part.requirement, register=part.register,
        ref=part.ref, name=part.name, kind=part.kind, quantity=Decimal(part.quantity), unit=part.unit or "",
        place=part.place or "", order_by=part.order_by, need_by=part.need_by, cost_once=part.cost_once,
        cost_year=part.cost_year, changed_at=now, changed_by=by.name,
    )  # fmt: skip
