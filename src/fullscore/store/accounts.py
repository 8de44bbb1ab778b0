"""Reading and writing people who sign in: passwords checked, secrets hashed, one history for all."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.contrib.auth.hashers import check_password
from django.db.models import QuerySet
from django.http import HttpRequest

from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import HistoryEntry, Membership, SignInLink, User

NO_PASSWORD = "!"  # noqa: S105  Django's mark for a password that fits nothing


def digest(secret: str) -> str:
    """Return what is kept of a link's or token's secret; it is long and random, so one pass is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def user_with(email: str) -> User | None:
    """Return the user with this e-mail, whatever its case."""
    return User.objects.filter(email__iexact=email.strip()).first()


def checked_user(email: str, password: str) -> User | None:
    """Return the active user whose password this is; an unknown e-mail takes as long as a known one."""
    user = user_with(email)
    if user is None or not user.is_active:
        check_password(password, NO_PASSWORD)
        return None
    return user if user.check_password(password) else None


class EmailBackend:
    """Django's way to the same check."""

    def authenticate(
        self, _request: HttpRequest | None, email: str | None = None, password: str | None = None
    ) -> User | None:
        return checked_user(email, password) if email and password else None

    def get_user(self, user_id: int) -> User | None:
        return User.objects.filter(pk=user_id, is_active=True).first()


def active(organisation_id: int) -> QuerySet[Membership]:
    """Return the memberships of one organisation that open doors today."""
    return Membership.objects.of(organisation_id).filter(deactivated_at=None, user__is_active=True)


def places_of(user_id: int) -> QuerySet[Membership]:
    """Return every membership that opens doors for one person.

    The one question not asked inside one organisation: it asks in which organisations they are.
    """
    everywhere: QuerySet[Membership] = QuerySet(Membership)
    found = everywhere.filter(user_id=user_id, deactivated_at=None, user__is_active=True)
    return found.select_related("user", "organisation")


def end_links(email: str, purposes: Iterable[str], now: datetime) -> None:
    """Mark every open link of these purposes for an e-mail as used, in all organisations."""
    found = SignInLink.objects.filter(email__iexact=email, purpose__in=tuple(purposes), used_at=None)
    found.update(used_at=now)


def locked_owners(organisation_id: int) -> set[int]:
    """Return the ids of the active owners' memberships, locked until the transaction ends."""
    owners = active(organisation_id).filter(role=Role.OWNER.value).select_for_update(of=("self",))
    return set(owners.values_list("pk", flat=True))


def member_of(membership: Membership, *, is_read_only: bool = False) -> Member:
    """Return the engine's value for a membership that was read with its user and organisation."""
    return Member(
        organisation_id=membership.organisation_id,
        organisation=membership.organisation.ref,
        role=Role(membership.role),
        user_id=membership.user_id,
        name=membership.user.name,
        email=membership.user.email,
        is_read_only=is_read_only,
    )


def record(
    by: Member,
    *,
    register: str,
    row_id: int,
    ref: str,
    action: str,
    changes: Mapping[str, Sequence[str | None]],
    now: datetime,
) -> None:
    """Write one entry of history about members, tokens or settings."""
    HistoryEntry.objects.create(
        organisation_id=by.organisation_id,
        register=register,
        row_id=row_id,
        ref=ref[:64],
        action=action,
        changes={name: list(pair) for name, pair in changes.items()},
        at=now,
        user_id=by.user_id,
        by_name=by.name,
    )
