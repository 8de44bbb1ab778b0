"""How often somebody may try: counted in the database, so that every process counts the same."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.store.models import SignInFailure
from fullscore.usecases.registers.values import RefusedError

WINDOW = timedelta(minutes=15)
# Wrong addresses from one place in a window; a right one is never counted.
MOST_WRONG = 20


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


def count_wrong(*, what: str, address: str, subject: Subject, now: datetime) -> None:
    """Count a secret that opens nothing, asked from `address`; raises `TooOftenError` past the limit."""
    try:
        tried(what=f"{what} from {address}", limit=MOST_WRONG, now=now)
    except TooOftenError as often:
        minutes = often.findings[0].values["minutes"]
        raise TooOftenError(Finding("plan-link-too-often", subject, {"minutes": minutes})) from often


def forget(*, tries: tuple[int, ...], what: str) -> None:
    """Take back one's own tries and what else was counted about the same."""
    SignInFailure.objects.filter(pk__in=tries).delete()
    SignInFailure.objects.filter(about=_hash(what)).delete()


def _hash(what: str) -> str:
    return salted_hmac("fullscore.tries", what, algorithm="sha256").hexdigest()
