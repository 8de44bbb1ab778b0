"""What was brought in: the list of imports, and one with its reasons."""

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.store import imports as store
from fullscore.store import pairs as pairing
from fullscore.store.models import ImportRun
from fullscore.usecases.imports.values import Imported, imported
from fullscore.usecases.registers import NotThereError

MOST = 100


def imports(*, by: Member) -> tuple[Imported, ...]:
    """Return the latest imports, newest first, without their reasons."""
    by.require(Right.IMPORT)
    runs = ImportRun.objects.of(by.organisation_id).exclude(state=store.DISCARDED).order_by("-pk")
    return tuple(imported(run, ()) for run in runs[:MOST])


def doubts(*, by: Member) -> int:
    """Return how many pairs of rows wait for a person to say whether they are one thing."""
    by.require(Right.IMPORT)
    return pairing.count_open(by.organisation_id)


def one(*, by: Member, number: int, most: int | None = None) -> Imported:
    """Return one import with its reasons, of which `most` bounds the number; raises `NotThereError`."""
    by.require(Right.IMPORT)
    run = run_of(by, number)
    return imported(run, store.reasons_of(run, most))


def run_of(by: Member, number: int) -> ImportRun:
    """Return the stored import of the member's own organisation; raises `NotThereError`."""
    run = ImportRun.objects.of(by.organisation_id).filter(pk=number).first()
    if run is None:
        raise NotThereError(
            Finding("import-not-here", Subject("imports", str(number)), {"value": str(number)})
        )
    return run
