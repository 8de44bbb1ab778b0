"""The limited child: untrusted bytes are parsed in a process that has nothing to lose.

Limits (set by `confine.limit` before a byte is looked at): 512 MB of memory, 10 s of CPU, no file may
be written, none but a zone's opened, no descriptor but the three pipes, an empty environment, no new
privileges, no network.
Its answers are read line by line and never trusted to be short.
"""

import importlib.util
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import cache
from pathlib import Path

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.importing import hearing, parsing
from fullscore.importing.formats import strangers
from fullscore.importing.tables import RawTable

LIMIT_MB = 50
_SECONDS = 30
_CALENDAR = "calendar.ics"
_LIBRARIES = ("python_calamine", "icalendar", "recurring_ical_events", "x_wr_timezone", "dateutil", "tzdata")
# Anything but spaces, zeros and the marks of an encoding.
_FILLED = re.compile(rb"[^ \t\r\n\x00\xef\xbb\xbf\xff\xfe]")
# The kernel's words for too much CPU, and ours for too long by the clock.
_TOO_LONG = {-9, -24}


def parsed(file: str, content: bytes, on: date | None = None) -> RawTable:
    """Return the rows of a file; whatever goes wrong comes back as a finding.

    A calendar's repeats are unfolded around `on`; None means the latest day its events were written.
    """
    early = _unfit(file, content)
    if early is not None:
        return RawTable((), early)
    kind = strangers.parser_for(file, content)
    with _child(kind, content, on.isoformat() if on else "") as process:
        heard = hearing.table(process.stdout if process else None)
    return heard.table(file, _reason(process))


def calendar(content: bytes, on: date) -> RawTable:
    """Return a calendar's events around a day with exact moments; what cannot be read is named in its row."""
    early = _unfit(_CALENDAR, content)
    if early is not None:
        return RawTable((), early)
    if strangers.parser_for(_CALENDAR, content) != strangers.CALENDAR:
        return RawTable((), Finding("calendar-is-none", Subject("imports", _CALENDAR)))
    with _child(strangers.CALENDAR, content, f"{on.isoformat()} moments") as process:
        heard = hearing.table(process.stdout if process else None)
    return heard.table(_CALENDAR, _reason(process))


def unpacked(file: str, content: bytes) -> tuple[tuple[str, bytes], ...] | Finding:
    """Return the lists in a ZIP, each with its own name; anything else, a workbook too, is itself alone."""
    if not strangers.may_hold_lists(file, content) or len(content) > LIMIT_MB * 1024 * 1024:
        return ((file, content),)
    with _child(strangers.ARCHIVE, content, "") as process:
        heard = hearing.members(process.stdout if process else None)
    if heard.is_whole:
        return ((file, content),)
    return heard.finding(file, _reason(process)) or tuple(heard.members)


def logo(content: bytes) -> str | Finding:
    """Return what kind of picture the bytes are, by what is in them: png, jpeg or svg."""
    with _child(strangers.LOGO, content, "") as process:
        heard = hearing.logo(process.stdout if process else None)
    return heard.finding("", _reason(process)) or heard.logo


def network_refused_by() -> str:
    """Return how the child's network is refused here: 'seccomp', 'audit hook' or 'not started'."""
    return parsed("doctor.csv", b"Name\nx\n").network or "not started"


@contextmanager
def _child(kind: str, content: bytes, on: str) -> Iterator[subprocess.Popen[bytes] | None]:
    """Start the child, give it the bytes, and see to it that it is gone afterwards."""
    command = [sys.executable, "-I", "-S", str(parsing.__file__), kind, on, _libraries()]
    try:
        # A fixed command, no shell, nothing of the user's in it; the bytes go in by a pipe.
        process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, cwd="/"
        )
    except OSError:
        yield None
        return
    watch = threading.Timer(_SECONDS, process.kill)
    watch.daemon = True
    watch.start()
    try:
        _give(process, content)
        yield process
    finally:
        _end(process)
        watch.cancel()


def _give(process: subprocess.Popen[bytes], content: bytes) -> None:
    """Write the bytes; a child that died early does not want the rest."""
    if process.stdin is not None:
        with suppress(BrokenPipeError):
            process.stdin.write(content)
        with suppress(BrokenPipeError):
            process.stdin.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.stdout is not None:
        process.stdout.close()
    try:
        process.wait(1)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@cache
def _libraries() -> str:
    """Return the folders the child finds its libraries in; they need not all be in one."""
    found = (importlib.util.find_spec(name) for name in _LIBRARIES)
    folders = (_folder(spec.origin, bool(spec.submodule_search_locations)) for spec in found if spec)
    return os.pathsep.join(dict.fromkeys(folders))


def _folder(origin: str | None, is_package: bool) -> str:  # noqa: FBT001  the module finder's own word
    file = Path(origin or "")
    return str(file.parent.parent if is_package else file.parent)


def _unfit(file: str, content: bytes) -> Finding | None:
    if not _FILLED.search(content):
        return _finding("import-file-empty", file)
    if len(content) > LIMIT_MB * 1024 * 1024:
        return _finding("import-file-too-large", file, limit=LIMIT_MB)
    if strangers.is_locked(content):
        return _finding("import-workbook-locked", file)
    what = strangers.stranger(content)
    return _finding("import-other-file", file, what=what) if what else None


def _reason(process: subprocess.Popen[bytes] | None) -> str:
    if process is None:
        return "the process that reads files did not start"
    is_late = process.returncode in _TOO_LONG
    return "it needed more time than allowed" if is_late else "it needed more memory than allowed"


def _finding(code: str, file: str, **values: str | int) -> Finding:
    return Finding(code, Subject("imports", file), {"file": file, **values})
