"""A board pack in a browser: prepared, issued, sent to an owner's phone, answered, seen on Today."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Enter
from tests.e2e.house import House
from tests.e2e.pages import ORG
from tests.e2e.test_look import CUT_OFF, DESK, OVER_THE_EDGE, PHONE

pytestmark = pytest.mark.e2e
# A worker simulates, chooses and prints.
PATIENCE = 90_000


def issued(page: Page) -> str:
    """Prepare a draft, look at it, issue it, and return the address of a link to it."""
    page.goto(f"{ORG}/reports/")
    page.get_by_role("button", name="Prepare a draft").first.click()
    expect(page.get_by_role("button", name="Issue it")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Issue it").click()
    expect(page.get_by_role("heading", name="Send it by link")).to_be_visible(timeout=PATIENCE)
    page.get_by_label("For whom").fill("Ruth Morrow")
    page.get_by_role("button", name="Make the link").click()
    return page.get_by_label("The new link").input_value()


def test_an_owner_decides_on_a_phone_and_it_is_seen(enter: Enter, browser: Browser, house: House) -> None:
    desk = enter(**DESK).new_page()
    address = issued(desk)
    phone = browser.new_context(base_url=house.address, **PHONE).new_page()
    phone.goto(address)
    expect(phone.get_by_role("heading", level=1)).to_contain_text("decisions are yours")
    assert phone.evaluate(OVER_THE_EDGE) == []
    assert phone.evaluate(CUT_OFF) == []

    card = phone.locator(".ask-one").first
    name = card.get_by_role("heading").inner_text()
    card.get_by_label("A reason or a question").fill("Do it.")
    card.get_by_role("button", name="Approve").click()
    expect(phone.locator(".ask-one").first).to_contain_text("Approved by Ruth Morrow")
    phone.locator("a.fig").first.click()
    expect(phone.locator("#opened")).to_contain_text("=")
    phone.context.close()

    desk.goto(f"{ORG}/today/decisions/")
    row = desk.get_by_role("row", name=re.compile(re.escape(name)))
    expect(row.first).to_contain_text("approved")
    expect(row.first).to_contain_text("Ruth Morrow")
    today = desk.get_by_text(f"Begin {name}: it is approved")
    for _ in range(30):
        desk.goto(f"{ORG}/today/")
        if today.count():
            break
        desk.wait_for_timeout(1000)
    expect(today.first).to_be_visible()


def test_without_a_script_a_pack_is_read_and_answered(enter: Enter, browser: Browser, house: House) -> None:
    address = issued(enter(**DESK).new_page())
    plain = browser.new_context(base_url=house.address, java_script_enabled=False, **DESK).new_page()
    plain.goto(address)
    card = plain.locator(".ask-one").nth(1)
    card.get_by_label("A reason or a question").fill("Why not next year?")
    card.get_by_role("button", name="Ask first").click()
    expect(plain.locator(".ask-one").nth(1)).to_contain_text("Why not next year?")
    plain.context.close()


def test_a_proposal_is_moved_to_another_quarter_by_choosing_it(enter: Enter) -> None:
    page = enter(**DESK).new_page()
    issued(page)
    item = page.locator("[data-roadmap] li").filter(has=page.locator("details.move")).first
    name = item.locator("span").first.inner_text().splitlines()[0].strip()
    item.get_by_text("Move", exact=True).click()
    quarter = item.get_by_role("combobox").locator("option:not([selected])").last
    item.get_by_role("combobox").select_option(quarter.get_attribute("value"))
    item.get_by_role("button", name="Move it").click()

    expect(page.get_by_text(f"{name} starts from")).to_be_visible()
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_text(f"{name} starts from")).to_have_count(0)
