"""Today in a browser: with the keyboard, with a thumb, on paper, and without any script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Enter
from tests.e2e.pages import ORG
from tests.e2e.test_look import DESK, PHONE

pytestmark = pytest.mark.e2e

TODAY = f"{ORG}/today/"
DOTS = re.compile("^Snooze, hand over or decline")


@pytest.fixture
def page(enter: Enter) -> Page:
    page = enter(**DESK).new_page()
    page.goto(TODAY)
    return page


def test_a_line_is_snoozed_by_keyboard_and_undone_by_one_press(page: Page) -> None:
    title = page.locator(".line h3").nth(1).evaluate("e => e.firstChild.textContent.trim()")
    page.get_by_role("button", name=DOTS).nth(1).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name=DOTS)
    expect(dialog.get_by_role("button", name="Tomorrow")).to_be_visible()
    expect(page).to_have_title(re.compile("^Today"))
    page.keyboard.press("Tab")
    expect(dialog.get_by_role("button", name="Tomorrow")).to_be_focused()

    page.keyboard.press("Enter")

    expect(page.get_by_role("status").filter(has_text="Snoozed until")).to_contain_text(title)
    expect(page.locator(".line h3").filter(has_text=title)).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".line h3").filter(has_text=title)).to_have_count(1)


def test_a_figure_opens_to_its_sum_and_escape_closes_it(page: Page) -> None:
    page.locator(".line .fig").first.click()

    opened = page.locator(".trace:popover-open")
    expect(opened).to_contain_text("one more week")
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)


def test_the_first_screen_of_a_phone_has_the_money_the_date_and_the_decision(enter: Enter) -> None:
    page = enter(**PHONE).new_page()
    page.goto(TODAY)
    line = page.locator(".line").first

    for part in (".cost", ".by", ".do .btn"):
        box = line.locator(part).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 844 - 60, part


def test_without_a_script_everything_about_a_line_can_be_done(enter: Enter) -> None:
    page = enter(**DESK, java_script_enabled=False).new_page()
    page.goto(TODAY)
    title = page.locator(".line h3").first.inner_text().split("\n")[0]
    page.get_by_role("button", name=DOTS).first.click()
    page.get_by_role("link", name="Snooze, hand over or decline").first.click()
    page.get_by_label("Why it is not done").fill("Not worth an hour")
    page.get_by_role("button", name="Decline it").click()

    expect(page.get_by_role("status").filter(has_text="Not doing it")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".line h3").first).to_contain_text(title.split("  ")[0][:20])


def test_the_week_fits_one_sheet_of_paper(page: Page) -> None:
    for size in ("Letter", "A4"):
        printed = page.pdf(
            format=size, margin={"top": "18mm", "bottom": "18mm", "left": "15mm", "right": "15mm"}
        )
        assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == 1, size
