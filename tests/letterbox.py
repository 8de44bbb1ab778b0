"""A mail server in this process that keeps what it is given, and is as difficult as a test wants."""

import asyncio
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


@dataclass
class Letterbox:
    """What came in, as an independent reader of mail parses it; `says` answers a recipient, "" takes it."""

    letters: list[EmailMessage] = field(default_factory=list)
    says: dict[str, str] = field(default_factory=dict)
    is_secure: list[bool] = field(default_factory=list)
    users: list[str] = field(default_factory=list)
    takes_seconds: float = 0

    @property
    def recipients(self) -> list[str]:
        return [str(letter["X-RcptTo"]) for letter in self.letters]

    async def handle_RCPT(  # noqa: N802  aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        said = self.says.get(address, "")
        if not said:
            envelope.rcpt_tos.append(address)
        return said or "250 taken"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802  aiosmtpd's name
        await asyncio.sleep(self.takes_seconds)
        content = envelope.content
        assert isinstance(content, bytes)
        letter = message_from_bytes(content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        letter["X-RcptTo"] = envelope.rcpt_tos[0]
        self.letters.append(letter)
        self.is_secure.append(server.transport.get_extra_info("ssl_object") is not None)
        return "250 kept"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def listening(
    box: Letterbox,
    *,
    port: int = 0,
    folder: Path | None = None,
    is_implicit: bool = False,
    password: str = "",
) -> Iterator[int]:
    """Run a server at a port; with a folder it proves itself as localhost, with a password it asks for it."""

    def known(_server: SMTP, _session: Session, _envelope: Envelope, _way: str, given: object) -> AuthResult:
        assert isinstance(given, LoginPassword)
        box.users.append(given.login.decode())
        return AuthResult(success=given.password.decode() == password, handled=False)

    options: dict[str, object] = {}
    if folder is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate(folder))
        options = (
            {"ssl_context": context} if is_implicit else {"tls_context": context, "require_starttls": True}
        )
    if password:
        options |= {
            "authenticator": known,
            "auth_required": not is_implicit,
            "auth_require_tls": not is_implicit,
        }
    at = port or free_port()
    controller = Controller(box, hostname="127.0.0.1", port=at, **options)
    if is_implicit:
        # The controller looks whether it stands by speaking with itself, and would do so as a server.
        controller._trigger_server = lambda: _knock(at)  # type: ignore[method-assign]  # noqa: SLF001  aiosmtpd's
    controller.start()
    try:
        yield at
    finally:
        controller.stop()


def _knock(port: int) -> None:
    anybody = ssl.create_default_context()
    anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
    with (
        socket.create_connection(("127.0.0.1", port), timeout=5) as plain,
        anybody.wrap_socket(plain) as secure,
    ):
        secure.recv(1024)


def certificate(folder: Path, name: str = "localhost") -> tuple[Path, Path]:
    """Make a certificate that signs itself, and its key."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    if not cert.exists():
        words = [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            f"/CN={name}",
        ]
        words += ["-addext", f"subjectAltName=DNS:{name}", "-keyout", str(key), "-out", str(cert)]
        subprocess.run(words, check=True, capture_output=True)  # noqa: S603  fixed words
    return cert, key
