"""Checks of what Fullscore stands on: Python, SQLite, zones, the clock, the system's limits."""

import resource
import sqlite3
import sys
import zoneinfo
from datetime import UTC, datetime

from fullscore.store import database
from fullscore.usecases.host.doctor.check import Check, broken, doubtful, fine

# Each open page, file and connection takes one; fewer than this and a busy morning runs out.
FEW_FILES = 1024
# Zones change by law; data older than this misses some.
ZONES_KNOWN = 400
BORN = datetime(2026, 1, 1, tzinfo=UTC)


def python(now: datetime) -> Check:
    del now
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < (3, 11):  # noqa: UP036  a copied environment may run on another Python
        return broken("python", f"Python {version}.", "Install Python 3.11 or newer and Fullscore anew.")
    return fine("python", f"Python {version}.")


def sqlite(now: datetime) -> Check:
    del now
    driver = "its own" if sqlite3.__name__ == "pysqlite3" else "the system's"
    seen = f"SQLite {sqlite3.sqlite_version}, {driver}."
    if not database.is_file():
        return fine("sqlite", f"{seen} Not in use: the data lies in PostgreSQL.")
    if database.journal_mode() == "wal":
        return fine("sqlite", f"{seen} Pages can be read while others write.")
    return doubtful(
        "sqlite",
        f"{seen} It may lose pages of a write-ahead log, so Fullscore writes without one: safe, but slower.",
        "Install the wheel of pysqlite3 for this machine, or SQLite 3.51.3 or newer.",
    )


def zones(now: datetime) -> Check:
    del now
    known = len(zoneinfo.available_timezones())
    if known < ZONES_KNOWN:
        return broken("zones", f"Only {known} time zones are known.", "Install the package tzdata.")
    return fine("zones", f"{known} time zones are known.")


def clock(now: datetime) -> Check:
    if now < BORN:
        return broken("clock", f"The clock says {now:%Y-%m-%d %H:%M} UTC.", "Set the clock; use NTP.")
    newest = database.newest_moment()
    if newest is not None and newest > now:
        return doubtful(
            "clock", f"The clock says {now:%Y-%m-%d %H:%M} UTC, a row was written {newest:%Y-%m-%d %H:%M}.",
            "The clock went back. Use NTP; sign-in links and order dates depend on it.",
        )  # fmt: skip
    return fine("clock", f"The clock says {now:%Y-%m-%d %H:%M} UTC.")


def open_files(now: datetime) -> Check:
    del now
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < FEW_FILES:
        return doubtful(
            "open-files", f"{soft} files may be open.", "Raise it: ulimit -n 4096, or LimitNOFILE=."
        )
    return fine(
        "open-files", f"{'Any number of' if soft == resource.RLIM_INFINITY else soft} files may be open."
    )


CHECKS = (python, sqlite, zones, clock, open_files)
