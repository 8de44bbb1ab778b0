"""Backups: written while people work, verified, kept for a fortnight."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.store import archive, dump
from fullscore.store.archive import Manifest
from fullscore.usecases.registers.values import RefusedError


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was read back after it was written."""

    file: Path
    rows: int
    size: int
    made_at: str


def back_up(*, file: Path, now: datetime, pulse: Callable[[], None] = lambda: None) -> Backup:
    """Write and verify a backup; `pulse` is called while it goes on. Raises `RefusedError` when it cannot."""
    try:
        manifest = dump.dump(file, now=now, pulse=pulse)
    except OSError as error:
        why = {"file": str(file), "why": error.strerror or str(error)}
        raise RefusedError(Finding("file-not-written", Subject("host", "backup"), why)) from error
    return _described(file, manifest)


def look_into(*, file: Path) -> Backup:
    """Verify a backup from end to end; raises `RefusedError` for one that is not as it was written."""
    subject = Subject("host", file.name)
    try:
        return _described(file, archive.verify(file))
    except archive.ArchiveDamagedError as error:
        why = {"file": str(file), "why": str(error)}
        raise RefusedError(Finding("archive-damaged", subject, why)) from error
    except archive.ArchiveNewerError as error:
        values = {"file": str(file), "version": str(error)}
        raise RefusedError(Finding("archive-newer", subject, values)) from error
    except OSError as error:
        raise RefusedError(Finding("archive-not-there", subject, {"file": str(file)})) from error


def _described(file: Path, manifest: Manifest) -> Backup:
    return Backup(file, manifest.rows, file.stat().st_size, manifest.made_at)
