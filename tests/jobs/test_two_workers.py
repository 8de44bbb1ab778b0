"""Two workers and kill -9: the nightly backup is neither lost nor doubled."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connections
from pytest_django.fixtures import Settings

from fullscore.store import archive
from fullscore.store.models import HostRun, Organisation
from tests.process import environment, eventually
from tests.store.filled import fill

pytestmark = pytest.mark.slow
SEED = int(os.environ.get("FULLSCORE_SEED", "20261123"))
KILLS = 40 if "FULLSCORE_SIZE" in os.environ else 6


@contextmanager
def worker(home: Path, url: str, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A worker that sweeps often and whose claims run out soon."""
    variables = environment(
        home, DATABASE_URL=url, FULLSCORE_SWEEP_SECONDS="0.3", FULLSCORE_LEASE_SECONDS="2", **more
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "fullscore.conf.working"], env=variables, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _old_organisation() -> Organisation:
    made = fill(items=2000)
    made.created_at = datetime.now(UTC) - timedelta(days=3)  # noqa: TID251  workers read the real clock
    made.save()
    connections["default"].close()
    return made


def _runs() -> list[tuple[str, str]]:
    return list(HostRun.objects.filter(kind="backup").values_list("key", "state"))


def test_a_night_survives_workers_that_are_killed(own_database: str, settings: Settings) -> None:
    _old_organisation()
    home, dice = Path(settings.HOME), random.Random(SEED)  # noqa: S311  chosen moments, no secret
    for _ in range(KILLS):
        with worker(home, own_database) as one, worker(home, own_database) as other:
            time.sleep(1.0 + dice.random() * 1.5)
            one.send_signal(signal.SIGKILL)
            other.send_signal(signal.SIGKILL)
        HostRun.objects.filter(kind="backup", state="done").update(state="waiting", finished_at=None)
    with worker(home, own_database), worker(home, own_database):
        assert eventually(lambda: [state for _, state in _runs()] == ["done"], 60)

    (kept,) = home.glob("backups/nightly-*.zip")
    assert archive.verify(kept).rows > 2000
    assert not list(home.glob("backups/.*.part"))


def test_two_workers_that_live_write_one_backup(own_database: str, settings: Settings) -> None:
    _old_organisation()
    home = Path(settings.HOME)
    with worker(home, own_database), worker(home, own_database):
        assert eventually(lambda: [state for _, state in _runs()] == ["done"], 60)
        (kept,) = home.glob("backups/nightly-*.zip")
        written = kept.stat().st_mtime_ns
        time.sleep(2)

    assert HostRun.objects.get(kind="backup").attempts == 1
    assert kept.stat().st_mtime_ns == written
