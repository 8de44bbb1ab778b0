"""The watched folder: whatever is dropped there is brought in as the host, and moved aside."""

import hashlib
import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.access import Member, Role
from fullscore.engine.registers.cleaning import shown
from fullscore.store import inboxes
from fullscore.store.inboxes import Dropped
from fullscore.store.models import ImportRun, Organisation
from fullscore.usecases.imports.sending import each_list
from fullscore.usecases.imports.starting import named, refuse_large, start
from fullscore.usecases.imports.values import Imported, imported
from fullscore.usecases.registers import RefusedError

INBOX = "inbox"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Places:
    """The organisations of this home, by their short name."""

    known: dict[str, int]

    def of(self, file: Dropped) -> Member:
        """Return whose file this is; raises `RefusedError` when the folder does not say."""
        ref = file.folder or (next(iter(self.known)) if len(self.known) == 1 else "")
        if ref in self.known:
            return Member(self.known[ref], ref, Role.OWNER, None, "host")
        code = "inbox-place-unknown" if file.folder else "inbox-place-unsaid"
        folders = tuple(f"inbox/{each}/" for each in self.known)
        values: dict[str, Value] = {
            "file": shown(file.name), "value": shown(file.folder), "folders": folders
        }  # fmt: skip
        raise RefusedError(Finding(code, Subject("imports", shown(file.name)), values))


def is_filled(*, now: datetime) -> bool:
    """Say whether files lie in the inbox that can be brought in."""
    return bool(inboxes.dropped(_home(), now)) and Organisation.objects.exists()


def take_in(*, now: datetime) -> tuple[Imported, ...]:
    """Bring in what lies in the inbox, unless another worker is at it; return what was begun.

    A kill between beginning an import and moving its file begins nothing twice: an import of these very
    bytes that began after the file came to lie here is this file's own.
    """
    home = _home()
    places = _Places(dict(Organisation.objects.order_by("ref").values_list("ref", "pk")))
    if not places.known or not inboxes.inbox(home).is_dir():
        return ()
    with inboxes.alone(home) as is_ours:
        files = inboxes.dropped(home, now) if is_ours else ()
        return tuple(each for file in files for each in _taken(places, file, now))


def _taken(places: _Places, file: Dropped, now: datetime) -> tuple[Imported, ...]:
    day = f"{now:%Y-%m-%d}"
    try:
        begun = _begun(places.of(file), file, now)
        inboxes.put_aside(file, inboxes.TAKEN, day, _why(begun))
    except RefusedError as refusal:
        inboxes.put_aside(file, inboxes.REFUSED, day, str(refusal))
        return ()
    except inboxes.StillChangingError:
        return ()
    except OSError:
        # Somebody else's file or a full disk: the next look tries again.
        log.exception("Could not take %r from the inbox.", str(file.path))
        return ()
    return begun


def _begun(by: Member, file: Dropped, now: datetime) -> tuple[Imported, ...]:
    refuse_large(file.name, file.size)

    def way(name: str, content: bytes) -> Imported:
        return _known(by, file, name, content) or start(
            by=by, file_name=name, content=content, now=now, came_by=INBOX, is_applied=True
        )

    return each_list(by, file.name, inboxes.content(file), now, way)


def _known(by: Member, file: Dropped, name: str, content: bytes) -> Imported | None:
    """Return the import that an earlier look had begun with this file, before it could move it."""
    digest = hashlib.sha256(content).hexdigest()
    runs = ImportRun.objects.of(by.organisation_id).filter(sha256=digest, file=named(name), came_by=INBOX)
    run = runs.filter(started_at__gte=file.since.astimezone(UTC)).order_by("-pk").first()
    return imported(run, ()) if run else None


def _why(begun: tuple[Imported, ...]) -> str:
    """Return what somebody must know of a file that was taken: a list of a ZIP that was not."""
    told = [reason.sentence for file in begun if file.state == "refused" for reason in file.reasons]
    return "\n".join(told)


def _home() -> Path:
    return Path(settings.HOME)
