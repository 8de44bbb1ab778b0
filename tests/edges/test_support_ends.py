"""Until when items are supported reads the same on the page, in REST and on the command line."""

import json
from pathlib import Path

import jsonschema
import pytest
from django.test import Client
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member
from fullscore.store.models import User
from fullscore.usecases import registers
from fullscore.usecases.accounts import tokens
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schemas/support-ends.json").read_text())


@pytest.fixture(autouse=True)
def _items(owner: Member) -> None:
    for tag, system in (("web", "Ubuntu 20.04"), ("pc", "Windows 10.0.26100")):
        values = {"tag": tag, "system": system}
        registers.save(by=owner, register="items", ref=None, values=values, version=None, now=NOW)


def rest(owner: Member) -> tuple[str, dict[str, str]]:
    made = tokens.issue_token(by=owner, name="test", scope="write", days=1, now=NOW)
    return f"/api/v1/o/{owner.organisation}/estate/support-ends", {"Authorization": f"Bearer {made.secret}"}


def test_page_rest_and_command_say_the_same(owner: Member, client: Client) -> None:
    address, headers = rest(owner)
    document = client.get(address, headers=headers).json()
    told = CliRunner().invoke(app, ["estate", "support-ends", "--json", "--on", "2026-11-23"])
    client.force_login(User.objects.get(pk=owner.user_id))
    page = client.get(f"/o/{owner.organisation}/estate/support-ends/").content.decode()

    jsonschema.validate(document, SCHEMA, format_checker=jsonschema.FormatChecker())
    assert json.loads(told.stdout) == document
    (release,) = document["releases"]
    assert (release["product"], release["ends_on"], release["items"]) == ("Ubuntu", "2025-05-31", ["web"])
    assert "Ubuntu 20.04" in page
    assert "Sat 31 May 2025" in page
    assert release["source"] in page
    assert "Windows 11 24H2 (Home, Pro) until 13 Oct 2026 or Windows 11 24H2 (Enterprise" in page


def test_a_network_that_is_shut_is_said_at_every_door(
    owner: Member, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(*_: object, **__: object) -> None:
        raise OSError("Network is unreachable")

    monkeypatch.setattr("socket.create_connection", shut)
    address, headers = rest(owner)
    answer = client.post(address, headers=headers)
    told = CliRunner().invoke(app, ["estate", "support-ends", "--refresh"])
    client.force_login(User.objects.get(pk=owner.user_id))
    page = client.post(f"/o/{owner.organisation}/estate/support-ends/")

    assert (answer.status_code, page.status_code) == (422, 422)
    assert told.exit_code != 0
    for said in (answer.content.decode(), page.content.decode(), told.output):
        assert "cannot be reached" in " ".join(said.split())
