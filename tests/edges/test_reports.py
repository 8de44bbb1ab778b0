"""Packs: alike by page, REST and command; sent by link, answered without an account."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member
from fullscore.store.models import Organisation, PackAnswer, Proposal
from fullscore.usecases import reports
from fullscore.usecases.accounts import tokens
from fullscore.usecases.reports import working
from fullscore.web.reports import showing
from tests.conftest import NOW, TODAY
from tests.usecases.proposing import world
from tests.usecases.test_budget import fits
from tests.web.test_door import browser_of

ON = ["--on", TODAY.isoformat()]
PACKS, PAGE = "/api/v1/o/harbor-mill/reports/packs", "/o/harbor-mill/reports/"
STAMP = ("number", "issued_at", "issued_by")


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


def told(*words: str) -> Any:  # noqa: ANN401  a document
    done = CliRunner().invoke(app, ["reports", *words, "--json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def unstamped(document: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name not in STAMP}


def issued(owner: Member) -> None:
    reports.issue(by=owner, kind="board", on=TODAY, now=NOW)
    work()


def secret_of(owner: Member) -> str:
    made = reports.link(by=owner, kind="board", number=1, to_name="Ruth Morrow", days=9, now=NOW)
    return made.secret


@time_machine.travel(NOW, tick=False)
def test_page_rest_and_command_make_the_same_pack(house: Organisation, owner: Member) -> None:
    client = api_of(owner)
    made = client.post(PACKS, {"is_draft": True}, content_type="application/json")
    assert made.status_code == 201, made.content
    work()
    by_rest = client.get(f"{PACKS}/board/0").json()
    fits(by_rest, "pack")
    fits(by_rest["document"], "board-pack")
    by_command = told("board", *ON)
    assert unstamped(by_command) == unstamped(by_rest["document"])
    page = browser_of(owner).get(f"{PAGE}packs/board/0/").content.decode()
    assert by_command["title"].replace("'", "&#x27;") in page
    fits(client.get(PACKS).json(), "packs")
    assert told("packs") == client.get(PACKS).json()


@time_machine.travel(NOW, tick=False)
def test_a_pack_is_issued_sent_and_listed_by_command(house: Organisation, owner: Member) -> None:
    found = told("issue", *ON)
    fits(found, "pack")
    assert (found["number"], found["state"], found["files"]) == (1, "done", ["pdf", "pptx"])
    link = told("link", "1", "--to", "Ruth Morrow")
    fits(link, "pack-link")
    assert Client().get(link["path"]).status_code == 200
    links = api_of(owner).get(f"{PACKS}/board/1/links").json()
    fits(links, "pack-links")
    assert [each["to_name"] for each in links["links"]] == ["Ruth Morrow"]
    ended = api_of(owner).delete(f"{PACKS}/board/1/links/{link['id']}")
    assert ended.status_code == 200
    assert Client().get(link["path"]).status_code == 404


def test_a_command_writes_whole_files_or_none(house: Organisation, tmp_path: Path) -> None:
    pdf, slides = tmp_path / "pack.pdf", tmp_path / "pack.pptx"
    done = CliRunner().invoke(
        app, ["reports", "board", "--out", str(pdf), "--pptx", str(slides), "--paper", "a4", *ON]
    )
    assert done.exit_code == 0, done.output
    assert pdf.read_bytes().startswith(b"%PDF")
    assert slides.read_bytes().startswith(b"PK")
    nowhere = tmp_path / "no" / "pack.pdf"
    refused = CliRunner().invoke(app, ["reports", "board", "--out", str(nowhere), *ON, "--json"])
    assert refused.exit_code == 2
    assert json.loads(refused.stdout)["code"] == "pack-not-written"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pack.pdf", "pack.pptx"]


@pytest.mark.parametrize(
    "words", [("board", "--leave-out", "gossip"), ("board", "--paper", "papyrus"), ("link", "7", "--to", "R")]
)
def test_what_means_nothing_is_refused_in_words(house: Organisation, words: tuple[str, ...]) -> None:
    done = CliRunner().invoke(app, ["reports", *words])
    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_files_of_a_pack_are_the_same_by_page_rest_and_link(house: Organisation, owner: Member) -> None:
    issued(owner)
    secret = secret_of(owner)
    by_page = browser_of(owner).get(f"{PAGE}packs/board/1/pack.pdf")
    assert by_page.headers["Content-Type"] == "application/pdf"
    assert "attachment" in by_page.headers["Content-Disposition"]
    by_rest = api_of(owner).get(f"{PACKS}/board/1/pack.pdf")
    by_link = Client().get(f"/pack/{secret}/pack.pdf")
    assert by_page.content == by_rest.content == by_link.content
    assert Client().get(f"/pack/{secret}/pack.exe").status_code == 404


def test_an_owner_answers_without_an_account(house: Organisation, owner: Member) -> None:
    issued(owner)
    address, client = f"/pack/{secret_of(owner)}/", Client()
    page = client.get(address).content.decode()
    assert "noindex" in page
    (proposal, *_) = re.findall(r'name="proposal" value="([^"]+)"', page)
    sent = {"proposal": proposal, "name": "Ruth Morrow", "words": "Go on.", "outcome": "approved"}
    assert client.post(address, sent).status_code == 302
    assert "Approved by Ruth Morrow" in client.get(address).content.decode()
    assert Proposal.objects.of(owner.organisation_id).get(ref=proposal).state == "accepted"
    refused = client.post(address, {**sent, "outcome": "asked", "words": ""})
    assert refused.status_code == 422
    assert 'role="alert"' in refused.content.decode()
    assert PackAnswer.objects.of(owner.organisation_id).count() == 1


def test_a_figure_of_a_pack_opens_to_its_sum(house: Organisation, owner: Member) -> None:
    issued(owner)
    browser = browser_of(owner)
    page = browser.get(f"{PAGE}packs/board/1/").content.decode()
    (first, *_) = re.findall(r'href="\?open=(t\d+)#opened"', page)
    opened = browser.get(f"{PAGE}packs/board/1/", {"open": first}).content.decode()
    assert 'id="opened"' in opened
    assert 'id="opened"' not in browser.get(f"{PAGE}packs/board/1/", {"open": "t99999"}).content.decode()


def test_a_proposal_is_moved_alike_by_page_and_rest(house: Organisation, owner: Member) -> None:
    moved = {"proposal": "room", "quarter": "2027-04-01"}
    by_rest = api_of(owner).post(
        "/api/v1/o/harbor-mill/reports/roadmap", moved, content_type="application/json"
    )
    fits(by_rest.json(), "roadmap-move")
    assert by_rest.json()["starts_until"] == "2027-06-30"
    browser = browser_of(owner)
    assert browser.post(f"{PAGE}roadmap/", {**moved, "quarter": "2027-07-01"}).status_code == 302
    assert str(Proposal.objects.of(owner.organisation_id).get(ref="room").starts_from) == "2027-07-01"
    assert browser.post(f"{PAGE}roadmap/", {**moved, "quarter": "soon"}).status_code == 302


def test_a_proposal_is_moved_without_dragging(house: Organisation, owner: Member) -> None:
    issued(owner)
    browser = browser_of(owner)
    page = browser.get(f"{PAGE}packs/board/1/").content.decode()
    (form,) = re.findall(r'<form class="filters" method="post" action="([^"]*roadmap/">.*?)</form>', page)[:1]
    (moved,) = re.findall(r'name="proposal" value="([^"]+)"', form)
    quarters = re.findall(r'<option value="(20\d\d-\d\d-01)"( selected)?', form)
    (later, _), *_ = [one for one in quarters[1:] if not one[1]]

    assert [bool(chosen) for _, chosen in quarters].count(True) == 1
    browser.post(form.split('"')[0], {"proposal": moved, "quarter": later})
    assert str(Proposal.objects.of(owner.organisation_id).get(ref=moved).starts_from) == later


def test_goals_and_changes_are_not_moved_as_proposals_are() -> None:
    item = {"ref": "x", "name": "Patch", "spoken": ""}
    kinds = ("run", "grow", "secure", "goal", "change")
    block = {"type": "quarters", "quarters": [{"items": [{**item, "purpose": one} for one in kinds]}]}

    (shown,) = showing.sections({"sections": [{"blocks": [block]}]})
    found = shown["blocks"][0]["quarters"][0]["items"]
    assert [one["is_proposal"] for one in found] == [True, True, True, False, False]


def test_a_room_without_packs_says_how_to_begin(house: Organisation, owner: Member) -> None:
    page = browser_of(owner).get(PAGE).content.decode()
    assert "No board pack was issued yet" in page
    assert "Prepare a draft" in page


def test_a_form_with_nothing_to_issue_is_answered_in_words(house: Organisation, owner: Member) -> None:
    refused = browser_of(owner).post(f"{PAGE}packs/", {"kind": "board", "issue": "draft"})
    assert refused.status_code == 422
    assert "no finished draft" in refused.content.decode()
