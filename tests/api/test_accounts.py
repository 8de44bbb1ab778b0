"""Members, tokens and settings over REST; every refusal is a problem document."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from fullscore.engine.registers.access import Member, Role
from fullscore.usecases.accounts import tokens
from tests.conftest import NOW, MemberFactory

ROOT = "/api/v1/o/harbor-mill"
Caller = Callable[..., HttpResponse]


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def caller(by: Member, scope: tokens.Scope = "write") -> Caller:
    """Return a way to call the API as this member."""
    secret = tokens.issue_token(by=by, name="test", scope=scope, days=1, now=NOW).secret

    def call(method: str, path: str, body: object = None) -> HttpResponse:
        headers = {"Authorization": f"Bearer {secret}"}
        return Client().generic(
            method, ROOT + path, "" if body is None else json.dumps(body), "application/json", headers=headers
        )

    return call


def is_problem(answer: HttpResponse, status: int, code: str) -> bool:
    document = answer.json()
    return (
        answer.headers["Content-Type"] == "application/problem+json"
        and answer.status_code == document["status"] == status
        and document["code"] == code
        and isinstance(document["detail"], str)
        and isinstance(document["findings"], list)
    )


def test_a_token_says_for_whom_it_acts(owner: Member) -> None:
    document = caller(owner, "read")("GET", "/me").json()

    assert document["role"] == "owner"
    assert document["is_read_only"] is True


def test_an_owner_invites_changes_and_deactivates(owner: Member, member: MemberFactory) -> None:
    call, sam = caller(owner), member(Role.IT)
    ids = {each["email"]: each["id"] for each in call("GET", "/members").json()["members"]}

    invited = call("POST", "/members", {"email": "new@harbor.example", "role": "auditor"})
    changed = call("PATCH", f"/members/{ids[sam.email]}", {"role": "executive"})
    closed = call("DELETE", f"/members/{ids[sam.email]}")

    assert invited.status_code == 201
    assert invited.json()["link"].startswith("http://testserver/link/")
    assert changed.json()["member"]["role"] == "executive"
    assert closed.json()["member"]["deactivated_at"] is not None


def test_settings_change_once_for_each_version(owner: Member) -> None:
    call = caller(owner)
    version = call("GET", "/settings").json()["version"]

    first = call("PATCH", "/settings", {"version": version, "currency": "EUR"})
    second = call("PATCH", "/settings", {"version": version, "currency": "GBP"})

    assert first.json()["currency"] == "EUR"
    assert is_problem(second, 409, "settings-changed")


def test_refusals_are_problem_documents(owner: Member, member: MemberFactory) -> None:
    call, auditor = caller(owner), member(Role.IT)

    assert is_problem(Client().get(f"{ROOT}/me"), 401, "not-signed-in")
    assert is_problem(caller(auditor)("GET", "/members"), 403, "not-allowed")
    assert is_problem(call("GET", "/no-such-thing"), 404, "not-found")
    assert is_problem(call("PUT", "/settings"), 405, "not-possible-here")
    assert is_problem(call("PATCH", "/settings", {"version": 1, "colour": "red"}), 422, "not-understood")
    assert is_problem(
        call("PATCH", "/settings", {"version": 1, "zone": "Ohio"}), 422, "setting-not-understood"
    )
    assert is_problem(call("DELETE", "/members/1152921504606846976"), 422, "not-understood")
    assert is_problem(call("POST", "/members", {"email": "x", "role": "it"}), 422, "email-not-understood")


def test_a_body_that_is_no_json_is_a_problem_document(owner: Member) -> None:
    secret = tokens.issue_token(by=owner, name="t", scope="write", days=1, now=NOW).secret
    for body in (
        b"{",
        b"\xff\xfe",
        b'{"version": 1e999}',
        b'{"version":' + b"9" * 6000 + b"}",
        b'["\\ud800"]',
    ):
        answer = Client().generic(
            "PATCH",
            f"{ROOT}/settings",
            body,
            "application/json",
            headers={"Authorization": f"Bearer {secret}"},
        )
        assert answer.status_code in {400, 422}
        assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_422_does_not_send_back_what_was_written(owner: Member) -> None:
    answer = caller(owner)("POST", "/members", {"email": "a@b.example", "role": "xyzzy-secret"})

    assert "xyzzy-secret" not in answer.text


def test_a_token_runs_out(owner: Member) -> None:
    call = caller(owner)

    with time_machine.travel(NOW + timedelta(days=1, minutes=1)):
        assert is_problem(call("GET", "/me"), 401, "not-signed-in")


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Basic eDp5", "Bearer fs_unknown", "Bearer \x00", "Bearer é"]
)
def test_what_is_no_token_is_refused(owner: Member, header: str) -> None:
    assert is_problem(Client().get(f"{ROOT}/me", headers={"Authorization": header}), 401, "not-signed-in")


def test_the_description_lists_every_operation_without_a_stranger_to_ask(db: None) -> None:
    described = Client().get("/api/v1/openapi.json").json()

    assert "/api/v1/o/{org}/members" in described["paths"]
    assert "/api/v1/o/{org}/members" in Client().get("/api/v1/docs").text
