"""The browser that tests drive: the one that is here, else one that is fetched, else a clear word.

`python tests/browser.py` makes sure there is one; tests ask `chromium()` for its path.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MACS = (Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),)


def chromium() -> str | None:
    """Return the path of a Chromium that can be driven, or None."""
    given = os.environ.get("FULLSCORE_CHROMIUM")
    here = (given, *map(shutil.which, NAMES), *map(str, MACS))
    return next((path for path in here if path and Path(path).exists()), None) or _playwrights()


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  slow, and rarely needed

    with sync_playwright() as driver:
        path = driver.chromium.executable_path
    return path if Path(path).exists() else None


def fetch() -> None:
    """Install one: by the system's packages when root may, else the one Playwright brings."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        _try("apt-get", "update", "-qq")
        _try("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")
    if chromium() is None:
        _try(sys.executable, "-m", "playwright", "install", "chromium")


def _try(*command: str) -> None:
    # What counts is whether a browser is there afterwards; a package list may be stale, a mirror away.
    subprocess.run(command, check=False, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"})  # noqa: S603


def main() -> None:
    if chromium() is None:
        fetch()
    found = chromium()
    if found is None:
        sys.exit(
            "Chromium is missing and could not be installed. Install chromium or Google Chrome, "
            "or name one in FULLSCORE_CHROMIUM, then run this again."
        )
    sys.stdout.write(f"Pages are tested in {found}\n")


if __name__ == "__main__":
    main()
