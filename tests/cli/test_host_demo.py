"""`fullscore demo`: the sample company in a home of its own, told for one day."""

import re
import sqlite3
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


def test_without_a_home_the_sample_makes_its_own(tmp_path: Path) -> None:
    user = tmp_path / "user"
    user.mkdir()
    done = fullscore(Path(), "demo", "--load-only", "--on", "2026-11-23", HOME=str(user), FULLSCORE_HOME="")

    assert done.returncode == 0, done.stderr
    assert (user / ".local/share/fullscore-demo/fullscore.db").exists()
    assert not (user / ".local/share/fullscore").exists()
