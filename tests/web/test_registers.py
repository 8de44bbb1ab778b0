"""The registers' pages, as the person in front of them sees them."""

import re
from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import User
from fullscore.usecases import registers
from tests.conftest import NOW, MemberFactory

ITEMS = "/o/harbor-mill/estate/items/"
Browse = Callable[[Member], Client]


@pytest.fixture(autouse=True)
def _clock() -> object:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def browse() -> Browse:
    """Give a member a browser in which they are signed in."""

    def signed_in(by: Member) -> Client:
        client = Client()
        client.force_login(User.objects.get(pk=by.user_id))
        return client

    return signed_in


def add(by: Member, register: str, **values: object) -> registers.Row:
    return registers.save(by=by, register=register, ref=None, values=values, version=None, now=NOW)


def title(page: str) -> str:
    """Return the page's answer: its first heading, without markup."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    assert found is not None
    return " ".join(re.sub(r"<[^>]+>", "", found[1]).split())


@pytest.fixture
def laptops(owner: Member) -> Member:
    add(owner, "people", name="Ana Ruiz")
    add(owner, "items", name="Laptop of Ana", tag="A-1", status="in use", holder="ana-ruiz", cost="1285")
    add(owner, "items", name="Laptop on the shelf", tag="A-2", status="in stock", cost="1085.5")
    return owner


def test_a_list_answers_in_its_title_before_it_shows_rows(laptops: Member, browse: Browse) -> None:
    page = browse(laptops).get(ITEMS).text

    assert title(page) == "2 items, 1 without a holder"
    assert "Laptop of Ana" in page


def test_an_empty_register_says_what_to_do_next(owner: Member, browse: Browse) -> None:
    page = browse(owner).get(ITEMS).text

    assert "Nothing here yet" in page
    assert 'href="new/"' in page


def test_one_row_is_one_not_one_of_many(owner: Member, browse: Browse) -> None:
    add(owner, "sites", name="Dayton")

    assert title(browse(owner).get("/o/harbor-mill/estate/sites/").text) == "1 site"


def test_a_list_narrows_by_word_and_by_filter(laptops: Member, browse: Browse) -> None:
    browser = browse(laptops)

    by_word = browser.get(ITEMS, {"q": "shelf"}).text
    by_filter = browser.get(ITEMS, {"holder.empty": "", "status.in": "in stock,lost"}).text
    neither = browser.get(ITEMS, {"q": "shelf", "status.is": "lost"}).text

    assert title(by_word) == title(by_filter) == "1 item found"
    assert "Laptop of Ana" not in by_word + by_filter
    assert "Nothing fits all of that" in neither


def test_what_the_filter_panel_sends_becomes_a_short_address(laptops: Member, browse: Browse) -> None:
    sent = {
        "v:status": ["in stock", "lost"],
        "w:holder": "empty",
        "v:holder": "",
        "w:name": "contains",
        "v:name": "",
    }

    answer = browse(laptops).get(ITEMS, sent)

    assert answer.headers["Location"] == "?status.in=in+stock%2Clost&holder.empty="


def test_a_filter_nobody_understands_is_refused_in_words(laptops: Member, browse: Browse) -> None:
    answer = browse(laptops).get(ITEMS, {"status.before": "x"})

    assert answer.status_code == 422
    assert "cannot be used on Status" in answer.text


def test_a_script_gets_the_rows_without_the_page_around_them(laptops: Member, browse: Browse) -> None:
    fragment = browse(laptops).get(ITEMS, {"q": "shelf"}, headers={"HX-Request": "true"}).text

    assert "<html" not in fragment
    assert "Laptop on the shelf" in fragment
    assert "1 item found" in fragment


def test_the_second_page_begins_where_the_first_ended(owner: Member, browse: Browse) -> None:
    for number in range(60):
        add(owner, "sites", name=f"Site {number:02}")
    browser = browse(owner)

    first, second = (browser.get("/o/harbor-mill/estate/sites/", {"page": page}).text for page in (1, 2))

    assert "Site 49" in first
    assert "Site 50" not in first
    assert "Site 50" in second
    assert "51 to 60 of 60" in second


def test_rows_leave_as_a_file_with_the_filter_that_is_in_force(laptops: Member, browse: Browse) -> None:
    answer = browse(laptops).get(f"{ITEMS}export.csv", {"status.is": "in stock"})

    assert answer.headers["Content-Disposition"] == 'attachment; filename="items-2026-11-23.csv"'
    assert "Laptop on the shelf" in answer.text
    assert "Laptop of Ana" not in answer.text


def test_a_new_row_is_typed_in_and_shown(owner: Member, browse: Browse) -> None:
    landed = browse(owner).post(
        f"{ITEMS}new/", {"name": "Scanner", "tag": "A-9", "cost": "42.5"}, follow=True
    )

    assert title(landed.text) == "Scanner"
    assert "Scanner added." in landed.text
    assert "$42.50" in landed.text


def test_trouble_stands_on_top_and_under_its_field_and_nothing_typed_is_lost(
    owner: Member, browse: Browse
) -> None:
    answer = browse(owner).post(f"{ITEMS}new/", {"name": "Scanner", "cost": "a lot", "holder": "nobody-here"})

    assert answer.status_code == 422
    assert "2 things are wrong" in answer.text
    assert 'href="#cost"' in answer.text
    assert 'id="cost-error">Cost: a lot is not a number.' in answer.text
    assert 'value="a lot"' in answer.text
    assert registers.page(by=owner, register="items", query=registers.Query()).total == 0


def test_two_people_at_one_row_see_both_versions_and_nothing_is_saved(
    laptops: Member, browse: Browse
) -> None:
    registers.save(by=laptops, register="items", ref="a-1", values={"name": "Theirs"}, version=1, now=NOW)

    answer = browse(laptops).post(f"{ITEMS}a-1/edit/", {"name": "Mine", "version": "1"})

    assert answer.status_code == 409
    assert "Mine" in answer.text
    assert "Theirs" in answer.text
    assert registers.one(by=laptops, register="items", ref="a-1").title == "Theirs"


def test_whoever_saw_both_versions_may_save_theirs_over_it(laptops: Member, browse: Browse) -> None:
    registers.save(by=laptops, register="items", ref="a-1", values={"name": "Theirs"}, version=1, now=NOW)

    browse(laptops).post(f"{ITEMS}a-1/edit/", {"name": "Mine", "version": "2"})

    assert registers.one(by=laptops, register="items", ref="a-1").title == "Mine"


def test_a_form_without_its_version_saves_nothing(laptops: Member, browse: Browse) -> None:
    assert browse(laptops).post(f"{ITEMS}a-1/edit/", {"name": "Mine"}).status_code == 409


def test_history_shows_before_and_after_and_takes_a_change_back(laptops: Member, browse: Browse) -> None:
    browser = browse(laptops)
    browser.post(f"{ITEMS}a-1/edit/", {"status": "lost", "version": "1"})
    page = browser.get(f"{ITEMS}a-1/").text
    undo = re.search(r'action="(undo/\d+/)"', page)

    assert undo is not None
    assert re.search(r"Status: .*in use.*lost", page, re.DOTALL)
    browser.post(f"{ITEMS}a-1/{undo[1]}")
    assert registers.one(by=laptops, register="items", ref="a-1").values["status"] == "in use"


def test_what_was_just_saved_can_be_taken_back_by_the_words_that_tell_of_it(
    laptops: Member, browse: Browse
) -> None:
    browser = browse(laptops)

    landed = browser.post(f"{ITEMS}a-1/edit/", {"status": "lost", "version": "1"}, follow=True).text
    undo = re.search(rf'<form method="post" action="({ITEMS}a-1/undo/\d+/)">', landed)
    again = browser.post(f"{ITEMS}a-1/edit/", {"status": "lost", "version": "2"}, follow=True).text

    assert "Laptop of Ana saved." in landed
    assert undo is not None
    assert "Nothing was different." in again
    browser.post(undo[1])
    assert registers.one(by=laptops, register="items", ref="a-1").values["status"] == "in use"


def test_an_overtaken_change_cannot_be_undone_and_says_so(laptops: Member, browse: Browse) -> None:
    browser = browse(laptops)
    browser.post(f"{ITEMS}a-1/edit/", {"status": "lost", "version": "1"})
    undo = re.search(r'action="(undo/\d+/)"', browser.get(f"{ITEMS}a-1/").text)
    browser.post(f"{ITEMS}a-1/edit/", {"status": "retired", "version": "2"})

    assert undo is not None
    answer = browser.post(f"{ITEMS}a-1/{undo[1]}")

    assert answer.status_code == 422
    assert "Status has been changed again since" in answer.text


def test_archiving_can_be_undone_from_the_words_that_tell_of_it(laptops: Member, browse: Browse) -> None:
    browser = browse(laptops)

    landed = browser.post(f"{ITEMS}a-1/archive/", follow=True).text
    shelf = browser.get(ITEMS, {"archived": "yes"}).text
    browser.post(f"{ITEMS}a-1/unarchive/")

    assert "Laptop of Ana archived." in landed
    assert f'action="{ITEMS}a-1/unarchive/"' in landed
    assert title(shelf) == "1 archived item"
    assert registers.one(by=laptops, register="items", ref="a-1").archived_at is None


def test_many_rows_are_set_at_once(laptops: Member, browse: Browse) -> None:
    landed = browse(laptops).post(
        f"{ITEMS}bulk/",
        {"refs": ["a-1", "a-2"], "column": "status", "value": "retired", "back": "q=laptop"},
        follow=True,
    )

    assert landed.redirect_chain[-1][0] == f"{ITEMS}?q=laptop"
    assert "Status set on 2 items." in landed.text


def test_a_value_that_does_not_fit_changes_no_row_at_all(laptops: Member, browse: Browse) -> None:
    answer = browse(laptops).post(
        f"{ITEMS}bulk/", {"refs": ["a-1", "a-2"], "column": "status", "value": "asleep"}
    )

    assert answer.status_code == 422
    assert "asleep is not one of its words" in answer.text
    assert registers.one(by=laptops, register="items", ref="a-2").values["status"] == "in stock"


def test_what_tells_rows_apart_is_not_set_on_many(laptops: Member, browse: Browse) -> None:
    browse(laptops).post(f"{ITEMS}bulk/", {"refs": ["a-1"], "column": "tag", "value": "X"})

    assert registers.one(by=laptops, register="items", ref="a-1").values["tag"] == "A-1"


def test_a_reference_offers_what_fits_while_one_types(laptops: Member, browse: Browse) -> None:
    offered = browse(laptops).get(f"{ITEMS}options/holder/", {"holder": "rui"}).text

    assert '<option value="ana-ruiz">Ana Ruiz</option>' in offered


def test_one_box_finds_everything(laptops: Member, browse: Browse) -> None:
    page = browse(laptops).get("/o/harbor-mill/find/", {"q": "ana"}).text

    assert title(page) == "ana: in people and items"
    assert f'href="{ITEMS}a-1/"' in page


def test_what_people_type_is_never_markup(owner: Member, browse: Browse) -> None:
    nasty = "<script>alert(1)</script>"
    row = add(owner, "items", name=nasty, notes=nasty, place=nasty, status="lost")
    browser = browse(owner)
    addresses = ["", f"{row.ref}/", f"{row.ref}/edit/", "?q=%3Cscript%3E"]

    pages = "".join(browser.get(f"{ITEMS}{address}").text for address in addresses)

    assert nasty not in pages
    assert "&lt;script&gt;" in pages


def test_a_row_that_is_not_there_is_a_page_that_says_so(owner: Member, browse: Browse) -> None:
    answer = browse(owner).get(f"{ITEMS}a-404/")

    assert answer.status_code == 404
    assert "There is no item called a-404 here." in answer.text


def test_a_register_lives_in_one_room_only(owner: Member, browse: Browse) -> None:
    assert browse(owner).get("/o/harbor-mill/vendors/items/").status_code == 404


def test_an_auditor_reads_money_and_history_but_finds_no_button(
    laptops: Member, member: MemberFactory, browse: Browse
) -> None:
    browser = browse(member(Role.AUDITOR))
    pages = browser.get(ITEMS).text + browser.get(f"{ITEMS}a-1/").text

    assert "$1,285" in pages
    assert "What happened" in pages
    for press in ("new/", "edit/", "archive/", "bulk/", "Keep a file"):
        assert press not in pages.replace("?archived=yes", "")


def test_an_executive_sees_no_history_and_no_notes(
    laptops: Member, member: MemberFactory, browse: Browse
) -> None:
    page = browse(member(Role.EXECUTIVE)).get(f"{ITEMS}a-1/").text

    assert "What happened" not in page
    assert "Notes" not in page


def test_a_requester_finds_only_the_room_with_own_rows(
    laptops: Member, member: MemberFactory, browse: Browse
) -> None:
    rita = member(Role.REQUESTER)
    add(laptops, "people", name="Rita Quest", email=rita.email)
    browser = browse(rita)
    page = browser.get("/o/harbor-mill/estate/people/").text

    assert title(page).startswith("1 person")
    assert "Ana Ruiz" not in page
    assert "Vendors" not in page
    assert browser.get("/o/harbor-mill/vendors/orders/").status_code == 404


def test_a_row_called_as_an_address_is_reached_all_the_same(owner: Member, browse: Browse) -> None:
    refs = [add(owner, "sites", name=name).ref for name in ("New", "Bulk", "export.csv")]

    pages = [browse(owner).get(f"/o/harbor-mill/estate/sites/{ref}/").text for ref in refs]

    assert [title(page) for page in pages] == ["New", "Bulk", "export.csv"]


def test_who_did_what_is_told_to_those_who_read_history_and_only_what_they_see(
    laptops: Member, member: MemberFactory, browse: Browse
) -> None:
    change = {"notes": "Fell down the stairs", "status": "in repair"}
    registers.save(by=laptops, register="items", ref="a-1", values=change, version=1, now=NOW)
    registers.save(by=laptops, register="items", ref="a-2", values={"notes": "Secret"}, version=1, now=NOW)
    address = "/o/harbor-mill/history/"

    to_owner = browse(laptops).get(address).text
    to_auditor = browse(member(Role.AUDITOR)).get(address).text

    assert "Fell down the stairs" in to_owner
    assert "Secret" in to_owner
    assert "in repair" in to_auditor
    assert "Fell down the stairs" not in to_auditor
    assert to_auditor.count("· changed ·") == 1
    assert browse(member(Role.EXECUTIVE)).get(address).status_code == 403


def test_the_record_goes_on_where_the_first_page_ended(owner: Member, browse: Browse) -> None:
    for number in range(60):
        add(owner, "sites", name=f"Site {number:02}")
    browser = browse(owner)
    first = browser.get("/o/harbor-mill/history/").text
    older = re.search(r'href="(\?before=\d+)"', first)

    assert older is not None
    second = browser.get(f"/o/harbor-mill/history/{older[1]}").text
    assert "site-10" in first
    assert "site-09" not in first
    assert "site-09" in second
    assert "Older" not in second


def test_rooms_say_what_is_kept(laptops: Member, browse: Browse) -> None:
    browser = browse(laptops)

    assert title(browser.get("/o/harbor-mill/estate/").text) == "1 person, 2 items"
    assert title(browser.get("/o/harbor-mill/vendors/").text) == "Contracts"


def test_an_empty_house_asks_for_one_file(owner: Member, browse: Browse) -> None:
    assert "One file is enough to start." in browse(owner).get("/o/harbor-mill/", follow=True).text
