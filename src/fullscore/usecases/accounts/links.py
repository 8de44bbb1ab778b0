"""Links that open a door once: the first owner, an invitation, a forgotten password, the sample company."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, NotAllowedError, Right, Role
from fullscore.store.accounts import active, digest, places_of, record, user_with
from fullscore.store.models import Organisation, SignInLink
from fullscore.usecases.registers.values import RefusedError


class Purpose(StrEnum):
    FIRST = "first"
    INVITE = "invite"
    RESET = "reset"
    # No password is asked: it is handed to who sits at the host, for the sample company.
    SIGN_IN = "sign-in"


LONGEST_EMAIL = 254
LIVES = {
    Purpose.FIRST: timedelta(minutes=15),
    Purpose.INVITE: timedelta(days=7),
    Purpose.RESET: timedelta(hours=1),
    Purpose.SIGN_IN: timedelta(minutes=15),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A link just made. Its secret exists here and in the address, nowhere else."""

    secret: str
    email: str
    purpose: Purpose
    expires_at: datetime

    @property
    def path(self) -> str:
        return f"/link/{self.secret}/"


class HasOwnerError(RefusedError):
    """The organisation has an owner; a first link would be a second door."""


def issue_first_link(*, by: Member, email: str, now: datetime) -> Link:
    """Return the link that makes the organisation's first owner; raises `HasOwnerError` when there is one."""
    _require_host(by)
    if _has_owner(by.organisation_id):
        raise HasOwnerError(Finding("organisation-has-owner", Subject("accounts", by.organisation)))
    return _issue(by, email, Role.OWNER, Purpose.FIRST, now)


def invite(*, by: Member, email: str, role: Role, now: datetime) -> Link:
    """Return a link by which a person becomes a member; raises `RefusedError` for one who is already."""
    by.require(Right.MANAGE_MEMBERS)
    email = cleaned_email(email)
    if active(by.organisation_id).filter(user__email__iexact=email).exists():
        raise RefusedError(Finding("member-already", Subject("accounts", email), {"email": email}))
    return _issue(by, email, role, Purpose.INVITE, now)


def link_for_member(*, by: Member, email: str, purpose: Purpose, now: datetime) -> Link:
    """Return a link for somebody who is a member: to set a new password, or to sign in on the host.

    Only the host may: an owner who could would enter every other organisation the person belongs to.
    """
    _require_host(by)
    found = active(by.organisation_id).filter(user__email__iexact=email.strip()).first()
    if found is None:
        raise RefusedError(Finding("member-unknown", Subject("accounts", email), {"email": email}))
    return _issue(by, email.strip(), Role(found.role), purpose, now)


def reset_for(*, email: str, now: datetime) -> Link | None:
    """Return a link for a forgotten password, or None for an e-mail that opens nothing here.

    The caller shows the same words in both cases.
    """
    user = user_with(email)
    place = places_of(user.pk).first() if user else None
    if user is None or place is None:
        return None
    desk = Member(place.organisation_id, place.organisation.ref, Role(place.role), None, user.name)
    return _issue(desk, user.email, Role(place.role), Purpose.RESET, now)


def _require_host(by: Member) -> None:
    if by.user_id is not None:
        raise NotAllowedError(by.role, Right.MANAGE_MEMBERS)


def cleaned_email(email: str) -> str:
    """Return the e-mail as it is kept; raises `RefusedError` when nobody could be reached by it."""
    cleaned = email.strip()
    name, _, host = cleaned.rpartition("@")
    is_whole = bool(name and host) and len(cleaned) <= LONGEST_EMAIL
    is_whole = is_whole and cleaned.isprintable() and " " not in cleaned
    if not is_whole:
        raise RefusedError(
            Finding("email-not-understood", Subject("accounts", "email"), {"email": cleaned[:80]})
        )
    return cleaned


def _has_owner(organisation_id: int) -> bool:
    return active(organisation_id).filter(role=Role.OWNER.value).exists()


@transaction.atomic
def _issue(by: Member, email: str, role: Role, purpose: Purpose, now: datetime) -> Link:
    secret = secrets.token_urlsafe(32)
    made = SignInLink.objects.create(
        organisation=Organisation.objects.get(pk=by.organisation_id),
        purpose=purpose.value,
        secret_hash=digest(secret),
        email=cleaned_email(email),
        role=role.value,
        created_at=now,
        expires_at=now + LIVES[purpose],
        by_name=by.name,
    )
    if purpose is Purpose.INVITE:
        change = {"role": [None, role.value]}
        record(by, register="members", row_id=made.pk, ref=email, action="invited", changes=change, now=now)
    return Link(secret, made.email, purpose, made.expires_at)
