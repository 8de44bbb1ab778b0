"""Checks of the home: who may enter, the key, room on the disk, what killed processes left."""

import os
import shutil
import stat
from datetime import datetime
from pathlib import Path

from django.conf import settings

from fullscore.store.homes import KEY
from fullscore.usecases.host.doctor.check import Check, broken, doubtful, fine

OTHERS = stat.S_IRWXG | stat.S_IRWXO
SHORT_KEY = 32
MB = 2**20
# A backup, an upgrade's copy and a day's growth of an ordinary installation.
TIGHT, TOO_TIGHT = 1024 * MB, 100 * MB


def home(now: datetime) -> Check:
    del now
    folder = Path(settings.HOME)
    if not folder.is_dir():
        return broken(
            "home", f"{folder} is not there.", "Run `fullscore init`, or name another in FULLSCORE_HOME."
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        return broken("home", f"{folder} cannot be written.", "Give it to the user who runs Fullscore.")
    return fine("home", f"{folder} can be written.")


def home_permissions(now: datetime) -> Check:
    del now
    return _private("home-permissions", Path(settings.HOME), "700")


def key(now: datetime) -> Check:
    del now
    if os.environ.get("FULLSCORE_SECRET_KEY"):
        return _long_enough(settings.SECRET_KEY, "FULLSCORE_SECRET_KEY")
    path = Path(settings.HOME) / KEY
    if not path.is_file():
        return broken("key", f"{path} is not there.", "Run `fullscore upgrade`; everybody signs in anew.")
    return _long_enough(path.read_text().strip(), str(path))


def key_permissions(now: datetime) -> Check:
    del now
    path = Path(settings.HOME) / KEY
    if not path.exists() and os.environ.get("FULLSCORE_SECRET_KEY"):
        return fine("key-permissions", "The key comes from the environment.")
    return _private("key-permissions", path, "600")


def disk(now: datetime) -> Check:
    del now
    free = shutil.disk_usage(settings.HOME).free
    seen = f"{free // MB:,} MB are free."
    if free < TOO_TIGHT:
        return broken("disk", seen, "Free some space now: writing will stop.")
    if free < TIGHT:
        return doubtful("disk", seen, "Free some space: a backup or an upgrade may not fit.")
    return fine("disk", seen)


def leftovers(now: datetime) -> Check:
    del now
    folder = Path(settings.HOME)
    left = [*folder.glob("building"), *folder.glob("backups/.*.part"), *folder.glob(".*.part")]
    if left:
        return doubtful(
            "leftovers", f"{left[0]} was left by a process that was killed, or is being written.",
            "Nothing while Fullscore backs up or upgrades; otherwise the next one clears it.",
        )  # fmt: skip
    return fine("leftovers", "Nothing half-written lies in the home.")


def _private(name: str, path: Path, mode: str) -> Check:
    found = stat.S_IMODE(path.stat().st_mode)
    if found & OTHERS:
        return doubtful(name, f"Others may read {path} ({found:o}).", f"chmod {mode} {path}")
    return fine(name, f"{path} is private ({found:o}).")


def _long_enough(text: str, where: str) -> Check:
    if len(text) < SHORT_KEY:
        do = "Put at least 50 random characters there; everybody signs in anew."
        return broken("key", f"The key in {where} has {len(text)} characters, which can be guessed.", do)
    return fine("key", f"The key in {where} is long enough.")


CHECKS = (home, home_permissions, key, key_permissions, disk, leftovers)
