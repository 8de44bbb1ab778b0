"""The same row through page, REST and command line."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.test import Client
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member
from fullscore.store.models import Organisation, User
from fullscore.usecases import registers
from fullscore.usecases.accounts import tokens
from tests.conftest import NOW

SCHEMAS = Path(__file__).parents[2] / "docs/schemas"
PEOPLE = "/api/v1/o/harbor-mill/estate/people"

Api = Any


@pytest.fixture
def api(owner: Member) -> Api:
    """A caller with a write token: api(method, path, body) gives status and document."""
    secret = tokens.issue_token(by=owner, name="test", scope="write", days=1, now=NOW).secret
    client = Client(headers={"Authorization": f"Bearer {secret}"})

    def call(method: str, path: str, body: Mapping[str, object] | None = None) -> tuple[int, Any]:
        content = "" if body is None else json.dumps(body)
        response = client.generic(method, path, content, "application/json")
        return response.status_code, json.loads(response.content)

    return call


@pytest.fixture
def page(owner: Member) -> Client:
    """A signed-in owner's browser."""
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))
    return client


def valid(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document once its published schema has accepted it."""
    name = str(document.get("schema", "fullscore/problem/1")).split("/")[1]
    jsonschema.validate(document, json.loads((SCHEMAS / f"{name}.json").read_text()))
    return document


def command(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(words))
    return done.exit_code, done.stdout


def test_a_row_typed_at_one_door_is_read_at_the_others(api: Api, page: Client) -> None:
    status, made = api("POST", PEOPLE, {"name": "Ana Ruiz", "starts_on": "2026-01-05"})
    assert status == 201

    _, by_rest = api("GET", f"{PEOPLE}/ana-ruiz")
    code, printed = command("people", "get", "ana-ruiz", "--json")

    assert code == 0
    assert valid(made) == valid(by_rest) == valid(json.loads(printed))
    assert "Ana Ruiz" in page.get("/o/harbor-mill/estate/people/ana-ruiz/").content.decode()


def test_lists_agree_at_every_door(api: Api, page: Client, owner: Member) -> None:
    for name, day in (("Ana", "2026-01-05"), ("Bea", "2026-03-01"), ("Cy", None)):
        values = {"name": name, "starts_on": day}
        registers.save(by=owner, register="people", ref=None, values=values, version=None, now=NOW)

    _, by_rest = api("GET", f"{PEOPLE}?filter=starts_on:after:2026-01-01&sort=-starts_on")
    _, printed = command(
        "people", "list", "--filter", "starts_on:after:2026-01-01", "--sort=-starts_on", "--json"
    )
    shown = page.get("/o/harbor-mill/estate/people/?q=Bea").content.decode()

    assert [row["ref"] for row in valid(by_rest)["rows"]] == ["bea", "ana"]
    assert by_rest == valid(json.loads(printed))
    assert "Bea" in shown


def test_every_refusal_is_a_problem_document(api: Api) -> None:
    api("POST", PEOPLE, {"name": "Ana"})
    assert valid(api("GET", f"{PEOPLE}/nobody")[1])["code"] == "row-not-found"
    assert valid(api("POST", PEOPLE, {"name": "A", "salary": 1})[1])["status"] == 422
    assert valid(api("POST", PEOPLE, {"name": "A", "team": "nowhere"})[1])["code"] == "reference-not-found"
    api("PATCH", f"{PEOPLE}/ana", {"title": "Buyer", "version": 1})
    status, problem = api("PATCH", f"{PEOPLE}/ana", {"title": "Seller", "version": 1})
    assert (status, valid(problem)["code"]) == (409, "row-changed-meanwhile")


def test_a_command_refuses_with_a_sentence_and_a_document(owner: Member) -> None:
    code, printed = command("people", "get", "nobody", "--json")

    assert code == 2
    assert "There is no person called nobody here." in valid(json.loads(printed))["detail"]


def test_bulk_archive_undo_and_history_over_rest(api: Api) -> None:
    for name in ("Ana", "Bea"):
        api("POST", PEOPLE, {"name": name})
    assert (
        valid(api("PATCH", PEOPLE, {"refs": ["ana", "bea"], "values": {"title": "Buyer"}})[1])["changed"] == 2
    )
    assert api("DELETE", f"{PEOPLE}/ana")[1]["archived_at"]

    entries = valid(api("GET", f"{PEOPLE}/ana/history")[1])["entries"]
    assert [entry["action"] for entry in entries] == ["archived", "changed", "created"]
    status, back = api("POST", f"{PEOPLE}/ana/history/{entries[0]['id']}/undo")

    assert (status, back["archived_at"]) == (200, None)


def test_search_over_rest_finds_rows_anywhere(api: Api) -> None:
    api("POST", PEOPLE, {"name": "Ana Ruiz"})

    assert valid(api("GET", "/api/v1/o/harbor-mill/find?q=ruiz")[1])["hits"][0]["ref"] == "ana-ruiz"


def test_an_export_is_the_same_bytes_at_every_door(
    api: Api, page: Client, tmp_path: Path, owner: Member
) -> None:
    api("POST", PEOPLE, {"name": "Ana"})
    code, _ = command("people", "export", str(tmp_path / "people.csv"))

    shown = page.get("/o/harbor-mill/estate/people/export.csv")
    assert code == 0
    assert (tmp_path / "people.csv").read_bytes() == shown.content
    assert shown.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("name", sorted(registers.all_registers()))
def test_every_register_has_its_doors(name: str, api: Api, page: Client, organisation: Organisation) -> None:
    room = registers.all_registers()[name].room

    assert valid(api("GET", f"/api/v1/o/harbor-mill/{room}/{name}")[1])["total"] == 0
    assert page.get(f"/o/harbor-mill/{room}/{name}/").status_code == 200
    assert page.get(f"/o/harbor-mill/{room}/{name}/new/").status_code == 200
    assert json.loads(command(name, "list", "--json")[1])["register"] == name
