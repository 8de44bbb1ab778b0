"""Who stands at the door: found from a session or a token, in at most one query."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.db.models import Q
from django.utils.crypto import constant_time_compare

from fullscore.engine.registers.access import Member
from fullscore.store.accounts import digest, member_of, places_of
from fullscore.store.models import ApiToken, Membership, User

USE_IS_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody known. `member` is None where they do not belong to the organisation they asked for."""

    account_id: int
    name: str
    email: str
    member: Member | None = None
    organisation: str = ""
    zone: str = "UTC"
    currency: str = "USD"


@dataclass(frozen=True, slots=True)
class Place:
    """An organisation a person belongs to."""

    ref: str
    name: str
    role: str


def by_session(*, user_id: int, proof: str, organisation: str | None) -> Arrival | None:
    """Return who holds this session; None when the user is gone or the password has changed since."""
    place = places_of(user_id).filter(organisation__ref=organisation).first() if organisation else None
    user = place.user if place else User.objects.filter(pk=user_id, is_active=True).first()
    if user is None or not _is_proven(user, proof):
        return None
    return _inside(place, member_of(place)) if place else Arrival(user.pk, user.name, user.email)


def by_token(*, secret: str, organisation: str | None, now: datetime) -> Arrival | None:
    """Return whom this token stands for; None when it is unknown, revoked, expired or its member is out."""
    token = _token(secret, now)
    if token is None:
        return None
    _note_use(token, now)
    place = token.membership
    user = place.user
    if place.organisation.ref != organisation:
        return Arrival(user.pk, user.name, user.email)
    return _inside(place, member_of(place, is_read_only=token.scope == "read"))


def places(*, account_id: int) -> tuple[Place, ...]:
    """Return the organisations this person may enter, by name."""
    found = places_of(account_id).order_by("organisation__name")
    return tuple(Place(each.organisation.ref, each.organisation.name, each.role) for each in found)


def is_ready() -> bool:
    """Return whether the database answers and holds our tables."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM store_organisation LIMIT 1")
    except DatabaseError:
        return False
    return True


def _inside(place: Membership, member: Member) -> Arrival:
    user, organisation = place.user, place.organisation
    return Arrival(
        user.pk, user.name, user.email, member, organisation.name, organisation.zone, organisation.currency
    )


def _is_proven(user: User, proof: str) -> bool:
    fits = constant_time_compare(proof, user.get_session_auth_hash())
    # A rotated secret key keeps sessions alive while the old one is listed as a fallback.
    return fits or any(constant_time_compare(proof, old) for old in user.get_session_auth_fallback_hash())


def _token(secret: str, now: datetime) -> ApiToken | None:
    alive = Q(revoked_at=None, expires_at__gt=now)
    member_in = Q(membership__deactivated_at=None, membership__user__is_active=True)
    found = ApiToken.objects.filter(alive & member_in, secret_hash=digest(secret))
    return found.select_related("membership__user", "membership__organisation").first()


def _note_use(token: ApiToken, now: datetime) -> None:
    if token.last_used_at and now - token.last_used_at < USE_IS_NOTED_EVERY:
        return
    try:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)
    except DatabaseError:  # a full disk must not stop reading
        return
