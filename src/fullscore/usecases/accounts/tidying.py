"""What has run out is not kept: sessions nobody can use, links that open nothing any more."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from fullscore.store.models import SignInLink

# Long enough to see in the table why somebody's link did not work.
REMEMBERED = timedelta(days=30)


def is_untidy(*, now: datetime) -> bool:
    """Return whether there is anything to put away."""
    return _sessions(now).exists() or _links(now).exists()


def tidy(*, now: datetime) -> int:
    """Put away what has run out and return how much it was."""
    return sum(found.delete()[0] for found in (_sessions(now), _links(now)))


def _sessions(now: datetime) -> QuerySet[Session]:
    return Session.objects.filter(expire_date__lt=now)


def _links(now: datetime) -> QuerySet[SignInLink]:
    return SignInLink.objects.filter(expires_at__lt=now - REMEMBERED)
