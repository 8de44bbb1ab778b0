"""What every answer carries, and what the door refuses whoever asks."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import User
from fullscore.usecases.accounts import tokens
from tests.conftest import NOW, MemberFactory


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def browser_of(member: Member) -> Client:
    browser = Client()
    browser.force_login(User.objects.get(pk=member.user_id))
    return browser


@pytest.mark.parametrize(
    "path", ["/sign-in/", "/o/harbor-mill/settings/", "/nowhere/", "/api/v1/docs", "/healthz"]
)
def test_every_answer_forbids_foreign_and_inline_scripts(owner: Member, path: str) -> None:
    answer = browser_of(owner).get(path)

    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"


def test_no_nonce_serves_twice(db: None) -> None:
    policies = {Client().get("/sign-in/").headers["Content-Security-Policy"] for _ in range(3)}

    assert len({re.search(r"nonce-([\w-]+)", policy)[1] for policy in policies}) == 3  # type: ignore[index]  # always there


PAGES = (
    "/", "/sign-in/", "/reset/", "/me/", "/api/v1/docs", "/o/harbor-mill/settings/",
    "/o/harbor-mill/members/",
    "/o/harbor-mill/tokens/", "/o/harbor-mill/estate/sites/", "/o/harbor-mill/estate/sites/new/",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_no_page_holds_a_script_or_style_of_its_own(owner: Member, path: str) -> None:
    page = browser_of(owner).get(path, follow=True).text

    assert re.findall(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<style|javascript:", page) == []


def test_who_is_there_costs_two_queries(
    owner: Member, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = browser_of(owner)

    with django_assert_num_queries(2):
        assert browser.get("/o/harbor-mill/settings/?on=never").status_code == 422


def test_a_token_costs_one_query_and_one_note_a_minute(
    owner: Member, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = tokens.issue_token(by=owner, name="x", scope="read", days=1, now=NOW)
    headers = {"Authorization": f"Bearer {made.secret}"}

    with django_assert_num_queries(2):
        assert Client().get("/api/v1/o/harbor-mill/me", headers=headers).status_code == 200
    with django_assert_num_queries(1):
        assert Client().get("/api/v1/o/harbor-mill/me", headers=headers).status_code == 200


def test_today_is_the_organisations_today(owner: Member, settings: Settings) -> None:
    settings.ON = date(2027, 1, 4)

    page = browser_of(owner).get("/o/harbor-mill/settings/").text

    assert "18 Jan 2027" in page
    assert "26 Nov 2026" not in page


def test_a_page_can_be_asked_about_another_day(owner: Member) -> None:
    page = browser_of(owner).get("/o/harbor-mill/settings/?on=2027-06-01").text

    assert "5 Jul 2027" in page


def test_a_page_needs_the_forms_own_mark(owner: Member) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(User.objects.get(pk=owner.user_id))

    assert browser.post("/o/harbor-mill/settings/", {"name": "Stolen", "version": "1"}).status_code == 403
    assert browser.post("/sign-in/", {"email": "x", "password": "y"}).status_code == 403


def test_a_session_opens_no_api_and_a_token_no_page(owner: Member) -> None:
    made = tokens.issue_token(by=owner, name="x", scope="write", days=1, now=NOW)
    headers = {"Authorization": f"Bearer {made.secret}"}

    assert browser_of(owner).get("/api/v1/o/harbor-mill/me").status_code == 401
    assert Client().get("/o/harbor-mill/settings/", headers=headers).status_code == 302


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options", "trace"])
def test_a_method_without_a_row_is_refused_before_anybody_is_asked(owner: Member, method: str) -> None:
    answer = getattr(browser_of(owner), method)("/o/harbor-mill/settings/")

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, POST"


def test_a_fragment_sends_the_whole_page_to_the_sign_in(db: None) -> None:
    answer = Client().get("/o/harbor-mill/settings/", headers={"HX-Request": "true"})

    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"].startswith("/sign-in/?next=")


def test_an_unknown_organisation_and_a_strangers_look_the_same(
    member: MemberFactory, other_organisation: object
) -> None:
    browser = browser_of(member(Role.OWNER))

    strangers = browser.get("/o/other-works/settings/")
    nobodys = browser.get("/o/not-there/settings/")

    assert strangers.status_code == nobodys.status_code == 404
    assert strangers.text == nobodys.text


def test_a_planted_session_key_opens_nothing_after_the_sign_in(owner: Member) -> None:
    user = User.objects.get(pk=owner.user_id)
    user.set_password("a long walk to the harbor")
    user.save()
    browser = Client()
    browser.get("/sign-in/")
    browser.cookies["sessionid"] = "planted0planted0planted0planted0"

    browser.post("/sign-in/", {"email": user.email, "password": "a long walk to the harbor"})

    assert browser.cookies["sessionid"].value != "planted0planted0planted0planted0"


def test_a_user_who_may_not_sign_in_is_out_at_once(owner: Member) -> None:
    browser = browser_of(owner)
    User.objects.filter(pk=owner.user_id).update(is_active=False)

    assert browser.get("/o/harbor-mill/settings/").headers["Location"].startswith("/sign-in/")
