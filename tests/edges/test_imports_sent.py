"""Files that programs send, answers to what was asked, and imports taken back: the same at every door."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member
from fullscore.importing import child
from fullscore.jobs import imports as job
from fullscore.store.models import ImportRun, Item, Organisation, Site, User
from fullscore.usecases import imports, registers
from fullscore.usecases.accounts import tokens
from tests.conftest import NOW

# What Django's test client answers with; its type has no name of its own.
Answered = Any
SCHEMAS = Path(__file__).parents[2] / "docs/schemas"
PAGE, API = "/o/harbor-mill/imports/", "/api/v1/o/harbor-mill/imports"
SITES = b"name,city,ref\nDayton,Dayton,dayton\nLima,Lima,lima\n"
ODD = b"Name,Place,Colour\nA,Dayton,red\n"
FRUIT = b"Fruit,Weight\nApple,3\n"


@pytest.fixture
def page(owner: Member) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))
    return client


@pytest.fixture
def api(owner: Member) -> Client:
    return with_token(owner, "write")


def with_token(owner: Member, scope: str) -> Client:
    secret = tokens.issue_token(by=owner, name=scope, scope=scope, days=1, now=NOW).secret
    return Client(headers={"Authorization": f"Bearer {secret}"})


def put(api: Client, content: bytes, query: str = "?file=sites.csv", **headers: str) -> Answered:
    return api.generic("PUT", f"{API}{query}", content, "application/octet-stream", headers=headers)


def document(answer: Answered, status: int = 200) -> dict[str, Any]:
    assert answer.status_code == status, answer.content
    told: dict[str, Any] = json.loads(answer.content)
    jsonschema.validate(told, json.loads((SCHEMAS / "import.json").read_text()))
    return told


def problem(answer: Answered) -> tuple[int, str]:
    told = json.loads(answer.content)
    jsonschema.validate(told, json.loads((SCHEMAS / "problem.json").read_text()))
    assert answer["Content-Type"] == "application/problem+json"
    return answer.status_code, told["code"]


def work_off(owner: Member) -> None:
    for run in (
        ImportRun.objects.of(owner.organisation_id).filter(state__in=("waiting", "undoing")).order_by("pk")
    ):
        job.handle(f"{owner.organisation_id}/{run.pk}", NOW)


def zipped(**lists: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in lists.items():
            archive.writestr(f"{name}.csv", content)
    return out.getvalue()


def test_a_program_puts_a_file_and_it_is_applied(api: Client, owner: Member) -> None:
    (sent,) = document(put(api, SITES), 202)["files"]
    assert (sent["file"], sent["state"], sent["came_by"]) == ("sites.csv", "waiting", "rest")

    work_off(owner)

    (done,) = document(api.get(f"{API}/{sent['id']}"))["files"]
    assert (done["state"], done["created"], done["rows"]) == ("done", 2, 2)


def test_the_name_may_stand_in_the_header_or_nowhere(api: Client) -> None:
    named = put(api, SITES, "", **{"Content-Disposition": 'attachment; filename="../nightly.csv"'})
    assert document(named, 202)["files"][0]["file"] == "nightly.csv"
    assert document(put(api, SITES, ""), 202)["files"][0]["file"] == "list"


def test_the_lists_of_a_zip_are_named_one_by_one(api: Client, owner: Member) -> None:
    sent = document(put(api, zipped(sites=SITES, fruit=FRUIT), "?file=all.zip"), 202)["files"]

    assert [(file["file"], file["state"], file["id"] is None) for file in sent] == [
        ("sites.csv", "waiting", False), ("fruit.csv", "refused", True),
    ]  # fmt: skip
    assert sent[1]["reasons"][0]["code"] == "import-not-recognised"
    assert problem(put(api, zipped(fruit=FRUIT), "?file=all.zip")) == (422, "import-not-recognised")
    assert ImportRun.objects.of(owner.organisation_id).count() == 1


@pytest.mark.parametrize(("content", "code"), [(b"", "import-file-empty"), (FRUIT, "import-not-recognised")])
def test_what_is_no_list_is_a_problem_and_nothing_is_kept(
    api: Client, owner: Member, content: bytes, code: str
) -> None:
    assert problem(put(api, content)) == (422, code)
    assert not ImportRun.objects.of(owner.organisation_id).exists()


@pytest.mark.parametrize("content", [SITES, b"name,city\n" + b"x,y\n" * 100_000])
def test_a_file_that_is_too_large_is_said_in_https_own_word_and_not_kept(
    api: Client, owner: Member, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setattr(child, "LIMIT_MB", 0)

    assert problem(put(api, content)) == (413, "import-file-too-large")
    assert not ImportRun.objects.of(owner.organisation_id).exists()


def test_a_token_that_only_reads_sends_nothing(owner: Member) -> None:
    reader = with_token(owner, "read")

    for answer in (put(reader, SITES), reader.post(f"{API}/1/undo"), reader.post(f"{API}/1/confirm")):
        assert answer.status_code == 403


def test_a_dry_run_says_what_would_be_and_keeps_nothing(api: Client, owner: Member) -> None:
    file = SimpleUploadedFile("sites.csv", SITES, "text/csv")

    (told,) = document(api.post(f"{API}?dry_run=true", {"file": file}))["files"]

    assert (told["id"], told["state"], told["created"], told["rows"]) == (None, "dry", 2, 2)
    assert told["preview"]["columns"]
    assert not ImportRun.objects.of(owner.organisation_id).exists()
    assert not Site.objects.of(owner.organisation_id).exists()


def test_an_odd_file_is_answered_and_confirmed(api: Client, owner: Member) -> None:
    (asked,) = document(put(api, ODD, "?file=odd.csv"), 202)["files"]
    assert asked["state"] == "asking"
    at = f"{API}/{asked['id']}"
    assert problem(api.post(f"{at}/confirm")) == (422, "import-kind-unsaid")

    said = api.patch(at, json.dumps({"kind": "sites"}), "application/json")
    assert document(said)["files"][0]["kind"] == "sites"
    assert document(api.post(f"{at}/confirm"), 202)["files"][0]["state"] == "waiting"
    work_off(owner)

    assert document(api.get(at))["files"][0]["created"] == 1
    assert problem(api.post(f"{at}/confirm")) == (422, "import-not-waiting")


def test_what_was_said_before_stays_when_something_is_added(api: Client) -> None:
    (asked,) = document(put(api, ODD, "?file=odd.csv"), 202)["files"]
    at = f"{API}/{asked['id']}"
    api.patch(at, json.dumps({"kind": "sites"}), "application/json")

    (said,) = document(api.patch(at, json.dumps({"columns": {"Place": ""}}), "application/json"))["files"]

    assert said["kind"] == "sites"
    assert {column["header"]: column["fate"] for column in said["preview"]["columns"]}["Place"] == "left out"


@pytest.mark.parametrize("body", [
    {"kinds": "sites"}, {"kind": "x" * 65}, {"columns": {"x" * 201: "name"}}, {"columns": {"a": 1}},
    {"files": ["x"] * 501}, {"words": {"status": "left"}}, [],
])  # fmt: skip
def test_an_answer_in_the_wrong_shape_is_not_understood(api: Client, body: object) -> None:
    (asked,) = document(put(api, ODD, "?file=odd.csv"), 202)["files"]

    assert problem(api.patch(f"{API}/{asked['id']}", json.dumps(body), "application/json"))[0] == 422


def test_a_waiting_file_is_put_away(api: Client, owner: Member) -> None:
    (asked,) = document(put(api, ODD, "?file=odd.csv"), 202)["files"]

    assert document(api.post(f"{API}/{asked['id']}/discard"))["files"][0]["state"] == "discarded"
    assert not Site.objects.of(owner.organisation_id).exists()


def taken_back(file: dict[str, Any]) -> dict[str, Any]:
    """Return what must be the same at every door."""
    return {
        name: file[name] for name in ("state", "undone_at", "kept_edits", "created", "rows", "register")
    } | {"undone_at": file["undone_at"] is not None}


def test_an_import_is_taken_back_alike_at_every_door(page: Client, api: Client, owner: Member) -> None:
    def brought() -> int:
        done = imports.bring_in(by=owner, file_name="sites.csv", content=SITES, clock=lambda: NOW)
        registers.save(by=owner, register="sites", ref="lima", values={"city": "Ohio"}, version=None, now=NOW)
        return done.id

    def fresh() -> None:
        Site.objects.of(owner.organisation_id).delete()

    by_rest, told = brought(), {}
    assert document(api.post(f"{API}/{by_rest}/undo"), 202)["files"][0]["state"] == "undoing"
    work_off(owner)
    told["rest"] = document(api.get(f"{API}/{by_rest}"))["files"][0]
    fresh()
    by_page = brought()
    assert page.post(f"{PAGE}{by_page}/undo/").status_code == 302
    work_off(owner)
    told["page"] = document(api.get(f"{API}/{by_page}"))["files"][0]
    fresh()
    by_shell = brought()
    done = CliRunner().invoke(app, ["imports", "undo", str(by_shell), "--json"])
    assert done.exit_code == 0, done.stderr
    told["shell"] = document(api.get(f"{API}/{by_shell}"))["files"][0]

    assert taken_back(told["rest"]) == taken_back(told["page"]) == taken_back(told["shell"])
    assert told["rest"]["state"] == "undone"
    assert told["rest"]["kept_edits"] == [
        {"register": "sites", "ref": "lima", "field": "City", "value": "Ohio", "by": owner.name}
    ]
    assert problem(api.post(f"{API}/{by_rest}/undo")) == (422, "import-not-undoable")
    assert problem(api.post(f"{API}/999999/undo"))[0] == 404


def test_everything_goes_out_alike_at_every_door(
    page: Client, api: Client, owner: Member, organisation: Organisation, tmp_path: Path
) -> None:
    imports.bring_in(by=owner, file_name="sites.csv", content=SITES, clock=lambda: NOW)
    out = tmp_path / "all.zip"
    done = CliRunner().invoke(app, ["export", "--out", str(out)])
    assert done.exit_code == 0, done.stderr
    by_page, by_rest = page.get("/o/harbor-mill/export.zip"), api.get("/api/v1/o/harbor-mill/export")

    assert by_page["Content-Type"] == by_rest["Content-Type"] == "application/zip"
    assert by_page["Content-Disposition"] == 'attachment; filename="harbor-mill-2026-11-23.zip"'
    assert unzipped(by_page.content) == unzipped(by_rest.content) == unzipped(out.read_bytes())
    assert b"Dayton" in unzipped(by_rest.content)["sites.csv"]
    sent = document(put(api, by_rest.content, "?file=back.zip"), 202)["files"]
    work_off(owner)
    assert [(file["file"], file["state"]) for file in sent] == [("sites.csv", "waiting")]
    assert Item.objects.of(organisation.pk).count() == 0


def test_everything_is_one_click_away(page: Client) -> None:
    for address in (PAGE, "/o/harbor-mill/settings/"):
        assert '/o/harbor-mill/export.zip"' in page.get(address).content.decode(), address


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}
