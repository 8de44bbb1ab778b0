"""The question of the title, asked in a browser: typed, answered, opened, corrected; also without script."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Enter
from tests.e2e.house import House
from tests.e2e.pages import ORG
from tests.e2e.test_look import AXE, CUT_OFF, DESK, OVER_THE_EDGE, PHONE, opened, violations

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


def test_what_was_understood_is_changed_by_the_form(page: Page) -> None:
    ask(page, QUESTION)

    page.get_by_text("Change this").click()
    page.get_by_label("or so many more").fill("6")
    page.get_by_label("Needed by").fill("2027-02-01")
    page.get_by_role("button", name="Plan this instead").click()

    expect(page.get_by_text("Understood as Sales from 12 to 18 people")).to_be_visible()
    expect(page.get_by_text("needed on Monday 1 February")).to_be_visible()


def test_the_form_is_filled_by_keyboard_alone(page: Page) -> None:
    ask(page, QUESTION)

    page.locator("summary", has_text="Change this").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Team", exact=True)).to_be_focused()


@pytest.mark.parametrize("kind", [DESK, PHONE], ids=["desk", "phone"])
def test_a_plan_is_accepted_ordered_and_withdrawn(enter: Enter, kind: dict[str, Any]) -> None:
    page = enter(**kind).new_page()
    ask(page, QUESTION)
    page.get_by_role("button", name="Accept the plan").click()
    expect(page.get_by_role("status")).to_contain_text("Accepted.")
    place = page.locator(".placing > li", has_text="Laptop 14 inch")

    place.get_by_text("Ordered…").click()
    place.get_by_label("Due on").fill("2026-12-11")
    place.get_by_role("button", name="Note the order").click()

    expect(page.get_by_role("status")).to_contain_text("Laptop 14 inch ordered.")
    expect(page.locator(".placing > li", has_text="Laptop 14 inch").first).to_contain_text("ordered")
    page.get_by_role("button", name="Take back Laptop 14 inch").click()
    expect(page.get_by_role("status")).to_contain_text("is to order again")
    page.get_by_role("button", name="Withdraw it").click()
    expect(page.get_by_role("status")).to_contain_text("is withdrawn")
    page.get_by_role("button", name="Drop it").click()
    expect(page.get_by_role("status")).to_contain_text("is dropped")


def test_an_acceptance_is_undone_by_the_words_that_tell_of_it(page: Page) -> None:
    ask(page, QUESTION)
    page.get_by_role("button", name="Accept the plan").click()

    page.get_by_role("status").get_by_role("button", name="Undo").click()

    expect(page.get_by_role("status")).to_contain_text("is withdrawn")
    page.get_by_role("button", name="Drop it").click()


@pytest.mark.parametrize("kind", [DESK, PHONE], ids=["desk", "phone"])
def test_a_link_opens_for_a_stranger_who_has_only_the_answer_to_read(
    page: Page, browser: Browser, house: House, kind: dict[str, Any]
) -> None:
    ask(page, QUESTION)
    page.get_by_role("button", name="Give a link").click()
    link = page.get_by_label("The new link").input_value()
    complaints: list[str] = []
    stranger = browser.new_context(base_url=house.address, reduced_motion="reduce", **kind)

    shown = opened(stranger, link, complaints)

    expect(shown.get_by_role("heading", level=1)).to_have_text(QUESTION)
    expect(shown.locator(".answer")).to_be_visible()
    assert shown.get_by_role("button").count() == shown.get_by_role("navigation").count() == 0
    shown.evaluate(AXE.read_text())
    complaints += violations(shown)
    shown.set_viewport_size({"width": 320, "height": 700})
    assert complaints + shown.evaluate(OVER_THE_EDGE) + shown.evaluate(CUT_OFF) == []
    stranger.close()


def test_an_answer_fits_on_paper_with_nothing_to_press(page: Page) -> None:
    ask(page, QUESTION)

    page.emulate_media(media="print")

    for press in (".side", ".btn", ".change", ".tabs"):
        assert not any(one.is_visible() for one in page.locator(press).all()), press
    expect(page.get_by_text("Harbor Mill, planned for Monday 23 November 2026")).to_be_visible()
    page.set_viewport_size({"width": 718, "height": 1000})
    assert page.evaluate(OVER_THE_EDGE) == [], "A4 within its margins"


def test_accepting_works_without_any_script(enter: Enter) -> None:
    page = enter(java_script_enabled=False).new_page()
    ask(page, QUESTION)
    expect(page.get_by_text("Print", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Accept the plan").click()

    expect(page.get_by_text("Orders of this plan")).to_be_visible()
    page.get_by_role("button", name="Withdraw it").click()
    page.get_by_role("button", name="Drop it").click()
    expect(page.get_by_role("status")).to_contain_text("is dropped")


def test_a_drawing_for_each_screen_is_shown_alone(page: Page) -> None:
    ask(page, QUESTION)

    for width, shown, hidden in ((1440, "wide", "narrow"), (390, "narrow", "wide")):
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.locator(f"figure > svg.{shown}").first).to_be_visible()
        expect(page.locator(f"figure > svg.{hidden}").first).to_be_hidden()
