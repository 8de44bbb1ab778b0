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

    A home that does not exist yet gets a key for this process only; whoever makes the home writes the file.
    """
    given = os.environ.get("FULLSCORE_SECRET_KEY")
    if given:
        return given
    try:
        return (folder / "secret.key").read_text().strip()
    except OSError:
        return secrets.token_urlsafe(50)
