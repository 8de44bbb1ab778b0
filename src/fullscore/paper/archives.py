"""ZIP archives out: members written piece by piece, each with the digest of what went in."""

import hashlib
import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime


class Archive:
    """A ZIP in the making; the same members at the same moment give the same bytes."""

    def __init__(self, now: datetime) -> None:
        # ZIP knows local time without a zone, and no moment before 1980.
        self._at = now.astimezone(UTC).timetuple()[:6]
        self._out = io.BytesIO()
        self._zip = zipfile.ZipFile(self._out, "w", zipfile.ZIP_DEFLATED)

    def add(self, name: str, parts: Iterable[bytes]) -> str:
        """Add one file from its parts and return the SHA-256 of the whole."""
        digest = hashlib.sha256()
        about = zipfile.ZipInfo(name, self._at)
        about.compress_type = zipfile.ZIP_DEFLATED
        about.external_attr = 0o600 << 16
        with self._zip.open(about, "w") as member:
            for part in parts:
                digest.update(part)
                member.write(part)
        return digest.hexdigest()

    def content(self) -> bytes:
        """Close the archive and return its bytes."""
        self._zip.close()
        return self._out.getvalue()
