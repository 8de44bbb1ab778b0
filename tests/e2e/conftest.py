"""One house for all browser tests of a run; a browser for each module."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, StorageState

from tests.e2e import house as houses
from tests.e2e.house import House

Enter = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with houses.started(tmp_path_factory.mktemp("house")) as house:
        yield house


@pytest.fixture(scope="session")
def kept_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The link lets in once: what the browser then keeps is kept for the other modules."""
    return tmp_path_factory.mktemp("state") / "state.json"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with houses.browsing() as browser:
        yield browser


@pytest.fixture(scope="module")
def state(browser: Browser, house: House, kept_state: Path) -> StorageState | Path:
    if not kept_state.exists():
        import json  # noqa: PLC0415

        kept_state.write_text(json.dumps(houses.signed_in(browser, house)))
    return kept_state


@pytest.fixture
def enter(browser: Browser, house: House, state: StorageState | Path) -> Iterator[Enter]:
    """Open a signed-in browser window of any kind; all are closed at the end."""
    yield from _windows(browser, house, state)


@pytest.fixture(scope="module")
def window(browser: Browser, house: House, state: StorageState | Path) -> Iterator[Enter]:
    """Open windows that stay open for all tests of a module."""
    yield from _windows(browser, house, state)


def _windows(browser: Browser, house: House, state: StorageState | Path) -> Iterator[Enter]:
    opened: list[BrowserContext] = []

    def window(**kind: Any) -> BrowserContext:  # noqa: ANN401  the browser's own options
        context = browser.new_context(base_url=house.address, storage_state=state, **kind)
        context.set_default_timeout(10_000)
        opened.append(context)
        return context

    yield window
    for context in opened:
        context.close()
