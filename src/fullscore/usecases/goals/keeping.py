"""Keeping plans: kept as they are today, listed, opened, dropped and taken back."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from fullscore.engine.goals.plans import keeping
from fullscore.engine.goals.plans.document import Document
from fullscore.engine.registers.access import Member, Right
from fullscore.store import goals as store
from fullscore.store.models import KeptPlan
from fullscore.usecases.goals import planning, remembering
from fullscore.usecases.goals.house import house_of
from fullscore.usecases.goals.values import Kept, KeptWhole, PlanDocument, PlanLinkShown


def keep_plan(*, by: Member, sentence: str, on: date, now: datetime) -> KeptWhole:
    """Plan a sentence and keep the plan as a draft; raises `GoalNotUnderstoodError`, then nothing is kept."""
    by.require(Right.KEEP_PLANS)
    here = planning.situation(by, on)
    asked = planning.understood(here, sentence)
    assert asked.goal is not None
    shown = planning.answered(here, asked)
    with transaction.atomic():
        store.turnstile(by.organisation_id)
        row = KeptPlan(
            organisation_id=by.organisation_id, number=store.next_number(by.organisation_id),
            sentence=sentence, goal=keeping.to_plain(asked.goal), on=on, priority=asked.goal.priority,
            kept_at=now, kept_by=by.name,
        )  # fmt: skip
        put_document(row, shown.content)
        row.save(force_insert=True)
        remembering.remember(by, row, "kept", now, {"sentence": [None, sentence[:200]]})
    return kept_plan(by=by, ref=row.ref)


def put_document(row: KeptPlan, content: Document) -> None:
    """Set a plan's document, and what lists show of it."""
    made: Any = content
    understood, totals = made["understood"], made["totals"]
    row.document = {**made, "kept": row.ref}
    row.summary = {
        "team": understood["team_name"],
        "people": understood["delta"],
        "need_by": understood["need_by"],
        "answer": " ".join(made["answer"][:2]),
        "cost_once": (totals.get("share") or totals)["cost_once"],
        "cost_year": (totals.get("share") or totals)["cost_year"],
        "is_complete": totals["complete"],
    }


def kept_plans(*, by: Member, with_dropped: bool = False) -> tuple[Kept, ...]:
    """Return the kept plans, newest first; dropped ones only when they are asked for."""
    by.require(Right.PLAN_GOALS)
    rows = store.plans(by.organisation_id).defer("document", "goal")
    return tuple(remembering.kept(row) for row in (rows if with_dropped else rows.filter(dropped_at=None)))


def kept_plan(*, by: Member, ref: str) -> KeptWhole:
    """Return one kept plan with its document as it was kept, its orders and links; `NotThereError`."""
    by.require(Right.PLAN_GOALS)
    row = remembering.found(by, ref)
    lines = store.orders(by.organisation_id).filter(plan=row)
    links = store.links(by.organisation_id).filter(plan=row) if by.may(Right.KEEP_PLANS) else ()
    return KeptWhole(
        remembering.kept(row),
        shown(row),
        tuple(remembering.line(each) for each in lines),
        tuple(
            PlanLinkShown(each.pk, each.made_at, each.made_by, each.expires_at, each.revoked_at)
            for each in links
        ),
    )


def shown(row: KeptPlan) -> PlanDocument:
    """Return the document as it was kept, with what a drawing of it needs as that is today."""
    last = date.fromisoformat(row.document["horizon"]["to"])
    house = house_of(row.organisation_id, row.on)
    places = store.site_names(row.organisation_id)
    return PlanDocument(row.document, house.calendar.closed_between(row.on, last), places)


def drop_plan(*, by: Member, ref: str, version: int | None, now: datetime) -> Kept:
    """Put a plan out of the list; an accepted one is withdrawn first. `restore_plan` undoes it."""
    by.require(Right.KEEP_PLANS)
    with transaction.atomic():
        row = remembering.locked(by, ref, version)
        if row.state == "accepted":
            raise remembering.refused("plan-accepted-not-dropped", row)
        if row.dropped_at is None:
            row.dropped_at = now
            remembering.saved(row)
            remembering.remember(by, row, "dropped", now, {})
    return remembering.kept(row)


def restore_plan(*, by: Member, ref: str, version: int | None, now: datetime) -> Kept:
    """Take a dropped plan back into the list, in the state it had."""
    by.require(Right.KEEP_PLANS)
    with transaction.atomic():
        row = remembering.locked(by, ref, version)
        if row.dropped_at is not None:
            row.dropped_at = None
            remembering.saved(row)
            remembering.remember(by, row, "restored", now, {})
    return remembering.kept(row)
