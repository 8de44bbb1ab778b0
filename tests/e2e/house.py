"""A really started Fullscore with rows in it, and a browser that is signed in."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, StorageState, sync_playwright

from tests.browser import chromium

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-23"
OWNER = "dana@harbor.example"
PATIENCE = 60
LINK = re.compile(r"/link/[\w-]+/")
SETTINGS = {
    "--org": "Harbor Mill", "--currency": "USD", "--country": "US", "--subdivision": "OH",
    "--zone": "America/New_York", "--fiscal-start": "1", "--owner": OWNER,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class House:
    """Where the pages are, and the link that lets the owner in once."""

    address: str
    link: str


@contextmanager
def started(folder: Path) -> Iterator[House]:
    """Set up a home in `folder`, fill it, serve it on a free port, and stop it at the end."""
    words = [word for pair in SETTINGS.items() for word in pair]
    run(folder, "fullscore.cli.main", "init", *words)
    run(folder, "tests.e2e.seeding")
    with served(folder) as house:
        yield house


@contextmanager
def sample(folder: Path) -> Iterator[House]:
    """Serve the sample company, loaded from its files."""
    run(folder, "fullscore.cli.main", "demo", "--load-only", "--on", TODAY)
    with served(folder) as house:
        yield house


def run(folder: Path, module: str, *words: str) -> None:
    """Run one of our own modules to its end, in the home that lies in `folder`."""
    command = [sys.executable, "-m", module, *words]
    subprocess.run(command, env=_environment(folder), check=True, cwd=ROOT, capture_output=True)  # noqa: S603


def _environment(folder: Path) -> dict[str, str]:
    own = {
        "FULLSCORE_HOME": str(folder / "home"),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | own


@contextmanager
def served(folder: Path) -> Iterator[House]:
    """Serve a home; whoever owns it comes in by the link that serving prints."""
    ready, log = folder / "ready", folder / "log"
    words = ["serve", "--port", "0", "--ready-file", str(ready), "--on", TODAY]
    command = [sys.executable, "-m", "fullscore.cli.main", *words]
    with log.open("w") as out:
        server = subprocess.Popen(command, env=_environment(folder), stdout=out, stderr=out)  # noqa: S603
        try:
            address = _when(lambda: ready.read_text().strip() if ready.exists() else "", server)
            link = _when(lambda: next(iter(LINK.findall(log.read_text())), ""), server)
            yield House(address.rstrip("/"), link)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(PATIENCE)


def _when(found: Callable[[], str], server: "subprocess.Popen[bytes]") -> str:
    """Return what `found` finds once it finds something."""
    for _ in range(PATIENCE * 10):
        if answer := found():
            return answer
        assert server.poll() is None, "The server ended before it was ready."
        time.sleep(0.1)
    raise AssertionError("The server was not ready in time.")


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start the browser; close it before anything else may use Django in this process."""
    path = chromium()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def signed_in(browser: Browser, house: House) -> StorageState:
    """Let the owner in by the one-time link and return what the browser keeps of it."""
    context = browser.new_context(base_url=house.address)
    page: Page = context.new_page()
    page.goto(house.link)
    if page.locator("[name=password]").count():
        page.fill("[name=name]", "Dana Whitfield")
        page.fill("[name=password]", "a long walk to the harbor")
    page.click("main form button")
    page.wait_for_url("**/o/**")
    state = context.storage_state()
    context.close()
    return state
