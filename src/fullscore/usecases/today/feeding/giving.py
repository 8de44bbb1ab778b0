"""Giving out calendar addresses and ending them; each belongs to the person who made it."""

import secrets
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.store.accounts import digest, record
from fullscore.store.models import Feed
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.today.feeding.values import KINDS, FeedShown, NewFeed

REGISTER = "feeds"


def give(*, by: Member, kind: str, now: datetime) -> NewFeed:
    """Return a new address for one kind of day; the one they had for it reads nothing any more.

    Raises `RefusedError` for a kind that is none, or for the host's operator, who has no calendar here.
    """
    by.require(Right.PLAN_GOALS)
    if kind not in KINDS or by.user_id is None:
        raise RefusedError(Finding("feed-kind-unknown", Subject(REGISTER, kind[:64]), {"choices": KINDS}))
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        _open(by).filter(kind=kind).update(revoked_at=now)
        made = Feed.objects.create(
            organisation_id=by.organisation_id, user_id=by.user_id, kind=kind, made_at=now,
            secret_hash=digest(secret),
        )  # fmt: skip
        _remember(by, made, "created", now)
    return NewFeed(made.pk, kind, secret)


def feeds(*, by: Member) -> tuple[FeedShown, ...]:
    """Return the member's own open addresses."""
    by.require(Right.PLAN_GOALS)
    return tuple(FeedShown(row.pk, row.kind, row.made_at, row.read_at) for row in _open(by).order_by("kind"))


def end(*, by: Member, kind: str, now: datetime) -> None:
    """End the member's own address for a kind of day; ending twice is ending once."""
    by.require(Right.PLAN_GOALS)
    with transaction.atomic():
        for row in _open(by).select_for_update().filter(kind=kind):
            row.revoked_at = now
            row.save(update_fields=["revoked_at"])
            _remember(by, row, "ended", now)


def _open(by: Member) -> QuerySet[Feed]:
    mine = Feed.objects.of(by.organisation_id).filter(revoked_at=None)
    return mine.filter(user_id=by.user_id) if by.user_id is not None else mine.none()


def _remember(by: Member, row: Feed, action: str, now: datetime) -> None:
    record(by, register=REGISTER, row_id=row.pk, ref=row.kind, action=action, changes={}, now=now)
