"""The operations about kept plans take what they say they take, and nothing else."""

import json
from typing import Any

import pytest
from django.test import Client

from fullscore.api.main import api
from fullscore.engine.registers.access import Member
from fullscore.store.models import Organisation
from fullscore.usecases import goals
from fullscore.usecases.accounts import tokens
from tests.conftest import NOW, TODAY
from tests.store.mill import fill

PLANS = "/api/v1/o/harbor-mill/goals/plans"


@pytest.fixture
def client(organisation: Organisation, owner: Member) -> Client:
    fill(organisation)
    goals.keep_plan(by=owner, sentence="grow sales by 20 people in March", on=TODAY, now=NOW)
    secret = tokens.issue_token(by=owner, name="test", scope="write", days=1, now=NOW).secret
    return Client(headers={"Authorization": f"Bearer {secret}"})


def sent(client: Client, path: str, body: object) -> tuple[int, Any]:
    response = client.post(f"{PLANS}{path}", json.dumps(body), "application/json")
    return response.status_code, json.loads(response.content)


@pytest.mark.parametrize(
    "path", ["", "/g-1/accept", "/g-1/withdraw", "/g-1/drop", "/g-1/order", "/g-1/links"]
)
def test_a_field_nobody_knows_is_refused(client: Client, owner: Member, path: str) -> None:
    before = goals.kept_plans(by=owner)
    body = {"sentence": "grow sales by 20 people in March", "save": True, "requirement": "crm", "days": 1}

    status, document = sent(client, path, body | {"accepted_by": "me"})

    assert (status, document["code"]) == (422, "not-understood")
    assert "accepted_by" in document["detail"]
    assert goals.kept_plans(by=owner) == before


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/g-1/accept", {"version": 0}),
        ("/g-1/accept", {"version": 2**31}),
        ("/g-1/accept", {"version": "one"}),
        ("/g-1/accept", {"on": "2026-02-30"}),
        ("/g-1/order", {}),
        ("/g-1/order", {"requirement": "x" * 201}),
        ("/g-1/order", {"requirement": "crm", "quantity": 10**10}),
        ("/g-1/order", {"requirement": "crm", "due_on": "soon"}),
        ("/g-1/links", {"days": "many"}),
        ("/g-1/links", {"days": 2**53}),
    ],
)
def test_a_value_out_of_bounds_is_refused_by_name(client: Client, path: str, body: dict[str, object]) -> None:
    status, document = sent(client, path, body)

    assert (status, document["code"]) == (422, "not-understood")
    assert list(body or {"requirement": ""})[-1] in document["detail"]


@pytest.mark.parametrize("on", ["9999-12-31", "0001-01-01"])
def test_no_day_makes_it_fail(client: Client, on: str) -> None:
    sent(client, "/g-1/accept", {})
    for path in (f"{PLANS}?on={on}", f"{PLANS}/g-1/today?on={on}"):
        assert client.get(path).status_code == 422
    for path in ("accept", "withdraw"):
        assert sent(client, f"/g-1/{path}", {"on": on})[0] == 422


def test_an_order_on_the_last_day_of_all_is_refused(client: Client) -> None:
    sent(client, "/g-1/accept", {})

    for day in ("9999-12-31", "0001-01-01"):
        for name in ("ordered_on", "due_on"):
            status, document = sent(client, "/g-1/order", {"requirement": "laptop-14", name: day})
            assert (status, document["code"]) == (422, "day-out-of-reach")


def test_every_operation_is_described_by_its_own_words() -> None:
    paths: dict[str, Any] = api.get_openapi_schema(path_prefix="/api/v1")["paths"]
    ours = {
        path: about for path, about in paths.items() if "/goals/plans" in path or "/goals/what-if" in path
    }

    summaries = [one["summary"] for about in ours.values() for one in about.values()]
    assert len(ours) == 12
    assert len(set(summaries)) == len(summaries)
