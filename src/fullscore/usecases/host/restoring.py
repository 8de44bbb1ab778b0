"""Getting back: an archive is verified whole before it replaces anything."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.store import archive, homes, schema
from fullscore.store import restore as building
from fullscore.store.archive import ArchiveDamagedError, Manifest
from fullscore.store.upgrade import DamagedError
from fullscore.usecases.host.archiving import look_into
from fullscore.usecases.host.starting import make_home, require_answer
from fullscore.usecases.registers.values import RefusedError


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, from when, and where the replaced database is kept."""

    rows: int
    made_at: str
    aside: Path | None


def restore(*, file: Path, now: datetime, say: Callable[[str], None]) -> Restored:
    """Replace the data by an archive's; raises `RefusedError` before anything is changed."""
    say(f"Checking {file}.")
    look_into(file=file)
    with archive.reading(file) as (manifest, _):
        _require_known(file, manifest)
    home = Path(settings.HOME)
    make_home(home)
    require_answer()
    say("Building the database and comparing it with the archive.")
    with _in_words(file, home):
        aside = building.restore(file, manifest, home, now)
    return Restored(manifest.rows, manifest.made_at, aside)


def _require_known(file: Path, manifest: Manifest) -> None:
    if set(manifest.migrations) - schema.known_steps():
        values = {"file": str(file), "version": manifest.program}
        raise RefusedError(Finding("archive-newer", Subject("host", file.name), values))


@contextmanager
def _in_words(file: Path, home: Path) -> Iterator[None]:
    subject = Subject("host", file.name)
    try:
        yield
    except homes.HomeInUseError as error:
        raise RefusedError(Finding("home-in-use", subject, {"home": str(home)})) from error
    except building.NotEmptyError as error:
        raise RefusedError(Finding("database-not-empty", subject)) from error
    except (ArchiveDamagedError, DamagedError) as error:
        why = {"file": str(file), "why": str(error)}
        raise RefusedError(Finding("archive-damaged", subject, why)) from error
    except building.UnlikeError as error:
        raise RefusedError(
            Finding("archive-unlike", subject, {"file": str(file), "why": str(error)})
        ) from error
