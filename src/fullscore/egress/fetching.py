"""Files from addresses people typed: over HTTPS, from public machines, bounded in size, time and jumps."""

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from typing_extensions import Buffer

TIMEOUT, LARGEST, MOST_JUMPS, WHOLE = 10.0, 5 * 1024 * 1024, 3, 30.0
_MOVED = frozenset({301, 302, 303, 307, 308})
_OK, _PORT = 200, 443


class FetchError(Exception):
    """The file did not come; the message says why in plain words."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is asked for, and what a test may loosen; in production nothing does but one's own authority."""

    may_be_private: bool = False
    authority: str | None = None
    seconds: float = WHOLE
    accept: str = "text/calendar"


def fetched(address: str, rules: Rules | None = None) -> bytes:
    """Return the bytes behind an https or webcal address; raises `FetchError`."""
    told = rules or Rules()
    until = monotonic() + told.seconds
    here = address.strip()
    if here.lower().startswith("webcal://"):
        here = f"https://{here[9:]}"
    for _ in range(MOST_JUMPS + 1):
        found = _once(here, told, until)
        if isinstance(found, bytes):
            return found
        here = urljoin(here, found)
    raise FetchError("It leads on and on to other addresses. Use the last one.")


def _once(address: str, rules: Rules, until: float) -> bytes | str:
    """Return the bytes, or the address it leads on to."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or _PORT
    except ValueError as error:
        raise FetchError("It is no address.") from error
    if parts.scheme != "https" or not host or parts.username is not None:
        raise FetchError("Only addresses that begin with https:// or webcal:// are read.")
    session = _Checked(host, port, rules, until)
    try:
        path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
        session.request("GET", path, headers={"Accept": rules.accept, "User-Agent": "Fullscore"})
        with session.getresponse() as response:
            return _answer(response)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise FetchError(_why(error)) from error
    finally:
        session.close()


def _answer(response: http.client.HTTPResponse) -> bytes | str:
    if response.status in _MOVED:
        return response.headers.get("Location", "")
    if response.status != _OK:
        raise FetchError(f"It answers {response.status} {response.reason}.")
    content = response.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise FetchError(f"It is larger than {LARGEST // 1024 // 1024} MB.")
    return content


class _Bounded(ssl.SSLSocket):
    """A far end that sends a byte now and then is never late by itself: all of it has one time to end."""

    until: float

    def recv_into(self, buffer: "Buffer", nbytes: int | None = None, flags: int = 0) -> int:
        left = self.until - monotonic()
        if left <= 0:
            raise TimeoutError
        self.settimeout(min(left, TIMEOUT))
        return super().recv_into(buffer, nbytes, flags)


class _Checked(http.client.HTTPSConnection):
    """HTTPS whose far end is looked at once it is connected: a name may point elsewhere a moment later."""

    def __init__(self, host: str, port: int, rules: Rules, until: float) -> None:
        context = ssl.create_default_context(cafile=rules.authority)
        context.sslsocket_class = _Bounded
        super().__init__(host, port, timeout=TIMEOUT, context=context)
        self._rules, self._trust, self._until = rules, context, until

    def connect(self) -> None:
        connection = socket.create_connection((self.host, self.port), TIMEOUT)
        try:
            _require_public(connection, may_be_private=self._rules.may_be_private)
            wrapped = self._trust.wrap_socket(connection, server_hostname=self.host)
            if isinstance(wrapped, _Bounded):
                wrapped.until = self._until
            self.sock = wrapped
        except BaseException:
            connection.close()
            raise


def _require_public(connection: socket.socket, *, may_be_private: bool) -> None:
    address = ipaddress.ip_address(connection.getpeername()[0].partition("%")[0])
    plain = getattr(address, "ipv4_mapped", None) or address
    if not (plain.is_global or may_be_private) or plain.is_multicast:
        raise FetchError(f"{plain} is no public address. Bring it in as a file instead.")


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "It does not answer in time."
    if isinstance(error, ssl.SSLError):
        return "Its certificate is not one that can be trusted."
    if isinstance(error, socket.gaierror):
        return "There is no machine of that name."
    return f"It cannot be reached: {error}."
