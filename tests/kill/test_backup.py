"""kill -9 while backing up and restoring: a whole archive or none, the old data or the new."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connections
from pytest_django.fixtures import Settings

from fullscore.store import archive
from fullscore.store.models import Item, Organisation
from fullscore.usecases import host
from tests.conftest import ON_POSTGRES, instead
from tests.kill.sweep import KILLS, cut_off, require_whole, rolled, took
from tests.store.filled import fill

pytestmark = pytest.mark.slow
NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
ITEMS = 1500


def _items() -> int:
    place = Organisation.objects.first()
    return Item.objects.of(place.pk).count() if place else 0


@pytest.mark.usefixtures("own_database")
def test_a_backup_that_is_killed_leaves_a_whole_archive_or_none(tmp_path: Path) -> None:
    fill(items=ITEMS)
    file, dice = tmp_path / "b.zip", rolled("backup")

    def work() -> None:
        host.back_up(file=file, now=NOW)

    whole = took(work)
    rows = archive.verify(file).rows
    file.unlink()
    killed = 0
    for _ in range(KILLS):
        killed += cut_off(work, dice.random() * whole)
        if file.exists():
            assert archive.verify(file).rows == rows
            file.unlink()
    require_whole()

    assert killed > 0
    assert _items() == ITEMS


@pytest.mark.usefixtures("own_database")
def test_a_restore_that_is_killed_leaves_the_old_data_or_the_new(
    tmp_path: Path, settings: Settings, database_with_tables: str
) -> None:
    fill(items=ITEMS)
    file, dice, live = tmp_path / "b.zip", rolled("restore"), Path(settings.HOME) / "fullscore.db"
    host.back_up(file=file, now=NOW)
    if ON_POSTGRES:
        _restores_into_postgres(file, dice.random)
        return

    def again() -> None:
        connections.close_all()
        shutil.copyfile(database_with_tables, live)
        Organisation.objects.create(name="Old", ref="old", created_at=NOW)
        connections.close_all()

    def work() -> None:
        host.restore(file=file, now=NOW, say=lambda _: None)

    again()
    whole, killed = took(work), 0
    for _ in range(KILLS):
        again()
        killed += cut_off(work, dice.random() * whole)
        require_whole()
        assert (Organisation.objects.get().ref, _items()) in {("old", 0), ("mill", ITEMS)}
    work()

    assert killed > 0
    assert (Organisation.objects.get().ref, _items()) == ("mill", ITEMS)


def _restores_into_postgres(file: Path, chance: object) -> None:
    from tests import postgres  # noqa: PLC0415  only where it runs

    assert callable(chance)
    work = lambda: host.restore(file=file, now=NOW, say=lambda _: None)  # noqa: E731
    with instead(postgres.made()):
        whole, killed = took(work), 0
    for _ in range(KILLS):
        with instead(postgres.made()):
            killed += cut_off(work, chance() * whole)
            if "store_item" not in connections["default"].introspection.table_names():
                work()
            assert _items() == ITEMS
    assert killed > 0
