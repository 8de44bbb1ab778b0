"""The one folder an installation lives in, and the key that signs its sessions."""

import os
import secrets
from pathlib import Path


def home() -> Path:
    """Return FULLSCORE_HOME; it need not exist yet."""
    given = os.environ.get("FULLSCORE_HOME")
    return Path(given).expanduser() if given else Path.home() / ".local/share/fullscore"


def secret_key(folder: Path) -> str:
    """Return the installation's key: from FULLSCORE_SECRET_KEY, else the file beside the database.

    A home that does not exist yet gets a key for this process only; `fullscore init` writes the file.
    """
    given = os.environ.get("FULLSCORE_SECRET_KEY")
    if given:
        return given
    try:
        return (folder / "secret.key").read_text().strip()
    except OSError:
        return secrets.token_urlsafe(50)


def write_secret_key(folder: Path) -> None:
    """Write a new key where none is; only the owner of the folder can read it."""
    path = folder / "secret.key"
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(50))
