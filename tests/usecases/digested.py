"""Somebody who gets the week's mail, and a worker that sends what is due."""

from datetime import datetime, timedelta

from fullscore.engine.registers.access import Member
from fullscore.store.models import DigestMail
from fullscore.usecases.today import digests
from fullscore.usecases.today.digests import DigestShown, Wanted

# Monday 23 November 2026, 07:00 in New York.
MONDAY_AT_SEVEN = datetime.fromisoformat("2026-11-23T12:00Z")
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
SITE = "https://it.harbor.example"


def set_up(owner: Member, email: str | None = None, kind: str = "list") -> DigestShown:
    """Set up a weekly mail on Mondays at seven, a day before the first is due."""
    wanted = Wanted(email=email or owner.email, kind=kind)
    return digests.add(by=owner, wanted=wanted, now=MONDAY_AT_SEVEN - DAY)


def deliver_due(now: datetime) -> list[bool]:
    """Do what a worker does after one sweep."""
    return [digests.deliver(key=key, clock=lambda: now) for key in digests.due(now=now)]


def mails(by: Member) -> list[DigestMail]:
    return list(DigestMail.objects.of(by.organisation_id).order_by("pk"))
