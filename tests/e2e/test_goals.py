"""The question of the title, asked in a browser: typed, answered, opened, corrected; also without script."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Enter
from tests.e2e.pages import ORG

pytestmark = pytest.mark.e2e
QUESTION = "Grow Sales to 60 people next quarter"
GOALS = f"{ORG}/goals/"


@pytest.fixture
def page(enter: Enter) -> Page:
    return enter(viewport={"width": 1440, "height": 900}).new_page()


def ask(page: Page, question: str) -> None:
    page.goto(GOALS)
    page.get_by_role("textbox", name="What does the business want?").fill(question)
    page.get_by_role("button", name="Plan it").click()


def test_a_question_typed_is_answered_above_the_fold(page: Page) -> None:
    ask(page, QUESTION)

    expect(page.get_by_text("Understood as Sales from 12 to 60 people")).to_be_in_viewport()
    expect(page.locator(".answer")).to_be_in_viewport()
    expect(page.get_by_role("img", name="Timeline of")).to_be_in_viewport()


def test_a_row_opens_to_its_sum_by_keyboard_and_shuts_again(page: Page) -> None:
    ask(page, QUESTION)
    row = page.locator("summary", has_text="Laptop 14 inch")
    total = page.get_by_text("to order, at $1,285")

    row.focus()
    expect(total.first).to_be_hidden()
    page.keyboard.press("Enter")
    expect(total.first).to_be_visible()
    page.keyboard.press("Enter")
    expect(total.first).to_be_hidden()


def test_rows_open_without_any_script(enter: Enter) -> None:
    page = enter(java_script_enabled=False).new_page()
    ask(page, QUESTION)

    page.locator("summary", has_text="Laptop 14 inch").click()

    expect(page.get_by_text("to order, at $1,285").first).to_be_visible()


def test_a_sum_leads_to_the_row_it_rests_on(page: Page) -> None:
    ask(page, QUESTION)
    page.locator("summary", has_text="Laptop 14 inch").click()
    page.locator("summary", has_text="behind this").first.click()
    page.locator(".rests a").first.click()

    expect(page.locator("h1")).to_be_visible()
    assert f"{ORG}/estate/" in page.url


def test_what_it_costs_opens_to_its_parts(page: Page) -> None:
    ask(page, QUESTION)

    page.locator("[popovertarget=once]").click()

    expect(page.get_by_role("dialog", name="What it costs once")).to_be_visible()


def test_a_misspelt_team_is_settled_with_one_press(page: Page) -> None:
    ask(page, QUESTION.replace("Sales", "Sails"))

    page.get_by_role("link", name="Sales", exact=True).click()

    expect(page.get_by_text("Understood as Sales from 12 to 60 people")).to_be_visible()


def test_on_a_phone_the_answer_and_the_money_stand_on_the_first_screen(enter: Enter) -> None:
    page = enter(viewport={"width": 390, "height": 844}).new_page()

    ask(page, QUESTION)

    expect(page.locator(".answer")).to_be_in_viewport()
    expect(page.locator("[popovertarget=once]")).to_be_in_viewport()
