"""The watched folder: files found in it, read without following links, moved aside in one step."""

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

TAKEN, REFUSED = "taken", "refused"
# A file that somebody still copies in changes at least this often.
QUIET = timedelta(seconds=10)
_LOCK = ".lock"
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file that lies in an inbox; `folder` is "" at the top. `since` is when it last changed or came."""

    path: Path
    folder: str
    name: str
    size: int
    since: datetime


class StillChangingError(Exception):
    """The file changed while it was read; it is looked at again later."""


def inbox(home: Path) -> Path:
    """Return the folder that is watched."""
    return home / "inbox"


def make(home: Path) -> None:
    """Make the folder, where nobody but the owner may look."""
    inbox(home).mkdir(parents=True, exist_ok=True, mode=0o700)


@contextmanager
def alone(home: Path) -> Iterator[bool]:
    """Hold the inbox for oneself; gives False when another worker has it. A kill lets go of it."""
    handle = os.open(inbox(home) / _LOCK, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(handle)


def dropped(home: Path, now: datetime) -> tuple[Dropped, ...]:
    """Return the files that nobody is still writing, the oldest first; no links, no hidden files."""
    top = inbox(home)
    found = [*_in(top, "", now)]
    with suppress(OSError):
        for entry in sorted(os.scandir(top), key=lambda each: each.name):
            is_place = entry.name not in {TAKEN, REFUSED} and not entry.name.startswith(".")
            if is_place and entry.is_dir(follow_symlinks=False):
                found += _in(Path(entry.path), entry.name, now)
    return tuple(sorted(found, key=lambda file: (file.since, file.name)))


def _in(folder: Path, name: str, now: datetime) -> Iterator[Dropped]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or not entry.is_file(follow_symlinks=False):
                continue
            about = entry.stat(follow_symlinks=False)
            # Not the time of its contents: a copy may keep an old one while it still grows.
            since = datetime.fromtimestamp(about.st_ctime, UTC)
            if since <= now - QUIET:
                yield Dropped(Path(entry.path), name, entry.name, about.st_size, since)


def content(file: Dropped) -> bytes:
    """Return a file's bytes; raises `StillChangingError`, or `OSError` when it cannot be read."""
    handle = os.open(file.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as opened:
        before = os.fstat(opened.fileno())
        if not stat.S_ISREG(before.st_mode) or before.st_size != file.size:
            raise StillChangingError
        told = opened.read(file.size + 1)
        after = os.fstat(opened.fileno())
    if len(told) != file.size or after.st_mtime_ns != before.st_mtime_ns:
        raise StillChangingError
    return told


def put_aside(file: Dropped, where: str, day: str, why: str = "") -> None:
    """Move a file into the folder `where` beside it, under a name of its own; `why` is written beside it."""
    folder = file.path.parent / where
    folder.mkdir(exist_ok=True, mode=0o700)
    if folder.is_symlink():
        raise NotADirectoryError(str(folder))
    target = _free(folder, f"{day}-{file.name[-_LONGEST_NAME:]}")
    if why:
        # The sentence first: a file that lies there has said why.
        target.with_name(f"{target.name}.txt").write_text(f"{why}\n", encoding="utf-8", errors="replace")
    file.path.rename(target)


def _free(folder: Path, name: str) -> Path:
    path, number = folder / name, 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{number}-{name}"
    return path
