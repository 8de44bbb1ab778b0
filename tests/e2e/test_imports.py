"""A file looked at in the browser: corrected with mouse and keyboard, and without any script."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Enter
from tests.e2e.pages import ORG

pytestmark = pytest.mark.e2e
SHEET = """Asset Name,Asset Tag,Serial,Status
HM-LT-800,A-0800,5CG0000800,In der Werkstatt
HM-LT-801,A-0801,5CG0000801,Deployed
"""


@pytest.fixture
def page(enter: Enter) -> Page:
    return looked_at(enter(viewport={"width": 1440, "height": 900}).new_page())


def looked_at(page: Page) -> Page:
    page.goto(f"{ORG}/imports/")
    page.locator("#drop-files").set_input_files(
        {"name": "sheet.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
    )
    page.wait_for_url("**/imports/*/")
    return page


def test_an_answer_changes_the_counts_and_the_keyboard_stays_where_it_was(page: Page) -> None:
    expect(page.locator(".sumline")).to_contain_text("1new")
    expect(page.locator(".sumline")).to_contain_text("1refused")
    field = page.get_by_label("In der Werkstatt means")

    field.focus()
    field.select_option("in repair")

    expect(page.locator(".sumline")).to_contain_text("2new")
    expect(page.get_by_role("button", name="Import 2 rows")).to_be_visible()
    expect(page.get_by_label("In der Werkstatt means")).to_be_focused()
    expect(page.get_by_text("Look again")).not_to_be_in_viewport()


def test_the_reason_for_a_guess_opens_beside_it(page: Page) -> None:
    page.get_by_role("button", name="% sure").click()

    expect(page.get_by_role("dialog", name="Why we think so")).to_contain_text("columns known by name")


def test_without_a_script_an_answer_is_looked_at_by_a_button(enter: Enter, page: Page) -> None:
    address = page.url
    bare = enter(java_script_enabled=False).new_page()
    bare.goto(address)
    bare.get_by_label("In der Werkstatt means").select_option("in repair")

    bare.locator(".acts").get_by_role("button", name="Look again").click()

    expect(bare.locator(".sumline")).to_contain_text("2new")
