"""Signing in with e-mail and password."""

from dataclasses import dataclass
from datetime import datetime

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.store.accounts import checked_user, places_of
from fullscore.store.models import User
from fullscore.usecases.accounts.passwords import LONGEST
from fullscore.usecases.accounts.throttling import forget, tried
from fullscore.usecases.registers.values import RefusedError

# Wrong tries in one window: for one e-mail from one address, and from one address whatever the e-mail.
PER_PAIR, PER_ADDRESS = 5, 50


class SignInRefusedError(RefusedError):
    """The e-mail and password do not fit."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What a session keeps: who, and a proof that ends when the password changes."""

    user_id: int
    proof: str
    organisation: str | None


def sign_in(*, email: str, password: str, address: str, now: datetime) -> SignedIn:
    """Return who signed in; raises `SignInRefusedError` in the same words whatever was wrong."""
    pair = f"{email.strip().casefold()}|{address}"
    tries = (
        tried(what=address, limit=PER_ADDRESS, now=now),
        tried(what=pair, limit=PER_PAIR, now=now),
    )
    user = checked_user(email, password) if len(password) <= LONGEST else None
    if user is None:
        raise SignInRefusedError(Finding("sign-in-refused", Subject("accounts", "sign-in")))
    # Only what this person got wrong is forgotten: the address goes on counting for everybody else.
    forget(tries=tries, what=pair)
    User.objects.filter(pk=user.pk).update(last_login=now)
    return signed_in(user)


def signed_in(user: User, organisation: str | None = None) -> SignedIn:
    """Return what the session of this user keeps, and where they land."""
    if organisation is None:
        refs = [place.organisation.ref for place in places_of(user.pk)[:2]]
        organisation = refs[0] if len(refs) == 1 else None
    return SignedIn(user.pk, user.get_session_auth_hash(), organisation)
