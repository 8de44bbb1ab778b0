"""Sixty uploads of one byte a second against the really started program; everybody else goes on."""

import http.client
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from threading import Event, Thread
from urllib.parse import urlsplit

import pytest

from tests.process import Served, eventually, fullscore, serving

UPLOADS = 60
# A page beside sixty slow uploads; on a machine that runs other tests too.
BEARABLE = 3.0
PAGES = ("/healthz", "/sign-in/", "/api/v1/openapi.json")
pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("slow") / "home"
    made = fullscore(home, "init", "--org", "Harbor Mill", "--owner", "ruth@harbor.example")
    assert made.returncode == 0, made.stderr
    with serving(home) as running:
        for page in PAGES:
            _took(_place(running), page)
        yield running


def _place(served: Served) -> tuple[str, int]:
    parts = urlsplit(served.address)
    assert parts.hostname is not None
    assert parts.port is not None
    return parts.hostname, parts.port


def _head(path: str, length: int) -> bytes:
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {length}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n"
    ).encode()


@contextmanager
def _dripping(place: tuple[str, int], begun: bytes) -> Iterator[list[socket.socket]]:
    """Hold sixty connections open, each sent one more byte every second."""
    done = Event()
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.create_connection(place, timeout=10)) for _ in range(UPLOADS)]
        for each in sockets:
            each.sendall(begun)
        thread = Thread(target=_drip, args=(sockets, done))
        thread.start()
        try:
            yield sockets
        finally:
            done.set()
            thread.join()


def _drip(sockets: list[socket.socket], done: Event) -> None:
    while not done.wait(1):
        for each in sockets:
            each.send(b"a")


def _took(place: tuple[str, int], path: str) -> tuple[int, float]:
    started = time.monotonic()
    connection = http.client.HTTPConnection(*place, timeout=30)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        return response.status, time.monotonic() - started
    finally:
        connection.close()


@pytest.mark.parametrize("path", ["/sign-in/", "/o/harbor-mill/imports/", "/api/v1/o/harbor-mill/imports"])
def test_sixty_slow_uploads_stop_nobody(served: Served, path: str) -> None:
    place = _place(served)
    with _dripping(place, _head(path, 10_000_000)) as sockets:
        time.sleep(2)
        answers = [_took(place, page) for page in PAGES * 5]
        still_open = sum(_is_open(each) for each in sockets)

    assert {status for status, _ in answers} == {200}
    assert max(seconds for _, seconds in answers) < BEARABLE
    # They were really there all the time, not turned away.
    assert still_open == UPLOADS


def test_sixty_heads_that_never_end_stop_nobody(served: Served) -> None:
    place = _place(served)
    with _dripping(place, b"GET /sign-in/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "):
        time.sleep(2)
        answers = [_took(place, "/sign-in/") for _ in range(10)]

    assert {status for status, _ in answers} == {200}
    assert max(seconds for _, seconds in answers) < BEARABLE


def test_more_than_one_request_may_bring_is_refused_before_it_is_read(served: Served) -> None:
    with socket.create_connection(_place(served), timeout=20) as connection:
        connection.sendall(_head("/sign-in/", 10**12))
        answer = connection.recv(400)

    assert answer.startswith(b"HTTP/1.1 413")


def test_a_body_without_a_length_is_cut_off_where_it_grows_too_large(served: Served) -> None:
    """A hundred megabytes in pieces end in a refusal or a closed line, never in a page."""
    chunk = b"100000\r\n" + b"a" * 0x100000 + b"\r\n"
    with socket.create_connection(_place(served), timeout=20) as connection:
        connection.sendall(b"POST /sign-in/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        try:
            for _ in range(100):
                connection.sendall(chunk)
            connection.sendall(b"0\r\n\r\n")
            answer = connection.recv(400)
        except OSError:
            answer = b""

    assert not answer.startswith((b"HTTP/1.1 2", b"HTTP/1.1 3", b"HTTP/1.1 5"))
    assert eventually(lambda: _took(_place(served), "/healthz")[0] == 200)


def _is_open(connection: socket.socket) -> bool:
    connection.setblocking(False)
    try:
        return connection.recv(1, socket.MSG_PEEK) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False
