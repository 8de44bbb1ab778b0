"""The calendar of changes in a browser: dragged, by keyboard, by two people at once, and on a phone."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Enter
from tests.e2e.pages import ORG
from tests.e2e.test_look import DESK, PHONE

pytestmark = pytest.mark.e2e

DECEMBER = f"{ORG}/changes/?day=2026-12-01"
NAME = "Mail archive"


def december(enter: Enter, **kind: Any) -> Page:  # noqa: ANN401  the browser's own options
    page = enter(**{**DESK, **kind}).new_page()
    page.goto(DECEMBER)
    return page


@pytest.fixture
def page(enter: Enter) -> Page:
    return december(enter)


def drag(page: Page, name: str, day: str) -> None:
    """Carry a change to a day with the mouse, slowly enough to be a drag."""
    page.locator("[data-calendar] .ev").filter(has_text=name).first.hover()
    page.mouse.down()
    cell = page.locator(f'[data-calendar] [data-date="{day}"]').last
    box = cell.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=8)
    page.mouse.up()


def listed(page: Page) -> Locator:
    """The change in the agenda, which every page holds and which the grid only stands beside."""
    return page.locator(".agenda li").filter(has_text=NAME).first


def test_dragging_says_what_it_collides_with_and_offers_two_dates_and_writes_nothing(page: Page) -> None:
    drag(page, NAME, "2026-12-26")

    asked = page.locator("#question")
    expect(asked).to_contain_text("You moved it to Sat 26 Dec, 22:00 to 00:00.")
    expect(asked).to_contain_text("Stocktaking")
    expect(asked.get_by_role("heading", name="These two dates work")).to_be_visible()
    expect(asked.get_by_role("button", name="Move it")).to_have_count(2)
    page.reload()
    expect(listed(page)).to_contain_text("5 Dec")


def test_two_people_who_drag_at_once_lose_nothing(enter: Enter) -> None:
    one, other = december(enter), december(enter)
    for page, day in ((one, "19"), (other, "12")):
        drag(page, NAME, f"2026-12-{day}")
        expect(page.locator("#question")).to_contain_text(f"You moved it to Sat {day} Dec")

    one.locator("#question").get_by_role("button", name="Move it").first.click()
    expect(one.get_by_role("status").filter(has_text="is set for")).to_contain_text("Sat 19 Dec")
    other.locator("#question").get_by_role("button", name="Move it").last.click()

    expect(other.get_by_role("alert")).to_contain_text("Nothing was saved")
    other.goto(DECEMBER)
    expect(listed(other)).to_contain_text("19 Dec")
    one.get_by_role("button", name="Undo").click()
    expect(listed(one)).to_contain_text("5 Dec")


def test_the_keyboard_tries_a_date_as_the_mouse_does(page: Page) -> None:
    asked = page.locator("#question")
    asked.locator("summary").press("Enter")
    asked.get_by_label("Day").fill("2026-12-19")
    asked.get_by_label("Time").fill("22:00")
    asked.get_by_role("button", name="Try it").press("Enter")

    expect(asked).to_contain_text("You moved it to Sat 19 Dec, 22:00 to 00:00.")


def test_a_phone_shows_a_list_and_no_grid(enter: Enter) -> None:
    page = december(enter, **PHONE)

    expect(page.locator("[data-calendar]")).to_be_hidden()
    expect(page.locator(".agenda").first.get_by_text(NAME)).to_be_visible()


def test_without_a_script_the_agenda_stands_in_for_the_grid(enter: Enter) -> None:
    page = december(enter, java_script_enabled=False)

    expect(page.locator("[data-calendar]")).to_be_hidden()
    expect(page.locator(".agenda").first.get_by_text(NAME)).to_be_visible()
