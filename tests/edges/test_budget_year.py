"""The fiscal year: alike by page, REST and command, and confirmed at each of them."""

import json
from typing import Any

import pytest
import time_machine
from django.test import Client
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member
from fullscore.store.models import LineAmount, Organisation
from fullscore.usecases.accounts import tokens
from tests.conftest import NOW, TODAY
from tests.usecases.test_budget import fits
from tests.usecases.test_budget_year import house
from tests.web.test_door import browser_of

__all__ = ["house"]
ON = ["--on", TODAY.isoformat()]
REST, PAGE = "/api/v1/o/harbor-mill/budget/years", "/o/harbor-mill/budget/years/"
ASKED = {"on": TODAY.isoformat()}


def api_of(by: Member) -> Client:
    secret = tokens.issue_token(by=by, name="test", scope="write", days=9, now=NOW).secret
    return Client(headers={"Authorization": f"Bearer {secret}"})


def told(*words: str) -> Any:  # noqa: ANN401  a document
    done = CliRunner().invoke(app, ["budget", *words, *ON, "--json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("words", "path", "kind"),
    [
        (("year", "2026"), "2026", "budget-year"),
        (
            ("figure", "actual", "2026", "--row", "lines:crm"),
            "2026/figure?measure=actual&row=lines:crm", "budget-figure",
        ),
        (("next",), "2027/proposal", "budget-proposal"),
    ],
)  # fmt: skip
@time_machine.travel(NOW, tick=False)
def test_rest_and_command_tell_the_same(
    house: Organisation, owner: Member, words: tuple[str, ...], path: str, kind: str
) -> None:
    beside = f"{'&' if '?' in path else '?'}on={TODAY.isoformat()}"
    by_rest = api_of(owner).get(f"{REST}/{path}{beside}").json()
    fits(by_rest, kind)
    assert told(*words) == by_rest


@time_machine.travel(NOW, tick=False)
def test_a_line_is_confirmed_by_command_and_taken_back_by_rest(house: Organisation, owner: Member) -> None:
    fits(told("confirm", "lines:crm"), "budget-confirmed")
    assert LineAmount.objects.of(house.pk).filter(month__year=2027, archived_at=None).count() == 12
    back = api_of(owner).post(f"{REST}/2027/take-back", {"line": "crm"}, content_type="application/json")
    fits(back.json(), "budget-confirmed")
    assert not LineAmount.objects.of(house.pk).filter(month__year=2027, archived_at=None).exists()


@pytest.mark.parametrize(
    "words", [("year", "1999"), ("figure", "gossip"), ("confirm", "lines:nothing"), ("take-back", "nothing")]
)
def test_what_means_nothing_is_refused_in_words(house: Organisation, words: tuple[str, ...]) -> None:
    done = CliRunner().invoke(app, ["budget", *words, *ON])
    assert done.exit_code == 2
    assert "Traceback" not in done.output


@time_machine.travel(NOW, tick=False)
def test_the_page_says_the_answer_and_opens_its_figures(house: Organisation, owner: Member) -> None:
    browser = browser_of(owner)
    page = browser.get(f"{PAGE}2026/", ASKED).content.decode()
    assert "2026 is expected to cost $1,680" in page
    assert "CRM is $100 over its plan" in page
    opened = browser.get(f"{PAGE}2026/figure/", {**ASKED, "measure": "actual", "row": "lines:crm"})
    assert "$1,000" in opened.content.decode()
    for way in ("purpose", "treatment", "category", "team", "service", "vendor", "gossip"):
        assert browser.get(f"{PAGE}2026/", {**ASKED, "by": way}).status_code == 200
    sheet = browser.get(f"{PAGE}2026/year.csv", ASKED).content.decode("utf-8-sig")
    assert "lines,crm,CRM,grow,opex,actual,100.00" in sheet


@time_machine.travel(NOW, tick=False)
def test_lines_are_confirmed_by_a_form_and_what_cannot_be_is_said(house: Organisation, owner: Member) -> None:
    browser = browser_of(owner)
    page = browser.get(f"{PAGE}2027/proposal/", ASKED).content.decode()
    assert "0 of 2 lines confirmed" in page
    sent = {"row": ["lines:crm", "contracts:mail"]}
    assert browser.post(f"{PAGE}2027/confirm/", sent).status_code == 302
    assert "2 of 2 lines confirmed" in browser.get(f"{PAGE}2027/proposal/", ASKED).content.decode()
    refused = browser.post(f"{PAGE}2027/confirm/", sent)
    assert refused.status_code == 422
    assert "has planned amounts for 2027 already" in refused.content.decode()
    assert browser.post(f"{PAGE}2027/take-back/", {"line": "crm"}).status_code == 302


def test_an_empty_year_says_which_file_would_fill_it(organisation: Organisation, owner: Member) -> None:
    page = browser_of(owner).get(f"{PAGE}2026/", ASKED).content.decode()
    assert "Nothing is known of 2026 yet" in page
    assert "Drop the sheet you keep today" in page
    assert browser_of(owner).get(f"{PAGE}2027/proposal/", ASKED).status_code == 200
