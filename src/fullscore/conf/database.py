"""Where the data lies: DATABASE_URL read into what Django wants to know."""

import sqlite3
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

# SQLite 3.7.0 to 3.51.2 could lose pages when a write-ahead log was reset; these carry the repair.
REPAIRED_SINCE = (3, 51, 3)
REPAIRED_BRANCHES = (((3, 50, 7), (3, 51, 0)), ((3, 44, 6), (3, 45, 0)))


class UnknownDatabaseError(ValueError):
    """DATABASE_URL names something Fullscore cannot use."""


def database(url: str) -> dict[str, object]:
    """Return Django's settings for one URL; raises `UnknownDatabaseError` with what to write instead."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise UnknownDatabaseError(
            f"DATABASE_URL begins with '{url.partition(':')[0]}:'. Use postgresql://user:password@host/name, "
            "or leave it out for the file in FULLSCORE_HOME."
        )
    query = dict(pair.partition("=")[::2] for pair in parts.query.split("&") if pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": _port(parts),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"sslmode": query["sslmode"]} if "sslmode" in query else {},
    }


def _port(parts: SplitResult) -> str:
    try:
        return str(parts.port or "")
    except ValueError as error:
        raise UnknownDatabaseError(
            f"The port in DATABASE_URL is no port: {error}. PostgreSQL's is 5432 unless changed."
        ) from error


def sqlite(path: Path) -> dict[str, object]:
    """Return the settings of a file; one that is written as safely as this machine's SQLite allows."""
    mode = "WAL" if is_wal_safe(sqlite3.sqlite_version_info) else "DELETE"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # Pages are made by threads that stay, so a connection may stay with them.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": f"PRAGMA journal_mode={mode}; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def is_wal_safe(version: tuple[int, ...]) -> bool:
    """Return whether this SQLite may use a write-ahead log without the reset bug."""
    return version >= REPAIRED_SINCE or any(since <= version < until for since, until in REPAIRED_BRANCHES)
