"""Mail out, by SMTP, to the one server the host's operator named."""

import ipaddress
import smtplib
import socket
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

TIMEOUT = 20
_FOR_GOOD = 500


class MailRefusedError(Exception):
    """The message did not leave: the server's address is one we do not speak to, or it said no."""


class RecipientRefusedError(MailRefusedError):
    """The server knows no such recipient and never will; another try would get the same answer."""


@dataclass(frozen=True, slots=True)
class Server:
    host: str
    port: int
    user: str
    password: str
    is_tls: bool
    # A relay in the own network is usual; the operator says so, nobody who uses the pages can.
    may_be_private: bool
    # TLS begins before the first word rather than by STARTTLS.
    is_implicit: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One letter. `stop` is the address that ends such letters; `key` names it, the same at every try."""

    sender: str
    to: str
    subject: str
    text: str
    html: str = ""
    stop: str = ""
    key: str = ""


def send(server: Server, message: Message) -> None:
    """Deliver one message; raises `MailRefusedError`, `OSError`, or `ValueError` for a broken header."""
    letter = _letter(message)
    connection = socket.create_connection((server.host, server.port), timeout=TIMEOUT)
    try:
        _require_allowed(connection, may_be_private=server.may_be_private)
        if server.is_implicit:
            connection = _trusting().wrap_socket(connection, server_hostname=server.host)
        with _Connected(connection, server) as session:
            _introduce(session, server)
            session.send_message(letter)
    except smtplib.SMTPRecipientsRefused as error:
        raise _refused(error) from error
    except smtplib.SMTPException as error:
        raise MailRefusedError(f"The mail server said no: {error}") from error
    finally:
        connection.close()


class _Connected(smtplib.SMTP):
    """SMTP over a connection whose far end was looked at already: the name is not resolved twice."""

    def __init__(self, connection: socket.socket, server: Server) -> None:
        self._ready = connection
        super().__init__(server.host, server.port, timeout=TIMEOUT)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:  # noqa: ARG002  smtplib's
        return self._ready


def _require_allowed(connection: socket.socket, *, may_be_private: bool) -> None:
    """Decide on the address that answered, not on the name: a name may point elsewhere a moment later."""
    address = ipaddress.ip_address(connection.getpeername()[0].partition("%")[0])
    plain = getattr(address, "ipv4_mapped", None) or address
    if plain.is_link_local or plain.is_multicast or plain.is_unspecified:
        raise MailRefusedError(
            f"Fullscore sends no mail to {plain}: no mail server lives at such an address."
        )
    if not (plain.is_global or may_be_private):
        raise MailRefusedError(
            f"{plain} is a private address. Leave FULLSCORE_MAIL_PRIVATE=0 out if the relay is yours."
        )


def _introduce(session: smtplib.SMTP, server: Server) -> None:
    if server.is_tls and not server.is_implicit:
        session.starttls(context=_trusting())
    if server.user:
        session.login(server.user, server.password)


def _trusting() -> ssl.SSLContext:
    """Return what checks the server's certificate and name; SSL_CERT_FILE adds an authority of one's own."""
    return ssl.create_default_context()


def _refused(error: smtplib.SMTPRecipientsRefused) -> MailRefusedError:
    code, why = next(iter(error.recipients.values()))
    words = f"The mail server refused the recipient: {code} {why.decode('utf-8', 'replace')}"
    # 4xx is "not now" (greylisting, a full box), 5xx is "never".
    return RecipientRefusedError(words) if code >= _FOR_GOOD else MailRefusedError(words)


def _letter(message: Message) -> EmailMessage:
    letter = EmailMessage()
    # Line breaks in a header would be headers of a stranger's choosing; the library refuses them.
    letter["From"], letter["To"], letter["Subject"] = message.sender, message.to, message.subject
    name = message.key and f"<{message.key}@fullscore.local>"
    letter["Date"] = formatdate(localtime=False)
    letter["Message-ID"] = name or make_msgid(domain="fullscore.local")
    letter["Auto-Submitted"] = "auto-generated"
    if message.stop:
        letter["List-Unsubscribe"] = f"<{message.stop}>"
    letter.set_content(message.text)
    if message.html:
        letter.add_alternative(message.html, subtype="html")
    return letter
