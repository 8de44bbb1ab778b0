"""The best use of the money, a cut, the frontier, a case and losses: alike by page, REST and command."""

import json
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member
from fullscore.store.models import Limit, Option, Organisation
from fullscore.usecases import budget
from fullscore.usecases.accounts import tokens
from fullscore.usecases.budget import working
from tests.conftest import NOW, TODAY
from tests.usecases.proposing import world
from tests.usecases.test_budget import fits
from tests.web.test_door import browser_of

ON = ["--on", TODAY.isoformat()]
REST = "/api/v1/o/harbor-mill"


@pytest.fixture
def house(organisation: Organisation) -> Organisation:
    world(organisation)
    return organisation


def work() -> None:
    for key in working.stale(now=NOW):
        working.advance(key=key, clock=lambda: NOW)


def api_of(by: Member) -> Client:
    secret = tokens.issue_token(by=by, name="test", scope="write", days=9, now=NOW).secret
    return Client(headers={"Authorization": f"Bearer {secret}"})


def asked(client: Client, path: str, **body: object) -> Any:  # noqa: ANN401  a document
    """Ask by REST, let a worker answer, and read the run again."""
    with time_machine.travel(NOW):
        made = client.post(f"{REST}{path}", body, content_type="application/json")
        assert made.status_code == 201, made.content
        work()
        run = client.get(f"{REST}{path}/{made.json()['number']}").json()
    fits(run, "budget-run")
    assert run["state"] == "done", run["error"]
    return run["document"]


def told(*words: str) -> Any:  # noqa: ANN401  a document
    done = CliRunner().invoke(app, [*words, *ON, "--json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def timeless(document: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name != "seconds"}


@pytest.mark.parametrize(
    ("words", "body", "name"),
    [
        (("choose",), {}, "choice"),
        (("cut", "5000"), {"kind": "cut", "amount": "5000"}, "cut"),
        (("cut", "9,000", "--more"), {"kind": "cut", "amount": "9000", "is_more": True}, "cut"),
        (("frontier",), {"kind": "frontier"}, "frontier"),
        (("case", "copy"), {"kind": "case", "ref": "copy"}, "business-case"),
    ],
)
def test_a_command_and_rest_give_the_same_document(
    house: Organisation, owner: Member, words: tuple[str, ...], body: dict[str, object], name: str
) -> None:
    by_rest, by_command = asked(api_of(owner), "/budget/runs", **body), told("budget", *words)
    fits(by_command, name)
    assert timeless(by_rest) == timeless(by_command)


def test_losses_are_the_same_by_rest_and_command(house: Organisation, owner: Member) -> None:
    client = api_of(owner)
    by_rest, by_command = asked(client, "/risk/runs"), told("risk", "simulate")
    fits(by_command, "risk")
    assert by_rest == by_command
    with time_machine.travel(NOW):
        assert client.get(f"{REST}/risk/outlook").json()["document"] == by_command


def test_the_page_shows_what_rest_was_answered(house: Organisation, owner: Member) -> None:
    found = asked(api_of(owner), "/budget/runs")
    with time_machine.travel(NOW):
        page = browser_of(owner).get("/o/harbor-mill/budget/")
    assert page.status_code == 200
    words = page.content.decode()
    for each in found["proposals"]:
        assert each["name"] in words
    assert "No better choice exists under your limits" in words


def test_the_newest_answer_is_there_without_asking_again(house: Organisation, owner: Member) -> None:
    client = api_of(owner)
    with time_machine.travel(NOW):
        assert client.get(f"{REST}/budget/choice").status_code == 404
        asked(client, "/budget/runs")
        kept = client.get(f"{REST}/budget/choice").json()
        assert not kept["is_old"]
        Limit.objects.of(house.pk).filter(ref="b-27").update(amount=Decimal(30_000))
        assert client.get(f"{REST}/budget/choice").json()["is_old"]


def test_a_pin_by_rest_is_taken_back_by_rest(house: Organisation, owner: Member) -> None:
    client = api_of(owner)
    with time_machine.travel(NOW):
        body = {"pin": "forbidden", "version": 1}
        done = client.post(f"{REST}/budget/pins/room-full", body, content_type="application/json")
        assert done.json()["pin"] == "forbidden"
        back = client.post(f"{REST}/budget/pins/room-full/undo/{done.json()['entry']}")
        assert back.json()["pin"] == "free"
    typed = CliRunner().invoke(app, ["budget", "pin", "room-full", "pinned", *ON])
    assert typed.stdout == "With cameras is pinned.\n"
    assert Option.objects.of(house.pk).get(ref="room-full").pin == "pinned"


def test_nonsense_is_refused_alike(house: Organisation, owner: Member) -> None:
    client = api_of(owner)
    with time_machine.travel(NOW):
        none = client.post(f"{REST}/budget/runs", {"kind": "cut"}, content_type="application/json")
        assert none.status_code == 422
        assert none.json()["findings"][0]["code"] == "budget-amount-unread"
        for body in ({"kind": "cut", "amount": -1}, {"kind": "guess"}, {"other": 1}):
            sent = client.post(f"{REST}/budget/runs", body, content_type="application/json")
            assert sent.status_code == 422
    refused = CliRunner().invoke(app, ["budget", "cut", "9999999", *ON, "--json"])
    assert refused.exit_code == 2
    assert json.loads(refused.stdout)["findings"][0]["code"] == "budget-cut-too-much"
    assert CliRunner().invoke(app, ["budget", "cut", "much", *ON]).exit_code == 2


def test_a_shell_is_told_in_sentences(house: Organisation, owner: Member) -> None:
    said = {
        words: CliRunner().invoke(app, [*words, *ON]).stdout
        for words in (
            ("budget", "choose"), ("budget", "cut", "5000"), ("budget", "frontier"),
            ("budget", "case", "quoting"), ("risk", "simulate"),
        )
    }  # fmt: skip
    assert "No better choice exists under your limits." in said["budget", "choose"]
    assert "in  MFA keys (For everyone, from Q1 2027)" in said["budget", "choose"]
    assert "$5,000 less in 2027" in said["budget", "cut", "5000"]
    assert "<- the plan" in said["budget", "frontier"]
    assert "must be true: Sales uses it" in said["budget", "case", "quoting"]
    assert "1 year in 100" in said["risk", "simulate"]
    assert "an assumption to replace" in said["risk", "simulate"]
    Limit.objects.of(house.pk).filter(ref="b-27").update(amount=Decimal(100))
    clash = CliRunner().invoke(app, ["budget", "choose", *ON]).stdout
    assert "Nothing can be chosen: these rules clash." in clash


def test_a_choice_that_is_stopped_is_told_so(house: Organisation, owner: Member) -> None:
    client = api_of(owner)
    with time_machine.travel(NOW):
        made = client.post(f"{REST}/budget/runs", {}, content_type="application/json").json()
        stopped = client.post(f"{REST}/budget/runs/{made['number']}/stop").json()
    assert stopped["state"] == "stopped"
    assert budget.run(by=owner, number=made["number"]).document is None
