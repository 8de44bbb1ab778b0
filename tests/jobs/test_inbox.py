"""The watched folder: what is dropped is brought in once and moved aside, what cannot be says why."""

import io
import os
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from fullscore.engine.findings.sentences_en import SENTENCES
from fullscore.engine.registers.access import Member, Role
from fullscore.jobs import imports as job
from fullscore.store import inboxes
from fullscore.store.models import ImportRun, Organisation, Site
from fullscore.usecases import imports
from fullscore.usecases.host import starting

SITES = b"name,city,ref\nDayton,Dayton,dayton\nLima,Lima,lima\n"
Drop = Callable[..., Path]


def soon() -> datetime:
    """Return the moment of a worker's next look."""
    return datetime.now(UTC)  # noqa: TID251  files take their times from the machine's clock


@pytest.fixture
def drop(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Drop:
    """Put a file into the inbox, or into a folder of it; nobody waits for it to be quiet."""
    monkeypatch.setattr(inboxes, "QUIET", timedelta(0))
    starting.make_home(Path(settings.HOME))
    top = inboxes.inbox(Path(settings.HOME))

    def put(name: str, content: bytes, folder: str = "") -> Path:
        (top / folder).mkdir(exist_ok=True)
        (top / folder / name).write_bytes(content)
        return top / folder

    return put


def work(organisation: Organisation) -> list[ImportRun]:
    """Let the worker look once and do what it finds, in the order in which it finds it."""
    now = soon()
    for key in job.stale(now):
        job.handle(key, now)
    for run in ImportRun.objects.of(organisation.pk).filter(state="waiting").order_by("pk"):
        job.handle(f"{organisation.pk}/{run.pk}", now)
    return list(ImportRun.objects.of(organisation.pk).order_by("pk"))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_a_dropped_file_is_brought_in_as_the_host_and_put_aside(
    drop: Drop, organisation: Organisation
) -> None:
    inbox = drop("sites.csv", SITES)

    (run,) = work(organisation)

    assert (run.state, run.came_by, run.by_name, run.created) == ("done", "inbox", "host", 2)
    assert Site.objects.of(organisation.pk).count() == 2
    assert names(inbox / "taken") == [f"{soon():%Y-%m-%d}-sites.csv"]
    assert (names(inbox), names(inbox / "refused")) == ([".lock", "taken"], [])
    assert job.stale(soon()) == ()


def test_the_folder_is_there_from_the_first_start_and_only_its_owners(settings: Settings) -> None:
    starting.make_home(Path(settings.HOME))

    assert inboxes.inbox(Path(settings.HOME)).stat().st_mode & 0o777 == 0o700


def test_the_same_bytes_again_change_nothing(drop: Drop, organisation: Organisation) -> None:
    drop("sites.csv", SITES)
    work(organisation)
    inbox = drop("sites.csv", SITES)

    _, again = work(organisation)

    assert (again.created, again.updated, again.left) == (0, 0, 2)
    assert len(names(inbox / "taken")) == 2


def test_a_file_that_cannot_be_read_says_why_beside_it(drop: Drop, organisation: Organisation) -> None:
    inbox = drop("bad.xlsx", b"PK\x03\x04 and nothing more")

    assert work(organisation) == []
    file, note = names(inbox / "refused")
    assert (file.endswith("-bad.xlsx"), note) == (True, f"{file}.txt")
    assert "bad.xlsx" in (inbox / "refused" / note).read_text()
    assert "sites" not in names(inbox)


def test_a_file_that_is_not_surely_known_waits_on_the_page(drop: Drop, owner: Member) -> None:
    organisation = Organisation.objects.get(pk=owner.organisation_id)
    inbox = drop("names.csv", b"Name,Place,Colour\nA,Dayton,red\n")

    runs = work(organisation)

    assert [run.state for run in runs] == ["asking"]
    assert imports.imports(by=owner)[0].is_asking
    assert len(names(inbox / "taken")) == 1


def test_a_file_somebody_still_writes_is_left(
    drop: Drop, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox = drop("sites.csv", SITES)
    monkeypatch.setattr(inboxes, "QUIET", timedelta(seconds=10))

    assert job.stale(soon()) == ()
    imports.take_in(now=soon())

    assert "sites.csv" in names(inbox)
    assert not ImportRun.objects.of(organisation.pk).exists()


def test_a_file_that_grows_while_it_is_read_is_left(
    drop: Drop, organisation: Organisation, settings: Settings
) -> None:
    inbox = drop("sites.csv", SITES)
    (found,) = inboxes.dropped(Path(settings.HOME), soon())
    with (inbox / "sites.csv").open("ab") as file:
        file.write(b"Toledo,Toledo,toledo\n")

    with pytest.raises(inboxes.StillChangingError):
        inboxes.content(found)
    assert not ImportRun.objects.of(organisation.pk).exists()


def test_links_and_hidden_files_are_never_followed(
    drop: Drop, organisation: Organisation, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_bytes(SITES)
    inbox = drop(".hidden.csv", SITES)
    (inbox / "link.csv").symlink_to(secret)
    (inbox / "place").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(inbox / "pipe.csv")

    assert job.stale(soon()) == ()
    assert work(organisation) == []
    assert secret.exists()


def test_a_folder_for_things_taken_that_leads_elsewhere_is_not_used(
    drop: Drop, organisation: Organisation, tmp_path: Path
) -> None:
    inbox, elsewhere = drop("sites.csv", SITES), tmp_path / "elsewhere"
    elsewhere.mkdir()
    (inbox / "taken").symlink_to(elsewhere, target_is_directory=True)

    work(organisation)
    work(organisation)

    assert names(elsewhere) == []
    # Though it could not be moved, it was brought in once only.
    assert ImportRun.objects.of(organisation.pk).count() == 1


@pytest.mark.parametrize("name", ["a\\..\\evil.csv", "a\nb.csv", "-rf.csv", "=cmd.csv", "x" * 240 + ".csv"])
def test_a_hostile_name_is_only_a_name(drop: Drop, organisation: Organisation, name: str) -> None:
    inbox = drop(name, SITES)

    (run,) = work(organisation)

    assert run.state == "done"
    assert run.file.isprintable()
    assert len(names(inbox / "taken")) == 1


def test_with_several_organisations_the_folder_says_whose_it_is(
    drop: Drop, organisation: Organisation, other_organisation: Organisation
) -> None:
    inbox = drop("sites.csv", SITES)
    drop("sites.csv", SITES, "other-works")
    drop("sites.csv", SITES, "nowhere")

    work(organisation)
    work(other_organisation)

    assert Site.objects.of(organisation.pk).count() == 0
    assert Site.objects.of(other_organisation.pk).count() == 2
    assert len(names(inbox / "other-works/taken")) == 1
    unsaid = (inbox / "refused" / names(inbox / "refused")[1]).read_text()
    assert "Put it into the folder of one organisation: inbox/harbor-mill/ and inbox/other-works/." in unsaid
    unknown = (inbox / "nowhere/refused" / names(inbox / "nowhere/refused")[1]).read_text()
    assert "There is no organisation nowhere for sites.csv." in unknown
    assert {"inbox-place-unknown", "inbox-place-unsaid"} <= SENTENCES.keys()


def test_a_zip_is_taken_list_by_list_in_its_order(drop: Drop, organisation: Organisation) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("lists/a.csv", SITES)
        archive.writestr("lists/b.csv", b"name,site,ref\nAna Ruiz,dayton,ana\n")
        archive.writestr("lists/c.csv", b"")
    inbox = drop("lists.zip", out.getvalue())

    runs = work(organisation)

    assert [(run.file, run.register, run.created, run.refused) for run in runs] == [
        ("a.csv", "sites", 2, 0), ("b.csv", "people", 1, 0),
    ]  # fmt: skip
    file, note = names(inbox / "taken")
    assert (file.endswith("-lists.zip"), note) == (True, f"{file}.txt")
    assert "c.csv holds no rows" in (inbox / "taken" / note).read_text()


class KilledError(BaseException):
    """A worker that is gone between two statements."""


def test_a_kill_between_beginning_and_moving_begins_nothing_twice(
    drop: Drop, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox, real = drop("sites.csv", SITES), inboxes.put_aside

    def dying(*_: object) -> None:
        raise KilledError

    monkeypatch.setattr(inboxes, "put_aside", dying)
    with pytest.raises(KilledError):
        imports.take_in(now=soon())
    assert "sites.csv" in names(inbox)

    monkeypatch.setattr(inboxes, "put_aside", real)
    (run,) = work(organisation)
    assert (run.state, run.created, len(names(inbox / "taken"))) == ("done", 2, 1)


def test_a_second_worker_leaves_the_inbox_to_the_first(
    drop: Drop, organisation: Organisation, settings: Settings
) -> None:
    inbox = drop("sites.csv", SITES)
    with inboxes.alone(Path(settings.HOME)) as is_ours:
        assert is_ours
        assert imports.take_in(now=soon()) == ()
    assert "sites.csv" in names(inbox)
    assert len(work(organisation)) == 1


def test_a_file_larger_than_any_list_may_be_is_refused_unread(drop: Drop, organisation: Organisation) -> None:
    inbox = drop("huge.csv", b"")
    with (inbox / "huge.csv").open("r+b") as file:
        file.truncate(51 * 1024 * 1024)

    assert work(organisation) == []
    assert "is larger than 50 MB" in (inbox / "refused" / names(inbox / "refused")[1]).read_text()


def test_what_is_dropped_runs_as_the_host_in_that_organisation_only(
    drop: Drop, organisation: Organisation, other_organisation: Organisation
) -> None:
    drop("sites.csv", SITES, "harbor-mill")
    (run,) = work(organisation)

    assert (run.user_id, run.by_name) == (None, "host")
    stranger = Member(other_organisation.pk, other_organisation.ref, Role.OWNER, None, "host")
    assert imports.imports(by=stranger) == ()
