"""kill -9 while upgrading: the next start finishes, and no row is lost."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connections
from pytest_django.fixtures import Settings

from fullscore.store import archive, schema
from fullscore.store.database import settle
from fullscore.store.schema import Standing
from fullscore.usecases import host
from tests import postgres
from tests.conftest import ON_POSTGRES, instead
from tests.kill.sweep import KILLS, cut_off, require_whole, rolled, took
from tests.store.filled import fill

pytestmark = pytest.mark.slow
NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
ITEMS = 300


def prepare() -> None:
    host.prepare(now=NOW, say=lambda _: None)


@pytest.mark.usefixtures("own_database")
def test_an_upgrade_that_is_killed_is_finished_by_the_next_start(settings: Settings, tmp_path: Path) -> None:
    fill(items=ITEMS)
    connections.close_all()
    older = _Older(Path(settings.HOME), tmp_path)
    settings.MIGRATION_MODULES = {"store": "tests.store.later"}
    dice = rolled("upgrade")
    with instead(older.url()):
        whole, killed = took(prepare), 0
    for _ in range(KILLS):
        with instead(older.url()):
            killed += cut_off(prepare, dice.random() * whole)
            require_whole()
            assert schema.read().standing in {Standing.OLDER, Standing.CURRENT}
            prepare()
            require_whole()
            assert schema.read().standing is Standing.CURRENT
            assert _counted() == ITEMS
        for kept in Path(settings.HOME).glob("backups/*.zip"):
            assert archive.verify(kept).rows > ITEMS
    assert killed > 0


def _counted() -> int:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM store_item")
        return int(cursor.fetchone()[0])


class _Older:
    """Gives the same older database again and again."""

    def __init__(self, home: Path, folder: Path) -> None:
        self._live, self._kept = home / "fullscore.db", folder / "older.db"
        self._name = str(connections["default"].settings_dict["NAME"])
        if not ON_POSTGRES:
            settle(self._live)
            shutil.copyfile(self._live, self._kept)

    def url(self) -> str:
        if ON_POSTGRES:
            return postgres.made(self._name)
        connections.close_all()
        shutil.copyfile(self._kept, self._live)
        return f"sqlite://{self._live}"
