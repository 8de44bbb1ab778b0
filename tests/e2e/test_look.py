"""Every page holds on every screen: nothing to complain of for axe, nothing runs off the side."""

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.e2e.conftest import Enter
from tests.e2e.pages import ITEMS, PAGES

pytestmark = pytest.mark.e2e

AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESK = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
SCREENS: dict[str, dict[str, Any]] = {"desk": DESK, "phone": PHONE}
# In the dark only colours differ: everything else was judged by daylight.
SCHEMES: dict[Literal["light", "dark"], list[str]] = {"light": RULES, "dark": ["color-contrast"]}
WIDTHS = (1280, 1040, 820, 390, 320)
# The frame of what a person sees at once; axe knows nothing of it.
OVER_THE_EDGE = """() => document.documentElement.scrollWidth > innerWidth
  ? [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
      .slice(0, 5).map(e => e.tagName + '.' + e.className) : []"""
# Below a thumb's width a table inside its card must fit as well: nobody finds a column that is cut off.
CUT_OFF = """() => innerWidth > 400 ? [] : [...document.querySelectorAll('.card')]
  .filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
  .map(e => `card ${e.scrollWidth} in ${e.clientWidth}`)"""
SMALL_TARGETS = """() =>
  [...document.querySelectorAll('a.btn, button.btn, .tabs a, .tabs button, select, .form-control')]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 40)
  .map(e => `${e.tagName} ${e.innerText || e.name}`)"""


def opened(context: BrowserContext, address: str, complaints: list[str]) -> Page:
    """Open a page and note everything its browser complains of; refused pages complain of their status."""
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(f"{address}: {error}"))
    page.on(
        "console",
        lambda said: (
            complaints.append(f"{address}: {said.text}")
            if said.type == "error" and "Failed to load resource" not in said.text
            else None
        ),
    )
    page.goto(address)
    page.evaluate("document.fonts.ready")
    return page


def violations(page: Page, rules: list[str]) -> list[str]:
    asked = {"runOnly": rules, "resultTypes": ["violations"]}
    found = page.evaluate("asked => axe.run(asked)", asked)["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes'][:3]]}" for one in found]


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_on_any_page(screen: str, enter: Enter) -> None:
    complaints: list[str] = []
    # A button that fades from one scheme to the other would be judged half-way.
    context = enter(**SCREENS[screen], reduced_motion="reduce")
    for address in PAGES.values():
        page = opened(context, address, complaints)
        page.evaluate(AXE.read_text())
        for scheme, rules in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            complaints += [f"{address} {scheme}: {one}" for one in violations(page, rules)]
        page.close()

    assert complaints == []


def test_nothing_runs_off_the_side(enter: Enter) -> None:
    context = enter()
    over = []
    for address in PAGES.values():
        page = opened(context, address, [])
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found = [*page.evaluate(OVER_THE_EDGE), *page.evaluate(CUT_OFF)]
            over += [f"{address} at {width}: {one}" for one in found]
        page.close()

    assert over == []


def test_a_thumb_hits_every_button(enter: Enter) -> None:
    context = enter(**PHONE)
    small = []
    for address in PAGES.values():
        page = opened(context, address, [])
        small += [f"{address}: {one}" for one in page.evaluate(SMALL_TARGETS)]
        page.close()

    assert small == []


def test_paper_shows_the_rows_and_nothing_to_press(enter: Enter) -> None:
    page = opened(enter(**DESK), f"{ITEMS}/", [])

    page.emulate_media(media="print")

    assert page.get_by_role("link", name="HM-LT-000").is_visible()
    assert not any(page.locator(press).first.is_visible() for press in (".side", ".btn", ".filters", ".tabs"))
