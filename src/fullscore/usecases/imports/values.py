"""What the doors of imports give: plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from fullscore.engine.findings.sentences_en import SENTENCES
from fullscore.importing.records import Said
from fullscore.store.models import ImportReason, ImportRun
from fullscore.usecases.imports.applying.staging import said_of
from fullscore.usecases.imports.meeting.previews import Preview, preview_of

# Somebody is at it, or a worker will be.
UNFINISHED = frozenset({"reading", "waiting", "running", "undoing"})


@dataclass(frozen=True, slots=True)
class Told:
    """Why a row, or a value of it, was not taken as it stands."""

    line: int
    column: str | None
    code: str
    sentence: str
    is_refusal: bool


@dataclass(frozen=True, slots=True)
class KeptEdit:
    """A later edit that taking an import back left alone."""

    register: str
    ref: str
    field: str
    value: str
    by: str


@dataclass(frozen=True, slots=True)
class Imported:
    """One file brought in, as far as it has come.

    `id` is 0 when nothing was kept (a dry run). `register` is "" when the file is only kept whole.
    """

    id: int
    file: str
    source: str
    kind: str
    confidence: float
    register: str
    state: str
    came_by: str
    started_at: datetime
    finished_at: datetime | None
    by_name: str
    rows: int
    preamble: int
    totals: int
    applied: int
    created: int
    updated: int
    left: int
    refused: int
    conflicts: int
    reasons: tuple[Told, ...] = ()
    preview: Preview | None = None
    undone: int = 0
    undone_at: datetime | None = None
    undone_by: str = ""
    kept_edits: tuple[KeptEdit, ...] = ()
    # What a person has said of this very file.
    said: Said = field(default_factory=Said)

    @property
    def is_finished(self) -> bool:
        """Say whether nobody is at it any more; it may still wait for an answer."""
        return self.state not in UNFINISHED

    @property
    def is_asking(self) -> bool:
        """Say whether it waits for a person: what it is, or whether to go ahead."""
        return self.state in {"asking", "proposed"}


def told(reasons: Sequence[ImportReason]) -> tuple[Told, ...]:
    """Return kept reasons with their sentences."""
    return tuple(_told(reason) for reason in reasons)


def _told(reason: ImportReason) -> Told:
    typed = {
        name: tuple(value) if isinstance(value, list) else value for name, value in reason.values.items()
    }
    return Told(
        reason.line, reason.column, reason.code, SENTENCES[reason.code](typed), is_refusal=reason.is_refusal
    )


def imported(run: ImportRun, reasons: Sequence[ImportReason]) -> Imported:
    """Return a stored import as a value, with the reasons it is to tell."""
    return Imported(
        id=run.pk or 0, file=run.file, source=run.source, kind=run.kind, confidence=run.confidence,
        register=run.register, state=run.state, came_by=run.came_by, started_at=run.started_at,
        finished_at=run.finished_at, by_name=run.by_name, rows=run.rows, preamble=run.preamble,
        totals=run.totals, applied=run.applied, created=run.created, updated=run.updated, left=run.left,
        refused=run.refused, conflicts=run.conflicts, reasons=told(reasons),
        preview=preview_of(run.preview), undone=run.undone, undone_at=run.undone_at,
        undone_by=run.undone_by, kept_edits=tuple(KeptEdit(**each) for each in run.kept_edits),
        said=said_of(run.said),
    )  # fmt: skip
