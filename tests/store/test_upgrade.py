"""Starting on an older database: backup, then migrate; on a newer one: refuse; two at once: one upgrade."""

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connections
from pytest_django.fixtures import Settings

from fullscore.store import archive, database, homes, schema, upgrade
from fullscore.store.models import Organisation
from fullscore.store.schema import Standing
from fullscore.usecases import host
from fullscore.usecases.host import NewerDatabaseError
from fullscore.usecases.registers import RefusedError
from tests.conftest import ON_POSTGRES
from tests.store.filled import fill

# Every test makes a database of its own.
pytestmark = pytest.mark.slow

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


@pytest.fixture
def later(settings: Settings) -> None:
    """From here on the program is one migration further than the database."""
    settings.MIGRATION_MODULES = {"store": "tests.store.later"}


def prepare() -> list[str]:
    said: list[str] = []
    host.prepare(now=NOW, say=said.append)
    return said


def _mottos() -> list[tuple[str, str]]:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT name, motto FROM store_organisation")
        return list(cursor.fetchall())


@pytest.mark.usefixtures("empty_database")
def test_the_first_start_builds_the_tables() -> None:
    assert schema.read().standing is Standing.EMPTY

    assert prepare() == []
    assert schema.read().standing is Standing.CURRENT


@pytest.mark.usefixtures("own_database")
def test_a_start_on_todays_database_does_nothing() -> None:
    fill()
    assert prepare() == []
    assert Organisation.objects.count() == 1


@pytest.mark.usefixtures("own_database")
def test_an_older_database_is_backed_up_then_migrated(later: None, settings: Settings) -> None:
    fill()
    assert schema.read().standing is Standing.OLDER

    said = prepare()

    (kept,) = Path(settings.HOME).glob("backups/before-upgrade-*.zip")
    assert said[0] == f"Backing up to {kept} before the upgrade."
    assert dict(archive.verify(kept).migrations)["store"] == "0003_budget_lines_and_packs"
    assert _mottos() == [("MÜHLE & SÖHNE 🏭", "onward")]
    assert schema.read().standing is Standing.CURRENT


@pytest.mark.usefixtures("own_database")
def test_a_backup_of_an_older_version_is_restored_and_brought_up_to_date(later: None, tmp_path: Path) -> None:
    fill()
    host.back_up(file=tmp_path / "old.zip", now=NOW)
    if ON_POSTGRES:
        with connections["default"].cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")

    host.restore(file=tmp_path / "old.zip", now=NOW, say=lambda _: None)

    assert _mottos() == [("MÜHLE & SÖHNE 🏭", "onward")]


@pytest.mark.usefixtures("own_database")
def test_a_newer_database_is_refused_and_left_as_it_is(settings: Settings) -> None:
    fill()
    settings.MIGRATION_MODULES = {"store": "tests.store.later"}
    prepare()
    settings.MIGRATION_MODULES = {}

    with pytest.raises(NewerDatabaseError) as refused:
        prepare()

    assert refused.value.findings[0].code == "database-newer"
    assert "store.0004_later" in str(refused.value)
    assert _mottos() == [("MÜHLE & SÖHNE 🏭", "onward")]


@pytest.mark.usefixtures("own_database")
def test_two_that_start_at_once_upgrade_once(later: None, settings: Settings) -> None:
    fill()
    said: list[list[str]] = []

    def start() -> None:
        said.append(prepare())
        connections.close_all()

    connections["default"].close()
    threads = [threading.Thread(target=start) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(map(len, said)) == [0, 0, 2]
    assert len(list(Path(settings.HOME).glob("backups/*.zip"))) == 1


@pytest.mark.usefixtures("own_database")
def test_a_copy_that_does_not_pass_its_check_leaves_the_original(
    later: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill()
    wrong = upgrade.DamagedError("page 3 is never used")

    def damaged(home: Path) -> None:
        raise wrong

    monkeypatch.setattr(upgrade, "upgrade", damaged)
    with pytest.raises(RefusedError, match="page 3") as refused:
        prepare()

    assert refused.value.findings[0].code == "database-damaged"
    assert schema.read().standing is Standing.OLDER


@pytest.mark.usefixtures("own_database")
def test_a_disk_too_small_for_the_copy_is_said_before_anything_changes(
    later: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill()

    def no_room(home: Path) -> None:
        raise upgrade.NoRoomError(7 * 2**20)

    monkeypatch.setattr(upgrade, "upgrade", no_room)
    with pytest.raises(RefusedError, match="8 MB are needed") as refused:
        prepare()

    assert refused.value.findings[0].code == "disk-too-small"


def test_a_home_that_another_process_holds_is_waited_for_then_refused(tmp_path: Path) -> None:
    handle = homes.stay(tmp_path)
    with pytest.raises(homes.HomeInUseError), homes.alone(tmp_path, patience=0.3):
        pass
    assert handle


def test_what_a_killed_upgrade_left_goes_with_the_next(tmp_path: Path) -> None:
    (tmp_path / "building").mkdir()
    (tmp_path / "building/fullscore.db").write_bytes(b"half")

    with homes.workshop(tmp_path) as folder:
        assert list(folder.iterdir()) == []
    assert not (tmp_path / "building").exists()


def test_a_file_in_use_is_not_settled(tmp_path: Path) -> None:
    import sqlite3  # noqa: PLC0415  the swapped driver

    path = tmp_path / "x.db"
    user = sqlite3.connect(path, isolation_level=None)
    user.execute("PRAGMA journal_mode=WAL")
    user.execute("CREATE TABLE x (y)")
    user.execute("BEGIN IMMEDIATE")
    with pytest.raises(homes.HomeInUseError):
        database.settle(path)
    user.close()
    database.settle(path)
    assert [each.name for each in tmp_path.iterdir()] == ["x.db"]
