"""A backup holds everything at one moment, and nothing that is a secret of the host."""

import json
import threading
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.db import connections

from fullscore.store import archive, dump, homes, host_runs
from fullscore.store.models import Blob, Item, Organisation
from fullscore.usecases import host
from fullscore.usecases.registers import RefusedError
from tests.store.filled import BYTES, NOW, fill

pytestmark = [pytest.mark.usefixtures("own_database"), pytest.mark.slow]
LATER = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


@pytest.fixture
def mill() -> Organisation:
    return fill()


def _tables(path: Path) -> dict[str, str]:
    with archive.reading(path) as (manifest, _):
        return {name: part.sha256 for name, part in manifest.parts.items()}


def test_a_backup_holds_every_row_and_every_file(mill: Organisation, tmp_path: Path) -> None:
    made = host.back_up(file=tmp_path / "b.zip", now=NOW)

    with zipfile.ZipFile(made.file) as file:
        blob = Blob.objects.of(mill.pk).get()
        assert file.read(f"files/blob/{blob.pk}") == BYTES
        assert len(file.read("tables/item.jsonl").splitlines()) == 21


def test_a_backup_says_how_many_rows_it_holds_with_a_hash_of_each_part(
    mill: Organisation, tmp_path: Path
) -> None:
    host.back_up(file=tmp_path / "b.zip", now=NOW)

    manifest = json.loads(zipfile.ZipFile(tmp_path / "b.zip").read("manifest.json"))
    assert manifest["schema"] == "fullscore/backup/1"
    assert manifest["parts"]["tables/item.jsonl"]["rows"] == 20
    assert all(len(part["sha256"]) == 64 for part in manifest["parts"].values())


def test_key_sessions_and_the_hosts_own_notes_stay_out(mill: Organisation, tmp_path: Path) -> None:
    homes.make(tmp_path / "home")
    Session.objects.create(session_key="stolen-if-kept", session_data="x", expire_date=LATER)
    host_runs.expect("backup", "note-if-kept", NOW)
    made = host.back_up(file=tmp_path / "b.zip", now=NOW)

    with zipfile.ZipFile(made.file) as file:
        everything = b"".join(file.read(name) for name in file.namelist())
    assert b"stolen-if-kept" not in everything
    assert b"note-if-kept" not in everything
    assert (tmp_path / "home/secret.key").read_bytes() not in everything


def test_a_backup_is_of_one_moment_while_others_go_on_writing(mill: Organisation, tmp_path: Path) -> None:
    wrote = threading.Event()

    def write() -> None:
        for number in range(50):
            Organisation.objects.create(name=f"New {number}", ref=f"new-{number}", created_at=NOW)
        connections.close_all()
        wrote.set()

    started: list[threading.Thread] = []

    def pulse() -> None:
        # The first table is about to be read: now fifty rows come in.
        if not started:
            started.append(threading.Thread(target=write))
            started[0].start()
            wrote.wait(20)

    host.back_up(file=tmp_path / "b.zip", now=NOW, pulse=pulse)
    started[0].join()

    assert wrote.is_set()
    with zipfile.ZipFile(tmp_path / "b.zip") as file:
        assert len(file.read("tables/organisation.jsonl").splitlines()) == 2
    assert Organisation.objects.count() == 51


def test_two_backups_of_the_same_rows_are_the_same(mill: Organisation, tmp_path: Path) -> None:
    host.back_up(file=tmp_path / "a.zip", now=NOW)
    host.back_up(file=tmp_path / "b.zip", now=LATER)

    assert _tables(tmp_path / "a.zip") == _tables(tmp_path / "b.zip")


def test_a_backup_that_cannot_be_written_leaves_no_half_file(mill: Organisation, tmp_path: Path) -> None:
    def fail() -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(RefusedError, match="No space left") as refused:
        host.back_up(file=tmp_path / "b.zip", now=NOW, pulse=fail)

    assert refused.value.findings[0].code == "file-not-written"
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_backup_is_read_back_before_it_gets_its_name(mill: Organisation, tmp_path: Path) -> None:
    with pytest.raises(archive.ArchiveDamagedError), archive.writing(tmp_path / "b.zip") as writer:
        writer.add("tables/x.jsonl", [b"[]\n"], has_rows=True)
        # Without its manifest it is none.

    assert not (tmp_path / "b.zip").exists()


def test_restoring_gives_back_what_was_there(mill: Organisation, tmp_path: Path) -> None:
    host.back_up(file=tmp_path / "b.zip", now=NOW)
    before = _tables(tmp_path / "b.zip")
    _empty()

    found = host.restore(file=tmp_path / "b.zip", now=LATER, say=lambda _: None)

    host.back_up(file=tmp_path / "again.zip", now=LATER)
    assert _tables(tmp_path / "again.zip") == before
    assert found.rows == sum(1 for _ in _lines(tmp_path / "b.zip"))


def test_new_rows_follow_the_restored_ones(mill: Organisation, tmp_path: Path) -> None:
    host.back_up(file=tmp_path / "b.zip", now=NOW)
    highest = Item.objects.of(mill.pk).order_by("-pk").values_list("pk", flat=True)[0]
    _empty()
    host.restore(file=tmp_path / "b.zip", now=LATER, say=lambda _: None)

    made = Item.objects.create(organisation_id=mill.pk, ref="new", created_at=NOW, changed_at=NOW)

    assert made.pk > highest


def _empty() -> None:
    """Make way in PostgreSQL, which takes a restore into empty tables only; a file is put aside."""
    if connections["default"].vendor == "postgresql":
        with connections["default"].cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")


def _lines(path: Path) -> list[bytes]:
    with zipfile.ZipFile(path) as file:
        tables = [name for name in file.namelist() if name.endswith(".jsonl")]
        return [line for name in tables for line in file.read(name).splitlines()[1:]]


def test_the_program_names_itself_in_the_manifest() -> None:
    assert dump.program()
