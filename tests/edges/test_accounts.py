"""Members and settings through page, REST and command line: the same answer, as its schema says."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.test import Client
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import Membership, User
from fullscore.usecases.accounts import tokens
from tests.conftest import NOW, MemberFactory

SCHEMAS = Path(__file__).parents[2] / "docs/schemas"
Document = dict[str, Any]
Api = Callable[..., Document]


@pytest.fixture
def api(owner: Member) -> Api:
    """Call the API as the owner; every answer fits its published schema."""
    secret = tokens.issue_token(by=owner, name="test", scope="write", days=1, now=NOW).secret
    client = Client(headers={"Authorization": f"Bearer {secret}"})

    def call(method: str, path: str, body: object = None) -> Document:
        content = "" if body is None else json.dumps(body)
        return valid(
            client.generic(method, f"/api/v1/o/harbor-mill{path}", content, "application/json").content
        )

    return call


@pytest.fixture
def page(owner: Member) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))
    return client


def valid(answer: str | bytes) -> Document:
    """Return the document once its published schema has accepted it."""
    document: Document = json.loads(answer)
    name = str(document.get("schema", "fullscore/problem/1")).split("/")[1]
    jsonschema.validate(document, json.loads((SCHEMAS / f"{name}.json").read_text()))
    return document


def command(*words: str) -> Document:
    return valid(CliRunner().invoke(app, [*words, "--json"]).stdout)


def test_the_members_are_the_same_at_every_door(api: Api, page: Client, member: MemberFactory) -> None:
    sam = member(Role.IT)

    assert api("GET", "/members") == command("accounts", "list")
    assert str(sam.email) in page.get("/o/harbor-mill/members/").text


def test_a_role_changed_at_one_door_is_changed_at_all(api: Api, page: Client, member: MemberFactory) -> None:
    sam = member(Role.IT)
    place = Membership.objects.of(sam.organisation_id).get(user_id=sam.user_id or 0).pk

    answers = [
        api("PATCH", f"/members/{place}", {"role": "auditor"}),
        command("accounts", "role", str(sam.email), "auditor"),
        command("accounts", "deactivate", str(sam.email)),
        api("DELETE", f"/members/{place}"),
    ]

    assert [each["member"]["role"] for each in answers] == ["auditor"] * 4
    assert "no longer enters" in page.get("/o/harbor-mill/members/").text


def test_an_invitation_is_a_link_at_every_door(api: Api, page: Client) -> None:
    sent = api("POST", "/members", {"email": "one@harbor.example", "role": "it"})
    printed = command(
        "accounts", "invite", "two@harbor.example", "--role", "it", "--site", "http://testserver"
    )
    shown = page.post("/o/harbor-mill/members/", {"email": "three@harbor.example", "role": "it"})

    assert sent["purpose"] == printed["purpose"] == "invite"
    assert (
        sent["link"].rpartition("/link/")[0] == printed["link"].rpartition("/link/")[0] == "http://testserver"
    )
    assert "http://testserver/link/" in shown.text


def test_a_token_made_on_the_host_is_listed_and_ended_over_rest(
    api: Api, page: Client, owner: Member
) -> None:
    made = command("accounts", "token", str(owner.email))

    listed = [each["shown"] for each in api("GET", "/tokens")["tokens"]]
    ended = api("DELETE", f"/tokens/{made['token']['id']}")

    assert made["secret"].startswith(made["token"]["shown"])
    assert made["token"]["shown"] in listed
    assert ended["token"]["revoked_at"] is not None
    assert made["token"]["shown"] in page.get("/o/harbor-mill/tokens/").text


def test_settings_are_the_same_at_every_door(api: Api, page: Client) -> None:
    now = command("settings", "set", "zone=America/Chicago")
    api("PATCH", "/settings", {"version": now["version"], "currency": "EUR"})

    assert api("GET", "/settings") == command("settings", "show")
    assert 'value="EUR"' in page.get("/o/harbor-mill/settings/").text


def test_who_a_token_acts_for_and_what_is_refused_fit_their_schemas(api: Api) -> None:
    assert api("GET", "/me")["role"] == "owner"
    assert api("GET", "/nothing-here")["code"] == "not-found"
