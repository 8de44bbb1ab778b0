"""What people change about themselves; all but the name asks for the present password."""

from datetime import datetime

from django.db import IntegrityError, transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Role
from fullscore.store import digests
from fullscore.store.accounts import end_links, places_of, user_with
from fullscore.store.models import User
from fullscore.usecases.accounts.links import Purpose, cleaned_email
from fullscore.usecases.accounts.passwords import require_strong
from fullscore.usecases.accounts.signing_in import SignedIn, sign_in, signed_in
from fullscore.usecases.registers.values import RefusedError


def change_name(*, account_id: int, name: str) -> None:
    """Keep another name; history keeps the old one where it stands."""
    if not name.strip():
        raise RefusedError(_finding("name-missing", "name"))
    User.objects.filter(pk=account_id).update(name=name.strip()[:200])


def change_email(*, account_id: int, email: str, password: str, address: str, now: datetime) -> None:
    """Sign in by another e-mail from now on; raises `RefusedError` when somebody else has it."""
    user = _proven(account_id, password, address, now)
    # Whose rows a requester sees is decided by e-mail: a new one of their choosing would show another's.
    if places_of(account_id).filter(role=Role.REQUESTER.value).exists():
        raise RefusedError(_finding("email-decides-rows", "email"))
    before, user.email = user.email, cleaned_email(email)
    other = user_with(user.email)
    if other is not None and other.pk != user.pk:
        raise RefusedError(_taken(user.email))
    try:
        with transaction.atomic():
            user.save(update_fields=["email"])
            # Else the old address would go on getting the weekly mail as that of a stranger.
            digests.follow(user.pk, before, user.email)
    except IntegrityError as error:
        # Somebody took it between the look and the save.
        raise RefusedError(_taken(user.email)) from error


def change_password(*, account_id: int, present: str, new: str, address: str, now: datetime) -> SignedIn:
    """Keep a new password and return the proof for this session; every other session ends."""
    user = _proven(account_id, present, address, now)
    require_strong(new, user)
    user.set_password(new)
    user.save(update_fields=["password"])
    end_links(user.email, [Purpose.RESET], now)
    return signed_in(user)


def _proven(account_id: int, password: str, address: str, now: datetime) -> User:
    user = User.objects.get(pk=account_id)
    sign_in(email=user.email, password=password, address=address, now=now)
    return user


def _taken(email: str) -> Finding:
    return _finding("email-taken", "email", email=email)


def _finding(code: str, what: str, **values: str) -> Finding:
    return Finding(code, Subject("accounts", what), values)
