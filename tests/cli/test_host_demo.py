"""`fullscore demo`: the sample company in a home of its own, told for one day."""

import re
import sqlite3
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from tests.process import fullscore, serving

pytestmark = pytest.mark.slow


def _people(home: Path) -> int:
    with sqlite3.connect(home / "fullscore.db") as database:
        return int(database.execute("SELECT count(*) FROM store_person").fetchone()[0])


def test_the_sample_is_told_for_one_day_and_loaded_anew_for_another(tmp_path: Path) -> None:
    home = tmp_path / "demo"
    first = fullscore(home, "demo", "--load-only", "--on", "2026-11-23")
    again = fullscore(home, "demo", "--load-only")
    other = fullscore(home, "demo", "--load-only", "--on", "2027-02-28")

    assert "Loading" in first.stderr, first.stderr
    assert again.stderr == "The sample's today is 2026-11-23.\n"
    assert "it is loaded anew for 2027-02-28" in other.stderr
    assert _people(home) > 200

    with serving(home, command="demo") as served:
        found = re.search(r"http\S+/link/\S+/", served.said)
        assert found is not None
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        page = browser.open(found[0], timeout=30).read().decode()
        assert "Morrow Metalworks" in page or "csrfmiddlewaretoken" in page


def _organisations(home: Path) -> set[str]:
    with sqlite3.connect(home / "fullscore.db") as database:
        return {str(row[0]) for row in database.execute("SELECT ref FROM store_organisation")}


def _page(served: str, path: str, browser: urllib.request.OpenerDirector) -> str:
    return str(browser.open(f"{served}{path}", timeout=30).read().decode())


def test_a_second_company_stands_beside_the_first_and_the_link_opens_both(tmp_path: Path) -> None:
    home = tmp_path / "demo"
    first = fullscore(home, "demo", "--company", "construction", "--load-only", "--on", "2026-11-23")
    second = fullscore(home, "demo", "--company", "clinic", "--load-only")

    assert first.returncode == 0, first.stderr
    assert "This home holds" not in first.stderr
    assert "Halvorsen Crane Builders and Larkspur Valley Health; the same link opens each" in second.stderr
    assert second.stderr.endswith("The sample's today is 2026-11-23.\n")
    assert _organisations(home) == {"halvorsen-crane-builders", "larkspur-valley-health"}

    with serving(home, "--company", "clinic", command="demo") as served:
        found = re.search(r"(http://[^/\s]+)(/link/\S+/)", served.said)
        assert found is not None
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        door = browser.open(found[0], timeout=30).read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', door)
        assert token is not None
        form = urllib.parse.urlencode({"csrfmiddlewaretoken": token[1], "name": "", "password": ""}).encode()
        landed = browser.open(found[0], form, timeout=30)
        assert "/o/larkspur-valley-health/" in landed.url
        assert "Helen Sorensen" in landed.read().decode()
        for ref in sorted(_organisations(home)):
            assert "Sign out" in _page(found[1], f"/o/{ref}/goals/", browser)


def test_another_day_loads_every_company_anew(tmp_path: Path) -> None:
    home = tmp_path / "demo"
    fullscore(home, "demo", "--company", "construction", "--load-only", "--on", "2026-11-23")
    moved = fullscore(home, "demo", "--company", "clinic", "--load-only", "--on", "2027-02-28")

    assert "it is loaded anew for 2027-02-28" in moved.stderr, moved.stderr
    assert "Loading Halvorsen Crane Builders: sites.csv" in moved.stderr
    assert _organisations(home) == {"halvorsen-crane-builders", "larkspur-valley-health"}


def test_a_company_nobody_knows_is_refused(tmp_path: Path) -> None:
    asked = fullscore(tmp_path / "demo", "demo", "--company", "circus", "--load-only")

    assert asked.returncode == 2
    assert all(word in asked.stderr for word in ("manufacturer", "clinic", "construction"))
    assert not (tmp_path / "demo").exists()


def test_without_a_home_the_sample_makes_its_own(tmp_path: Path) -> None:
    user = tmp_path / "user"
    user.mkdir()
    done = fullscore(Path(), "demo", "--load-only", "--on", "2026-11-23", HOME=str(user), FULLSCORE_HOME="")

    assert done.returncode == 0, done.stderr
    assert (user / ".local/share/fullscore-demo/fullscore.db").exists()
    assert not (user / ".local/share/fullscore").exists()
