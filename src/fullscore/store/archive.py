"""The file of a backup: a ZIP of tables as JSON lines, files as they are, and a manifest with hashes."""

import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from fullscore.store.schema import Step

FORMAT = "fullscore/backup/1"
MANIFEST = "manifest.json"
CHUNK = 1 << 20
# JSON shrinks at any level; a higher one only costs time.
LEVEL = 3


class ArchiveDamagedError(Exception):
    """The file is no backup, or not the one that was written."""


class ArchiveNewerError(Exception):
    """A newer program wrote the file; carries that program's version."""


@dataclass(frozen=True, slots=True)
class Part:
    """One member of the archive: its hash, and how many rows it holds (None for a file)."""

    sha256: str
    size: int
    rows: int | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the archive says of itself."""

    made_at: str
    program: str
    migrations: tuple[Step, ...]
    parts: dict[str, Part]

    @property
    def rows(self) -> int:
        return sum(part.rows or 0 for part in self.parts.values())


class Writer:
    """Adds members one after the other and keeps their hashes."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self.parts: dict[str, Part] = {}

    def add(self, name: str, pieces: Iterable[bytes], *, has_rows: bool) -> None:
        """Write one member; of a table the first piece is its heading, each other one a row."""
        found, size, count = hashlib.sha256(), 0, 0
        with self._file.open(name, "w", force_zip64=True) as member:
            for piece in pieces:
                member.write(piece)
                found.update(piece)
                size, count = size + len(piece), count + 1
        self.parts[name] = Part(found.hexdigest(), size, count - 1 if has_rows else None)

    def close(self, *, made_at: datetime, program: str, migrations: tuple[Step, ...]) -> Manifest:
        """Write the manifest, which makes the archive one."""
        manifest = Manifest(made_at.isoformat(), program, migrations, self.parts)
        text = json.dumps({"schema": FORMAT, **asdict(manifest)}, indent=1)
        self._file.writestr(MANIFEST, text)
        return manifest


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Give a writer; the file gets its name only once it is whole, on the disk and read back."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        handle = os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600)
        with os.fdopen(handle, "w+b") as raw:
            with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as file:
                yield Writer(file)
            raw.flush()
            os.fsync(raw.fileno())
        verify(draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def verify(path: Path) -> Manifest:
    """Read the whole archive and compare it with its manifest; raises `ArchiveDamagedError`."""
    with reading(path) as (manifest, file):
        for name, part in manifest.parts.items():
            with file.open(name) as member:
                _compare(name, part, member)
        strange = set(file.namelist()) - set(manifest.parts) - {MANIFEST}
        if strange:
            raise ArchiveDamagedError(f"it holds {min(strange)}, which its manifest does not name")
    return manifest


@contextmanager
def reading(path: Path) -> Iterator[tuple[Manifest, zipfile.ZipFile]]:
    """Open an archive; whatever is wrong with its bytes comes out as `ArchiveDamagedError`."""
    try:
        with zipfile.ZipFile(path) as file:
            yield _manifest(file), file
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        UnicodeDecodeError,
        NotImplementedError,
    ) as error:
        raise ArchiveDamagedError(str(error) or "it ends too early") from error


def _manifest(file: zipfile.ZipFile) -> Manifest:
    try:
        given: dict[str, Any] = json.loads(file.read(MANIFEST))
        if given["schema"] != FORMAT:
            raise ArchiveNewerError(str(given.get("program", given["schema"])))
        parts = {str(name): Part(**part) for name, part in given["parts"].items()}
        steps = tuple((str(app), str(name)) for app, name in given["migrations"])
        return Manifest(str(given["made_at"]), str(given["program"]), steps, parts)
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise ArchiveDamagedError("its manifest cannot be read") from error


def _compare(name: str, part: Part, member: IO[bytes]) -> None:
    found, size, count = hashlib.sha256(), 0, 0
    while piece := member.read(CHUNK):
        found.update(piece)
        size, count = size + len(piece), count + piece.count(b"\n")
    if found.hexdigest() != part.sha256 or size != part.size:
        raise ArchiveDamagedError(f"{name} is not as it was written")
    if part.rows is not None and count - 1 != part.rows:
        raise ArchiveDamagedError(f"{name} holds {count - 1} rows instead of {part.rows}")
