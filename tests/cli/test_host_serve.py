"""One parent, pages and worker: started together, stopped together, never restarted in silence."""

import asyncio
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.process import ROOT, Served, environment, eventually, fullscore, serving

pytestmark = pytest.mark.slow
TLS = ROOT / "tests/data/tls"
UPLOADS, SECONDS = 60, 5


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serve") / "host"
    done = fullscore(folder, "init", "--org", "Harbor Mill", "--owner", "ada@mill.example")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def served(home: Path) -> Iterator[Served]:
    with serving(home) as found:
        yield found


def get(address: str, *, trust: ssl.SSLContext | None = None) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=20, context=trust) as answer:  # noqa: S310  our own address
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_serve_prints_address_and_link_until_somebody_owns_the_place(served: Served) -> None:
    assert f"Fullscore is at {served.address}/" in served.said
    assert f"Sign in here, once and within 15 minutes: {served.address}/link/" in served.said


def test_healthz_is_200_when_ready(served: Served) -> None:
    assert get(f"{served.address}/healthz") == (200, "ready")


def test_the_programs_own_files_are_served_and_nothing_beside_them(served: Served) -> None:
    assert get(f"{served.address}/static/mark.svg")[0] == 200
    assert get(f"{served.address}/static/../main.py")[0] in {400, 404}
    assert get(f"{served.address}/static/%2e%2e/main.py")[0] in {400, 404}
    assert get(f"{served.address}/static/")[0] == 404


def test_a_port_that_is_taken_is_named(served: Served, home: Path) -> None:
    done = fullscore(home, "serve", "--port", served.address.rpartition(":")[2])

    assert done.returncode == 1
    assert "cannot be used: Address already in use" in done.stderr
    assert "--port" in done.stderr


def test_slow_clients_hold_up_nobody(served: Served) -> None:
    async def one_byte_a_second(port: int) -> None:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n")
        for _ in range(SECONDS):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(1)
        writer.close()

    async def meanwhile(port: int) -> list[float]:
        uploads = [asyncio.create_task(one_byte_a_second(port)) for _ in range(UPLOADS)]
        await asyncio.sleep(1)
        took = []
        for _ in range(10):
            began = time.monotonic()
            assert (await asyncio.to_thread(get, f"http://127.0.0.1:{port}/sign-in/"))[0] == 200
            took.append(time.monotonic() - began)
        await asyncio.gather(*uploads)
        return took

    assert max(asyncio.run(meanwhile(int(served.address.rpartition(":")[2])))) < SECONDS / 2


@pytest.mark.parametrize("length", ["67108865", "99999999999999999999999"])
def test_a_request_that_announces_too_much_is_refused_at_once(served: Served, length: str) -> None:
    head = f"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n"
    assert _raw(served, head.encode())[:12] in {b"HTTP/1.1 413", b"HTTP/1.1 400"}


def test_a_body_without_a_length_is_cut_off_when_it_grows_too_large(served: Served) -> None:
    head = b"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"

    assert _raw(served, head, *([chunk] * 66))[:12] == b"HTTP/1.1 413"


def _raw(served: Served, *pieces: bytes) -> bytes:
    with socket.create_connection(
        ("127.0.0.1", int(served.address.rpartition(":")[2])), timeout=30
    ) as connection:
        try:
            for piece in pieces:
                connection.sendall(piece)
        except OSError:
            # The answer has come before all was sent.
            pass
        return connection.recv(4096)


def test_idle_it_takes_less_than_250_mb(served: Served) -> None:
    parent = psutil.Process(served.process.pid)
    family = [parent, *parent.children(recursive=True)]
    megabytes = [each.memory_full_info().pss / 2**20 for each in family]

    assert len(family) == 3
    assert sum(megabytes) < 250
    assert max(megabytes) < 120


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_both_stop_when_the_parent_is_told_to(home: Path, number: int) -> None:
    with serving(home) as served:
        family = psutil.Process(served.process.pid).children()
        served.process.send_signal(number)
        assert served.process.wait(30) == 0

    assert "Fullscore has stopped." in served.said
    assert not any(child.is_running() for child in family)


def test_nothing_is_restarted_in_silence(home: Path) -> None:
    with serving(home) as served:
        worker = next(
            c for c in psutil.Process(served.process.pid).children() if "working" in " ".join(c.cmdline())
        )
        worker.kill()
        assert served.process.wait(30) == 1

    assert "The worker process ended by signal SIGKILL" in served.said
    assert "Traceback" not in served.said


def test_children_end_with_a_killed_parent(home: Path) -> None:
    with serving(home) as served:
        family = psutil.Process(served.process.pid).children()
        served.process.kill()
        served.process.wait(30)

        assert len(family) == 2
        assert eventually(lambda: not any(_lives(child) for child in family))


def _lives(process: psutil.Process) -> bool:
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


def test_pages_come_over_tls_with_a_certificate(home: Path) -> None:
    with serving(home, "--cert", str(TLS / "cert.pem"), "--key", str(TLS / "key.pem")) as served:
        trust = ssl.create_default_context(cafile=str(TLS / "cert.pem"))
        assert served.address.startswith("https://")
        assert get(f"{served.address}/healthz", trust=trust) == (200, "ready")


def test_a_certificate_without_its_key_is_refused(home: Path) -> None:
    done = fullscore(home, "serve", "--cert", str(TLS / "cert.pem"))

    assert done.returncode == 2
    assert "--key" in done.stderr


def test_web_alone_starts_no_worker(home: Path) -> None:
    with serving(home, command="web") as served:
        assert len(psutil.Process(served.process.pid).children()) == 1
        assert get(f"{served.address}/healthz") == (200, "ready")


def test_a_newer_database_gets_a_page_that_says_so(tmp_path: Path) -> None:
    home = tmp_path / "host"
    _newer(home)
    with serving(home) as served:
        status, page = get(f"{served.address}/o/any/people/")

        assert status == 503
        assert "was written by a newer Fullscore" in page
        assert "store.0004_later" in page
        assert get(f"{served.address}/healthz")[0] == 503
        assert "newer Fullscore" in served.said
    assert fullscore(home, "upgrade").returncode == 2


def _newer(home: Path) -> None:
    """Let a program one step ahead make the home."""
    script = (
        "import os, django; from django.conf import settings; django.setup();"
        "settings.MIGRATION_MODULES = {'store': 'tests.store.later'};"
        "from fullscore.usecases import host; from datetime import datetime, UTC;"
        "host.prepare(now=datetime.now(UTC), say=print)"
    )
    variables = environment(home, DJANGO_SETTINGS_MODULE="fullscore.conf.settings")
    variables["PYTHONPATH"] = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
    subprocess.run([sys.executable, "-c", script], env=variables, check=True, timeout=120)  # noqa: S603
