"""The first day on a host: init, and what it refuses."""

import json
import os
import pty
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.process import environment, fullscore

pytestmark = pytest.mark.slow
INIT = ("init", "--org", "Harbor Mill", "--owner", "ada@mill.example")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "host"


def test_init_makes_a_private_home_with_a_key_and_prints_a_link(home: Path) -> None:
    done = fullscore(home, *INIT, "--currency", "eur", "--country", "DE", "--zone", "Europe/Berlin")

    assert done.returncode == 0, done.stderr
    assert "/link/" in done.stdout
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / "secret.key").stat().st_mode & 0o777 == 0o600
    with sqlite3.connect(home / "fullscore.db") as made:
        found = made.execute("SELECT ref, currency, country, zone FROM store_organisation").fetchall()
    assert found == [("harbor-mill", "EUR", "DE", "Europe/Berlin")]


def test_init_for_an_organisation_that_is_there_changes_nothing(home: Path) -> None:
    fullscore(home, *INIT)
    key = (home / "secret.key").read_bytes()
    again = fullscore(home, *INIT)

    assert again.returncode == 2
    assert (
        again.stderr.strip()
        == "'Harbor Mill' is here already; nothing was changed. `fullscore serve` starts it."
    )
    assert (home / "secret.key").read_bytes() == key


def test_a_second_organisation_gets_a_ref_of_its_own(home: Path) -> None:
    fullscore(home, *INIT)
    done = fullscore(home, "init", "--org", "Harbor-Mill!", "--owner", "bo@mill.example")
    listed = fullscore(home, "people", "list")

    assert done.returncode == 0, done.stderr
    assert listed.returncode == 2
    assert "harbor-mill and harbor-mill-2" in listed.stderr


@pytest.mark.parametrize(
    ("more", "word"),
    [
        (("--zone", "Mars/Olympus"), "America/New_York"),
        (("--currency", "DOLLAR"), "USD"),
        (("--country", "Germany"), "2 letters"),
        (("--fiscal-start", "13"), "1 to 12"),
        (("--owner", "nobody"), "e-mail"),
        (("--org", ""), "1 to 200"),
        (("--org", "a\x07b"), "nobody can see"),
    ],
)
def test_init_says_what_it_cannot_use(home: Path, more: tuple[str, ...], word: str) -> None:
    done = fullscore(home, *INIT, *more)

    assert done.returncode == 2
    assert word in done.stderr
    assert "Traceback" not in done.stderr
    with sqlite3.connect(home / "fullscore.db") as made:
        assert made.execute("SELECT count(*) FROM store_organisation").fetchone() == (0,)


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("mysql://root@localhost/x", "begins with 'mysql:'"),
        ("nonsense", "postgresql://user:password@host/name"),
        ("postgresql://u@localhost:99999999/x", "no port"),
    ],
)
def test_an_unknown_database_is_named(home: Path, url: str, word: str) -> None:
    done = fullscore(home, *INIT, DATABASE_URL=url)

    assert done.returncode == 2
    assert word in done.stderr
    assert "Traceback" not in done.stderr


def test_a_database_that_is_away_is_named(home: Path) -> None:
    done = fullscore(home, *INIT, DATABASE_URL="postgresql://u@127.0.0.1:9/x")

    assert done.returncode == 2
    assert done.stderr.startswith("The database does not answer")


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = fullscore(tmp_path / "file/home", *INIT)

    assert done.returncode == 2
    assert "cannot be used" in done.stderr


def test_the_sample_company_never_enters_a_real_home(home: Path) -> None:
    fullscore(home, *INIT)
    done = fullscore(home, "demo", "--load-only")

    assert done.returncode == 2
    assert "holds real data" in done.stderr


def test_a_real_organisation_never_enters_the_sample_companys_home(home: Path) -> None:
    assert fullscore(home, "demo", "--load-only", "--on", "2026-11-23").returncode == 0
    done = fullscore(home, *INIT)

    assert done.returncode == 2
    assert "holds the sample company" in done.stderr


def test_a_command_before_init_says_what_to_run(home: Path) -> None:
    fullscore(home, "upgrade")
    done = fullscore(home, "people", "list", "--json")

    assert done.returncode == 2
    problem = json.loads(done.stdout)
    assert problem["code"] == "no-organisation"
    assert "fullscore init" in problem["detail"]


def test_init_asks_whoever_sits_at_the_terminal(home: Path) -> None:
    ours, theirs = pty.openpty()
    os.write(ours, b"Typed Works\nme@typed.example\n")
    asked = subprocess.run(
        [sys.executable, "-m", "fullscore.cli.main", "init"],
        stdin=theirs, capture_output=True, text=True, check=False, timeout=60,
        env=environment(home),
    )  # fmt: skip
    os.close(ours)
    os.close(theirs)

    assert asked.returncode == 0, asked.stderr
    assert "Typed Works is ready." in asked.stdout


def test_init_without_a_terminal_names_what_is_missing(home: Path) -> None:
    done = fullscore(home, "init", "--org", "Typed Works")

    assert done.returncode == 2
    assert "--owner is missing" in done.stderr
