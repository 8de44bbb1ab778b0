"""The same program on either database: begun, served, backed up, looked after."""

import json
import urllib.request
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from fullscore.store import archive
from fullscore.store.models import HostRun
from tests.conftest import ON_POSTGRES
from tests.process import eventually, fullscore, serving

pytestmark = pytest.mark.slow


def test_begun_served_and_backed_up(own_database: str, settings: Settings, tmp_path: Path) -> None:
    home, at = Path(settings.HOME), {"DATABASE_URL": own_database, "FULLSCORE_SWEEP_SECONDS": "0.5"}
    begun = fullscore(home, "init", "--org", "Harbor Mill", "--owner", "ada@mill.example", **at)
    assert begun.returncode == 0, begun.stderr

    with serving(home, **at) as served:
        with urllib.request.urlopen(f"{served.address}/healthz", timeout=20) as answer:  # noqa: S310  our own
            assert answer.read() == b"ready"
        assert eventually(lambda: HostRun.objects.filter(kind="worker").exists())
        made = fullscore(home, "backup", str(tmp_path / "b.zip"), **at)
        assert made.returncode == 0, made.stderr
        doctor = json.loads(fullscore(home, "doctor", "--json", **at).stdout)

    assert archive.verify(tmp_path / "b.zip").rows > 0
    states = {check["name"]: check["state"] for check in doctor["checks"]}
    assert (states["answers"], states["tables"], states["whole"], states["worker"]) == ("ok",) * 4
    seen = {check["name"]: check["seen"] for check in doctor["checks"]}
    assert ("PostgreSQL" if ON_POSTGRES else "SQLite") in seen["answers"]


def test_web_and_worker_start_apart_at_once_on_a_new_database(
    empty_database: str, settings: Settings
) -> None:
    home = Path(settings.HOME)
    with serving(home, command="web", DATABASE_URL=empty_database) as one:
        assert one.process.poll() is None
    assert fullscore(home, "upgrade", DATABASE_URL=empty_database).stdout == "The database is up to date.\n"
