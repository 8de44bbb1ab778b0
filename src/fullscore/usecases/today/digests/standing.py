"""Whether mail leaves at all: what stands on the pages when it does not."""

from django.conf import settings

from fullscore.engine.registers.access import Member, Right
from fullscore.post import mail as post
from fullscore.store import digests as store
from fullscore.usecases.today.digests.values import Delivery, delivery

_LATEST = 50


def is_mail_on() -> bool:
    """Return whether this installation was told of a mail server."""
    return post.is_on()


def is_site_known() -> bool:
    """Return whether letters can carry links: the installation was told its own address."""
    return bool(settings.SITE)


def trouble(*, by: Member) -> Delivery | None:
    """Return the newest mail of the organisation that did not leave, None when the last of each did.

    Whoever does not manage the settings is told of their own mail only.
    """
    by.require(Right.PLAN_GOALS)
    found = store.mails(by.organisation_id).select_related("digest")
    if not by.may(Right.MANAGE_SETTINGS):
        found = found.filter(digest__email__iexact=by.email or "")
    newest: dict[int, Delivery] = {}
    for mail in found[:_LATEST]:
        newest.setdefault(mail.digest_id, delivery(mail))
    return next((mail for mail in newest.values() if mail.is_troubled), None)
