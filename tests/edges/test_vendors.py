"""Contracts at every door: the page, the command line and REST say the same; deeds are taken back."""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member
from fullscore.store.models import Contract, HistoryEntry, Organisation, User, Vendor
from fullscore.usecases.accounts import tokens
from tests.conftest import NOW, MemberFactory
from tests.store.agreements import sign
from tests.store.mill import fill, row

PAGE = "/o/harbor-mill/vendors/"
API = "/api/v1/o/harbor-mill/renewals"
COPIERS = f"{PAGE}renewals/copiers/"


@pytest.fixture
def mill(organisation: Organisation) -> Organisation:
    fill(organisation)
    sign(organisation)
    return organisation


def rest(by: Member, address: str = "", **query: str) -> tuple[int, Any]:
    secret = tokens.issue_token(by=by, name="test", scope="read", days=1, now=NOW).secret
    answer = Client(headers={"Authorization": f"Bearer {secret}"}).get(f"{API}{address}", query)
    return answer.status_code, json.loads(answer.content)


def command(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["vendors", "renewals", *words])
    return result.exit_code, result.stdout


def page_of(by: Member) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=by.user_id))
    return client


def shown(by: Member, address: str = PAGE, **query: str) -> str:
    answer = page_of(by).get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


def stored(ref: str = "copiers") -> Contract:
    return Contract.objects.of(Organisation.objects.get(ref="harbor-mill").pk).get(ref=ref)


def press(by: Member, deed: str, **sent: str) -> tuple[int, str]:
    answer = page_of(by).post(f"{COPIERS}{deed}", sent, follow=True)
    return answer.status_code, answer.content.decode()


def test_page_command_line_and_rest_say_the_same(mill: Organisation, owner: Member) -> None:
    status, over_rest = rest(owner)
    code, printed = command("--json", "--on", "2026-11-23")
    page = shown(owner)

    assert (status, code) == (200, 0)
    assert over_rest == json.loads(printed)
    assert "5 contracts, $56,140 a year" in words(page)
    for one in over_rest["renewals"]:
        assert (one["state"] == "over") != (f'href="renewals/{one["contract"]}/"' in page)
    assert "$9,840" in page
    assert "30 Nov" in page
    assert "renew 24 of 50" in page


def test_one_contract_is_the_same_over_rest_and_on_its_page(mill: Organisation, owner: Member) -> None:
    status, over_rest = rest(owner, "/crm")
    page = words(shown(owner, f"{PAGE}renewals/crm/"))

    assert status == 200
    assert (over_rest["renew"], over_rest["notice_by"]) == ("24 of 50", "2027-03-01")
    assert "Renew 24 of 50 by 1 March" in page
    assert over_rest["seats"]["text"] in page
    assert rest(owner, "/nothing")[0] == 404


def test_only_what_is_due(mill: Organisation, owner: Member) -> None:
    _, over_rest = rest(owner, within="30")
    _, printed = command("--json", "--on", "2026-11-23", "--within", "30")

    assert {one["contract"] for one in over_rest["renewals"]} == {"copiers", "backup"}
    assert json.loads(printed) == over_rest
    assert rest(owner, within="-1")[0] == 422


def test_the_command_line_tells_it_in_lines(mill: Organisation, owner: Member) -> None:
    code, printed = command("--on", "2026-11-23")

    assert code == 0
    assert printed.startswith("6 contracts, $56,140 a year;")
    assert "30 Nov" in printed
    assert "without a notice date" in printed
    assert command("--on", "soon")[0] == 2


@pytest.mark.parametrize(
    ("show", "refs"),
    [
        ("notice", {"copiers", "backup"}),
        ("no-date", {"mes"}),
        ("no-owner", {"mes"}),
        ("seats", {"crm"}),
        ("over", {"warranty"}),
    ],
)
def test_each_filter_shows_as_many_as_it_says(
    mill: Organisation, owner: Member, show: str, refs: set[str]
) -> None:
    everything, page = shown(owner), shown(owner, show=show)

    assert set(re.findall(r'href="renewals/(\w+)/"', page)) == refs
    found = re.search(rf'href="\?show={show}"[^>]*>[^<]*<span class="count ms-1">(\d+)', everything)
    assert found
    assert int(found[1]) == len(refs)


@pytest.mark.parametrize("text", ["buckeye", "COPIERS 4", "BO-118", "lease"])
def test_a_search_reads_name_vendor_kind_and_number(mill: Organisation, owner: Member, text: str) -> None:
    assert set(re.findall(r'href="renewals/(\w+)/"', shown(owner, q=text))) == {"copiers"}


def test_the_account_is_found_and_shown_by_those_only_who_read_it(
    mill: Organisation, owner: Member, member: MemberFactory
) -> None:
    auditor = member("auditor")

    assert "in the safe, canary" in shown(owner, COPIERS)
    for address in (COPIERS, PAGE, f"{COPIERS}letter/"):
        assert "canary" not in shown(auditor, address)


def test_a_sort_and_a_page_nobody_knows_ask_for_nothing(mill: Organisation, owner: Member) -> None:
    usual = re.findall(r'href="renewals/(\w+)/"', shown(owner))

    assert re.findall(r'href="renewals/(\w+)/"', shown(owner, sort="x;y", page="9" * 40, show="?")) == usual
    by_price = re.findall(r'href="renewals/(\w+)/"', shown(owner, sort="price"))
    assert by_price[0] == "mes"


