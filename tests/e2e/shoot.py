"""Draws every page into shots/, to be looked at: `python -m tests.e2e.shoot [name ...]`.

`python -m tests.e2e.shoot README` draws the README's picture instead, from the sample company.
"""

import sys
import tempfile
from itertools import product
from pathlib import Path

from tests.e2e import house as houses
from tests.e2e.pages import PAGES
from tests.e2e.test_look import SCHEMES, SCREENS

SHOTS = houses.ROOT / "shots"
PICTURE = houses.ROOT / "docs/pictures/goals.png"
PLAN = "/o/morrow-metalworks/goals/?q=We+need+to+scale+our+sales+team+by+50+percent+next+quarter"


def main(*names: str) -> None:
    SHOTS.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        houses.started(Path(folder)) as house,
        houses.browsing() as browser,
    ):
        state = houses.signed_in(browser, house)
        for (screen, kind), scheme in product(SCREENS.items(), SCHEMES):
            context = browser.new_context(
                base_url=house.address, storage_state=state, color_scheme=scheme, **kind
            )
            for name in names or PAGES:
                page = context.new_page()
                page.goto(PAGES[name])
                page.evaluate("document.fonts.ready")
                page.screenshot(path=SHOTS / f"{name}-{screen}-{scheme}.png")
                page.close()
            context.close()


def picture() -> None:
    """Draw the page that answers the first question anybody asks."""
    with (
        tempfile.TemporaryDirectory() as folder,
        houses.sample(Path(folder)) as house,
        houses.browsing() as browser,
    ):
        state = houses.signed_in(browser, house)
        page = browser.new_context(
            base_url=house.address, storage_state=state, viewport={"width": 1360, "height": 850}
        ).new_page()
        page.goto(PLAN)
        page.evaluate("document.fonts.ready")
        page.screenshot(path=PICTURE)


if __name__ == "__main__":
    picture() if sys.argv[1:] == ["README"] else main(*sys.argv[1:])
