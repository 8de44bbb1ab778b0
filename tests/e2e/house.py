"""A really started Fullscore with rows in it, and a browser that is signed in."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
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
    own = {
        "FULLSCORE_HOME": str(folder / "home"),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | own
    command = [sys.executable, "-m", "fullscore.cli.main"]
    words = [word for pair in SETTINGS.items() for word in pair]
    printed = subprocess.run(  # noqa: S603  our own program
        [*command, "init", *words], env=environment, check=True, text=True, capture_output=True
    )
    link = LINK.search(printed.stdout + printed.stderr)
    assert link is not None, printed
    subprocess.run([sys.executable, "-m", "tests.e2e.seeding"], env=environment, check=True, cwd=ROOT)
    ready = folder / "ready"
    serve = [*command, "serve", "--port", "0", "--ready-file", str(ready), "--on", TODAY]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(serve, env=environment, stdout=log, stderr=log)  # noqa: S603
        try:
            yield House(_address(ready, server), link[0])
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(PATIENCE)


def _address(ready: Path, server: "subprocess.Popen[bytes]") -> str:
    for _ in range(PATIENCE * 10):
        if ready.exists() and ready.read_text().strip():
            return ready.read_text().strip().rstrip("/")
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
    page.fill("[name=name]", "Dana Whitfield")
    page.fill("[name=password]", "a long walk to the harbor")
    page.click("main form button")
    page.wait_for_url("**/o/harbor-mill/**")
    state = context.storage_state()
    context.close()
    return state
