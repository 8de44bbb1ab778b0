"""Links by mail: the words of an invitation and of a forgotten password."""

from datetime import datetime

from django.conf import settings

from fullscore.post import mail
from fullscore.usecases.accounts.links import Link, cleaned_email, reset_for
from fullscore.usecases.accounts.throttling import tried

PER_EMAIL, PER_ADDRESS = 3, 20

_RESET = """Somebody, most likely you, asked for a new password at {site}

Open this page within the hour and choose one:
{address}

If it was not you, do nothing: the old password stays.
"""
_INVITE = """{who} invites you to {organisation} at {site}

Open this page within seven days and choose a password:
{address}
"""


def is_mail_on() -> bool:
    """Return whether this installation can mail links: it knows a server, and its own name.

    Without a name the link would begin with whatever `Host` a stranger sent, and carry its secret there.
    """
    return mail.is_on() and bool(settings.SITE or "*" not in settings.ALLOWED_HOSTS)


def send_reset(*, email: str, site: str, address: str, now: datetime) -> None:
    """Mail a link for a new password where the e-mail is known; the caller cannot tell whether it was."""
    cleaned = cleaned_email(email)
    tried(what=f"reset|{address}", limit=PER_ADDRESS, now=now)
    tried(what=f"reset|{cleaned.casefold()}", limit=PER_EMAIL, now=now)
    link = reset_for(email=cleaned, now=now)
    if link is not None and is_mail_on():
        text = _RESET.format(site=settings.SITE or site, address=_address(site, link))
        mail.send_later(to=link.email, subject="A new password for Fullscore", text=text)


def send_invitation(*, link: Link, who: str, organisation: str, site: str) -> bool:
    """Mail an invitation; False where no mail server is known and the link is to be handed over."""
    if not is_mail_on():
        return False
    text = _INVITE.format(
        who=who, organisation=organisation, site=settings.SITE or site, address=_address(site, link)
    )
    mail.send_later(to=link.email, subject="An invitation to Fullscore", text=text)
    return True


def _address(site: str, link: Link) -> str:
    return (settings.SITE or site.rstrip("/")) + link.path
