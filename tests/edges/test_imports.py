"""The same file through page, REST and command line gives the same answer."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from typer.testing import CliRunner, Result

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member
from fullscore.jobs import imports as job
from fullscore.store.models import ImportRun, Item, User
from fullscore.usecases.accounts import tokens
from tests.conftest import NOW

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schemas/import.json").read_text())
PAGE, API = "/o/harbor-mill/imports/", "/api/v1/o/harbor-mill/imports"
ASSETS = (
    b"Asset Tag,Serial,Model,Status,Purchase Date\n"
    b"A-1,S1,Dock,Pending,01/05/2026\nA-2,S2,Dock,Lost,31/02/2026\n"
)


@pytest.fixture
def page(owner: Member) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))
    return client


@pytest.fixture
def api(owner: Member) -> Client:
    secret = tokens.issue_token(by=owner, name="test", scope="write", days=1, now=NOW).secret
    return Client(headers={"Authorization": f"Bearer {secret}"})


def dropped(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "text/csv")


def work_off(owner: Member) -> None:
    for run in ImportRun.objects.of(owner.organisation_id).filter(state="waiting"):
        job.handle(f"{owner.organisation_id}/{run.pk}", NOW)


def command(*words: str) -> Result:
    return CliRunner().invoke(app, ["import", *words])


def go_ahead(page: Client, api: Client, owner: Member) -> int:
    """Say yes on the page to the file that waits there, and let a worker apply it."""
    number: int = api.get(API).json()["files"][0]["id"]
    page.post(f"{PAGE}{number}/confirm/")
    work_off(owner)
    return number


# When it was, who it was, and through which door.
OF_THE_DOOR = {"id", "by", "came_by", "started_at", "finished_at"}


def told(document: dict[str, Any]) -> dict[str, Any]:
    """Return what must be the same at every door."""
    jsonschema.validate(document, SCHEMA)
    (file,) = document["files"]
    preview = {**file["preview"], "first": [], "made": []}
    return {name: value for name, value in file.items() if name not in OF_THE_DOOR} | {"preview": preview}


def test_a_file_gives_the_same_counts_and_reasons_at_every_door(
    page: Client, api: Client, owner: Member, tmp_path: Path
) -> None:
    sent = api.post(API, {"file": dropped("assets.csv", ASSETS)})
    assert (sent.status_code, sent.json()["files"][0]["state"]) == (202, "waiting")
    work_off(owner)
    by_rest = told(api.get(f"{API}/{sent.json()['files'][0]['id']}").json())

    Item.objects.of(owner.organisation_id).delete()
    page.post(PAGE, {"files": [dropped("assets.csv", ASSETS)]})
    by_page = told(api.get(f"{API}/{go_ahead(page, api, owner)}").json())

    Item.objects.of(owner.organisation_id).delete()
    path = tmp_path / "assets.csv"
    path.write_bytes(ASSETS)
    by_command = told(json.loads(command(str(path), "--json").stdout))

    assert by_rest == by_page == by_command
    assert (by_rest["created"], by_rest["refused"]) == (1, 1)
    assert by_rest["reasons"] == [{
        "line": 3, "column": "Purchase Date", "code": "import-day-impossible", "refused": True,
        "sentence": "Bought on: 31/02/2026 is no day of the calendar. Probably 2026-02-28.",
    }]  # fmt: skip


def test_the_page_of_an_import_tells_counts_and_reasons(page: Client, api: Client, owner: Member) -> None:
    answer = page.post(PAGE, {"files": [dropped("assets.csv", ASSETS)]}, follow=True)
    assert "This is a list of devices" in answer.content.decode()
    assert not Item.objects.of(owner.organisation_id).exists()

    go_ahead(page, api, owner)
    after = page.get(answer.redirect_chain[0][0]).content.decode()

    assert "1 row brought in, 1 refused" in after
    assert "31/02/2026 is no day of the calendar" in after
    assert "hx-trigger" not in after
    assert "assets.csv" in page.get(PAGE).content.decode()


@pytest.mark.parametrize("files", [[], [b"Fruit,Weight\nApple,3\n"], [b""]])
def test_a_dropped_file_that_is_not_understood_is_said_on_the_page(page: Client, files: list[bytes]) -> None:
    answer = page.post(PAGE, {"files": [dropped("fruit.csv", content) for content in files]})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_a_file_rest_does_not_understand_is_a_problem(api: Client, owner: Member) -> None:
    answer = api.post(API, {"file": dropped("fruit.csv", b"Fruit,Weight\nApple,3\n")})

    assert (answer.status_code, answer.json()["code"]) == (422, "import-not-recognised")
    assert api.get(f"{API}/999").status_code == 404
    assert not ImportRun.objects.of(owner.organisation_id).exists()


def test_the_command_applies_nothing_when_one_of_its_files_is_unknown(owner: Member, tmp_path: Path) -> None:
    good, bad = tmp_path / "assets.csv", tmp_path / "fruit.csv"
    good.write_bytes(ASSETS)
    bad.write_bytes(b"Fruit,Weight\nApple,3\n")

    done = command(str(good), str(bad), "--json")

    assert done.exit_code == 2
    assert json.loads(done.stdout)["code"] == "import-not-recognised"
    assert "fruit.csv is no list Fullscore knows" in done.stderr
    assert not Item.objects.of(owner.organisation_id).exists()


def test_a_file_that_is_not_there_is_named(owner: Member, tmp_path: Path) -> None:
    done = command(str(tmp_path / "nothing.csv"), "--json")

    assert (done.exit_code, json.loads(done.stdout)["code"]) == (2, "import-file-unreadable")


def test_refused_rows_are_done_unless_strict(owner: Member, tmp_path: Path) -> None:
    path = tmp_path / "assets.csv"
    path.write_bytes(ASSETS)

    plain, strict = command(str(path)), command(str(path), "--strict", "--json")

    assert plain.exit_code == 0
    assert "row 3: Bought on: 31/02/2026" in plain.stdout
    document = json.loads(strict.stdout)
    assert (strict.exit_code, document["code"], document["files"][0]["refused"]) == (
        2,
        "import-rows-refused",
        1,
    )
