"""How often somebody may try: counted in the database, so that every process counts the same."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.store.models import SignInFailure
from fullscore.usecases.registers.values import RefusedError

WINDOW = timedelta(minutes=15)


class TooOftenError(RefusedError):
    """Too many tries in one window; the right password would be refused too."""


def tried(*, what: str, limit: int, now: datetime) -> int:
    """Note one try and return its id; raises `TooOftenError` past the limit.

    It is counted before anything is looked at, so that a hundred tries at once are a hundred.
    """
    about = _hash(what)
    with transaction.atomic():
        SignInFailure.objects.filter(at__lt=now - WINDOW).delete()
        made = SignInFailure.objects.create(about=about, at=now)
    if SignInFailure.objects.filter(about=about, at__gt=now - WINDOW).count() > limit:
        minutes = int(WINDOW.total_seconds() // 60)
        raise TooOftenError(
            Finding("sign-in-too-often", Subject("accounts", "sign-in"), {"minutes": minutes})
        )
    return made.pk


def forget(*, tries: tuple[int, ...], what: str) -> None:
    """Take back one's own tries and what else was counted about the same."""
    SignInFailure.objects.filter(pk__in=tries).delete()
    SignInFailure.objects.filter(about=_hash(what)).delete()


def _hash(what: str) -> str:
    return salted_hmac("fullscore.tries", what, algorithm="sha256").hexdigest()
