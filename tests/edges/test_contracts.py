"""What no contract can say is refused in the same words by form, REST, many rows at once, and import."""

import html
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from fullscore.engine.registers.access import Member
from fullscore.store.models import User
from fullscore.usecases import imports, registers
from fullscore.usecases.accounts import tokens
from fullscore.usecases.registers.deriving import models_by_register
from tests.conftest import NOW

Values = dict[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """What a person types, and the code and words that refuse it."""

    path: str
    values: Values
    code: str
    words: str

    @property
    def register(self) -> str:
        return self.path.partition("/")[2]


FLOOD = {"name": "Flood", "kind": "other"}
IMPOSSIBLE = (
    Case("vendors/contracts", {"name": "CRM", "starts_on": "2026-05-01", "ends_on": "2026-04-30"},
         "contract-ends-after", "The contract ends before it starts."),
    Case("vendors/contracts", {"name": "CRM", "currency": "XQZ"}, "currency-unknown",
         "Currency: XQZ is no currency."),
    Case("vendors/contracts", {"name": "CRM", "price": "-1"}, "field-too-small", "Price: -1 is too small"),
    Case("vendors/contracts", {"name": "CRM", "ends_on": "2027-02-30"}, "field-not-a-date",
         "2027-02-30 is not a date."),
    Case("vendors/contracts", {"name": "CRM", "owner": "Ana Ruiz, Ben Ochoa"}, "reference-not-found",
         "there is no person called Ana Ruiz, Ben Ochoa"),
    Case("vendors/charges",
         {"contract": "phones", "name": "Seats", "starts_on": "2026-05-01", "ends_on": "2026-04-30"},
         "charge-ends-after", "The line ends before it begins."),
    Case("vendors/charges", {"contract": "phones", "name": "Seats", "unit_price": "-1"}, "field-too-small",
         "is too small"),
    Case("vendors/covers", {"contract": "phones"}, "cover-of-one-thing", "a service or for an item"),
    Case("vendors/covers", {"contract": "phones", "service": "erp", "item": "server"}, "cover-of-one-thing",
         "a service or for an item"),
    Case("estate/supports", {"service": "erp", "min_up": "1"}, "support-by-one-thing",
         "one thing it rests on"),
    Case("estate/supports", {"service": "erp", "item": "server", "other": "mail"}, "support-by-one-thing",
         "one thing it rests on"),
    Case("estate/supports", {"item": "server"}, "support-of-one-thing", "for one thing what it rests on"),
    Case("estate/supports", {"for_item": "server", "item": "server"}, "support-by-another-item",
         "An item cannot rest on itself."),
    Case("estate/supports", {"for_pool": "link", "pool": "link"}, "support-by-another-link",
         "A link cannot rest on itself."),
    Case("changes/changes", {"name": "Patch", "earliest": "2026-12-02", "latest": "2026-12-01"},
         "change-latest-after-earliest", "must be over before it may begin"),
    Case("changes/touches", {"change": "switch", "how": "down"}, "touch-of-one-thing",
         "one thing the change touches"),
    Case("changes/crews", {"change": "switch", "count": "1"}, "crew-by-name-or-skill",
         "by name or one with a skill"),
    Case("changes/predecessors", {"change": "switch", "after": "switch"}, "predecessor-is-another",
         "cannot come before itself"),
    Case("changes/windows", {"name": "Saturday", "weekdays": "6", "opens_at": "22:00", "closes_at": "04:00",
         "starts_on": "2026-12-02", "ends_on": "2026-12-01"}, "window-ends-after-start",
         "last day lies before its first"),
    Case("changes/freezes", {"name": "Year's end", "strength": "hard", "starts_on": "2026-12-31",
         "ends_on": "2026-12-01"},
         "freeze-ends-after-start", "The freeze ends before it begins."),
    Case("estate/supports", {"service": "erp", "other": "erp"}, "support-by-another",
         "cannot rest on itself"),
    Case("risk/scenarios", FLOOD | {"often_low": "2", "often_high": "1"}, "scenario-often-range",
         "How often it happens: give the least and the most"),
    Case("risk/scenarios", FLOOD | {"often_low": "0", "often_high": "1"}, "scenario-often-range",
         "from 0 on"),
    Case("risk/scenarios", FLOOD | {"service": "erp", "hours_low": "4"}, "scenario-hours-range",
         "How long it is down"),
    Case("risk/scenarios", FLOOD | {"loss_low": "10", "loss_likely": "9", "loss_high": "20"},
         "scenario-loss-range", "What it costs"),
    Case("risk/scenarios", FLOOD | {"second_share": "5", "second_high": "9"},
         "scenario-second-range", "What follows of it"),
    Case("risk/scenarios", FLOOD | {"events": "once a year at most", "often_low": "0.5",
         "often_high": "1.5"}, "scenario-once-is-a-share", "cannot come more than 1 time"),
    Case("risk/scenarios", FLOOD | {"hours_low": "4", "hours_high": "8"},
         "scenario-hours-of-a-service", "need the service that is down"),
    Case("risk/scenarios", FLOOD | {"second_low": "4", "second_high": "8"},
         "scenario-second-has-share", "the share of cases"),
    Case("risk/causes", {"name": "Storm", "often_low": "3", "often_high": "1"}, "cause-often-range",
         "give the least and the most"),
    Case("risk/causes", {"name": "Storm", "events": "once a year at most", "often_low": "0.5",
         "often_high": "1.5"}, "cause-once-is-a-share", "cannot come more than 1 time"),
    Case("risk/reductions", {"control": "copy", "less": "50"}, "reduction-of-one-thing",
         "one loss or one cause"),
    Case("risk/reductions", {"control": "copy", "scenario": "fire", "less": "100"}, "reduction-leaves-some",
         "No control removes all of a loss."),
    Case("risk/reductions", {"control": "copy", "cause": "quake", "acts_on": "loss", "less": "50"},
         "reduction-of-a-cause", "A cause is only made rarer."),
    Case("risk/insurances", {"name": "Cyber", "deductible": "9", "starts_on": "2026-05-01",
         "ends_on": "2026-04-30"}, "insurance-ends-after-start", "The insurance ends before it begins."),
    Case("budget/bills", {"billed_on": "2026-05-01", "amount": "9", "covers_from": "2026-05-01",
         "covers_until": "2026-04-30"}, "bill-covers-in-order", "covers ends before it begins."),
    Case("budget/proposals", {"name": "Wi-Fi", "starts_from": "2026-05-01", "starts_until": "2026-04-30"},
         "proposal-starts-in-order", "The last day to start lies before the first."),
    Case("budget/needs", {"other_proposal": "new-erp"}, "need-of-one-thing", "one way of it"),
    Case("budget/needs", {"proposal": "new-erp"}, "need-for-one-thing", "names one other thing"),
    Case("budget/needs", {"proposal": "new-erp", "other_proposal": "new-erp"}, "need-is-another",
         "neither needs nor excludes itself"),
    Case("budget/needs", {"option": "new-erp-staged", "other_option": "new-erp-staged"},
         "need-is-another-way", "neither needs nor excludes itself"),
    Case("budget/limits", {"name": "Money", "kind": "budget"}, "limit-has-its-figure", "lacks its figure"),
)  # fmt: skip
# REST knows the shape of a day and of a price before it looks at a row, and names the field.
BY_SHAPE = {"field-not-a-date": "ends_on", "field-too-small": "price"}
# Days in any spelling are read by an import, which also keeps a row without a person who is not here.
IN_A_FILE = {"field-not-a-date": "import-day-impossible", "reference-not-found": "import-person-unknown"}
Api = Any


@pytest.fixture(autouse=True)
def _there(owner: Member) -> None:
    for register, values in (
        ("contracts", {"name": "Phones", "starts_on": "2026-01-01"}), ("services", {"name": "ERP"}),
        ("services", {"name": "Mail"}), ("items", {"name": "Server"}),
        ("pools", {"name": "Link", "kind": "link"}), ("changes", {"name": "Switch"}),
        ("scenarios", {"name": "Fire"}), ("causes", {"name": "Quake", "often_low": "1", "often_high": "1"}),
        ("controls", {"name": "Copy"}), ("proposals", {"name": "New ERP"}),
        ("options", {"proposal": "new-erp", "name": "Staged"}),
        ("contracts", {"name": "Internet", "ends_on": "2026-03-31", "starts_on": "2025-01-01"}),
    ):  # fmt: skip
        registers.save(by=owner, register=register, ref=None, values=values, version=None, now=NOW)


@pytest.fixture
def api(owner: Member) -> Api:
    """A caller with a write token: api(method, path, body) gives status and document."""
    secret = tokens.issue_token(by=owner, name="test", scope="write", days=1, now=NOW).secret
    client = Client(headers={"Authorization": f"Bearer {secret}"})

    def call(method: str, path: str, body: Mapping[str, object]) -> tuple[int, Any]:
        response = client.generic(
            method, f"/api/v1/o/harbor-mill/{path}", json.dumps(body), "application/json"
        )
        return response.status_code, json.loads(response.content)

    return call


def count(owner: Member, register: str) -> int:
    return models_by_register()[register].objects.of(owner.organisation_id).count()


def test_a_form_names_each_and_saves_nothing(owner: Member) -> None:
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))

    for case in IMPOSSIBLE:
        before = count(owner, case.register)
        answer = client.post(f"/o/harbor-mill/{case.path}/new/", case.values)

        assert (answer.status_code, case.words in html.unescape(answer.text)) == (422, True), case
        assert count(owner, case.register) == before, case


