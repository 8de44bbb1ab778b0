"""Accounts and settings from the host's command line."""

import json

import pytest
from django.test import Client
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import Membership, Organisation
from tests.conftest import MemberFactory

runner = CliRunner()


def said(*words: str) -> str:
    result = runner.invoke(app, list(words))
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_list_names_everyone_with_their_role(owner: Member) -> None:
    document = json.loads(said("accounts", "list", "--json"))

    assert document["schema"] == "fullscore/members/1"
    assert [(each["email"], each["role"]) for each in document["members"]] == [(owner.email, "owner")]
    assert str(owner.email)[:10] in said("accounts", "list")


def test_a_token_from_the_host_opens_the_api_for_that_member(owner: Member) -> None:
    secret = said("accounts", "token", str(owner.email), "--scope", "write", "--days", "3").strip()

    answer = Client().get("/api/v1/o/harbor-mill/me", headers={"Authorization": f"Bearer {secret}"})

    assert secret.startswith("fs_")
    assert answer.json()["email"] == owner.email


def test_a_reset_link_from_the_host_sets_a_new_password(owner: Member) -> None:
    link = said("accounts", "reset", str(owner.email)).strip()

    Client().post(link, {"password": "a long walk to the harbor"})

    browser = Client()
    form = {"email": owner.email, "password": "a long walk to the harbor"}
    assert browser.post("/sign-in/", form).headers["Location"] == "/o/harbor-mill/"


def test_an_invitation_role_and_deactivation(owner: Member, member: MemberFactory) -> None:
    sam = member(Role.IT)

    link = said(
        "accounts", "invite", "new@harbor.example", "--role", "auditor", "--site", "https://it.example"
    )
    said("accounts", "role", str(sam.email), "executive")
    said("accounts", "deactivate", str(sam.email))

    place = Membership.objects.of(sam.organisation_id).get(user_id=sam.user_id)
    assert link.startswith("https://it.example/link/")
    assert (place.role, place.deactivated_at is None) == ("executive", False)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("accounts", "deactivate", "owner@harbor-mill.example"), "last-owner"),
        (("accounts", "reset", "nobody@harbor.example"), "member-unknown"),
        (("accounts", "list", "--org", "elsewhere"), "organisation-unknown"),
        (("settings", "set", "zone=Ohio"), "setting-not-understood"),
    ],
)
def test_what_is_refused_ends_with_2_and_a_document(owner: Member, words: tuple[str, ...], code: str) -> None:
    result = runner.invoke(app, [*words, "--json"])

    assert result.exit_code == 2
    assert json.loads(result.stdout)["code"] == code


def test_settings_are_shown_and_set(owner: Member) -> None:
    changed = json.loads(said("settings", "set", "zone=America/Chicago", "fiscal_start_month=7", "--json"))
    shown = json.loads(said("settings", "show", "--json"))

    assert (changed["zone"], shown["fiscal_start_month"]) == ("America/Chicago", 7)
    assert "America/Chicago" in said("settings", "show")
    assert Organisation.objects.get().version == 2
