"""A bad archive changes nothing; a good one is compared before it replaces anything."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connections
from pytest_django.fixtures import Settings

from fullscore.store import database, homes
from fullscore.store.models import Item, Organisation
from fullscore.usecases import host
from fullscore.usecases.registers import RefusedError
from tests.conftest import ON_POSTGRES
from tests.store.filled import NOW, fill

pytestmark = [pytest.mark.usefixtures("own_database"), pytest.mark.slow]
LATER = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
Damage = Callable[[dict[str, bytes]], None]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """An archive of a filled database, which then goes on without one item."""
    mill = fill()
    host.back_up(file=tmp_path / "good.zip", now=NOW)
    Item.objects.of(mill.pk).first().delete()  # type: ignore[union-attr]  # there are twenty
    return tmp_path / "good.zip"


def _restored(path: Path) -> str:
    """Return the code a restore was refused with, or nothing."""
    try:
        host.restore(file=path, now=LATER, say=lambda _: None)
    except RefusedError as error:
        return error.findings[0].code
    return ""


def _rewritten(good: Path, damage: Damage) -> Path:
    with zipfile.ZipFile(good) as file:
        members = {name: file.read(name) for name in file.namelist()}
    damage(members)
    bad = good.with_name("bad.zip")
    with zipfile.ZipFile(bad, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return bad


def _manifest(**changes: object) -> Damage:
    def damage(members: dict[str, bytes]) -> None:
        members["manifest.json"] = json.dumps(json.loads(members["manifest.json"]) | changes).encode()

    return damage


def _drop_a_row(members: dict[str, bytes]) -> None:
    members["tables/item.jsonl"] = b"\n".join(members["tables/item.jsonl"].splitlines()[:-1]) + b"\n"


def _drop_a_file(members: dict[str, bytes]) -> None:
    del members[next(name for name in members if name.startswith("files/"))]


def _add_a_stranger(members: dict[str, bytes]) -> None:
    members["tables/../../evil"] = b"x"


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (_drop_a_row, "archive-damaged"),
        (_drop_a_file, "archive-damaged"),
        (_add_a_stranger, "archive-damaged"),
        (_manifest(parts={}), "archive-damaged"),
        (_manifest(parts={"tables/item.jsonl": {"sha256": 1}}), "archive-damaged"),
        (_manifest(migrations=[]), "archive-damaged"),
        (_manifest(schema="fullscore/backup/2"), "archive-newer"),
        (_manifest(migrations=[["store", "0999_to_come"]]), "archive-newer"),
        (lambda members: members.clear(), "archive-damaged"),
    ],
)
def test_a_bad_archive_changes_nothing(good: Path, damage: Damage, code: str) -> None:
    _start_empty_on_postgres()
    before = _everything()

    assert _restored(_rewritten(good, damage)) == code
    assert _everything() == before


@pytest.mark.parametrize("seed", range(12))
def test_a_flipped_byte_changes_nothing(good: Path, seed: int) -> None:
    _start_empty_on_postgres()
    before, content = _everything(), bytearray(good.read_bytes())
    content[random.Random(seed).randrange(len(content))] ^= 0x55  # noqa: S311  any byte will do
    bad = good.with_name("bad.zip")
    bad.write_bytes(content)

    # A bit of a date or a comment that no reader looks at may flip unseen; then the rows must be right.
    assert _restored(bad) in {"archive-damaged", "archive-newer", ""}
    assert _everything() in (before, _everything_in(good))


@pytest.mark.parametrize("share", [0, 0.3, 0.9, 0.999])
def test_an_archive_cut_short_changes_nothing(good: Path, share: float) -> None:
    before, content = _everything(), good.read_bytes()
    bad = good.with_name("bad.zip")
    bad.write_bytes(content[: int(len(content) * share)])

    assert _restored(bad) == "archive-damaged"
    assert _everything() == before


def test_a_missing_archive_is_named(tmp_path: Path) -> None:
    assert _restored(tmp_path / "nowhere.zip") == "archive-not-there"


def test_rows_that_do_not_come_out_as_they_went_in_are_refused(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fullscore.store.dump.differences", lambda *_: ("tables/item.jsonl",))
    _start_empty_on_postgres()
    before = _everything()

    assert _restored(good) == "archive-unlike"
    assert _everything() == before


def test_a_database_that_does_not_pass_its_own_check_is_refused(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if ON_POSTGRES:
        monkeypatch.setattr("fullscore.store.restore._holds_organisations", lambda: True)
        assert _restored(good) == "database-not-empty"
        return
    monkeypatch.setattr(database, "complaints", lambda _: ("page 3 is never used",))

    assert _restored(good) == "archive-damaged"


def test_a_postgresql_database_that_holds_an_organisation_is_left_alone(good: Path) -> None:
    assert _restored(good) == ("database-not-empty" if ON_POSTGRES else "")


def test_what_was_there_is_kept_aside(good: Path) -> None:
    _start_empty_on_postgres()
    found = host.restore(file=good, now=LATER, say=lambda _: None)

    if ON_POSTGRES:
        assert found.aside is None
        return
    assert found.aside is not None
    with sqlite3.connect(found.aside) as kept:
        assert kept.execute("SELECT count(*) FROM store_item").fetchone() == (19,)
    assert Item.objects.of(Organisation.objects.get().pk).count() == 20


def test_a_home_in_use_is_refused(good: Path, settings: Settings) -> None:
    home = Path(settings.HOME)
    handle = homes.stay(home)
    try:
        assert _restored(good) == ("database-not-empty" if ON_POSTGRES else "home-in-use")
    finally:
        os.close(handle)


@pytest.mark.slow
def test_a_new_home_gets_the_data_and_a_key_of_its_own(good: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    environment = {**os.environ, "FULLSCORE_HOME": str(tmp_path / "elsewhere"), "PYTHONPATH": "src"}
    command = [sys.executable, "-m", "fullscore.cli.main", "restore", str(good), "--home", str(fresh)]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)  # noqa: S603

    assert "Restored" in done.stdout
    assert (fresh / "secret.key").stat().st_mode & 0o777 == 0o600
    assert not (tmp_path / "elsewhere").exists()
    with sqlite3.connect(fresh / "fullscore.db") as made:
        assert made.execute("SELECT count(*) FROM store_item").fetchone() == (20,)


def _everything() -> list[tuple[object, ...]]:
    names = connections["default"].introspection.table_names()
    if "store_item" not in names:
        return []
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT id, ref, name, cost FROM store_item ORDER BY id")
        return list(cursor.fetchall())


def _everything_in(good: Path) -> list[tuple[object, ...]]:
    present = _everything()
    return present if len(present) == 20 and good.exists() else []


def _start_empty_on_postgres() -> None:
    if ON_POSTGRES:
        with connections["default"].cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")


def test_the_old_copy_is_only_linked_never_moved(good: Path, tmp_path: Path) -> None:
    # Between two renames there would be a moment without a database.
    live, new = tmp_path / "live", tmp_path / "new"
    shutil.copyfile(good, live)
    new.write_bytes(b"new")
    homes.put_in_place(new, live, tmp_path / "aside")

    assert live.read_bytes() == b"new"
    assert (tmp_path / "aside").read_bytes() == good.read_bytes()


def test_a_broken_database_is_named_at_start_and_replaced_by_a_restore(
    good: Path, settings: Settings
) -> None:
    live = Path(settings.HOME) / "fullscore.db"
    if ON_POSTGRES:
        assert not live.exists()
        return
    connections["default"].close()
    live.write_bytes(b"no database " * 1000)
    live.with_name("fullscore.db-wal").write_bytes(b"of another" * 100)

    with pytest.raises(RefusedError, match="no longer a whole database") as refused:
        host.prepare(now=NOW, say=lambda _: None)
    assert refused.value.findings[0].code == "database-broken"

    found = host.restore(file=good, now=LATER, say=lambda _: None)
    assert found.aside is not None
    assert found.aside.read_bytes().startswith(b"no database")
    assert len(_everything()) == 20
