"""The life of a change at every door: page, command line and REST do and answer the same."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.test import Client
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member
from fullscore.store.models import Change, Organisation
from fullscore.usecases.accounts import tokens
from tests.conftest import NOW
from tests.usecases.changing import furnish

API = "/api/v1/o/harbor-mill/changes"
SCHEMAS = Path(__file__).parents[2] / "docs/schemas"
ON = ("--on", "2026-11-23", "--json")
UPGRADE = {
    "name": "Upgrade", "touches": "Firewall HQ: down", "likely_hours": "90 min", "steps": "Save\nTest",
    "crew": "1 with network",
}  # fmt: skip


@pytest.fixture
def house(organisation: Organisation) -> Organisation:
    furnish(organisation)
    return organisation


class Api:
    """REST as a program calls it, each answer held against its schema."""

    def __init__(self, by: Member) -> None:
        secret = tokens.issue_token(by=by, name="test", scope="write", days=1, now=NOW).secret
        self._client = Client(headers={"Authorization": f"Bearer {secret}"})

    def ask(self, method: str, address: str, **body: object) -> tuple[int, Any]:
        answer = self._client.generic(
            method, f"{API}{address}", json.dumps(body) if body or method != "GET" else "", "application/json"
        )
        return answer.status_code, fitting(json.loads(answer.content))


@pytest.fixture
def api(house: Organisation, owner: Member) -> Api:
    return Api(owner)


def fitting(document: Any) -> Any:  # noqa: ANN401  any document
    """Return a document that fits the schema it names."""
    name = document.get("schema", "fullscore/problem/1").split("/")[1]
    jsonschema.validate(document, json.loads((SCHEMAS / f"{name}.json").read_text()))
    return document


def command(*words: str) -> tuple[int, Any]:
    result = CliRunner().invoke(app, ["changes", *words])
    return result.exit_code, fitting(json.loads(result.stdout)) if result.stdout.startswith(
        "{"
    ) else result.stdout


def test_written_by_command_it_reads_the_same_over_rest(api: Api) -> None:
    code, told = command("add", *(f"{name}={text}" for name, text in UPGRADE.items()), *ON)

    status, over_rest = api.ask("GET", "/plans/upgrade")

    assert (code, status) == (0, 200)
    assert over_rest == told
    assert [(one["name"], one["state"]) for one in told["affected"]][:2] == [
        ("CRM", "down"),
        ("Mail", "degraded"),
    ]
    assert told["risk"]["class"] == "high"


def test_from_written_to_done_over_rest(api: Api) -> None:
    assert api.ask("POST", "/plans", **UPGRADE)[0] == 201
    assert api.ask("POST", "/plans/upgrade/ask", version=None)[1]["not_mailed"] == ["Mara Lind", "Priya Shah"]
    for person in ("mara", "priya"):
        status, done = api.ask("POST", "/plans/upgrade/answer", person=person, answer="agreed")
        assert status == 200
    assert done["state"] == "agreed"
    step = api.ask("GET", "/plans/upgrade")[1]["steps"][0]["ref"]
    assert api.ask("POST", f"/plans/upgrade/steps/{step}", is_done=True)[0] == 200
    begun = api.ask("POST", "/plans/upgrade/act", act="begin")[1]
    assert api.ask("POST", f"/plans/upgrade/undo/{begun['entry']}")[1]["state"] == "agreed"
    api.ask("POST", "/plans/upgrade/act", act="begin")

    assert api.ask("POST", "/plans/upgrade/act", act="finish")[1]["state"] == "done"
    found = api.ask("GET", "/plans/upgrade")[1]
    assert (found["steps"][0]["is_done"], found["begun_at"] is None, found["ended_at"] is None) == (
        True, False, False,
    )  # fmt: skip
    before = api.ask("GET", "/before/services/crm")[1]
    assert [one["ref"] for one in before["changes"]] == ["upgrade"]
    assert command("before", "crm", "--json")[1] == before


def test_from_written_to_done_by_command(house: Organisation) -> None:
    command("add", *(f"{name}={text}" for name, text in UPGRADE.items()))
    command("ask", "upgrade", *ON)
    command("agree", "upgrade", "mara", *ON)
    assert command("object", "upgrade", "priya", "--reason", "Not that week.", *ON)[1]["state"] == "planned"
    code, done = command("decide", "upgrade", "approved", "--reason", "It must.", "--by", "Ruth", *ON)
    assert (code, done["state"]) == (0, "agreed")
    command("begin", "upgrade", *ON)
    assert command("roll-back", "upgrade", *ON)[1]["state"] == "rolled back"
    assert command("again", "upgrade", *ON)[1]["state"] == "draft"
    assert Change.objects.of(house.pk).get(ref="upgrade").begun_at is None


def test_shown_as_words_it_says_whom_it_stops(house: Organisation) -> None:
    command("add", *(f"{name}={text}" for name, text in UPGRADE.items()))

    code, text = command("show", "upgrade", "--on", "2026-11-23")

    assert code == 0
    assert "CRM is down." in text
    assert "Mara Lind: not asked" in text


def test_a_refusal_is_a_document_at_both_doors(api: Api) -> None:
    status, over_rest = api.ask("POST", "/plans", name="Upgrade", touches="Firewal HQ")
    code, told = command("add", "name=Upgrade", "touches=Firewal HQ", "--json")

    assert (status, code) == (422, 2)
    assert over_rest["findings"][0]["code"] == told["findings"][0]["code"] == "change-touch-unknown"


def test_what_somebody_changed_meanwhile_is_not_overwritten(api: Api) -> None:
    api.ask("POST", "/plans", **UPGRADE)
    assert api.ask("PATCH", "/plans/upgrade", name="Upgrade it", version=1)[0] == 200

    assert api.ask("PATCH", "/plans/upgrade", name="Another", version=1)[0] == 409
