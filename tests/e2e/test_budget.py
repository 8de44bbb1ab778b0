"""The best use of the money in a browser: the ERP case from its ways to the choice, and what a cut loses."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Enter
from tests.e2e.pages import ORG
from tests.e2e.test_look import CUT_OFF, DESK, OVER_THE_EDGE, PHONE

pytestmark = pytest.mark.e2e

BUDGET, ERP = f"{ORG}/budget/", f"{ORG}/budget/cases/erp/"
WAYS = ("Keep it", "Upgrade in place", "Wrap with integrations", "Replace in stages")
# A worker loads the solver's library once, and simulates.
PATIENCE = 60_000


def weighed(page: Page) -> None:
    """Have it worked out anew and wait until the page has read the answer by itself."""
    page.get_by_role("button", name="Work it out again").click()
    expect(page.get_by_text("Something was written since.")).to_have_count(0, timeout=PATIENCE)
    expect(page.get_by_role("heading", name="Working out the best choice")).to_have_count(0, timeout=PATIENCE)


def asked(page: Page, question: str) -> None:
    page.get_by_role("textbox", name="What if").fill(question)
    page.get_by_role("button", name="Show it").click()


def test_the_erp_case_from_its_ways_to_what_a_cut_loses(enter: Enter) -> None:
    page = enter(**DESK).new_page()
    page.goto(BUDGET)
    expect(page.get_by_role("heading", level=1)).to_contain_text("in 2027 brings")
    page.get_by_role("table").get_by_role("link", name="ERP", exact=True).first.click()

    ways = page.locator(".ways")
    for name in WAYS:
        expect(ways.get_by_role("columnheader", name=name)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text("better over 5 years")
    expect(page.get_by_text("A project leader for two years")).to_be_visible()
    ways.locator(".fig").first.click()
    expect(page.locator(".trace:popover-open")).to_contain_text("=")
    page.keyboard.press("Escape")

    ways.get_by_role("button", name="Pin: Replace in stages").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("“ERP: Replace in stages” is pinned")
    page.goto(BUDGET)
    weighed(page)
    row = page.locator("#p-erp")
    expect(row).to_contain_text("Replace in stages")
    expect(row).to_contain_text("pinned")

    asked(page, "What do we lose if you cut 10k?")
    expect(page.locator(".answer").first).to_contain_text("is too little", timeout=PATIENCE)
    expect(page.locator("#whatif .why")).to_contain_text(
        "ERP (Replace in stages) is pinned. Take the pin off."
    )
    asked(page, "cut $5,000")
    expect(page.get_by_role("heading", name="What falls out")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".answer").first).to_contain_text("The cheapest cut takes out Quoting tool.")

    row.get_by_role("button", name="Let go: ERP").click()
    expect(page.get_by_role("status")).to_contain_text("is let go")
    weighed(page)
    expect(page.locator("#p-erp")).not_to_contain_text("pinned")


def test_a_phone_shows_answer_reasons_and_ways_without_running_off_the_side(enter: Enter) -> None:
    for address in (BUDGET, ERP):
        page = enter(**PHONE).new_page()
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.evaluate(OVER_THE_EDGE) == []
        assert page.evaluate(CUT_OFF) == []


def test_without_a_script_a_question_is_answered_too(enter: Enter) -> None:
    page = enter(**DESK, java_script_enabled=False).new_page()
    page.goto(BUDGET)
    asked(page, "cut 10,000 from security")

    expect(page.get_by_role("alert")).to_contain_text("“from security” is not understood here.")


def test_next_years_lines_are_confirmed_by_hand_and_taken_back(enter: Enter) -> None:
    page = enter(**DESK).new_page()
    page.goto(f"{BUDGET}years/2027/proposal/")
    ticks = page.get_by_role("checkbox", name="Confirm")
    name = str(ticks.first.get_attribute("aria-label")).removeprefix("Confirm ")
    for tick in ticks.all()[1:]:
        tick.uncheck()
    page.get_by_role("button", name="Confirm the lines ticked").click()

    page.goto(f"{BUDGET}years/2027/proposal/")
    expect(page.get_by_role("checkbox", name=f"Confirm {name}", exact=True)).to_have_count(0)
    page.get_by_role("button", name=f"Take back {name}", exact=True).click()
    page.goto(f"{BUDGET}years/2027/proposal/")
    expect(page.get_by_role("checkbox", name=f"Confirm {name}", exact=True)).to_be_checked()
