"""The first hour: an empty place asks for one file, and one file gives a page somebody needs."""

import html
import re
from datetime import date

import pytest
import time_machine
from django.test import Client

from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import User
from fullscore.usecases import estate, imports, registers
from tests.conftest import NOW, TODAY, MemberFactory

HOME = "/o/harbor-mill/"
ESTATE = f"{HOME}estate/"
ASSETS = (
    "Asset Name,Asset Tag,Serial,Model,Category,Status,Checked Out To,Purchase Date,Purchase Cost,"
    "Warranty Expires\n"
    "LT-1,A-1,S1,Laptop 14,Laptops,Deployed,Ann Vale,2023-12-01,1400.00,2026-12-03\n"
    "LT-2,A-2,S2,Laptop 14,Laptops,Deployed,Lee Marsh,2024-01-20,1250.50,2027-01-20\n"
    "LT-3,A-3,S3,Laptop 14,Laptops,Ready to Deploy,,2023-11-01,1300.00,2026-11-01\n"
)
PEOPLE = (
    "Employee #,First Name,Last Name,Status,Department\n1,Ann,Vale,Active,Sales\n2,Lee,Marsh,Inactive,Sales\n"
)


@pytest.fixture(autouse=True)
def _on_that_day() -> object:
    with time_machine.travel(NOW):
        yield


def browser(member: Member) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=member.user_id))
    return client


def bring(owner: Member, name: str, text: str) -> None:
    imports.bring_in(by=owner, file_name=name, content=text.encode(), clock=lambda: NOW)


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_an_empty_place_asks_for_one_file_and_says_what_each_gives(owner: Member) -> None:
    page = browser(owner).get(HOME, follow=True).text

    assert "data-drop" in page
    said = words(page)
    for part in ("One file is enough to start", "A list of devices : who holds what", "A list of people"):
        assert part in said


def test_one_list_of_devices_gives_a_day_that_would_have_cost_money(owner: Member) -> None:
    bring(owner, "assets.csv", ASSETS)

    page = browser(owner).get(ESTATE).text

    said = words(page)
    assert "<h1>2 warranties end within 90 days on things that cost $2,651</h1>" in page
    assert "First LT-1 on Thursday 3 December 2026. 1 ended already." in said
    assert "Thu 3 Dec in 10 days" in said
    assert "2 items name holders who are not in People" in said
    assert "What to bring next" in said
    assert "Data just now" in said


def test_the_next_file_adds_to_it(owner: Member) -> None:
    for name, text in (("assets.csv", ASSETS), ("people.csv", PEOPLE), ("assets.csv", ASSETS)):
        bring(owner, name, text)

    said = words(browser(owner).get(ESTATE).text)

    assert "1 item is still with 1 person who left; bought for $1,251. Get it back." in said
    assert "not in People" not in said


def test_a_large_estate_is_read_after_the_page_and_by_a_link_without_a_script(owner: Member) -> None:
    rows = "".join(f"LT-{n},A-{n},S{n},Dock,Docks,Deployed,,,,2026-12-03\n" for n in range(301))
    bring(owner, "assets.csv", f"{ASSETS.splitlines()[0]}\n{rows}")
    client = browser(owner)

    early = client.get(ESTATE).text
    assert "Reading 301 rows" in words(early)
    assert 'hx-get="?whole=yes" hx-trigger="load"' in early
    assert 'href="?whole=yes"' in early
    whole = words(client.get(f"{ESTATE}?whole=yes").text)
    assert "301 warranties end within 90 days" in whole


def test_every_figure_opens_to_a_list_of_as_many_rows(owner: Member) -> None:
    for name, text in (("assets.csv", ASSETS), ("people.csv", PEOPLE), ("assets.csv", ASSETS)):
        bring(owner, name, text)
    client = browser(owner)
    found = estate.standing(by=owner, on=TODAY)
    expected = {f"{notice.code}": len(notice.refs) for notice in found.notices}
    expected |= {
        f"{notice.code}.{window.days or 'over'}": len(window.refs)
        for notice in found.notices for window in notice.windows
    }  # fmt: skip

    addresses = re.findall(r'href="(/o/harbor-mill/estate/[^"]*figure=[^"]+)"', client.get(ESTATE).text)

    assert len(addresses) > 5
    for address in addresses:
        key = re.search(r"figure=([a-z.0-9-]+)", address)[1]  # type: ignore[index]  # it was found by it
        page = client.get(html.unescape(address)).text
        assert len(re.findall(r'name="refs"', page)) == expected[key], address
        assert 'class="chosen"' in page