def test_rest_names_each_and_saves_nothing(owner: Member, api: Api) -> None:
    for case in IMPOSSIBLE:
        before = count(owner, case.register)
        status, problem = api("POST", case.path, case.values)

        by_shape = problem["code"] == "not-understood" and BY_SHAPE.get(case.code, "-") in problem["detail"]
        told = problem["code"] == case.code and case.words in problem["detail"]
        assert (status, by_shape or told) == (422, True), (case, problem)
        assert count(owner, case.register) == before, case


def test_a_file_names_each_with_its_row_and_saves_nothing(owner: Member) -> None:
    for number, case in enumerate(IMPOSSIBLE):
        before = count(owner, case.register)
        values = {
            **case.values,
            **({"renewal": ""} if case.register == "contracts" else {}),
            "ref": "new-one",
        }
        rows = [list(values), list(values.values())]
        content = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
        done = imports.bring_in(
            by=owner, file_name=f"{number}.csv", content=content.encode(), clock=lambda: NOW
        )

        code = IN_A_FILE.get(case.code, case.code)
        assert [(each.line, each.code) for each in done.reasons] == [(2, code)], case
        is_kept = code == "import-person-unknown"
        assert count(owner, case.register) == before + is_kept, case


@pytest.mark.parametrize(
    ("values", "code"),
    [({"ends_on": "2025-06-30"}, "contract-ends-after"), ({"currency": "XQZ"}, "currency-unknown")],
)
def test_of_many_rows_at_once_all_are_changed_or_none(
    values: Values, code: str, owner: Member, api: Api
) -> None:
    # Internet may end on that day, phones began after it.
    status, problem = api("PATCH", "vendors/contracts", {"refs": ["internet", "phones"], "values": values})

    assert (status, problem["code"]) == (422, code)
    kept = registers.one(by=owner, register="contracts", ref="internet").values
    assert (str(kept["ends_on"]), kept["currency"]) == ("2026-03-31", None)


def test_a_currency_is_kept_in_capitals(owner: Member, api: Api) -> None:
    status, made = api("POST", "vendors/contracts", {"name": "Cloud", "currency": "eur"})

    assert (status, made["values"]["currency"]) == (201, "EUR")
    assert registers.one(by=owner, register="contracts", ref="cloud").values["currency"] == "EUR"
