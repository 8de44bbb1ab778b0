"""Every page holds on every screen: nothing to complain of for axe, nothing runs off the side."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.conftest import IS_THOROUGH
from tests.e2e.conftest import Enter
from tests.e2e.pages import ITEMS, PAGES

pytestmark = pytest.mark.e2e

AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
# In the dark only colours differ: everything else was judged by daylight.
Scheme = Literal["light", "dark"]
SCHEMES: dict[Scheme, list[str]] = {"light": RULES, "dark": ["color-contrast"]}
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


def violations(page: Page, rules: list[str] = RULES) -> list[str]:
    asked = {"runOnly": rules, "resultTypes": ["violations"]}
    found = page.evaluate("asked => axe.run(asked)", asked)["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes'][:3]]}" for one in found]


@dataclass
class Seen:
    """What was found wrong on all pages of one screen, by who looked."""

    axe: list[str] = field(default_factory=list)
    measured: list[str] = field(default_factory=list)


def looked(
    context: BrowserContext, measure: Callable[[Page, str], list[str]], schemes: Mapping[Scheme, list[str]]
) -> Seen:
    """Open every page once and look at it in every way."""
    seen = Seen()
    for address in PAGES.values():
        page = opened(context, address, seen.axe)
        page.evaluate(AXE.read_text())
        for scheme, rules in schemes.items():
            page.emulate_media(color_scheme=scheme)
            seen.axe += [f"{address} {scheme}: {one}" for one in violations(page, rules)]
        seen.measured += measure(page, address)
        page.close()
    return seen


@pytest.fixture(scope="module")
def desk(window: Enter) -> Seen:
    # A button that fades from one scheme to the other would be judged half-way.
    return looked(window(**DESK, reduced_motion="reduce"), over_the_edge, SCHEMES)


@pytest.fixture(scope="module")
def phone(window: Enter) -> Seen:
    # The dark has the same colours on a phone: asked again in `make nightly`.
    schemes = SCHEMES if IS_THOROUGH else {"light": RULES}
    return looked(window(**PHONE, reduced_motion="reduce"), small_targets, schemes)


def over_the_edge(page: Page, address: str) -> list[str]:
    over = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found = [*page.evaluate(OVER_THE_EDGE), *page.evaluate(CUT_OFF)]
        over += [f"{address} at {width}: {one}" for one in found]
    return over


def small_targets(page: Page, address: str) -> list[str]:
    return [f"{address}: {one}" for one in page.evaluate(SMALL_TARGETS)]


def test_axe_finds_nothing_on_any_page_of_a_desk(desk: Seen) -> None:
    assert desk.axe == []


def test_nothing_runs_off_the_side(desk: Seen) -> None:
    assert desk.measured == []


def test_axe_finds_nothing_on_any_page_of_a_phone(phone: Seen) -> None:
    assert phone.axe == []


def test_a_thumb_hits_every_button(phone: Seen) -> None:
    assert phone.measured == []


def test_paper_shows_the_rows_and_nothing_to_press(enter: Enter) -> None:
    page = opened(enter(**DESK), f"{ITEMS}/", [])

    page.emulate_media(media="print")

    assert page.get_by_role("link", name="HM-LT-000").is_visible()
    assert not any(page.locator(press).first.is_visible() for press in (".side", ".btn", ".filters", ".tabs"))
