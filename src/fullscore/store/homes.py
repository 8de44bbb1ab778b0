"""The folder an installation lives in: who uses it, building beside what lives, and the swap."""

import fcntl
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = "in-use.lock"
KEY = "secret.key"


class HomeInUseError(Exception):
    """Another Fullscore works in this home."""


def make(home: Path) -> None:
    """Make the folder and the key that signs sessions, where they are not; only its owner may read them."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(home / KEY, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(50))


def stay(home: Path) -> int:
    """Say, until this process ends, that the home is in use; returns the lock's descriptor."""
    handle = os.open(home / LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    fcntl.flock(handle, fcntl.LOCK_SH)
    return handle


@contextmanager
def alone(home: Path, patience: float = 0) -> Iterator[None]:
    """Hold the home for oneself; raises `HomeInUseError` after `patience` seconds of waiting."""
    make(home)
    handle = os.open(home / LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _take(handle, home, patience)
        yield
    finally:
        # The kernel lets go of a killed process's lock in the same way.
        os.close(handle)


def _take(handle: int, home: Path, patience: float) -> None:
    ends = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= ends:
                raise HomeInUseError(str(home)) from error
            time.sleep(0.1)
        else:
            return


@contextmanager
def workshop(home: Path) -> Iterator[Path]:
    """Give an empty folder on the home's own disk; what a killed process left there goes first."""
    folder = home / "building"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(new: Path, live: Path, aside: Path | None = None) -> None:
    """Let `new` become `live` in one step; the old file keeps the name `aside`.

    Both must be settled: a write-ahead log left beside `live` would be played into the new file.
    """
    _sync(new)
    if aside is not None and live.exists():
        aside.unlink(missing_ok=True)
        os.link(live, aside)
    new.replace(live)
    _sync(live.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
