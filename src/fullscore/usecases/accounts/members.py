"""Who belongs to an organisation, in which role; the last owner cannot be lost."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right, Role
from fullscore.store.accounts import locked_owners, record
from fullscore.store.models import ApiToken, Membership, SignInLink
from fullscore.usecases.registers.values import NotThereError, RefusedError


class LastOwnerError(RefusedError):
    """Without this person nobody could manage the organisation."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """One person's place in the organisation, as its owners see it."""

    id: int
    name: str
    email: str
    role: Role
    since: datetime
    last_seen_at: datetime | None
    deactivated_at: datetime | None


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation nobody has used yet."""

    email: str
    role: Role
    expires_at: datetime
    by_name: str


def members(*, by: Member) -> tuple[Belonging, ...]:
    """Return everyone who belongs or belonged, those who are in first, by name."""
    by.require(Right.MANAGE_MEMBERS)
    found = Membership.objects.of(by.organisation_id).select_related("user")
    return tuple(_belonging(each) for each in sorted(found, key=_in_first))


def invitations(*, by: Member, now: datetime) -> tuple[Invitation, ...]:
    """Return the invitations that can still be used."""
    by.require(Right.MANAGE_MEMBERS)
    found = SignInLink.objects.filter(
        organisation_id=by.organisation_id, purpose="invite", used_at=None, expires_at__gt=now
    )
    return tuple(
        Invitation(each.email, Role(each.role), each.expires_at, each.by_name)
        for each in found.order_by("email")
    )


@transaction.atomic
def change_role(*, by: Member, membership: int, role: Role, now: datetime) -> Belonging:
    """Give a member another role; raises `LastOwnerError` when nobody would own the place."""
    by.require(Right.MANAGE_MEMBERS)
    owners = locked_owners(by.organisation_id)
    place = _found(by, membership)
    if role is not Role.OWNER:
        _keep_an_owner(place, owners)
    change = {"role": [place.role, role.value]}
    place.role = role.value
    place.save(update_fields=["role"])
    record(
        by,
        register="members",
        row_id=place.pk,
        ref=place.user.name,
        action="changed",
        changes=change,
        now=now,
    )
    return _belonging(place)


@transaction.atomic
def deactivate(*, by: Member, membership: int, now: datetime) -> Belonging:
    """Close every door for a member from the next request on; their tokens and open links end too."""
    by.require(Right.MANAGE_MEMBERS)
    owners = locked_owners(by.organisation_id)
    place = _found(by, membership)
    _keep_an_owner(place, owners)
    place.deactivated_at = now
    place.save(update_fields=["deactivated_at"])
    ApiToken.objects.filter(membership=place, revoked_at=None).update(revoked_at=now)
    links = SignInLink.objects.filter(organisation_id=by.organisation_id, email__iexact=place.user.email)
    links.filter(used_at=None).update(used_at=now)
    change = {"role": [place.role, None]}
    record(
        by,
        register="members",
        row_id=place.pk,
        ref=place.user.name,
        action="deactivated",
        changes=change,
        now=now,
    )
    return _belonging(place)


def membership_of(*, by: Member, email: str) -> int:
    """Return the id of a member by e-mail; raises `NotThereError` when nobody here has it."""
    by.require(Right.MANAGE_MEMBERS)
    found = Membership.objects.of(by.organisation_id).filter(user__email__iexact=email.strip()).first()
    if found is None:
        raise NotThereError(Finding("member-unknown", Subject("accounts", email), {"email": email}))
    return found.pk


def _found(by: Member, membership: int) -> Membership:
    found = Membership.objects.of(by.organisation_id).select_related("user").filter(pk=membership).first()
    if found is None:
        who = str(membership)
        raise NotThereError(Finding("member-unknown", Subject("accounts", who), {"email": who}))
    return found


def _keep_an_owner(place: Membership, owners: set[int]) -> None:
    if owners == {place.pk}:
        raise LastOwnerError(
            Finding("last-owner", Subject("accounts", place.user.email), {"name": place.user.name})
        )


def _in_first(place: Membership) -> tuple[bool, str]:
    return place.deactivated_at is not None, place.user.name.casefold()


def _belonging(place: Membership) -> Belonging:
    return Belonging(
        id=place.pk,
        name=place.user.name,
        email=place.user.email,
        role=Role(place.role),
        since=place.created_at,
        last_seen_at=place.user.last_login,
        deactivated_at=place.deactivated_at,
    )
