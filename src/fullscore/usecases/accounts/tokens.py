"""Tokens for programs: each acts for one member in one organisation, no longer than it says."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.store.accounts import active, digest, record
from fullscore.store.models import ApiToken, Membership
from fullscore.usecases.registers.values import NotThereError, RefusedError

Scope = Literal["read", "write"]
PREFIX, LONGEST_DAYS, SHOWN = "fs_", 366, 9


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it may be shown: its first letters, never the rest."""

    id: int
    name: str
    shown: str
    scope: str
    expires_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None
    holder: str


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token just made; `secret` is shown once and kept nowhere."""

    secret: str
    token: Token


def issue_token(*, by: Member, name: str, scope: Scope, days: int, now: datetime) -> NewToken:
    """Return a token that acts for `by`; raises `RefusedError` for a span that is none."""
    by.require(Right.MANAGE_TOKENS)
    place = active(by.organisation_id).filter(user_id=by.user_id or 0).first()
    if place is None:
        raise NotThereError(_finding("token-needs-member"))
    return _issue(by, place, name, scope, _span(days), now)


def issue_token_for(*, by: Member, email: str, scope: Scope, days: int, now: datetime) -> NewToken:
    """Return a token that acts for another member; only the host's operator may, and history says so."""
    by.require(Right.MANAGE_TOKENS)
    place = active(by.organisation_id).filter(user__email__iexact=email.strip()).first()
    if by.user_id is not None or place is None:
        raise NotThereError(Finding("member-unknown", Subject("accounts", email), {"email": email}))
    return _issue(by, place, "command line", scope, _span(days), now)


def tokens(*, by: Member) -> tuple[Token, ...]:
    """Return one's own tokens, an owner's view holds everybody's; newest first."""
    by.require(Right.MANAGE_TOKENS)
    found = ApiToken.objects.filter(membership__organisation_id=by.organisation_id)
    if not by.may(Right.MANAGE_MEMBERS):
        found = found.filter(membership__user_id=by.user_id or 0)
    return tuple(_shown(each) for each in found.select_related("membership__user").order_by("-pk"))


@transaction.atomic
def revoke_token(*, by: Member, token: int, now: datetime) -> Token:
    """End a token now; raises `NotThereError` for one that is not this member's to end."""
    mine = {each.id for each in tokens(by=by)}
    if token not in mine:
        raise NotThereError(_finding("token-unknown"))
    found = ApiToken.objects.select_related("membership__user").get(pk=token)
    found.revoked_at = found.revoked_at or now
    found.save(update_fields=["revoked_at"])
    record(by, register="tokens", row_id=found.pk, ref=found.shown, action="revoked", changes={}, now=now)
    return _shown(found)


def _span(days: int) -> timedelta:
    if not 1 <= days <= LONGEST_DAYS:
        raise RefusedError(_finding("token-days", days=days, longest=LONGEST_DAYS))
    return timedelta(days=days)


@transaction.atomic
def _issue(  # noqa: PLR0917  used twice, in this module only
    by: Member, place: Membership, name: str, scope: Scope, span: timedelta, now: datetime
) -> NewToken:
    secret = PREFIX + secrets.token_urlsafe(32)
    made = ApiToken.objects.create(
        membership=place,
        name=name.strip()[:200] or "token",
        shown=secret[:SHOWN],
        secret_hash=digest(secret),
        scope=scope,
        created_at=now,
        expires_at=now + span,
    )
    change: dict[str, list[str | None]] = {"scope": [None, scope], "for": [None, place.user.name]}
    record(by, register="tokens", row_id=made.pk, ref=made.shown, action="created", changes=change, now=now)
    return NewToken(secret, _shown(made))


def _shown(token: ApiToken) -> Token:
    return Token(
        token.pk,
        token.name,
        token.shown,
        token.scope,
        token.expires_at,
        token.last_used_at,
        token.revoked_at,
        token.membership.user.name,
    )


def _finding(code: str, **values: int) -> Finding:
    return Finding(code, Subject("accounts", "token"), values)
