"""Starts the program as people do: in a process of its own, in a home of its own."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE = 60


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the variables of a process that knows this home and no other."""
    ours = ("FULLSCORE_", "DATABASE_URL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "FULLSCORE_HOME": str(home), "PYTHONPATH": str(ROOT / "src"), **more}


def fullscore(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    command = [sys.executable, "-m", "fullscore.cli.main", *words]
    return subprocess.run(  # noqa: S603  our own program
        command,
        env=environment(home, **more),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE * 2,
    )


@dataclass(frozen=True, slots=True)
class Served:
    """A program that serves: its address, its process, and where its words go."""

    address: str
    process: subprocess.Popen[str]
    log: Path

    @property
    def said(self) -> str:
        return self.log.read_text()


@contextmanager
def serving(home: Path, *words: str, command: str = "serve", **more: str) -> Iterator[Served]:
    """Serve on a free port until the block ends."""
    ready, log = home.parent / f"{home.name}.ready", home.parent / f"{home.name}.log"
    ready.unlink(missing_ok=True)
    begin = [
        sys.executable,
        "-m",
        "fullscore.cli.main",
        command,
        "--port",
        "0",
        "--ready-file",
        str(ready),
        *words,
    ]
    with log.open("w") as file:
        process = subprocess.Popen(  # noqa: S603  our own program
            begin, env=environment(home, **more), stdout=file, stderr=subprocess.STDOUT, text=True
        )
    try:
        yield Served(_address(ready, process, log), process, log)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _address(ready: Path, process: subprocess.Popen[str], log: Path) -> str:
    ends = time.monotonic() + PATIENCE
    while not ready.exists():
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < ends, log.read_text()
        time.sleep(0.05)
    return ready.read_text().strip()


def eventually(is_so: object, seconds: float = 30) -> bool:
    """Wait for something that another process brings about."""
    assert callable(is_so)
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if is_so():
            return True
        time.sleep(0.1)
    return bool(is_so())
