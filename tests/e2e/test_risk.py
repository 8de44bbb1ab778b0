"""The page of risk in a browser: a scenario typed in, worked out by the worker, looked at on a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Enter
from tests.e2e.pages import ORG
from tests.e2e.test_look import AXE, CUT_OFF, DESK, PHONE, violations

pytestmark = pytest.mark.e2e

RISK = f"{ORG}/risk/"
FIGURES = {"often_low": "2", "often_high": "2", "loss_low": "10", "loss_high": "90"}


def test_a_scenario_typed_in_is_worked_out_and_fits_a_phone(enter: Enter) -> None:
    page = enter(**DESK).new_page()
    page.goto(RISK)
    page.locator("main").get_by_role("link", name="Add a scenario").click()
    page.locator("[name=name]").fill("Water in the warehouse")
    for name, value in FIGURES.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("main button.btn-primary").click()

    page.goto(RISK)
    page.get_by_role("button", name=re.compile("^Work (it out again|out bad years)$")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "one year in ten more than $", timeout=60_000
    )
    page.locator("[popovertarget=sum-loss-water-in-the-warehouse]").press("Enter")
    expect(page.locator("#sum-loss-water-in-the-warehouse")).to_contain_text("each time: $10 to $90")

    phone = enter(**PHONE, bypass_csp=True).new_page()
    phone.goto(RISK)
    phone.evaluate(AXE.read_text())
    assert violations(phone) == []
    assert phone.evaluate(CUT_OFF) == []
    expect(phone.locator("figure .narrow").first).to_be_visible()
