"""The messages Fullscore sends: plain text, one person each, handed to egress."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings

from fullscore.egress import mail as egress

# One at a time and beside the request: how long the mail server takes must not tell who is known here.
_POST_ROOM = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")
_log = logging.getLogger(__name__)


def is_on() -> bool:
    """Return whether this installation was told of a mail server."""
    return bool(settings.EMAIL_HOST)


def send_later(*, to: str, subject: str, text: str) -> None:
    """Send soon; a message that cannot be delivered is logged without its text, which holds a link."""
    server = egress.Server(
        host=settings.EMAIL_HOST,
        port=settings.EMAIL_PORT,
        user=settings.EMAIL_HOST_USER,
        password=settings.EMAIL_HOST_PASSWORD,
        is_tls=settings.EMAIL_USE_TLS,
        may_be_private=settings.MAIL_MAY_BE_PRIVATE,
    )
    message = egress.Message(sender=settings.DEFAULT_FROM_EMAIL, to=to, subject=subject, text=text)
    _POST_ROOM.submit(_delivered, lambda: egress.send(server, message))


def settle() -> None:
    """Wait until everything handed over so far was tried."""
    _POST_ROOM.submit(lambda: None).result()


def _delivered(send: Callable[[], None]) -> None:
    try:
        send()
    except (OSError, egress.MailRefusedError):
        _log.exception("A message could not be delivered; the person can ask for it again.")
