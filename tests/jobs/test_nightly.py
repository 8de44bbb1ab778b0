"""The nightly backup: once a night, whoever writes it, however often they are killed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytest_django.fixtures import Settings

from fullscore.jobs import host as job
from fullscore.store import archive, host_runs
from fullscore.store.models import HostRun, Organisation
from fullscore.usecases.host import periodic
from fullscore.usecases.registers import RefusedError
from tests.store.filled import fill

pytestmark = pytest.mark.usefixtures("own_database")
NEW_YORK = ZoneInfo("America/New_York")
# 02:00 in New York on 25 November is 07:00 UTC.
TWO, KEY = datetime(2026, 11, 25, 7, 0, tzinfo=UTC), "2026-11-25"


@pytest.fixture
def mill() -> Organisation:
    return fill(items=3)


def folder(settings: Settings) -> Path:
    return Path(settings.HOME) / "backups"


def test_a_backup_is_due_at_two_at_night_where_the_organisation_is(mill: Organisation) -> None:
    assert job.stale(TWO - timedelta(seconds=1)) == ("2026-11-24",)
    HostRun.objects.all().delete()
    assert job.stale(TWO) == (KEY,)


@pytest.mark.parametrize(
    ("now", "night"),
    [
        # On 8 March 2026 two o'clock does not exist there; on 1 November it is after one o'clock came twice.
        (datetime(2026, 3, 8, 7, 30, tzinfo=UTC), 8),
        (datetime(2026, 3, 8, 6, 59, tzinfo=UTC), 7),
        (datetime(2026, 11, 1, 6, 59, tzinfo=UTC), 31),
        (datetime(2026, 11, 1, 7, 1, tzinfo=UTC), 1),
    ],
)
def test_where_clocks_jump_a_night_still_has_one_backup(now: datetime, night: int) -> None:
    assert periodic.last_night(now, NEW_YORK).day == night


def test_an_organisation_made_after_two_waits_for_its_first_night() -> None:
    Organisation.objects.create(name="New", ref="new", created_at=TWO + timedelta(hours=5))

    assert job.stale(TWO + timedelta(hours=6)) == ()
    assert job.stale(TWO + timedelta(days=1)) == ("2026-11-26",)


def test_without_an_organisation_there_is_nothing_to_back_up() -> None:
    assert job.stale(TWO) == ()


def test_after_a_week_switched_off_one_backup_is_made_not_seven(mill: Organisation) -> None:
    assert job.stale(TWO + timedelta(days=7)) == ("2026-12-02",)


def test_a_night_is_written_verified_and_done(mill: Organisation, settings: Settings) -> None:
    job.stale(TWO)
    job.handle(KEY, TWO)

    assert archive.verify(folder(settings) / f"nightly-{KEY}.zip").rows > 0
    assert job.stale(TWO + timedelta(hours=1)) == ()
    assert "verified" in HostRun.objects.get(kind="backup").note


def test_a_second_wake_up_writes_no_second_backup(mill: Organisation, settings: Settings) -> None:
    job.stale(TWO)
    job.handle(KEY, TWO)
    written = (folder(settings) / f"nightly-{KEY}.zip").stat().st_mtime_ns
    job.handle(KEY, TWO + timedelta(hours=1))

    assert (folder(settings) / f"nightly-{KEY}.zip").stat().st_mtime_ns == written
    assert len(list(folder(settings).iterdir())) == 1


def test_while_one_worker_writes_another_keeps_away(mill: Organisation) -> None:
    job.stale(TWO)
    lease = timedelta(seconds=60)

    assert host_runs.claim("backup", KEY, "first", TWO, lease)
    assert not host_runs.claim("backup", KEY, "second", TWO, lease)
    assert job.stale(TWO + timedelta(seconds=30)) == ()


def test_a_killed_workers_night_is_taken_over_when_its_claim_runs_out(mill: Organisation) -> None:
    job.stale(TWO)
    host_runs.claim("backup", KEY, "killed", TWO, timedelta(seconds=60))

    assert job.stale(TWO + timedelta(seconds=61)) == (KEY,)
    job.handle(KEY, TWO + timedelta(seconds=61))
    assert HostRun.objects.get(kind="backup").state == "done"
    assert not host_runs.renew("backup", KEY, "killed", TWO, timedelta(seconds=60))


def test_fourteen_nights_are_kept(mill: Organisation, settings: Settings) -> None:
    for number in range(16):
        now = TWO + timedelta(days=number)
        (key,) = job.stale(now)
        job.handle(key, now)

    names = sorted(path.name for path in folder(settings).iterdir())
    assert len(names) == 14
    assert (names[0], names[-1]) == ("nightly-2026-11-27.zip", "nightly-2026-12-10.zip")


def test_a_backup_by_hand_is_never_cleared_away(mill: Organisation, settings: Settings) -> None:
    folder(settings).mkdir(parents=True)
    (folder(settings) / "before-upgrade-20250101.zip").write_bytes(b"kept")
    job.stale(TWO)
    job.handle(KEY, TWO)

    assert (folder(settings) / "before-upgrade-20250101.zip").exists()


def test_a_failed_night_is_tried_again_then_reported(mill: Organisation, settings: Settings) -> None:
    job.stale(TWO)
    Path(settings.HOME).mkdir(exist_ok=True)
    folder(settings).write_text("a file where a folder should be")
    for number in range(host_runs.TRIES):
        with pytest.raises((RefusedError, OSError)):
            job.handle(KEY, TWO + timedelta(hours=number))

    failed = HostRun.objects.get(kind="backup")
    assert (failed.state, failed.attempts) == ("failed", host_runs.TRIES)
    assert "could not be written" in failed.note


def test_what_a_killed_worker_half_wrote_goes(mill: Organisation, settings: Settings) -> None:
    folder(settings).mkdir(parents=True)
    draft = folder(settings) / f".nightly-{KEY}.zip.4711.part"
    draft.write_bytes(b"half")
    job.stale(TWO)
    job.handle(KEY, TWO)

    assert not draft.exists()
