"""Read-only links to a kept plan: made for some days, ended early, opened by whoever holds one."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.goals.plans import showing
from fullscore.engine.registers.access import Member, Right
from fullscore.store import goals as store
from fullscore.store.accounts import digest
from fullscore.store.models import PlanLink
from fullscore.usecases.accounts import throttling
from fullscore.usecases.goals import keeping, remembering
from fullscore.usecases.goals.values import NewPlanLink, PlanLinkShown, SharedPlan
from fullscore.usecases.registers.values import NotThereError, RefusedError

LONGEST_DAYS = 90


class PlanLinkDeadError(NotThereError):
    """The link has run out, was ended, or never was: which of them is nobody's business."""


def share_plan(*, by: Member, ref: str, days: int, now: datetime) -> NewPlanLink:
    """Return a link by which anybody may read the plan for 1 to 90 days; its secret is shown this once."""
    by.require(Right.KEEP_PLANS)
    if not 1 <= days <= LONGEST_DAYS:
        values = {"days": days, "longest": LONGEST_DAYS}
        raise RefusedError(Finding("plan-link-days", Subject("goals", ref[:64]), values))
    with transaction.atomic():
        row = remembering.locked(by, ref, None)
        secret = secrets.token_urlsafe(32)
        made = PlanLink.objects.create(
            organisation_id=by.organisation_id, plan=row, secret_hash=digest(secret), made_at=now,
            made_by=by.name, expires_at=now + timedelta(days=days),
        )  # fmt: skip
        remembering.remember(by, row, "shared", now, {"until": [None, made.expires_at.date().isoformat()]})
    return NewPlanLink(made.pk, secret, made.expires_at)


def revoke_link(*, by: Member, ref: str, link: int, now: datetime) -> PlanLinkShown:
    """End a link now; ending twice is ending once."""
    by.require(Right.KEEP_PLANS)
    with transaction.atomic():
        row = remembering.locked(by, ref, None)
        found = store.links(by.organisation_id).filter(plan=row, pk=link).first()
        if found is None:
            values = {"target": "link", "value": str(link)}
            raise NotThereError(Finding("row-not-found", Subject("goals", row.ref), values))
        if found.revoked_at is None:
            found.revoked_at = now
            found.save(update_fields=["revoked_at"])
            remembering.remember(by, row, "link ended", now, {})
    return PlanLinkShown(found.pk, found.made_at, found.made_by, found.expires_at, found.revoked_at)


def shared_plan(*, secret: str, address: str, now: datetime) -> SharedPlan:
    """Return the plan a link shows; `address` is where it is asked from.

    Raises `PlanLinkDeadError` with one sentence for every dead link, `TooOftenError` for whoever tries many.
    """
    link = store.link_with(digest(secret))
    is_alive = link is not None and link.revoked_at is None and link.expires_at > now
    if link is None or not is_alive or link.plan.dropped_at is not None:
        throttling.count_wrong(what="plan link", address=address, subject=Subject("goals", "link"), now=now)
        raise PlanLinkDeadError(Finding("plan-link-dead", Subject("goals", "link")))
    shown = keeping.shown(link.plan)
    content: Any = shown.content
    used = showing.places_in(content)
    return SharedPlan(
        link.organisation.name, link.plan.kept_at, link.expires_at, showing.for_strangers(content),
        shown.closed, {ref: name for ref, name in shown.places.items() if ref in used},
    )  # fmt: skip
