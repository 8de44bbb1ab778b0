"""A full disk: reading goes on, writing says so, and all is well once there is room again."""

import http.cookiejar
import re
import resource
import sqlite3
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import psutil
import pytest
from django.db import OperationalError

from fullscore.usecases.host import disk_full
from tests.process import Served, eventually, fullscore, serving

pytestmark = pytest.mark.slow
UNLIMITED = resource.RLIM_INFINITY


class Browser:
    """Cookies, links and forms, nothing more."""

    def __init__(self, served: Served) -> None:
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._open = urllib.request.build_opener(jar).open
        found = re.search(r"http\S+/link/\S+/", served.said)
        assert found is not None
        self.link = found[0]

    def get(self, address: str) -> tuple[int, str]:
        return self._answer(urllib.request.Request(address))  # noqa: S310  our own address

    def own_the_place(self) -> tuple[int, str]:
        _, page = self.get(self.link)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token is not None
        form = {"csrfmiddlewaretoken": token[1], "name": "Ada", "password": "correct horse battery 9"}
        body = urllib.parse.urlencode(form).encode()
        return self._answer(urllib.request.Request(self.link, body, {"Referer": self.link}))  # noqa: S310

    def _answer(self, request: urllib.request.Request) -> tuple[int, str]:
        try:
            with self._open(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


def _let_files_grow_to(served: Served, size: int) -> None:
    for child in psutil.Process(served.process.pid).children():
        resource.prlimit(child.pid, resource.RLIMIT_FSIZE, (size, UNLIMITED))


def test_writing_says_so_and_recovers_without_a_restart(tmp_path: Path) -> None:
    home = tmp_path / "host"
    fullscore(home, "init", "--org", "Harbor Mill", "--owner", "ada@mill.example")
    with serving(home) as served:
        browser = Browser(served)
        assert eventually(lambda: browser.get(f"{served.address}/healthz")[0] == 200)
        _let_files_grow_to(served, 1)

        status, page = browser.own_the_place()
        assert status == 507
        assert "Nothing was saved: the disk takes no more" in page
        assert browser.get(f"{served.address}/sign-in/")[0] == 200
        assert browser.get(f"{served.address}/healthz")[0] == 200
        assert _owners(home) == 0

        _let_files_grow_to(served, UNLIMITED)
        assert browser.own_the_place()[0] == 200
        assert _owners(home) == 1
        assert served.process.poll() is None


def _owners(home: Path) -> int:
    with sqlite3.connect(home / "fullscore.db") as database:
        return int(database.execute("SELECT count(*) FROM store_membership").fetchone()[0])


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("database or disk is full"),
        OperationalError("disk I/O error"),
        OSError(28, "No space left on device"),
        OSError(27, "File too large"),
    ],
)
def test_a_full_disk_is_known_by_its_words(error: Exception) -> None:
    wrapped = RuntimeError("while saving")
    wrapped.__cause__ = error

    found = disk_full(wrapped)
    assert found is not None
    assert found.code == "disk-full"


def test_what_is_no_full_disk_is_a_bug_of_ours() -> None:
    assert disk_full(OperationalError("no such table: store_item")) is None
    assert disk_full(KeyError("x")) is None
    assert disk_full(None) is None
