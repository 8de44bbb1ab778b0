"""`fullscore doctor`: every check says how it stands and what to do; one that faints is a failure."""

import json
import socket
import sqlite3
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.test import override_settings
from pytest_django.fixtures import Settings

from fullscore.store import database, homes, host_runs
from fullscore.store.models import ImportRun, Organisation
from fullscore.usecases import host
from fullscore.usecases.host import Check, State
from tests.conftest import ON_POSTGRES
from tests.process import ROOT, fullscore
from tests.store.filled import fill

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=5)
SCHEMA = json.loads((ROOT / "docs/schemas/doctor.json").read_text())


def check(name: str, now: datetime = LATER) -> Check:
    return next(each for each in host.examine(now=now) if each.name == name)


@pytest.fixture
def home(own_database: str, settings: Settings) -> Path:
    folder = Path(settings.HOME)
    homes.make(folder)
    return folder


@pytest.fixture
def mill(home: Path) -> Organisation:
    return fill(items=2)


def test_a_new_installation_has_no_failure(mill: Organisation) -> None:
    failed = [each for each in host.examine(now=NOW) if each.state is State.FAILED]

    assert [each for each in failed if each.name != "pages"] == []


def test_there_are_more_than_twenty_checks_each_with_a_name_of_its_own(home: Path) -> None:
    names = [each.name for each in host.examine(now=NOW)]

    assert len(names) > 20
    assert len(set(names)) == len(names)


def test_whatever_is_not_ok_says_what_to_do(home: Path) -> None:
    assert all((each.do is None) == (each.state is State.OK) for each in host.examine(now=NOW))


@pytest.mark.slow
def test_the_document_is_as_its_schema_says(tmp_path: Path) -> None:
    fullscore(tmp_path / "host", "init", "--org", "Harbor Mill", "--owner", "ada@mill.example")
    done = fullscore(tmp_path / "host", "doctor", "--json")
    document: dict[str, Any] = json.loads(done.stdout)

    jsonschema.validate(document, SCHEMA)
    assert sum(document["counts"].values()) == len(document["checks"])
    assert done.returncode == (1 if document["counts"]["failed"] else 0)


@pytest.mark.slow
def test_without_a_home_it_looks_and_makes_none(tmp_path: Path) -> None:
    done = fullscore(tmp_path / "nowhere", "doctor")

    assert done.returncode == 1
    assert "is not there" in done.stdout
    assert not (tmp_path / "nowhere").exists()


def test_an_open_home_and_a_readable_key_are_named(home: Path) -> None:
    home.chmod(0o755)
    (home / "secret.key").chmod(0o644)

    assert check("home-permissions").do == f"chmod 700 {home}"
    assert check("key-permissions").do == f"chmod 600 {home / 'secret.key'}"


def test_a_short_key_is_a_failure(home: Path) -> None:
    (home / "secret.key").write_text("hunter2")
    assert check("key").state is State.FAILED


def test_an_organisation_without_an_owner_is_named(mill: Organisation) -> None:
    Organisation.objects.create(name="Lonely", ref="lonely", created_at=NOW)
    assert "Lonely has no owner" in check("owners").seen


def test_a_zone_that_no_longer_exists_is_a_failure(mill: Organisation) -> None:
    Organisation.objects.update(zone="Europe/Atlantis")
    assert "Europe/Atlantis" in check("organisation-zones").seen


def test_a_silent_worker_is_named(mill: Organisation) -> None:
    assert check("worker").seen == "No worker has ever run."
    host_runs.beat("rack-1", LATER - timedelta(seconds=5))
    assert check("worker").state is State.OK
    assert "No worker since" in check("worker", LATER + timedelta(hours=1)).seen


def test_nights_without_a_backup_are_a_failure(mill: Organisation) -> None:
    assert check("backup-age").state is State.FAILED
    assert check("backup-age", NOW).state is State.OK


def _within_largest(archive: Path) -> int:
    """Return a place inside what the largest part holds; between parts there are bytes nobody reads."""
    with zipfile.ZipFile(archive) as opened:
        part = max(opened.infolist(), key=lambda one: one.compress_size)
    return part.header_offset + 30 + len(part.filename.encode()) + part.compress_size // 2


def test_a_damaged_backup_is_found_by_reading_it(mill: Organisation, home: Path) -> None:
    made = host.back_up(file=home / "backups/nightly-2026-11-27.zip", now=NOW)
    assert check("backup-whole").state is State.OK

    content = bytearray(made.file.read_bytes())
    content[_within_largest(made.file)] ^= 0xFF
    made.file.write_bytes(content)
    assert check("backup-whole").state is State.FAILED


def test_a_backup_that_failed_is_told_with_its_reason(mill: Organisation) -> None:
    host_runs.expect("backup", "2026-11-25", NOW)
    for number in range(2):
        now = NOW + timedelta(hours=number)
        host_runs.claim("backup", "2026-11-25", "me", now, timedelta(minutes=1))
        host_runs.let_go("backup", "2026-11-25", now, "No space left on device")

    assert "No space left" in check("backup-failures").seen


def test_an_import_that_waits_is_named(mill: Organisation) -> None:
    ImportRun.objects.create(
        organisation=mill, file="people.csv", sha256="0" * 64, started_at=NOW, by_name="Ada", rows=3
    )
    assert "people.csv has waited" in check("imports").seen


def test_a_clock_that_went_back_is_named(mill: Organisation) -> None:
    assert check("clock", NOW - timedelta(days=1)).state is State.WARNING
    assert check("clock", datetime(1970, 1, 2, tzinfo=UTC)).state is State.FAILED


def test_what_a_killed_process_left_is_named(home: Path) -> None:
    (home / "building").mkdir()
    assert check("leftovers").state is State.WARNING


def test_a_damaged_database_is_a_failure(mill: Organisation, home: Path) -> None:
    assert check("whole").state is State.OK
    if ON_POSTGRES:
        # PostgreSQL lets no page be damaged from here; what it says of its rules is asked.
        assert database.damage() == ()
        return
    with sqlite3.connect(home / "fullscore.db") as live:
        live.execute("PRAGMA foreign_keys=OFF")
        live.execute("UPDATE store_item SET model_id = 999999")
    assert "points to a row of store_itemmodel that is not there" in check("whole").seen


def test_a_mail_server_is_asked(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with override_settings(EMAIL_HOST="127.0.0.1", EMAIL_PORT=port, SITE="https://it.example"):
            assert check("mail").state is State.OK
    with override_settings(EMAIL_HOST="127.0.0.1", EMAIL_PORT=port, SITE="https://it.example"):
        assert check("mail").state is State.FAILED
    assert "No mail server" in check("mail").seen


def test_open_hosts_and_plain_http_are_doubtful(home: Path) -> None:
    with override_settings(ALLOWED_HOSTS=["fullscore.example.com"], SESSION_COOKIE_SECURE=True):
        assert (check("hosts").state, check("https").state) == (State.OK, State.OK)
    with override_settings(ALLOWED_HOSTS=["*"], SESSION_COOKIE_SECURE=False):
        assert (check("hosts").state, check("https").state) == (State.WARNING, State.WARNING)


def test_a_key_from_the_environment_needs_no_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "secret.key").unlink()
    assert check("key").state is State.FAILED

    monkeypatch.setenv("FULLSCORE_SECRET_KEY", "x" * 50)
    assert check("key-permissions").seen == "The key comes from the environment."


def test_older_and_newer_tables_are_failures(home: Path, settings: Settings) -> None:
    settings.MIGRATION_MODULES = {"store": "tests.store.later"}
    assert "fullscore upgrade" in str(check("tables").do)