def test_a_place_without_contracts_says_how_to_begin(organisation: Organisation, owner: Member) -> None:
    page = words(shown(owner))

    assert "Nothing here yet." in page
    assert "The last day to give notice" in page


def test_the_sheet_holds_what_the_page_shows(mill: Organisation, owner: Member) -> None:
    answer = page_of(owner).get(f"{PAGE}renewals.csv", {"show": "seats"})

    lines = answer.content.decode().splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("crm,CRM,Corvid")


def test_what_is_wanted_is_written_down_and_taken_back(mill: Organisation, owner: Member) -> None:
    status, page = press(owner, "decide/", intent="keep", version="1")

    assert status == 200
    assert stored().intent == "keep"
    assert "You keep Copiers, 4 devices." in page
    entry = HistoryEntry.objects.of(mill.pk).get(register="contracts", action="changed")
    _, page = press(owner, f"undo/{entry.pk}/")
    assert stored().intent == "end"
    assert "Taken back." in page


def test_notice_given_is_noted_with_its_day(mill: Organisation, owner: Member) -> None:
    _, page = press(owner, "given/", notice_given_on="2026-11-23", version="1")

    assert str(stored().notice_given_on) == "2026-11-23"
    assert "Notice is given: it ends on 28 February" in page


@pytest.mark.parametrize("day", ["2026-02-30", "soon"])
def test_a_day_on_no_calendar_is_refused_and_nothing_saved(
    mill: Organisation, owner: Member, day: str
) -> None:
    status, page = press(owner, "given/", notice_given_on=day, version="1")

    assert status == 422
    assert "Give notice by 30 November" in page
    assert stored().notice_given_on is None
    assert stored().version == 1


def test_whoever_saves_second_is_told(mill: Organisation, owner: Member) -> None:
    press(owner, "decide/", intent="keep", version="1")
    status, _ = press(owner, "decide/", intent="change", version="1")

    assert status == 409
    assert stored().intent == "keep"


def test_a_word_nobody_knows_is_no_decision(mill: Organisation, owner: Member) -> None:
    status, _ = press(owner, "decide/", intent="perhaps", version="1")

    assert status == 422
    assert stored().intent == "end"


def test_who_only_reads_decides_nothing(mill: Organisation, member: MemberFactory) -> None:
    auditor = member("auditor")

    assert press(auditor, "decide/", intent="keep", version="1")[0] == 403
    assert "End it" not in shown(auditor, COPIERS)


def test_the_letter_names_vendor_number_form_and_last_day(mill: Organisation, owner: Member) -> None:
    page = words(shown(owner, f"{COPIERS}letter/"))
    text = page_of(owner).get(f"{COPIERS}letter.txt")

    written = text.content.decode()
    assert text.headers["Content-Type"] == "text/plain; charset=utf-8"
    for part in ("Buckeye Office", "BO-118", "28 February 2027", "23 November 2026", "Harbor Mill"):
        assert part in page
        assert part in written
    assert "as a letter" in page


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"intent": ""}, "Decide now: notice by 30 November"),
        ({"intent": "", "decide_days": 1}, "Decide by 29 November"),
        ({"intent": "keep"}, "Renews on 1 March, wanted"),
        ({"intent": "change"}, "Say what is to change by 30 November"),
        ({"intent": "end", "notice": 4}, "Too late for 28 February: give notice by 28 October"),
        ({"intent": "", "renewal": "none"}, "Ends on 28 February"),
        ({"intent": "keep", "renewal": "express"}, "Renew it before 28 February"),
        ({"intent": "", "notice": None}, "No notice date is known"),
        ({"renewal": "none", "ends_on": date(2026, 10, 31)}, "Over since 31 October"),
    ],
)
def test_a_case_is_called_by_its_answer(
    mill: Organisation, owner: Member, values: dict[str, object], said: str
) -> None:
    Contract.objects.of(mill.pk).filter(ref="copiers").update(**values)

    assert f"<h1>{said}</h1>" in shown(owner, COPIERS)


def test_a_letter_runs_no_code(mill: Organisation, owner: Member) -> None:
    evil = "<script>alert(1)</script>{{ 7|add:7 }}"
    vendor = row(Vendor, mill, "evil", name=evil)
    Contract.objects.of(mill.pk).filter(ref="copiers").update(vendor=vendor, name=evil, number=evil)

    for address in (PAGE, COPIERS, f"{COPIERS}letter/"):
        page = shown(owner, address)
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page
        assert "{{ 7|add:7 }}" in page


def test_picked_rows_are_set_and_lead_back_to_the_page(mill: Organisation, owner: Member) -> None:
    sent = {"column": "notice", "value": "3", "refs": ["mes", "euro"], "to": "room", "back": "show=no-date"}
    answer = page_of(owner).post(f"{PAGE}contracts/bulk/", sent)

    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{PAGE}?show=no-date"
    assert (stored("mes").notice, stored("euro").notice) == (3, 3)


def test_a_row_leads_to_its_case_and_back(mill: Organisation, owner: Member) -> None:
    assert f'href="{COPIERS}"' in shown(owner, f"{PAGE}contracts/copiers/")
    assert f'href="{PAGE}contracts/copiers/"' in shown(owner, COPIERS)


def test_each_division_says_that_it_adds_up(mill: Organisation, owner: Member) -> None:
    page = words(shown(owner))

    total = re.search(r"(\$[\d,]+) in five years", page)
    assert total
    assert page.count(f"These add up to {total[1]}, to the cent.") == 5
    assert "do not add up" not in page