def test_the_list_behind_a_figure_goes_out_as_a_file_and_can_be_searched(owner: Member) -> None:
    bring(owner, "assets.csv", ASSETS)
    client = browser(owner)
    rows = f"{HOME}estate/items/?figure=warranties-ending.90"

    assert 'value="warranties-ending.90"' in client.get(rows).text
    exported = b"".join(client.get(f"{HOME}estate/items/export.csv?figure=warranties-ending.90"))
    assert (b"LT-1" in exported, b"LT-3" in exported) == (True, False)
    assert "1 item found" in words(client.get(f"{rows}&q=LT-2").text)


def test_every_amount_opens_to_the_rows_it_is_the_sum_of(owner: Member) -> None:
    bring(owner, "assets.csv", ASSETS)

    page = browser(owner).get(ESTATE).text

    buttons = set(re.findall(r'popovertarget="(sum-[a-z-]+)"', page))
    assert buttons == set(re.findall(r'id="(sum-[a-z-]+)"', page)) != set()
    said = words(page)
    assert "$1,400 a-1 assets.csv, line 2" in said
    assert "= $2,651 within 90 days" in said


def test_what_is_missing_stands_on_the_page_of_the_estate_too(owner: Member) -> None:
    bring(owner, "assets.csv", ASSETS)

    said = words(browser(owner).get(ESTATE).text)

    assert "1 model has no price: 3 items, worth about $3,951, are missing from every forecast." in said
    assert "of what they need in these rows" in said


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.AUDITOR])
def test_who_sees_the_estate_whole_sees_what_is_to_be_seen_to(
    owner: Member, member: MemberFactory, role: Role
) -> None:
    bring(owner, "assets.csv", ASSETS)

    said = words(browser(member(role)).get(ESTATE).text)

    assert "2 warranties end within 90 days" in said
    assert "Bring in a list" not in said.replace("Bring in a list of people, then this list again", "")


def test_a_requester_is_told_nothing_about_others(owner: Member, member: MemberFactory) -> None:
    bring(owner, "assets.csv", ASSETS)
    requester = browser(member(Role.REQUESTER))

    assert "warrant" not in requester.get(HOME).text
    assert requester.get(f"{HOME}estate/items/?figure=warranties-ending").status_code == 403


def test_a_figure_nobody_knows_is_refused_in_words(owner: Member) -> None:
    answer = browser(owner).get(f"{HOME}estate/items/?figure=nothing")

    assert answer.status_code == 422
    assert "cannot be used on Figure" in html.unescape(answer.text)


def test_text_from_a_file_is_shown_and_never_run(owner: Member) -> None:
    registers.save(
        by=owner, register="items", ref=None, version=None, now=NOW,
        values={"name": "<b>Bold</b>", "warranty_ends_on": "2026-12-01", "cost": "5"},
    )  # fmt: skip

    assert "<b>Bold</b>" not in browser(owner).get(ESTATE).text


RENEWALS = (
    "Vendor,Product,Contract Start,Renewal Date,Notice Deadline,Auto Renew,Annual Cost,Owner\n"
    "Acme ISP,Fiber 500,2024-01-01,2027-01-01,2026-12-02,Yes,7188.00,Dana\n"
    "CDW,Support,2024-05-01,2026-10-31,,No,900,Dana\n"
    "Castle,Printing,2025-02-01,31/02/2027,,No,300,Dana\n"
)


def test_one_sheet_of_renewals_becomes_contracts_and_says_what_of_it_cannot_be(owner: Member) -> None:
    bring(owner, "renewals.csv", RENEWALS)

    page = words(browser(owner).get(f"{HOME}vendors/contracts/").text)
    assert "Fiber 500" in page
    assert "Printing" not in page
    (newest, *_) = imports.imports(by=owner)
    told = words(browser(owner).get(f"{HOME}imports/{newest.id}/").text)
    assert "31/02/2027 is no day of the calendar" in told


def test_a_newer_sheet_of_renewals_speaks_instead_and_taken_back_the_older_does_again(owner: Member) -> None:
    def deadline() -> object:
        return registers.one(by=owner, register="contracts", ref="fiber-500").values["notice_said"]

    bring(owner, "renewals.csv", RENEWALS)
    bring(owner, "renewals-new.csv", RENEWALS.replace("2026-12-02", "2026-12-20"))
    assert deadline() == date(2026, 12, 20)

    newest = imports.imports(by=owner)[0]
    imports.take_back(by=owner, number=newest.id, clock=lambda: NOW)

    assert deadline() == date(2026, 12, 2)
