"""Using a link, once: whoever is first wins, everybody after is told that it was used."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Role
from fullscore.store.accounts import active, digest, end_links, member_of, record, user_with
from fullscore.store.models import Membership, Organisation, SignInLink, User
from fullscore.usecases.accounts.links import HasOwnerError, Purpose
from fullscore.usecases.accounts.passwords import require_strong
from fullscore.usecases.accounts.signing_in import SignedIn, sign_in, signed_in
from fullscore.usecases.registers.values import RefusedError


class LinkDeadError(RefusedError):
    """The link was used, has run out, or never was."""


class Asked(StrEnum):
    """Which password a link asks for."""

    NEW = "new"
    # The link came by way of an owner who may have kept it; only the person knows their password.
    PRESENT = "present"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Offer:
    """What a link would do, for the page that asks."""

    purpose: Purpose
    organisation: str
    email: str
    role: str
    name: str
    asked: Asked


def look_at(*, secret: str, now: datetime) -> Offer:
    """Return what the link offers, and change nothing: mail scanners open every address they see."""
    link = _alive(secret, now)
    user = user_with(link.email)
    purpose = Purpose(link.purpose)
    return Offer(
        purpose,
        link.organisation.name,
        link.email,
        link.role,
        user.name if user else "",
        _asked(purpose, user),
    )


def accept_link(*, secret: str, name: str, password: str, address: str, now: datetime) -> SignedIn:
    """Use the link and return who is signed in now; raises `LinkDeadError` for all but the first."""
    link = _alive(secret, now)
    asked = _asked(Purpose(link.purpose), user_with(link.email))
    if asked is Asked.PRESENT:
        sign_in(email=link.email, password=password, address=address, now=now)
    return _use(link, name, password if asked is Asked.NEW else None, now)


@transaction.atomic
def _use(link: SignInLink, name: str, password: str | None, now: datetime) -> SignedIn:
    # The row of the organisation is the turnstile: two links for the same place pass one after the other.
    Organisation.objects.select_for_update().get(pk=link.organisation_id)
    if not SignInLink.objects.filter(pk=link.pk, used_at=None).update(used_at=now):
        raise LinkDeadError(_dead("link-used"))
    _refuse_second_first_owner(link)
    user = user_with(link.email) or User(email=link.email, name=link.email, created_at=now)
    user.last_login = now
    _set_up(user, name, password)
    if password is not None:
        # Whoever could read an older message must not set the password once more.
        end_links(user.email, [Purpose.RESET], now)
    _join(link, user, now)
    return signed_in(user, link.organisation.ref)


def _alive(secret: str, now: datetime) -> SignInLink:
    link = SignInLink.objects.select_related("organisation").filter(secret_hash=digest(secret)).first()
    if link is None:
        raise LinkDeadError(_dead("link-unknown"))
    if link.used_at is not None:
        raise LinkDeadError(_dead("link-used"))
    if link.expires_at <= now:
        raise LinkDeadError(_dead("link-expired"))
    return link


def _dead(code: str) -> Finding:
    return Finding(code, Subject("accounts", "link"))


def _asked(purpose: Purpose, user: User | None) -> Asked:
    if purpose is Purpose.SIGN_IN:
        return Asked.NONE
    if purpose is Purpose.RESET or user is None:
        return Asked.NEW
    is_host_made = purpose is Purpose.FIRST and not user.has_usable_password()
    return Asked.NEW if is_host_made else Asked.PRESENT


def _refuse_second_first_owner(link: SignInLink) -> None:
    if link.purpose != Purpose.FIRST:
        return
    if active(link.organisation_id).filter(role=Role.OWNER.value).exists():
        raise HasOwnerError(Finding("organisation-has-owner", Subject("accounts", link.organisation.ref)))


def _set_up(user: User, name: str, password: str | None) -> None:
    user.name = name.strip()[:200] or user.name
    if password is not None:
        require_strong(password, user)
        user.set_password(password)
    user.save()


def _join(link: SignInLink, user: User, now: datetime) -> None:
    """Make or revive the membership that a first link or an invitation promises."""
    if link.purpose not in {Purpose.FIRST, Purpose.INVITE}:
        return
    place, _ = Membership.objects.of(link.organisation_id).get_or_create(
        user=user,
        organisation_id=link.organisation_id,
        defaults={"role": link.role, "created_at": now},
    )
    place.role, place.deactivated_at = link.role, None
    place.save()
    by: Member = member_of(place)
    change = {"role": [None, link.role]}
    record(by, register="members", row_id=place.pk, ref=user.name, action="joined", changes=change, now=now)
