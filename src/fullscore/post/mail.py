"""The messages Fullscore sends, one person each, handed to egress: soon beside a request, or now in a job."""

import logging
import ssl
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings

from fullscore.egress import mail as egress
from fullscore.egress.mail import Message

# One at a time and beside the request: how long the mail server takes must not tell who is known here.
_POST_ROOM = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")
# Where a server speaks TLS from the first byte on, by the registry of ports.
_IMPLICIT_TLS_PORT = 465
_log = logging.getLogger(__name__)


class NotSentError(Exception):
    """The letter did not leave. The message says why, for who runs the host.

    `is_for_good`: this recipient will never be known there. `is_server`: nobody answered at all, so other
    letters need not be tried just now.
    """

    def __init__(self, why: str, *, is_for_good: bool = False, is_server: bool = False) -> None:
        super().__init__(why)
        self.is_for_good = is_for_good
        self.is_server = is_server


def is_on() -> bool:
    """Return whether this installation was told of a mail server."""
    return bool(settings.EMAIL_HOST)


def send_now(*, to: str, subject: str, text: str, html: str = "", stop: str = "", key: str = "") -> None:
    """Send while the caller waits; raises `NotSentError`. Never call it in a request or a transaction."""
    if not is_on():
        raise NotSentError("No mail server is named; set FULLSCORE_MAIL_HOST.", is_server=True)
    message = Message(settings.DEFAULT_FROM_EMAIL, to, subject, text, html, stop, key)
    try:
        egress.send(_server(), message)
    except egress.RecipientRefusedError as error:
        raise NotSentError(str(error), is_for_good=True) from error
    except egress.MailRefusedError as error:
        raise NotSentError(str(error)) from error
    except ssl.SSLError as error:
        raise NotSentError(_insecure(error), is_server=True) from error
    except OSError as error:
        raise NotSentError(_silent(error), is_server=True) from error
    except ValueError as error:
        raise NotSentError(f"The letter cannot be written: {error}", is_for_good=True) from error


def send_later(*, to: str, subject: str, text: str) -> None:
    """Send soon; a message that cannot be delivered is logged without its text, which holds a link."""
    server, message = _server(), Message(settings.DEFAULT_FROM_EMAIL, to, subject, text)
    _POST_ROOM.submit(_delivered, lambda: egress.send(server, message))


def settle() -> None:
    """Wait until everything handed over so far was tried."""
    _POST_ROOM.submit(lambda: None).result()


def _server() -> egress.Server:
    return egress.Server(
        host=settings.EMAIL_HOST,
        port=settings.EMAIL_PORT,
        user=settings.EMAIL_HOST_USER,
        password=settings.EMAIL_HOST_PASSWORD,
        is_tls=settings.EMAIL_USE_TLS,
        may_be_private=settings.MAIL_MAY_BE_PRIVATE,
        is_implicit=settings.EMAIL_USE_SSL
        or (settings.EMAIL_USE_TLS and settings.EMAIL_PORT == _IMPLICIT_TLS_PORT),
    )


def _delivered(send: Callable[[], None]) -> None:
    try:
        send()
    except (OSError, egress.MailRefusedError):
        _log.exception("A message could not be delivered; the person can ask for it again.")


def _silent(error: OSError) -> str:
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    return f"{where} does not answer: {error.strerror or str(error) or type(error).__name__}."


def _insecure(error: ssl.SSLError) -> str:
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    why = getattr(error, "verify_message", "") or error.reason or str(error)
    return f"{where} could not prove who it is, so nothing was sent: {why}."
