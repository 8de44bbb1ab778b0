"""How packs look is set alike on the page, by REST and on the command line, and refused in the same words."""

import json
from pathlib import Path

import jsonschema
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member
from fullscore.store.models import User
from fullscore.usecases.accounts import tokens
from fullscore.usecases.settings import branding
from tests.conftest import NOW
from tests.usecases.test_branding import png, svg

pytestmark = pytest.mark.django_db
SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schemas/brand.json").read_text())
PAGE, API = "/o/harbor-mill/settings/", "/api/v1/o/harbor-mill/settings/brand"
NO_PICTURE = "This is no picture a pack can print."
TEXT = b"a text called logo.png"


@pytest.fixture
def headers(owner: Member) -> dict[str, str]:
    secret = tokens.issue_token(by=owner, name="test", scope="write", days=1, now=NOW).secret
    return {"Authorization": f"Bearer {secret}"}


@pytest.fixture
def browser(owner: Member) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))
    return client


def command(*words: str) -> str:
    return CliRunner().invoke(app, ["settings", "brand", *words]).output


def test_what_the_command_sets_page_and_rest_show(
    owner: Member, browser: Client, headers: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "mark.bin"
    file.write_bytes(svg())

    document = json.loads(
        command("--logo", str(file), "--colour", "#ffee00", "--paper", "a4", "--json")
    )  # fmt: skip

    jsonschema.validate(document, SCHEMA)
    assert (document["logo"], document["is_readable"]) == ("svg", False)
    assert browser.get(API, headers=headers).json() == document
    assert branding.brand_document(branding.branding_of(by=owner)) == document
    page = browser.get(PAGE).text
    assert "hard to read on white" in page
    assert 'value="#ffee00"' in page
    picture = browser.get(f"{PAGE}brand/logo/")
    assert (picture["Content-Type"], picture.content) == ("image/svg+xml", svg())


def test_what_rest_and_the_page_set_is_kept(owner: Member, browser: Client, headers: dict[str, str]) -> None:
    body = {"version": 0, "colour": "#112233", "year_label": "span"}
    changed = browser.patch(API, body, "application/json", headers=headers)
    stale = browser.patch(API, body, "application/json", headers=headers)
    put = browser.put(f"{API}/logo", png(), "application/octet-stream", headers=headers)
    sent = {"version": "2", "colour": "", "paper": "letter", "year_label": "FY"}
    browser.post(f"{PAGE}brand/", sent)

    assert (changed.status_code, stale.status_code, put.status_code) == (200, 409, 200)
    assert put.json()["logo"] == "png"
    assert browser.get(f"{API}/logo", headers=headers).content == png()
    found = branding.branding_of(by=owner)
    assert (found.colour, found.paper, found.year_label, found.version) == ("", "letter", "FY", 3)
    assert browser.delete(f"{API}/logo", headers=headers).json()["logo"] is None
    assert browser.get(f"{API}/logo", headers=headers).status_code == 404


def test_a_text_called_logo_is_refused_at_every_door(
    owner: Member, browser: Client, headers: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(TEXT)

    page = browser.post(f"{PAGE}brand/logo/", {"logo": SimpleUploadedFile("logo.png", TEXT)})
    put = browser.put(f"{API}/logo", TEXT, "image/png", headers=headers)

    assert (page.status_code, put.status_code) == (422, 422)
    for said in (page.text, put.text, " ".join(command("--logo", str(file)).split())):
        assert NO_PICTURE in said
    assert branding.branding_of(by=owner).version == 0


def test_the_page_keeps_a_logo_and_takes_it_back(owner: Member, browser: Client) -> None:
    address = f"{PAGE}brand/logo/"
    assert browser.post(address, {"logo": SimpleUploadedFile("x", png())}).status_code == 302
    assert "The logo of Harbor Mill" in browser.get(PAGE).text
    assert browser.post(address, {"remove": "1"}).status_code == 302
    assert branding.branding_of(by=owner).logo_type == ""
